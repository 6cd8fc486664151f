package convert

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
)

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
