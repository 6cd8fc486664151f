package rst_test

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// checkPage reads a page and says what is wrong with the tree, "" where nothing is:
// every place must lie inside the page, every piece of text must be what the page has at
// its place, and every table must be a rectangle without holes.
func checkPage(name string, text []byte) string {
	f := source.New(name, text)
	var found diag.List
	page := rst.Parse(f, &found)
	c := checker{f: f, cols: make(map[int][]int)}
	for _, x := range found.Sorted() {
		// A page without lines has no place to point at.
		if !f.Contains(x.Pos) && len(f.Lines()) > 0 {
			c.fail("finding %s outside the page", x)
		}
	}
	doc.WalkAll(page.Blocks, c.block)
	doc.Dump(page)
	return c.wrong
}

type checker struct {
	f     *source.File
	wrong string
	cols  map[int][]int // offset of each column, by line
}

func (c *checker) fail(format string, args ...any) {
	if c.wrong == "" {
		c.wrong = fmt.Sprintf(format, args...)
	}
}

func (c *checker) place(what string, p source.Pos) bool {
	if p.Line < 1 || p.Line > len(c.f.Lines()) || p.Col < 1 || p.Col > len(c.offsets(p.Line)) {
		c.fail("%s at %v lies outside the page", what, p)
		return false
	}
	return true
}

func (c *checker) offsets(line int) []int {
	offsets, ok := c.cols[line]
	if !ok {
		s := c.f.Line(line)
		for i := range s {
			offsets = append(offsets, i)
		}
		offsets = append(offsets, len(s))
		c.cols[line] = offsets
	}
	return offsets
}

func (c *checker) seg(s doc.Seg) {
	if !c.place("text "+s.Text, s.Pos) {
		return
	}
	line := c.f.Line(s.Pos.Line)
	if strings.ContainsAny(line, "\t\v\f") {
		return // the tree has spaces there
	}
	if rest := line[c.offsets(s.Pos.Line)[s.Pos.Col-1]:]; !strings.HasPrefix(rest, s.Text) {
		c.fail("text %q is not what stands at %v", s.Text, s.Pos)
	}
}

func (c *checker) text(t doc.Text) {
	for _, in := range t {
		if len(in.Segs) == 0 {
			c.fail("a run of %s without text", in.Kind)
		}
		for _, s := range in.Segs {
			c.seg(s)
		}
	}
}

func (c *checker) labels(labels []doc.Label) {
	for _, l := range labels {
		c.place("label "+l.Name, l.Pos)
	}
}

func (c *checker) block(n doc.Block) bool {
	c.place(fmt.Sprintf("%T", n), n.Pos())
	switch n := n.(type) {
	case *doc.Section:
		c.text(n.Title)
		c.labels(n.Labels)
	case *doc.Paragraph:
		c.text(n.Text)
		c.labels(n.Labels)
	case *doc.List:
		c.labels(n.Labels)
		for _, i := range n.Items {
			c.place("item", i.Start)
		}
	case *doc.DefinitionList:
		c.labels(n.Labels)
		for _, i := range n.Items {
			c.place("term", i.Start)
			c.text(i.Term)
		}
	case *doc.Quote:
		c.labels(n.Labels)
	case *doc.Note:
		c.labels(n.Labels)
		c.text(n.Title)
	case *doc.Code:
		c.labels(n.Labels)
		for _, s := range n.Lines {
			c.seg(s)
		}
	case *doc.Fields:
		c.labels(n.Labels)
		for _, f := range n.Fields {
			c.place("field", f.Start)
			c.text(f.Body)
		}
	case *doc.Table:
		c.table(n)
	case *doc.Other:
		c.labels(n.Labels)
	}
	return true
}

func (c *checker) table(t *doc.Table) {
	c.labels(t.Labels)
	c.text(t.Caption)
	for _, rows := range [][]*doc.Row{t.Head, t.Body} {
		area := 0
		for _, row := range rows {
			c.place("row", row.Start)
			for _, cell := range row.Cells {
				c.place("cell", cell.Start)
				area += cell.ColSpan * cell.RowSpan
			}
		}
		if area != t.Cols*len(rows) && t.Form != doc.FormSimple {
			c.fail("the table at %v has %d fields, its cells cover %d", t.Start, t.Cols*len(rows), area)
		}
	}
}

// TestPlaces reads all pages as they are.
func TestPlaces(t *testing.T) {
	each(t, golden.Shared(t, "corpus"), func(page string, text []byte) {
		if wrong := checkPage(page, text); wrong != "" {
			t.Errorf("%s: %s", page, wrong)
		}
	})
}

// TestTornPages reads pages that were damaged in the ways that pages get damaged: cut
// off, borders mistyped, tabs for spaces, lines joined, an encoding that is not UTF-8.
//
// One page in twenty shows every kind of page.
func TestTornPages(t *testing.T) {
	const sample = 20
	each(t, golden.Shared(t, "corpus"), func(page string, text []byte) {
		if crc32.ChecksumIEEE([]byte(page))%sample != 0 {
			return
		}
		const most = 60_000 // the large pages are large tables: no new damage in them
		if len(text) > most {
			text = text[:most]
		}
		for what, torn := range damage(text) {
			if wrong := checkPage(page, torn); wrong != "" {
				t.Errorf("%s, %s: %s", page, what, wrong)
			}
		}
	})
}

