package main

import (
	"os"
	"path/filepath"
)

// outputs collects the files of a run. They are written together at the end: each to a
// temporary file beside its place first, and only when all of them stand are they renamed,
// so that a failing run leaves nothing half-written.
type outputs struct {
	names []string
	texts [][]byte
}

func (o *outputs) add(name string, text []byte) {
	o.names = append(o.names, name)
	o.texts = append(o.texts, text)
}

func (o *outputs) write() (err error) {
	var temps []string
	defer func() {
		if err != nil {
			for _, t := range temps {
				os.Remove(t)
			}
		}
	}()
	for i, name := range o.names {
		f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
		if err != nil {
			return fail(exitOutput, "%s cannot be written: %s", name, cause(err))
		}
		temps = append(temps, f.Name())
		_, err = f.Write(o.texts[i])
		if err == nil {
			err = f.Chmod(0o644)
		}
		if closing := f.Close(); err == nil {
			err = closing
		}
		if err != nil {
			return fail(exitOutput, "%s cannot be written: %s", name, cause(err))
		}
	}
	for i, name := range o.names {
		if err := os.Rename(temps[i], name); err != nil {
			return fail(exitOutput, "%s cannot be written: %s", name, cause(err))
		}
	}
	return nil
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
