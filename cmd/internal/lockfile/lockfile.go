// Package lockfile reads the file of --lock and says what a run renamed, for both commands.
package lockfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// Read reads a lock file; one that does not exist yet holds no names. The error is one of the
// disk or a *lock.Error.
func Read(name string) (*lock.File, error) {
	text, err := input.ReadFile(name, lock.MaxSize)
	if errors.Is(err, fs.ErrNotExist) {
		return lock.New(), nil
	}
	if err != nil {
		return nil, err
	}
	return lock.Parse(name, text)
}

// most is how many names that are gone are printed.
const most = 20

// Print prints the names that users had and have no more, each in a line that begins with what
// they are of.
func Print(w io.Writer, of string, changes []lock.Change) {
	for i, c := range changes {
		if i == most {
			_, _ = fmt.Fprintf(w, "%sbreaking: … %d more names\n", of, len(changes)-i)
			return
		}
		_, _ = fmt.Fprintln(w, terminal.Printable(of+"breaking: "+c.String()))
	}
}
