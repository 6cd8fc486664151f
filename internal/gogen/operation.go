package gogen

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// call is an operation as the document has it, or one of the variants it describes.
type call struct {
	method, path, where string
	id                  string
	op                  *openapi3.Operation
	params              openapi3.Parameters
	made                bool         // the document has no operationId, so id is made of the path
	target              string       // where an overlay finds it
	fixed               []fixedValue // query values that a variant always sends
	sample              sample
}

// calls lists all operations in the order of paths and methods. An operation with
// x-variants is replaced by its variants.
func (b *builder) calls() ([]call, error) {
	var out []call
	for _, path := range sorted(b.doc.Paths.Map()) {
		item := b.doc.Paths.Value(path)
		if item == nil {
			continue
		}
		ops := item.Operations()
		for _, method := range sorted(ops) {
			op := ops[method]
			c := call{
				method: method, path: path, op: op, id: op.OperationID,
				where:  method + " " + plain(path),
				target: "$.paths[" + single(path) + "]." + strings.ToLower(method),
				params: joinParameters(item.Parameters, op.Parameters),
				sample: sampleOf(op, nil),
			}
			if c.made = c.id == ""; c.made {
				c.id = strings.ToLower(method) + " " + strings.NewReplacer("/", " ", "{", " ", "}", " ").Replace(path)
			}
			split, err := b.variants(c)
			if err != nil {
				return nil, err
			}
			out = append(out, split...)
		}
	}
	return out, nil
}

// joinParameters puts the parameters of an operation over those of its path.
func joinParameters(shared, own openapi3.Parameters) openapi3.Parameters {
	var out openapi3.Parameters
	for _, p := range shared {
		if p != nil && p.Value != nil && own.GetByInAndName(p.Value.In, p.Value.Name) == nil {
			out = append(out, p)
		}
	}
	for _, p := range own {
		if p != nil && p.Value != nil {
			out = append(out, p)
		}
	}
	return out
}

// operations builds the methods of the client.
func (b *builder) operations(calls []call) error {
	for _, c := range calls {
		name, by := b.methodName(c)
		if err := b.methods.take(name, by); err != nil {
			return err
		}
		op := &operation{Name: name, Method: c.method, where: c.where}
		if len(c.op.Tags) > 0 {
			op.tag = tagOf(b.namer, c.op.Tags[0])
		}
		b.view.ops = append(b.view.ops, op)
	}
	for i, c := range calls {
		if err := b.operation(b.view.ops[i], c); err != nil {
			return err
		}
	}
	if err := b.decideResults(); err != nil {
		return err
	}
	b.decidePages(calls)
	b.decideWaiters()
	return nil
}

func (b *builder) operation(op *operation, c call) error {
	link := ""
	if c.op.ExternalDocs != nil && c.op.ExternalDocs.URL != "" {
		link = "See " + plain(c.op.ExternalDocs.URL)
	}
	summary := strings.TrimSuffix(plain(c.op.Summary), ".")
	if summary == "" {
		summary = c.method + " " + plain(c.path)
	}
	op.Comment = comment(op.Name+": "+summary+".", c.op.Description, link,
		deprecated(c.op.Deprecated), sourceLine(extension("x-source", c.op.Extensions)))
	op.Fixed, op.sample = c.fixed, c.sample
	if err := b.parameters(op, c); err != nil {
		return err
	}
	if err := b.body(op, c); err != nil {
		return err
	}
	return b.responses(op, c)
}

