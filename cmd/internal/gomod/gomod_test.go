package gomod

import (
	"os"
	"path/filepath"
	"testing"
)

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestImportPath(t *testing.T) {
	dir := t.TempDir()
	if got := ImportPath(filepath.Join(dir, "a")); got != "" {
		t.Skipf("the folder for tests is in a module: %s", got)
	}
	put(t, filepath.Join(dir, "go.mod"), "// A module.\nmodule example.com/user // with a comment\n\ngo 1.26\n")
	inner := filepath.Join(dir, "inner")
	if err := os.MkdirAll(inner, 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(inner, "go.mod"), "module \"example.com/inner/v2\"\n")
	broken := filepath.Join(dir, "broken")
	if err := os.MkdirAll(broken, 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(broken, "go.mod"), "nothing\n")
	for path, want := range map[string]string{
		".": "example.com/user", "a": "example.com/user/a", "a/b/../c": "example.com/user/a/c", "inner/x": "example.com/inner/v2/x",
		"with space": "", "broken/x": "", "a\"b": "",
	} {
		if got := ImportPath(filepath.Join(dir, path)); got != want {
			t.Errorf("%s is %q, not %q", path, got, want)
		}
	}
}
