package main

import (
	"bytes"
	"cmp"
	"fmt"
	"hash/fnv"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// The samples that are judged: of pages in HTML there are two sets only.
const (
	drawSeed     = 7
	drawSize     = 40
	drawSizeHTML = 4
)

// finding is a finding of a set, with the text of its page.
type finding struct {
	diag.Finding
	pages map[string][]byte
	set   string
}

// key tells a finding from all others: its rule and its place.
func (f finding) key() [2]string {
	return [2]string{f.Rule, fmt.Sprintf("%s:%d:%d", path.Join(f.set, f.Page), f.Pos.Line, f.Pos.Col)}
}

// String gives the finding and the other places that it names.
func (f finding) String() string {
	out := f.set + "/" + f.Finding.String()
	for _, r := range f.Related {
		out += fmt.Sprintf("\n   see %s:%d: %s", r.Page, r.Pos.Line, r.Message)
	}
	return out
}

// excerpt gives lines of the page from the one before the finding on, and one of each other
// place that it names, without runs of spaces and the lines of tables.
func (f finding) excerpt(n int) string {
	var b strings.Builder
	f.quote(&b, f.Page, f.Pos.Line-1, n)
	for _, r := range f.Related {
		b.WriteString("   --\n")
		f.quote(&b, r.Page, r.Pos.Line, 1)
	}
	return b.String()
}

// quote writes lines of a page, at most 400 bytes of each.
func (f finding) quote(b *strings.Builder, page string, from, n int) {
	lines := bytes.Split(f.pages[page], []byte("\n"))
	for i := max(0, from-1); i < len(lines) && n > 0; i++ {
		text := strings.Join(strings.Fields(string(lines[i])), " ")
		if strings.Trim(text, "+-=| ") == "" {
			continue
		}
		n--
		fmt.Fprintf(b, "   %d: %.400s\n", i+1, text)
	}
}

// findings gives those of all sets below a folder.
func findings(dir string) ([]finding, error) {
	known, _, ok := profile.BuiltIn("otc")
	if !ok {
		return nil, fmt.Errorf("the profile otc is not built in")
	}
	c := convert.New(known)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var out []finding
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		set, err := c.ReadSet(os.DirFS(filepath.Join(dir, e.Name())), e.Name())
		if err != nil {
			continue // a folder without pages
		}
		res, _ := c.Convert(set) // guides without an operation have findings too
		for _, f := range res.Findings {
			out = append(out, finding{f, set.Pages, set.Name})
		}
	}
	return out, nil
}

// draw takes n findings of each rule, all where there are fewer: those whose keys have the
// smallest hashes. So a finding that comes or goes leaves the rest of the sample as it is.
func draw(all []finding, seed uint64, n int) []finding {
	hash := func(f finding) uint64 {
		h := fnv.New64a()
		fmt.Fprint(h, seed, f.key())
		return h.Sum64()
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b finding) int {
		return cmp.Or(strings.Compare(a.Rule, b.Rule), cmp.Compare(hash(a), hash(b)), strings.Compare(a.Message, b.Message))
	})
	var out []finding
	count := map[string]int{}
	for _, f := range all {
		if len(out) > 0 && out[len(out)-1].key() == f.key() {
			continue // one place may have several of a rule; the first stands for all
		}
		if count[f.Rule]++; count[f.Rule] <= n {
			out = append(out, f)
		}
	}
	return out
}
