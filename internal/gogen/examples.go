package gogen

import (
	"encoding/json"
	"maps"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// examplesView is the file of examples.
type examplesView struct {
	Examples            []*exampleView
	Responses           []responseView // what the server responds with
	Walks               bool           // some of them are lists with pages
	Client, Maker, Auth string
}

// responseView is what the server responds with to an operation.
type responseView struct {
	Name   string // quoted
	Status int
	Text   string // quoted
	Rest   string // of a list: what the pages after the first are, quoted
}

// exampleView is the example of a method.
type exampleView struct {
	Name      string
	Response  string       // the quoted name of what the server responds with
	Waits     bool         // the call takes time
	Body      *bodyExample // nil where the body is part of the call
	Unchecked bool
	Call      string

	// What becomes of what the call gives: it is walked over, kept in a variable, or only
	// its error is looked at.
	Walks bool
	Item  string // the Go expression to print of each item, or empty: they are counted
	Kept  string
	Errs  string // the variables for what is not kept: err, or _, err

	Print  string // Go expressions to print at the end, or empty
	Note   string // about that
	Output string // the comment that go test compares with what is printed
}

// bodyExample declares a body that has no literal.
type bodyExample struct {
	Type string
	JSON string // quoted, or empty
}

// examples prints a runnable Example for each method: the documented body as Go values,
// sent to a server on loopback that gives the documented response. It is a test of the
// generated package, too: go test compiles it, sends the documented request through the
// checks, and compares what it prints.
//
// importPath is that of the generated package. Without one the examples stand inside of
// the package.
func examples(v *view, importPath string) ([]byte, error) {
	e := &exampler{view: v}
	name := v.pkg
	if importPath != "" {
		name += "_test"
		e.pkg = v.pkg
		if exampleImports[e.pkg] != "" {
			e.pkg += "api"
		}
	}
	for _, op := range v.ops {
		e.operation(op)
	}
	if len(e.out.Responses) == 0 {
		return assemble(v.header(), name, "", nil)
	}
	e.out.Client, e.out.Maker, e.out.Auth = e.qualified(v.client), e.qualified(v.maker), `sdk.Token("a-token")`
	if v.auth.Header == "" || !v.tokenServes() {
		e.out.Auth = "sdk.NoAuth()"
	}
	body, err := fill("examples", e.out)
	if err != nil {
		return nil, err
	}
	paths := maps.Clone(exampleImports)
	if importPath != "" {
		paths[e.pkg] = importPath
	}
	return assemble(v.header(), name, body, paths)
}

// exampleImports are the packages that examples use.
var exampleImports = map[string]string{
	"context": "context", "json": "encoding/json", "fmt": "fmt", "io": "io", "log": "log", "strings": "strings",
	"atomic": "sync/atomic", "http": "net/http", "httptest": "net/http/httptest", "time": "time", "sdk": sdkPath,
}

// rawText quotes JSON so that it can be read, where that is possible.
func rawText(text string) string {
	if text == "" || strings.ContainsAny(text, "`\r\x00\ufeff") || printable(text) != text {
		return strconv.Quote(text)
	}
	return "`" + text + "`"
}

type exampler struct {
	view *view
	pkg  string
	out  examplesView
}

func (e *exampler) qualified(name string) string { return literals{e.pkg}.qualified(name) }

// operation adds the examples of an operation. There are none where Go has no literal for
// a parameter of the path.
func (e *exampler) operation(op *operation) {
	args, sure, ok := e.inPath(op)
	if !ok {
		return
	}
	status, text := responseOf(op)
	if op.page != nil {
		first, rest := op.page.shown(text)
		e.out.Responses = append(e.out.Responses, responseView{strconv.Quote(op.Name), status, rawText(first), rawText(rest)})
		e.out.Walks = true
	} else {
		e.respond(op.Name, status, text)
	}
	e.method(op, args, sure)
	if op.page != nil {
		e.page(op, args, sure)
	}
	if op.waiter != nil {
		e.waiter(op, args)
	}
}

func (e *exampler) respond(name string, status int, text string) {
	e.out.Responses = append(e.out.Responses, responseView{Name: strconv.Quote(name), Status: status, Text: rawText(text)})
}

// add begins the example of a method. response says which of the responses it gets.
func (e *exampler) add(method, response string) *exampleView {
	x := &exampleView{Name: "Example" + e.view.client + "_" + method, Response: strconv.Quote(response)}
	e.out.Examples = append(e.out.Examples, x)
	return x
}

// method is the example of an operation. args are those for the path.
func (e *exampler) method(op *operation, args string, sure bool) {
	x := e.add(op.Name, op.Name)
	x.Call = "client." + op.Name + "(ctx" + args + e.arguments(x, op, sure) + ")"
	switch {
	case op.page != nil:
		x.walk(op)
	case op.result.kind == resultNone:
		x.drop("err", "done")
	case op.result.kind == resultStream:
		x.keep("result", "result.Close()", "<nil>")
		x.Note = "when it has been read"
	default:
		if shown, want := e.show(op); shown != "" {
			x.keep("result", shown, want)
		} else {
			x.drop("_, err", "done")
		}
	}
}

// keep prints an expression of what the call gives.
func (x *exampleView) keep(name, expr, want string) {
	x.Kept, x.Print, x.Output = name, expr, output(want)
}

// drop looks at the error only, and prints a text. errs are the variables for what the call gives.
func (x *exampleView) drop(errs, text string) {
	x.Errs, x.Print, x.Output = errs, strconv.Quote(text), output(text)
}

// output is the comment that go test compares with what is printed.
func output(lines ...string) string {
	if len(lines) == 1 {
		return "// Output: " + lines[0]
	}
	return "// Output:\n// " + strings.Join(lines, "\n// ")
}

// inPath are the arguments for the path, each after a comma, and whether the checks take
// them. It is not ok where Go has no literal for one.
func (e *exampler) inPath(op *operation) (args string, sure, ok bool) {
	sure = true
	for _, p := range op.PathArgs {
		if p.Scope != "" {
			continue
		}
		v, valid := e.view.argument(p, document.InPath)
		text, ok := literals{e.pkg}.value(p.typ, v)
		if !ok || v == nil {
			return "", false, false
		}
		args += ", " + text
		sure = sure && valid
	}
	return args, sure, true
}

// arguments are those after the path's, each after a comma. What takes a statement is
// part of the example. sure says that the checks take what is before.
func (e *exampler) arguments(x *exampleView, op *operation, sure bool) string {
	var args strings.Builder
	if op.Params != "" {
		text, valid := e.params(op)
		args.WriteString(", " + text)
		sure = sure && valid
	}
	switch {
	case op.JSONBody != "":
		text, valid := e.body(x, op)
		args.WriteString(", " + text)
		sure = sure && valid
	case op.HasBody:
		if op.JSONType == "" {
			args.WriteString(`, "application/octet-stream"`)
		}
		args.WriteString(`, strings.NewReader("content")`)
	}
	if !sure {
		x.Unchecked = true
		args.WriteString(", sdk.WithoutValidation()")
	}
	return args.String()
}

// params writes the required parameters.
func (e *exampler) params(op *operation) (string, bool) {
	l := literals{e.pkg}
	var fields []string
	sure := true
	for _, list := range [][]*param{op.QueryArgs, op.HeaderArgs, op.CookieArgs} {
		for _, p := range list {
			if !p.Required {
				continue
			}
			v, valid := e.view.argument(p, document.InRequest)
			text, ok := l.field(p.Field, v)
			if !ok {
				sure = false
				continue
			}
			sure = sure && valid
			fields = append(fields, p.Field.Name+": "+text)
		}
	}
	return composite(l.qualified(op.Params), fields), sure
}

// body writes the documented body: as a literal, or read from its JSON where Go has no
// literal for it.
func (e *exampler) body(x *exampleView, op *operation) (string, bool) {
	l := literals{e.pkg}
	t, s := op.bodyType, op.sample
	if op.XMLRoot != "" || !s.hasBody {
		if !op.BodyNeeded && op.JSONBody[0] == '*' {
			return "nil", true
		}
		x.Body = &bodyExample{Type: e.bodyType(op)}
		return "body", false
	}
	if t.isStruct() && op.JSONBody == t.expr() {
		if text, ok := l.value(t, s.body); ok {
			return text, s.valid
		}
	}
	raw, err := json.Marshal(s.body)
	if err != nil {
		raw = []byte("null")
	}
	x.Body = &bodyExample{e.bodyType(op), rawText(string(raw))}
	return "body", s.valid
}

// bodyType is the type of the argument as the text has to write it.
func (e *exampler) bodyType(op *operation) string {
	l := literals{e.pkg}
	switch {
	case op.bodyType.nullable:
		return "sdk.Nullable[" + l.goType(op.bodyType) + "]"
	case op.JSONBody[0] == '*':
		return "*" + l.goType(op.bodyType)
	}
	return l.goType(op.bodyType)
}

// show is an expression of the result that says something, and what it prints: the number
// of a list's items, or the id, name or state that the documented response has.
func (e *exampler) show(op *operation) (expr, want string) {
	r := &op.result
	_, text := responseOf(op)
	var v any
	if r.kind != resultValue || json.Unmarshal([]byte(text), &v) != nil {
		return "", ""
	}
	t := r.body
	if r.root != nil {
		m, _ := v.(map[string]any)
		v, t = m[r.root.JSON], r.root.typ
	}
	if items, ok := v.([]any); ok && (t.shape == shapeSlice || t.shape == shapeNamed && t.named.Kind == kindDefined && t.named.base.shape == shapeSlice) {
		return "len(result)", strconv.Itoa(len(items))
	}
	field, want := identifyingMember(t, v)
	if field == "" {
		return "", ""
	}
	return strings.Replace(field, "$", "result", 1), want
}
