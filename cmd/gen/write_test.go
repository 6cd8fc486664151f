package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestStaleFiles: what an earlier run wrote and this one does not goes away; all else stays.
func TestStaleFiles(t *testing.T) {
	dir := t.TempDir()
	spec := write1(t, filepath.Join(dir, "a.yaml"), listed)
	out := filepath.Join(dir, "pkg")
	if code, _, stderr := invoke("--spec", spec, "--package", "pkg", "--out", out); code != exitOK {
		t.Fatal(stderr)
	}
	old := gogen.Header + "old.yaml; DO NOT EDIT.\n\npackage pkg\n"
	write1(t, filepath.Join(out, "tags_client.gen.go"), old)
	write1(t, filepath.Join(out, "copy.go"), old) // not a name of ours
	write1(t, filepath.Join(out, "notes.gen.txt"), old)
	write1(t, filepath.Join(out, "mine.gen.go"), "package pkg\n")
	write1(t, filepath.Join(out, "empty.gen.go"), "")
	if err := os.Mkdir(filepath.Join(out, "folder.gen.go"), 0o755); err != nil {
		t.Fatal(err)
	}
	config := write1(t, filepath.Join(dir, "gen.yaml"), "spec: a.yaml\npackage: pkg\nout: pkg\nlayout: single\nexamples: false\n")
	code, stdout, stderr := invoke("--config", config)
	if code != exitOK || !strings.Contains(stdout, "(1 file, 6 removed)") {
		t.Fatalf("%d %s %s", code, stdout, stderr)
	}
	want := []string{"client.gen.go", "copy.go", "empty.gen.go", "folder.gen.go", "mine.gen.go", "notes.gen.txt"}
	if got := names(t, out); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

// TestUnchangedFiles: a second run writes the file that was edited, and no other.
func TestUnchangedFiles(t *testing.T) {
	dir := t.TempDir()
	spec, out := write1(t, filepath.Join(dir, "a.yaml"), listed), filepath.Join(dir, "pkg")
	run := func() {
		t.Helper()
		if code, _, stderr := invoke("--spec", spec, "--package", "pkg", "--out", out); code != exitOK {
			t.Fatal(stderr)
		}
	}
	run()
	const edited = "client.gen.go"
	text, err := os.ReadFile(filepath.Join(out, edited))
	if err != nil {
		t.Fatal(err)
	}
	write1(t, filepath.Join(out, edited), string(text)+"// edited\n")
	old := time.Date(2024, 5, 31, 12, 0, 0, 0, time.UTC)
	for _, name := range names(t, out) {
		if err := os.Chtimes(filepath.Join(out, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	run()
	for _, name := range names(t, out) {
		info, err := os.Stat(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if written := !info.ModTime().Equal(old); written != (name == edited) {
			t.Errorf("%s: written is %v", name, written)
		}
	}
}

// TestForeignFiles: a file of the user with the name of one of ours stops everything.
func TestForeignFiles(t *testing.T) {
	dir := t.TempDir()
	spec := write1(t, filepath.Join(dir, "a.yaml"), listed)
	out := filepath.Join(dir, "pkg")
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	stale := write1(t, filepath.Join(out, "old.gen.go"), gogen.Header+"old.yaml; DO NOT EDIT.\n")
	for _, text := range []string{"package pkg\n", "", "// My own.\n" + gogen.Header} {
		mine := write1(t, filepath.Join(out, "models.gen.go"), text)
		code, _, stderr := invoke("--spec", spec, "--package", "pkg", "--out", out)
		if code != exitWrite || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, mine+" was not written by gen") {
			t.Errorf("%d %q", code, stderr)
		}
		if got, err := os.ReadFile(mine); err != nil || string(got) != text {
			t.Errorf("%q %v", got, err)
		}
	}
	if got := names(t, out); !slices.Equal(got, []string{"models.gen.go", filepath.Base(stale)}) {
		t.Errorf("left over: %v", got)
	}
}

// TestExamplesOutside: in a module, the examples use the package as its users do.
func TestExamplesOutside(t *testing.T) {
	dir := t.TempDir()
	spec := write1(t, filepath.Join(dir, "a.yaml"), listed)
	write1(t, filepath.Join(dir, "go.mod"), "module example.com/user\n")
	if code, _, stderr := invoke("--spec", spec, "--package", "other", "--out", filepath.Join(dir, "pkg")); code != exitOK {
		t.Fatal(stderr)
	}
	text, err := os.ReadFile(filepath.Join(dir, "pkg", gogen.ExamplesFile))
	if err != nil || !strings.Contains(string(text), "package other_test\n") || !strings.Contains(string(text), `other "example.com/user/pkg"`) {
		t.Errorf("%v %s", err, text)
	}
}

// TestOtherPackages: a folder with Go files of another package, or the client of another
// service, is left alone.
func TestOtherPackages(t *testing.T) {
	served := strings.Replace(listed, "paths:", "servers: [{url: 'https://lamps.example.com'}]\npaths:", 1)
	for name, c := range map[string]struct {
		file, text, want string // what is there, and a part of the message; none where it may be
	}{
		"another package":      {"main.go", "package main\n", "main.go is of package main, and not of pkg"},
		"a test of another":    {"x_test.go", "// Text.\npackage other_test\n", "is of package other_test"},
		"ours":                 {"more.go", "package pkg\n", ""},
		"a test of ours":       {"more_test.go", "package pkg_test\n", ""},
		"a program for go run": {"make.go", "//go:build ignore\n\npackage main\n", ""},
		"no Go":                {"broken.go", "no Go at all", ""},
		"another client":       {"client.gen.go", gogen.Header + "b.yaml; DO NOT EDIT.\n\npackage pkg\n\nvar s = sdk.Service{Name: \"vaults\"}\n", "the client of the service vaults, and not of lamps"},
		"the client before":    {"client.gen.go", gogen.Header + "b.yaml; DO NOT EDIT.\n\npackage pkg\n\nvar s = sdk.Service{Name: \"lamps\"}\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			spec := write1(t, filepath.Join(dir, "a.yaml"), served)
			out := filepath.Join(dir, "pkg")
			if err := os.Mkdir(out, 0o755); err != nil {
				t.Fatal(err)
			}
			write1(t, filepath.Join(out, c.file), c.text)
			code, _, stderr := invoke("--spec", spec, "--package", "pkg", "--out", out)
			if (code == exitWrite) != (c.want != "") || !strings.Contains(stderr, c.want) || strings.Count(stderr, "\n") != min(len(c.want), 1) {
				t.Errorf("%d %q", code, stderr)
			}
			if got := names(t, out); c.want != "" && len(got) != 1 {
				t.Errorf("left over: %v", got)
			}
		})
	}
}
