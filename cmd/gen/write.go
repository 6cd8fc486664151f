package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// write puts the files into a folder beside dir first and moves them when all are
// there, so that a full disk leaves nothing half-written. When a move fails, the files
// moved before it are put back. It tells how many files of earlier runs it has removed.
func write(dir string, files map[string][]byte) (removed int, err error) {
	stale, err := look(dir, files)
	if err != nil {
		return 0, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, err
	}
	temp, err := os.MkdirTemp(filepath.Dir(filepath.Clean(dir)), ".gen-*")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	names := make([]string, 0, len(files))
	for name, text := range files {
		names = append(names, name)
		if err := os.WriteFile(filepath.Join(temp, name), text, 0o644); err != nil {
			return 0, err
		}
	}
	slices.Sort(names)
	return len(stale), replace(dir, temp, names, stale)
}

// look lists the files of earlier runs that this one does not write again. A file that is
// not ours and stands where one of ours should go is an error.
func look(dir string, files map[string][]byte) (stale []string, err error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	for _, e := range entries {
		_, wanted := files[e.Name()]
		if !wanted && (!e.Type().IsRegular() || !strings.HasSuffix(e.Name(), ".go") || !strings.Contains(e.Name(), ".gen")) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		ours := false
		if e.Type().IsRegular() {
			if ours, err = generated(path); err != nil {
				return nil, err
			}
		}
		switch {
		case wanted && !ours:
			return nil, fmt.Errorf("%s was not written by gen: move it away or choose another folder", path)
		case !wanted && ours:
			stale = append(stale, e.Name())
		}
	}
	return stale, nil
}

// generated reports whether the first line of a file says that gen has written it.
func generated(path string) (yes bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	line, err := bufio.NewReader(io.LimitReader(f, 4096)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	return strings.HasPrefix(line, gogen.Header), nil
}

// replace moves files from temp to dir and stale ones away, keeping what was there until all
// are moved.
func replace(dir, temp string, names, stale []string) error {
	var undo []func() error
	for _, name := range slices.Concat(names, stale) {
		target, kept := filepath.Join(dir, name), filepath.Join(temp, name+".old")
		err := os.Rename(target, kept)
		switch {
		case err == nil:
			undo = append(undo, func() error { return os.Rename(kept, target) })
		case !errors.Is(err, os.ErrNotExist):
			return rollBack(err, undo)
		}
		if slices.Contains(stale, name) {
			continue
		}
		if err := os.Rename(filepath.Join(temp, name), target); err != nil {
			return rollBack(err, undo)
		}
		undo = append(undo, func() error { return os.Remove(target) })
	}
	return nil
}

func rollBack(cause error, undo []func() error) error {
	for _, step := range slices.Backward(undo) {
		cause = errors.Join(cause, step())
	}
	return cause
}
