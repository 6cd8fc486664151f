// Package paging finds out how a caller gets all of a list in the response of an operation,
// page by page.
//
// Names alone prove nothing: "offset" counts items on one page of the documentation and
// pages on the next, "start" is as often a timestamp, and "count" the number of all items or
// of those that came. So a way of paging is written down only where parameters of a fitting
// type exist, the response has just one list that can be meant, and the descriptions do not
// say otherwise. Where parameters ask for a page and that is not proven, a finding says what
// is missing. An operation of which several pages tell is looked at page by page.
//
// Of several documented ways the most robust counts: a marker loses and repeats nothing
// while the list changes, and an offset or a page number goes on where a link that the
// documentation only hints at would be missing.
package paging

import (
	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// Service sets Pages of each operation of svc, variants apart. The fields must be decided.
func Service(svc *api.Service, found *diag.List) {
	for _, op := range svc.Operations {
		if len(op.Variants) == 0 {
			operation(op, found)
		}
		for _, v := range op.Variants {
			operation(v, found)
		}
	}
}

func operation(op *api.Operation, found *diag.List) {
	if op.Method != "GET" && op.Method != "POST" {
		return // nothing else reads a list
	}
	body := successOf(op)
	req := requestOf(op, body)
	list, why := listOf(op, body, req)
	if list != nil && !list.pages(op, req) {
		return
	}
	if list == nil {
		// A request that only counts shares its parameters with the one that lists.
		if q := req.strong(); q != nil && !(why == noList && counts(body)) {
			unproven(q, why, found)
		}
		return
	}
	if q, version := req.waits(op); q != nil {
		unproven(q, "it does so from version "+version+" on, which calls do not ask for", found)
		return
	}
	for _, way := range []func(*request, *listing) (*api.Pagination, string){byMarker, byOffset, byNumber} {
		if p, w := way(req, list); p != nil {
			p.Items, p.Count, p.InBody = list.pointer, list.total(), req.inBody
			p.Limit = req.name(req.limit)
			op.Pages = p
			return
		} else if why == "" {
			why = w
		}
	}
	if link := list.link(); link != "" && list.links(op) {
		op.Pages = &api.Pagination{Style: api.PageByLink, Items: list.pointer, Link: link, Count: list.total()}
		if !req.inBody { // what follows a link has its own body
			op.Pages.Limit = req.name(req.limit)
		}
		return
	}
	if q := req.strong(); q != nil {
		unproven(q, why, found)
	}
}

func unproven(q *api.Field, why string, found *diag.List) {
	found.Add("docs/paging-unproven", q.Origin.Page, q.Origin.Pos, diag.Quote(q.Name)+" asks for one page of a list, but "+why)
}

// countsFromZero reports whether a parameter called start is a number of items although its
// description does not say so: it is a number whose default is 0, the response counts all
// items, and the description tells of no time, name or id.
func countsFromZero(q *api.Field, list *listing) bool {
	return isNumber(q) && defaultOf(q) == "0" && list.total() != "" && !dialect.TellsPoint(q.Text)
}

// byOffset pages by the number of items to skip. A parameter called offset is taken for one
// unless its description tells of pages, or its default of 1 would skip an item:
//
//	offset   Integer   Start page of the list. Default: 0         a page number, see byNumber
//	offset   Integer   Offset. The default value is 1.            neither is certain
//
// "start" and "from" are so often timestamps that their description must mention items.
func byOffset(req *request, list *listing) (*api.Pagination, string) {
	q := req.offset
	if q == nil || req.limit == nil {
		return nil, ""
	}
	pages, items := dialect.CountsPages(q.Text), dialect.CountsItems(q.Text)
	switch {
	case pages && items:
		return nil, "its description tells of the number of a page and of a number of items"
	case pages:
		return nil, ""
	case dialect.Paging(q.Name) == dialect.PagingStart && !items && !countsFromZero(q, list):
		return nil, ""
	case defaultOf(q) == "1" || dialect.DefaultsToOne(q.Text):
		return nil, "with the default 1 it is not certain whether it counts items or pages"
	}
	return &api.Pagination{Style: api.PageByOffset, Offset: req.name(q)}, ""
}

// byNumber pages by the number of the page: a parameter that is called so, or an offset whose
// description says so.
func byNumber(req *request, _ *listing) (*api.Pagination, string) {
	q := req.page
	if q == nil && req.offset != nil && dialect.CountsPages(req.offset.Text) && !dialect.CountsItems(req.offset.Text) {
		q = req.offset
	}
	if q == nil || req.limit == nil {
		return nil, ""
	}
	return &api.Pagination{Style: api.PageByNumber, Page: req.name(q), First: first(q)}, ""
}

// first is the number of the first page: what the description says counting starts with,
// else the default, else the smallest value that is allowed, else 1. A default that
// switches paging off is not a page:
//
//	page   Integer   To read page by page, set it to 1. The default value 0 means no paging.
func first(q *api.Field) int {
	said := dialect.StartsAt(q.Text)
	if said == "" && !dialect.SwitchesPagingOff(q.Text) {
		if said = defaultOf(q); said == "" {
			said = q.Decided.Limits.Min
		}
	}
	if said == "0" {
		return 0
	}
	return 1
}
