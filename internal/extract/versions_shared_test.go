package extract

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// TestExamplesOfVersions: an example is of the call whose line it has, and of the same one in other
// versions, there without the line; other cases of a body are not other versions.
func TestExamplesOfVersions(t *testing.T) {
	op := func(path, forCase string) *api.Operation {
		return &api.Operation{Method: "POST", Path: path, Case: forCase}
	}
	one, two, other, forCase := op("/v1/kites", ""), op("/v2/kites", ""), op("/v2/tails", ""), op("/v3/kites", "long")
	s := &scope{ops: []*api.Operation{one, two, other, forCase}}
	e := &api.Example{Side: api.SideRequest, Method: "POST", URL: "https://{endpoint}/v2/kites?fast=1"}
	if got := s.opOf(e); got != two {
		t.Errorf("the example is of %s", got.Path)
	}
	others := s.ofOtherVersions(two)
	if len(others) != 1 || others[0] != one {
		t.Fatalf("other versions are %v", others)
	}
	if shared := sharedWith(one, e); !shared.Shared || shared.URL != "" || shared.Method != "" {
		t.Errorf("it is shared as %+v", shared)
	}
	if shared := sharedWith(two, e); shared.URL != e.URL {
		t.Errorf("its own line is %q", shared.URL)
	}
	if e.Shared || e.URL == "" {
		t.Error("the example itself was changed")
	}
}

// TestWithin: a numbered example goes with the section of examples that it is in, and no other.
func TestWithin(t *testing.T) {
	for _, c := range []struct{ outer, role, want string }{
		{"example-request", "example", "example-request"}, {"example-response", "example", "example-response"},
		{"response", "example", "example"}, {"request", "example", "example"}, {"example-request", "response", "response"},
	} {
		if got := within(dialect.SectionRole(c.outer), dialect.SectionRole(c.role)); string(got) != c.want {
			t.Errorf("%s in %s: %s, want %s", c.role, c.outer, got, c.want)
		}
	}
}
