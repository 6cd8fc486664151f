package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// errNoPage says that a folder is not a documentation set.
var errNoPage = errors.New("holds no page")

// readSet reads the pages that the arguments name: one folder, or one or more files.
func readSet(c *convert.Converter, args []string) (convert.Set, error) {
	return setOf(c.ReadSet, args)
}

// openSet is readSet for a set that is converted once, see Converter.OpenSet.
func openSet(c *convert.Converter, args []string) (convert.Set, error) {
	return setOf(c.OpenSet, args)
}

// reading is how a converter reads the set in a folder.
type reading func(fsys fs.FS, name string) (convert.Set, error)

func setOf(folder reading, args []string) (convert.Set, error) {
	set := convert.Set{Name: setName(args[0]), Pages: map[string][]byte{}}
	if len(args) == 1 {
		info, err := os.Stat(args[0])
		if err != nil {
			return set, missing(args[0], err, pagesWanted)
		}
		if info.IsDir() {
			return folderOf(folder, args[0])
		}
	}
	for _, name := range args {
		info, err := os.Stat(name)
		if err != nil {
			return set, missing(name, err, pagesWanted)
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

// pagesWanted is what commands that read pages take.
const pagesWanted = "a folder of pages, or a page"

// missing is the failure of opening a file or folder. wanted is what could be named in its place, "" where
// the flag or the file that names it says that.
func missing(name string, err error, wanted string) error {
	name = terminal.Printable(name)
	switch {
	case !errors.Is(err, fs.ErrNotExist):
		return fail(exitInput, "%s cannot be read: %s", name, err)
	case wanted != "":
		return fail(exitInput, "%s does not exist: name %s", name, wanted)
	}
	return fail(exitInput, "%s does not exist", name)
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
	text, err := input.ReadFile(name, convert.MaxPage)
	switch {
	case errors.Is(err, input.ErrUnfit):
		return nil, fail(exitInput, "%s", terminal.Printable(err.Error()))
	case err != nil:
		return nil, missing(name, cause(err), "")
	}
	return text, nil
}

// readFolder reads the documentation set in a folder, see Converter.ReadSet.
func readFolder(c *convert.Converter, dir string) (convert.Set, error) {
	return folderOf(c.ReadSet, dir)
}

// openFolder is readFolder for a set that is converted once, see Converter.OpenSet.
func openFolder(c *convert.Converter, dir string) (convert.Set, error) {
	return folderOf(c.OpenSet, dir)
}

func folderOf(folder reading, dir string) (convert.Set, error) {
	set, err := folder(os.DirFS(dir), setName(dir))
	return set, readable(dir, err)
}

// readable is the failure of reading the set in a folder, as users are told it.
func readable(dir string, err error) error {
	var at *fs.PathError
	switch {
	case errors.Is(err, convert.ErrNoPages):
		return fmt.Errorf("%s %w: name the folder of a documentation set", dir, errNoPage)
	case errors.As(err, &at):
		return missing(filepath.Join(dir, filepath.FromSlash(at.Path)), at.Err, "")
	}
	return err
}

// leftOut tells of a link in a folder, which would count if it were followed.
func leftOut(notes io.Writer, name string) {
	printError(notes, terminal.Printable(name)+" is a link, and links in a folder are not followed: it is left out")
}

// subFolders lists the folders of dir, each a documentation set. A folder without a page
// is none. Links to folders are told.
func subFolders(dir string, notes io.Writer) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, missing(dir, err, "a folder of documentation sets")
	}
	var out []string
	for _, e := range entries {
		switch name := filepath.Join(dir, e.Name()); {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			out = append(out, e.Name())
		case e.Type()&fs.ModeSymlink != 0:
			if info, err := os.Stat(name); err == nil && info.IsDir() {
				leftOut(notes, name)
			}
		}
	}
	if len(out) == 0 {
		return nil, fail(exitInput, "%s holds no folder: each documentation set is a folder of it", dir)
	}
	return out, nil
}
