package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOutputsApart: two outputs do not go to one file, where the second would be all that is
// left of the first.
func TestOutputsApart(t *testing.T) {
	dir := t.TempDir()
	out, link := filepath.Join(dir, "out.json"), filepath.Join(dir, "link.json")
	write(t, out, "kept")
	if err := os.Symlink(out, link); err != nil {
		t.Fatal(err)
	}
	for _, flag := range []string{"--sources", "--findings", "--stats"} {
		for _, name := range []string{out, dir + "/./out.json", link} {
			code, _, stderr := command("convert", samplePages(t), "-o", out, flag, name)
			text, err := os.ReadFile(out)
			if code != exitUsage || !strings.Contains(stderr, "twice") || err != nil || string(text) != "kept" {
				t.Errorf("%s %s: exit %d, %s, %.20q, %v", flag, name, code, stderr, text, err)
			}
		}
	}
	sets := filepath.Join(dir, "sets")
	write(t, filepath.Join(sets, "lamps", "lamp.rst"), lampPage)
	if code, _, stderr := command("convert", "--all", sets, "-o", dir, "--sources", filepath.Join(dir, "lamps.yaml")); code != exitUsage || !strings.Contains(stderr, "twice") {
		t.Errorf("--all: exit %d, %s", code, stderr)
	}
}

// TestErrorsAreSafe: text of a file in a message commands no terminal.
func TestErrorsAreSafe(t *testing.T) {
	name := filepath.Join(t.TempDir(), "p.yaml")
	write(t, name, "name: x\n\"\\e[31mkey\": 1\n")
	code, _, stderr := command("lint", samplePages(t), "--profile", name)
	if code != exitUsage || strings.Contains(stderr, "\x1b") || !strings.Contains(stderr, "\uFFFD[31mkey") || !strings.HasSuffix(stderr, "\n") {
		t.Errorf("exit %d, %q", code, stderr)
	}
}

// TestOutputNoFile: what is not a file is not replaced by one, and nothing else is written.
func TestOutputNoFile(t *testing.T) {
	dir := t.TempDir()
	out, folder := filepath.Join(dir, "out.json"), filepath.Join(dir, "folder")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	code, _, stderr := command("convert", samplePages(t), "-o", out, "--sources", folder)
	if _, err := os.Stat(out); code != exitOutput || !strings.Contains(stderr, "not a regular file") || !os.IsNotExist(err) {
		t.Errorf("exit %d, %s, %v", code, stderr, err)
	}
	device := filepath.Join(dir, "device.json")
	if err := os.Symlink(os.DevNull, device); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := command("convert", samplePages(t), "-o", out, "--sources", device); code != exitOutput {
		t.Errorf("a device: exit %d, %s", code, stderr)
	}
}
