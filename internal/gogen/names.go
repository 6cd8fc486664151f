package gogen

import (
	"fmt"
	"go/token"
	"strings"
	"unicode"

	"github.com/oapi-codegen/oapi-codegen/v2/pkg/codegen"
)

// initialisms are written in capitals besides those oapi-codegen knows. They are words
// of cloud APIs; a plural such as "IDs" is left to the normalizer.
var initialisms = []string{
	"AK", "SK", "AZ", "BMS", "CBR", "CIDR", "CSBS", "DHCP", "ECS", "EIP", "EVS", "FQDN",
	"IAM", "KMS", "MAC", "MTU", "NAT", "NIC", "OBS", "OS", "SFS", "SSL", "VBS", "VPC", "VPN",
}

// goName makes an exported Go name of any text. It needs oapi-codegen's tables, so it
// works only behind the engine's door.
func goName(text string) string {
	name := codegen.SchemaNameToTypeName(text)
	if !exported(name) {
		// Scripts without capitals are dropped by the normalizer. Their code points at
		// least keep two such names apart.
		var b strings.Builder
		b.WriteString("U")
		for _, r := range text {
			if r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				b.WriteRune(r)
			} else {
				fmt.Fprintf(&b, "%X", r)
			}
		}
		name = b.String()
	}
	return name
}

// chosenName is goName, or the name that the document itself chooses with x-go-name.
func chosenName(text string, extensions ...map[string]any) string {
	if name := extension("x-go-name", extensions...); name != "" {
		return name
	}
	return goName(text)
}

func exported(name string) bool {
	return token.IsIdentifier(name) && token.IsExported(name)
}

// localName makes the name of a Go parameter of an exported name. Names that the client
// code around it uses, keywords and predeclared names get a suffix.
func localName(exportedName string) string {
	name := codegen.LowercaseFirstCharacters(exportedName)
	switch name {
	case "c", "ctx", "body", "params", "editors", "req", "err", "contentType", "query", "path",
		"sdk", "json", "http", "url", "io", "errors", "runtime", "context", "result", "response", "payload", "piece", "text":
		return name + "Param"
	}
	if digits, ok := strings.CutPrefix(name, "path"); ok && strings.Trim(digits, "0123456789") == "" {
		return name + "Param" // path0, path1, … are the escaped parameters
	}
	if !token.IsIdentifier(name) || token.IsKeyword(name) || codegen.IsPredeclaredGoIdentifier(name) {
		return name + "Param"
	}
	return name
}

// scope is one Go name space; it knows for each name the place in the document that
// asked for it.
type scope struct {
	kind  string // what the names are, for messages: "type", "method", …
	taken map[string]string
}

func newScope(kind string) *scope { return &scope{kind, map[string]string{}} }

// claim takes name for a place. Two places with one name are an error that names both.
func (s *scope) claim(name, where string) error {
	if !exported(name) {
		return fmt.Errorf("%s: %q cannot be made a Go %s name; rename it", where, name, s.kind)
	}
	if other, ok := s.taken[name]; ok {
		return fmt.Errorf("%s and %s would both be the Go %s %s; rename one of them or give it an x-go-name", other, where, s.kind, name)
	}
	s.taken[name] = where
	return nil
}

// free takes the first of several names that nobody has. It is for names that the
// document did not give, so that we may choose.
func (s *scope) free(where string, names ...string) (string, error) {
	for _, name := range names {
		if _, ok := s.taken[name]; !ok {
			return name, s.claim(name, where)
		}
	}
	return "", s.claim(names[0], where)
}
