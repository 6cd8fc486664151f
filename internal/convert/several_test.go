package convert

import (
	"errors"
	"strings"
	"testing"
)

// opPage is a page with an operation; label stands before its title, and more is said below.
func opPage(label, path, more string) []byte {
	return []byte(".. _" + label + ":\n\nShowing " + label + "\n==================\n\n" + more + "\n\nURI\n---\n\nGET " + path + "\n")
}

func TestSeveralSets(t *testing.T) {
	facts := []byte("otcdocs_service_type = 'x'\n")
	link := "See :ref:`lids <lid>`."
	for name, c := range map[string]struct {
		pages  map[string][]byte
		beside []string
		want   string
	}{
		"two services": {
			map[string][]byte{"boxes/source/a.rst": opPage("box", "/v1/boxes", ""), "lids/source/b.rst": opPage("lid", "/v1/lids", "")},
			[]string{"boxes/source/conf.py", "lids/source/conf.py"}, "two documentation sets, not one: boxes, lids",
		},
		"two services of one folder": {
			map[string][]byte{"all/boxes/a.rst": opPage("box", "/v1/boxes", ""), "all/lids/b.rst": opPage("lid", "/v1/lids", "")},
			[]string{"all/boxes/conf.py", "all/lids/conf.py"}, "two documentation sets, not one: all/boxes, all/lids",
		},
		"tables of contents": {
			map[string][]byte{"boxes/a.rst": opPage("box", "/v1/boxes", ""), "lids/b.rst": opPage("lid", "/v1/lids", "")},
			[]string{"boxes/CLASS.TXT.json", "lids/CLASS.TXT.json"}, "two documentation sets, not one: boxes, lids",
		},
		"pages that link to each other": {
			map[string][]byte{"boxes/a.rst": opPage("box", "/v1/boxes", link), "lids/b.rst": opPage("lid", "/v1/lids", "")},
			[]string{"boxes/conf.py", "lids/conf.py"}, "",
		},
		"a label that both have": {
			map[string][]byte{
				"boxes/a.rst": opPage("box", "/v1/boxes", link), "boxes/c.rst": opPage("lid", "/v1/boxes/lid", ""),
				"lids/b.rst": opPage("lid", "/v1/lids", ""),
			},
			[]string{"boxes/conf.py", "lids/conf.py"}, "two documentation sets, not one: boxes, lids",
		},
		"three, of which two link": {
			map[string][]byte{
				"boxes/a.rst": opPage("box", "/v1/boxes", link), "lids/b.rst": opPage("lid", "/v1/lids", ""), "tags/c.rst": opPage("tag", "/v1/tags", ""),
			},
			[]string{"boxes/conf.py", "lids/conf.py", "tags/conf.py"}, "three documentation sets, not one: boxes, lids, tags",
		},
		"a guide beside": {
			map[string][]byte{"boxes/a.rst": opPage("box", "/v1/boxes", ""), "guide/b.rst": []byte("Guide\n=====\n\nHow it works.\n")},
			[]string{"boxes/conf.py", "guide/conf.py"}, "",
		},
		"one inside of another": {
			map[string][]byte{"a.rst": opPage("box", "/v1/boxes", ""), "lids/b.rst": opPage("lid", "/v1/lids", "")},
			[]string{"conf.py", "lids/conf.py"}, "",
		},
		"a folder beside a set": {
			map[string][]byte{"boxes/source/a.rst": opPage("box", "/v1/boxes", ""), "lids/b.rst": opPage("lid", "/v1/lids", ""), "lids/more/c.rst": opPage("rim", "/v1/rims", "")},
			[]string{"boxes/source/conf.py"}, "two documentation sets, not one: boxes, lids",
		},
		"a folder beside a set that links to it": {
			map[string][]byte{"boxes/source/a.rst": opPage("box", "/v1/boxes", link), "lids/b.rst": opPage("lid", "/v1/lids", "")},
			[]string{"boxes/source/conf.py"}, "",
		},
		"pages around a set": {
			map[string][]byte{"boxes/source/a.rst": opPage("box", "/v1/boxes", ""), "boxes/b.rst": opPage("lid", "/v1/lids", ""), "c.rst": opPage("rim", "/v1/rims", "")},
			[]string{"boxes/source/conf.py"}, "",
		},
		"chapters": {
			map[string][]byte{"boxes/a.rst": opPage("box", "/v1/boxes", ""), "lids/b.rst": opPage("lid", "/v1/lids", "")}, nil, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			set := Set{Name: "x", Pages: c.pages, Beside: map[string][]byte{}}
			for _, b := range c.beside {
				set.Beside[b] = facts
				if strings.HasSuffix(b, ".json") {
					set.Beside[b] = []byte("[]")
				}
			}
			_, err := otc(t).Convert(set)
			var several *SeveralSets
			switch {
			case c.want == "" && err != nil:
				t.Errorf("got %v", err)
			case c.want != "" && (!errors.As(err, &several) || err.Error() != "these are "+c.want):
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}
