package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRelease publishes a document, changes it, and publishes it again.
func TestRelease(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(at(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const doc = "openapi: 3.0.3\ninfo: {title: Lamps, version: v1}\npaths:\n  /v1/lamps:\n    get: {operationId: ListLamps, responses: {'200': {description: ok}}}\n"
	write("docs/lamps.yaml", doc)
	write("docs/lamps.sources.json", "{}\n")
	write("docs/notes.yaml", "a: 1\n")
	write("bom.json", "{}\n")
	write("rst2openapi.yaml", "sets:\n  lamps:\n    source: {git: 'https://example.com/lamps.git', commit: c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00}\n    spec: lamps.yaml\n")
	release := func(args ...string) (int, string) {
		t.Helper()
		var stdout, stderr strings.Builder
		code := run(append([]string{"release"}, args...), &stdout, &stderr)
		return code, stdout.String() + stderr.String()
	}
	if code, text := release(at("docs"), "-o", at("one"), "--config", at("rst2openapi.yaml"), "--with", at("bom.json")); code != exitOK || !strings.Contains(text, "1 document, 7 files") {
		t.Fatalf("exit code %d: %s", code, text)
	}
	index, err := os.ReadFile(at("one/index.json"))
	if err != nil || !strings.Contains(string(index), `"commit": "c0ffee00`) {
		t.Errorf("%v\n%s", err, index)
	}

	write("docs/lamps.yaml", strings.Replace(doc, "/v1/lamps", "/v1/bulbs", 1))
	if code, text := release(at("docs"), "-o", at("two"), "--since", at("one")); code != exitOK {
		t.Fatalf("exit code %d: %s", code, text)
	}
	changes, err := os.ReadFile(at("two/CHANGELOG.md"))
	if err != nil || !strings.Contains(string(changes), "/v1/bulbs") {
		t.Errorf("%v\n%s", err, changes)
	}

	write("one/lamps/old.yaml", "x")
	write("other/x.yaml", doc)
	for _, c := range []struct {
		args []string
		want string
		code int
	}{
		{[]string{at("docs")}, "-o is missing", exitUsage},
		{[]string{"-o", at("three")}, "name the documents", exitUsage},
		{[]string{at("none"), "-o", at("three")}, "none", exitInput},
		{[]string{at("one"), "-o", at("three")}, "has no OpenAPI document", exitUsage},
		{[]string{at("docs"), at("docs/lamps.yaml"), "-o", at("three")}, "would have the same place", exitUsage},
		{[]string{at("docs"), "-o", at("one"), "--with", at("bom.json")}, "old.yaml is not of this release", exitUsage},
		{[]string{at("docs"), "-o", at("three"), "--since", at("docs")}, "is not a release", exitUsage},
		{[]string{at("docs"), "-o", at("three"), "--with", at("bom.json"), "--with", at("bom.json")}, "two files bom.json", exitUsage},
		{[]string{at("docs/notes.yaml"), "-o", at("three")}, "notes:", exitInput},
		{[]string{at("docs"), "-o", at("three"), "--base", "example.com"}, "is not the URL of a folder", exitUsage},
		{[]string{at("docs"), "-o", at("three"), "--base", "https://example.com/?v=1"}, "is not the URL of a folder", exitUsage},
		{[]string{at("docs"), "-o", at("three"), "--base", "https://example.com/\xff"}, "is not the URL of a folder", exitUsage},
		{[]string{at("docs"), "-o", at("three"), "--base", "https://example.com/\U000E0001"}, "is not the URL of a folder", exitUsage},
		{[]string{at("docs"), "-o", at("three"), "--base", `https://example.com/a"b`}, "is not the URL of a folder", exitUsage},
	} {
		if code, text := release(c.args...); code != c.code || !strings.Contains(text, c.want) {
			t.Errorf("%q: exit code %d, want %d: %s, want %s", c.args, code, c.code, text, c.want)
		}
	}
	if _, err := os.Stat(at("three")); !os.IsNotExist(err) {
		t.Error("a release that failed has left a folder")
	}
}
