package gogen

import (
	"strings"
	"text/template"

	"github.com/rst2openapi/rst2openapi/templates"
)

// clientTemplates print the methods of the client and the examples.
var clientTemplates = template.Must(templates.Client())

// fill gives the text of a template of ours. What view holds is finished Go text: names
// that are identifiers, types, quoted texts and comments.
func fill(name string, view any) (string, error) {
	var b strings.Builder
	err := clientTemplates.ExecuteTemplate(&b, name, view)
	return b.String(), err
}