// body decides what a method takes as request body: a type for JSON, and a reader for
// anything.
func (b *builder) body(op *operation, c call) error {
	if c.op.RequestBody == nil || c.op.RequestBody.Value == nil {
		return nil
	}
	body := c.op.RequestBody.Value
	if len(body.Content) == 0 {
		return nil
	}
	op.HasBody, op.BodyNeeded = true, body.Required
	media := jsonMedia(body.Content)
	if media == "" {
		if media = xmlMedia(body.Content); media != "" {
			return b.xmlRequest(op, c, media)
		}
	}
	if media == "" || body.Content[media].Schema == nil {
		return nil
	}
	hint, err := b.spare(op.Name+"Body", op.Name+"RequestBody", op.Name+"Payload")
	if err != nil {
		return fmt.Errorf("%s: %w", c.where, err)
	}
	t, err := b.resolve(body.Content[media].Schema, hint, c.where+" requestBody")
	if err != nil {
		return err
	}
	if t.name == "" && (t.shape == shapeSlice || t.shape == shapeMap) {
		// A name, so that the body has a method Validate.
		if err := b.types.claim(hint, c.where+" requestBody"); err != nil {
			return err
		}
		nt := &namedType{Name: hint, Kind: kindDefined, Comment: comment(hint + " is the request body of " + op.Name + "."), where: c.where, base: t, schema: t.schema}
		b.add(nt)
		t = &typeRef{shape: shapeNamed, named: nt, schema: t.schema, nullable: t.nullable}
	}
	op.bodyType, op.JSONType, op.JSONBody = t, media, t.expr()
	if t.nullable {
		op.JSONBody = "sdk.Nullable[" + t.expr() + "]"
	} else if !body.Required && !t.nilable() {
		op.JSONBody = "*" + t.expr()
	}
	return nil
}

// xmlRequest decides the type of a request body of XML.
func (b *builder) xmlRequest(op *operation, c call, media string) error {
	hint, err := b.spare(op.Name+"Body", op.Name+"RequestBody", op.Name+"Payload")
	if err != nil {
		return fmt.Errorf("%s: %w", c.where, err)
	}
	t, root, err := b.xmlBody(c.op.RequestBody.Value.Content[media], hint, c.where+" requestBody")
	if t == nil || err != nil {
		return err
	}
	op.bodyType, op.JSONType, op.JSONBody, op.XMLRoot = t, media, t.expr(), root
	if !op.BodyNeeded && !t.nilable() {
		op.JSONBody = "*" + t.expr()
	}
	return nil
}

// spare gives the first name that is free, without taking it.
func (b *builder) spare(names ...string) (string, error) {
	for _, name := range names {
		if _, ok := b.types.taken[name]; !ok && name != "" {
			return name, nil
		}
	}
	return "", fmt.Errorf("the Go type names %s are all taken; rename one of the schemas", strings.Join(names, ", "))
}

// jsonMedia picks the JSON media type of a body: application/json, else the first other.
func jsonMedia(content openapi3.Content) string {
	if content["application/json"] != nil {
		return "application/json"
	}
	for _, media := range sorted(content) {
		base, _, _ := strings.Cut(media, ";")
		base = strings.ToLower(strings.TrimSpace(base))
		if content[media] == nil {
			continue // the document says nothing of it
		}
		if base == "application/json" || base == "text/json" || strings.HasSuffix(base, "+json") {
			return media
		}
	}
	return ""
}

