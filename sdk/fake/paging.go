package fake

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// paging is the x-pagination of an operation. What stands in the answer, and in a request
// that has its parameters in the body, are JSON pointers.
type paging struct {
	Style  string `json:"style"`  // offset, marker, page or link
	In     string `json:"in"`     // where the parameters are: query, which is meant without it, or body
	Items  string `json:"items"`  // of the answer: the list
	Limit  string `json:"limit"`  // the parameter that says how many a page has
	Offset string `json:"offset"` // … how many items come before it
	Page   string `json:"page"`   // … which page it is
	First  *int   `json:"first"`  // the number of the first page, 1 unless it is said
	Marker string `json:"marker"` // … after which item it starts
	Key    string `json:"key"`    // of an item: what the marker names
	Next   string `json:"next"`   // of the answer: the marker of the next page
	Link   string `json:"link"`   // of the answer: the address of the next page
	Count  string `json:"count"`  // of the answer: how many items there are
}

// read takes the extension and says what is wrong with it.
func (p *paging) read(extension any) error {
	if extension == nil {
		return errors.New("the operation has no x-pagination, so its pages are not known; use Respond")
	}
	text, err := json.Marshal(extension)
	if err == nil {
		err = json.Unmarshal(text, p)
	}
	if err != nil {
		return fmt.Errorf("its x-pagination cannot be read: %s", oneLine(err))
	}
	needs := map[string]string{"offset": p.Offset, "marker": p.Marker, "page": p.Page, "link": p.Link}
	switch need, ok := needs[p.Style]; {
	case !ok:
		return fmt.Errorf("its x-pagination has the style %q, want offset, marker, page or link", short(p.Style))
	case need == "":
		return fmt.Errorf("its x-pagination has the style %s, but does not say its %s", p.Style, p.Style)
	case p.In != "" && p.In != "query" && p.In != "body":
		return fmt.Errorf("its x-pagination is in %q, want query or body", short(p.In))
	}
	return nil
}

// A list of links may go by any of the three.
func (p *paging) byMarker() bool {
	return p.Style == "marker" || p.Style == "link" && p.Marker != "" && p.Offset == ""
}

func (p *paging) byPage() bool {
	return p.Style == "page" || p.Style == "link" && p.Page != "" && p.Offset == "" && p.Marker == ""
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
	if !strings.HasPrefix(name, "/") {
		name = "/" + name
	}
	v := get(m.body, name)
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
		return 0, fmt.Errorf("%s: %q is no number of items", name, short(text))
	}
	return int(n), nil
}

// behind reports whether a request asks for a page behind the first.
func (p *paging) behind(m *match, req *http.Request) bool {
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
