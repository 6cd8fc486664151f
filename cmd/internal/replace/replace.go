// Package replace writes files in one step: who reads one sees the old text or the new one.
package replace

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
)

// File replaces a file, or makes it, in a folder that is there. One that says the same already
// is left alone, and keeps its time.
func File(name string, text []byte, mode fs.FileMode) error {
	if Same(name, text) {
		return nil
	}
	temp, err := Beside(name, text, mode)
	if err != nil {
		return err
	}
	if err := os.Rename(temp, name); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return nil
}

// Same reports whether a file has a text.
func Same(name string, text []byte) bool {
	old, err := input.ReadFile(name, int64(len(text)))
	return err == nil && bytes.Equal(old, text)
}

// Beside writes a text into a file beside the one of that name, ready to be renamed, and gives
// its name. Where it fails it leaves nothing.
func Beside(name string, text []byte, mode fs.FileMode) (temp string, err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}
