package convert

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// MaxPage is the largest page that is read, in bytes: thirty times the largest there is.
const MaxPage = 32 << 20

// ReadSet reads the pages below the top of fsys and the files beside them that the readers
// or the profile know. Links are not followed: a set is what lies in its folder. The error is
// ErrNoPages where there is no page.
func (c *Converter) ReadSet(fsys fs.FS, name string) (Set, error) {
	set, err := c.OpenSet(fsys, name)
	for file, text := range set.Pages {
		if text != nil || err != nil {
			continue
		}
		set.Pages[file], err = fs.ReadFile(fsys, file)
	}
	set.unread = nil
	return set, err
}

// OpenSet is ReadSet for a set that is converted once: a page in RST is read when it is its turn,
// and only what the document needs of it is kept. Until then its text is nil. Other pages may be
// asked where the set is published.
func (c *Converter) OpenSet(fsys fs.FS, name string) (Set, error) {
	set := Set{Name: name, Pages: map[string][]byte{}, Beside: map[string][]byte{}, unread: fsys}
	var notes []string
	err := fs.WalkDir(fsys, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && file != "." && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		if !utf8.ValidString(file) {
			if d.IsDir() {
				set.unnamed = append(set.unnamed, file+"/")
				return fs.SkipDir
			}
			if d.Type().IsRegular() && c.role(file) != source.NotRead {
				set.unnamed = append(set.unnamed, file)
			}
			return nil
		}
		if !d.Type().IsRegular() {
			if !d.IsDir() && (c.role(file) == source.PageFile || d.Type()&fs.ModeSymlink != 0 && c.holdsPages(fsys, file)) {
				set.irregular = append(set.irregular, file)
			}
			return nil
		}
		switch role := c.role(file); {
		case role == source.PageFile && path.Ext(file) == extensionRST:
			set.Pages[file], err = nil, checkSize(fsys, file)
		case role == source.PageFile:
			set.Pages[file], err = readFile(fsys, file)
		case role == source.BesideFile:
			set.Beside[file], err = readFile(fsys, file)
		case role == source.NoteFile:
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
	if len(set.Pages) == 0 && len(set.unnamed) == 0 {
		return set, ErrNoPages
	}
	return set, nil
}

// maxLinked bounds how many files and folders are looked at where a link leads, which may be a whole disk.
const maxLinked = 10_000

// holdsPages reports whether a name leads to a folder with a page in it or in its folders. One that has too
// many files to look at may.
func (c *Converter) holdsPages(fsys fs.FS, name string) bool {
	found, looked := false, 0
	_ = fs.WalkDir(fsys, name, func(file string, d fs.DirEntry, err error) error { // an error: that part has no page to read
		looked++
		switch {
		case err != nil || file == name && !d.IsDir() || d.IsDir() && file != name && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case !d.IsDir() && c.role(file) == source.PageFile || looked > maxLinked:
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}

// reportUnread adds the findings of what has the name of a page and is not read.
func (s *Set) reportUnread(found *diag.List) {
	for _, file := range s.irregular {
		found.Add("tool/unknown-format", file, source.Pos{Line: 1, Col: 1},
			"this is a link or no file at all, so it is not read; put here what it stands for")
	}
	for _, file := range s.unnamed {
		found.Add("tool/unknown-format", strings.ToValidUTF8(file, "\uFFFD"), source.Pos{Line: 1, Col: 1},
			"this name is not UTF-8, so nothing of what it stands for is read; give it another one")
	}
}

// extensionRST is how the names of pages in RST end.
const extensionRST = ".rst"

// page is a page of the set, read now where OpenSet did not.
func (s *Set) page(name string) (*source.File, error) {
	if text := s.Pages[name]; text != nil || s.unread == nil {
		return source.New(name, text), nil
	}
	text, err := readText(s.unread, name)
	return source.Of(name, text), err
}

// readText reads a file as a string, whose bytes are in memory once.
func readText(fsys fs.FS, file string) (string, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close() // nothing was written
	var text strings.Builder
	if info, err := f.Stat(); err == nil {
		text.Grow(int(info.Size()))
	}
	buffer := buffers.Get().(*[64 << 10]byte)
	defer buffers.Put(buffer)
	for {
		n, err := f.Read(buffer[:])
		text.Write(buffer[:n])
		if text.Len() > MaxPage {
			return "", tooLarge(file, int64(text.Len())) // it has grown
		}
		if err == io.EOF {
			return text.String(), nil
		}
		if err != nil {
			return "", err
		}
	}
}

// buffers are what pages pass through while they are read.
var buffers = sync.Pool{New: func() any { return new([64 << 10]byte) }}

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

// readFile reads a file that is not larger than a page may be.
func readFile(fsys fs.FS, file string) ([]byte, error) {
	if err := checkSize(fsys, file); err != nil {
		return nil, err
	}
	return fs.ReadFile(fsys, file)
}

// checkSize makes sure that a file is no larger than a page may be.
func checkSize(fsys fs.FS, file string) error {
	info, err := fs.Stat(fsys, file)
	if err != nil {
		return err
	}
	if info.Size() > MaxPage {
		return tooLarge(file, info.Size())
	}
	return nil
}

func tooLarge(file string, size int64) error {
	return &fs.PathError{Op: "read", Path: file,
		Err: fmt.Errorf("it has %d bytes, too many for a page (%d at most)", size, MaxPage)}
}
