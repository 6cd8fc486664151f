package genserver_test

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
	"github.com/rst2openapi/rst2openapi/sdk/genserver"
)

// serve makes a handler that notes which operation was called, and with which parameters of
// the path.
func serve(called *string, operations ...genserver.Operation) http.Handler {
	for i := range operations {
		op := &operations[i]
		bind := op.Bind
		op.Bind = func(c *genserver.Call) genserver.Run {
			var values []string
			for part := range strings.SplitSeq(op.Path, "{") {
				if name, _, ok := strings.Cut(strings.ReplaceAll(part, "...", ""), "}"); ok {
					var value string
					c.Bind(genserver.Param{In: "path", Name: name, Style: "simple", Required: true}, &value)
					values = append(values, value)
				}
			}
			if bind != nil {
				bind(c)
			}
			return func(context.Context) (genserver.Reply, error) {
				*called = op.Method + " " + op.Path + " " + strings.Join(values, " ")
				return genserver.Reply{Status: 204}, nil
			}
		}
	}
	return genserver.New(operations, nil)
}

// TestRoutes has paths that a ServeMux takes, paths that it refuses beside each other, and
// paths whose segments it cannot take apart.
func TestRoutes(t *testing.T) {
	var operations []genserver.Operation
	for _, op := range []string{
		"GET /", "GET /v1", "GET /v1/", "GET /users/{id}", "GET /{project}/disks", "GET /users/me", "POST /users/{id}",
		"GET /v1/{id}.json", "GET /v1/{id}", "GET /v1/{name}-{kind}.tar.gz", "GET /v1/a{x}", "HEAD /v1/{id}/head", "GET /v1/{id}/head",
		"GET /v2//twice/{id}", "GET /v2/{id}?action=start", "GET /v2/{id}?action=stop", "GET /with%20space/{a}", "DELETE /{a}/{b}",
		"GET /{x}/b/{y}/d", "GET /a/{x}/c/{y}", "HEAD /a/b/{x}/{y}", "PUT /same/{a}/{a}", "GET /(odd){}/{id}",
		"GET /files/{path...}", "GET /files/{id}/meta", "GET /files/{path...}/raw", "GET /b-{name...}.zip/x", "POST /{a}/{b}", "POST /files/{path...}",
	} {
		method, path, _ := strings.Cut(op, " ")
		operations = append(operations, genserver.Operation{Name: op, Method: method, Path: path})
	}
	for request, want := range map[string]string{
		"GET /":                        "GET / ",
		"GET /v1":                      "GET /v1 ",
		"GET /v1/":                     "GET /v1/ ",
		"GET /users/7":                 "GET /users/{id} 7",
		"HEAD /users/7":                "GET /users/{id} 7",
		"GET /users/me":                "GET /users/me ",
		"POST /users/me":               "POST /users/{id} me",
		"GET /p-1/disks":               "GET /{project}/disks p-1",
		"GET /users/disks":             "GET /users/{id} disks",
		"GET /v1/x.json":               "GET /v1/{id}.json x",
		"GET /v1/.json":                "GET /v1/{id} .json",
		"GET /v1/x":                    "GET /v1/{id} x",
		"GET /v1/x%2Fy":                "GET /v1/{id} x/y",
		"GET /v1/b-c-d.tar.gz":         "GET /v1/{name}-{kind}.tar.gz b c-d",
		"GET /v1/abc":                  "GET /v1/a{x} bc",
		"HEAD /v1/1/head":              "HEAD /v1/{id}/head 1",
		"GET /v1/1/head":               "GET /v1/{id}/head 1",
		"GET /v2//twice/1":             "GET /v2//twice/{id} 1",
		"GET /v2/1?action=start":       "GET /v2/{id}?action=start 1",
		"GET /v2/1?action=stop&x=1":    "GET /v2/{id}?action=stop 1",
		"GET /v2/1":                    "400",
		"GET /with%20space/1":          "GET /with%20space/{a} 1",
		"DELETE /users/7":              "DELETE /{a}/{b} users 7",
		"GET /a/b/c/d":                 "GET /a/{x}/c/{y} b d",
		"GET /z/b/c/d":                 "GET /{x}/b/{y}/d z c",
		"HEAD /a/b/c/d":                "HEAD /a/b/{x}/{y} c d",
		"PUT /same/1/1":                "PUT /same/{a}/{a} 1 1",
		"PUT /same/1/2":                "404",
		"GET /(odd)%7B%7D/1":           "400", // the name of a parameter is not empty, but its braces are text
		"PATCH /users/7":               "405 DELETE, GET, HEAD, POST",
		"POST /v1/1/head":              "405 GET, HEAD",
		"GET /nowhere/at/all/of/these": "404",
		"GET /v1/x/":                   "404",
		"GET /files/a":                 "GET /files/{path...} a",
		"GET /files/a/b%2Fc/d%20":      "GET /files/{path...} a/b/c/d ",
		"GET /files/a/":                "GET /files/{path...} a/",
		"GET /files/a/meta":            "GET /files/{id}/meta a",
		"GET /files/a/b/meta":          "GET /files/{path...} a/b/meta",
		"GET /files/a/b/raw":           "GET /files/{path...}/raw a/b",
		"GET /files/raw":               "GET /files/{path...} raw",
		"GET /files/":                  "404",
		"GET /b-c/d.zip/x":             "GET /b-{name...}.zip/x c/d",
		"POST /files/a":                "POST /files/{path...} a",
		"POST /other/a":                "POST /{a}/{b} other a",
	} {
		var called string
		handler := serve(&called, slices.Clone(operations)...)
		w := httptest.NewRecorder()
		method, target, _ := strings.Cut(request, " ")
		handler.ServeHTTP(w, httptest.NewRequest(method, target, nil))
		if w.Code != 204 {
			called = strings.TrimSpace(http.StatusText(w.Code))
			if called = ""; w.Code >= 400 {
				called = strings.TrimSpace(strings.Join([]string{itoa(w.Code), w.Header().Get("Allow")}, " "))
			}
		}
		if called != want {
			t.Errorf("%s: %q, want %q (%s)", request, called, want, w.Body)
		}
	}
}

