package profile

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Publish is the policy of those who publish documents: what a document has beside what its
// pages say. The zero value asks for nothing. Package publish applies it.
type Publish struct {
	// Parameters are headers of requests that operations have as parameters, though a caller
	// passes them otherwise.
	Parameters []PublishedHeader `yaml:"parameters"`
	// ResponseHeaders are headers that responses have.
	ResponseHeaders []PublishedHeader `yaml:"response_headers"`
	// Scope adds a tag to each operation by what is in its path.
	Scope ScopeTags `yaml:"scope"`
	// Examples say, by method, whether bodies have examples.
	Examples map[string]ExamplesOf `yaml:"examples"`
	// MajorVersion leaves of the document's version what is before the first full stop.
	MajorVersion bool `yaml:"major_version"`
	// StandardRoot moves x- keys from the top of the document to its info.
	StandardRoot bool `yaml:"standard_root"`
}

// PublishedHeader is a header that a policy asks for.
type PublishedHeader struct {
	Name        string `yaml:"name"`
	Description string `yaml:"description"`
	// With says which operations or responses have it: WithCredentials or WithBody.
	With string `yaml:"with"`
	// Except are paths whose operations do not have it.
	Except []string `yaml:"except"`
}

// The values of With of a header.
const (
	WithCredentials = "credentials" // operations that need authentication
	WithBody        = "body"        // requests or responses that have a body
)

// ScopeTags are tags for operations with and without a parameter in their path.
type ScopeTags struct {
	Parameter string `yaml:"parameter"`
	With      string `yaml:"with"`
	Without   string `yaml:"without"`
}

// ExamplesOf says whether the bodies of a method have examples: ExamplesRequired,
// ExamplesForbidden, or "" for those that the pages print.
type ExamplesOf struct {
	Request  string `yaml:"request"`
	Response string `yaml:"response"`
}

// What ExamplesOf asks for.
const (
	ExamplesRequired  = "required"  // where the pages print none, one that is made of the schema
	ExamplesForbidden = "forbidden" // none, whatever the pages print
)

// Asks reports whether the policy asks for anything.
func (p *Publish) Asks() bool {
	return len(p.Parameters) > 0 || len(p.ResponseHeaders) > 0 || p.Scope != ScopeTags{} || len(p.Examples) > 0 || p.MajorVersion || p.StandardRoot
}

func (p *Publish) check() error {
	for i, h := range p.Parameters {
		if err := h.check(WithCredentials, WithBody); err != nil {
			return fmt.Errorf("publish.parameters[%d]%w", i, err)
		}
	}
	for i, h := range p.ResponseHeaders {
		if err := h.check(WithBody); err != nil {
			return fmt.Errorf("publish.response_headers[%d]%w", i, err)
		}
	}
	if s := p.Scope; s != (ScopeTags{}) && (s.Parameter == "" || s.With == "" || s.Without == "") {
		return errors.New("publish.scope needs a parameter and the tags with and without it")
	}
	for _, method := range sortedKeys(p.Examples) {
		if method == "" || method != strings.ToUpper(method) || !isWord(method) {
			return fmt.Errorf("publish.examples: %q is not a method in upper case", method)
		}
		for _, asked := range []string{p.Examples[method].Request, p.Examples[method].Response} {
			if !slices.Contains([]string{"", ExamplesRequired, ExamplesForbidden}, asked) {
				return fmt.Errorf("publish.examples.%s: examples are %s or %s, not %q", method, ExamplesRequired, ExamplesForbidden, asked)
			}
		}
	}
	return nil
}

// check looks at a header of a list; the error starts with what comes after the list's name.
func (h PublishedHeader) check(with ...string) error {
	if !isHeader(h.Name) {
		return fmt.Errorf(".name: %q is not the name of a header", h.Name)
	}
	if !slices.Contains(with, h.With) {
		return fmt.Errorf(".with is %s, not %q", strings.Join(with, " or "), h.With)
	}
	return nil
}
