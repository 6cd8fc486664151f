package gogen

import (
	"fmt"
	"strconv"
	"strings"
)

// serverView is what is printed of a server.
type serverView struct {
	Interface     string // name of the interface that a server implements
	Unimplemented string // name of the type that implements it without doing anything
	Maker         string // name of the function that makes a handler
	ErrorBody     string // Go expression of the function that makes bodies of errors, or nil
	Operations    []*operation
}

// reply is the struct that a method of a server responds with.
type reply struct {
	Name    string
	Comment string
	Status  int // where no body says otherwise
	Headers []replyHeader
	Bodies  []replyBody
	Stream  bool // there is a body that is neither JSON nor XML
}

type replyHeader struct{ Field, Quoted, Comment string }

// replyBody is the body of one documented status.
type replyBody struct {
	Field, Type, About string
	There              string // Go condition that it is set
	Value              string
	Status             int
	XMLRoot            string // quoted, or empty
}

// decideServer names what a server has, once all types and results are known.
func (b *builder) decideServer() (err error) {
	s := &serverView{ErrorBody: "nil", Operations: b.view.ops}
	for _, one := range []struct {
		name    *string
		about   string
		choices []string
	}{
		{&s.Interface, "the interface of a server", []string{"Server", "APIServer", "ServiceServer"}},
		{&s.Unimplemented, "the server without methods", []string{"UnimplementedServer", "UnimplementedAPIServer"}},
		{&s.Maker, "the function that makes a handler", []string{"NewHandler", "NewServerHandler", "NewAPIHandler"}},
	} {
		if *one.name, err = b.freeKept(keptTypes, one.about, one.about, one.choices...); err != nil {
			return err
		}
	}
	for _, op := range b.view.ops {
		if len(op.failures()) > 0 {
			s.ErrorBody = "errorBody"
		}
		if op.Reply, err = b.replyOf(op); err != nil {
			return err
		}
	}
	b.view.server = s
	return nil
}

// replyOf describes the responses of an operation.
func (b *builder) replyOf(op *operation) (*reply, error) {
	name, err := b.freeKept(keptTypes, b.lasting.at(op.where+" reply"), "the responses of "+op.where, op.Name+"Reply", op.Name+"ServerReply", op.Name+"HandlerReply")
	if err != nil {
		return nil, err
	}
	r := &reply{Name: name, Status: op.defaultStatus()}
	fields := map[string]bool{"Status": true, "Header": true, "ContentType": true, "Body": true}
	headers := map[string]bool{}
	for _, one := range op.Responses {
		r.Stream = r.Stream || one.stream
		if one.typ != nil {
			fields[one.Field] = true
			r.Bodies = append(r.Bodies, one.replyBody())
		}
		for _, header := range one.headers {
			headers[header] = true
		}
	}
	for _, header := range sorted(headers) {
		field := b.namer.name(header)
		for fields[field] {
			field += "Header"
		}
		if !exported(field) {
			continue // a handler sets it among the further headers
		}
		fields[field] = true
		r.Headers = append(r.Headers, replyHeader{field, strconv.Quote(header), printable(header)})
	}
	text := fmt.Sprintf("%s is a response to %s. Without a body it has the status %d.", name, op.Name, r.Status)
	if len(r.Bodies) > 1 {
		text += " Set one of the bodies."
	}
	r.Comment = comment(text)
	return r, nil
}

// defaultStatus is the lowest documented status of success, or else of anything.
func (op *operation) defaultStatus() int {
	best := 0
	for _, r := range op.Responses {
		if r.Code == "default" {
			continue // where nothing else is documented, it stands for success
		}
		status := r.status()
		better := best == 0 || best/100 != 2 && status/100 == 2 || status < best && (status/100 == 2 || best/100 != 2)
		if better {
			best = status
		}
	}
	if best == 0 {
		return 200
	}
	return best
}

// status is the one that is sent where the reply says no other.
func (r *response) status() int {
	if code, err := strconv.Atoi(r.Code); err == nil {
		return code
	}
	if r.Code == "default" {
		return 500
	}
	return int(r.Code[0]-'0') * 100
}

func (r *response) replyBody() replyBody {
	field := "r." + r.Field
	b := replyBody{Field: r.Field, Type: "*" + r.typ.expr(), There: field + " != nil", Value: field, Status: r.status(), About: "status " + r.Code}
	if r.Code == "default" {
		b.About = "any other status; it needs Status, or is a 500"
	}
	switch {
	case r.typ.shape == shapeScalar || r.typ.shape == shapeNamed && r.typ.named.Kind == kindUnion:
		b.Type, b.There = r.typ.expr(), "!"+field+".IsZero()"
	case r.typ.nilable():
		b.Type = r.typ.expr()
	}
	if r.XML {
		b.XMLRoot = strconv.Quote(r.root)
	}
	return b
}

// serverArgs lists the parameters of a method of a server: name and type.
func (op *operation) serverArgs() [][2]string {
	var out [][2]string
	for _, p := range op.PathArgs {
		out = append(out, [2]string{p.Local, p.TypeName})
	}
	if op.Params != "" {
		out = append(out, [2]string{"params", op.Params})
	}
	switch {
	case op.JSONBody != "":
		out = append(out, [2]string{"body", op.JSONBody})
	case op.HasBody:
		out = append(out, [2]string{"contentType", "string"}, [2]string{"body", "io.Reader"})
	}
	return out
}

// ServerArgs are the parameters after ctx, each after a comma.
func (op *operation) ServerArgs() string { return listed(op.serverArgs(), " ", 0, 1) }

// ServerTypes are their types.
func (op *operation) ServerTypes() string { return listed(op.serverArgs(), "", 1) }

// ServerNames are their names.
func (op *operation) ServerNames() string { return listed(op.serverArgs(), "", 0) }

func listed(args [][2]string, joint string, which ...int) string {
	var b strings.Builder
	for _, arg := range args {
		b.WriteString(", ")
		for i, k := range which {
			if i > 0 {
				b.WriteString(joint)
			}
			b.WriteString(arg[k])
		}
	}
	return b.String()
}

// ServerPath is the path that requests come to: dots stand after the name of a parameter that goes
// on over several segments.
func (op *operation) ServerPath() string {
	path := op.path
	for _, arg := range op.PathArgs {
		if arg.Long() {
			path = strings.ReplaceAll(path, "{"+arg.Name+"}", "{"+arg.Name+"...}")
		}
	}
	return path
}

// BodyCheck is the statement that checks a body, or empty.
func (op *operation) BodyCheck() string {
	if !op.bodyType.hasValidate() {
		return ""
	}
	check := func(pointer string) string {
		return "c.Check(\"body\", func(k *gen.Checker) { " + op.bodyType.named.checker() + "(" + pointer + ", k) })"
	}
	switch op.JSONBody {
	case op.bodyType.expr():
		return check("&body")
	case "*" + op.bodyType.expr():
		return "if body != nil {\n" + check("body") + "\n}"
	}
	return "if value := body.Ptr(); value != nil {\n" + check("value") + "\n}"
}

// Constants are the parameters with one value, as arguments: where, name and value.
func (op *operation) Constants() []string {
	var out []string
	for _, f := range op.Fixed {
		out = append(out, strings.Join([]string{strconv.Quote(f.In), strconv.Quote(f.Name), strconv.Quote(f.plain)}, ", "))
	}
	return out
}
