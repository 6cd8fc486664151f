package gogen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// securityView is what a client knows of credentials.
type securityView struct {
	Schemes string // Go list of sdk.Scheme
	Named   string // the schemes as lines of a comment
	Groups  []securityGroup
	Default string // what operations take that are in no group
}

// securityGroup are operations that take the same credentials.
type securityGroup struct{ Operations, Result string }

// schemeTypes are the constants of package sdk.
var schemeTypes = map[string]string{
	document.SchemeAPIKey: "sdk.SchemeAPIKey", document.SchemeBearer: "sdk.SchemeBearer",
	document.SchemeBasic: "sdk.SchemeBasic", document.SchemeOther: "sdk.SchemeOther",
}

// securityView is nil where the document has no schemes, or says nowhere what operations take.
func (v *view) securityView() *securityView {
	schemes := v.doc.SecuritySchemes()
	stated := slices.ContainsFunc(v.ops, func(op *operation) bool { return op.stated })
	if len(schemes) == 0 || !stated {
		return nil
	}
	out := &securityView{Default: "nil, false"}
	var literals, lines []string
	for _, s := range schemes {
		literals = append(literals, schemeLiteral(s))
		lines = append(lines, schemeLine(s))
	}
	out.Schemes = "[]sdk.Scheme{\n" + strings.Join(literals, ",\n") + ",\n}"
	out.Named = comment("The document's security schemes are:\n  - " + strings.Join(lines, "\n  - "))
	if v.doc.Security != nil {
		sets, ok := v.doc.SecurityOf(&openapi3.Operation{})
		out.Default = securityResult(sets, ok)
	}
	byResult, order := map[string][]string{}, []string(nil)
	for _, op := range v.ops {
		result := securityResult(op.security, op.stated)
		if result == out.Default {
			continue
		}
		if byResult[result] == nil {
			order = append(order, result)
		}
		byResult[result] = append(byResult[result], strconv.Quote(op.Name))
	}
	for _, result := range order {
		out.Groups = append(out.Groups, securityGroup{strings.Join(byResult[result], ",\n"), result})
	}
	return out
}

// securityResult is what the generated function returns.
func securityResult(sets [][]string, stated bool) string {
	if len(sets) == 0 {
		return fmt.Sprintf("nil, %t", stated)
	}
	var lists []string
	for _, set := range sets {
		list := "{"
		for i, name := range set {
			if i > 0 {
				list += ", "
			}
			list += strconv.Quote(name)
		}
		lists = append(lists, list+"}")
	}
	return fmt.Sprintf("[][]string{%s}, %t", strings.Join(lists, ", "), stated)
}

func schemeLiteral(s document.SecurityScheme) string {
	text := "{Name: " + strconv.Quote(s.Name) + ", Type: " + schemeTypes[s.Type]
	for _, one := range [][2]string{{"In", s.In}, {"Key", s.Key}, {"Prefix", s.Prefix}} {
		if one[1] != "" {
			text += ", " + one[0] + ": " + strconv.Quote(one[1])
		}
	}
	return text + "}"
}

// schemeLine says what a scheme takes.
func schemeLine(s document.SecurityScheme) string {
	text := map[string]string{
		document.SchemeAPIKey: "a key in the " + s.In + ", " + s.Key, document.SchemeBearer: "a bearer token",
		document.SchemeBasic: "a user and a password, sdk.Basic", document.SchemeOther: "nothing that a request carries",
	}[s.Type]
	if s.TokenURL != "" {
		text += ", which " + s.TokenURL + " gives for client credentials (package oauth)"
	}
	return printable(s.Name) + ": " + printable(text)
}

// tokenServes reports whether a single token is enough for each operation.
func (v *view) tokenServes() bool {
	token := map[string]bool{}
	for _, s := range v.doc.SecuritySchemes() {
		token[s.Name] = s.Type == document.SchemeAPIKey || s.Type == document.SchemeBearer
	}
	return !slices.ContainsFunc(v.ops, func(op *operation) bool {
		return len(op.security) > 0 && !slices.ContainsFunc(op.security, func(set []string) bool {
			return len(set) == 0 || len(set) == 1 && token[set[0]]
		})
	})
}
