package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// TestPageKinds holds that each page is told for what it is, and that the counts agree.
func TestPageKinds(t *testing.T) {
	codes := tableText("**Table 1** Error codes", "Status Code|Error Code|Error Message", "400|BOX.1|No lid")
	statuses := tableText("**Table 1** Status codes", "Status Code|Description", "200|OK", "404|Not there")
	pages := map[string]struct {
		text string
		kind api.PageKind
		ops  string
	}{
		"show.rst":    {title("Showing a Box") + section("URI", "GET /v1/boxes/{id}"), api.PageOperation, "ShowBox"},
		"two.rst":     {title("Filling a Box") + section("URI", "PUT /v1/boxes\n\nPOST /v1/boxes"), api.PageOperation, "FillBoxPut FillBoxPost"},
		"call.rst":    {title("A Box, Step by Step") + section("Example", "GET https://host/v1/boxes/7"), api.PageCall, "ShowBox"},
		"token.rst":   {title("Getting In") + section("Example", "POST /v3/auth/tokens"), api.PageOtherService, ""},
		"odd.rst":     {title("Tubs") + section("Example", "GET /v1/tubs"), api.PageUnread, ""},
		"codes.rst":   {title("Error Codes") + codes, api.PageErrorCodes, ""},
		"status.rst":  {title("Status Codes") + statuses, api.PageStatusCodes, ""},
		"history.rst": {title("Change History") + "Words.\n", api.PageHistory, ""},
		"about.rst":   {title("Querying the Change History") + "Words.\n", api.PageGuide, ""},
		"index.rst":   {title("Boxes") + ".. toctree::\n\n   show\n   two\n", api.PageIndex, ""},
		"words.rst":   {title("What Is a Box?") + "Words.\n", api.PageGuide, ""},
		"empty.rst":   {"", api.PageGuide, ""},
	}
	texts := make(map[string]string)
	for name, p := range pages {
		texts[name] = p.text
	}
	e := extractPages(texts)
	if len(e.svc.Pages) != len(pages) {
		t.Fatalf("%d pages of %d", len(e.svc.Pages), len(pages))
	}
	if e.svc.Pages[0].Path != "index.rst" || e.svc.Pages[1].Path != "show.rst" {
		t.Errorf("the pages are not in the order of the documentation: %v", e.svc.Pages)
	}
	for _, p := range e.svc.Pages {
		want := pages[p.Path]
		if ops := strings.Join(p.Operations, " "); p.Kind != want.kind || ops != want.ops {
			t.Errorf("%s is %s %q, want %s %q", p.Path, p.Kind, ops, want.kind, want.ops)
		}
	}
	if e.stats.Pages != 12 || e.stats.PagesWithoutOp != 10 {
		t.Errorf("%d of %d pages without an operation, want 10 of 12", e.stats.PagesWithoutOp, e.stats.Pages)
	}
}
