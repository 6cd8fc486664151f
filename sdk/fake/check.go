package fake

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/sdk/internal/headerlist"
)

// checkParameters says in what the parameters of a request break the document.
func checkParameters(op *operation, req *http.Request, path map[string]string) []string {
	var problems []string
	if _, err := url.ParseQuery(req.URL.RawQuery); err != nil {
		problems = append(problems, "the query cannot be read: "+oneLine(err))
	}
	input := parametersOf(req, path)
	for _, p := range op.Params {
		if p.Ignored() { // the header of the token is checked like others
			continue
		}
		for _, text := range checkParameter(input, p.Parameter) {
			problems = append(problems, kindOf(p.Parameter)+" "+p.Name+": "+text)
		}
	}
	return problems
}

// parametersOf is a request as the library reads parameters.
func parametersOf(req *http.Request, path map[string]string) *openapi3filter.RequestValidationInput {
	return &openapi3filter.RequestValidationInput{
		Request: req, PathParams: path, QueryParams: req.URL.Query(),
		Options: &openapi3filter.Options{
			MultiError: true, SkipSettingDefaults: true,
			SchemaValidationOptions: []openapi3.SchemaValidationOption{openapi3.DisableSchemaErrorDetails()},
		},
	}
}

func kindOf(p *openapi3.Parameter) string {
	switch p.In {
	case openapi3.ParameterInHeader, openapi3.ParameterInCookie:
		return p.In
	}
	return p.In + " parameter"
}

func checkParameter(input *openapi3filter.RequestValidationInput, p *openapi3.Parameter) (problems []string) {
	defer func() { problems = append(problems, caught(recover())...) }()
	values, found := textsOf(input, p)
	if p.Required && !found {
		return []string{"it is missing"}
	}
	if !found || p.In == openapi3.ParameterInQuery && p.AllowEmptyValue && values[0] == "" {
		return nil
	}
	if items := itemsOfHeader(p); items != nil {
		return fitsList(p.Schema.Value, items, headerlist.Split(values))
	}
	// The library refuses an empty text wherever it is not allowed by a keyword of its own.
	if p.Schema != nil && !isObject(p) && (!readsRight(p.Schema.Value) || isLong(p.Schema.Value, values) || p.In == openapi3.ParameterInQuery && values[0] == "") {
		return fitsTexts(p, values)
	}
	return problemsOf(openapi3filter.ValidateParameter(context.Background(), input, p))
}

// caught turns a panic of the library that checks into a problem: documents and requests are
// not trusted.
func caught(reason any) []string {
	if reason == nil {
		return nil
	}
	return []string{"it cannot be checked: " + document.OneLine(fmt.Sprint(reason))}
}

// textsOf are the texts that a request has for a parameter. A parameter of several query
// words, as that of an object is, counts as found: whether it is there cannot be told.
func textsOf(input *openapi3filter.RequestValidationInput, p *openapi3.Parameter) ([]string, bool) {
	var texts []string
	switch p.In {
	case openapi3.ParameterInPath:
		if text, ok := input.PathParams[p.Name]; ok {
			texts = []string{text}
		}
	case openapi3.ParameterInQuery:
		texts = input.QueryParams[p.Name]
		if len(texts) == 0 && isObject(p) {
			return []string{"-"}, true
		}
	case openapi3.ParameterInHeader:
		texts = input.Request.Header.Values(p.Name)
	case openapi3.ParameterInCookie:
		if c, err := input.Request.Cookie(p.Name); err == nil {
			texts = []string{c.Value}
		}
	}
	return texts, len(texts) > 0
}

func isObject(p *openapi3.Parameter) bool {
	return p.Schema != nil && p.Schema.Value != nil && p.Schema.Value.Type.Is("object")
}

// readsRight reports whether the library reads the texts of a schema right: it takes a text for
// one type only, and of choices for the last that can be, whichever the value fits.
func readsRight(s *openapi3.Schema) bool {
	if s == nil || s.Type == nil || len(s.OneOf)+len(s.AnyOf)+len(s.AllOf) > 0 || s.Not != nil {
		return false
	}
	return !s.Type.Is("array") || s.Items != nil && !s.Items.Value.Type.Is("array") && readsRight(s.Items.Value)
}

// isLong reports whether a text is an integer that may have more digits than the library tells apart, or has one in it.
func isLong(s *openapi3.Schema, texts []string) bool {
	if items := document.Items(s); items != nil && items.Value != nil && items.Value.Type.Is("integer") {
		return slices.ContainsFunc(texts, func(text string) bool {
			return slices.ContainsFunc(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(", |", r) }), isLongNumber)
		})
	}
	return s.Type.Is("integer") && isLongNumber(texts[0])
}

func isLongNumber(text string) bool {
	return len(text) > len("999999999999999") && strings.Trim(strings.TrimPrefix(text, "-"), "0123456789") == ""
}