// responses lists the statuses that have a JSON body: exact codes first, then ranges,
// then default, which is also the order of their sorted keys.
func (b *builder) responses(op *operation, c call) error {
	if c.op.Responses == nil {
		return nil
	}
	all := c.op.Responses.Map()
	for _, code := range sorted(all) {
		ref := all[code]
		if ref == nil || ref.Value == nil {
			continue
		}
		cond, field := condition(code)
		if cond == "" {
			return fmt.Errorf("%s: response %q is neither a status, nor a range such as 2XX, nor default", c.where, code)
		}
		media := jsonMedia(ref.Value.Content)
		r := &response{Code: code, Cond: cond}
		if c.method == "HEAD" { // RFC 9110, section 9.3.2: the answer has no content
			op.Responses = append(op.Responses, r)
			continue
		}
		if xml := xmlMedia(ref.Value.Content); media == "" && xml != "" {
			hint, err := b.spare(op.Name+"Response", op.Name+"Answer"+strings.TrimPrefix(field, "JSON"))
			if err != nil {
				return fmt.Errorf("%s: %w", c.where, err)
			}
			t, _, err := b.xmlBody(ref.Value.Content[xml], hint, c.where+" response "+code)
			if err != nil {
				return err
			}
			if t != nil {
				r.XML, r.Field, r.typ = true, "XML"+strings.TrimPrefix(field, "JSON"), t
			}
		}
		if media != "" {
			var hint string
			if code[0] == '2' {
				hint = op.Name + "Response"
			}
			hint, err := b.spare(hint, op.Name+"Response"+strings.TrimPrefix(field, "JSON"), op.Name+"Answer"+strings.TrimPrefix(field, "JSON"))
			if err != nil {
				return fmt.Errorf("%s: %w", c.where, err)
			}
			t, err := b.resolve(ref.Value.Content[media].Schema, hint, c.where+" response "+code)
			if err != nil {
				return err
			}
			r.Field, r.typ = field, t
		}
		r.stream = r.typ == nil && len(ref.Value.Content) > 0
		op.Responses = append(op.Responses, r)
	}
	return nil
}

// condition is the Go condition for a response key, and the field its body goes to.
func condition(code string) (cond, field string) {
	switch {
	case code == "default":
		return "true", "JSONDefault"
	case len(code) == 3 && code[0] >= '1' && code[0] <= '5' && strings.EqualFold(code[1:], "XX"):
		return "answer.StatusCode()/100 == " + code[:1], "JSON" + code[:1] + "XX"
	case len(code) == 3 && strings.Trim(code, "0123456789") == "":
		return "answer.StatusCode() == " + code, "JSON" + code
	}
	return "", ""
}

// auth finds how the service takes its token: an API key in a header of its own, else in
// Authorization, else HTTP bearer. An API key in Authorization comes second because
// documents also describe signatures so, which are not tokens.
func (b *builder) auth() {
	if b.doc.Components == nil {
		return
	}
	best := 0
	take := func(rank int, auth authView) {
		if rank > best {
			best, b.view.auth = rank, auth
		}
	}
	for _, name := range sorted(b.doc.Components.SecuritySchemes) {
		ref := b.doc.Components.SecuritySchemes[name]
		if ref == nil || ref.Value == nil {
			continue
		}
		switch s := ref.Value; {
		case s.Type == "apiKey" && s.In == "header" && strings.EqualFold(s.Name, "Authorization"):
			take(2, authView{Header: "Authorization"})
		case s.Type == "apiKey" && s.In == "header" && headerName(s.Name):
			take(3, authView{Header: s.Name})
		case s.Type == "http" && strings.EqualFold(s.Scheme, "bearer"), s.Type == "oauth2", s.Type == "openIdConnect":
			take(1, authView{Header: "Authorization", Prefix: "Bearer "})
		}
	}
}

// headerName reports whether a name can be an HTTP header (RFC 9110, section 5.1).
func headerName(name string) bool {
	return name != "" && strings.Trim(strings.ToLower(name), "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz") == ""
}

// literalPath escapes a fixed piece of a path where it holds what a URL cannot.
func literalPath(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		ch := text[i]
		switch {
		case ch == '%' && i+2 < len(text) && isHex(text[i+1]) && isHex(text[i+2]):
			b.WriteByte(ch)
		case ch > ' ' && ch < 0x7f && !strings.ContainsRune("\"%#<>\\^`{|}", rune(ch)):
			b.WriteByte(ch)
		default:
			fmt.Fprintf(&b, "%%%02X", ch)
		}
	}
	return b.String()
}

func isHex(ch byte) bool {
	return ch >= '0' && ch <= '9' || ch >= 'a' && ch <= 'f' || ch >= 'A' && ch <= 'F'
}

// pathConstant is the text of a constant inside a path.
func pathConstant(value any) string { return url.PathEscape(fmt.Sprint(value)) }
