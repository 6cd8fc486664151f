package reconcile

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// TestValuesOfURL: what a printed URL says of the parameters of a path.
func TestValuesOfURL(t *testing.T) {
	for _, c := range []struct{ pattern, printed, in, name, want string }{
		{"/v1/jars/{jar_id}", "https://jars.example.com/v1/jars/7", "path", "jar_id", "7"},
		{"/v1/jars/{jar_id}", "{endpoint}/v1/jars/7", "path", "jar_id", "7"},
		{"/v1/jars/{jar_id}", "/V1/jars/a%2Fb", "path", "jar_id", "a/b"},
		{"/v1/jars/{jar_id}", "/v1/jars/7#top", "path", "jar_id", "7"},
		{"/v1/jars/{jar_id}", "/v1/lids/7", "path", "jar_id", "not printed"},
		{"/v1/jars/{jar_id}", "/7", "path", "jar_id", "not printed"},
		{"/v1/jars/{jar_id}.{form}", "/v1/jars/7.json", "path", "form", "not printed"},
		{"/v1/jars", "/v1/jars?limit=5&limit=6", "query", "limit", "5"},
		{"/v1/jars", "/v1/jars?name=oak+jar", "query", "name", "oak jar"},
		{"/v1/jars", "/v1/jars?name=100%", "query", "name", "100%"},
		{"/v1/jars", "/v1/jars?name", "query", "name", "not printed"},
		{"/v1/jars", "/v1/jars?name=", "query", "name", ""},
		{"/v1/jars/{jar}:open", "/v1/jars/7:open", "path", "jar", "not printed"},
		{"/v1/jars/x{jar}", "/v1/jars/x7", "path", "x{jar", "not printed"},
		{"/v1/jars/jar}", "/v1/jars/jar}", "path", "jar", "not printed"},
		{"/v1/jars/{jar}{lid}", "/v1/jars/78", "path", "jar}{lid", "not printed"},
		{"/v1/jars/{jar", "/v1/jars/7", "path", "jar", "not printed"},
	} {
		got, ok := valuesOfURL(c.pattern, c.printed)[urlKey{api.In(c.in), c.name}]
		if ok == (c.want == "not printed") || ok && got != c.want || !ok && c.want != "not printed" {
			t.Errorf("%s of %s: %q (%v), want %q", c.name, c.printed, got, ok, c.want)
		}
	}
}

