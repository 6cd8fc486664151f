package tests

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/lock"
)

// kitePages are pages of an API of three versions that are titled alike, by their paths.
func kitePages() map[string][]byte {
	pages := map[string][]byte{}
	for _, one := range []struct{ title, method, path string }{
		{"Querying Kites", "GET", "/v1/kites"},
		{"Querying Details About a Kite", "GET", "/v1/kites/{kite_id}"},
		{"Querying Details About All Kites", "GET", "/v2/cloudkites/detail"},
		{"Querying Details About a Kite", "GET", "/v2/kites/{kite_id}"},
		{"Querying Details About All Kites", "GET", "/v2/kites/detail"},
		{"Querying Details About a Kite", "GET", "/v3/kites/{kite_id}"},
		{"Querying Details About All Kites", "GET", "/v3/kites/detail"},
	} {
		name := strings.NewReplacer("/", "_", "{", "", "}", "").Replace(strings.TrimPrefix(one.path, "/"))
		pages[name+".rst"] = fmt.Appendf(nil, "%s\n%s\n\nURI\n---\n\n%s %s\n\nResponse\n--------\n\n"+
			".. table:: **Table 1** Response parameters\n\n   ========= ======= ==============\n   Parameter Type    Description\n"+
			"   ========= ======= ==============\n   tail      Integer Its length\n   ========= ======= ==============\n",
			one.title, strings.Repeat("=", len(one.title)), one.method, one.path)
	}
	return pages
}

// callsOf converts pages and gives what each operation id calls.
func callsOf(t *testing.T, pages map[string][]byte, names *lock.File) (map[string]string, *convert.Result) {
	t.Helper()
	res, err := otc.Convert(convert.Set{Name: "kites", Pages: pages, Lock: names})
	if err != nil {
		t.Fatal(err)
	}
	text, err := res.Encode("kites.yaml", false)
	if err != nil {
		t.Fatal(err)
	}
	d, err := document.Load(text)
	if err != nil {
		t.Fatal(err)
	}
	ops, err := d.Operations()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, op := range ops {
		out[op.ID] = op.Method + " " + op.Path
	}
	return out, res
}

// TestOneTitle changes the title of each page, takes each page away and adds another one. With a
// lock file nothing is renamed. Without one, what had a name before and has it now is the same.
func TestOneTitle(t *testing.T) {
	before, res := callsOf(t, kitePages(), lock.New())
	names := res.Lock
	if free, _ := callsOf(t, kitePages(), nil); !maps.Equal(free, before) {
		t.Errorf("a first lock file gives %v, none gives %v", before, free)
	}
	for _, page := range slices.Sorted(maps.Keys(kitePages())) {
		title, rest, _ := strings.Cut(string(kitePages()[page]), "\n")
		_, rest, _ = strings.Cut(rest, "\n")
		for what, edit := range map[string]func(map[string][]byte){
			"another title": func(p map[string][]byte) {
				p[page] = []byte("Viewing Kites on the Wind\n=========================\n" + rest)
			},
			"the title of another page": func(p map[string][]byte) {
				other := "Querying Kites"
				if title == other {
					other = "Querying Details About a Kite"
				}
				p[page] = []byte(other + "\n" + strings.Repeat("=", len(other)) + "\n" + rest)
			},
			"no page": func(p map[string][]byte) { delete(p, page) },
			"moved":   func(p map[string][]byte) { p["old/"+page] = p[page]; delete(p, page) },
			"a new page": func(p map[string][]byte) {
				p["a.rst"] = []byte(strings.ReplaceAll(string(p[page]), "kites", "dragons"))
			},
		} {
			pages := kitePages()
			edit(pages)
			kept, res := callsOf(t, pages, names)
			for id, call := range before {
				if kept[id] != call && (what != "no page" || kept[id] != "") {
					t.Errorf("%s, %s: %s calls %q, and not %s", page, what, id, kept[id], call)
				}
			}
			if gone := len(res.Renamed); (what == "no page") != (gone > 0) {
				t.Errorf("%s, %s: %v", page, what, res.Renamed)
			}
			free, _ := callsOf(t, pages, nil)
			for id, call := range before {
				if id == "ListKiteDetailsV2" {
					continue // two pages of one title and version: the one whose path says more has this id while it is alone
				}
				if free[id] != "" && free[id] != call {
					t.Errorf("%s, %s, without a lock file: %s calls %s, and not %s", page, what, id, free[id], call)
				}
			}
		}
	}
}
