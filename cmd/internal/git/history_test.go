package git

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestLog reads all commits of a repository, and of a bundle of it.
func TestLog(t *testing.T) {
	ctx := context.Background()
	dir, mark, commits := docs(t)
	bundle := filepath.Join(t.TempDir(), "docs.bundle")
	run1(t, dir, "-c", "core.hooksPath=/dev/null", "commit", "-q", "--allow-empty", "-m", "nothing")
	run1(t, dir, "bundle", "create", "-q", bundle, "main")
	for _, url := range []string{dir, bundle} {
		log, err := Log(ctx, url, "")
		if err != nil {
			t.Fatal(err)
		}
		if len(log.Changes) != 2 || log.Changes[0].ID != commits[0] || log.Changes[1].ID != commits[1] || len(log.Changes[0].Date) != len("2024-05-31") {
			t.Errorf("%s has the commits %v, want %v", url, log.Changes, commits)
		}
		for i, want := range []string{"first\n", "second\n"} {
			files, err := log.Commit(log.Changes[i].ID).Read(ctx, "api-ref/source")
			if err != nil {
				t.Fatal(err)
			}
			f, err := files.FS().Open("index.rst")
			if err != nil {
				t.Fatal(err)
			}
			text := make([]byte, 100)
			n, _ := f.Read(text)
			if string(text[:n]) != want {
				t.Errorf("commit %d has %q", i, text[:n])
			}
		}
		if err := log.Close(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(log.dir); err == nil {
			t.Error("the repository is left")
		}
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("something of the repository ran")
	}
	run1(t, dir, "checkout", "-q", "--detach")
	run1(t, dir, "-c", "core.hooksPath=/dev/null", "commit", "-q", "--allow-empty", "-m", "on no branch")
	if log, err := Log(ctx, dir, ""); err != nil || len(log.Changes) != 2 {
		t.Errorf("a checkout that is on no branch: %v", err)
	} else if err := log.Close(); err != nil {
		t.Error(err)
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Log(ended, dir, ""); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
	if _, err := Log(ctx, t.TempDir(), ""); err == nil {
		t.Error("a folder without a repository has a history")
	}
}
