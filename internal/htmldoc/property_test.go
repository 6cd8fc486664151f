package htmldoc_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/htmldoc"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// checkPage reads a page and says what is wrong with the tree, "" where nothing is: every
// place must lie inside the page, every piece of text must stand at its place, and every
// table must be a rectangle without holes.
func checkPage(name string, text []byte) string {
	c := &checker{f: source.New(name, text), width: map[int]int{}}
	var found diag.List
	page := htmldoc.Parse(c.f, &found)
	for _, x := range found.Sorted() {
		c.place("finding "+x.String(), x.Pos)
	}
	doc.WalkAll(page.Blocks, c.block)
	doc.Dump(page)
	return c.wrong
}

type checker struct {
	f     *source.File
	wrong string
	width map[int]int // code points of long lines
}

func (c *checker) fail(format string, args ...any) {
	if c.wrong == "" {
		c.wrong = fmt.Sprintf(format, args...)
	}
}

func (c *checker) place(what string, p source.Pos) {
	if len(c.f.Lines()) == 0 {
		return
	}
	w, known := c.width[p.Line]
	if !known {
		w = utf8.RuneCountInString(c.f.Line(p.Line))
		c.width[p.Line] = w
	}
	if p.Line < 1 || p.Line > len(c.f.Lines()) || p.Col < 1 || p.Col > w+1 {
		c.fail("%s at %v lies outside the page", what, p)
	}
}

// seg holds a text against the page. An entity is decoded in the tree, and white space of
// any kind is one space there.
func (c *checker) seg(s doc.Seg, code bool) {
	c.place("text "+s.Text, s.Pos)
	line := c.f.Line(s.Pos.Line)
	if c.wrong != "" || code && strings.ContainsAny(line, "&<\u00a0") || len(line) > 10_000 {
		return
	}
	rest := blanks.Replace(string([]rune(line)[s.Pos.Col-1:]))
	entity := strings.HasPrefix(rest, "&") || s.Text == " "
	if !entity && !strings.HasPrefix(rest, strings.TrimRight(blanks.Replace(s.Text), " ")) {
		c.fail("text %q is not what stands at %v", s.Text, s.Pos)
	}
}

var blanks = strings.NewReplacer("\t", " ", "\f", " ", "\v", " ", "\u00a0", " ")

func (c *checker) text(t doc.Text) {
	for _, in := range t {
		if len(in.Segs) == 0 {
			c.fail("a run of %s without text", in.Kind)
		}
		for _, s := range in.Segs {
			c.seg(s, false)
		}
	}
	if s := t.String(); s != strings.TrimSpace(s) || strings.Contains(s, "  ") || strings.Contains(s, "\n") {
		c.fail("white space is left in %q", s)
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
		for _, i := range n.Items {
			c.place("term", i.Start)
			c.text(i.Term)
		}
	case *doc.Code:
		c.labels(n.Labels)
		for _, s := range n.Lines {
			c.seg(s, true)
		}
	case *doc.Table:
		c.labels(n.Labels)
		c.text(n.Caption)
		c.grid(n, n.Head)
		c.grid(n, n.Body)
	case *doc.Other:
		c.labels(n.Labels)
	}
	return true
}

// grid checks that the cells of a group of rows cover each field once.
func (c *checker) grid(t *doc.Table, rows []*doc.Row) {
	if t.Cols*len(rows) > 1_000_000 {
		return
	}
	covered := make([]bool, t.Cols*len(rows))
	for i, row := range rows {
		c.place("row", row.Start)
		for k, cell := range row.Cells {
			c.place("cell", cell.Start)
			if k > 0 && row.Cells[k-1].Col >= cell.Col {
				c.fail("the cells of the row at %v are out of order", row.Start)
			}
			for y := i; y < i+cell.RowSpan; y++ {
				for x := cell.Col; x < cell.Col+cell.ColSpan; x++ {
					if y >= len(rows) || x >= t.Cols || covered[y*t.Cols+x] {
						c.fail("the cell at %v covers a field that is not its own", cell.Start)
						return
					}
					covered[y*t.Cols+x] = true
				}
			}
		}
	}
	if i := bytes.IndexByte(boolBytes(covered), 0); i >= 0 {
		c.fail("the table at %v has a hole in row %d, column %d", t.Start, i/t.Cols, i%t.Cols)
	}
}

func boolBytes(b []bool) []byte {
	out := make([]byte, len(b))
	for i, x := range b {
		if x {
			out[i] = 1
		}
	}
	return out
}

