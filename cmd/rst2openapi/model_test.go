package main

import (
	"io"
	"path/filepath"
	"strings"
	"testing"
)

func TestModelProblems(t *testing.T) {
	var b strings.Builder
	p := &modelProblems{w: &b}
	if p.err() != nil {
		t.Error("an error without a problem")
	}
	p.add("boxes", "link", "a lid is lost")
	if want := "boxes, after link: a lid is lost\n"; b.String() != want || p.err() == nil {
		t.Errorf("printed %q, error %v", b.String(), p.err())
	}
}

// TestCheckModel: the flag goes with one set and with all, and the test pages break nothing.
func TestCheckModel(t *testing.T) {
	out := t.TempDir()
	for _, args := range [][]string{
		{"convert", "--check-model", "../../tests/sample/pages", "-o", filepath.Join(out, "x.yaml")},
		{"convert", "--check-model", "--all", "../../tests/sample", "-o", filepath.Join(out, "all")},
	} {
		if code := run(args, io.Discard, io.Discard); code != exitOK {
			t.Errorf("%q: exit code %d", args, code)
		}
	}
}
