package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestReferredVersions: titles choose between tables of another page where they tell versions of the API apart, and a
// table that no operation takes is told.
func TestReferredVersions(t *testing.T) {
	for _, c := range []struct{ name, titles, paths, want, rules string }{
		{"two versions", "v1 APIs|v2 APIs", "/v1/a|/v2/a", "field0|field1", ""},
		{"two versions without the word", "Version v1|Version v2", "/v1/a|/v2/a", "field0|field1", ""},
		{"one version", "V1.0 APIs", "/v1.0/a|/v2/a", "field0|field0", ""},
		{"v1 for v1.0", "V1 APIs|V2 APIs", "/v1.0/a|/v2.0/a", "field0|field1", ""},
		{"v1 beside v1.0", "V1 APIs|V1.0 APIs", "/v1.0/a|/v1/a", "field1|field0", ""},
		{"versions of something else", "TLS v1.2|TLS v1.3", "/v1/a", "field0field1", ""},
		{"one of something else", "TLS v1.2|Others", "/v1/a", "field0field1", ""},
		{"a version that is gone", "v1 APIs|v3 APIs", "/v3/a", "field1", "docs/unused-structure"},
		{"versions that no operation has", "v1 APIs|v2 APIs", "/a", "field0field1", ""},
	} {
		text := ".. _failures:\n\n" + title("Failures")
		for i, name := range strings.Split(c.titles, "|") {
			text += section(name, "**Abnormal response description**\n\n"+tableText("", "Parameter|Type|Description", "field"+itoa(i)+"|String|What failed"))
		}
		pages := map[string]string{"failures.rst": text}
		for i, path := range strings.Split(c.paths, "|") {
			pages["op"+itoa(i)+".rst"] = title("Dropping a Box "+itoa(i)) + section("URI", "DELETE "+path) + section("Response", "See :ref:`Failures <failures>`.")
		}
		e := extractPages(pages)
		got := make(map[string]string)
		for _, op := range e.svc.Operations {
			for _, r := range op.Responses {
				if r.Status == api.DefaultStatus && r.Body != nil {
					for _, f := range r.Body.Type.Schema.Fields {
						got[op.Path] += f.Name
					}
				}
			}
		}
		var all []string
		for path := range strings.SplitSeq(c.paths, "|") {
			all = append(all, got[path])
		}
		if have := strings.Join(all, "|"); have != c.want || e.rules() != c.rules {
			t.Errorf("%s: %q, want %q; findings %q, want %q", c.name, have, c.want, e.rules(), c.rules)
		}
	}
}
