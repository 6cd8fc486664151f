package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
)

// maxCache is how many bytes of documentation the cache keeps: that of all sets there are, many times.
const maxCache = 1 << 30

// readCached reads a file of the cache, and notes that it is of use.
func readCached(name string) ([]byte, error) {
	if name == "" {
		return nil, fs.ErrNotExist
	}
	text, err := input.ReadFile(name, maxCache)
	if err == nil {
		now := time.Now()
		_ = os.Chtimes(name, now, now) // a cache that cannot be written is read all the same
	}
	return text, err
}

// keep keeps documentation in the cache, and takes out what was of use the longest time ago where that
// becomes too much.
func (d docsReader) keep(name string, text []byte) error {
	if name == "" {
		return nil
	}
	if err := keep(name, text); err != nil {
		return fail(exitOutput, "the cache cannot be written: %s", err)
	}
	prune(filepath.Dir(name), maxCache)
	return nil
}

// prune removes files of documentation until at most most bytes are left. What it cannot remove stays:
// another run may be at it.
func prune(dir string, most int64) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	var all []fs.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && isCached(e.Name()) {
			all = append(all, info)
		}
	}
	slices.SortFunc(all, func(a, b fs.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	for _, info := range all {
		if most -= info.Size(); most < 0 {
			_ = os.Remove(filepath.Join(dir, info.Name()))
		}
	}
}

// isCached reports whether a file is one that a run has put there.
func isCached(name string) bool {
	stem, ext, _ := strings.Cut(name, ".")
	return len(stem) >= 40 && (ext == "zip" || ext == "archive") && strings.Trim(stem, "0123456789abcdef-") == ""
}