func itoa(n int) string {
	text, _ := json.Marshal(n)
	return string(text)
}

// TestFirst: of operations that a request fits alike, the first one gets it; of others, the
// one that it fits best.
func TestFirst(t *testing.T) {
	fits := func(members ...string) func(*genserver.Call) genserver.Run {
		return func(c *genserver.Call) genserver.Run {
			var body map[string]any
			c.JSON(true, &body)
			c.Check("body", func(checker *gen.Checker) {
				for name := range body {
					if !slices.Contains(members, name) {
						checker.Add("undocumented", nil, nil)
					}
				}
				for _, name := range members[:1] {
					if body[name] == nil {
						checker.Add("required", nil, nil)
					}
				}
			})
			return nil
		}
	}
	for body, want := range map[string]string{
		`{"a":1}`:       "POST /{first} x",
		`{"a":1,"b":2}`: "POST /{second} x",
		`{"c":1}`:       "POST /{third} x",
		`{"d":1}`:       "",
		`{`:             "",
	} {
		var called string
		handler := serve(&called,
			genserver.Operation{Method: "POST", Path: "/{first}", Bind: fits("a")},
			genserver.Operation{Method: "POST", Path: "/{second}", Bind: fits("a", "b")},
			genserver.Operation{Method: "POST", Path: "/{third}", Bind: fits("c")},
		)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("POST", "/x", strings.NewReader(body)))
		if called != want || want == "" && w.Code != 400 {
			t.Errorf("%s: %q, want %q (%d %s)", body, called, want, w.Code, w.Body)
		}
	}
}

// TestFixed: an operation whose fixed words a request has is meant, also before one that knows no words and
// would take the rest of it; the body is not read for one that is not meant.
func TestFixed(t *testing.T) {
	fixed := func(name string, body func(*genserver.Call)) func(*genserver.Call) genserver.Run {
		return func(c *genserver.Call) genserver.Run {
			if name != "" {
				c.Fixed("query", name, "")
			}
			body(c)
			return nil
		}
	}
	none := func(c *genserver.Call) { c.NoBody() }
	stream := func(c *genserver.Call) { c.Stream(true) }
	object := func(c *genserver.Call) {
		var body map[string]any
		c.JSON(false, &body)
	}
	for request, want := range map[string]string{
		"GET /":              "GET /{first} x",
		"GET /?policy":       "GET /{second} x",
		"GET /?policy=other": "GET /{first} x",
		"GET /?acl&policy":   "GET /{second} x", // the first of equals
		"GET /?acl":          "GET /{third} x",
		"PUT /":              "PUT /{first} x",
		"PUT /?policy":       "PUT /{second} x",
		"PUT /?unknown":      "PUT /{first} x",
	} {
		var called string
		handler := serve(&called,
			genserver.Operation{Method: "GET", Path: "/{first}", Bind: fixed("", none)},
			genserver.Operation{Method: "GET", Path: "/{second}", Bind: fixed("policy", none)},
			genserver.Operation{Method: "GET", Path: "/{third}", Bind: fixed("acl", none)},
			genserver.Operation{Method: "PUT", Path: "/{first}", Bind: fixed("", stream)},
			genserver.Operation{Method: "PUT", Path: "/{second}", Bind: fixed("policy", object)},
			genserver.Operation{Method: "PUT", Path: "/{third}", Bind: fixed("", object)},
		)
		method, target, _ := strings.Cut(request, " ")
		body := strings.NewReader(`{"a":1}`)
		r := httptest.NewRequest(method, strings.Replace(target, "/", "/x", 1), body)
		if method == "GET" {
			r.Body, r.ContentLength = http.NoBody, 0
		}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		if called != want || w.Code != 204 {
			t.Errorf("%s: %q, want %q (%d %s)", request, called, want, w.Code, w.Body)
		}
		if read := body.Len() == 0; read != (request == "PUT /?policy") {
			t.Errorf("%s: the body is read: %v", request, read)
		}
	}
}

