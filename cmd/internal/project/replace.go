package project

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// disk is what replacing files needs of a file system. Tests put one in its place that dies.
type disk interface {
	read(name string) ([]byte, error)
	write(name string, text []byte) error // all of it is on the disk when it returns
	rename(from, to string) error
	remove(name string) error
	makeFolder(name string) error
	regular(name string) (bool, error) // whether a name is a file, or free
}

// step is one change in a journal.
type step struct {
	Name   string `json:"name"`
	Remove bool   `json:"remove,omitempty"`
}

// replace makes changes. On an error before the journal is in force, nothing has changed.
func replace(d disk, changes []Change) error {
	var steps []step
	for _, c := range changes {
		if ok, err := d.regular(c.Name); err != nil {
			return cannotWrite(c.Name, err)
		} else if !ok {
			return fmt.Errorf("%s cannot be written: it is not a regular file", c.Name)
		}
		steps = append(steps, step{c.Name, c.Remove})
	}
	text, err := json.Marshal(steps)
	if err != nil {
		return err
	}
	if err := prepare(d, changes, text); err != nil {
		return errors.Join(err, takeBack(d, steps))
	}
	if err := d.rename(preparedLog, journal); err != nil {
		return errors.Join(err, takeBack(d, steps))
	}
	return finish(d, steps)
}

// cannotWrite names the file that a user knows, not the one beside it.
func cannotWrite(name string, err error) error {
	if at := (*fs.PathError)(nil); errors.As(err, &at) {
		err = at.Err
	}
	return fmt.Errorf("%s cannot be written: %w", name, err)
}

// prepare writes the journal, without force, and the new files beside the old ones.
func prepare(d disk, changes []Change, steps []byte) error {
	if err := d.write(preparedLog, steps); err != nil {
		return err
	}
	for _, c := range changes {
		if c.Remove {
			continue
		}
		if err := d.makeFolder(path.Dir(c.Name)); err != nil {
			return cannotWrite(c.Name, err)
		}
		if err := d.write(temporary(c.Name), c.Text); err != nil {
			return cannotWrite(c.Name, err)
		}
	}
	return nil
}

// takeBack removes the new files of a run whose journal is not in force.
func takeBack(d disk, steps []step) error {
	var all error
	for _, s := range steps {
		if s.Remove {
			continue
		}
		if err := d.remove(temporary(s.Name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	if all != nil {
		return all
	}
	if err := d.remove(preparedLog); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// finish does what a journal in force says. What has been done already is passed over.
func finish(d disk, steps []step) error {
	for _, s := range steps {
		var err error
		if s.Remove {
			err = d.remove(s.Name)
		} else {
			err = d.rename(temporary(s.Name), s.Name)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s cannot be replaced: %w; the next run finishes what this one began", s.Name, err)
		}
	}
	return d.remove(journal)
}

// recoverFiles finishes or takes back what a run that was killed has left.
func recoverFiles(d disk) error {
	for _, one := range []struct {
		name string
		do   func(disk, []step) error
	}{{journal, finish}, {preparedLog, takeBack}} {
		text, err := d.read(one.name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		var steps []step
		if json.Unmarshal(text, &steps) != nil && one.name == journal {
			return fmt.Errorf("%s is damaged: remove it and run again", journal)
		}
		// A journal without force may itself be half-written: it comes before all new files.
		if err := one.do(d, steps); err != nil {
			return err
		}
	}
	return nil
}

// rootDisk is a folder of the real disk.
type rootDisk struct{ root *os.Root }

func (d rootDisk) read(name string) ([]byte, error) { return d.root.ReadFile(name) }
func (d rootDisk) rename(from, to string) error     { return d.root.Rename(from, to) }
func (d rootDisk) remove(name string) error         { return d.root.Remove(name) }
func (d rootDisk) makeFolder(name string) error     { return d.root.MkdirAll(name, 0o755) }
func (d rootDisk) regular(name string) (bool, error) {
	info, err := d.root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	return err == nil && info.Mode().IsRegular(), err
}

func (d rootDisk) write(name string, text []byte) (err error) {
	f, err := d.root.Create(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.Write(text); err != nil {
		return err
	}
	return f.Sync()
}
