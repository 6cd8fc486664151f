package gen

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/redact"
)

// step is one step into a value: to a member, or to a list item when index is not -1.
type step struct {
	name  string
	index int
}

// Checker collects violations. It knows where in the value the check is, and makes text
// of it only when a violation is found, so that checking a valid value allocates
// nothing. Generated validators use it; its zero value is ready.
type Checker struct {
	found sdk.Violations
	depth int
	steps [32]step
	deep  []step // beyond steps; documents nested so deep are rare and may allocate

	types   int  // that the value at one place is being checked as, one inside the other
	inspect bool // of a response: what the document does not have is recorded, too
	strange int  // recorded of inspected values: members that the document does not have
	wrong   int  // all else
}

// mostFound bounds what is recorded of an inspected value, which others have sent; members
// that are not documented count for themselves, so that they do not hide what is wrong.
const mostFound = 1000

// In steps into a member.
//
//go:noinline
func (c *Checker) In(name string) { c.push(step{name, -1}) }

// At steps into a list item, counted from 0.
//
//go:noinline
func (c *Checker) At(index int) { c.push(step{"", index}) }

// Next steps from a member into another one of the same object: Out and In by one call.
//
//go:noinline
func (c *Checker) Next(name string) {
	c.Out()
	c.push(step{name, -1})
}

// Out undoes the last In or At.
//
//go:noinline
func (c *Checker) Out() {
	c.depth--
	if c.depth >= len(c.steps) {
		c.deep = c.deep[:len(c.deep)-1]
	}
}

func (c *Checker) push(s step) {
	if c.depth < len(c.steps) {
		c.steps[c.depth] = s
	} else {
		c.deep = append(c.deep, s)
	}
	c.depth++
}

var pointerEscape = strings.NewReplacer("~", "~0", "/", "~1")

func (c *Checker) pointer() string {
	var b strings.Builder
	for i := range c.depth {
		s := c.step(i)
		b.WriteByte('/')
		if s.index >= 0 {
			b.WriteString(strconv.Itoa(s.index))
		} else {
			b.WriteString(pointerEscape.Replace(s.name))
		}
	}
	return b.String()
}

// Add records that the value at the current place breaks a rule. Of a member that has the
// name of a secret, such as adminPass, only a length is recorded.
func (c *Checker) Add(rule string, value, limit any) {
	if c.inspect && c.full(rule) {
		return
	}
	if _, isLength := value.(int); !isLength && c.secret() {
		value = nil
	}
	c.found = append(c.found, sdk.Violation{Pointer: c.pointer(), Rule: rule, Value: value, Limit: limit})
}

// full reports whether no more of a rule is recorded, and counts what is.
func (c *Checker) full(rule string) bool {
	count := &c.wrong
	if rule == undocumented {
		count = &c.strange
	}
	if *count >= mostFound {
		return true
	}
	*count++
	return false
}

// Missing records that what has to be at the current place is not there.
//
//go:noinline
func (c *Checker) Missing() { c.Add("required", nil, nil) }

// secret reports whether the current place is, or is inside of, a member with the name of
// a secret.
func (c *Checker) secret() bool {
	for i := range c.depth {
		s := c.step(i)
		if s.index < 0 && redact.IsSecret(s.name) {
			return true
		}
	}
	return false
}

func (c *Checker) step(i int) step {
	if i < len(c.steps) {
		return c.steps[i]
	}
	return c.deep[i-len(c.steps)]
}

// Err is nil when nothing was recorded, else Violations.
//
//go:noinline
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
	slices.SortStableFunc(c.found[mark:], func(a, b sdk.Violation) int { return strings.Compare(a.Pointer, b.Pointer) })
}
