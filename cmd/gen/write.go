package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/rst2openapi/rst2openapi/cmd/internal/replace"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// write puts the files into a folder beside dir first and moves them when all are
// there, so that a full disk leaves nothing half-written. When a move fails, the files
// moved before it are put back. A file that says the same already is left alone. It tells how many
// files of earlier runs it has removed.
func write(dir string, files map[string][]byte) (removed int, err error) {
	stale, err := gogen.Leftovers(os.DirFS(dir), dir, files)
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
		if replace.Same(filepath.Join(dir, name), text) {
			continue
		}
		names = append(names, name)
		if err := os.WriteFile(filepath.Join(temp, name), text, 0o644); err != nil {
			return 0, err
		}
	}
	slices.Sort(names)
	return len(stale), move(dir, temp, names, stale)
}

// move moves files from temp to dir and stale ones away, keeping what was there until all
// are moved.
func move(dir, temp string, names, stale []string) error {
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
