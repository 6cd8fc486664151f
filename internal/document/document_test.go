package document

import (
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

func TestTokenHeader(t *testing.T) {
	for schemes, want := range map[string][2]string{
		`{}`: {"", ""},
		`{"b": {"type": "http", "scheme": "Bearer"}}`:                                                                                         {"Authorization", "Bearer "},
		`{"b": {"type": "http", "scheme": "bearer"}, "k": {"type": "apiKey", "in": "header", "name": "authorization"}}`:                       {"Authorization", ""},
		`{"a": {"type": "apiKey", "in": "header", "name": "Authorization"}, "t": {"type": "apiKey", "in": "header", "name": "X-Auth-Token"}}`: {"X-Auth-Token", ""},
		`{"q": {"type": "apiKey", "in": "query", "name": "key"}}`:                                                                             {"", ""},
		`{"h": {"type": "apiKey", "in": "header", "name": "not a header"}}`:                                                                   {"", ""},
	} {
		text := `{"openapi": "3.0.3", "info": {"title": "t", "version": "v1"}, "paths": {}, "components": {"securitySchemes": ` + schemes + `}}`
		doc, err := openapi3.NewLoader().LoadFromData([]byte(text))
		if err != nil {
			t.Fatalf("%s: %v", schemes, err)
		}
		if header, prefix := TokenHeader(doc); header != want[0] || prefix != want[1] {
			t.Errorf("%s: %q %q, want %q", schemes, header, prefix, want)
		}
	}
	if header, _ := TokenHeader(&openapi3.T{}); header != "" {
		t.Errorf("a document without components has the header %q", header)
	}
}
