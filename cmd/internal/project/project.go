// Package project is the folder of a configuration: one run at a time works in it, and the files
// of a run are replaced all together.
//
// No file system replaces several files in one step, so a run writes what it is about to do into a
// journal. New files are written beside the old ones first; then the journal is put in force by one
// rename; then each new file takes the place of the old one. A run that is killed before the
// journal is in force has changed nothing, and the next one removes what it left; one that is killed
// after that is finished by the next one. At any time each file is the old or the new one,
// whole, and files are renamed in the order in which they were given: names before the documents that
// need them.
//
// All names are inside of the folder. A link that leads out of it is not followed.
package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofrs/flock"

	"github.com/rst2openapi/rst2openapi/internal/config"
)

// The files of a run, below config.StateFolder. They are gone when it ends.
const (
	ignoreFile  = config.StateFolder + "/.gitignore"
	lockFile    = config.StateFolder + "/lock"
	preparedLog = config.StateFolder + "/prepared.json" // what is being written; without force
	journal     = config.StateFolder + "/journal.json"  // what is being renamed; in force
)

// Project is a folder that this process alone works in.
type Project struct {
	dir  string
	disk disk
	root *os.Root
	lock *flock.Flock
}

// BusyError says that another run is at work in the folder.
type BusyError struct {
	Dir string
	PID int // 0 where the other run does not tell
}

func (e *BusyError) Error() string {
	who := "another run"
	if e.PID > 0 {
		who = fmt.Sprintf("another run (process %d)", e.PID)
	}
	return who + " is at work in " + e.Dir + ": wait until it ends, then try again"
}

// Open locks a folder and finishes, or takes back, what a killed run has left in it. The system
// releases the lock of a process that dies, so none is ever stale.
func Open(dir string) (p *Project, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	p = &Project{dir: dir, root: root, disk: rootDisk{root}}
	if p.lock, err = p.acquire(); err != nil {
		return nil, errors.Join(err, root.Close())
	}
	if err := recoverFiles(p.disk); err != nil {
		return nil, errors.Join(fmt.Errorf("an earlier run was killed, and its files cannot be put in order: %w", err), p.Close())
	}
	return p, nil
}

// acquire takes the lock. A run that ends removes its lock file, so the one that was locked may
// not be the one that others see: then it is tried again.
func (p *Project) acquire() (*flock.Flock, error) {
	name := filepath.Join(p.dir, filepath.FromSlash(lockFile))
	var last error
	for range 100 {
		if err := p.root.Mkdir(config.StateFolder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		info, err := p.root.Lstat(config.StateFolder)
		if errors.Is(err, fs.ErrNotExist) { // removed since
			last = err
			continue
		}
		if err != nil || !info.IsDir() {
			return nil, fmt.Errorf("%s is not a folder: move it away", config.StateFolder)
		}
		lock := flock.New(name)
		ok, err := lock.TryLock()
		switch {
		case errors.Is(err, fs.ErrNotExist): // removed since
			last = err
			continue
		case err != nil:
			return nil, err
		case !ok:
			return nil, &BusyError{p.dir, p.owner()}
		}
		mine, err := lock.Stat()
		seen, err2 := os.Lstat(name)
		if err == nil && err2 == nil && os.SameFile(mine, seen) {
			// Git is not to see the folder, even after a kill; the process is told to others.
			err = p.root.WriteFile(ignoreFile, []byte("*\n"), 0o644)
			if err == nil {
				err = p.root.WriteFile(lockFile, []byte(strconv.Itoa(os.Getpid())+"\n"), 0o600)
			}
			if err == nil {
				return lock, nil
			}
			return nil, errors.Join(err, lock.Unlock())
		}
		last = errors.Join(err, err2)
		if err := lock.Unlock(); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("the folder %s cannot be locked: %w", p.dir, last)
}

// owner is the process that has the lock, 0 where it does not tell.
func (p *Project) owner() int {
	text, err := p.root.ReadFile(lockFile)
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0
	}
	return pid
}

// Close gives the folder free.
func (p *Project) Close() error {
	// Where a journal is left, the next run needs it, and the folder stays.
	for _, name := range []string{ignoreFile, lockFile, config.StateFolder} {
		if _, err := p.root.Lstat(journal); err == nil {
			break
		}
		_ = p.root.Remove(name) // some systems keep open files: then the next run finds them
	}
	return errors.Join(p.lock.Unlock(), p.root.Close())
}

// Interrupted reports whether a run in a folder was killed while it replaced files, so that
// these are partly old ones. It changes nothing.
func Interrupted(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(journal)))
	return err == nil
}

// Change is a file to replace, to make or to remove. The name has forward slashes and begins at the
// folder.
type Change struct {
	Name   string
	Text   []byte
	Remove bool
}

// Differing leaves out the changes that change no byte: files that stay keep their times.
func (p *Project) Differing(all []Change) ([]Change, error) {
	var out []Change
	for _, c := range all {
		old, err := p.disk.read(c.Name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if c.Remove {
				continue
			}
		case err != nil:
			return nil, cannotWrite(c.Name, err)
		case !c.Remove && string(old) == string(c.Text):
			continue
		}
		out = append(out, c)
	}
	return out, nil
}

// Replace makes the changes, in their order, all or none.
func (p *Project) Replace(changes []Change) error {
	if len(changes) == 0 {
		return nil
	}
	return replace(p.disk, changes)
}

// temporary is the name of the new file beside the old one.
func temporary(name string) string {
	return path.Join(path.Dir(name), "."+path.Base(name)+".rst2openapi-new")
}
