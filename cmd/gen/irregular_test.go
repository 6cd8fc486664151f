//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestIrregularInput gives each file that is read a pipe that nobody writes, and a device without an end.
func TestIrregularInput(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write1(t, at("good.yaml"), minimal)
	if err := syscall.Mkfifo(at("pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/dev/zero", at("device")); err != nil {
		t.Fatal(err)
	}
	for name, kind := range map[string]string{"pipe": "a pipe", "device": "a device"} {
		for _, args := range [][]string{
			{"--spec", at(name), "--package", "p", "--out", at("out")},
			{"--config", at(name)},
			{"--spec", at("good.yaml"), "--package", "p", "--out", at("out"), "--lock", at(name)},
		} {
			code, _, stderr := invoke(args...)
			if code == exitOK || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, name+" is "+kind) {
				t.Errorf("%s: exit %d, %q", strings.Join(args, " "), code, stderr)
			}
		}
	}
	if _, err := os.Stat(at("out")); !os.IsNotExist(err) {
		t.Errorf("a package is there: %v", err)
	}
}
