package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// beside reads files below the folder of the document: os.Root follows no link out of it.
func beside(spec string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		root, err := os.OpenRoot(filepath.Dir(spec))
		if err != nil {
			return nil, err
		}
		defer root.Close()
		info, err := root.Stat(filepath.FromSlash(name))
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() || info.Size() > input.MaxDocument {
			return nil, fmt.Errorf("%s is not a regular file of at most %d bytes", name, input.MaxDocument)
		}
		return root.ReadFile(filepath.FromSlash(name))
	}
}

// warnings prints the faults of a document that were repaired, the place first, so that an
// editor finds it.
type warnings struct {
	w      io.Writer
	spec   string
	strict bool
	n      int
}

// mostWarnings is how many are printed of faults that are not errors.
const mostWarnings = 20

func (w *warnings) add(text string) {
	if w.n++; w.strict || w.n <= mostWarnings {
		_, _ = fmt.Fprintf(w.w, "%s:%s\n", terminal.Printable(w.spec), text)
	}
}

// end says how many were not printed.
func (w *warnings) end() {
	if left := w.n - mostWarnings; left > 0 && !w.strict {
		_, _ = fmt.Fprintf(w.w, "%s: %d more faults were repaired (--strict prints all)\n", terminal.Printable(w.spec), left)
	}
}