// TestParametersAreShown: parameters have the values that the set prints for them.
func TestParametersAreShown(t *testing.T) {
	param := func(in api.In, name string, kind api.Kind) *api.Param {
		return &api.Param{In: in, Field: api.Field{Name: name, Type: api.Type{Kind: kind}}}
	}
	said := func(q *api.Param, fact api.Fact, values ...string) *api.Param {
		q.Claims = append(q.Claims, api.Claim{Fact: fact, Values: values})
		return q
	}
	for _, c := range []struct {
		what  string
		url   string // of the operation's example
		other string // of an example of GET /v1/{project_id}/jars/{jar_id}/lids, with the parameter lid_name
		body  string // a response that is printed, with the member lid_id
		q     *api.Param
		want  string
	}{
		{"its own URL", "/v1/p1/jars/7", "", "", param(api.InPath, "jar_id", api.String), `"7"`},
		{"a number", "/v1/p1/jars/7?size=3", "", "", param(api.InQuery, "size", api.Integer), `3`},
		{"a value of another type", "/v1/p1/jars/7?size=big", "", "", param(api.InQuery, "size", api.Integer), ``},
		{"a value beyond the limits", "/v1/p1/jars/7", "", "", said(param(api.InPath, "jar_id", api.String), api.FactMinLength, "2"), ``},
		{"a placeholder", "/v1/p1/jars/{jar_id}", "", "", param(api.InPath, "jar_id", api.String), ``},
		{"its name", "/v1/p1/jars/jarId", "", "", param(api.InPath, "jar_id", api.String), ``},
		{"a masked value", "/v1/p1/jars/7xxxx8", "", "", param(api.InPath, "jar_id", api.String), ``},
		{"an example of the description comes first", "/v1/p1/jars/7", "", "", said(param(api.InPath, "jar_id", api.String), api.FactExample, "8"), `"8"`},
		{"another path that begins alike", "", "/v1/p1/jars/9/lids", "", param(api.InPath, "jar_id", api.String), `"9"`},
		{"a text as long as may be", "/v1/p1/jars/" + strings.Repeat("7", 256), "", "", param(api.InPath, "jar_id", api.String), `"` + strings.Repeat("7", 256) + `"`},
		{"a longer text", "/v1/p1/jars/" + strings.Repeat("7", 257), "", "", param(api.InPath, "jar_id", api.String), ``},
		{"a control character", "/v1/p1/jars/7%07", "", "", param(api.InPath, "jar_id", api.String), ``},
		{"dots", "/v1/p1/jars/..", "", "", param(api.InPath, "jar_id", api.String), ``},
		{"a word for a value", "/v1/p1/jars/string", "", "", param(api.InPath, "jar_id", api.String), ``},
		{"nothing", "/v1/p1/jars/7?size=", "", "", param(api.InQuery, "size", api.String), ``},
		{"a name of a capital and a word", "", "/v1/p1/jars/9/lids?lid_name=oak", "", param(api.InQuery, "LidName", api.String), `"oak"`},
		{"a name in capitals", "", "/v1/p1/jars/9/lids?lid_name=oak", "", param(api.InQuery, "LIDNAME", api.String), ``},
		{"a constant of another value", "/v1/p1/jars/7", "", "", said(param(api.InPath, "jar_id", api.String), api.FactConst, "8"), ``},
		{"its own URL comes first", "/v1/p1/jars/7", "/v1/p1/jars/9/lids", "", param(api.InPath, "jar_id", api.String), `"7"`},
		{"a name that says what it is", "", "/v1/p1/jars/9/lids?lid_name=oak", "", param(api.InQuery, "lid_name", api.String), `"oak"`},
		{"a member of that name", "", "", `{"lid_id": "l-1"}`, param(api.InQuery, "lidId", api.String), `"l-1"`},
		{"a name that may mean anything", "", "/v1/p1/jars/9/lids?name=oak", "", param(api.InQuery, "name", api.String), ``},
	} {
		op := &api.Operation{ID: "ShowJar", Method: "GET", Path: "/v1/{project_id}/jars/{jar_id}", Params: []*api.Param{c.q}}
		lids := &api.Operation{ID: "ListLids", Method: "GET", Path: "/v1/{project_id}/jars/{jar_id}/lids", Params: []*api.Param{
			param(api.InPath, "jar_id", api.String), param(api.InQuery, "lid_name", api.String), param(api.InQuery, "name", api.String)}}
		jar := &api.Schema{Name: "Jar", Fields: []*api.Field{{Name: "lid_id", Type: api.Type{Kind: api.String}}}}
		lids.Responses = []*api.Response{{Status: 200, Body: &api.Payload{Type: api.Type{Kind: api.Object, Schema: jar}}}}
		at := api.Origin{Page: "jar.rst", Pos: source.Pos{Line: 3, Col: 1}, How: api.FromExample}
		if c.url != "" {
			op.Examples = append(op.Examples, &api.Example{Side: api.SideRequest, Method: "GET", URL: c.url, Origin: at})
		}
		if c.other != "" {
			lids.Examples = append(lids.Examples, &api.Example{Side: api.SideRequest, Method: "GET", URL: c.other, Origin: at})
		}
		if c.body != "" {
			lids.Examples = append(lids.Examples, &api.Example{Side: api.SideResponse, Status: 200, JSON: true, Raw: c.body, Body: c.body, Lines: []source.Pos{at.Pos}, Origin: at})
		}
		var found diag.List
		Service(&api.Service{Operations: []*api.Operation{op, lids}, Schemas: []*api.Schema{jar}}, &found)
		got := ""
		if v := c.q.Decided.Example; v != nil {
			got = v.JSON
		}
		if got != c.want || len(found.Sorted()) > 0 {
			t.Errorf("%s: %s, want %s, findings %v", c.what, got, c.want, found.Sorted())
		}
		if n := len(c.q.Claims); got != "" && c.q.Claims[n-1].Fact != api.FactExample {
			t.Errorf("%s: nothing says where %s is from", c.what, got)
		}
	}
}

