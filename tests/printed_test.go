package tests

import (
	"bytes"
	"html"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// printer writes trees as HTML, as exports of different tools do.
type printer struct {
	bytes.Buffer
	captions string // the tag around a caption outside of its table; "" for <caption>
	noHead   bool   // tables have rows of plain cells only
}

// otherAsHTML are cases whose HTML says something else than their RST, and why.
var otherAsHTML = map[string]string{
	"hostile":        "has HTML in its texts, and markup that only RST has",
	"nameless_rows":  byOriginalName,
	"new_style":      byOriginalName,
	"not_utf8":       "is about bytes",
	"outdated":       "a table of contents in RST tells which pages are",
	"paging":         byOriginalName,
	"wrapped_bodies": byOriginalName,
}

const byOriginalName = "operations have the name of :original_name:, which HTML lacks"

// TestPrinted prints the pages of all cases as HTML and converts them again: the same facts must come out, whether a
// caption is an element of its table or a paragraph above it, and whether the head of a table is marked as one.
func TestPrinted(t *testing.T) {
	for name, set := range cases(t) {
		res, err := otc.Convert(set)
		if err != nil {
			continue // TestPages holds why
		}
		want := factsOf(t, res)
		differs := false
		for form, p := range map[string]printer{
			"exported":               {},
			"captions as paragraphs": {captions: "p"},
			"heads as plain cells":   {noHead: true},
		} {
			if p.noHead && name == "odd_columns" {
				continue // its heads are words that nobody knows
			}
			printed, err := otc.Convert(p.set(set))
			if err != nil {
				t.Errorf("%s, %s: %v", name, form, err)
				continue
			}
			if !bytes.Equal(factsOf(t, printed), want) {
				differs = true
				if otherAsHTML[name] == "" {
					t.Errorf("%s, %s: other facts than in RST", name, form)
				}
			}
		}
		if otherAsHTML[name] != "" && !differs {
			t.Errorf("%s gives the same facts as in RST, so nothing need be said of it: %s", name, otherAsHTML[name])
		}
	}
}

// factsOf is the document of a set without the descriptions of its pages.
func factsOf(t *testing.T, res *convert.Result) []byte {
	t.Helper()
	facts, err := res.Encode("spec.yaml", false)
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

// set prints all pages of a set.
func (p *printer) set(set convert.Set) convert.Set {
	out := convert.Set{Name: set.Name, Pages: make(map[string][]byte), Beside: set.Beside}
	for _, page := range trees(set, new(diag.List)) {
		p.Reset()
		p.blocks(page.Blocks)
		file := page.File.Path()
		out.Pages[strings.TrimSuffix(file, path.Ext(file))+".html"] = bytes.Clone(p.Bytes())
	}
	return out
}

func (p *printer) blocks(blocks []doc.Block) {
	for _, b := range blocks {
		p.block(b)
	}
}

func (p *printer) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Section:
		p.labels(b.Labels)
		p.element("h"+strconv.Itoa(min(b.Level, 6)), func() { p.text(b.Title) })
		p.blocks(b.Blocks)
	case *doc.Paragraph:
		p.labels(b.Labels)
		p.element("p", func() { p.text(b.Text) })
	case *doc.List:
		p.labels(b.Labels)
		tag := "ul"
		if b.Ordered {
			tag = "ol"
		}
		p.element(tag, func() {
			for _, item := range b.Items {
				p.element("li", func() { p.blocks(item.Blocks) })
			}
		})
	case *doc.DefinitionList:
		p.element("dl", func() {
			for _, item := range b.Items {
				p.element("dt", func() { p.text(item.Term) })
				p.element("dd", func() { p.blocks(item.Blocks) })
			}
		})
	case *doc.Quote:
		p.element("blockquote", func() { p.blocks(b.Blocks) })
	case *doc.Note:
		p.WriteString(`<div class="note"><span class="notetitle">NOTE:</span><div class="notebody">`)
		p.blocks(b.Blocks)
		p.WriteString("</div></div>\n")
	case *doc.Code:
		p.labels(b.Labels)
		p.element("pre", func() {
			for _, l := range b.Lines {
				p.WriteString(html.EscapeString(l.Text) + "\n")
			}
		})
	case *doc.Table:
		p.table(b)
	}
}

// element writes a tag around what inner writes.
func (p *printer) element(tag string, inner func()) {
	p.WriteString("<" + tag + ">")
	inner()
	name, _, _ := strings.Cut(tag, " ")
	p.WriteString("</" + name + ">\n")
}

func (p *printer) labels(labels []doc.Label) {
	for _, l := range labels {
		p.WriteString(`<a name="` + html.EscapeString(l.Name) + `"></a>`)
	}
}

// inlineTags are the tags of inline markup.
var inlineTags = map[doc.InlineKind]string{doc.Strong: "strong", doc.Emph: "em", doc.Literal: "code"}

func (p *printer) text(t doc.Text) {
	for _, in := range t {
		words := html.EscapeString(doc.Text{in}.String())
		switch tag := inlineTags[in.Kind]; {
		case in.Kind == doc.Image:
		case in.Kind == doc.Ref:
			p.WriteString(`<a href="#` + html.EscapeString(in.Target) + `">` + words + "</a>")
		case in.Kind == doc.Link:
			p.WriteString(`<a href="` + html.EscapeString(in.Target) + `">` + words + "</a>")
		case tag != "":
			p.WriteString("<" + tag + ">" + words + "</" + tag + ">")
		default:
			p.WriteString(words)
		}
	}
}

func (p *printer) table(t *doc.Table) {
	p.labels(t.Labels)
	if p.captions != "" && len(t.Caption) > 0 {
		p.element(p.captions, func() { p.text(t.Caption) })
	}
	p.element("table", func() {
		if p.captions == "" && len(t.Caption) > 0 {
			p.element("caption", func() { p.text(t.Caption) })
		}
		if p.noHead {
			p.rows(slices.Concat(t.Head, t.Body), "td")
			return
		}
		if len(t.Head) > 0 {
			p.element("thead", func() { p.rows(t.Head, "th") })
		}
		p.element("tbody", func() { p.rows(t.Body, "td") })
	})
}

func (p *printer) rows(rows []*doc.Row, tag string) {
	for _, r := range rows {
		p.element("tr", func() {
			for _, c := range r.Cells {
				p.element(tag+` colspan="`+strconv.Itoa(c.ColSpan)+`" rowspan="`+strconv.Itoa(c.RowSpan)+`"`, func() { p.blocks(c.Blocks) })
			}
		})
	}
}
