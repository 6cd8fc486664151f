package replace

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.yaml")
	for _, text := range []string{"one", "two"} {
		if err := File(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(name)
		if err != nil || info.Mode().Perm() != 0o600 || !Same(name, []byte(text)) {
			t.Errorf("%s: %v, %v", text, info, err)
		}
	}
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes(name, long, long); err != nil {
		t.Fatal(err)
	}
	if err := File(name, []byte("two"), 0o600); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(name); err != nil || !info.ModTime().Equal(long) {
		t.Errorf("a file that says the same has the time %v, %v", info.ModTime(), err)
	}
	if left := entries(t, dir); len(left) != 1 {
		t.Errorf("left over: %v", left)
	}
}

// TestFileFails leaves what was there, and nothing else.
func TestFileFails(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "folder")
	if err := os.MkdirAll(filepath.Join(folder, "inner"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{folder, filepath.Join(dir, "none", "a")} {
		if err := File(name, []byte("x"), 0o644); err == nil {
			t.Errorf("%s was replaced", name)
		}
	}
	if left := entries(t, dir); len(left) != 1 {
		t.Errorf("left over: %v", left)
	}
}

func entries(t *testing.T, dir string) []os.DirEntry {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return all
}
