package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// read gives the text of a file.
func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestLock: the names of a document stay when its pages get other titles, the names that are gone
// are told, and one run after the other changes nothing.
func TestLock(t *testing.T) {
	dir := t.TempDir()
	pages, out, names := filepath.Join(dir, "sets", "lamps"), filepath.Join(dir, "out.yaml"), filepath.Join(dir, "names.yaml")
	write(t, filepath.Join(pages, "lamp.rst"), lampPage)
	if code, _, stderr := command("convert", pages, "-o", out, "--lock", names); code != exitOK || strings.Contains(stderr, "breaks") {
		t.Fatalf("exit %d, %s", code, stderr)
	}
	document, lock := read(t, out), read(t, names)
	if !strings.Contains(lock, "{id: ShowLamp, page: lamp.rst}") || !strings.Contains(lock, "\n  ShowLamp 200: ShowLampResponseBody\n") {
		t.Errorf("the lock file is\n%s", lock)
	}

	title, _, _ := strings.Cut(lampPage, "\n")
	write(t, filepath.Join(pages, "lamp.rst"), strings.Replace(lampPage, title, strings.Repeat("Glowing", len(title)/7+1)[:len(title)], 1))
	if code, _, stderr := command("convert", pages, "-o", out, "--lock", names, "--prose", "none"); code != exitOK || read(t, names) != lock {
		t.Errorf("with another title: exit %d, %s, %s", code, stderr, read(t, names))
	}
	if got := read(t, out); !strings.Contains(got, "operationId: ShowLamp\n") {
		t.Errorf("with another title:\n%s", got)
	}

	write(t, filepath.Join(pages, "lamp.rst"), strings.Replace(lampPage, "/v1/", "/v2/", 1))
	code, _, stderr := command("convert", pages, "-o", out, "--lock", names)
	if code != exitOK || !strings.Contains(stderr, "breaking: operation ShowLamp is gone: no page describes GET /v1/") || !strings.Contains(stderr, "which breaks callers") {
		t.Errorf("another path: exit %d, %s", code, stderr)
	}
	if got := read(t, out); !strings.Contains(got, "operationId: ShowLampV2\n") {
		t.Errorf("another path:\n%s", got)
	}

	write(t, filepath.Join(pages, "lamp.rst"), lampPage)
	all, locks := filepath.Join(dir, "all"), filepath.Join(dir, "locks")
	for range 2 {
		if code, _, stderr := command("convert", "--all", filepath.Join(dir, "sets"), "-o", all, "--lock", locks); code != exitOK {
			t.Fatalf("all: exit %d, %s", code, stderr)
		}
		if read(t, filepath.Join(all, "lamps.yaml")) != document || read(t, filepath.Join(locks, "lamps.names.yaml")) != lock {
			t.Error("with --all the files differ")
		}
	}
}

// TestLockMistakes: a lock file that cannot be used is told with its line and left as it is.
func TestLockMistakes(t *testing.T) {
	dir := t.TempDir()
	page, out, names := filepath.Join(dir, "lamp.rst"), filepath.Join(dir, "out.yaml"), filepath.Join(dir, "names.yaml")
	write(t, page, lampPage)
	for text, want := range map[string]string{
		"version: 1\noperations:\n  GET /a: {id: \"a b\"}\n": names + `:3: "a b" is not a name`,
		"version: 1\n\x1b[2J: 1\n":                           names + ":",
	} {
		write(t, names, text)
		code, _, stderr := command("convert", page, "-o", out, "--lock", names)
		if code != exitUsage || !strings.Contains(stderr, want) || strings.Contains(stderr, "\x1b") || read(t, names) != text {
			t.Errorf("exit %d, %s, %q", code, stderr, read(t, names))
		}
		if _, err := os.Stat(out); err == nil {
			t.Error("there is a document nevertheless")
		}
	}
	if code, _, stderr := command("convert", page, "-o", out, "--lock", dir); code != exitInput || !strings.Contains(stderr, "is a folder, not a file") {
		t.Errorf("a folder: exit %d, %s", code, stderr)
	}
	if code, _, stderr := command("convert", page, "-o", out, "--lock", out); code != exitUsage || !strings.Contains(stderr, "named twice") {
		t.Errorf("two outputs: exit %d, %s", code, stderr)
	}
}
