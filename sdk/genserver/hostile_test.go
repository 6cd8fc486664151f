package genserver_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
	"github.com/rst2openapi/rst2openapi/sdk/genserver"
)

// TestForeignErrorBody: the error of a call to another service keeps its status, also where
// its body is a page of a proxy.
func TestForeignErrorBody(t *testing.T) {
	for body, want := range map[string]string{
		`{"a":1}`:                    `{"a":1}`,
		"<html>Bad Gateway</html>\n": `{"error_code":"502","error_msg":"bad gateway"}`,
	} {
		handler := genserver.New([]genserver.Operation{{Method: "GET", Path: "/", Bind: func(*genserver.Call) genserver.Run {
			return func(context.Context) (genserver.Reply, error) {
				return genserver.Reply{}, &sdk.Error{StatusCode: 502, Message: "bad gateway", Body: []byte(body)}
			}
		}}}, nil)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		if w.Code != 502 || strings.TrimSpace(w.Body.String()) != want {
			t.Errorf("%d %s, want 502 %s", w.Code, w.Body, want)
		}
	}
}

// TestInterimStatus: a status that no response ends with is not sent as one.
func TestInterimStatus(t *testing.T) {
	handler := genserver.New([]genserver.Operation{{Method: "GET", Path: "/", Bind: func(*genserver.Call) genserver.Run {
		return func(context.Context) (genserver.Reply, error) { return genserver.Reply{Status: 103, Body: "x"}, nil }
	}}}, nil)
	server := httptest.NewServer(handler)
	defer server.Close()
	resp, err := http.Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if resp.StatusCode != 500 {
		t.Errorf("status %d", resp.StatusCode)
	}
}

// TestStreamBesideJSON: the body of an operation that takes a stream is there, also where
// another one that shares its path has read it to see whether it fits better.
func TestStreamBesideJSON(t *testing.T) {
	var got string
	handler := genserver.New([]genserver.Operation{
		{Method: "PUT", Path: "/", Bind: func(c *genserver.Call) genserver.Run {
			_, body := c.Stream(true)
			c.Check("body", func(checker *gen.Checker) { checker.Add("undocumented", nil, nil) })
			return func(context.Context) (genserver.Reply, error) {
				text, err := io.ReadAll(body)
				got = string(text)
				return genserver.Reply{Status: 204}, err
			}
		}},
		{Method: "PUT", Path: "/", Bind: func(c *genserver.Call) genserver.Run {
			c.JSON(true, new(json.RawMessage))
			return nil
		}},
	}, nil)
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest("PUT", "/", strings.NewReader("raw data")))
	if w.Code != 204 || got != "raw data" {
		t.Errorf("%d, %q", w.Code, got)
	}
}

// TestManyMistakes: what is told of a request, and kept for it, has a bound; members that are
// not documented do not hide what is wrong.
func TestManyMistakes(t *testing.T) {
	for _, rules := range [][]string{{"type"}, {"undocumented", "type"}} {
		kept := 0
		handler := genserver.New([]genserver.Operation{{Method: "POST", Path: "/", Bind: func(c *genserver.Call) genserver.Run {
			c.Check("body", func(checker *gen.Checker) {
				for _, rule := range rules {
					for range 100_000 {
						checker.Add(rule, nil, nil)
					}
				}
				kept = len(checker.Found())
			})
			return nil
		}}}, nil)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("POST", "/", nil))
		if w.Code != 400 || w.Body.Len() > 10_000 || kept > 5_000 || !strings.HasSuffix(strings.TrimSpace(w.Body.String()), `; and more"}`) {
			t.Errorf("%v: %d, %d bytes, %d kept", rules, w.Code, w.Body.Len(), kept)
		}
	}
}
