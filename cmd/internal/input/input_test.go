//go:build unix

package input

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestReadFile reads what is a file, and neither waits for nor swallows what is none.
func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for name, text := range map[string]string{"empty": "", "five": "12345", "six": "123456"} {
		if err := os.WriteFile(at(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(at("pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, target := range map[string]string{"link": "five", "zero": "/dev/zero", "loop": "loop"} {
		if err := os.Symlink(target, at(name)); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{
		"empty": "",
		"five":  "12345",
		"link":  "12345",
		"six":   "six has 6 bytes, too many (5 at most)",
		"pipe":  "pipe is a pipe, not a file: save what comes out of it",
		"zero":  "zero is a device or a socket, not a file",
		".":     " is a folder, not a file",
		"loop":  "too many",
		"none":  "no such file",
	} {
		text, err := ReadFile(at(name), 5)
		if err == nil {
			if string(text) != want {
				t.Errorf("%s has %q, want %q", name, text, want)
			}
			continue
		}
		onDisk := errors.As(err, new(*fs.PathError))
		if !strings.Contains(err.Error(), want) || errors.Is(err, ErrUnfit) == onDisk || want == "" {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
}

// TestGrowingFile has a file of /proc, whose size is 0 although it has text.
func TestGrowingFile(t *testing.T) {
	const name = "/proc/self/status"
	if _, err := os.Stat(name); err != nil {
		t.Skip("this system has no ", name)
	}
	if _, err := ReadFile(name, 10); !errors.Is(err, ErrUnfit) {
		t.Errorf("%s is read: %v", name, err)
	}
}
