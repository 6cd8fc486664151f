package rst_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// pages lists the pages below dir, relative to it, in order.
func pages(t testing.TB, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.HasSuffix(path, ".rst") {
			rel, _ := filepath.Rel(dir, path)
			list = append(list, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(list)
	return list
}

// each calls fn for all pages below dir, on all cores.
func each(t testing.TB, dir string, fn func(page string, text []byte)) {
	t.Helper()
	list := make(chan string)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for page := range list {
				text, err := os.ReadFile(filepath.Join(dir, page))
				if err != nil {
					t.Error(err)
					continue
				}
				fn(page, text)
			}
		})
	}
	for _, page := range pages(t, dir) {
		list <- page
	}
	close(list)
	wg.Wait()
}

// TestTables holds every table of the real documentation against what docutils, the
// reference reader, sees of it.
func TestTables(t *testing.T) {
	dir := golden.Shared(t, "corpus")
	oracle, err := os.ReadFile(golden.Shared(t, "oracle/docutils-tables.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	want := byPage(string(oracle))
	known := knownDifferences(t)
	var mu sync.Mutex
	equal, differ := 0, 0
	each(t, dir, func(page string, text []byte) {
		got := doc.TableLines(rst.Parse(source.New(page, text), new(diag.List)), page)
		mu.Lock()
		defer mu.Unlock()
		exp := want[page]
		delete(want, page)
		for i := range max(len(got), len(exp)) {
			g, e := at(got, i), at(exp, i)
			key := tableKey(g, e)
			switch {
			case g == e && known[key]:
				t.Errorf("%s is equal now: take it from testdata/known-differences.tsv", key)
			case g == e:
				equal++
			case !known[key]:
				differ++
				if differ <= 40 {
					t.Errorf("table differs\n got %s\nwant %s", g, e)
				}
			}
			delete(known, key)
		}
	})
	for page := range want {
		t.Errorf("page %s was not read", page)
	}
	for key := range known {
		t.Errorf("%s is listed in testdata/known-differences.tsv, but there is no such table", key)
	}
	t.Logf("%d tables equal, %d not", equal, differ)
}

func byPage(tsv string) map[string][]string {
	m := make(map[string][]string)
	for i, line := range strings.Split(strings.TrimSuffix(tsv, "\n"), "\n") {
		if i > 0 {
			page, _, _ := strings.Cut(line, "\t")
			m[page] = append(m[page], line)
		}
	}
	return m
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// tableKey is page and table number of the first of lines that is not empty.
func tableKey(lines ...string) string {
	for _, line := range lines {
		if f := strings.SplitN(line, "\t", 3); len(f) == 3 {
			return f[0] + "\t" + f[1]
		}
	}
	return ""
}

// knownDifferences reads the list of page, table and reason.
func knownDifferences(t *testing.T) map[string]bool {
	text, err := os.ReadFile("testdata/known-differences.tsv")
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	known := make(map[string]bool)
	for _, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.Count(line, "\t") != 2 {
			t.Errorf("known difference without page, table and reason: %q", line)
		}
		known[tableKey(line)] = true
	}
	if len(known) > 20 {
		t.Errorf("%d known differences; 20 are allowed", len(known))
	}
	return known
}

// BenchmarkCorpus reads the real documentation on all cores.
func BenchmarkCorpus(b *testing.B) {
	dir := golden.Shared(b, "corpus")
	var files []*source.File
	size := int64(0)
	for _, page := range pages(b, dir) {
		text, err := os.ReadFile(filepath.Join(dir, page))
		if err != nil {
			b.Fatal(err)
		}
		size += int64(len(text))
		files = append(files, source.New(page, text))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		list := make(chan *source.File, len(files))
		for _, f := range files {
			list <- f
		}
		close(list)
		var wg sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			wg.Go(func() {
				for f := range list {
					rst.Parse(f, new(diag.List))
				}
			})
		}
		wg.Wait()
	}
}
