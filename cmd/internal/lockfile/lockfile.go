// Package lockfile reads the file of --lock and says what a run renamed, for both commands.
package lockfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// Read reads a lock file; one that does not exist yet holds no names. The error is one of the
// disk or a *lock.Error.
func Read(name string) (*lock.File, error) {
	switch info, err := os.Stat(name); {
	case errors.Is(err, fs.ErrNotExist):
		return lock.New(), nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file", name)
	case info.Size() > lock.MaxSize:
		return nil, fmt.Errorf("%s has %d bytes, too many for a lock file (%d at most)", name, info.Size(), lock.MaxSize)
	}
	text, err := os.ReadFile(name)
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
