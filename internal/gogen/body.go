package gogen

import (
	"fmt"
	"mime"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// body decides what a method takes as request body: a type for JSON, and a reader for
// anything.
func (b *builder) body(op *operation, c call) error {
	body := c.Body
	if body == nil || len(body.Content) == 0 || !body.Required && holdsNothing(body.Content) {
		return nil
	}
	op.HasBody, op.BodyNeeded = true, body.Required
	media := document.JSONMedia(body.Content)
	if media == "" {
		if ok, err := b.formRequest(op, c); ok || err != nil {
			return err
		}
		if media = document.XMLMedia(body.Content); media != "" {
			return b.xmlRequest(op, c, media)
		}
		op.JSONType = soleMedia(body.Content)
	}
	if media == "" {
		return nil
	}
	hint, err := b.firstFree(op.Name+"Body", op.Name+"RequestBody", op.Name+"Payload")
	if err != nil {
		return fmt.Errorf("%s: %w", c.where, err)
	}
	t, err := b.resolve(body.Content[media].Schema, hint, c.where+" requestBody")
	if err != nil {
		return err
	}
	if t.shape == shapeBytes || t.name == "" && (t.shape == shapeSlice || t.shape == shapeMap) {
		// A name, so that the body has a method Validate, and bytes are not taken for JSON.
		if t, err = b.defined(t, hint, hint+" is the request body of "+op.Name+".", c.where+" requestBody"); err != nil {
			return err
		}
	}
	op.bodyType, op.JSONType, op.JSONBody = t, media, t.expr()
	if t.nullable {
		op.JSONBody = "sdk.Nullable[" + t.expr() + "]"
	} else if !body.Required && !t.nilable() {
		op.JSONBody = "*" + t.expr()
	}
	return nil
}

// holdsNothing reports whether a body is an object without members in each media type, as some documents have it for
// each GET: there is nothing to send.
func holdsNothing(content openapi3.Content) bool {
	for _, media := range content {
		if media == nil || media.Schema == nil || media.Schema.Value == nil {
			return false
		}
		s := media.Schema.Value
		closed := s.AdditionalProperties.Has != nil && !*s.AdditionalProperties.Has
		if !s.Type.Is("object") || !closed || len(s.Properties)+len(s.Required)+len(s.AllOf)+len(s.OneOf)+len(s.AnyOf) > 0 || s.MinProps > 0 {
			return false
		}
	}
	return true
}

// defined gives a type a name.
func (b *builder) defined(t *typeRef, name, about, where string) (*typeRef, error) {
	if err := b.types.takeFixed(name, where); err != nil {
		return nil, err
	}
	nt := &namedType{Name: name, Kind: kindDefined, Comment: comment(about), where: where, base: t, schema: t.schema}
	b.add(nt)
	return &typeRef{shape: shapeNamed, named: nt, schema: t.schema, nullable: t.nullable}, nil
}

// xmlRequest decides the type of a request body of XML.
func (b *builder) xmlRequest(op *operation, c call, media string) error {
	hint, err := b.firstFree(op.Name+"Body", op.Name+"RequestBody", op.Name+"Payload")
	if err != nil {
		return fmt.Errorf("%s: %w", c.where, err)
	}
	t, root, err := b.xmlBody(c.Body.Content[media], hint, c.where+" requestBody")
	if t == nil || err != nil {
		return err
	}
	op.bodyType, op.JSONType, op.JSONBody, op.XMLRoot = t, media, t.expr(), root
	if !op.BodyNeeded && !t.nilable() {
		op.JSONBody = "*" + t.expr()
	}
	return nil
}

// firstFree gives the first name that is free, without taking it.
func (b *builder) firstFree(names ...string) (string, error) {
	for _, name := range names {
		if _, ok := b.types.taken[name]; !ok && name != "" {
			return name, nil
		}
	}
	return "", fmt.Errorf("the Go type names %s are all taken; rename one of the schemas", strings.Join(names, ", "))
}

// responses gives types to the responses: exact statuses first, then ranges, then default,
// which is the order of their sorted keys.
func (b *builder) responses(op *operation, c call) error {
	for _, documented := range c.Responses {
		r, err := b.response(op, c, documented)
		if err != nil {
			return err
		}
		op.Responses = append(op.Responses, r)
	}
	return nil
}

func (b *builder) response(op *operation, c call, documented *document.Response) (*response, error) {
	code, content := documented.Key, documented.Content
	cond, field := condition(code)
	if cond == "" {
		return nil, fmt.Errorf("%s: response %q is neither a status, nor a range such as 2XX, nor default", c.where, code)
	}
	r := &response{Code: code, Cond: cond, headers: sorted(documented.Headers)}
	if c.Method == "HEAD" { // RFC 9110, section 9.3.2: the response has no content
		return r, nil
	}
	media, xml := document.JSONMedia(content), document.XMLMedia(content)
	suffix, where := strings.TrimPrefix(field, "JSON"), c.where+" response "+code
	var hints []string
	switch {
	case media != "" && code[0] == '2':
		hints = []string{op.Name + "Response", op.Name + "Response" + suffix, op.Name + "ResponseBody" + suffix}
	case media != "":
		hints = []string{op.Name + "Response" + suffix, op.Name + "ResponseBody" + suffix}
	case xml != "":
		hints = []string{op.Name + "Response", op.Name + "ResponseBody" + suffix}
	default:
		r.stream = len(content) > 0
		return r, nil
	}
	hint, err := b.firstFree(hints...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.where, err)
	}
	if media != "" {
		r.Field = field
		r.typ, err = b.resolve(content[media].Schema, hint, where)
		if err == nil && r.typ.shape == shapeBytes { // []byte is the text of a response, whatever it says
			r.typ, err = b.defined(r.typ, hint, hint+" is a response to "+op.Name+".", where)
		}
		if err == nil && xml != "" && !b.alsoXML(r.typ, content[media], content[xml]) {
			op.noXML = true
		}
		return r, err
	}
	r.typ, r.root, err = b.xmlBody(content[xml], hint, where)
	if r.typ != nil {
		r.XML, r.Field = true, "XML"+suffix
	}
	r.stream = r.typ == nil
	return r, err
}

// condition is the Go condition for a response key, and the field its body goes to.
func condition(code string) (cond, field string) {
	switch {
	case code == "default":
		return "true", "JSONDefault"
	case len(code) == 3 && code[0] >= '1' && code[0] <= '5' && strings.EqualFold(code[1:], "XX"):
		return "response.StatusCode()/100 == " + code[:1], "JSON" + code[:1] + "XX"
	case len(code) == 3 && strings.Trim(code, "0123456789") == "":
		return "response.StatusCode() == " + code, "JSON" + code
	}
	return "", ""
}

// soleMedia is the media type of a body that has no other, "" where a caller has to choose.
func soleMedia(content openapi3.Content) string {
	if len(content) != 1 {
		return ""
	}
	for media := range content {
		parsed, params, err := mime.ParseMediaType(media)
		if strings.HasPrefix(parsed, "multipart/") && params["boundary"] == "" {
			return "" // the caller knows what is between the parts
		}
		if err == nil && !strings.ContainsAny(media, "*\r\n") {
			return media
		}
	}
	return ""
}
