package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/convert"
)

// errNoPage says that a folder is no documentation set.
var errNoPage = errors.New("holds no page")

// maxPage is the largest page that is read, in bytes: thirty times the largest there is.
const maxPage = 32 << 20

// readSet reads the pages that the arguments name: one folder, or one or more files.
func readSet(args []string) (convert.Set, error) {
	set := convert.Set{Name: setName(args[0]), Pages: map[string][]byte{}}
	if len(args) == 1 {
		info, err := os.Stat(args[0])
		if err != nil {
			return set, missing(args[0], err)
		}
		if info.IsDir() {
			return readFolder(args[0])
		}
	}
	for _, name := range args {
		info, err := os.Stat(name)
		if err != nil {
			return set, missing(name, err)
		}
		if info.IsDir() {
			return set, fail(exitUsage, "%s is a folder: give one folder, or pages", name)
		}
		text, err := readPage(name)
		if err != nil {
			return set, err
		}
		set.Pages[pageName(name)] = text
	}
	return set, nil
}

func missing(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fail(exitInput, "%s does not exist: name a folder of pages, or a page", name)
	}
	return fail(exitInput, "%s cannot be read: %s", name, err)
}

func setName(arg string) string {
	abs, err := filepath.Abs(arg)
	if err != nil {
		abs = arg
	}
	base := filepath.Base(abs)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// pageName is how findings call a page given by itself: as the user wrote it, so that an
// editor finds it.
func pageName(arg string) string { return path.Clean(filepath.ToSlash(arg)) }

func readPage(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, missing(name, err)
	}
	if !info.Mode().IsRegular() {
		return nil, fail(exitInput, "%s is no regular file", name)
	}
	if info.Size() > maxPage {
		return nil, fail(exitInput, "%s has %d bytes, too many for a page (%d at most)", name, info.Size(), maxPage)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, fail(exitInput, "%s cannot be read: %s", name, err)
	}
	return text, nil
}

// readFolder reads all pages below dir, with the conf.py and the table of contents nearest
// to the top. Pages saved as text count only where nothing else is a page: a folder of
// pages often holds notes too. Links are not followed: a set is what lies in its folder.
func readFolder(dir string) (convert.Set, error) {
	set := convert.Set{Name: setName(dir), Pages: map[string][]byte{}}
	var confs, contents, texts []string
	take := func(rel string) error {
		text, err := readPage(filepath.Join(dir, filepath.FromSlash(rel)))
		if err == nil {
			set.Pages[rel] = text
		}
		return err
	}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return missing(name, err)
		}
		if d.IsDir() && name != dir && strings.HasPrefix(d.Name(), ".") {
			return filepath.SkipDir
		}
		if !d.Type().IsRegular() {
			return nil
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		switch base := path.Base(rel); {
		case base == "conf.py":
			confs = append(confs, rel)
		case base == contentsName:
			contents = append(contents, rel)
		case path.Ext(rel) == ".rst" || path.Ext(rel) == ".html" || path.Ext(rel) == ".htm":
			return take(rel)
		case path.Ext(rel) == ".txt" && base != "PARAMETERS.txt":
			texts = append(texts, rel)
		}
		return nil
	})
	if err != nil {
		return set, err
	}
	if len(set.Pages) == 0 {
		for _, rel := range texts {
			if err := take(rel); err != nil {
				return set, err
			}
		}
	}
	if top := nearest(confs); top != "" {
		if set.Conf, err = readPage(filepath.Join(dir, top)); err != nil {
			return set, err
		}
		if root := path.Dir(top); root != "." {
			set.Root = root
		}
	}
	if top := nearest(contents); top != "" {
		if set.Contents, err = readPage(filepath.Join(dir, top)); err != nil {
			return set, err
		}
	}
	if len(set.Pages) == 0 {
		return set, fmt.Errorf("%s %w: name the folder of a documentation set", dir, errNoPage)
	}
	return set, nil
}

// contentsName is the file beside exported HTML pages that holds their order.
const contentsName = "CLASS.TXT.json"

// nearest gives the path with the fewest folders, "" of none.
func nearest(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	return slices.MinFunc(paths, func(a, b string) int {
		return cmp.Or(cmp.Compare(strings.Count(a, "/"), strings.Count(b, "/")), strings.Compare(a, b))
	})
}

// subFolders lists the folders of dir, each a documentation set. A folder without a page
// is none.
func subFolders(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, missing(dir, err)
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			out = append(out, e.Name())
		}
	}
	if len(out) == 0 {
		return nil, fail(exitInput, "%s holds no folder: each documentation set is a folder of it", dir)
	}
	return out, nil
}
