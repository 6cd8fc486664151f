package api

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/source"
)

// How says how a fact was read.
type How string

// The ways of reading a fact.
const (
	FromColumn     How = "column"     // a cell whose column has that meaning
	FromLabel      How = "label"      // a labelled line: "Minimum: 1"
	FromProse      How = "prose"      // running text
	FromCaption    How = "caption"    // a table's caption or the line above it
	FromTitle      How = "title"      // a page's or section's title
	FromURL        How = "url"        // the request line
	FromExample    How = "example"    // a documented payload
	FromCorrection How = "correction" // an overlay with evidence
)

// Origin is where a fact comes from and how it was read.
type Origin struct {
	Page string     `json:"page"` // relative to the documentation set
	Pos  source.Pos `json:"pos"`
	How  How        `json:"how"`
}

// Fact is what a claim is about.
type Fact string

// The facts.
const (
	FactKind      Fact = "type"
	FactNeed      Fact = "mandatory"
	FactMin       Fact = "minimum"
	FactMax       Fact = "maximum"
	FactMultiple  Fact = "multipleOf"
	FactMinLength Fact = "minLength"
	FactMaxLength Fact = "maxLength"
	FactMinBytes  Fact = "minBytes" // no check: fewer characters may have as many bytes
	FactMinItems  Fact = "minItems"
	FactMaxItems  Fact = "maxItems"
	FactUnique    Fact = "uniqueItems"
	FactEnum      Fact = "enum"
	FactValues    Fact = "values" // values that exist, of which nobody says that they are all
	FactDefault   Fact = "default"
	FactConst     Fact = "const"
	// FactLowestVersion is the lowest version that a header may ask for. It is not a limit of JSON
	// Schema: 2.10 is later than 2.9.
	FactLowestVersion Fact = "lowestVersion"
	FactPattern       Fact = "pattern"
	FactExample       Fact = "example"
	FactPrinted       Fact = "printed" // a list that the description prints as JSON
	FactNullable      Fact = "nullable"
	FactDeprecated    Fact = "deprecated"
	FactReadOnly      Fact = "readOnly"
	FactUnlisted      Fact = "unlisted" // a field that only an example shows
)

// Claim is one statement about a field with the place that makes it.
type Claim struct {
	Fact   Fact
	Values []string // as written; numbers as JSON numbers
	// Elems is true where the claim is about each element of a list.
	Elems bool `json:",omitzero"`
	// Conditional is true where it holds in some cases only.
	Conditional bool `json:",omitzero"`
	// Words are those of a cell that tells a kind by another name ("JSON"); "" where it names the kind.
	Words string `json:",omitzero"`
	// Weak is true where the words allow values that it excludes: a value that
	// breaks it takes it back, and neither of the two is wrong.
	Weak   bool `json:",omitzero"`
	Origin Origin
}

// Decided is what was concluded about a field.
type Decided struct {
	Deprecated bool `json:",omitzero"`
	ReadOnly   bool `json:",omitzero"`
	// Proven is true for a field of a response that must be there to tell which of several
	// structures the response is.
	Proven bool `json:",omitzero"`
	// OnlyInExamples is true for a field that no table lists.
	OnlyInExamples bool `json:",omitzero"`
	// Timestamp is true for a string whose documented values are all timestamps.
	Timestamp bool   `json:",omitzero"`
	Limits    Limits `json:",omitzero"`
	// Elems are the limits of the elements of a list.
	Elems Limits `json:",omitzero"`
	// ValueNames are the names that generators gave the values of its enumeration before, of the lock
	// file; see package toolname. Nil without one.
	ValueNames map[string]string `json:",omitzero"`

	Default *Value `json:",omitzero"`
	Const   *Value `json:",omitzero"`
	// LowestVersion is the lowest version that the header may ask for.
	LowestVersion *Value `json:",omitzero"`
	Example       *Value `json:",omitzero"`
	// Contradicted are claims that other evidence overrules.
	Contradicted []Claim `json:",omitzero"`
}

// Example is a payload or a request that a page prints.
type Example struct {
	Side Side
	// Name pairs a request with the response to it.
	Name   string
	Status int // of a response; 0 where the page does not say
	// Method and URL of a request line, "" where the example has none.
	Method, URL string
	// Signed is true where the URL has a signature in its query, with parameters of its own.
	Signed  bool `json:",omitzero"`
	Headers [][2]string
	// Body is the payload as printed, or as repaired; "" where there is none.
	Body string
	// Raw is the payload as printed, and Lines where each of its lines starts.
	Raw   string
	Lines []source.Pos
	// JSON is true where Body is JSON, Torn where it is only up to an error, which nobody can
	// repair: what stands before that is evidence, too.
	JSON bool
	Torn bool `json:",omitzero"`
	// Pairs is true where Raw is a form of pairs. Reconciliation makes JSON of it by the table of the body.
	Pairs    bool `json:",omitzero"`
	Repaired bool
	// Shared is true for an example that the page prints for several operations, of all of them
	// but the first.
	Shared bool `json:",omitzero"`
	// ByTables and Valid are set by reconciliation: Body satisfies what the tables alone say,
	// and the decided schema.
	ByTables bool
	Valid    bool
	Origin   Origin // of the code block

	ends []int // of the lines of Raw, see At
}

// HeaderValues gives the value of the first header of each name, by the name in lower case.
func (e *Example) HeaderValues() map[string]string {
	out := make(map[string]string, len(e.Headers))
	for _, h := range e.Headers {
		name := strings.ToLower(h[0])
		if _, there := out[name]; !there {
			out[name] = h[1]
		}
	}
	return out
}

// At gives the place of the byte at offset off of e.Raw. It must not be called by several
// goroutines at a time.
func (e *Example) At(off int) source.Pos {
	off = min(off, len(e.Raw))
	if e.ends == nil {
		e.ends = make([]int, 0, strings.Count(e.Raw, "\n"))
		for i := range len(e.Raw) {
			if e.Raw[i] == '\n' {
				e.ends = append(e.ends, i)
			}
		}
	}
	line := sort.SearchInts(e.ends, off) // those that end before
	if line >= len(e.Lines) {
		return e.Origin.Pos
	}
	start := 0
	if line > 0 {
		start = e.ends[line-1] + 1
	}
	p := e.Lines[line]
	p.Col = max(1, p.Col+utf8.RuneCountInString(e.Raw[start:off]))
	return p
}
