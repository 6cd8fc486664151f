//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLinksOfFolders has links beside sets and documents: one that would count is told on stderr by
// each command that takes all of a folder, and no other is.
func TestLinksOfFolders(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("all/set/lamp.rst"), lampPage)
	write(t, at("elsewhere/lamp.rst"), lampPage)
	write(t, at("notes.yaml"), "a: 1\n")
	if code, _, stderr := command("convert", at("elsewhere"), "-o", at("elsewhere.yaml")); code != exitOK {
		t.Fatal(stderr)
	}
	if err := os.Mkdir(at("documents"), 0o755); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := command("convert", at("all/set"), "-o", at("documents/set.yaml")); code != exitOK {
		t.Fatal(stderr)
	}
	for link, target := range map[string]string{
		"all/linked": "../elsewhere", "all/notes": "../notes.yaml", "all/.hidden": "../elsewhere", "all/gone": "nowhere",
		"documents/linked.yaml": "../elsewhere.yaml", "documents/notes.yaml": "../notes.yaml", "documents/gone.yaml": "nowhere",
	} {
		if err := os.Symlink(target, at(link)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		want string
		args []string
	}{
		{"all/linked", []string{"convert", "--all", at("all"), "-o", at("out")}},
		{"all/linked", []string{"lint", "--all", at("all")}},
		{"all/linked", []string{"site", "--all", at("all"), "-o", at("site")}},
		{"all/linked", []string{"diff", "--all", at("all"), at("all")}},
		{"documents/linked.yaml", []string{"diff", at("documents"), at("documents")}},
		{"documents/linked.yaml", []string{"release", at("documents"), "-o", at("release"), "--since", at("release")}},
		{"documents/linked.yaml", []string{"release", at("documents"), "-o", at("release")}},
	} {
		_, _, stderr := command(c.args...)
		times := 1
		if c.args[0] == "diff" { // both sides have it
			times = 2
		}
		if strings.Count(stderr, at(c.want)+" is a link, and links in a folder are not followed: it is left out\n") != times || strings.Count(stderr, "link") != 2*times+times {
			t.Errorf("%s: %q", strings.Join(c.args, " "), stderr)
		}
	}
	if err := os.RemoveAll(at("all/set")); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := command("convert", "--all", at("all"), "-o", at("out")); code != exitInput || !strings.Contains(stderr, "holds no folder") || !strings.Contains(stderr, "is a link") {
		t.Errorf("nothing but links: exit %d, %q", code, stderr)
	}
}
