// Package gogen generates a Go package from an OpenAPI 3.0 document: types that read and
// write the documented JSON without losing anything, validators for what is sent, and a
// client.
//
// It knows the document and nothing else: not where it came from, not the pages behind
// it. What OpenAPI cannot say travels in it as these keys:
//
//	x-order        order of properties in the documentation
//	x-source       "page.rst:line"; cited in comments
//	x-constant     a parameter or required property that has one value: the client fills it in
//	x-go-name      the Go name of a schema, property or operation, to settle a clash
//	x-timestamp    true for a string that is a moment; format date-time says the same
//	x-variants     the documented uses of one operation; each becomes a method (see variant)
//
// Other keys, x-contradicted among them, are never read.
//
// The passes are: load the document, build the Go view (view.go: all types, operations
// and names; two things of one name are an error), print models and client with
// oapi-codegen and our templates (engine.go), print validators (validate.go). The same
// document gives the same bytes. The document is not trusted: what it says can become
// part of names, strings and comments, never code.
package gogen

import (
	"bytes"
	"errors"
	"fmt"
	"go/token"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Options say how the package is to be called.
type Options struct {
	Package string // name of the Go package
	Source  string // name of the document, for the first line of each file
}

// The files of a generated package.
const (
	DocFile      = "doc.gen.go"
	ModelsFile   = "models.gen.go"
	ClientFile   = "client.gen.go"
	ValidateFile = "validate.gen.go"
)

// Generate gives the text of each file by its name. The error, one line, says what in
// the document cannot be used and where it is.
//
// Calls wait for each other: see engine.
func Generate(spec []byte, opts Options) (files map[string][]byte, err error) {
	if !token.IsIdentifier(opts.Package) || strings.ToLower(opts.Package) != opts.Package || opts.Package == "main" {
		return nil, fmt.Errorf("%q cannot be the name of a package: use lower-case letters and digits", opts.Package)
	}
	engine.Lock()
	defer engine.Unlock()
	defer func() {
		// A panic is a mistake in this program or a library; the document is only what
		// brought it out.
		if r := recover(); r != nil {
			files, err = nil, fmt.Errorf("internal error, please report it with the document: %v", r)
		}
		if err != nil {
			err = errors.New(oneLine(err)) // it quotes the document
		}
	}()
	doc, err := load(spec)
	if err != nil {
		return nil, err
	}
	if err := prime(); err != nil {
		return nil, err
	}
	v, err := build(doc, opts)
	if err != nil {
		return nil, err
	}
	models, client, err := render(v)
	if err != nil {
		return nil, err
	}
	checks, err := validate(v)
	if err != nil {
		return nil, err
	}
	about, err := packageDoc(v)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{DocFile: about, ModelsFile: models, ClientFile: client, ValidateFile: checks}, nil
}

// packageDoc prints the file with the package comment.
func packageDoc(v *view) ([]byte, error) {
	f := jen.NewFile(v.pkg)
	f.HeaderComment(v.header())
	title := v.title
	if title == "" {
		title = "an API without a title"
	}
	text := "Package " + v.pkg + " is a client for " + title + "."
	if v.version != "" {
		text += "\n\nVersion of the document: " + v.version
	}
	text += "\n\nStart with New" + v.client + ". Every type that is sent has a method Validate; the client does not call it."
	f.PackageComment(comment(text))
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		return nil, fmt.Errorf("printing the package comment: %s", oneLine(err))
	}
	return b.Bytes(), nil
}
