package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// tableOf makes a structure of rows, "size integer, wood string!", with "!" after the type of a mandatory one.
func tableOf(name, label string, line int, request bool, rows string, structures map[string]*api.Schema) *api.Schema {
	s := &api.Schema{Name: name, Label: label, Request: request, Origin: api.Origin{Page: "a", Pos: source.Pos{Line: line, Col: 1}, How: api.FromCaption}}
	for i, row := range strings.Split(rows, ", ") {
		field, words, ok := strings.Cut(row, " ")
		if !ok {
			continue
		}
		typ, mandatory := strings.CutSuffix(words, "!")
		f := &api.Field{Name: field, Type: typeIn(typ, structures), Need: api.NeedNo, Origin: api.Origin{Page: "a", Pos: source.Pos{Line: line + 1 + i, Col: 1}, How: api.FromColumn}}
		if mandatory {
			f.Need = api.NeedYes
		}
		c := claim(api.FactKind, string(f.Type.Kind))
		c.Origin = f.Origin
		f.Claims = append(f.Claims, c)
		s.Fields = append(s.Fields, f)
	}
	return s
}

// shelf are the structures that the tables of bodies below lead to.
func shelf(request bool) (list []*api.Schema, byName map[string]*api.Schema) {
	byName = map[string]*api.Schema{}
	for i, t := range [][3]string{{"Lid", "lid", "wood string, rim string"}, {"Jar", "jar", "size integer, wood string, lid Lid, lids array Lid, tags map string"}, {"Pair", "pair", "key string, value string"}} {
		s := tableOf(t[0], t[1], 100*(i+1), request, t[2], byName)
		byName[t[0]] = s
		list = append(list, s)
	}
	return list, byName
}

// TestDecisionsOnBodies: what a body is by its table and by two examples.
func TestDecisionsOnBodies(t *testing.T) {
	const id1, id2 = `"5f0c1a2b3c4d5e6f7081"`, `"6f0c1a2b3c4d5e6f7082"`
	odd := []string{"", "other members are texts", "XML", "torn", "not JSON", "shared", "another status", "another side", "another page", "required"}
	for _, c := range []struct {
		name            string
		most            int
		tables, printed []string
	}{
		{"wrapped", 260, []string{"jar Jar", "jar Jar!", "jar array Jar", "jar object", "jar map string", "lid Jar", "size integer!, wood string", "jar Jar, count integer", "jar Whole", ""},
			[]string{"", `{}`, `"oak"`, `{"size": 1, "wood": "oak"}`, `{"lid": {"wood": "oak"}, "size": 1}`, `{"lid": "oak"}`, `{"lids": {"wood": "oak"}}`, `{"tags": {"a": "b"}}`, `{"tags": ["a"], "size": 1}`, `{"size": 1, "glue": 2}`, `{"jar": {"size": 1, "wood": "oak"}}`, `{"jar": [{"size": 1}]}`,
				`{"size": 1, "jar": {}}`, `{"box": {"size": 1, "wood": "oak"}}`, `{"box": [{"size": 1, "wood": "oak"}]}`, `{"box": [1]}`, `]`}},
		{"listed", 240, []string{"jars array Jar", "jars array Jar, count integer", "jars array Jar, lids array Lid", "jars array Jar, more array Jar", "jars array string, count integer", "jars array Jar, wood string", "jar Jar, count integer", "jar string, count integer", "jars Jar, wood string"},
			[]string{"", `[]`, `[{"size": 1, "wood": "oak"}]`, `[{"size": 1, "glue": 2}]`, `[{"size": 1, "wood": "oak"}, {"count": 2}]`, `[{"wood": "oak", "rim": "old"}]`, `[{"size": 1}]`, `["oak", "elm"]`, `[["oak", "elm"]]`, `{"jars": [{"size": 1, "wood": "oak"}], "count": 1}`, `{"jars": [{"size": 1}, {"size": 2}]}`, `{"jars": {"size": 1, "wood": "oak"}}`,
				`{"jars": ["oak"]}`, `{"wood": "oak", "rim": "old"}`, `{"jars": null}`}},
		{"nested", 220, []string{"jar object, size integer, wood string", "jars array object, size integer, wood string, count integer", "jar object, lid object, wood string", "size integer, jar any, wood string", "jar Pair, count integer", "jar_id object", "tags map Jar, count integer", "lids array any, lid any"},
			[]string{"", `{"size": 1}`, `{"jar": {"size": 1, "wood": "oak"}}`, `{"jar": {"lid": {"wood": "oak"}}}`, `{"jars": [{"size": 1}, {"size": 2}]}`, `{"jars": [{"size": 1, "wood": "oak"}], "count": 1}`, `{` + id1 + `: {"size": 1, "wood": "oak"}, ` + id2 + `: {"size": 2}}`, `{"jar": {` + id1 + `: {"size": 1}}}`, `{"jar": {"colour": "red"}}`, `{"jar": null}`, `{"lid": {"wood": "oak"}, "size": 1}`,
				`{"lids": [{"wood": "oak"}], "wood": ["oak"]}`, `{"wood": {"rim": 1}, "lids": "oak", ` + id1 + `: 1, ` + id2 + `: 2}`}},
	} {
		golden.EqualCombined(t, "testdata/decisions/bodies_"+c.name+".txt", c.most, [][]string{c.tables, c.printed, c.printed, {"request", "response", "error", "form"}, {"/jars", "/jars/{jar_id}"}, odd}, exchanged)
	}
}

