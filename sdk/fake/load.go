package fake

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"regexp"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// load reads an OpenAPI 3.0 document. References to other files or addresses are refused:
// a document does not choose what is read.
func load(spec []byte) (doc *openapi3.T, err error) {
	defer func() {
		// The library that reads documents must not end the test of a broken one.
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("not a usable OpenAPI document: %s", short(fmt.Sprint(r)))
		}
	}()
	loader := openapi3.NewLoader()
	doc, err = loader.LoadFromData(spec)
	if err != nil {
		return nil, fmt.Errorf("not a usable OpenAPI document: %s", readError(spec, err))
	}
	switch {
	case doc.OpenAPI == "":
		return nil, errors.New("not an OpenAPI document: it has no openapi: 3.0.x")
	case doc.OpenAPI != "3.0" && !strings.HasPrefix(doc.OpenAPI, "3.0."):
		return nil, fmt.Errorf("this is OpenAPI %s; only 3.0 is supported", short(doc.OpenAPI))
	}
	if err := document.Validate(loader.Context, doc); err != nil {
		return nil, fmt.Errorf("not a valid OpenAPI document: %s", oneLine(err))
	}
	return doc, prepare(doc)
}

// readError picks out of the loader's error what is said about the form that the document
// has: the loader tries both and reports both.
func readError(spec []byte, err error) string {
	text := oneLine(err)
	asJSON, asYAML, both := strings.Cut(text, ", yaml error: ")
	switch {
	case !both:
		return text
	case bytes.HasPrefix(bytes.TrimSpace(spec), []byte("{")):
		return asJSON
	}
	return asYAML
}

// prepare makes the schemas of a document fit for the library that checks values.
func prepare(doc *openapi3.T) error {
	return doc.WalkSchemas(func(_ string, ref *openapi3.SchemaRef) error {
		s := ref.Value
		// Patterns that Go's expressions cannot say, such as those that look ahead, are taken
		// out: what cannot be checked must not refuse a request.
		if s.Pattern != "" {
			if _, err := regexp.Compile(goPattern(s.Pattern)); err != nil {
				s.Pattern = ""
			}
		}
		// The library looks whether a schema is empty before it checks, and does not return
		// from one without a type that has itself as a part. A bound that none can break ends
		// that look.
		if s.Type == nil && s.MaxProps == nil {
			s.MaxProps = new(uint64(math.MaxInt64))
		}
		return nil
	})
}

var codePoint = regexp.MustCompile(`\\u([0-9A-F]{4})`)

// goPattern writes the escape of a code point as Go's expressions have it; the library that
// checks does the same.
func goPattern(pattern string) string { return codePoint.ReplaceAllString(pattern, `\x{$1}`) }

// oneLine is the text of an error on one line of bounded length.
func oneLine(err error) string { return short(err.Error()) }

const maxLine = 500

func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > maxLine {
		return string(r[:maxLine]) + "…"
	}
	return text
}
