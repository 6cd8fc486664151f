package genserver

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/oapi-codegen/runtime"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
	"github.com/rst2openapi/rst2openapi/sdk/internal/headerlist"
)

// Param is a parameter as the document describes it.
type Param struct {
	In, Name string
	Style    string
	Explode  bool
	Required bool
	JSON     bool     // it is sent as JSON, not in a style
	Varied   bool     // only its value tells the form: it has one of several types, or any
	Type     string   // of its schema
	Format   string   // of its schema
	Kinds    []string // the types that a Scalar may have
	Others   []string // of a map in the query: the names of the other parameters there
}

// Bind reads a parameter into the value that into points at, or into a new one where a
// pointer is there. A parameter that was not sent leaves it as it is.
func (c *Call) Bind(p Param, into any) {
	if err := c.bind(p, into); err != nil {
		c.problem(p.In+" parameter "+p.Name, err.Error())
	}
}

var errRequired = errors.New("it is required")

func (c *Call) bind(p Param, into any) error {
	if p.In == "query" && p.Style == "deepObject" {
		return c.bindDeep(p, into)
	}
	if p.Varied {
		return c.bindVaried(p, into)
	}
	if p.spreads(into) {
		return c.bindSpread(p, into)
	}
	if p.In == "query" && !p.JSON {
		return c.bindQuery(p, into)
	}
	text, there := c.text(p)
	if !there {
		if p.Required {
			return errRequired
		}
		return nil
	}
	into = target(into)
	if p.In == "header" && !p.JSON && isTexts(reflect.TypeOf(into).Elem()) {
		return setTexts(headerlist.Split(c.request.Header.Values(p.Name)), into)
	}
	if p.JSON {
		return json.Unmarshal([]byte(text), into)
	}
	style, location := p.Style, map[string]runtime.ParamLocation{
		"path": runtime.ParamLocationPath, "header": runtime.ParamLocationHeader, "cookie": runtime.ParamLocationCookie,
	}[p.In]
	if p.In == "cookie" {
		style = "simple" // as clients of ours send it, since the cookie has the name already
	}
	return p.scalars(into, func(into any) error {
		err := runtime.BindStyledParameterWithOptions(style, p.Name, text, into, runtime.BindStyledParameterOptions{
			ParamLocation: location, Explode: p.Explode, Required: p.Required, Type: p.Type, Format: p.Format, ValueIsUnescaped: true,
		})
		return cmp.Or(err, retyped(into))
	})
}

// bindDeep reads a parameter whose parts have brackets.
func (c *Call) bindDeep(p Param, into any) error {
	text, err := gen.ReadDeepObject(p.Name, c.request.URL.Query())
	switch {
	case err != nil:
		return err
	case text != nil:
		into = target(into)
		return json.Unmarshal(gen.Retype(text, reflect.ValueOf(into).Elem().Interface()), into)
	case p.Required:
		return errRequired
	}
	return nil
}

// bindVaried reads a parameter of one of several types: as the first that it can be.
func (c *Call) bindVaried(p Param, into any) error {
	words, style := []string(nil), gen.Style{In: p.In, Name: p.Name, Style: p.Style, Explode: p.Explode && p.In == "query"}
	if p.In == "query" {
		words = c.request.URL.Query()[p.Name]
	} else if text, there := c.text(p); there {
		words = []string{text}
		if p.In == "header" && isList(reflect.TypeOf(into).Elem()) && !strings.HasPrefix(strings.TrimSpace(text), "[") {
			words, style.Explode = headerlist.Split(c.request.Header.Values(p.Name)), true
		}
	}
	var forms [][]byte
	if len(words) > 0 && isList(reflect.TypeOf(into).Elem()) {
		forms = gen.ListForms(style, words)
	} else if len(words) > 0 {
		forms = gen.Forms(style, words)
	} else if p.In == "query" && p.Explode && p.Style == "form" { // an object, whose members are words of their own
		members, err := c.members(p, &map[string]any{})
		if err != nil {
			return err
		}
		if text, err := json.Marshal(members); err == nil && len(members) > 0 {
			forms = [][]byte{text}
		}
	}
	if len(forms) == 0 {
		if p.Required {
			return errRequired
		}
		return nil
	}
	into = target(into)
	var readable []byte // the first that can be read, although it breaks the document
	var failed error
	for _, form := range forms {
		if err := json.Unmarshal(form, into); err != nil {
			failed = cmp.Or(failed, err)
			continue
		}
		if checked, ok := into.(interface{ Validate() error }); !ok || checked.Validate() == nil {
			return nil
		}
		if readable == nil {
			readable = form
		}
	}
	if readable == nil {
		return failed
	}
	return json.Unmarshal(readable, into)
}

