package convert

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

// MaxPage is the largest page that is read, in bytes: thirty times the largest there is.
const MaxPage = 32 << 20

// ReadSet reads the pages below the top of fsys and the files beside them that the readers
// or the profile know. Links are not followed: a set is what lies in its folder. The error is
// ErrNoPages where there is no page.
func (c *Converter) ReadSet(fsys fs.FS, name string) (Set, error) {
	set := Set{Name: name, Pages: map[string][]byte{}, Beside: map[string][]byte{}}
	var notes []string
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
		switch c.role(file) {
		case source.PageFile:
			set.Pages[file], err = readFile(fsys, file)
		case source.BesideFile:
			set.Beside[file], err = readFile(fsys, file)
		case source.NoteFile:
			notes = append(notes, file)
		}
		return err
	})
	if err != nil {
		return set, err
	}
	if len(set.Pages) == 0 {
		for _, file := range notes {
			if set.Pages[file], err = readFile(fsys, file); err != nil {
				return set, err
			}
		}
	}
	if len(set.Pages) == 0 {
		return set, ErrNoPages
	}
	return set, nil
}

// role says what a file is to the first reader that knows it.
func (c *Converter) role(file string) source.Role {
	if path.Base(file) == c.Profile.Facts.File {
		return source.BesideFile
	}
	for _, r := range c.Readers {
		if role := r.Role(file); role != source.NotRead {
			return role
		}
	}
	return source.NotRead
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
