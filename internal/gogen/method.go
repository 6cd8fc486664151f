package gogen

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// methods prints methods of the client: one for each operation or variant, and those that
// walk over pages and wait for states; and the client itself, where it is wanted. The
// requests themselves are made by functions that oapi-codegen prints with our template.
func methods(v *view, ops []*operation, client bool) ([]byte, error) {
	f := jen.NewFile(v.pkg)
	if client {
		v.printClient(f)
	}
	for _, op := range ops {
		f.Line()
		op.print(f, v.client)
		for _, part := range []struct {
			wanted bool
			name   string
			view   any
		}{
			{op.page != nil, "pages", op.pagesView(v.client)},
			{op.waiter != nil, "waiter", op.waiterView(v.client)},
		} {
			if !part.wanted {
				continue
			}
			text, err := fill(part.name, part.view)
			if err != nil {
				return nil, err
			}
			f.Add(code("%s", text))
		}
	}
	if client {
		if list := v.failureViews(); len(list) > 0 {
			text, err := fill("failures", list)
			if err != nil {
				return nil, err
			}
			f.Add(code("%s", text))
		}
	}
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		return nil, fmt.Errorf("printing the methods: %s", oneLine(err))
	}
	// finish writes the package clause and the imports.
	_, body, _ := strings.Cut(b.String(), "package "+v.pkg+"\n")
	return finish(v, body)
}

// code is a piece of Go text. Everything put into it comes from the view, where names are
// identifiers and texts are quoted.
func code(format string, args ...any) *jen.Statement { return jen.Id(fmt.Sprintf(format, args...)) }

// printClient prints the type, the function that makes one, and Do.
func (v *view) printClient(f *jen.File) {
	f.Comment(comment(v.client + " calls the operations of the API. It is safe for use by several goroutines.\n" +
		"Make one with " + v.maker + " and keep it."))
	f.Type().Id(v.client).Struct(code("conn *sdk.Conn"))

	var servers strings.Builder
	if len(v.servers) > 0 {
		servers.WriteString("The document names:\n")
		for _, s := range v.servers {
			servers.WriteString("  - " + s + "\n")
		}
	}
	var list []string
	for _, s := range v.servers {
		if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
			list = append(list, strconv.Quote(s))
		}
	}
	bodies := ""
	if slices.ContainsFunc(v.ops, func(op *operation) bool { return len(op.failures()) > 0 }) {
		bodies = ", ErrorBody: errorBody"
	}
	known := "nil"
	if len(list) > 0 {
		known = "[]string{" + strings.Join(list, ", ") + "}"
	}
	f.Line()
	f.Comment(comment(v.maker+" makes a client for the caller that auth stands for. The address of the service, and the\n"+
		"project and the region to work in, are those of auth's catalogue and token, where it has them;\n"+
		"options say otherwise: sdk.WithEndpoint, sdk.WithRegion, sdk.WithProjectID.", servers.String()))
	f.Add(code("func %s(ctx context.Context, auth sdk.Auth, options ...sdk.Option) (*%s, error)", v.maker, v.client)).Block(
		code("service := sdk.Service{Name: %q, Servers: %s, Token: sdk.TokenHeader{Name: %q, Prefix: %q}%s}", v.service, known, v.auth.Header, v.auth.Prefix, bodies),
		code("conn, err := sdk.NewConn(ctx, service, auth, options...)"),
		jen.If(code("err != nil")).Block(code("return nil, err")),
		code("return &%s{conn: conn}, nil", v.client),
	)
	f.Line()
	f.Comment(comment("Do makes a call that has no method here, with the same credentials, retries and errors. path begins\n" +
		"with the version and may have {project_id} and {domain_id} in it, which are filled in. body is nil, bytes\n" +
		"or an io.Reader that are sent as they are, or a value that is sent as JSON; result is nil or a pointer that\n" +
		"the response is decoded into."))
	f.Add(code("func (c *%s) Do(ctx context.Context, method, path string, body, result any, options ...sdk.Option) error", v.client)).Block(
		code("return c.conn.Do(ctx, method, path, body, result, options...)"))
}

// pathArgs are the parameters of a method for what the path names, each after a comma.
// names are the same without types.
func (op *operation) pathArgs() (args, names string) {
	for _, p := range op.PathArgs {
		if p.Scope == "" {
			args += ", " + p.Local + " " + p.TypeName
			names += ", " + p.Local
		}
	}
	return args, names
}

// args are the parameters of a method between ctx and the options: what the path names,
// then params, then the body.
func (op *operation) args() (args, names string) {
	args, names = op.pathArgs()
	add := func(name, goType string) {
		args += ", " + name + " " + goType
		names += ", " + name
	}
	if op.Params != "" {
		add("params", op.Params)
	}
	switch {
	case op.JSONBody != "":
		add("body", op.JSONBody)
	case op.HasBody:
		add("contentType", "string")
		add("body", "io.Reader")
	}
	return args, names
}

