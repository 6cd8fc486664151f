package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/rst2openapi/rst2openapi/cmd/internal/lockfile"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/lock"
)

// readLock reads the file of --lock.
func readLock(name string) (*lock.File, error) {
	if name == "" {
		return nil, nil
	}
	kept, err := lockfile.Read(name)
	switch {
	case errors.As(err, new(*lock.Error)):
		return nil, fail(exitUsage, "%s", err)
	case err != nil:
		return nil, fail(exitInput, "%s", err)
	}
	return kept, nil
}

// lockOf is the lock file of a set of --all.
func (f convertFlags) lockOf(set string) string {
	if f.lock == "" {
		return ""
	}
	return filepath.Join(f.lock, set+".names.yaml")
}

// printRenamed prints the names that users had and have no more. of says which set they are of,
// "" where there is one.
func printRenamed(stderr io.Writer, of string, changes []lock.Change) {
	if of != "" {
		of += ": "
	}
	lockfile.Print(stderr, of, changes)
}

// renamed is the end of the summary line for names that are gone.
func renamed(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "; 1 name is gone or changed, which breaks callers"
	}
	return fmt.Sprintf("; %d names are gone or changed, which breaks callers", n)
}

// addLock adds the new lock file of a set.
func addLock(out *outputs, name string, res *convert.Result) {
	if name != "" && res.Lock != nil {
		out.add(name, res.Lock.Bytes())
	}
}