// exchanged reconciles a body: its table, two examples, what it is a body of, the path, and what is odd of the table or of
// the second example.
func exchanged(c []string) string {
	request, side := c[3] == "request" || c[3] == "form", api.SideResponse
	schemas, byName := shelf(request)
	var asBefore []string
	for _, s := range schemas {
		asBefore = append(asBefore, outlines(&api.Service{Schemas: []*api.Schema{s}}))
	}
	op := &api.Operation{ID: "KeepJar", Method: "POST", Path: c[4], Origin: api.Origin{Page: "a", Pos: source.Pos{Line: 1, Col: 1}}}
	body, status := &api.Payload{MediaType: "application/json", Origin: api.Origin{Page: "a", Pos: source.Pos{Line: 3, Col: 1}}}, 200
	if c[0] != "" {
		s := tableOf("KeepJarBody", "", 10, request, c[0], byName)
		if c[0] == "jar Whole" {
			s.Fields[0].Type = api.Type{Kind: api.Object, Schema: s}
		}
		schemas, body.Type = append(schemas, s), api.Type{Kind: api.Object, Schema: s}
		switch c[5] {
		case "other members are texts":
			s.Extra = &api.Type{Kind: api.String}
		case "required":
			body.Required = true
		case "XML":
			s.XMLName = "jar"
		}
	}
	switch c[3] {
	case "request", "form":
		side, status = api.SideRequest, 0
		if c[3] == "form" {
			body.MediaType = formMedia
		}
		if c[0] != "" {
			op.Body = body
		}
	default:
		if c[3] == "error" {
			status = 404
		}
		op.Responses = []*api.Response{{Status: status, Body: body, Origin: body.Origin}}
		if c[0] == "" {
			op.Responses[0].Body = nil
		}
	}
	for i, text := range c[1:3] {
		if text == "" {
			continue
		}
		e := printedAt(50+10*i, side, status, text)
		e.Origin.Page = "a"
		op.Examples = append(op.Examples, e)
		if i == 0 {
			continue
		}
		switch c[5] {
		case "torn":
			e.JSON, e.Torn, e.Raw = false, true, strings.TrimSuffix(text, "}")+", ]"
		case "not JSON":
			e.JSON = false
		case "shared":
			e.Shared = true
		case "another status":
			e.Status = 201
		case "another side":
			e.Side = map[api.Side]api.Side{api.SideRequest: api.SideResponse, api.SideResponse: api.SideRequest}[side]
		case "another page":
			e.Origin.Page = "b"
		}
	}
	svc, found := reconciled(schemas, op)
	return bodiesIn(op) + fit(op.Examples) + "\n\t  " + outlines(svc, asBefore...) + told(found, false)
}

// bodiesIn writes the bodies of an operation.
func bodiesIn(op *api.Operation) string {
	out := "no request"
	if op.Body != nil {
		out = "request " + shape(&op.Body.Type)
		if op.Body.Required {
			out += " required"
		}
	}
	for _, r := range op.Responses {
		out += ", " + itoa(r.Status)
		if r.Body != nil {
			out += " " + shape(&r.Body.Type)
		}
	}
	return out
}

