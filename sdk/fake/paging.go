package fake

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// paging is the x-pagination of an operation.
type paging struct{ document.Pagination }

// pagingOf is the pagination of an operation, where it has one that can be used.
func pagingOf(op *operation) (*paging, error) {
	switch {
	case op.PagingError != nil:
		return nil, op.PagingError
	case op.Paging == nil:
		return nil, errors.New("the operation has no x-pagination, so its pages are not known; use Respond")
	}
	if err := op.Paging.Check(); err != nil {
		return nil, err
	}
	return &paging{*op.Paging}, nil
}

// A list of links may go by any of the three.
func (p *paging) byMarker() bool {
	return p.Style == document.ByMarker || p.Style == document.ByLink && p.Marker != "" && p.Offset == ""
}

func (p *paging) byPage() bool {
	return p.Style == document.ByPage || p.Style == document.ByLink && p.Page != "" && p.Offset == "" && p.Marker == ""
}

// offset is the parameter of the offset. A client follows links as they are, so that a
// document need not tell it.
func (p *paging) offset() string {
	if p.Offset == "" {
		return "offset"
	}
	return p.Offset
}

func (p *paging) first() int {
	if p.First != nil {
		return *p.First
	}
	return 1
}

// text is the parameter of a request, "" where it has none.
func (p *paging) text(m *match, req *http.Request, name string) string {
	if p.In != "body" {
		return req.URL.Query().Get(name)
	}
	v := document.Get(m.body, name)
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// number is a parameter that is a number from 0 on.
func (p *paging) number(m *match, req *http.Request, name string, otherwise int) (int, error) {
	if name == "" {
		return otherwise, nil
	}
	text := p.text(m, req, name)
	if text == "" {
		return otherwise, nil
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%s: %q is not a number of items", name, document.OneLine(text))
	}
	return int(n), nil
}

// after reports whether a request asks for a page after the first.
func (p *paging) after(m *match, req *http.Request) bool {
	switch {
	case p.byMarker():
		return p.text(m, req, p.Marker) != ""
	case p.byPage():
		page, err := p.number(m, req, p.Page, p.first())
		return err == nil && page > p.first()
	}
	start, err := p.number(m, req, p.offset(), 0)
	return err == nil && start > 0
}
