package extract

import (
	"github.com/rst2openapi/rst2openapi/internal/parallel"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// readPages reads each page by itself, in parallel: its tables, code and request lines, what
// each table lists, and its rows. A page is made here and knows no other one, so nothing of
// this can reach another page; what pages have of each other comes later, in passes that run
// one page after the other.
func readPages(docs []pageTree, cloud *profile.Profile) []*page {
	pages := make([]*page, len(docs))
	var m memory
	parallel.Each(len(docs), func(i int) { pages[i] = readPage(docs[i], cloud, &m) })
	return pages
}

// readPage reads a page as far as that is possible without any other.
func readPage(d pageTree, cloud *profile.Profile, m *memory) *page {
	p := &page{doc: d.Page, call: d.call, rest: d.rest, path: d.File.Path(), title: d.Title(), profile: cloud, memory: m}
	p.found.page, p.rowFound.page = p.path, p.path
	p.stream()
	p.tableLines()
	p.classify()
	(&rowReader{page: p}).readRows()
	p.own, p.weak = p.definingLines()
	p.xmls = p.printedXMLs()
	p.memory = nil // no later pass asks it
	return p
}
