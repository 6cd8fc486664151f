package gogen

import (
	"fmt"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// body decides what a method takes as request body: a type for JSON, and a reader for
// anything.
func (b *builder) body(op *operation, c call) error {
	body := c.Body
	if body == nil || len(body.Content) == 0 {
		return nil
	}
	op.HasBody, op.BodyNeeded = true, body.Required
	media := document.JSONMedia(body.Content)
	if media == "" {
		if media = document.XMLMedia(body.Content); media != "" {
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

// spare gives the first name that is free, without taking it.
func (b *builder) spare(names ...string) (string, error) {
	for _, name := range names {
		if _, ok := b.types.taken[name]; !ok && name != "" {
			return name, nil
		}
	}
	return "", fmt.Errorf("the Go type names %s are all taken; rename one of the schemas", strings.Join(names, ", "))
}

// responses lists the statuses that have a JSON body: exact codes first, then ranges,
// then default, which is also the order of their sorted keys.
func (b *builder) responses(op *operation, c call) error {
	for _, documented := range c.Responses {
		code, content := documented.Key, documented.Content
		cond, field := condition(code)
		if cond == "" {
			return fmt.Errorf("%s: response %q is neither a status, nor a range such as 2XX, nor default", c.where, code)
		}
		media := document.JSONMedia(content)
		r := &response{Code: code, Cond: cond, headers: sorted(documented.Headers)}
		if c.Method == "HEAD" { // RFC 9110, section 9.3.2: the answer has no content
			op.Responses = append(op.Responses, r)
			continue
		}
		if xml := document.XMLMedia(content); media == "" && xml != "" {
			hint, err := b.spare(op.Name+"Response", op.Name+"Answer"+strings.TrimPrefix(field, "JSON"))
			if err != nil {
				return fmt.Errorf("%s: %w", c.where, err)
			}
			t, root, err := b.xmlBody(content[xml], hint, c.where+" response "+code)
			if err != nil {
				return err
			}
			if t != nil {
				r.XML, r.Field, r.typ, r.root = true, "XML"+strings.TrimPrefix(field, "JSON"), t, root
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
			t, err := b.resolve(content[media].Schema, hint, c.where+" response "+code)
			if err != nil {
				return err
			}
			r.Field, r.typ = field, t
		}
		r.stream = r.typ == nil && len(content) > 0
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
