package main

import (
	"archive/zip"
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// zippedPages are the pages of the sample with a word replaced, as code hosts pack them.
func zippedPages(t *testing.T, old, new string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range state(t, pagesOfSample()) {
		_, text, _ = strings.Cut(text, "\n")
		f, err := w.Create("docs-1f/api-ref/source/" + name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte(strings.ReplaceAll(text, old, new)))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSyncArchiveURL: an archive is downloaded once for each pin, and what the server has in its place is
// not taken before --update.
func TestSyncArchiveURL(t *testing.T) {
	inModule(t)
	archive, asked := zippedPages(t, "", ""), 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		_, _ = w.Write(archive)
	}))
	defer server.Close()
	good(t, "init", server.URL+"/docs.zip?ref=main", "--path", "api-ref/source")
	good(t, "sync")
	good(t, "sync")
	if asked != 1 {
		t.Errorf("the server was asked %d times for one archive", asked)
	}
	first := sumOf(archive)
	archive = zippedPages(t, "Maximum: **64**", "Maximum: **32**")
	good(t, "sync")
	good(t, "sync", "--check")
	out := good(t, "sync", "--update", "--report", "r.md")
	if want := "svs from " + first[:12] + " to " + sumOf(archive)[:12]; !strings.HasPrefix(out, want) {
		t.Errorf("%q, want %q", out, want)
	}
	if text, err := os.ReadFile("r.md"); err != nil || !strings.Contains(string(text), "maxLength 64 → 32") {
		t.Errorf("%v %s", err, text)
	}
	replaceIn(t, "rst2openapi.yaml", sumOf(archive), first)
	good(t, "sync", "--offline")
	if err := os.RemoveAll(cacheFolder("")); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := command("sync", "--offline"); code != exitInput || !strings.Contains(stderr, "is not in the cache: run once without --offline") {
		t.Errorf("%d %s", code, stderr)
	}
	if code, _, stderr := command("sync"); code != exitInput || !strings.Contains(stderr, "not the one that is pinned: run rst2openapi sync --update svs where that is right") {
		t.Errorf("%d %s", code, stderr)
	}
	replaceIn(t, "rst2openapi.yaml", "sha256: "+first, "")
	if code, _, stderr := command("sync"); code != exitInput || !strings.Contains(stderr, "no archive is pinned yet: run rst2openapi sync --update svs") {
		t.Errorf("%d %s", code, stderr)
	}
	server.Close()
	if code, _, stderr := command("sync", "--update"); code != exitInput || !strings.Contains(stderr, "cannot be downloaded: ") || strings.Count(stderr, "\n") != 1 {
		t.Errorf("%d %s", code, stderr)
	}
}

// TestPrune: the cache loses what was of use the longest time ago, and nothing that is not its own.
func TestPrune(t *testing.T) {
	dir := t.TempDir()
	old, new, own := strings.Repeat("a", 40)+"-"+strings.Repeat("0", 16)+".zip", strings.Repeat("b", 64)+".archive", "mine.zip"
	for i, name := range []string{new, old, own} {
		write(t, filepath.Join(dir, name), "12345")
		at := time.Now().Add(-time.Duration(i) * time.Hour)
		if err := os.Chtimes(filepath.Join(dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	left := func() string {
		var names []string
		for _, name := range []string{new, old, own} {
			if isFile(filepath.Join(dir, name)) {
				names = append(names, name[:1])
			}
		}
		return strings.Join(names, " ")
	}
	prune(dir, 10)
	if got := left(); got != "b a m" {
		t.Errorf("of enough room, %s are left", got)
	}
	if _, err := readCached(filepath.Join(dir, old)); err != nil {
		t.Fatal(err)
	}
	prune(dir, 9)
	if got := left(); got != "a m" {
		t.Errorf("%s are left, want the one that was read, and the one of the user", got)
	}
	prune(filepath.Join(dir, "none"), 1)
}
