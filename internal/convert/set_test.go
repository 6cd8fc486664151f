package convert

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
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
	link["b.rst"].Data = []byte("Listing Boxes\n=============\n\nURI\n---\n\nGET /v1/boxes\n")
	link["a.rst"] = &fstest.MapFile{Data: []byte("b.rst"), Mode: fs.ModeSymlink}
	link["pipe.rst"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	link["logo.png"] = &fstest.MapFile{Data: []byte("b.rst"), Mode: fs.ModeSymlink}
	link["more/c.rst"] = link["b.rst"]
	link["linked"] = &fstest.MapFile{Data: []byte("more"), Mode: fs.ModeSymlink}
	link["api/ref/c.rst"] = link["b.rst"]
	link["deep"] = &fstest.MapFile{Data: []byte("api"), Mode: fs.ModeSymlink}
	link["notes/.old/c.rst"] = link["b.rst"]
	link["hidden"] = &fstest.MapFile{Data: []byte("notes"), Mode: fs.ModeSymlink}
	link["nowhere"] = &fstest.MapFile{Data: []byte("gone"), Mode: fs.ModeSymlink}
	for i := range maxLinked {
		link[fmt.Sprintf("large/%d.png", i)] = &fstest.MapFile{}
	}
	link["disk"] = &fstest.MapFile{Data: []byte("large"), Mode: fs.ModeSymlink}
	link["images/x.png"] = &fstest.MapFile{}
	link["pictures"] = &fstest.MapFile{Data: []byte("images"), Mode: fs.ModeSymlink}
	set, err := otc(t).ReadSet(link, "x")
	if err != nil || len(set.Pages) != 3 {
		t.Errorf("a link is followed: %v, %v", set.Pages, err)
	}
	res, err := otc(t).Convert(set)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, f := range res.Findings {
		if f.Rule == "tool/unknown-format" {
			told = append(told, f.Page)
		}
	}
	if !slices.Equal(told, []string{"a.rst", "deep", "disk", "linked", "pipe.rst"}) {
		t.Errorf("pages that are not read are told of as %q", told)
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

// A file or folder whose name no document can hold costs its own pages, not the set.
func TestNamesOutsideUTF8(t *testing.T) {
	dir := t.TempDir()
	page := "Listing Boxes\n=============\n\nURI\n---\n\nGET /v1/boxes\n"
	if err := os.Mkdir(filepath.Join(dir, "b\xff"), 0o755); err != nil {
		t.Skip("this disk takes no such name: ", err)
	}
	for _, name := range []string{"a.rst", "b\xff.rst", "b\xff/c.rst", "picture\xff.png"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c := otc(t)
	for _, read := range []func(fs.FS, string) (Set, error){c.ReadSet, c.OpenSet} {
		set, err := read(os.DirFS(dir), "boxes")
		if err != nil {
			t.Fatal(err)
		}
		res, err := c.Convert(set)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(res.Service.Operations); n != 1 {
			t.Errorf("%d operations, want that of a.rst", n)
		}
		var names []string
		for _, f := range res.Findings {
			if f.Rule == "tool/unknown-format" {
				names = append(names, f.Page)
			}
		}
		if got := strings.Join(names, " "); got != "b\ufffd.rst b\ufffd/" {
			t.Errorf("findings of %q", got)
		}
	}
}

// endless is a file system whose files grow while they are read.
type endless struct{ fstest.MapFS }

func (e endless) Open(name string) (fs.File, error) {
	f, err := e.MapFS.Open(name)
	if path.Ext(name) == ".rst" {
		return growing{f}, err
	}
	return f, err
}

type growing struct{ fs.File }

func (growing) Read(p []byte) (int, error) { return len(p), nil }

// A page that grows while it is read is refused like one that is too large.
func TestGrowingPage(t *testing.T) {
	c := otc(t)
	set, err := c.OpenSet(endless{files("a.rst")}, "x")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Convert(set); err == nil || !strings.Contains(err.Error(), "too many for a page") {
		t.Errorf("a page that grows: %v", err)
	}
}
