// Package golden compares what a test got with a file beside it, and finds the real
// documentation for the tests that read it.
//
// GOLDEN=refresh rewrites the files that differ, and the test still fails, so that a
// refreshing run is never taken for a pass. GOLDEN=force also rewrites scoreboards that get
// worse. The variable is read inside each call, not when the package starts: only then does
// the test cache know of it.
package golden

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Env is the environment variable that refreshes golden files when it is "refresh" or "force".
const Env = "GOLDEN"

// Equal fails the test unless the file at path holds exactly got. A missing file counts
// as an empty one.
func Equal(t testing.TB, path string, got []byte) {
	t.Helper()
	want, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if bytes.Equal(want, got) {
		return
	}
	if mode := os.Getenv(Env); mode != "refresh" && mode != "force" {
		t.Errorf("%s differs (GOLDEN=refresh rewrites it):\n%s", path, cmp.Diff(string(want), string(got)))
		return
	}
	if len(got) == 0 {
		err = os.Remove(path)
	} else if err = os.MkdirAll(filepath.Dir(path), 0o755); err == nil {
		err = os.WriteFile(path, got, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Errorf("%s rewritten; read the diff and run again", path)
}

// Root is the folder of go.mod, found from the working folder of the test.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = up
	}
}

// Shared gives the path of name inside the folder of real documentation, which lies
// beside the checkout (or where $SHARED says). Where it is not there the test is
// skipped, except in CI, where it must be.
func Shared(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("SHARED")
	if dir == "" {
		dir = filepath.Join(Root(t), "..", "shared")
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the real documentation is not at %s, and CI needs it", path)
		}
		t.Skipf("the real documentation is not at %s", path)
	}
	return path
}
