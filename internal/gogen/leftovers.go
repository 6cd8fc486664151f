package gogen

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Leftovers lists the files of earlier runs in a folder that this run, which gave files, does not
// write again. A file that is not ours and stands where one of ours should go is an error, and so
// are Go files of another package and the client of another service; name is how that calls the
// folder.
func Leftovers(dir fs.FS, name string, files map[string][]byte) (stale []string, err error) {
	entries, err := fs.ReadDir(dir, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		if at := (*fs.PathError)(nil); errors.As(err, &at) {
			err = &fs.PathError{Op: at.Op, Path: name, Err: at.Err}
		}
		return nil, err
	}
	if err := otherPackage(dir, name, entries, files); err != nil {
		return nil, err
	}
	for _, e := range entries {
		_, wanted := files[e.Name()]
		if !wanted && (!e.Type().IsRegular() || !strings.HasSuffix(e.Name(), ".go") || !strings.Contains(e.Name(), ".gen")) {
			continue
		}
		ours := false
		if e.Type().IsRegular() {
			if ours, err = generated(dir, e.Name()); err != nil {
				return nil, err
			}
		}
		switch {
		case wanted && !ours:
			return nil, fmt.Errorf("%s was not written by gen: move it away or choose another folder", path.Join(name, e.Name()))
		case !wanted && ours:
			stale = append(stale, e.Name())
		}
	}
	return stale, nil
}

// generated reports whether the first line of a file says that gen has written it.
func generated(dir fs.FS, name string) (yes bool, err error) {
	f, err := dir.Open(name)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	line, err := bufio.NewReader(io.LimitReader(f, 4096)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	return strings.HasPrefix(line, Header), nil
}
