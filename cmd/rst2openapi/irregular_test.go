//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestIrregularInput gives each flag and argument that names a file a pipe that nobody writes, a device without
// an end, and a folder: the command says so in one line and ends.
func TestIrregularInput(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("set/lamp.rst"), lampPage)
	write(t, at("empty/rst2openapi.yaml"), "sets: {}\n")
	if code, _, stderr := command("convert", at("set"), "-o", at("lamp.yaml")); code != exitOK {
		t.Fatal(stderr)
	}
	for name, make := range map[string]func(string) error{
		"pipe":   func(name string) error { return syscall.Mkfifo(name, 0o600) },
		"device": func(name string) error { return os.Symlink("/dev/zero", name) },
		"folder": func(name string) error { return os.MkdirAll(filepath.Join(name, "x"), 0o700) },
	} {
		for _, args := range [][]string{
			{"convert", "FILE.rst", "-o", at("out.yaml")},
			{"convert", at("set"), "-o", at("out.yaml"), "--lock", "FILE.yaml"},
			{"convert", at("set"), "-o", at("out.yaml"), "--overlay", "FILE.yaml"},
			{"convert", at("set"), "-o", at("out.yaml"), "--profile", "FILE.yaml"},
			{"convert", at("set"), "-o", "FILE.yaml"},
			{"diff", "FILE.yaml", at("lamp.yaml")},
			{"diff", at("lamp.yaml"), "FILE.yaml"},
			{"diff", at("lamp.yaml"), at("lamp.yaml"), "--allow", "FILE.yaml"},
			{"diff", at("lamp.yaml"), at("lamp.yaml"), "--old-sources", "FILE.json"},
			{"diff", at("set"), at("set"), "--lock", "FILE.yaml"},
			{"init", "FILE.zip", "--config", at("new/rst2openapi.yaml")},
			{"init", "FILE", "--config", at("new/rst2openapi.yaml"), "--ref", "main"},
			{"explain", "FILE.rst", "ListLamps"},
			{"lint", "FILE.rst"},
			{"lint", at("set"), "--profile", "FILE.yaml"},
			{"sync", "--config", "FILE.yaml"},
			{"release", at("lamp.yaml"), "-o", at("release"), "--with", "FILE.json"},
			{"release", "FILE.yaml", "-o", at("release")},
			{"site", at("set"), "-o", at("site"), "--viewer", "FILE.js"},
		} {
			base := ""
			for i, arg := range args {
				if strings.HasPrefix(arg, "FILE") {
					base = at(name + strings.TrimPrefix(arg, "FILE"))
					args[i] = base
				}
			}
			if err := make(base); err != nil {
				t.Fatal(err)
			}
			code, _, stderr := command(args...)
			if code == exitOK || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, filepath.Base(base)) {
				t.Errorf("%s: exit %d, %q", strings.Join(args, " "), code, stderr)
			}
			if err := os.RemoveAll(base); err != nil {
				t.Fatal(err)
			}
		}
	}
}
