package roundtrip_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/tests/roundtrip"
)

// TestCommittedDocuments sends each example of the documents that have a committed client
// through the client and the server that are generated from them.
func TestCommittedDocuments(t *testing.T) {
	module := roundtrip.Module(t)
	makers := map[string]string{}
	var all []roundtrip.Sample
	for _, set := range []string{"cbr", "csbs", "iam", "sample"} {
		spec, err := os.ReadFile(filepath.Join(golden.Root(t), "spec", set+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		makers[set] = roundtrip.Generate(t, module, set, spec)
		all = append(all, samples(t, set, spec)...)
	}
	counts, failures := roundtrip.Run(t, module, makers, all)
	for _, failure := range failures {
		t.Error(failure)
	}
	total := 0
	for set, c := range counts {
		total += c.Served
		if c.Typed == 0 || c.Served+c.Untold != c.Typed || c.Untold > 3 {
			t.Errorf("%s: %d of %d examples go through client and server, %d cannot", set, c.Served, c.Typed, c.Untold)
		}
	}
	if total < 250 {
		t.Errorf("only %d examples were sent", total)
	}
}

// samples are the JSON examples of a document; all are valid, since the others are left out.
func samples(t *testing.T, set string, spec []byte) []roundtrip.Sample {
	t.Helper()
	doc, err := document.Load(spec)
	if err != nil {
		t.Fatal(err)
	}
	operations, err := doc.Operations()
	if err != nil {
		t.Fatal(err)
	}
	var out []roundtrip.Sample
	var asked json.RawMessage
	first := map[string]string{} // the operation that has a request first
	add := func(op *document.Operation, e document.Example, request bool, status int) {
		if !e.Own || !document.IsJSON(e.Media) {
			return
		}
		body, err := json.Marshal(e.Value)
		if err != nil {
			t.Fatal(err)
		}
		if key := op.Method + op.Path + string(body); request {
			if owner := first[key]; owner != "" && owner != op.ID {
				return // two pages print one request: nothing tells which is meant
			}
			first[key], asked = op.ID, body
		}
		out = append(out, roundtrip.Sample{
			Asked: asked,
			Set:   set, Operation: op.ID, Where: fmt.Sprintf("%s %s %s", set, op.Where, e.Name),
			Request: request, Valid: true, Status: status, Body: body,
		})
	}
	for _, op := range operations {
		asked = nil
		if op.Method == "HEAD" {
			continue // its responses have no body
		}
		if op.Body != nil {
			for _, e := range op.Body.Examples {
				add(op, e, true, 0)
			}
		}
		for _, r := range op.Responses {
			status, _ := strconv.Atoi(r.Key) // default is 0
			for _, e := range r.Examples {
				add(op, e, false, status)
			}
		}
	}
	return out
}
