package convert_test

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rst2openapi/rst2openapi/internal/convert"
)

func files(names ...string) fstest.MapFS {
	out := fstest.MapFS{}
	for _, name := range names {
		out[name] = &fstest.MapFile{Data: []byte(name)}
	}
	return out
}

func TestReadSet(t *testing.T) {
	for name, c := range map[string]struct {
		fsys                 fstest.MapFS
		pages                string
		conf, root, contents string
	}{
		"pages of a repository": {
			files("README.md", "api/source/conf.py", "api/source/a.rst", "api/source/x/b.rst", "api/source/pic.png"),
			"api/source/a.rst api/source/x/b.rst", "api/source/conf.py", "api/source", "",
		},
		"the conf.py nearest to the top": {files("z/conf.py", "a/b/conf.py", "a.rst"), "a.rst", "z/conf.py", "z", ""},
		"a conf.py at the top":           {files("conf.py", "z/conf.py", "a.rst"), "a.rst", "conf.py", "", ""},
		"exported pages":                 {files("a.html", "b.htm", "CLASS.TXT.json", "PARAMETERS.txt"), "a.html b.htm", "", "", "CLASS.TXT.json"},
		"notes beside pages":             {files("a.rst", "todo.txt"), "a.rst", "", "", ""},
		"pages saved as text":            {files("a.txt", "x/b.txt", "PARAMETERS.txt"), "a.txt x/b.txt", "", "", ""},
		"hidden folders":                 {files("a.rst", ".git/b.rst", "x/.tox/c.rst"), "a.rst", "", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			set, err := convert.ReadSet(c.fsys, "boxes")
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(slices.Sorted(maps.Keys(set.Pages)), " "); got != c.pages {
				t.Errorf("pages %s, want %s", got, c.pages)
			}
			if set.Name != "boxes" || string(set.Conf) != c.conf || set.Root != c.root || string(set.Contents) != c.contents {
				t.Errorf("name %s, conf %s, root %s, contents %s", set.Name, set.Conf, set.Root, set.Contents)
			}
		})
	}
}

func TestReadSetRefuses(t *testing.T) {
	if _, err := convert.ReadSet(files("README.md", "conf.py"), "x"); !errors.Is(err, convert.ErrNoPages) {
		t.Errorf("no page: %v", err)
	}
	large := files("a.rst")
	large["a.rst"].Data = make([]byte, convert.MaxPage+1)
	if _, err := convert.ReadSet(large, "x"); err == nil || !strings.Contains(err.Error(), "too many for a page") {
		t.Errorf("a page that is too large: %v", err)
	}
	link := files("b.rst")
	link["a.rst"] = &fstest.MapFile{Data: []byte("b.rst"), Mode: fs.ModeSymlink}
	if set, err := convert.ReadSet(link, "x"); err != nil || len(set.Pages) != 1 {
		t.Errorf("a link is followed: %v, %v", set.Pages, err)
	}
}
