package convert

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// MaxPage is the largest page that is read, in bytes: thirty times the largest there is.
const MaxPage = 32 << 20

// contentsName is the file beside exported HTML pages that holds their order.
const contentsName = "CLASS.TXT.json"

// ReadSet reads all pages below the top of fsys, with the conf.py and the table of contents
// nearest to the top. Pages saved as text count only where nothing else is a page: a folder
// of pages often holds notes too. Links are not followed: a set is what lies in its folder.
// The error is ErrNoPages where there is no page.
func ReadSet(fsys fs.FS, name string) (Set, error) {
	set := Set{Name: name, Pages: map[string][]byte{}}
	var confs, contents, texts []string
	take := func(file string) error {
		text, err := readFile(fsys, file)
		if err == nil {
			set.Pages[file] = text
		}
		return err
	}
	err := fs.WalkDir(fsys, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && file != "." && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		if !d.Type().IsRegular() {
			return nil
		}
		switch ext := path.Ext(file); {
		case d.Name() == "conf.py":
			confs = append(confs, file)
		case d.Name() == contentsName:
			contents = append(contents, file)
		case ext == ".rst" || ext == ".html" || ext == ".htm":
			return take(file)
		case ext == ".txt" && d.Name() != "PARAMETERS.txt":
			texts = append(texts, file)
		}
		return nil
	})
	if err != nil {
		return set, err
	}
	if len(set.Pages) == 0 {
		for _, file := range texts {
			if err := take(file); err != nil {
				return set, err
			}
		}
	}
	if top := nearest(confs); top != "" {
		if set.Conf, err = readFile(fsys, top); err != nil {
			return set, err
		}
		if root := path.Dir(top); root != "." {
			set.Root = root
		}
	}
	if top := nearest(contents); top != "" {
		if set.Contents, err = readFile(fsys, top); err != nil {
			return set, err
		}
	}
	if len(set.Pages) == 0 {
		return set, ErrNoPages
	}
	return set, nil
}

// readFile reads a file that is no larger than a page may be.
func readFile(fsys fs.FS, file string) ([]byte, error) {
	info, err := fs.Stat(fsys, file)
	if err != nil {
		return nil, err
	}
	if info.Size() > MaxPage {
		return nil, &fs.PathError{Op: "read", Path: file,
			Err: fmt.Errorf("it has %d bytes, too many for a page (%d at most)", info.Size(), MaxPage)}
	}
	return fs.ReadFile(fsys, file)
}

// nearest gives the path with the fewest folders, "" of none.
func nearest(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	return slices.MinFunc(paths, func(a, b string) int {
		return cmp.Or(cmp.Compare(strings.Count(a, "/"), strings.Count(b, "/")), strings.Compare(a, b))
	})
}