// isList reports whether a type is that of a list, and not of bytes.
func isList(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8
}

// isTexts reports whether a type is that of a list of texts.
func isTexts(t reflect.Type) bool {
	return t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.String
}

func setTexts(items []string, into any) error {
	text, err := json.Marshal(items)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

// bindQuery reads a parameter of the query, whose text may lie in several places of it.
func (c *Call) bindQuery(p Param, into any) error {
	return p.scalars(into, func(into any) error {
		var err error
		if p.Format == "byte" {
			err = runtime.BindQueryParameterWithOptions(p.Style, p.Explode, p.Required, p.Name, c.request.URL.Query(), into,
				runtime.BindQueryParameterOptions{Type: p.Type, Format: p.Format})
		} else {
			query := c.request.URL.RawQuery
			if p.Style == "pipeDelimited" { // the library looks for a bare "|", which RFC 3986 does not have in a query
				query = strings.NewReplacer("%7C", "|", "%7c", "|").Replace(query)
			}
			err = runtime.BindRawQueryParameter(p.Style, p.Explode, p.Required, p.Name, query, into)
		}
		var missing *runtime.RequiredParameterError
		if errors.As(err, &missing) {
			return errRequired
		}
		return cmp.Or(err, retyped(into))
	})
}

// retyped gives members of an object their types: the runtime reads each as a text, and one
// that is a number does not fit its field then.
func retyped(into any) error {
	v := reflect.Indirect(reflect.Indirect(reflect.ValueOf(into)))
	if v.Kind() != reflect.Struct {
		return nil
	}
	kept, ok := v.FieldByName("Kept").Addr().Interface().(*sdk.Kept)
	if !ok || kept.IsZero() {
		return nil
	}
	text, err := json.Marshal(v.Interface())
	if err != nil {
		return err
	}
	return json.Unmarshal(gen.Retype(text, v.Interface()), v.Addr().Interface())
}

// scalars lets bind read texts where Scalars are wanted, which it does not know.
func (p Param) scalars(into any, bind func(any) error) error {
	switch v := into.(type) {
	case *sdk.Scalar:
		var text *string
		pointer := any(&text)
		if p.Required || p.In != "query" {
			text = new(string)
			pointer = text
		}
		if err := bind(pointer); err != nil || text == nil {
			return err
		}
		*v = p.scalar(*text)
		return nil
	case *[]sdk.Scalar:
		var texts []string
		if err := bind(&texts); err != nil || texts == nil {
			return err
		}
		*v = make([]sdk.Scalar, len(texts))
		for i, text := range texts {
			(*v)[i] = p.scalar(text)
		}
		return nil
	}
	return bind(into)
}

// scalar is the first of the documented kinds that a text can be; a string comes last.
func (p Param) scalar(text string) sdk.Scalar {
	has := func(kind string) bool { return len(p.Kinds) == 0 || slices.Contains(p.Kinds, kind) }
	if text == "true" || text == "false" {
		if has("boolean") {
			return sdk.BoolScalar(text == "true")
		}
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil && (has("integer") || has("number")) && strconv.FormatInt(n, 10) == text {
		return sdk.IntScalar(n)
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil && has("number") && fmt.Sprint(f) == text {
		return sdk.FloatScalar(f)
	}
	return sdk.StringScalar(text)
}

// target is what is decoded into: what into points at, or a new value where a pointer is
// there.
func target(into any) any {
	v := reflect.ValueOf(into).Elem()
	if v.Kind() != reflect.Pointer {
		return into
	}
	v.Set(reflect.New(v.Type().Elem()))
	return v.Interface()
}