// print prints the method, or that for one page of it.
func (op *operation) print(f *jen.File, client string) {
	name, about := op.Name, op.Comment
	if op.page != nil {
		name = op.Name + "Page"
		about = comment(name + " gives one page of " + op.Name + ", as it came: its params say which.")
	}
	r := &op.result
	if r.kind == resultSeveral {
		op.printSeveral(f)
		f.Line()
	}
	args, _ := op.args()
	results := "error"
	if r.kind != resultNone {
		results = "(" + r.goType() + ", error)"
	}
	f.Comment(about)
	f.Add(code("func (c *%s) %s(ctx context.Context%s, options ...sdk.Option) %s", client, name, args, results)).
		BlockFunc(func(g *jen.Group) {
			op.printRequest(g)
			op.printResponse(g)
		})
}

// printRequest prints what makes the request: req and err are set.
func (op *operation) printRequest(g *jen.Group) {
	g.Add(code("call := c.conn.Call(ctx, %q, options)", op.Name))
	if op.result.kind != resultStream {
		g.Defer().Add(code("call.End()"))
	}
	if len(op.result.accept) > 0 {
		g.Add(code("call.Accept(%s)", strings.Join(op.result.accept, ", ")))
	}
	passed := "call"
	for _, p := range op.PathArgs {
		if p.Scope != "" {
			passed += ", call." + p.Scope + "()"
		} else {
			passed += ", " + p.Local
		}
	}
	if op.Params != "" {
		g.Add(code("call.Check(params)"))
		passed += ", &params"
	}
	checked := op.bodyType.hasValidate() && !op.bodyType.nullable
	switch {
	case op.JSONBody != "" && op.BodyNeeded:
		if checked {
			g.Add(code("call.Check(body)"))
		}
		passed += ", " + op.JSONMedia() + ", " + op.Payload()
	case op.JSONBody != "":
		g.Add(code(`contentType, payload := "", io.Reader(nil)`))
		g.If(code("%s", op.hasBody())).BlockFunc(func(g *jen.Group) {
			if checked {
				g.Add(code("call.Check(body)"))
			}
			g.Add(code("contentType, payload = %s, %s", op.JSONMedia(), op.Payload()))
		})
		passed += ", contentType, payload"
	case op.HasBody:
		passed += ", contentType, body"
	}
	g.Add(code("req, err := new%sRequest(%s)", op.Name, passed))
}

// hasValidate reports whether a type has the method.
func (t *typeRef) hasValidate() bool {
	return t != nil && t.shape == shapeNamed && (t.named.Kind == kindStruct || t.named.Kind == kindDefined)
}

// printResponse prints what sends the request and gives the response back.
func (op *operation) printResponse(g *jen.Group) {
	r := &op.result
	switch r.kind {
	case resultNone:
		g.Add(code("return call.Do(req, err, nil)"))
	case resultStream:
		g.Add(code("return call.Stream(req, err)"))
	case resultSeveral:
		g.Add(code("answer, err := call.Send(req, err)"))
		g.If(code("err != nil")).Block(code("return nil, err"))
		g.Add(code("result := &%s{Response: answer}", r.name))
		g.Switch().BlockFunc(func(g *jen.Group) {
			for _, one := range r.goodCases() {
				target := "&result." + one.Field
				body := []jen.Code{code("err = call.Decode(answer, %s)", target)}
				if one.typ.isStruct() {
					body = []jen.Code{
						code("result.%s = new(%s)", one.Field, one.typ.expr()),
						code("err = call.Decode(answer, result.%s)", one.Field),
					}
				}
				g.Case(code("%s", one.Cond)).Block(body...)
			}
		})
		g.Add(code("return result, err"))
	case resultValue:
		op.printValue(g)
	}
}

// printValue prints the end of a method that gives the documented body, or its root.
func (op *operation) printValue(g *jen.Group) {
	r := &op.result
	send := func(target, failed string) {
		g.If(code("err := call.Do(req, err, %s)", target), code("err != nil")).Block(code("return %s, err", failed))
	}
	switch {
	case r.root != nil && r.root.typ.shape == shapeSlice:
		g.Add(code("var answer %s", r.body.expr()))
		send("&answer", "nil")
		g.Add(code("return gen.List(call, %q, %s, &answer)", r.root.JSON, r.root.access("answer")))
	case r.root != nil:
		g.Add(code("var answer %s", r.body.expr()))
		send("&answer", "nil")
		g.Add(code("return gen.Root(call, %q, %s)", r.root.JSON, r.root.access("answer")))
	case r.body.isStruct():
		g.Add(code("answer := new(%s)", r.body.expr()))
		send("answer", "nil")
		if list := op.page.list(); list != nil {
			g.If(code("answer.%[1]s, err = gen.List(call, %[2]q, answer.%[1]s, answer)", list.Name, list.JSON), code("err != nil")).Block(code("return nil, err"))
		}
		g.Add(code("return answer, nil"))
	default:
		g.Add(code("var answer %s", r.body.expr()))
		g.Add(code("err = call.Do(req, err, &answer)"))
		g.Add(code("return answer, err"))
	}
}

// printSeveral prints the struct for the bodies of several statuses.
func (op *operation) printSeveral(f *jen.File) {
	r := &op.result
	f.Comment(comment(r.name + " is a response to " + op.Name + ": the field of its status is set."))
	f.Type().Id(r.name).StructFunc(func(g *jen.Group) {
		g.Add(code("sdk.Response"))
		for _, one := range r.goodCases() {
			goType := one.typ.expr()
			if one.typ.isStruct() {
				goType = "*" + goType
			}
			g.Add(code("%s %s", one.Field, goType))
		}
	})
}
