// Package input reads the files that commands are given: whatever stands under a name, reading it ends
// and takes no more memory than was asked for.
package input

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// MaxDocument is the largest document or file beside it that is read, in bytes.
const MaxDocument = 64 << 20

// ErrUnfit is what a file is that is not read although it is there: a pipe, a device, a folder, or one too large.
var ErrUnfit = errors.New("the file cannot be input")

// unfit is an ErrUnfit with a text of its own.
type unfit string

func (u unfit) Error() string        { return string(u) }
func (u unfit) Is(target error) bool { return target == ErrUnfit }

// ReadFile reads a regular file of at most most bytes. A pipe or device might have no end, or never begin.
// The error is one of the disk, with the name, or an ErrUnfit that begins with the name.
func ReadFile(name string, most int64) ([]byte, error) {
	info, err := os.Stat(name) // before it is opened: opening a pipe waits for its writer
	if err != nil {
		return nil, err
	}
	if err := check(name, info, most); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0) // it may have become a pipe since
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	if info, err = f.Stat(); err != nil {
		return nil, err
	}
	if err := check(name, info, most); err != nil {
		return nil, err
	}
	var text bytes.Buffer
	text.Grow(int(info.Size()) + bytes.MinRead)
	if _, err := text.ReadFrom(io.LimitReader(f, most+1)); err != nil {
		return nil, err
	}
	if int64(text.Len()) > most { // it grew
		return nil, tooLarge(name, int64(text.Len()), most)
	}
	return text.Bytes(), nil
}

func check(name string, info fs.FileInfo, most int64) error {
	switch {
	case !info.Mode().IsRegular():
		return unfit(name + " is " + Irregular(info.Mode()))
	case info.Size() > most:
		return tooLarge(name, info.Size(), most)
	}
	return nil
}

// Irregular says what stands under a name that is not a regular file, and what a user could name in its place.
func Irregular(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder, not a file"
	case mode&fs.ModeNamedPipe != 0: // also that of a shell's <(command)
		return "a pipe, not a file: save what comes out of it, and name that file"
	}
	return "a device or a socket, not a file"
}

func tooLarge(name string, size, most int64) error {
	return unfit(fmt.Sprintf("%s has %d bytes, too many (%d at most)", name, size, most))
}
