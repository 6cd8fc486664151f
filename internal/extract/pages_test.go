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

// TestOtherCodes: a column "Code" lists error codes where something tells of errors, unless most of them are the
// standard names of statuses.
func TestOtherCodes(t *testing.T) {
	for _, c := range []struct {
		name, title, caption string
		rows                 []string
		codes                int
		kind                 api.PageKind
	}{
		{"names of statuses", "Status Code", "**Table 1** Status codes",
			[]string{"Status Code|Code|Description", "404|Not Found|a", "410|Gone|b", "306|Unused|c"}, 0, api.PageStatusCodes},
		{"names in small letters", "Errors", "", []string{"Status Code|Code|Description", "404|not found|a", "410|gone|b"}, 0, api.PageStatusCodes},
		{"a few codes called as a status", "Error Codes", "",
			[]string{"Status Code|Code|Description", "403|Forbidden|a", "403|LidShut|b", "404|NoSuchBox|c"}, 3, api.PageErrorCodes},
		{"half of them", "Error Codes", "", []string{"Status Code|Code|Description", "403|Forbidden|a", "404|NoSuchBox|b"}, 2, api.PageErrorCodes},
		{"a column that says error", "Error Codes", "",
			[]string{"Status Code|Error Code|Description", "404|Not Found|a", "410|Gone|b"}, 2, api.PageErrorCodes},
		{"places", "Codes of Ports", "", []string{"Code|Port", "Oldhaven|Old Haven", "Reed|Reed"}, 0, api.PageGuide},
		{"a title of errors", "Error Codes", "", []string{"Code|Meaning", "LidShut|a", "NoSuchBox|b"}, 2, api.PageErrorCodes},
		{"a longer title of errors", "Error Codes of Boxes", "", []string{"Code|Meaning", "LidShut|a", "NoSuchBox|b"}, 2, api.PageErrorCodes},
		{"a caption of errors", "Appendix", "**Table 1** Error codes", []string{"Code|Meaning", "LidShut|a", "NoSuchBox|b"}, 2, api.PageErrorCodes},
		{"messages", "Appendix", "", []string{"Code|Message", "LidShut|a", "NoSuchBox|b"}, 2, api.PageErrorCodes},
		{"statuses", "Appendix", "", []string{"Code|Status Code", "LidShut|403", "NoSuchBox|404"}, 2, api.PageErrorCodes},
		{"words for the reader", "Error Codes", "", []string{"Error Code|Meaning", "LidShut|a", "For any other code, ask for help.|b", "``-``|c"}, 1, api.PageErrorCodes},
		{"return codes", "Return Codes", "", []string{"Code|Description", "JAR.0001|a", "JAR.0002|b"}, 2, api.PageErrorCodes},
		{"error codes of no title", "Appendix", "", []string{"Error Code|Meaning", "LidShut|a", "NoSuchBox|b"}, 2, api.PageErrorCodes},
	} {
		e := extractPages(map[string]string{
			"show.rst":  title("Showing a Box") + section("URI", "GET /v1/boxes/{id}"),
			"codes.rst": title(c.title) + tableText(c.caption, c.rows...),
		})
		if n := len(e.svc.ErrorCodes); n != c.codes {
			t.Errorf("%s: %d error codes, want %d: %v", c.name, n, c.codes, e.svc.ErrorCodes)
		}
		for _, p := range e.svc.Pages {
			if p.Path == "codes.rst" && p.Kind != c.kind {
				t.Errorf("%s: the page is %s, want %s", c.name, p.Kind, c.kind)
			}
		}
	}
	e := extractPages(map[string]string{
		"show.rst":  title("Showing a Box") + section("URI", "GET /v1/boxes/{id}"),
		"codes.rst": title("Error Codes") + tableText("", "Error Code|Meaning", "LidShut|a", "For any other code, ask for help.|b", "|c"),
	})
	if rules := e.rules(); strings.Count(rules, "tool/unreadable-name") != 1 || len(e.svc.ErrorCodes) != 1 {
		t.Errorf("a sentence in the place of a code, and no code: %s, %v", rules, e.svc.ErrorCodes)
	}
	e = extractPages(map[string]string{
		"show.rst":  title("Showing a Box") + section("URI", "GET /v1/boxes/{id}"),
		"codes.rst": title("Appendix") + section("Error Codes", tableText("", "Code|Meaning", "LidShut|a")),
	})
	if n := len(e.svc.ErrorCodes); n != 1 {
		t.Errorf("%d error codes in a section of errors, want 1", n)
	}
}
