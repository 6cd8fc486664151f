package gogen

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"

	"github.com/rst2openapi/rst2openapi/templates"
)

// oapi-codegen keeps its options, name tables and template functions in package
// variables: one run at a time per process. engine is the one door to it; whoever calls
// anything of package codegen holds it.
var engine sync.Mutex

// operationKey is the extension by which a template finds our operation.
const operationKey = "x-gogen-operation"

// setFunctions gives the templates the view.
func setFunctions(v *view) {
	byName := map[string]*namedType{}
	for _, t := range v.types {
		byName[t.Name] = t
	}
	for name, f := range map[string]any{
		"goType": func(name string) *namedType { return byName[name] },
		"goOp": func(op codegen.OperationDefinition) *operation {
			i, _ := op.Spec.Extensions[operationKey].(int)
			v.ops[i].defined = &op
			return v.ops[i]
		},
		"goServer": func() *serverView { return v.server },
		"quote":    strconv.Quote,
	} {
		codegen.TemplateFunctions[name] = f
	}
}

// configuration selects what oapi-codegen prints and replaces its templates by ours.
func configuration(pkg string, set func(*codegen.GenerateOptions)) codegen.Configuration {
	c := codegen.Configuration{
		PackageName: pkg,
		OutputOptions: codegen.OutputOptions{
			SkipFmt:       true, // imports are chosen below, without looking at the machine
			SkipPrune:     true,
			UserTemplates: map[string]string{},
		},
		AllowRemoteRefsFrom: []string{},
	}
	for name, text := range templates.All() {
		c.OutputOptions.UserTemplates[name] = text
	}
	set(&c.Generate)
	return c
}

// rendered is what oapi-codegen prints with our templates.
type rendered struct {
	models, requests []byte
	server           []byte // nil where none is wanted
}

// render prints models, requests and the server through oapi-codegen.
func render(v *view) (out rendered, err error) {
	setFunctions(v)
	for _, part := range []struct {
		what   string
		wanted bool
		text   *[]byte
		doc    *openapi3.T
		set    func(*codegen.GenerateOptions)
	}{
		{"the models", true, &out.models, typesOnly(v), func(o *codegen.GenerateOptions) { o.Models = true }},
		{"the requests", true, &out.requests, operationsOnly(v), func(o *codegen.GenerateOptions) { o.Client = true }},
		{"the server", v.server != nil, &out.server, operationsOnly(v), func(o *codegen.GenerateOptions) { o.StdHTTPServer = true }},
	} {
		if !part.wanted {
			continue
		}
		if *part.text, err = printed(v, part.doc, part.set); err != nil {
			return out, fmt.Errorf("printing %s: %w", part.what, err)
		}
	}
	return out, nil
}

func printed(v *view, doc *openapi3.T, set func(*codegen.GenerateOptions)) ([]byte, error) {
	text, err := codegen.Generate(doc, configuration(v.pkg, set))
	if err != nil {
		return nil, fmt.Errorf("%s", oneLine(err))
	}
	return finish(v, text)
}

// imports are the packages the templates may use, by the name they use.
var imports = map[string]string{
	"context": "context", "io": "io", "iter": "iter", "json": "encoding/json", "xml": "encoding/xml",
	"http": "net/http", "url": "net/url",
	"runtime": "github.com/oapi-codegen/runtime",
	"sdk":     sdkPath, "gen": genPath, "genserver": sdkPath + "/genserver",
}

const (
	sdkPath = "github.com/rst2openapi/rst2openapi/sdk"
	genPath = sdkPath + "/gen"
)

// finish adds the first line, the package and the imports to declarations, and formats
// them. Text that does not parse is our mistake; the error shows the line.
func finish(v *view, body string) ([]byte, error) {
	return assemble(v.header(), v.pkg, body, imports)
}

// assemble is finish for any package name and imports.
func assemble(header, pkg, body string, imports map[string]string) ([]byte, error) {
	const stub = "package p\n"
	file, err := parser.ParseFile(token.NewFileSet(), "", stub+body, parser.SkipObjectResolution)
	if err != nil {
		return nil, fmt.Errorf("generated text does not parse: %s", badLine(stub+body, err))
	}
	used := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && imports[id.Name] != "" {
				used[id.Name] = true
			}
		}
		return true
	})
	var std, other []string
	for _, name := range sorted(used) {
		text := strconv.Quote(imports[name])
		if path.Base(imports[name]) != name {
			text = name + " " + text
		}
		if strings.Contains(imports[name], ".") {
			other = append(other, text)
		} else {
			std = append(std, text)
		}
	}
	slices.Sort(std)
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n\npackage %s\n\n", header, pkg)
	if len(used) > 0 {
		fmt.Fprintf(&b, "import (\n%s\n\n%s\n)\n", strings.Join(std, "\n"), strings.Join(other, "\n"))
	}
	b.WriteString(body)
	return formatted(b.Bytes())
}

func formatted(text []byte) ([]byte, error) {
	out, err := format.Source(text)
	if err != nil {
		return nil, fmt.Errorf("generated text cannot be formatted: %s", badLine(string(text), err))
	}
	return out, nil
}

// header is the first line of each file. Tools recognize it by its form.
func (v *view) header() string {
	return Header + v.source + "; DO NOT EDIT."
}

// badLine adds the text of the line that a parse error is about.
func badLine(text string, err error) string {
	message := oneLine(err)
	number, _, _ := strings.Cut(strings.TrimPrefix(message, ":"), ":")
	if n, convErr := strconv.Atoi(number); convErr == nil {
		if lines := strings.Split(text, "\n"); n >= 1 && n <= len(lines) {
			return message + ": " + printable(lines[n-1])
		}
	}
	return message
}
