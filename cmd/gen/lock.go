package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rst2openapi/rst2openapi/internal/lock"
)

// readLock reads the file of --lock; one that does not exist yet holds no names.
func readLock(name string) (*lock.File, error) {
	if name == "" {
		return lock.New(), nil
	}
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return lock.New(), nil
	} else if err != nil {
		return nil, err
	}
	return lock.Parse(name, text)
}

// writeFile replaces a file when all of it is written, and leaves one alone that says the same.
func writeFile(name string, text []byte) error {
	if old, err := os.ReadFile(name); err == nil && string(old) == string(text) {
		return nil
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".names-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// maxChanges is how many names that are gone are printed.
const maxChanges = 20

// printChanges prints the names that users had and have no more.
func printChanges(stderr io.Writer, changes []lock.Change) {
	for i, c := range changes {
		if i == maxChanges {
			_, _ = fmt.Fprintf(stderr, "gen: breaking: … %d more names\n", len(changes)-i)
			return
		}
		_, _ = fmt.Fprintf(stderr, "gen: breaking: %s\n", c)
	}
}
