package git

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestSweep: folders of runs that were killed long ago go, those of others and of now stay.
func TestSweep(t *testing.T) {
	dir, now := t.TempDir(), time.Now()
	for name, age := range map[string]time.Duration{"rst2openapi-git-1": 48 * time.Hour, "rst2openapi-git-2": time.Hour, "another-1": 48 * time.Hour} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Join(path, "objects"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "another-1"), filepath.Join(dir, "rst2openapi-git-3")); err != nil {
		t.Fatal(err)
	}
	sweep(dir, now.Add(-24*time.Hour))
	for name, want := range map[string]bool{"rst2openapi-git-1": false, "rst2openapi-git-2": true, "rst2openapi-git-3": true, "another-1": true} {
		if _, err := os.Lstat(filepath.Join(dir, name)); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
