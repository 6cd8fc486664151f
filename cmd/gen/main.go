// Command gen turns an OpenAPI 3.0 document into a Go package: types, validators and a
// client.
//
//	gen --spec spec/cbr.yaml --package cbr --out generated/cbr
//
// It exits with 0 when the package is written, 1 when the document cannot be used, 2
// when it was called wrongly, and 3 when the files cannot be written. Each failure is
// one line. A file is replaced only when all files are ready; what else is in the folder
// stays.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// Exit codes.
const (
	exitOK = iota
	exitSpec
	exitUsage
	exitWrite
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the command; it gives the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // its messages have several lines
	spec := flags.String("spec", "", "the OpenAPI 3.0 document, YAML or JSON")
	name := flags.String("package", "", "the name of the Go package")
	out := flags.String("out", "", "the folder to write to; made when it is not there")
	fail := func(code int, format string, a ...any) int {
		_, _ = fmt.Fprintf(stderr, "gen: "+format+"\n", a...) // nowhere left to report to
		return code
	}
	const usage = "usage: gen --spec FILE --package NAME --out DIR"
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		_, _ = fmt.Fprintln(stdout, usage)
		return exitOK
	} else if err != nil {
		return fail(exitUsage, "%v; %s", err, usage)
	}
	if *spec == "" || *name == "" || *out == "" || flags.NArg() > 0 {
		return fail(exitUsage, usage)
	}

	text, err := os.ReadFile(*spec)
	if err != nil {
		return fail(exitSpec, "cannot read the document: %v", err)
	}
	files, err := gogen.Generate(text, gogen.Options{Package: *name, Source: filepath.Base(*spec)})
	if err != nil {
		return fail(exitSpec, "%s: %v", *spec, err)
	}
	if err := write(*out, files); err != nil {
		return fail(exitWrite, "cannot write the package: %v", err)
	}
	_, _ = fmt.Fprintf(stdout, "gen: wrote package %s to %s (%d files)\n", *name, *out, len(files))
	return exitOK
}

// write puts the files into a folder beside dir first and moves them when all are
// there, so that a full disk leaves nothing half-written. When a move fails, the files
// moved before it are put back.
func write(dir string, files map[string][]byte) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(filepath.Dir(filepath.Clean(dir)), ".gen-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	names := make([]string, 0, len(files))
	for name, text := range files {
		names = append(names, name)
		if err := os.WriteFile(filepath.Join(temp, name), text, 0o644); err != nil {
			return err
		}
	}
	slices.Sort(names)
	return replace(dir, temp, names)
}

// replace moves files from temp to dir, keeping what was there until all are moved.
func replace(dir, temp string, names []string) error {
	var undo []func() error
	for _, name := range names {
		target, kept := filepath.Join(dir, name), filepath.Join(temp, name+".old")
		err := os.Rename(target, kept)
		switch {
		case err == nil:
			undo = append(undo, func() error { return os.Rename(kept, target) })
		case !errors.Is(err, os.ErrNotExist):
			return rollBack(err, undo)
		}
		if err := os.Rename(filepath.Join(temp, name), target); err != nil {
			return rollBack(err, undo)
		}
		undo = append(undo, func() error { return os.Remove(target) })
	}
	return nil
}

func rollBack(cause error, undo []func() error) error {
	for _, step := range slices.Backward(undo) {
		cause = errors.Join(cause, step())
	}
	return cause
}