// fitsTexts checks texts that a schema may read in several ways: one must fit.
func fitsTexts(p *openapi3.Parameter, texts []string) []string {
	schema := p.Schema.Value
	var problem error // of the text where it may be one, else of the value that it stands for
	for _, v := range readings(texts[0]) {
		err := document.CheckValue(schema, v, openapi3.VisitAsRequest())
		if err == nil {
			return nil
		}
		if problem == nil || !schema.Type.Is("string") {
			problem = err
		}
	}
	// A list: as the document says, several texts or one with separators.
	items := document.Items(schema)
	if items == nil {
		return problemsOf(problem)
	}
	if way, err := p.SerializationMethod(); err == nil && (!way.Explode || p.In != openapi3.ParameterInQuery) {
		separator := ","
		switch way.Style {
		case openapi3.SerializationSpaceDelimited:
			separator = " "
		case openapi3.SerializationPipeDelimited:
			separator = "|"
		}
		texts = strings.Split(texts[0], separator)
	}
	return fitsList(schema, items, texts)
}

// itemsOfHeader is the schema of the items of a list in a header, nil for any other parameter: RFC 9110 quotes
// items with commas, which the library does not know.
func itemsOfHeader(p *openapi3.Parameter) *openapi3.SchemaRef {
	if p.In != openapi3.ParameterInHeader || p.Schema == nil || p.Schema.Value == nil || !p.Schema.Value.Type.Is("array") {
		return nil
	}
	if items := document.Items(p.Schema.Value); items != nil && items.Value != nil {
		return items
	}
	return nil
}

// fitsList checks a list of items, each of which is what fits of the values that its text can stand for.
func fitsList(schema *openapi3.Schema, items *openapi3.SchemaRef, texts []string) []string {
	list := []any{}
	for _, text := range texts {
		all := readings(text)
		i := slices.IndexFunc(all, func(v any) bool { return document.CheckValue(items.Value, v, openapi3.VisitAsRequest()) == nil })
		list = append(list, all[max(i, 0)])
	}
	return problemsOf(document.CheckValue(schema, list, openapi3.VisitAsRequest()))
}

// readings are the values that a text can stand for.
func readings(text string) []any {
	out := []any{text}
	var v any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if len(text) < 64 && d.Decode(&v) == nil && !d.More() {
		switch v.(type) {
		case json.Number, bool:
			out = append(out, v)
		}
	}
	return out
}

// checkBody says in what a body breaks the document, and decodes it if it is JSON.
func checkBody(op *operation, mediaType string, body []byte) (any, []string) {
	switch {
	case op.Body == nil && len(body) > 0:
		return nil, []string{"body: the operation has none"}
	case op.Body == nil || len(body) == 0 && !op.Body.Required:
		return nil, nil
	case len(body) == 0:
		return nil, []string{"body: it is missing"}
	}
	media := mediaFor(op, mediaType)
	if media == nil && len(op.Body.Content) > 0 {
		return nil, []string{fmt.Sprintf("body: its media type is %q, want %s",
			document.OneLine(mediaType), strings.Join(slices.Sorted(maps.Keys(op.Body.Content)), " or "))}
	}
	if document.IsXML(mediaType) {
		return nil, checkXML(media, body)
	}
	if f, ok, err := readForm(mediaType, media, body); err != nil {
		return nil, []string{"body: it is not a form: " + oneLine(err)}
	} else if ok {
		return nil, checkForm(mediaType, media, f)
	}
	if !document.IsJSON(mediaType) || media != nil && document.IsBytes(media.Schema) {
		return nil, nil
	}
	v, err := decode(body)
	if err != nil {
		return nil, []string{"body: it is not JSON: " + oneLine(err)}
	}
	if media == nil || media.Schema == nil {
		return v, nil
	}
	var problems []string
	for _, text := range problemsOf(document.CheckValue(media.Schema.Value, v, openapi3.VisitAsRequest(), openapi3.MultiErrors())) {
		problems = append(problems, "body: "+text)
	}
	return v, problems
}

// mediaFor is what the document says of a body of a media type, nil where it says nothing.
func mediaFor(op *operation, mediaType string) *openapi3.MediaType {
	if op.Body == nil {
		return nil
	}
	return op.Body.Content.Get(mediaType)
}

// fits reports whether a response may have a value of a schema.
func fits(s *openapi3.Schema, v any) bool {
	return document.CheckValue(s, v, openapi3.VisitAsResponse()) == nil
}

// decode reads one JSON value. Numbers keep their digits.
func decode(text []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
			return nil, errors.New("it ends too early")
		}
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("there is more text after the value")
	}
	return v, nil
}

// normal writes a value as encoding/json would decode it, so that equal JSON is equal.
func normal(v any) any {
	text, err := json.Marshal(v)
	if err != nil {
		return v
	}
	var out any
	if json.Unmarshal(text, &out) != nil {
		return v
	}
	return out
}