// TestDecisionsOnParameters: which values that the documentation prints a parameter gets, from an URL or a header
// of its operation, of another one, or from a body.
func TestDecisionsOnParameters(t *testing.T) {
	urls := []string{
		"", "https://box.example.com/v1/jars/7?limit=5&sort=oak", "/v1/jars/a%2Fb", "{endpoint}/v1/jars/5f0c?jarKey=a+b", "/v1/jars/{jar_id}?limit={limit}", "/v1/jars/jar-id?marker=xxxx&limit=a...z", "/V1/jars/7?start=2020-01-08T09:59:49+0800#top", "/v1/jars/$jar_id?dim.0=oak&dim.1=elm",
		"/v1/lids/7", "/7", "/v1/jars/..?limit", "/v1/jars/7 8?sort=", "/v1/jars/<id>?X-Sign=1&odd key=2&lid=3", "/v1/jars/7?limit=500&limit=5&Limit=6", "/v1/jars/7?sort=100%&lid%20id=3", "/v1/jars/oak.json?jarKey=...", "/v1/jars/5f0c?sort=oak%20tree", "/v1/jars/a\tb?sort=\"oak\"",
	}
	headers := []string{"", "X-Jar-Id: 7", "X-Jar-Id: jar id", "X-Jar-Id: X-Jar-Id", "x-jar-id: Allowed_1", "X-Jar-Id: Mon, 8 Jan", "X-Jar-Id: 2020-01-08T09:59:49Z", "X-Jar-Id: bytes=range_1", "X-Jar-Id: {id}"}
	golden.EqualCombined(t, "testdata/decisions/parameters.txt", 300, [][]string{
		{"/v1/jars/{jar_id}", "/v1/{jar_id}/jars", "/jars/{jar_id}/lids/{jar_id}", "/v1/jars/{jar_id}.{form}", "/v1/jars", "/v1/jars/{id}"}, urls, {"/v1/jars/{jar_id}", "/v1/jars/{id}", "/v1/lids/{jar_id}", "/v1/jars"}, urls, headers,
		{"string", "integer", "string one of", "string fixed", "string with example", "integer at most"}, {"", `{"jar_id": "9", "jarKey": "k", "id": "8"}`, `{"jar_id": 9, "start_time": "2020-01-08T09:59:49Z"}`, `{"jar_id": "{id}", "jarKey": ""}`}, {"one page", "variants", "signed", "response"},
	}, func(c []string) string {
		params := func(path string, typ string) []*api.Param {
			var out []*api.Param
			for _, q := range [][2]string{{"path", "jar_id"}, {"path", "id"}, {"path", "form"}, {"query", "limit"}, {"query", "sort"}, {"query", "jarKey"}, {"query", "start"}, {"query", "dim"}, {"header", "X-Jar-Id"}, {"cookie", "jar_id"}} {
				if q[0] == "path" && !strings.Contains(path, "{"+q[1]+"}") {
					continue
				}
				p := &api.Param{In: api.In(q[0]), Field: *field(q[1], api.String)}
				kind, more, _ := strings.Cut(typ, " ")
				p.Type.Kind = api.Kind(kind)
				switch more {
				case "one of":
					p.Claims = append(p.Claims, claim(api.FactEnum, "7", "oak"))
				case "fixed":
					p.Claims = append(p.Claims, claim(api.FactConst, "7"))
				case "with example":
					p.Claims = append(p.Claims, claim(api.FactExample, "7"))
				case "at most":
					p.Claims = append(p.Claims, claim(api.FactMax, "9"))
				}
				out = append(out, p)
			}
			return out
		}
		call := func(line int, url, header string) *api.Example {
			e := printedAt(line, api.SideRequest, 0, "")
			if e.JSON, e.Origin.Page, e.URL, e.Signed = false, "a", url, c[7] == "signed"; c[7] == "response" {
				e.Side = api.SideResponse
			}
			if name, value, ok := strings.Cut(header, ": "); ok {
				e.Headers = [][2]string{{name, value}}
			}
			return e
		}
		one := &api.Operation{ID: "ShowJar", Method: "GET", Path: c[0], Params: params(c[0], c[5]), Examples: []*api.Example{call(50, c[1], c[4])}}
		two := &api.Operation{ID: "ShowLid", Method: "GET", Path: c[2], Params: params(c[2], "string"), Examples: []*api.Example{call(60, c[3], "")}}
		box := tableOf("Box", "box", 10, false, "jar_id string, jarKey string, id string, start_time string", nil)
		if two.Responses = []*api.Response{{Status: 200, Body: bodyIs(box)}}; c[6] != "" {
			two.Examples = append(two.Examples, shownOn("b", 70, api.SideResponse, c[6])...)
		}
		ops := []*api.Operation{one, two}
		if c[7] == "variants" {
			whole := &api.Operation{ID: "ShowJars", Method: "GET", Path: c[0], Params: params(c[0], "string"), Variants: []*api.Operation{one}}
			ops[0] = whole
		}
		_, found := reconciled([]*api.Schema{box}, ops...)
		var out []string
		for _, op := range ops {
			out = append(out, exampled(op)...)
			for _, v := range op.Variants {
				out = append(out, exampled(v)...)
			}
		}
		return strings.Join(out, ", ") + told(found, false)
	})
}

// exampled lists the parameters of an operation that have an example, with the lines that it is of.
func exampled(op *api.Operation) []string {
	var out []string
	for _, q := range op.Params {
		if q.Decided.Example != nil {
			text := op.ID + " " + string(q.In) + " " + q.Name + " " + q.Decided.Example.JSON
			for _, c := range claimsOf(&q.Field, api.FactExample, false) {
				text += " of " + c.Origin.Page + ":" + itoa(c.Origin.Pos.Line)
			}
			out = append(out, text)
		}
	}
	return out
}
