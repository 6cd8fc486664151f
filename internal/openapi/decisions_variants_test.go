package openapi_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
)

// TestDecisionsOnVariants: what a document says of variants of an operation together, and of each.
func TestDecisionsOnVariants(t *testing.T) {
	one := &api.Schema{Name: "One", Request: true, Origin: from(70), Fields: []*api.Field{field("act", api.String, mandatory, fixed(`"fill"`)), field("lid", api.String)}}
	two := &api.Schema{Name: "Two", Request: true, Origin: from(71), Fields: []*api.Field{field("act", api.String, mandatory, fixed(`"drop"`)), field("rim", api.String)}}
	open := &api.Schema{Name: "Open", Request: true, Origin: from(72), Fields: []*api.Field{field("rim", api.String)}}
	structures := map[string]*api.Schema{"One": one, "Two": two, "Open": open}
	bodies := []string{"no body", "One", "Two", "Open", "one of One", "text", "text or null", "array string", "XML"}
	params := []string{"no parameter", "query", "mandatory query", "header", "query of integers", "constant", "deprecated"}
	responses := []string{"204", "200 One", "200 Two", "200 text", "200 One with a header", "200 and 404", "default One", "none"}
	media := []string{"", "sends a", "sends b", "accepts a", "own page", "own host", "paged", "query word", "deprecated", "example"}
	build := func(id string, line int, body, params, response, media string) *api.Operation {
		op := &api.Operation{ID: id, Method: "PUT", Path: "/box", Summary: id, Description: "About " + id + ".", Origin: from(line)}
		payload := func(words string) *api.Payload {
			p := &api.Payload{MediaType: "application/json", Required: words != "one of One", Origin: from(line + 1)}
			switch words {
			case "one of One":
				words = "One"
			case "text", "text or null":
				p.MediaType, p.Type.Nullable = "text/plain", words != "text"
				words = "string"
			case "XML":
				p.MediaType, words = "application/xml", "One"
			}
			null := p.Type.Nullable
			p.Type = typeOf(words, structures)
			p.Type.Nullable = null
			return p
		}
		if body != "no body" {
			op.Body = payload(body)
		}
		switch params {
		case "query", "mandatory query":
			op.Params = []*api.Param{param(api.InQuery, field("size", api.String))}
			if params != "query" {
				mandatory(&op.Params[0].Field)
			}
		case "header":
			op.Params = []*api.Param{param(api.InHeader, field("size", api.String))}
		case "query of integers":
			op.Params = []*api.Param{param(api.InQuery, field("size", api.Integer))}
		case "constant":
			op.Params = []*api.Param{param(api.InQuery, field("size", api.String, mandatory, fixed(`"`+id+`"`)))}
		case "deprecated":
			op.Params = []*api.Param{param(api.InQuery, field("size", api.String, deprecated))}
		}
		status, words, _ := strings.Cut(response, " ")
		r := &api.Response{Status: 200, Text: "Done.", Origin: from(line + 2)}
		switch {
		case status == "204":
			r.Status = 204
		case status == "default":
			r.Status = 0
		}
		switch words {
		case "One", "Two", "text":
			r.Body = payload(words)
		case "One with a header":
			r.Body, r.Headers = payload("One"), []*api.Param{param(api.InHeader, field("X-Rim", api.String))}
		}
		if status != "none" {
			op.Responses = append(op.Responses, r)
		}
		if words == "and 404" {
			op.Responses = append(op.Responses, &api.Response{Status: 404, Text: "Lost.", Body: payload("Open")})
		}
		switch media {
		case "sends a", "sends b":
			op.ContentType = &api.MediaType{Name: "application/" + media[6:], Origin: from(line + 3)}
		case "accepts a":
			op.Accept = &api.MediaType{Name: "application/a", Origin: from(line + 4)}
		case "own page":
			op.DocURL = "https://docs.example.org/" + id
		case "own host":
			op.HostName = "cellar"
		case "paged":
			op.Pages = &api.Pagination{Style: api.PageByOffset, Items: "/lids", Limit: "limit", Offset: "offset"}
		case "query word":
			op.Query = []api.QueryWord{{Name: "size", Value: id}}
		case "deprecated":
			op.Deprecated = true
		case "example":
			op.Examples = []*api.Example{example(api.SideRequest, 0, "a", `{"act": "fill"}`), example(api.SideResponse, 200, "a", `{"act": "fill"}`), example(api.SideResponse, 0, "a", `{"lid": "oak"}`)}
		}
		return op
	}
	golden.EqualCombined(t, "testdata/decisions/variants.txt", 220, [][]string{bodies, bodies, params, params, responses, responses, media, media, {"facts", "prose"}, {"two", "a third", "as the first", "one"}}, func(c []string) string {
		all := []*api.Operation{build("FillBox", 10, c[0], c[2], c[4], c[6]), build("DropBox", 20, c[1], c[3], c[5], c[7])}
		switch c[9] {
		case "a third":
			all = append(all, build("OpenBox", 30, "Open", "no parameter", "200 Two", ""))
		case "as the first":
			all = append(all, build("FillBoxAgain", 30, c[0], c[2], c[4], c[6]))
		case "one":
			all = all[:1]
		}
		op := &api.Operation{ID: "ChangeBox", Method: "PUT", Path: "/box", Summary: "Changing", Origin: from(1), Variants: all}
		for _, v := range all {
			for _, q := range v.Params {
				if !slices.ContainsFunc(op.Params, func(have *api.Param) bool { return have.Name == q.Name && have.In == q.In }) {
					shared := *q
					shared.Need = api.NeedNo
					op.Params = append(op.Params, &shared)
				}
			}
		}
		svc := &api.Service{Title: "Boxes", Operations: []*api.Operation{op}, Schemas: []*api.Schema{one, two, open}}
		doc := openapi.Of(svc, openapi.Options{Prose: c[8] == "prose"})
		out := inside(t, doc, "/paths/~1box/put")
		for _, name := range slices.Sorted(maps.Keys(doc.Components.Schemas)) {
			if structures[name] == nil {
				out += "\n\t  " + name + " " + inside(t, doc, "/components/schemas/"+name)
			}
		}
		return out
	})
}
