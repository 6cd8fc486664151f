package convert

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
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
		fsys          fstest.MapFS
		pages, beside string
	}{
		"pages of a repository": {
			files("README.md", "api/source/conf.py", "api/source/a.rst", "api/source/x/b.rst", "api/source/pic.png"),
			"api/source/a.rst api/source/x/b.rst", "api/source/conf.py",
		},
		"all files of facts": {files("z/conf.py", "a/b/conf.py", "a.rst"), "a.rst", "a/b/conf.py z/conf.py"},
		"exported pages":     {files("a.html", "b.htm", "CLASS.TXT.json", "PARAMETERS.txt"), "a.html b.htm", "CLASS.TXT.json"},
		"notes beside pages": {files("a.rst", "todo.txt"), "a.rst", ""},
		"saved as text":      {files("a.txt", "x/b.txt", "PARAMETERS.txt"), "a.txt x/b.txt", ""},
		"hidden folders":     {files("a.rst", ".git/b.rst", "x/.tox/c.rst"), "a.rst", ""},
	} {
		t.Run(name, func(t *testing.T) {
			set, err := otc(t).ReadSet(c.fsys, "boxes")
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(slices.Sorted(maps.Keys(set.Pages)), " "); got != c.pages {
				t.Errorf("pages %s, want %s", got, c.pages)
			}
			if got := strings.Join(slices.Sorted(maps.Keys(set.Beside)), " "); set.Name != "boxes" || got != c.beside {
				t.Errorf("name %s, beside the pages %s, want %s", set.Name, got, c.beside)
			}
		})
	}
}

func TestReadSetRefuses(t *testing.T) {
	if _, err := otc(t).ReadSet(files("README.md", "conf.py"), "x"); !errors.Is(err, ErrNoPages) {
		t.Errorf("no page: %v", err)
	}
	large := files("a.rst")
	large["a.rst"].Data = make([]byte, MaxPage+1)
	if _, err := otc(t).ReadSet(large, "x"); err == nil || !strings.Contains(err.Error(), "too many for a page") {
		t.Errorf("a page that is too large: %v", err)
	}
	link := files("b.rst")
	link["a.rst"] = &fstest.MapFile{Data: []byte("b.rst"), Mode: fs.ModeSymlink}
	if set, err := otc(t).ReadSet(link, "x"); err != nil || len(set.Pages) != 1 {
		t.Errorf("a link is followed: %v, %v", set.Pages, err)
	}
}

// A set that is opened gives the document of one that was read; a page that is gone when it is
// its turn is an error, as it is where all are read at once.
func TestOpenSet(t *testing.T) {
	fsys := os.DirFS(filepath.Join("..", "..", "tests", "sample", "pages"))
	c := otc(t)
	var texts [2]string
	for i, read := range []func(fs.FS, string) (Set, error){c.ReadSet, c.OpenSet} {
		set, err := read(fsys, "sample")
		if err != nil {
			t.Fatal(err)
		}
		res, err := c.Convert(set)
		if err != nil {
			t.Fatal(err)
		}
		text, err := res.Encode("sample.yaml", true)
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = string(text)
	}
	if texts[0] != texts[1] {
		t.Error("a set that is opened gives another document than one that is read")
	}
	pages := files("a.rst", "b.rst")
	set, err := c.OpenSet(pages, "x")
	if err != nil {
		t.Fatal(err)
	}
	delete(pages, "b.rst")
	var at *fs.PathError
	if _, err := c.Convert(set); !errors.As(err, &at) || at.Path != "b.rst" {
		t.Errorf("a page that is gone: %v", err)
	}
}