// TestScalars: a text of a parameter becomes the first documented kind that it can be.
func TestScalars(t *testing.T) {
	for _, c := range []struct {
		kinds []string
		query string
		want  string // as JSON
	}{
		{[]string{"string", "integer"}, "a=7&b=x&b=8", `7 ["x",8]`},
		{[]string{"string", "integer"}, "a=007", `"007" null`},
		{[]string{"string", "boolean"}, "a=7&b=true", `"7" [true]`},
		{[]string{"number"}, "a=1.5", `1.5 null`},
		{nil, "b=", `null [""]`},
	} {
		var one sdk.Scalar
		var list []sdk.Scalar
		var called string
		handler := serve(&called, genserver.Operation{Method: "GET", Path: "/", Bind: func(call *genserver.Call) genserver.Run {
			call.Bind(genserver.Param{In: "query", Name: "a", Style: "form", Explode: true, Kinds: c.kinds}, &one)
			call.Bind(genserver.Param{In: "query", Name: "b", Style: "form", Explode: true, Kinds: c.kinds}, &list)
			return nil
		}})
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", "/?"+c.query, nil))
		first, err1 := json.Marshal(one)
		second, err2 := json.Marshal(list)
		if got := string(first) + " " + string(second); got != c.want || err1 != nil || err2 != nil || w.Code != 204 {
			t.Errorf("%v %s: %s, want %s (%s)", c.kinds, c.query, got, c.want, w.Body)
		}
	}
}

// TestLargeBody: more than is read is not a mistake of the document, but too large.
func TestLargeBody(t *testing.T) {
	var called string
	handler := serve(&called, genserver.Operation{Method: "POST", Path: "/", Bind: func(c *genserver.Call) genserver.Run {
		c.JSON(true, new(json.RawMessage))
		return nil
	}})
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest("POST", "/", bytes.NewReader(make([]byte, 65<<20))))
	if w.Code != http.StatusRequestEntityTooLarge || called != "" {
		t.Errorf("%d %q", w.Code, called)
	}
}

// nested is the documented body of an error, with the text one level down.
type nested struct {
	Error struct {
		Code    *string `json:"code,omitempty"`
		Message string  `json:"message"`
		Status  int64   `json:"status"`
	} `json:"error"`
}

// TestErrorBody: an error is written in the documented form, or in the usual one where that
// has no place for its text.
func TestErrorBody(t *testing.T) {
	for want, body := range map[string]func(string, int) any{
		`{"error":{"code":"404","message":"no such thing: not found","status":0}}`: func(string, int) any { return new(nested) },
		`{"error_code":"404","error_msg":"no such thing: not found"}`:              func(string, int) any { return new(struct{ A int64 }) },
	} {
		handler := genserver.New([]genserver.Operation{{Name: "Get", Method: "GET", Path: "/", Bind: func(*genserver.Call) genserver.Run {
			return func(context.Context) (genserver.Reply, error) {
				return genserver.Reply{}, &missing{}
			}
		}}}, body)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		if w.Code != 404 || strings.TrimSpace(w.Body.String()) != want {
			t.Errorf("%d %s, want %s", w.Code, w.Body, want)
		}
	}
}

type missing struct{}

func (*missing) Error() string { return "no such thing: not found" }
func (*missing) Unwrap() error { return sdk.ErrNotFound }

// TestUnwritable: a reply that cannot be written is a 500 and says why.
func TestUnwritable(t *testing.T) {
	for _, reply := range []genserver.Reply{{Status: 200, Body: func() {}}, {Status: 7}} {
		handler := genserver.New([]genserver.Operation{{Method: "GET", Path: "/", Bind: func(*genserver.Call) genserver.Run {
			return func(context.Context) (genserver.Reply, error) { return reply, nil }
		}}}, nil)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		var told map[string]string
		if err := json.Unmarshal(w.Body.Bytes(), &told); err != nil || w.Code != 500 || !slices.Contains(slices.Sorted(maps.Keys(told)), "error_msg") {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
}
