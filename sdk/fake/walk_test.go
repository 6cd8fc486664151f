package fake

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestServeWalksCommittedDocuments gets all items of each operation with x-pagination of the
// committed documents, page by page as a client does, and checks each page.
func TestServeWalksCommittedDocuments(t *testing.T) {
	files, err := filepath.Glob("../../spec/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	walked := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := New(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range s.routes {
			for _, op := range r.operations {
				if op.Paging != nil {
					walk(t, s, &r, op)
					walked++
				}
			}
		}
	}
	if walked == 0 {
		t.Error("no operation has pages")
	}
}

func walk(t *testing.T, s *Server, r *route, op *operation) {
	t.Helper()
	const total = 5
	pages, err := pagingOf(op)
	if err != nil {
		t.Errorf("%s: %v", op.ID, err)
		return
	}
	c := &collection{paging: pages}
	a := op.responses[0]
	c.items = someItems(t, op, c, total)
	c.mark()
	if err := s.behave(op.ID, &behaviour{items: c}); err != nil {
		t.Fatal(err)
	}
	values := map[string]any{}
	address := "/"
	got := 0
	for range total + 1 {
		m := &match{op: op}
		if c.In == "body" {
			m.body = map[string]any{}
			for name, v := range values {
				m.body = document.Put(m.body, name, v)
			}
		}
		req := httptest.NewRequest(r.method, address, nil)
		if c.In != "body" {
			query := req.URL.Query()
			for name, v := range values {
				query.Set(name, fmt.Sprint(v))
			}
			req.URL.RawQuery = query.Encode()
		}
		res := c.page(m, req, 2)
		var body any
		if err := json.Unmarshal(res.Body, &body); err != nil || res.Status != a.status || res.Status == http.StatusBadRequest {
			t.Errorf("%s: %d %s", op.ID, res.Status, res.Body)
			return
		}
		if err := a.schema.Value.VisitJSON(body, openapi3.VisitAsResponse()); err != nil {
			t.Errorf("%s: %v\n%s", op.ID, err, res.Body)
		}
		items, _ := document.Get(body, c.Items).([]any)
		got += len(items)
		if !advance(c, body, items, got, values, &address) {
			break
		}
	}
	if got != total {
		t.Errorf("%s: %d items, want %d", op.ID, got, total)
	}
}

// advance prepares the request of the next page; false where there is none.
func advance(c *collection, body any, items []any, got int, values map[string]any, address *string) bool {
	switch c.Style {
	case "offset":
		values[c.Offset] = got
	case "page":
		page, _ := values[c.Page].(int)
		values[c.Page] = max(page, c.first()) + 1
	case "marker":
		if c.Next == "" {
			if len(items) > 0 {
				values[c.Marker] = c.keyOf(items[len(items)-1])
			}
			break
		}
		values[c.Marker] = document.Get(body, c.Next)
		return values[c.Marker] != nil
	case "link":
		link := document.Get(body, c.Link)
		if list, ok := link.([]any); ok && len(list) > 0 {
			link = list[0].(map[string]any)["href"]
		}
		next, ok := link.(string)
		*address = next
		return ok
	}
	return len(items) > 0
}

// someItems are items of the list's schema that their keys tell apart.
func someItems(t *testing.T, op *operation, c *collection, n int) []any {
	t.Helper()
	list := document.PartOf(op.responses[0].schema, c.Items)
	if list == nil {
		t.Fatalf("%s: there is no %s", op.ID, c.Items)
	}
	v, ok := op.responses[0].doc.Sample(document.Items(list.Value), document.SampleOptions{Required: true})
	if !ok {
		t.Fatalf("%s: no item is made", op.ID)
	}
	var out []any
	for i := range n {
		item, ok := v.(map[string]any)
		if ok && c.Key != "" {
			item = maps.Clone(item)
			item[c.Key] = "i-" + strconv.Itoa(i)
			out = append(out, item)
			continue
		}
		out = append(out, v)
	}
	return out
}
