package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/rst2openapi/rst2openapi/cmd/internal/replace"
)

// outputs collects the files of a run. They are written together at the end: each to a
// temporary file beside its place first, and only when all of them stand are they renamed,
// so that a failing run leaves nothing half-written. A file that says the same already is left
// alone, so that builds which look at times have nothing to do.
type outputs struct {
	names []string
	texts [][]byte
}

func (o *outputs) add(name string, text []byte) {
	o.names = append(o.names, name)
	o.texts = append(o.texts, text)
}

// addBelow adds files by their names below a folder, with slashes, and makes the folders that they
// are in.
func (o *outputs) addBelow(dir string, files map[string][]byte) error {
	made := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if folder := filepath.Dir(file); !made[folder] {
			made[folder] = true
			if err := makeFolder(folder); err != nil {
				return err
			}
		}
		o.add(file, files[name])
	}
	return nil
}

func (o *outputs) write() (err error) {
	if err := o.check(); err != nil {
		return err
	}
	o.differing()
	var temps []string
	defer func() {
		if err != nil {
			for _, t := range temps {
				_ = os.Remove(t) // the error that led here is the one to tell
			}
		}
	}()
	for i, name := range o.names {
		temp, err := replace.Beside(name, o.texts[i], 0o644)
		if err != nil {
			return fail(exitOutput, "%s cannot be written: %s", name, cause(err))
		}
		temps = append(temps, temp)
	}
	for i, name := range o.names {
		if err := os.Rename(temps[i], name); err != nil {
			return fail(exitOutput, "%s cannot be written: %s", name, cause(err))
		}
	}
	return nil
}

// differing leaves out the files that say the same already.
func (o *outputs) differing() {
	var names []string
	var texts [][]byte
	for i, name := range o.names {
		if !replace.Same(name, o.texts[i]) {
			names, texts = append(names, name), append(texts, o.texts[i])
		}
	}
	o.names, o.texts = names, texts
}

// check refuses names that lead to one file, of which only the last output would be left, and
// what a file must not replace: a folder or a device.
func (o *outputs) check() error {
	named := make(map[string]bool, len(o.names))
	var files []os.FileInfo
	for _, name := range o.names {
		where := whereIs(name)
		if named[where] {
			return fail(exitUsage, "%s is named twice: two outputs cannot go to one file", name)
		}
		named[where] = true
		info, err := os.Stat(name)
		if err != nil {
			continue // a new file, or one whose temporary file will tell what is wrong
		}
		if !info.Mode().IsRegular() {
			return fail(exitOutput, "%s cannot be written: it is not a regular file", name)
		}
		if slices.ContainsFunc(files, func(other os.FileInfo) bool { return os.SameFile(info, other) }) {
			return fail(exitUsage, "%s is named twice: two outputs cannot go to one file", name)
		}
		files = append(files, info)
	}
	return nil
}

// whereIs is the absolute name of a file that may not exist yet, in the folder that its own
// leads to.
func whereIs(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(name)); err == nil {
		return filepath.Join(dir, filepath.Base(name))
	}
	return name
}

// cause is the reason in an error of a file operation, without the temporary name.
func cause(err error) error {
	for {
		inner, ok := err.(interface{ Unwrap() error })
		if !ok || inner.Unwrap() == nil {
			return err
		}
		err = inner.Unwrap()
	}
}

// makeFolder makes the folder of outputs where it does not exist.
func makeFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fail(exitOutput, "the folder %s cannot be made: %s", dir, cause(err))
	}
	return nil
}