// TestCorpus reads all exported pages, as they are and cut off at many places.
func TestCorpus(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(golden.Shared(t, "corpus-html"), "*", "*", "*.html"))
	if err != nil || len(pages) < 300 {
		t.Fatal("no pages", err)
	}
	for i, path := range pages {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if wrong := checkPage(filepath.Base(path), text); wrong != "" {
			t.Errorf("%s: %s", path, wrong)
		}
		if i%15 != 0 {
			continue // a page in fifteen shows every kind of page
		}
		for n := 1000; n < min(len(text), 40_000); n += 1000 {
			for _, torn := range [][]byte{text[:n], text[n:]} {
				if wrong := checkPage("torn.html", torn); wrong != "" {
					t.Errorf("%s, cut at %d: %s", path, n, wrong)
				}
			}
		}
	}
}

// TestHostile reads pages that were made to cost much: what counts is that they return.
func TestHostile(t *testing.T) {
	const n = 20_000
	rep := strings.Repeat
	for name, text := range map[string]string{
		"nested boxes":     rep("<div>", n) + "x",
		"nested bold":      rep("<b>", n) + "x",
		"nested tables":    rep("<table><tr><td>", n) + "x",
		"nested lists":     rep("<ul><li>", n) + "x",
		"nested notes":     rep("<div class=note>", n) + "x" + rep("</div>", n),
		"stray ends":       rep("</div></td></table>", n),
		"open paragraphs":  rep("<p>", n) + "x",
		"open tags":        rep("<", n),
		"attributes":       "<p " + rep("a=b ", n) + ">x",
		"long attribute":   `<a href="` + rep("x", n*10) + `" id="` + rep("y", n*10) + `">z</a>`,
		"entities":         rep("&amp;&#x110000;&#0;&;&x", n),
		"many entities":    "<p>" + rep("&lt;", n),
		"long line":        "<p>" + rep("a <b>b</b> ", n),
		"wide row":         "<table><tr>" + rep("<td>x", n) + "</table>",
		"wide cells":       "<table>" + rep("<tr><td colspan=999999999999999999999>x<td colspan=0>", 300) + "</table>",
		"tall cells":       "<table>" + rep("<tr><td rowspan=65534>x<td rowspan=0>y", 300) + "</table>",
		"crossing spans":   "<table>" + rep("<tr><td>a<td rowspan=3>b<td>c<tr><td colspan=3>d", 200) + "</table>",
		"empty rows":       "<table><tr><td colspan=100>x" + rep("<tr>", n) + "</table>",
		"script":           "<h1>T</h1><script><table><tr><td>x</td></tr></table></script><p>y",
		"open script":      "<h1>T</h1><script>" + rep("<p>x", n),
		"open comment":     "<h1>T</h1><!--" + rep("<p>x", n),
		"control":          "<p>\x00\x01\x02 a\x0bb\x0cc\r\rd\x7f</p><pre>\x00\t\x0b</pre>",
		"nul in tags":      "<p\x00 id=\x00>x</p\x00>",
		"titles":           rep("<h1>a</h1>", n),
		"headings":         rep("<h2>a<h3>b<h4>c<h5>d<h6>e", n),
		"headings in cell": "<table><tr><td><h1>a</h1><h2>b</h2></table>",
		"anchors":          rep("<a name=x id=y>", n),
		"links":            rep(`<a href="#x">x</a>`, n),
		"breaks":           rep("<br>", n) + "<pre>" + rep("<br>", n) + "</pre>",
		"definitions":      rep("<dl><dd><dt>", n) + "x",
		"plaintext":        "<h1>T</h1><plaintext>" + rep("<p>", n),
		"only white space": " \n\t",
		"a tag":            "<",
		"utf-16":           "\xff\xfe<\x00p\x00>\x00",
		"title in form":    "<form><h1>T</h1><p>x</form>",
		"title in nav":     "<nav><h1 class=topictitle1>T</h1></nav><p>x",
		"list text":        "<ul>a<ul>b</ul><li>c</ul>",
		"cells alone":      "<td>a<th>b<tr>c<tbody>d",
		"no semicolon":     "<p>&nbsp00 a&ltb &amp;c &#48abc &nbsp00;",
		"cell in a title":  "<h1><p>\n0<td>00",
	} {
		t.Run(name, func(t *testing.T) {
			if wrong := checkPage("hostile.html", []byte(text)); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	cases, err := filepath.Glob("testdata/*.html")
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
		if wrong := checkPage("fuzz.html", text); wrong != "" {
			t.Errorf("%s\n%q", wrong, text)
		}
	})
}
