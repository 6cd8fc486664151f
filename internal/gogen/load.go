package gogen

import (
	"errors"
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// load reads an OpenAPI 3.0 document. References to other files or addresses are
// refused: the document is not trusted to choose what is read.
func load(spec []byte) (*openapi3.T, error) {
	var head struct {
		OpenAPI string    `yaml:"openapi"`
		Swagger string    `yaml:"swagger"`
		Paths   yaml.Node `yaml:"paths"`
	}
	if err := yaml.Unmarshal(spec, &head); err != nil {
		return nil, fmt.Errorf("not a YAML or JSON document: %s", oneLine(err))
	}
	switch {
	case head.Swagger != "":
		return nil, fmt.Errorf("this is Swagger %s; convert it to OpenAPI 3.0 first", plain(head.Swagger))
	case head.OpenAPI == "":
		return nil, errors.New("not an OpenAPI document: it has no `openapi: 3.0.x`")
	case !strings.HasPrefix(head.OpenAPI, "3.0.") && head.OpenAPI != "3.0":
		return nil, fmt.Errorf("this is OpenAPI %s; only 3.0 is supported", plain(head.OpenAPI))
	case head.Paths.IsZero():
		return nil, errors.New("the document has no `paths`")
	}

	text, err := toJSON(spec)
	if err != nil {
		return nil, fmt.Errorf("not a YAML or JSON document: %s", oneLine(err))
	}
	loader := openapi3.NewLoader()
	loader.IsExternalRefsAllowed = false
	doc, err := loader.LoadFromData(text)
	if err != nil {
		if strings.Contains(err.Error(), "disallowed external reference") {
			return nil, fmt.Errorf("a $ref leads outside the document, which is not allowed; put what it refers to into components: %s", oneLine(err))
		}
		// The loader tries YAML when JSON fails, and reports both.
		text, _, _ := strings.Cut(oneLine(err), ", yaml error: ")
		return nil, fmt.Errorf("not a usable OpenAPI document: %s", text)
	}
	if err := document.Validate(loader.Context, doc); err != nil {
		return nil, fmt.Errorf("not a valid OpenAPI document: %s", oneLine(err))
	}
	return doc, nil
}

// oneLine is the text of err on one line, so that each failure is one line.
func oneLine(err error) string { return plain(err.Error()) }
