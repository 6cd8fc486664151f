package gogen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// methodView is the method of an operation, or that for one page of it.
type methodView struct {
	Comment, Client, Name string
	Args, Results         string
	Operation, Quoted     string // its name, also quoted
	Own                   string // its own server, quoted, or empty
	MayBeNull             bool   // the response
	Accept                string // statuses other than 2xx that are good
	Checked               []string
	CheckedValue          bool       // the body may be null: its value is checked where it has one
	Parts                 string     // the call that writes a body of several parts, or empty
	MaybeBody             *maybeBody // nil where there is a body always, or none
	Passed                string     // to the function that makes the request

	// How the response is given back. Without any of these, only an error is.
	Asks    bool // a parameter says in which media type
	Stream  bool
	Several *severalView
	Value   *valueView
}

// maybeBody is a body that the caller may leave out.
type maybeBody struct {
	Cond    string // Go condition under which it is there
	Checked bool
	Written string // Go expressions of the media type and the payload
}

// severalView is the struct for the bodies of several statuses.
type severalView struct {
	Comment, Name string
	Declared      bool // another method has it
	Fields        []severalField
}

type severalField struct {
	Name, Type, Cond string
	Made             string // the statement that makes what is decoded into, or empty
	Target           string
}

// valueView is a documented body that is given back, or its root.
type valueView struct {
	Type   string
	Struct bool   // it is given back as a pointer
	List   *field // of a struct: the list that is one page
	Root   string // the Go expression that takes the root out, or empty
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
		if op.JSONType == "" {
			add("contentType", "string")
		}
		add("body", "io.Reader")
	}
	return args, names
}

func (op *operation) methodView(client string) *methodView {
	r := &op.result
	out := &methodView{
		Comment: op.Comment, Client: client, Name: op.Name, Results: "error",
		Operation: op.Name, Quoted: strconv.Quote(op.Name), Accept: strings.Join(r.accept, ", "), Stream: r.kind == resultStream,
	}
	out.MayBeNull = r.kind != resultStream && slices.ContainsFunc(op.Responses, func(one *response) bool {
		return one.typ != nil && one.typ.nullable && (one.Code[0] == '2' || one.Code == "default")
	})
	if op.own != "" {
		out.Own = strconv.Quote(op.own)
	}
	if op.page != nil {
		out.Name = op.Name + "Page"
		out.Comment = comment(out.Name+" gives one page of "+op.Name+", as it came: its params say which.", op.line)
	}
	out.Args, _ = op.args()
	if r.kind != resultNone {
		out.Results = "(" + r.goType() + ", error)"
	}
	op.request(out)
	switch r.kind {
	case resultSeveral:
		out.Several = op.severalView()
	case resultValue:
		out.Value = op.valueView()
	}
	return out
}

// request decides what makes the request: what is checked, and what is passed on.
func (op *operation) request(out *methodView) {
	out.Passed = "call"
	for _, p := range op.PathArgs {
		if p.Scope != "" {
			out.Passed += ", call." + p.Scope + "()"
		} else {
			out.Passed += ", " + p.Local
		}
	}
	if op.Params != "" {
		out.Checked = append(out.Checked, "params")
		out.Passed += ", &params"
	}
	checked, nullable := op.bodyType.hasValidate(), strings.HasPrefix(op.JSONBody, "sdk.Nullable[")
	out.CheckedValue, checked = checked && nullable, checked && !nullable
	switch {
	case op.JSONBody != "" && op.BodyNeeded:
		if checked {
			out.Checked = append(out.Checked, "body")
		}
		if op.Form == multipartMedia {
			out.Parts = op.formPayload()
			out.Passed += ", contentType, payload"
			return
		}
		out.Passed += ", " + op.JSONMedia() + ", " + op.Payload()
	case op.JSONBody != "":
		out.MaybeBody = &maybeBody{op.hasBody(), checked, op.written()}
		out.Passed += ", contentType, payload"
	case op.HasBody && op.JSONType != "":
		out.Passed += ", " + op.JSONMedia() + ", body"
	case op.HasBody:
		out.Passed += ", contentType, body"
	}
}

// written are the Go expressions of the media type and the payload of a body.
func (op *operation) written() string {
	if op.Form == multipartMedia {
		return op.formPayload()
	}
	return op.JSONMedia() + ", " + op.Payload()
}

// hasValidate reports whether a type has the method.
func (t *typeRef) hasValidate() bool {
	return t != nil && t.shape == shapeNamed && (t.named.Kind == kindStruct || t.named.Kind == kindDefined || t.named.Kind == kindUnion)
}

func (op *operation) severalView() *severalView {
	r := &op.result
	out := &severalView{Name: r.name, Comment: comment(r.name + " is a response to " + op.Name + ": the field of its status is set.")}
	for _, one := range r.goodCases() {
		f := severalField{Name: one.Field, Type: one.typ.expr(), Cond: one.Cond, Target: "result." + one.Field}
		if one.typ.isStruct() {
			f.Made = fmt.Sprintf("%s = new(%s)", f.Target, f.Type)
			f.Type = "*" + f.Type
		} else {
			f.Target = "&" + f.Target
		}
		out.Fields = append(out.Fields, f)
	}
	return out
}

func (op *operation) valueView() *valueView {
	r := &op.result
	out := &valueView{Type: r.body.expr(), Struct: r.root == nil && r.body.isStruct(), List: op.page.list()}
	if r.root != nil {
		form := "gen.Root(call, %q, %t, %s)"
		if r.root.typ.shape == shapeSlice {
			form = "gen.List(call, %q, %t, %s)"
		}
		out.Root = fmt.Sprintf(form, r.root.JSON, r.root.required, r.root.access("response"))
	}
	return out
}
