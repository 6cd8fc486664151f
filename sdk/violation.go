package sdk

import (
	"fmt"
	"strings"
)

// Violation is one documented limit that a value does not keep.
type Violation struct {
	Pointer string // where in the value, as a JSON Pointer (RFC 6901)
	Rule    string // the OpenAPI keyword: required, enum, minimum, maxLength, pattern, …
	Value   any    // what was found: the value, or the length or count the rule is about; nil for secrets
	Limit   any    // what the rule allows; nil where the rule says it all
}

// String is one line: pointer, rule, value and limit. A long value is cut.
func (v Violation) String() string {
	var b strings.Builder
	b.WriteString(v.Pointer)
	if v.Pointer == "" {
		b.WriteString("(the whole value)")
	}
	b.WriteString(": " + v.Rule)
	if v.Limit != nil {
		fmt.Fprintf(&b, " %v", v.Limit)
	}
	if v.Value != nil {
		text := fmt.Sprintf("%v", v.Value)
		if runes := []rune(text); len(runes) > 60 {
			text = string(runes[:60]) + "…"
		}
		fmt.Fprintf(&b, ", got %q", text)
	}
	return b.String()
}

// Violations are all limits a value breaks, in the order of its fields. A Validate
// method returns it as error:
//
//	var broken sdk.Violations
//	if errors.As(err, &broken) { … }
type Violations []Violation

// Error is one line per violation.
func (v Violations) Error() string {
	lines := make([]string, len(v))
	for i, one := range v {
		lines[i] = one.String()
	}
	return strings.Join(lines, "\n")
}
