package convert

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/extract"
)

// Stats are the counts of a set, see extract.Stats, with the examples that satisfy the
// schema and the findings of each rule.
type Stats struct {
	extract.Stats
	ExamplesByTables int // those that satisfy what the tables alone say
	ExamplesValid    int
	Findings         map[string]int
	Unread           map[string]int // by form, see api.Unread
}

// ExamplesLost is the number of printed payloads that are not in the document: those that are
// no JSON although they look so, and those that break their schema.
func (s Stats) ExamplesLost() int {
	return s.Findings["docs/example-not-json"] + s.ExamplesJSON - s.ExamplesValid
}

// Count is one named number of Stats.
type Count struct {
	Name string
	N    int
}

// Counts lists the numbers in the order in which they are written.
func (s Stats) Counts() []Count {
	return []Count{
		{"pages", s.Pages},
		{"request_line_pages", s.RequestLinePages},
		{"pages_converted", s.PagesConverted},
		{"pages_without_operation", s.PagesWithoutOp},
		{"operations", s.Operations},
		{"variants", s.Variants},
		{"tables", s.Tables},
		{"rows", s.Rows},
		{"rows_in_spec", s.RowsInSpec},
		{"rows_in_findings", s.RowsInFindings},
		{"rows_other", s.RowsOther},
		{"examples", s.Examples},
		{"examples_json", s.ExamplesJSON},
		{"examples_repaired", s.ExamplesRepaired},
		{"examples_valid_by_tables", s.ExamplesByTables},
		{"examples_valid", s.ExamplesValid},
		{"blocks", s.Blocks.All()},
		{"blocks_request", s.Blocks.Request},
		{"blocks_response", s.Blocks.Response},
		{"blocks_header", s.Blocks.Header},
		{"blocks_shell", s.Blocks.Shell},
		{"blocks_other", s.Blocks.Other},
	}
}

// Add sums up the counts of several sets.
func (s *Stats) Add(o Stats) {
	s.Pages += o.Pages
	s.RequestLinePages += o.RequestLinePages
	s.PagesConverted += o.PagesConverted
	s.PagesWithoutOp += o.PagesWithoutOp
	s.Operations += o.Operations
	s.Variants += o.Variants
	s.Tables += o.Tables
	s.Rows += o.Rows
	s.RowsInSpec += o.RowsInSpec
	s.RowsInFindings += o.RowsInFindings
	s.RowsOther += o.RowsOther
	s.Examples += o.Examples
	s.ExamplesJSON += o.ExamplesJSON
	s.ExamplesRepaired += o.ExamplesRepaired
	s.ExamplesByTables += o.ExamplesByTables
	s.ExamplesValid += o.ExamplesValid
	s.Blocks.Request += o.Blocks.Request
	s.Blocks.Response += o.Blocks.Response
	s.Blocks.Header += o.Blocks.Header
	s.Blocks.Shell += o.Blocks.Shell
	s.Blocks.Other += o.Blocks.Other
	s.Findings = addCounts(s.Findings, o.Findings)
	s.Unread = addCounts(s.Unread, o.Unread)
}

// addCounts adds counts by name to sum, which may be nil.
func addCounts(sum, counts map[string]int) map[string]int {
	if sum == nil {
		sum = map[string]int{}
	}
	for name, n := range counts {
		sum[name] += n
	}
	return sum
}

// MarshalJSON writes the counts in a fixed order, with what was not read by form and the findings by rule last.
func (s Stats) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for _, c := range s.Counts() {
		b.WriteString(strconv.Quote(c.Name) + ":" + strconv.Itoa(c.N) + ",")
	}
	for i, counts := range []struct {
		name   string
		counts map[string]int
	}{{"unread", s.Unread}, {"findings", s.Findings}} {
		text, err := json.Marshal(addCounts(nil, counts.counts)) // keys come sorted
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(counts.name) + ":")
		b.Write(text)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// EncodeStats writes the counts of sets by name and their total as JSON:
//
//	{"sets": {"cbr": {"pages": 58, …}}, "total": {"pages": 58, …}}
func EncodeStats(sets map[string]Stats) ([]byte, error) {
	names := make([]string, 0, len(sets))
	for name := range sets {
		names = append(names, name)
	}
	slices.Sort(names)
	var total Stats
	for _, name := range names {
		total.Add(sets[name])
	}
	text, err := json.Marshal(struct {
		Sets  map[string]Stats `json:"sets"`
		Total Stats            `json:"total"`
	}{sets, total})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, text, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
