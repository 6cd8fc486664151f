package gogen

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

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
	f := jen.NewFile(name)
	var table []jen.Code
	e.respond = func(name string, status int, text string) {
		table = append(table, code("%q: {%d, %s},", name, status, rawText(text)))
	}
	for _, op := range v.ops {
		args, sure, ok := e.inPath(op)
		if !ok {
			continue // nothing to write for a parameter
		}
		status, text := responseOf(op)
		e.respond(op.Name, status, text)
		e.method(f, op, args, sure)
		if op.page != nil {
			e.page(f, op, args, sure)
		}
		if op.waiter != nil {
			e.waiter(f, op, args)
		}
	}
	if len(table) == 0 {
		return assemble(v.header(), name, "", nil)
	}
	f.Line()
	f.Comment("answers are the documented responses, by operation.")
	f.Var().Id("answers").Op("=").Map(jen.String()).Struct(code("status int; body string")).Block(table...)
	auth := `sdk.Token("a-token")`
	if v.auth.Header == "" {
		auth = "sdk.NoAuth()"
	}
	f.Line()
	f.Comment("exampleClient makes a client of a server on loopback that responds to an operation as documented.")
	f.Add(code("func exampleClient(operation string) *%s", e.qualified(v.client))).Block(
		code("server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {\n"+
			"w.Header().Set(\"Content-Type\", \"application/json\")\n"+
			"w.WriteHeader(answers[operation].status)\n"+
			"_, _ = io.WriteString(w, answers[operation].body) // a client that has gone needs no response\n"+
			"}))"),
		code("client, err := %s(context.Background(), %s, sdk.WithEndpoint(server.URL),\n"+
			"sdk.WithProjectID(\"a-project\"), sdk.WithDomainID(\"a-domain\"))", e.qualified(v.maker), auth),
		jen.If(code("err != nil")).Block(code("log.Fatal(err)")),
		code("return client"),
	)
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		return nil, fmt.Errorf("printing the examples: %s", oneLine(err))
	}
	_, body, _ := strings.Cut(b.String(), "package "+name+"\n")
	paths := map[string]string{}
	for word, path := range exampleImports {
		paths[word] = path
	}
	if importPath != "" {
		paths[e.pkg] = importPath
	}
	return assemble(v.header(), name, body, paths)
}

// exampleImports are the packages that examples use.
var exampleImports = map[string]string{
	"context": "context", "json": "encoding/json", "fmt": "fmt", "io": "io", "log": "log", "strings": "strings",
	"http": "net/http", "httptest": "net/http/httptest", "time": "time", "sdk": sdkPath,
}

// rawText quotes JSON so that it can be read, where that is possible.
func rawText(text string) string {
	if text == "" || strings.ContainsAny(text, "`\r\x00\ufeff") || plain(text) != text {
		return strconv.Quote(text)
	}
	return "`" + text + "`"
}

type exampler struct {
	view    *view
	pkg     string
	respond func(name string, status int, text string) // adds to what the server responds
}

func (e *exampler) qualified(name string) string { return literals{e.pkg}.qualified(name) }

// method prints the example of an operation. args are those for the path.
func (e *exampler) method(f *jen.File, op *operation, args string, sure bool) {
	f.Line()
	f.Func().Id("Example" + e.view.client + "_" + op.Name).Params().BlockFunc(func(g *jen.Group) {
		g.Add(code("ctx := context.Background()"))
		g.Add(code("client := exampleClient(%q)", op.Name))
		args := args + e.arguments(g, op, sure)
		call := fmt.Sprintf("client.%s(ctx%s)", op.Name, args)
		switch {
		case op.page != nil:
			e.pages(g, op, call)
		case op.result.kind == resultNone:
			g.If(code("err := %s", call), code("err != nil")).Block(code("log.Fatal(err)"))
			g.Add(code(`fmt.Println("done")`))
			g.Comment(output("done"))
		default:
			e.result(g, op, call)
		}
	})
}

func (e *exampler) result(g *jen.Group, op *operation, call string) {
	shown, want := e.show(op)
	switch {
	case op.result.kind == resultStream:
		g.Add(code("result, err := %s", call))
		g.If(code("err != nil")).Block(code("log.Fatal(err)"))
		g.Add(code("fmt.Println(result.Close()) // when it has been read"))
		want = "<nil>"
	case shown == "":
		g.If(code("_, err := %s", call), code("err != nil")).Block(code("log.Fatal(err)"))
		g.Add(code(`fmt.Println("done")`))
		want = "done"
	default:
		g.Add(code("result, err := %s", call))
		g.If(code("err != nil")).Block(code("log.Fatal(err)"))
		g.Add(code("fmt.Println(%s)", shown))
	}
	g.Comment(output(want))
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
		v, valid := inPath(p)
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
// printed before the call. sure says that the checks take what is before.
func (e *exampler) arguments(g *jen.Group, op *operation, sure bool) string {
	var args strings.Builder
	if op.Params != "" {
		text, valid := e.params(op)
		args.WriteString(", " + text)
		sure = sure && valid
	}
	switch {
	case op.JSONBody != "":
		text, valid := e.body(g, op)
		args.WriteString(", " + text)
		sure = sure && valid
	case op.HasBody:
		args.WriteString(`, "application/octet-stream", strings.NewReader("content")`)
	}
	if !sure {
		g.Comment("The document shows no valid request, so this one is not checked.")
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
			v, valid := argument(p, idText(p.Name))
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
func (e *exampler) body(g *jen.Group, op *operation) (string, bool) {
	l := literals{e.pkg}
	t, s := op.bodyType, op.sample
	if op.XMLRoot != "" || !s.hasBody {
		if !op.BodyNeeded && op.JSONBody[0] == '*' {
			return "nil", true
		}
		g.Add(code("var body %s", e.bodyType(op)))
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
	g.Add(code("var body %s", e.bodyType(op)))
	g.If(code("err := json.Unmarshal([]byte(%s), &body)", rawText(string(raw))), code("err != nil")).Block(code("log.Fatal(err)"))
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
	field, want := telling(t, v)
	if field == "" {
		return "", ""
	}
	return strings.Replace(field, "$", "result", 1), want
}

// code is a piece of Go text. Everything put into it comes from the view, where names are
// identifiers and texts are quoted.
func code(format string, args ...any) *jen.Statement { return jen.Id(fmt.Sprintf(format, args...)) }
