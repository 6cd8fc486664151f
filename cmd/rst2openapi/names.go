package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// readLock reads the file of --lock; one that does not exist yet holds no names.
func readLock(name string) (*lock.File, error) {
	if name == "" {
		return nil, nil
	}
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return lock.New(), nil
	}
	text, err := readPage(name)
	if err != nil {
		return nil, err
	}
	names, err := lock.Parse(name, text)
	if err != nil {
		return nil, fail(exitUsage, "%s", err)
	}
	return names, nil
}

// lockOf is the lock file of a set of --all.
func (f convertFlags) lockOf(set string) string {
	if f.lock == "" {
		return ""
	}
	return filepath.Join(f.lock, set+".names.yaml")
}

// maxRenamed is how many names that are gone are printed.
const maxRenamed = 20

// printRenamed prints the names that users had and have no more. of says which set they are of,
// "" where there is one.
func printRenamed(stderr io.Writer, of string, changes []lock.Change) {
	if of != "" {
		of += ": "
	}
	for i, c := range changes {
		if i == maxRenamed {
			fmt.Fprintf(stderr, "%sbreaking: … %d more names\n", of, len(changes)-i)
			return
		}
		fmt.Fprintln(stderr, terminal.Printable(of+"breaking: "+c.String()))
	}
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
