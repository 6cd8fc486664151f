package openapi_test

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
)

// withCodes is a service whose error responses have a body, and those error codes.
func withCodes(codes ...api.ErrorCode) *api.Service {
	s := &api.Schema{Name: "ErrorBody", Fields: []*api.Field{{Name: "code", Type: api.Type{Kind: api.String}}}}
	svc := boxes(s)
	svc.Operations[0].Responses = []*api.Response{{Status: 404, Body: body(s)}}
	svc.ErrorBody, svc.ErrorCodes = s, codes
	return svc
}

// codesOf reads the error codes of a document.
func codesOf(t *testing.T, svc *api.Service, prose bool) []any {
	t.Helper()
	d, err := openapi3.NewLoader().LoadFromData([]byte(text(t, svc, prose)))
	if err != nil {
		t.Fatal(err)
	}
	list, _ := d.Components.Schemas["ErrorBody"].Value.Extensions["x-error-codes"].([]any)
	return list
}

func TestErrorCodes(t *testing.T) {
	svc := withCodes(
		api.ErrorCode{Status: 404, Code: "BOX.2", Message: "no such box"}, api.ErrorCode{Code: "BOX.1"},
		api.ErrorCode{Status: 404, Code: "BOX.2"}, api.ErrorCode{Status: 400, Code: "BOX.2"},
		api.ErrorCode{Status: 100, Code: "BOX.3"}, api.ErrorCode{Status: 201, Code: "BOX.4"}, api.ErrorCode{Status: 301, Code: "BoxMoved"},
		api.ErrorCode{Status: 404, Code: "not found"},
	)
	entry := func(pairs ...any) any {
		m := map[string]any{"code": pairs[0]}
		if len(pairs) > 1 {
			m["status"] = float64(pairs[1].(int))
		}
		return m
	}
	want := []any{entry("BOX.1"), entry("BoxMoved", 301), entry("BOX.2", 400), entry("BOX.2", 404)}
	if got := codesOf(t, svc, false); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	last, _ := codesOf(t, svc, true)[3].(map[string]any)
	if last["message"] != "no such box" {
		t.Errorf("with prose: %v", last)
	}
}

func TestErrorCodesMany(t *testing.T) {
	if got := codesOf(t, withCodes(), true); got != nil {
		t.Errorf("no codes give %v", got)
	}
	if got := codesOf(t, withCodes(api.ErrorCode{Status: 404, Code: "BOX.2"}), true); len(got) != 1 {
		t.Errorf("one code gives %v", got)
	}
	var many []api.ErrorCode
	for i := range 3000 {
		many = append(many, api.ErrorCode{Status: 400, Code: "BOX." + strconv.Itoa(i)})
	}
	if got := len(codesOf(t, withCodes(many...), true)); got != len(many) {
		t.Errorf("%d codes of 3000", got)
	}
}

// TestErrorCodesOfNoBody: codes of a set without one body of errors are the document's.
func TestErrorCodesOfNoBody(t *testing.T) {
	svc := withCodes(api.ErrorCode{Status: 404, Code: "BOX.2", Origin: api.Origin{Page: "codes.rst"}})
	svc.ErrorBody = nil
	if got := codesOf(t, svc, true); got != nil {
		t.Errorf("codes on a schema that is not the error body: %v", got)
	}
	doc := openapi.Of(svc, openapi.Options{})
	if codes := document.ErrorCodes.Of(doc.Extensions); len(codes) != 1 || codes[0].Code != "BOX.2" {
		t.Errorf("%v", codes)
	}
	sources, err := openapi.Sources(doc, nil)
	if err != nil || !strings.Contains(string(sources), `"/x-error-codes/0": [{"page":"codes.rst"`) {
		t.Errorf("%s, %v", sources, err)
	}
	none := withCodes()
	none.ErrorBody = nil
	for _, svc := range []*api.Service{none, withCodes()} {
		if doc := openapi.Of(svc, openapi.Options{}); doc.Extensions != nil {
			t.Errorf("no codes: %v", doc.Extensions)
		}
	}
}
