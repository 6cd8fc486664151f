package sdk

import (
	"fmt"
	"slices"
	"strconv"
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

// Location is a place inside a value being checked. It is a chain on the stack and
// becomes text only when a violation is found, so that checking a valid value allocates
// nothing. The nil Location is the whole value.
type Location struct {
	up    *Location
	name  string
	index int
}

// Field is the place of a member.
func (l *Location) Field(name string) Location { return Location{up: l, name: name, index: -1} }

// Index is the place of a list item, counted from 0.
func (l *Location) Index(i int) Location { return Location{up: l, index: i} }

var pointerEscape = strings.NewReplacer("~", "~0", "/", "~1")

func (l *Location) pointer() string {
	if l == nil {
		return ""
	}
	if l.index >= 0 {
		return l.up.pointer() + "/" + strconv.Itoa(l.index)
	}
	return l.up.pointer() + "/" + pointerEscape.Replace(l.name)
}

// Checker collects violations. Generated validators use it; its zero value is ready.
type Checker struct{ found Violations }

// Add records that the value at a place breaks a rule.
func (c *Checker) Add(at *Location, rule string, value, limit any) {
	c.found = append(c.found, Violation{at.pointer(), rule, value, limit})
}

// Err is nil when nothing was recorded, else Violations.
func (c *Checker) Err() error {
	if len(c.found) == 0 {
		return nil
	}
	return c.found
}

// Mark remembers how many violations there are, for SortSince.
func (c *Checker) Mark() int { return len(c.found) }

// SortSince puts the violations added after mark in the order of their pointers. It
// follows a walk over a map, which Go does in another order each time.
func (c *Checker) SortSince(mark int) {
	slices.SortStableFunc(c.found[mark:], func(a, b Violation) int { return strings.Compare(a.Pointer, b.Pointer) })
}
