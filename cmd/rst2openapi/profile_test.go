package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestProfile converts the pages of a cloud that is not built in.
func TestProfile(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("set/facts.ini"), "title = 'Jars'\nname = 'jar'\n")
	write(t, at("set/a.rst"), "Listing Jars\n============\n\nURI\n---\n\nGET /v1/jars\n")
	write(t, at("mine.yaml"), "name: mine\nfacts: {file: facts.ini, title: [title], service: [name]}\nenvironment: e\n"+
		"environments: {e: {pages: 'https://docs.example.com/{page}', host: '{service}.example.com'}}\nsecurity: [{name: key, header: X-Key}]\n")
	write(t, at("bad.yaml"), "name: mine\nfact: {}\n")
	code, _, stderr := command("convert", at("set"), "--profile", at("mine.yaml"), "-o", at("out.yaml"))
	if code != 0 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	text, err := os.ReadFile(at("out.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"title: Jars", "default: jar.example.com", "url: https://docs.example.com/a\n", "name: X-Key"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the document has no %q:\n%s", want, text)
		}
	}
	if strings.Contains(string(text), "X-Auth-Token") {
		t.Error("the document knows another cloud")
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"convert", at("set"), "-o", at("o.yaml"), "--profile", "nowhere"}, "--profile takes otc and tcloud, which are built in, or a file; there is no file nowhere"},
		{[]string{"lint", at("set"), "--profile", at("bad.yaml")}, "bad.yaml: line 2: unknown key fact"},
		{[]string{"explain", at("set"), "ListJars", "--profile", "nowhere"}, "--profile takes"},
		{[]string{"dump", "api", at("set"), "--profile", "nowhere"}, "--profile takes"},
		{[]string{"dump", "profile", "--profile", "nowhere"}, "--profile takes"},
	} {
		if code, _, stderr := command(c.args...); code != exitUsage || !strings.Contains(stderr, c.want) {
			t.Errorf("%v: exit %d, %q, want %q", c.args, code, stderr, c.want)
		}
	}
	if code, _, stderr := command("lint", at("set"), "--profile", at("set")); code != exitInput || !strings.Contains(stderr, "is a folder, not a file") {
		t.Errorf("a folder as profile: exit %d, %q", code, stderr)
	}
}

// TestDumpProfile prints a profile that can be given back.
func TestDumpProfile(t *testing.T) {
	code, text, _ := command("dump", "profile")
	file := filepath.Join(t.TempDir(), "p.yaml")
	write(t, file, text)
	code2, again, stderr := command("dump", "profile", "--profile", file)
	if code != 0 || code2 != 0 || again != text || !strings.Contains(text, "name: otc") {
		t.Errorf("exit %d and %d, %s: %s", code, code2, stderr, again)
	}
}
