package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFaults: faults that change no call are printed, and refused with --strict.
func TestFaults(t *testing.T) {
	dir := t.TempDir()
	spec := write1(t, filepath.Join(dir, "a.yaml"), strings.Replace(minimal, "openapi: 3.0.3", "openapi: 3.0.3\nservers: [{url: 'https://a.example', variables: {x: {default: y}}}]", 1))
	out := filepath.Join(dir, "p")
	code, _, stderr := invoke("--spec", spec, "--package", "p", "--out", out)
	if code != exitOK || !strings.HasPrefix(stderr, spec+":2:") || !strings.Contains(stderr, `the variable "x" is not in the address`) {
		t.Errorf("exit %d, %q", code, stderr)
	}
	code, _, stderr = invoke("--spec", spec, "--package", "q", "--out", filepath.Join(dir, "q"), "--strict")
	if _, err := os.Stat(filepath.Join(dir, "q")); code != exitSpec || !strings.Contains(stderr, "1 faults") || !os.IsNotExist(err) {
		t.Errorf("--strict: exit %d, %q, %v", code, stderr, err)
	}
	many := write1(t, filepath.Join(dir, "many.yaml"), minimal+strings.Repeat("\n", 2)+"tags: ["+strings.Repeat("{name: a}, ", 40)+"]\n")
	code, _, stderr = invoke("--spec", many, "--package", "p", "--out", out)
	if n := strings.Count(stderr, "\n"); code != exitOK || n != mostWarnings+1 || !strings.Contains(stderr, "19 more faults") {
		t.Errorf("exit %d, %d lines:\n%s", code, n, stderr)
	}
}

// TestFilesBeside: a document may refer to files below its folder, and to nothing else.
func TestFilesBeside(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "docs")
	if err := os.MkdirAll(filepath.Join(folder, "types"), 0o755); err != nil {
		t.Fatal(err)
	}
	secret := write1(t, filepath.Join(dir, "secret.yaml"), "A: {type: string}\n")
	write1(t, filepath.Join(folder, "types", "box.yaml"), "Box: {type: object, properties: {lid: {type: string}}}\n")
	if err := os.Symlink(secret, filepath.Join(folder, "link.yaml")); err != nil {
		t.Fatal(err)
	}
	generate := func(ref string) (int, string) {
		spec := write1(t, filepath.Join(folder, "a.yaml"), "openapi: 3.0.3\ninfo: {title: t, version: v}\npaths: {}\ncomponents: {schemas: {A: {$ref: '"+ref+"'}}}\n")
		code, _, stderr := invoke("--spec", spec, "--package", "p", "--out", filepath.Join(dir, "p"))
		return code, stderr
	}
	if code, stderr := generate("types/box.yaml#/Box"); code != exitOK {
		t.Errorf("exit %d, %s", code, stderr)
	}
	text, err := os.ReadFile(filepath.Join(dir, "p", "models.gen.go"))
	if err != nil || !strings.Contains(string(text), "type A struct") {
		t.Errorf("no type A: %v", err)
	}
	for _, ref := range []string{"link.yaml#/A", "../secret.yaml#/A", "types", "none.yaml"} {
		if code, stderr := generate(ref); code != exitSpec || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: exit %d, %q", ref, code, stderr)
		}
	}
}
