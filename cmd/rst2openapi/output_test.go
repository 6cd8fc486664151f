package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
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

// TestOutputUnchanged: a second run writes the file that was edited, and no other.
func TestOutputUnchanged(t *testing.T) {
	dir := t.TempDir()
	out, stats := filepath.Join(dir, "out.yaml"), filepath.Join(dir, "stats.json")
	old := time.Date(2024, 5, 31, 12, 0, 0, 0, time.UTC)
	for range 2 {
		if code, _, stderr := command("convert", samplePages(t), "-o", out, "--stats", stats); code != exitOK {
			t.Fatal(stderr)
		}
		if info, err := os.Stat(out); err != nil || info.ModTime().Equal(old) {
			t.Errorf("the edited file is not written: %v", err)
		}
		write(t, out, "edited")
		for _, name := range []string{out, stats} {
			if err := os.Chtimes(name, old, old); err != nil {
				t.Fatal(err)
			}
		}
	}
	if code, _, stderr := command("convert", samplePages(t), "-o", out, "--stats", stats); code != exitOK {
		t.Fatal(stderr)
	}
	if info, err := os.Stat(stats); err != nil || !info.ModTime().Equal(old) {
		t.Errorf("a file that says the same is written: %v", err)
	}
}

// TestErrorsAreSafe: text of a file in a message commands no terminal.
func TestErrorsAreSafe(t *testing.T) {
	name := filepath.Join(t.TempDir(), "p.yaml")
	write(t, name, "name: x\n\"\\e[31mkey\": 1\n")
	code, _, stderr := command("lint", samplePages(t), "--profile", name)
	if code != exitUsage || strings.Contains(stderr, "\x1b") || !strings.Contains(stderr, `\u001b[31mkey`) || !strings.HasSuffix(stderr, "\n") {
		t.Errorf("exit %d, %q", code, stderr)
	}
}

// TestNamesAreSafe: a name of a page ends no line, begins no command of a build server and
// commands no terminal, whatever prints it.
func TestNamesAreSafe(t *testing.T) {
	dir := t.TempDir()
	const name = "::error::a\n::add-mask::b\x1b[2J\u202e.rst"
	write(t, filepath.Join(dir, name), strings.Replace(lampPage, "String", "Strang", 1))
	for _, args := range [][]string{
		{"lint", dir}, {"dump", "tables", dir}, {"dump", "pages", dir}, {"dump", "contents", dir}, {"dump", "unread", dir},
		{"convert", dir, "-o", filepath.Join(dir, "out.txt")}, {"explain", dir, "none.none"}, {"lint", filepath.Join(dir, name)}, {"lint", filepath.Join(dir, name) + "x"},
	} {
		_, stdout, stderr := command(args...)
		all := stdout + stderr
		if len(all) == 0 || strings.ContainsAny(all, "\x1b\u202e") || strings.HasPrefix(all, "::") || strings.Contains(all, "\n::") {
			t.Errorf("%s prints %q", args[:2], all)
		}
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
