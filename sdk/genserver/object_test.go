package genserver_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/genserver"
)

// filter is as a generated struct is.
type filter struct {
	Size   *int64  `json:"size,omitzero"`
	Filter *string `json:"filter,omitzero"`
}

// TestSpreadObjects reads maps and objects whose members are words of the query.
func TestSpreadObjects(t *testing.T) {
	for _, c := range []struct {
		param genserver.Param
		into  any
		query string
		want  string // as JSON, or a part of the problem
	}{
		{genserver.Param{Explode: true, Others: []string{"limit"}}, new(map[string]string), "a=1&b=x&limit=5", `{"a":"1","b":"x"}`},
		{genserver.Param{Explode: true}, new(map[string]int64), "a=1&filter=2", `{"a":1,"filter":2}`}, // a member has the name of the parameter
		{genserver.Param{Explode: true}, new(sdk.Object), "a=1&a=2", `{"a":["1","2"]}`},
		{genserver.Param{Explode: true, Others: []string{"limit"}}, new(*filter), "size=7&filter=x&limit=5", `{"size":7,"filter":"x"}`},
		{genserver.Param{Explode: true}, new(*filter), "other=7", `null`},
		{genserver.Param{Explode: true, Required: true}, new(filter), "other=7", `it is required`},
		{genserver.Param{}, new(map[string]string), "filter=a,1,b,2", `{"a":"1","b":"2"}`},
		{genserver.Param{}, new(filter), "filter=size,7", `{"size":7}`},
		{genserver.Param{}, new(filter), "filter=size", `a member has no value`},
		{genserver.Param{}, new(map[string]string), "a=1", `null`},
	} {
		c.param.In, c.param.Name, c.param.Style = "query", "filter", "form"
		var called string
		handler := serve(&called, genserver.Operation{Method: "GET", Path: "/", Bind: func(call *genserver.Call) genserver.Run {
			call.Bind(c.param, c.into)
			return nil
		}})
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", "/?"+c.query, nil))
		text, err := json.Marshal(c.into)
		if got := fmt.Sprint(string(text), w.Body, err); !strings.Contains(got, c.want) || (w.Code == 400) != !json.Valid([]byte(c.want)) {
			t.Errorf("%s: %d %s, want %s", c.query, w.Code, got, c.want)
		}
	}
}

// TestBodyForms refuses null, and XML of another element.
func TestBodyForms(t *testing.T) {
	type disk struct {
		Size int `json:"size" xml:"size"`
	}
	for _, c := range []struct {
		bind func(*genserver.Call)
		body string
		want string // a part of the problem, or empty
	}{
		{func(call *genserver.Call) { call.JSON(true, new([]string)) }, "null", "it is null"},
		{func(call *genserver.Call) { call.JSON(false, new(*disk)) }, " null ", "it is null"},
		{func(call *genserver.Call) { call.JSON(true, new(sdk.Nullable[disk])) }, "null", ""},
		{func(call *genserver.Call) { call.JSON(true, new([]string)) }, "[]", ""},
		{func(call *genserver.Call) { call.XML("disk", true, new(disk)) }, "<?xml version='1.0'?><disk><size>7</size></disk>", ""},
		{func(call *genserver.Call) { call.XML("disk", true, new(disk)) }, "<vault><size>7</size></vault>", "the element is vault, not disk"},
		{func(call *genserver.Call) { call.XML("disk", true, new(disk)) }, "no", "not XML"},
	} {
		var called string
		handler := serve(&called, genserver.Operation{Method: "POST", Path: "/", Bind: func(call *genserver.Call) genserver.Run {
			c.bind(call)
			return nil
		}})
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("POST", "/", strings.NewReader(c.body)))
		if (w.Code == 400) != (c.want != "") || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s: %d %s, want %q", c.body, w.Code, w.Body, c.want)
		}
	}
}
