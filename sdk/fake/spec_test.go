package fake

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestDefaultResponsesFit makes the default response of each operation and variant of the
// committed documents, and checks it against the schema of its response.
func TestDefaultResponsesFit(t *testing.T) {
	files, err := filepath.Glob("../../spec/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
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
					responseFits(t, op)
				}
			}
		})
	}
}

func responseFits(t *testing.T, op *operation) {
	t.Helper()
	a := op.responses[0]
	got := documented(&match{op: op}, nil)
	if got.Status != a.status || got.usable() != nil {
		t.Errorf("%s: status %d %v, want %d", op.ID, got.Status, got.usable(), a.status)
		return
	}
	if a.status >= 400 {
		t.Errorf("%s: the default response has status %d", op.ID, a.status)
	}
	if (a.media == "") != (len(got.Body) == 0) {
		t.Errorf("%s: a body of %d bytes for the media type %q", op.ID, len(got.Body), a.media)
	}
	// What is made must fit for each documented response, also where an example is sent.
	for _, a := range op.responses {
		if !document.IsJSON(a.media) || a.schema == nil {
			continue
		}
		v, ok := a.doc.Sample(a.schema, document.SampleOptions{})
		if !ok {
			t.Errorf("%s %s: no value is made", op.ID, a.key)
			continue
		}
		bodies := [][]byte{a.with(v).Body}
		for _, e := range a.examples {
			bodies = append(bodies, a.with(e.Value).Body)
		}
		for _, body := range bodies {
			var v any
			if err := json.Unmarshal(body, &v); err != nil {
				t.Errorf("%s %s: %v", op.ID, a.key, err)
			} else if err := a.schema.Value.VisitJSON(v, openapi3.VisitAsResponse()); err != nil {
				t.Errorf("%s %s: %v\n%s", op.ID, a.key, err, body)
			}
		}
	}
	if a.status == http.StatusNoContent && len(got.Body) > 0 {
		t.Errorf("%s: 204 with a body", op.ID)
	}
}

// TestExamplesAreTaken sends each documented request example of the committed documents to
// its own operation, which must be found and take it.
func TestExamplesAreTaken(t *testing.T) {
	files, err := filepath.Glob("../../spec/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := New(text)
		if err != nil {
			t.Fatal(err)
		}
		sent := 0
		for _, r := range s.routes {
			for _, op := range r.operations {
				for _, e := range op.shown() {
					sent++
					exampleIsTaken(t, s, &r, op, e)
				}
			}
		}
		if sent == 0 {
			t.Errorf("%s: no examples", file)
		}
	}
}

// pairsOf writes an example as the form that it stands for.
func pairsOf(t *testing.T, example any) []byte {
	t.Helper()
	members, ok := example.(map[string]any)
	if !ok {
		t.Fatalf("%v is not an object, so it is not a form", example)
	}
	form := url.Values{}
	for name, v := range members {
		items, isList := v.([]any)
		if !isList {
			items = []any{v}
		}
		for _, item := range items {
			form.Add(name, fmt.Sprint(item))
		}
	}
	return []byte(form.Encode())
}

func exampleIsTaken(t *testing.T, s *Server, r *route, op *operation, e document.Example) {
	t.Helper()
	body, err := json.Marshal(e.Value)
	if err != nil {
		t.Fatal(err)
	}
	media := preferred(op.Body.Content)
	if media == "application/x-www-form-urlencoded" {
		body = pairsOf(t, e.Value)
	}
	v, problems := checkBody(op, media, body)
	if len(problems) > 0 {
		t.Errorf("%s, %s: %q", op.ID, e.Name, problems)
	}
	req, err := http.NewRequest(r.method, "http://localhost/", nil)
	if err != nil {
		t.Fatal(err)
	}
	query := req.URL.Query()
	for name, value := range op.fixed {
		query.Set(name, value)
	}
	req.URL.RawQuery = query.Encode()
	req.Header.Set("Content-Type", media)
	m := s.choose(r, req, nil, body)
	if m.op != op {
		// Two pages may print the same body.
		if exampleNamed(m.op.shown(), v) == "" {
			t.Errorf("%s, %s: it is taken for %s", op.ID, e.Name, m.op.ID)
		}
	}
}
