package extract

import (
	"sync"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/parallel"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// readPages reads each page by itself, in parallel: its tables, code and request lines, what
// each table lists, and its rows. A page is made here and knows no other one, so nothing of
// this can reach another page; what pages have of each other comes later, in passes that run
// one page after the other.
func readPages(docs []pageTree, cloud *profile.Profile) []*page {
	pages := make([]*page, len(docs))
	var cache statementCache
	parallel.Each(len(docs), func(i int) { pages[i] = readPage(docs[i], cloud, &cache) })
	return pages
}

// readPage reads a page as far as that is possible without any other.
func readPage(d pageTree, cloud *profile.Profile, cache *statementCache) *page {
	p := &page{doc: d.Page, call: d.call, rest: d.rest, path: d.File.Path(), title: d.Title(), profile: cloud}
	p.found.page, p.rowFound.page = p.path, p.path
	p.stream()
	p.classify()
	(&rowReader{page: p, statements: cache}).readRows()
	p.own, p.weak = p.definingLines()
	p.xmls = p.printedXMLs()
	return p
}

// statementCache keeps what descriptions say, by their text and what it sets apart: a set says
// most of it many times. It is safe for use by several goroutines.
type statementCache struct{ byText sync.Map }

// of reads a description, each text once.
func (c *statementCache) of(text dialect.Text) statements {
	key := text.Key()
	if s, ok := c.byText.Load(key); ok {
		return s.(statements)
	}
	s := statements{pointer: dialect.TablePointer(text.Words)}
	s.when, s.list = dialect.SaysWhenOrList(text.Words)
	s.limits, s.hints = dialect.Statements(text)
	c.byText.Store(key, s)
	return s
}
