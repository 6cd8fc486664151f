package tests

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// oddLines are put between the lines of a page to break it.
var oddLines = []string{
	"", "::", ".. code-block::", ".. code-block:: json", ".. table::", ".. note::", ".. _label:", "**", "-  ", "{", "}", "[", "+---+", "| a | b |",
	"URI", "---", "===", "Request", "Response", "GET /v1/a", "GET /v1/{a::b}/x", "PUT /v1/{a", "POST https://{}/", "DELETE /v1/{a}/{a}", "GET /", "Status code: 999",
	"<table><tr><td>a", "</table>", "<h4>URI</h4>", "<pre>GET /v2/{b</pre>", "\x00", "\xff\xfe", strings.Repeat(" ", 70) + "x",
}

// mutated gives a page with a few of its lines gone, twice, elsewhere, cut or between odd ones.
func mutated(page []byte, random *rand.Rand) []byte {
	lines := strings.SplitAfter(string(page), "\n")
	for range 1 + random.IntN(4) {
		i, j := random.IntN(len(lines)), random.IntN(len(lines))
		switch random.IntN(6) {
		case 0: // without some lines
			lines = append(lines[:i:i], lines[min(len(lines), i+1+random.IntN(3)):]...)
		case 1: // with one twice
			lines = append(lines[:i+1:i+1], lines[i:]...)
		case 2:
			lines[i], lines[j] = lines[j], lines[i]
		case 3: // with one cut
			lines[i] = lines[i][:random.IntN(len(lines[i])+1)]
		case 4:
			lines = append(lines[:i:i], append([]string{oddLines[random.IntN(len(oddLines))] + "\n"}, lines[i:]...)...)
		case 5: // torn off
			if random.IntN(4) == 0 {
				lines = lines[:i+1]
			}
		}
		if len(lines) == 0 {
			lines = []string{"\n"}
		}
	}
	return []byte(strings.Join(lines, ""))
}

// brokenPromise converts one page and says which promise of the conversion does not hold for
// it, "" where all do: findings instead of failures, places inside of the page, rows that end
// somewhere, and a document that gen reads.
func brokenPromise(name string, page []byte) string {
	set := convert.Set{Name: "set", Pages: map[string][]byte{name: page}}
	res, err := otc.Convert(set)
	if err != nil && !errors.Is(err, convert.ErrNoOperations) {
		return err.Error()
	}
	lines := bytes.Count(page, []byte("\n")) + bytes.Count(page, []byte("\r")) + 1
	for _, f := range res.Findings {
		switch {
		case f.Rule == "tool/internal-error":
			return f.String()
		case f.Pos.Line < 1 || f.Pos.Line > lines || f.Pos.Col < 1:
			return fmt.Sprintf("%s: a place outside of the page, which has %d lines", f, lines)
		}
	}
	if s := res.Stats; s.RowsInSpec+s.RowsInFindings+s.RowsOther != s.Rows {
		return fmt.Sprintf("%d rows end in the document, %d in findings, %d elsewhere: of %d", s.RowsInSpec, s.RowsInFindings, s.RowsOther, s.Rows)
	}
	if err != nil {
		return ""
	}
	text, err := res.Encode("set.yaml", true)
	if err != nil {
		return err.Error()
	}
	if _, err := document.Load(text); err != nil {
		return err.Error()
	}
	return ""
}

// printedPages are the pages of the repository that are read by a reader.
func printedPages(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("pages/*/*.*")
	if err != nil {
		t.Fatal(err)
	}
	files = slices.DeleteFunc(files, func(f string) bool {
		return !slices.Contains([]string{".rst", ".html", ".txt"}, filepath.Ext(f)) || filepath.Base(f) == "findings.txt"
	})
	if len(files) < 50 {
		t.Fatalf("only %d pages", len(files))
	}
	return files
}

// TestMutatedPages breaks pages in ways that authors and converters of pages do.
func TestMutatedPages(t *testing.T) {
	files := printedPages(t)
	random := rand.New(rand.NewPCG(1, 0))
	failed := 0
	for i := range 2500 {
		file := files[i%len(files)]
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		page = mutated(page, random)
		if broken := brokenPromise(filepath.Base(file), page); broken != "" {
			t.Errorf("%s, mutant %d: %s\n%s", file, i, broken, page)
			if failed++; failed == 3 {
				t.Fatal("and so on")
			}
		}
	}
}

func FuzzConvert(f *testing.F) {
	for _, file := range printedPages(f) {
		page, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(strings.TrimPrefix(filepath.Ext(file), "."), page)
	}
	f.Fuzz(func(t *testing.T, form string, page []byte) {
		if !slices.Contains([]string{"rst", "html", "txt"}, form) || len(page) > 1<<16 {
			return
		}
		if broken := brokenPromise("page."+form, page); broken != "" {
			t.Error(broken)
		}
	})
}
