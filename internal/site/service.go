package site

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// service is what the pages of a set show.
type service struct {
	set  *Set
	Slug string // its folder

	Title, Version, Server string
	DocsURL                string
	Groups                 []*group
	Errors                 []errorCode
	Maker                  string          // the Go function that makes the client
	Pages                  []*pageFindings // what their authors can correct
	Unread                 []*pageFindings // what is not read yet
	// NoGo says why there is no Go code, "" where there is.
	NoGo string

	operations []*operation
}

// group are the operations of one tag.
type group struct {
	Title      string
	Operations []*operation
}

// operation is an operation, or a variant of one.
type operation struct {
	Anchor, ID, Method, Path, Summary string
	DocsURL                           string
	Deprecated                        bool
	Params                            []parameter
	Body                              []body
	Statuses                          []status
	Snippets                          []gogen.Snippet
	Reference                         template.URL // fragment of the viewer's address, of plain characters

	fields    []string // the names of all fields and parameters, sorted
	where     string
	plainPath string // as in the document, without the words of the query that Path ends with
}

type parameter struct {
	Name, In, Type string
	Required       bool
}

// body is what a request or response holds in media types that have one form.
type body struct {
	MediaTypes string // with commas; "" for JSON where there is no other form
	Form       string // what it is where Members do not show it: "list of Vault"
	Members    []member
}

// member is a member of a body.
type member struct {
	Name, Type string
	Required   bool
}

type status struct {
	Key  string
	Body []body
}

type errorCode struct {
	Anchor, Code, Message string
	Status                int
}

// read fills the service from its document.
func (v *service) read() error {
	d, err := document.Load(v.set.YAML)
	if err != nil {
		return err
	}
	all, err := d.Operations()
	if err != nil {
		return err
	}
	v.Title, v.Version = clean(d.Info.Title), clean(d.Info.Version)
	v.Title = cmp.Or(v.Title, v.Slug)
	if d.ExternalDocs != nil {
		v.DocsURL = webLink(d.ExternalDocs.URL)
	}
	if len(d.Servers) > 0 {
		v.Server = clean(address(d.Servers[0]))
	}
	r := reader{d: d, anchors: newSlugs()}
	for _, op := range all {
		v.operations = append(v.operations, r.operation(op))
	}
	v.group(all)
	v.errorCodes(d)
	v.addSnippets()
	v.findings()
	return nil
}

// group puts the operations into the groups of their first tags, in the order in which these come.
func (v *service) group(all []*document.Operation) {
	byTitle := map[string]*group{}
	for i, op := range all {
		title := "Operations"
		if len(op.Tags) > 0 {
			title = clean(op.Tags[0])
		}
		g := byTitle[title]
		if g == nil {
			g = &group{Title: title}
			byTitle[title] = g
			v.Groups = append(v.Groups, g)
		}
		g.Operations = append(g.Operations, v.operations[i])
	}
}

// errorCodes lists the codes of the document and of its schemas.
func (v *service) errorCodes(d *document.Document) {
	codes := document.ErrorCodes.Of(d.Extensions)
	if d.Components != nil {
		for _, name := range document.Sorted(d.Components.Schemas) {
			if ref := d.Components.Schemas[name]; ref != nil && ref.Value != nil {
				codes = append(codes, document.ErrorCodes.Of(ref.Value.Extensions)...)
			}
		}
	}
	anchors := newSlugs()
	for _, c := range codes {
		v.Errors = append(v.Errors, errorCode{"error-" + anchors.of(c.Code), clean(c.Code), clean(c.Message), c.Status})
	}
}

// addSnippets adds the Go code that calls each operation. A document of which no package can be
// generated has none, and the page says why.
func (v *service) addSnippets() {
	name := v.Package()
	usage, err := gogen.UsageOf(v.set.YAML, gogen.Options{Package: name, Source: v.File("yaml"), ImportPath: "example.com/" + name})
	if err != nil {
		v.NoGo = clean(err.Error())
		return
	}
	byWhere := map[string][]gogen.Snippet{}
	v.Maker = usage.Maker
	for _, s := range usage.Snippets {
		byWhere[s.Where] = append(byWhere[s.Where], s)
	}
	for _, op := range v.operations {
		op.Snippets = byWhere[op.where]
	}
}

// File is the name of the document in a format.
func (v *service) File(ext string) string { return v.Slug + "." + ext }

// script is the document for the viewer, with the Go code of its operations beside it. JSON is
// parsed out of a string: in a literal of JavaScript the name __proto__ has another meaning.
func (v *service) script() ([]byte, error) {
	code := map[string]string{} // by method and path
	for _, op := range v.operations {
		for _, s := range op.Snippets {
			key := strings.ToLower(op.Method) + " " + op.plainPath
			if code[key] != "" {
				code[key] += "\n\n"
			}
			code[key] += strings.ReplaceAll(s.Code, "\t", "    ") // the viewer shows tabs as nothing
		}
	}
	snippets, err := json.Marshal(code)
	if err != nil {
		return nil, err
	}
	doc, err := json.Marshal(string(v.set.JSON))
	if err != nil {
		return nil, err
	}
	quoted, err := json.Marshal(string(snippets))
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "var apiDocument = JSON.parse(%s);\nvar apiSnippets = JSON.parse(%s);\n", doc, quoted), nil
}
