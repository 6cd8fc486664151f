package extract

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// page is one page with what the passes found on it.
type page struct {
	doc   *doc.Page
	path  string
	title string
	found diag.List
	// rowFound are findings about table rows: they count only where the rows do, see settle.
	rowFound diag.List

	labels map[string]target
	tables []*table
	// xmls are the XML bodies that the page prints, once xmlRead; structs are its tables of
	// structures by what they describe, once asked for.
	xmls    []printedXML
	xmlRead bool
	structs map[*api.Schema]*table
	// pending are the labels of the line above, see pend.
	pending []doc.Label
	codes   []*code
	lines   []requestLine // of the URI section, in order
	// statusLines are the lines of text that name statuses, oddStatuses those that should.
	statusLines []statusLine
	oddStatuses []doc.Flow
	documented  []status // see statuses
	// anyLine is true where any text of the page is a request line.
	anyLine bool
	ops     []*api.Operation
	scope   *extraction
	// guideOf is the operation that a page without one of its own shows a call of; foreign
	// is true where it shows one of another service.
	guideOf *api.Operation
	foreign bool
	order   int
}

// index orders the pages as the documentation does and collects labels.
func (x *extraction) index(pages []*doc.Page) {
	x.byPath = make(map[string]*page, len(pages))
	x.labels = make(map[string]target)
	x.structs = make(map[string][]*table)
	sorted := slices.Clone(pages)
	slices.SortFunc(sorted, func(a, b *doc.Page) int { return cmp.Compare(a.File.Path(), b.File.Path()) })
	for _, d := range sorted {
		p := &page{doc: d, path: d.File.Path(), scope: x}
		if title, ok := pageTitle(d); ok {
			p.title = title
		}
		x.pages = append(x.pages, p)
		x.byPath[p.path] = p
		x.collectLabels(p)
	}
	x.orderByIndexPages()
}

func pageTitle(d *doc.Page) (string, bool) {
	for _, b := range d.Blocks {
		if s, ok := b.(*doc.Section); ok {
			return strings.Join(strings.Fields(s.Title.String()), " "), true
		}
	}
	return "", false
}

func (x *extraction) collectLabels(p *page) {
	add := func(labels []doc.Label, t *doc.Table) {
		for _, l := range labels {
			x.addLabel(p, l, t)
		}
	}
	doc.WalkAll(p.doc.Blocks, func(b doc.Block) bool {
		switch b := b.(type) {
		case *doc.Table:
			add(b.Labels, b)
		case *doc.Section:
			add(b.Labels, nil)
		case *doc.Paragraph:
			add(b.Labels, nil)
		case *doc.List:
			add(b.Labels, nil)
		case *doc.Code:
			add(b.Labels, nil)
		}
		return true
	})
}

// orderByIndexPages walks the toctrees from the top index page on. Pages that no toctree
// lists come behind, in the order of the set's table of contents, and then by path.
func (x *extraction) orderByIndexPages() {
	rank := make(map[*page]int)
	var visit func(p *page, depth int)
	visit = func(p *page, depth int) {
		if _, seen := rank[p]; seen || depth > 50 {
			return
		}
		rank[p] = len(rank)
		doc.WalkAll(p.doc.Blocks, func(b doc.Block) bool {
			toc, ok := b.(*doc.Other)
			if !ok || toc.Kind != "toctree" {
				return true
			}
			for _, entry := range toc.Entries {
				name := path.Join(path.Dir(p.path), entry)
				for _, ext := range []string{"", ".rst"} {
					if child, ok := x.byPath[name+ext]; ok {
						visit(child, depth+1)
					}
				}
			}
			return true
		})
	}
	var tops []*page
	for _, p := range x.pages {
		if path.Base(p.path) == "index.rst" {
			tops = append(tops, p)
		}
	}
	slices.SortStableFunc(tops, func(a, b *page) int {
		return cmp.Compare(strings.Count(a.path, "/"), strings.Count(b.path, "/"))
	})
	for _, p := range tops {
		visit(p, 0)
	}
	slices.SortStableFunc(x.pages, func(a, b *page) int {
		ra, oka := rank[a]
		rb, okb := rank[b]
		switch {
		case oka && okb:
			return cmp.Compare(ra, rb)
		case oka:
			return -1
		case okb:
			return 1
		}
		return cmp.Or(compareOrder(a.doc.Entry.Order, b.doc.Entry.Order), cmp.Compare(a.path, b.path))
	})
	for i, p := range x.pages {
		p.order = i
	}
}

// compareOrder compares places in a table of contents; 0 is none and comes last.
func compareOrder(a, b int) int {
	if a == 0 || b == 0 {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// tag is the title of the nearest index page above p, which names the folder, or of the
// entry above p in the set's table of contents.
func (x *extraction) tag(p *page) api.Tag {
	if above := strings.Join(strings.Fields(p.doc.Entry.Above), " "); above != "" {
		return api.Tag{Name: above}
	}
	for dir := path.Dir(p.path); ; dir = path.Dir(dir) {
		if idx, ok := x.byPath[path.Join(dir, "index.rst")]; ok && idx != p && idx.title != "" {
			return api.Tag{Name: idx.title, DocURL: x.docURL(idx)}
		}
		if dir == "." || dir == "/" {
			return api.Tag{}
		}
	}
}

// docURL is the public address of a page, "" where the set's is not known.
func (x *extraction) docURL(p *page) string {
	base := x.facts.DocURL()
	if base == "" {
		return ""
	}
	name := strings.TrimSuffix(p.path, path.Ext(p.path))
	if x.root != "" {
		name = strings.TrimPrefix(name, x.root+"/")
	}
	var b strings.Builder
	for i := range len(name) { // a path is text of the docs: escape all but plain characters
		c := name[i]
		if c == '/' || c == '_' || c == '-' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			b.WriteByte(c)
		} else {
			const hex = "0123456789ABCDEF"
			b.WriteString("%" + string(hex[c>>4]) + string(hex[c&15]))
		}
	}
	return base + b.String() + ".html"
}

// addLabel records what a label stands before. A page may be there twice, in a folder of
// old pages, with the labels of the new one: a reference means the label of its own page,
// and only where that has none the first of the set. On one page the first label of a
// name counts, and a table counts more than the line above it.
func (x *extraction) addLabel(p *page, l doc.Label, t *doc.Table) {
	name := doc.NormLabel(l.Name)
	if p.labels == nil {
		p.labels = make(map[string]target)
	}
	for _, labels := range []map[string]target{p.labels, x.labels} {
		if have, ok := labels[name]; !ok || have.page == p && have.table == nil && t != nil {
			labels[name] = target{p, t}
		}
	}
}

// label finds what a reference on page p points at.
func (x *extraction) label(p *page, name string) (target, bool) {
	name = doc.NormLabel(name)
	if t, ok := p.labels[name]; ok {
		return t, true
	}
	t, ok := x.labels[name]
	return t, ok
}
