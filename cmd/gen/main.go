// Command gen turns an OpenAPI 3.0 document into a Go package: types, validators and a
// client. OpenAPI 3.1, 3.2 and Swagger 2.0 are read as well, and files below the folder of the
// document that it refers to. Faults that change no call are repaired and printed; with
// --strict they are errors.
//
//	gen --spec spec/cbr.yaml --package cbr --out generated/cbr
//	gen --config gen.yaml
//
// With --lock names last: what the file lists has the Go name again that it had.
//
// With --server the package also has the interface of a server, and a handler that serves it.
//
// A configuration says which operations are wanted, how things are called and how the
// package is laid out. The other flags win over it.
//
// It exits with 0 when the package is written, 1 when the document cannot be used, 2
// when it was called wrongly or the configuration is wrong, and 3 when the files cannot be
// written. Each failure is one line. A file is replaced, and one that an earlier run has left
// removed, only when all files are ready; what else is in the folder stays.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/completion"
	"github.com/rst2openapi/rst2openapi/cmd/internal/gomod"
	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/cmd/internal/lockfile"
	"github.com/rst2openapi/rst2openapi/cmd/internal/replace"
	"github.com/rst2openapi/rst2openapi/cmd/internal/version"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// Exit codes.
const (
	exitOK = iota
	exitSpec
	exitUsage
	exitWrite
)

const usage = "usage: gen [--config FILE] [--spec FILE] [--package NAME] [--out DIR] [--lock FILE] [--server] [--strict]; what the configuration does not give must be a flag"

const help = usage + `

  --spec FILE     the OpenAPI document, YAML or JSON
  --package NAME  the name of the Go package: lower-case letters and digits
  --out DIR       the folder to write to, made when it is not there; one that has Go files of
                  another package, or the client of another service, is left alone
  --server        make a server as well: an interface and a handler that serves it
  --strict        refuse a document with faults that could be repaired
  --lock FILE     the file that keeps names, which is rewritten; see rst2openapi convert --lock
  --config FILE   a configuration, gen.yaml by convention; flags win over it
  --completion bash|zsh|fish  print what a shell needs to complete command lines and exit
  --version       print the version and exit
  -h, --help      print this and exit

exit codes: 0 the package is written, 1 the document cannot be used, 2 the command line or the
configuration is wrong, 3 the files cannot be written
`

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// failure is an error with the exit code that it ends the command with.
type failure struct {
	code int
	text string
}

func (f *failure) Error() string { return f.text }

func fail(code int, format string, a ...any) error {
	return &failure{code, fmt.Sprintf(format, a...)}
}

// run is the command; it gives the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	stdout, stderr = &terminal.Writer{W: stdout}, &terminal.Writer{W: stderr} // messages have text of documents in them
	err := command(args, stdout, stderr)
	if mistake := (*gogen.ConfigError)(nil); errors.As(err, &mistake) {
		_, _ = fmt.Fprintln(stderr, mistake) // the place comes first, so that an editor finds it
		return exitUsage
	}
	if failed := (*failure)(nil); errors.As(err, &failed) {
		_, _ = fmt.Fprintf(stderr, "gen: %s\n", failed.text) // nowhere left to report to
		return failed.code
	}
	return exitOK
}

// options are the flags of the command line.
type options struct {
	spec, name, out, lock, config, completion string
	server, strict, version                   bool
}

// parse reads the command line. The error is flag.ErrHelp where it asks for help.
func parse(args []string) (o options, err error) {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // its messages have several lines
	flags.StringVar(&o.spec, "spec", "", "the OpenAPI document, YAML or JSON")
	flags.StringVar(&o.name, "package", "", "the name of the Go package")
	flags.StringVar(&o.out, "out", "", "the folder to write to; made when it is not there")
	flags.BoolVar(&o.server, "server", false, "make a server as well")
	flags.BoolVar(&o.strict, "strict", false, "refuse a document with faults that could be repaired")
	flags.StringVar(&o.lock, "lock", "", "the file that keeps names, which is rewritten; see rst2openapi convert --lock")
	flags.BoolVar(&o.version, "version", false, "print the version")
	flags.StringVar(&o.completion, "completion", "", "print what a shell needs to complete command lines")
	flags.StringVar(&o.config, "config", "", "the configuration, gen.yaml by convention")
	switch err = flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return o, err
	case err != nil:
		return o, fail(exitUsage, "%v; %s", err, usage)
	case flags.NArg() > 0 && !o.version && o.completion == "":
		return o, fail(exitUsage, usage)
	}
	return o, nil
}

