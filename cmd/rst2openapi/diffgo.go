package main

import (
	"bytes"
	"errors"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/goapi"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// compareGo says what changes for the callers of the packages that gen makes of two documents, with
// options or, where they are nil, without any.
func compareGo(old, new *change.Side, options *gogen.Config) ([]change.Change, error) {
	const name = "client"
	a, err := gogen.Generate(old.Text, gogen.Options{Package: name, Source: "old", Config: options})
	if err != nil {
		return nil, fail(exitInput, "--go: the old document: %s", err)
	}
	b, err := gogen.Generate(new.Text, gogen.Options{Package: name, Source: "new", Config: options})
	if err != nil {
		return nil, fail(exitInput, "--go: the new document: %s", err)
	}
	imports, err := goapi.Imports(a, b)
	if err != nil {
		return nil, fail(exitInput, "--go: %s", document.OneLine(err.Error()))
	}
	from, err := exported(imports)
	if err != nil {
		return nil, err
	}
	changes, err := goapi.Compare(name, a, b, from)
	if err != nil {
		return nil, fail(exitInput, "--go: %s", document.OneLine(err.Error()))
	}
	out := []change.Change{}
	for _, c := range changes {
		out = append(out, change.OfGo(c.Subject, c.Text, c.Breaking))
	}
	return out, nil
}

// exported imports packages as the go command has compiled them for the module around the working
// folder, or that of this program.
func exported(paths []string) (types.Importer, error) {
	cmd := exec.Command("go", append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}", "--"}, paths...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fail(exitInput, "--go needs the go command, in a module that requires github.com/rst2openapi/rst2openapi: %s",
			document.OneLine(strings.TrimSpace(stderr.String()+" "+err.Error())))
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if path, file, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			files[path] = file
		}
	}
	return importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) {
		if files[path] == "" {
			return nil, errors.New("there is no package " + path)
		}
		return os.Open(files[path])
	}), nil
}
