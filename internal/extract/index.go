package extract

import (
	"cmp"
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/markdown"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// page is one page with what the passes found on it.
type page struct {
	doc   *doc.Page
	path  string
	title string
	says  *string          // what function gives, nil before
	asked *lineNames       // of all request lines, see inRequestLine; nil before
	shown markdown.Options // how its text is shown, see describe
	// profile is what is known of the cloud: data that nobody changes.
	profile *profile.Profile
	// memory is what the pages of the set said so far, nil once the page is read.
	memory *memory
	found  findings
	// rowFound are findings about table rows: they count only where the rows do, see keepRowFindings.
	rowFound findings

	labels map[string]target
	scope       // what stands on the whole page
	weak   bool // the lines of own are weak, see definingLines
	// fieldOf and fieldOfNumber are the fields to which sentences give tables, by label and by number; see notePointers.
	fieldOf       map[string]string
	fieldOfNumber map[int]string
	// pending are the labels of the line above, see keepLabels.
	pending []doc.Label
	lines   []requestLine // of the URI section, in order
	// oddStatuses are the lines of text that should name statuses.
	oddStatuses []doc.Flow
	// captioned are the last tables by what their captions say, see continued.
	captioned map[captionKey]*table
	// mentioned are the tables in no request or response that a description leads to.
	mentioned []*table
	// call is true for a section that stands as a page and has the request line of a call, see splitPages.
	call bool
	// rest is true for what is left of such a page.
	rest bool
	// half is a request line of which one half was read, see labelledLine.
	half requestLine
	// headed is a request line of which one half was read, see headedLine.
	headed requestLine
	// anyLine is true where any text of the page is a request line.
	anyLine bool
	// badLine is true where a finding tells that the path of one is none.
	badLine bool
	// guideOf is the operation that a page without one of its own shows a call of; foreign
	// is true where it shows one of another service.
	guideOf *api.Operation
	foreign bool
	order   int
	// above are the chapters that the page stands in, the nearest last.
	above []*doc.Entry
	// chapter is true where pages stand below this one.
	chapter bool
}

// index orders the pages as the table of contents does and collects labels. Pages that it
// does not list come last, by path.
func (x *extraction) index(pages []*page, contents *doc.Contents) {
	x.labels = make(map[string]target)
	x.structs = make(map[string][]*table)
	x.pages = pages
	slices.SortStableFunc(x.pages, func(a, b *page) int { return cmp.Compare(a.path, b.path) })
	byDoc := make(map[*doc.Page]*page, len(pages))
	for _, p := range x.pages {
		p.order = len(pages)
		byDoc[p.doc] = p
		x.collectLabels(p)
	}
	listed := 0
	contents.Walk(func(e *doc.Entry, above []*doc.Entry) {
		if p := byDoc[e.Page]; p != nil {
			p.order, p.above, p.chapter = listed, slices.Clone(above), len(e.Below) > 0
			listed++
		}
	})
	slices.SortStableFunc(x.pages, func(a, b *page) int { return cmp.Compare(a.order, b.order) })
	for i, p := range x.pages {
		p.order = i
	}
}

func (x *extraction) collectLabels(p *page) {
	add := func(labels []doc.Label, to target) {
		for _, l := range labels {
			x.addLabel(l, to)
		}
	}
	doc.WalkAll(p.doc.Blocks, func(b doc.Block) bool {
		switch b := b.(type) {
		case *doc.Table:
			add(b.Labels, target{page: p, table: b})
		case *doc.Section:
			add(b.Labels, target{page: p, section: b})
		case *doc.Paragraph:
			add(b.Labels, target{page: p})
		case *doc.List:
			add(b.Labels, target{page: p})
		case *doc.Code:
			add(b.Labels, target{page: p})
		}
		return true
	})
}

// tag is the nearest chapter above the page that has a title.
func (p *page) tag() api.Tag {
	for _, e := range slices.Backward(p.above) {
		if e.Title == "" {
			continue
		}
		t := api.Tag{Name: e.Title}
		if e.Page != nil {
			t.DocURL = e.Page.URL
		}
		return t
	}
	return api.Tag{}
}

// addLabel records what a label stands before. A page may be there twice, in a folder of
// old pages, with the labels of the new one: a reference means the label of its own page,
// and only where that has none the first of the set. On one page the first label of a
// name counts, and a table counts more than the line above it.
func (x *extraction) addLabel(l doc.Label, to target) {
	name, p := doc.NormLabel(l.Name), to.page
	if p.labels == nil {
		p.labels = make(map[string]target)
	}
	for _, labels := range []map[string]target{p.labels, x.labels} {
		if have, ok := labels[name]; !ok || have.page == p && have.table == nil && to.table != nil {
			labels[name] = to
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