func damage(text []byte) map[string][]byte {
	m := map[string][]byte{
		"corners for borders":  bytes.ReplaceAll(text, []byte("|"), []byte("+")),
		"borders for corners":  bytes.ReplaceAll(text, []byte("+"), []byte("|")),
		"equals for hyphens":   bytes.ReplaceAll(text, []byte("-"), []byte("=")),
		"tabs for spaces":      bytes.ReplaceAll(text, []byte("   "), []byte("\t")),
		"mixed tabs":           bytes.ReplaceAll(text, []byte("\n   "), []byte("\n \t")),
		"no blank lines":       bytes.ReplaceAll(text, []byte("\n\n"), []byte("\n")),
		"no bottom borders":    bytes.ReplaceAll(text, []byte("-+\n\n"), []byte("\n\n")),
		"wide characters":      bytes.ReplaceAll(text, []byte("e"), []byte("\u8868")),
		"two-byte characters":  bytes.ReplaceAll(text, []byte("a"), []byte("é")),
		"not UTF-8":            bytes.ReplaceAll(text, []byte("o"), []byte("\xf6")),
		"backslashes":          bytes.ReplaceAll(text, []byte(" "), []byte(`\ `)),
		"asterisks for spaces": bytes.ReplaceAll(text, []byte("  "), []byte(" *")),
		"NUL":                  bytes.ReplaceAll(text, []byte("i"), []byte("\x00")),
	}
	for n := 1000; n < len(text); n += 1000 {
		if n > 8000 && n%7000 != 0 {
			continue
		}
		m[fmt.Sprintf("cut at %d", n)] = text[:n]
		m[fmt.Sprintf("from %d on", n)] = text[n:]
	}
	return m
}

// TestHostile reads pages that were made to cost much: what counts is that they return.
func TestHostile(t *testing.T) {
	const n = 20_000
	rows := strings.Repeat(strings.Repeat("+-", 150)+"+\n", 150)
	for name, text := range map[string]string{
		"nested lists":     strings.Repeat("- ", n) + "x",
		"nested quotes":    stairs(2000, "x"),
		"nested items":     stairs(2000, "- x"),
		"stars":            strings.Repeat("*a ", n),
		"strong":           strings.Repeat("**a ", n),
		"backquotes":       strings.Repeat("`a ", n),
		"roles":            strings.Repeat(":a:`", n),
		"colons":           strings.Repeat(":a", n) + "`",
		"bars":             strings.Repeat("|a ", n),
		"brackets":         strings.Repeat("[a", n) + "]_",
		"underscores":      strings.Repeat("a_", n),
		"names":            ".. _a: b\n\n" + strings.Repeat("a-a", n) + "_",
		"schemes":          strings.Repeat("http://", n),
		"escapes":          strings.Repeat(`\`, n),
		"corners only":     rows,
		"open corners":     strings.ReplaceAll(rows, "+-+\n", "+--\n"),
		"corner rows":      strings.Repeat("+", 3000) + "\n" + strings.Repeat("|"+strings.Repeat(" ", 2998)+"|\n", 100),
		"holes":            "+-" + strings.Repeat("+", 500) + "-+\n" + strings.Repeat("|"+strings.Repeat("+", 502)+"|\n", 500) + "+-" + strings.Repeat("-", 500) + "-+\n",
		"self-replacement": ".. |a| replace:: |a| |a|\n\n|a|",
		"replacements":     chain(40),
		"adornments":       adornments(),
		"wide table":       "+" + strings.Repeat("-+", n) + "\n|" + strings.Repeat("x|", n) + "\n+" + strings.Repeat("-+", n),
		"wide simple":      strings.Repeat("= ", n) + "=\n" + strings.Repeat("x ", n) + "x\n" + strings.Repeat("= ", n) + "=",
		"enumerations":     strings.Repeat("1. ", n),
		"terms":            stairs(2000, "a"),
		"fields":           strings.Repeat(":a:", n),
		"directives":       strings.Repeat(".. note:: ", n),
		"targets":          strings.Repeat(".. _a", n),
	} {
		t.Run(name, func(t *testing.T) {
			if wrong := checkPage("hostile.rst", []byte(text)); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

func stairs(n int, s string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", 2*i) + s + "\n\n")
	}
	return b.String()
}

func chain(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ".. |a%d| replace:: |a%d| |a%d|\n", i, i+1, i+1)
	}
	return b.String() + "\n|a0|\n"
}

func adornments() string {
	var b strings.Builder
	for i, c := range "=-~^'\"#*+.:_`" {
		fmt.Fprintf(&b, "T\n%c\n\n", c)
		if i%3 == 2 {
			b.WriteString("T\n=\n\n")
		}
	}
	return b.String()
}

func FuzzParse(f *testing.F) {
	cases, err := filepath.Glob("testdata/*.rst")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range cases {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if wrong := checkPage("fuzz.rst", text); wrong != "" {
			t.Errorf("%s\n%q", wrong, text)
		}
	})
}
