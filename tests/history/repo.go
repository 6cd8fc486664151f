// Package history reads the histories of documentation sets, for tests: what conversion and
// generation make of each commit is compared with what they made of the one before.
package history

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// Commit is a state of a documentation set.
type Commit struct {
	ID    string
	Files fstest.MapFS
}

// Sets are the names of the sets that have a history, in order.
func Sets(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(golden.Shared(t, "history"), "*.bundle"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no history: %v", err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), ".bundle")
	}
	return files
}

// Each calls f for each commit of a set that changes its pages, from the oldest on.
func Each(t testing.TB, set string, f func(Commit)) {
	t.Helper()
	repo := t.TempDir()
	git(t, "", "clone", "-q", "--bare", filepath.Join(golden.Shared(t, "history"), set+".bundle"), repo)
	before := ""
	for line := range strings.Lines(string(git(t, repo, "log", "--reverse", "--format=%h %T", "main"))) {
		id, tree, _ := strings.Cut(strings.TrimSpace(line), " ")
		if tree == before {
			continue
		}
		before = tree
		f(Commit{id, unpacked(t, git(t, repo, "archive", id))})
	}
}

// git runs git, with no configuration but its own.
func git(t testing.TB, repo string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = repo
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %s: %v: %s", strings.Join(args, " "), err, errs.String())
	}
	return out
}

// unpacked are the files of an archive.
func unpacked(t testing.TB, archive []byte) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for r := tar.NewReader(bytes.NewReader(archive)); ; {
		head, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		if head.Typeflag != tar.TypeReg {
			continue
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[head.Name] = &fstest.MapFile{Data: text}
	}
}
