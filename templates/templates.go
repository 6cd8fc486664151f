// Package templates holds the templates of generated clients and servers. Those in the folder client
// are printed by package gogen itself; the others replace templates of oapi-codegen with the
// same names. The comment at the top of each says what it prints.
//
// A template only places text. Names, types, quoting and all decisions come from the
// view of package gogen, which oapi-codegen's templates reach through the functions
// goType, goOp and goServer.
package templates

import (
	"embed"
	"io/fs"
	"text/template"
)

//go:embed *.tmpl stdhttp/*.tmpl client/*.tmpl
var files embed.FS

// nothing prints nothing. oapi-codegen takes text without a line break for the name of a
// file, and text/template keeps the old template when the new one is only white space.
const nothing = "{{\"\"}}\n"

// Client gives the templates that gogen prints methods and examples with, which
// oapi-codegen does not know.
func Client() (*template.Template, error) { return template.ParseFS(files, "client/*.tmpl") }

// All gives the text of each template by the name that oapi-codegen knows it by. Kinds of
// text that we do not print in that way are replaced by nothing.
func All() map[string]string {
	all := map[string]string{
		"imports.tmpl":               nothing,
		"constants.tmpl":             nothing,
		"client-with-responses.tmpl": nothing,
		"param-types.tmpl":           nothing,
		"request-bodies.tmpl":        nothing,
	}
	for _, pattern := range []string{"*.tmpl", "stdhttp/*.tmpl"} {
		names, err := fs.Glob(files, pattern)
		if err != nil {
			panic(err) // the pattern is a constant
		}
		for _, name := range names {
			text, err := files.ReadFile(name)
			if err != nil {
				panic(err) // it has just been listed
			}
			all[name] = string(text)
		}
	}
	return all
}
