package gogen

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Snippet is how a program calls a method of the package: the statements of its runnable example
// that do not belong to the test, see ExamplesFile. They use ctx and client, which a program has.
type Snippet struct {
	Where  string // the operation: document.Operation has the same text
	Method string // "ListVaults", "ListVaultsPage"
	Code   string
}

// Usage is how a program uses a generated package.
type Usage struct {
	Maker    string // the function that makes the client: "New"
	Snippets []Snippet
}

// UsageOf gives the usage of the package that Generate would make of a document, with the snippets
// of all methods in the order of the document. A method without an example has none.
// opts.ImportPath must be set: a program is another package.
func UsageOf(spec []byte, opts Options) (out Usage, err error) {
	if opts.ImportPath == "" {
		return out, errors.New("snippets need the import path of the package")
	}
	engine.Lock()
	defer engine.Unlock()
	defer inOneLine(&out, &err)
	doc, err := document.LoadFiles(spec, opts.Files)
	if err != nil {
		return out, err
	}
	v, err := build(doc, opts, newLastingNames(nil))
	if err = located(doc, err); err != nil {
		return out, err
	}
	text, err := examples(v, opts.ImportPath)
	if err != nil {
		return out, err
	}
	out.Maker = v.maker
	out.Snippets, err = v.snippets(text)
	return out, err
}

// snippets cuts the file of examples into pieces.
func (v *view) snippets(text []byte) ([]Snippet, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, ExamplesFile, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	operations := v.operationsOfMethods()
	var out []Snippet
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		method, ok := strings.CutPrefix(f.Name.Name, "Example"+v.client+"_")
		where := operations[method]
		if !ok || where == "" {
			continue
		}
		code, err := statements(set, text, f.Body)
		if err != nil {
			return nil, fmt.Errorf("the example of %s: %w", method, err)
		}
		out = append(out, Snippet{where, method, code})
	}
	return out, nil
}

// operationsOfMethods are the operations by the methods that call them.
func (v *view) operationsOfMethods() map[string]string {
	out := map[string]string{}
	for _, op := range v.ops {
		out[op.Name] = op.where
		if op.page != nil {
			out[op.Name+"Page"] = op.where
		}
		if op.waiter != nil {
			out[op.waiter.name], out[op.waiter.untilGone] = op.where, op.where
		}
	}
	return out
}

// testOnly are the variables that the statements of a test make and those of a program have.
var testOnly = []string{"ctx", "client"}

// statements are those of the body of an example but for its server and what go test compares.
func statements(set *token.FileSet, text []byte, body *ast.BlockStmt) (string, error) {
	at := func(p token.Pos) int { return set.Position(p).Offset }
	var b bytes.Buffer
	b.WriteString("package p\nfunc _() {\n")
	start := body.Lbrace + 1
	for _, s := range body.List {
		if makes(s, testOnly) {
			start = s.End()
			continue
		}
		b.Write(text[at(start):at(s.End())]) // with the comments before it
		start = s.End()
	}
	rest, _, _ := bytes.Cut(text[at(start):at(body.Rbrace)], []byte("// Output:"))
	b.Write(bytes.TrimRight(rest, " \t\n"))
	b.WriteString("\n}\n")
	code, err := format.Source(b.Bytes())
	if err != nil {
		return "", err
	}
	_, inside, _ := strings.Cut(string(code), "{\n")
	inside = strings.TrimSuffix(strings.TrimSuffix(inside, "\n"), "}")
	var lines []string
	for line := range strings.Lines(strings.Trim(inside, "\n")) {
		lines = append(lines, strings.TrimPrefix(line, "\t"))
	}
	return strings.TrimRight(strings.Join(lines, ""), "\n"), nil
}

// makes reports whether a statement declares only variables of these names, or ends what they are.
func makes(s ast.Stmt, names []string) bool {
	switch s := s.(type) {
	case *ast.DeferStmt:
		id, ok := s.Call.Fun.(*ast.Ident)
		return ok && id.Name == "cancel"
	case *ast.AssignStmt:
		id, ok := s.Lhs[0].(*ast.Ident)
		return ok && s.Tok == token.DEFINE && slices.Contains(names, id.Name)
	}
	return false
}