// command does what the command line asks for.
func command(args []string, stdout, stderr io.Writer) error {
	o, err := parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		_, _ = fmt.Fprint(stdout, help)
		return nil
	case err != nil:
		return err
	case o.version:
		_, _ = fmt.Fprintln(stdout, version.Text("gen"))
		return nil
	case o.completion != "":
		text, ok := completion.Script(o.completion, "gen", completion.FromHelp("gen", help))
		if !ok {
			return fail(exitUsage, "--completion takes %s, not %q", strings.Join(completion.Shells, ", "), o.completion)
		}
		_, _ = fmt.Fprint(stdout, text)
		return nil
	}
	return generate(o, stdout, stderr)
}

// generate makes the package and writes it.
func generate(o options, stdout, stderr io.Writer) error {
	var mistake *gogen.ConfigError
	config, err := configuration(&o)
	switch {
	case errors.As(err, &mistake):
		return err
	case err != nil:
		return fail(exitUsage, "cannot read the configuration: %v", err)
	case o.spec == "" || o.name == "" || o.out == "":
		return fail(exitUsage, usage)
	}
	if err := gogen.CheckPackage(o.name); err != nil {
		return fail(exitUsage, "%v", err)
	}
	text, err := input.ReadFile(o.spec, input.MaxDocument)
	if err != nil {
		return fail(exitSpec, "cannot read the document: %v", err)
	}
	old, err := readLock(o.lock)
	if err != nil {
		return fail(exitUsage, "cannot read the lock file: %v", err)
	}
	warnings := &warnings{w: stderr, spec: o.spec, strict: o.strict}
	files, kept, changes, err := gogen.GenerateKept(text, gogen.Options{
		Package: o.name, Source: filepath.Base(o.spec), ImportPath: gomod.ImportPath(o.out), Config: config, Server: o.server,
		Files: beside(o.spec), Warn: warnings.add, Strict: o.strict,
	}, old)
	warnings.end()
	switch {
	case errors.As(err, &mistake):
		return err
	case err != nil:
		return fail(exitSpec, "%s: %v", o.spec, err)
	}
	if o.lock != "" { // first: a package never has names that its lock file lacks
		if err := replace.File(o.lock, kept.Bytes(), 0o644); err != nil {
			return fail(exitWrite, "cannot write the lock file: %v", err)
		}
		lockfile.Print(stderr, "gen: ", changes)
	}
	removed, err := write(o.out, files)
	if err != nil {
		return fail(exitWrite, "cannot write the package: %v", err)
	}
	gone := ""
	if removed > 0 {
		gone = fmt.Sprintf(", %d removed", removed)
	}
	unit := "files"
	if len(files) == 1 {
		unit = "file"
	}
	_, _ = fmt.Fprintf(stdout, "gen: wrote package %s to %s (%d %s%s)\n", o.name, o.out, len(files), unit, gone)
	return nil
}

// maxConfig is the largest configuration that is read, in bytes.
const maxConfig = 4 << 20

// configuration reads a configuration, if there is one, and sets what no flag has set. Paths
// in it begin at its folder.
func configuration(o *options) (*gogen.Config, error) {
	file := o.config
	if file == "" {
		return nil, nil
	}
	text, err := input.ReadFile(file, maxConfig)
	if err != nil {
		return nil, err
	}
	config, err := gogen.ReadConfig(file, text)
	if err != nil {
		return nil, err
	}
	here := func(path string) string {
		if path == "" || filepath.IsAbs(path) {
			return path
		}
		return filepath.Join(filepath.Dir(file), filepath.FromSlash(path))
	}
	for _, one := range []struct {
		flag  *string
		value string
	}{{&o.spec, here(config.Spec)}, {&o.name, config.Package}, {&o.out, here(config.Out)}} {
		if *one.flag == "" {
			*one.flag = one.value
		}
	}
	return config, nil
}

// readLock reads the file of --lock.
func readLock(name string) (*lock.File, error) {
	if name == "" {
		return lock.New(), nil
	}
	return lockfile.Read(name)
}