// TestHeadersAreShown: parameters in headers have the values that requests of the set print.
func TestHeadersAreShown(t *testing.T) {
	for _, c := range []struct {
		what        string
		own, others [][2]string // headers of a request of the page, and of another page's
		response    [][2]string
		q           api.Field
		want        string
	}{
		{"its own request", [][2]string{{"x-lid-color", "oak"}}, nil, nil, api.Field{Name: "X-Lid-Color"}, `"oak"`},
		{"a request of another path", nil, [][2]string{{"X-Lid-Color", "oak"}}, nil, api.Field{Name: "X-Lid-Color"}, `"oak"`},
		{"its own request comes first", [][2]string{{"X-Lid-Color", "oak"}}, [][2]string{{"X-Lid-Color", "fir"}}, nil, api.Field{Name: "X-Lid-Color"}, `"oak"`},
		{"one word", nil, [][2]string{{"workspace", "w-1"}}, nil, api.Field{Name: "workspace"}, `"w-1"`},
		{"a date", [][2]string{{"Date", "Wed, 07 Jun 2023 03:31:46 GMT"}}, nil, nil, api.Field{Name: "Date"}, `"Wed, 07 Jun 2023 03:31:46 GMT"`},
		{"a number", [][2]string{{"X-Size", "3"}}, nil, nil, api.Field{Name: "X-Size", Type: api.Type{Kind: api.Integer}}, `3`},
		{"a text for a number", [][2]string{{"X-Size", "big"}}, nil, nil, api.Field{Name: "X-Size", Type: api.Type{Kind: api.Integer}}, ``},
		{"a response", nil, nil, [][2]string{{"X-Lid-Color", "oak"}}, api.Field{Name: "X-Lid-Color"}, ``},
		{"its name", [][2]string{{"X-Lid-Color", "lid color"}}, nil, nil, api.Field{Name: "X-Lid-Color"}, ``},
		{"the end of its name", [][2]string{{"X-Lid-Color", "Color"}}, nil, nil, api.Field{Name: "X-Lid-Color"}, ``},
		{"words", [][2]string{{"X-Lid-Color", "a kind of wood"}}, nil, nil, api.Field{Name: "X-Lid-Color"}, ``},
		{"words with underscores", [][2]string{{"X-Lid-Color", "wood_kind_1"}}, nil, nil, api.Field{Name: "X-Lid-Color"}, ``},
		{"words with underscores after a key", [][2]string{{"Range", "bytes=byte_range"}}, nil, nil, api.Field{Name: "Range"}, ``},
		{"a masked value", [][2]string{{"X-Lid-Color", "oxxxk"}}, nil, nil, api.Field{Name: "X-Lid-Color"}, ``},
	} {
		if c.q.Type.Kind == "" {
			c.q.Type.Kind = api.String
		}
		of := func(path string, q api.Field, headers [][2]string) *api.Operation {
			at := api.Origin{Page: path, Pos: source.Pos{Line: 3, Col: 1}, How: api.FromExample}
			return &api.Operation{ID: path, Method: "GET", Path: path, Params: []*api.Param{{In: api.InHeader, Field: q}},
				Examples: []*api.Example{{Side: api.SideRequest, Headers: headers, Origin: at}}}
		}
		op, other := of("/v1/lids", c.q, c.own), of("/v1/jars", c.q, c.others)
		op.Examples = append(op.Examples, &api.Example{Side: api.SideResponse, Status: 200, Headers: c.response})
		var found diag.List
		Service(&api.Service{Operations: []*api.Operation{op, other}}, &found)
		got := ""
		if v := op.Params[0].Decided.Example; v != nil {
			got = v.JSON
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}
