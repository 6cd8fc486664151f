package change

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// findings lists the findings that only one side has. A finding is the same one in another line,
// and on another page too where a page was moved: what it says counts.
func findings(old, new []diag.Finding) (came, went []diag.Finding) {
	for _, identity := range []func(diag.Finding) string{
		func(f diag.Finding) string { return f.Rule + "\x00" + f.Page + "\x00" + unplaced(f.Message) },
		func(f diag.Finding) string { return f.Rule + "\x00" + unplaced(f.Message) },
	} {
		new, old = without(new, old, identity), without(old, new, identity)
	}
	return new, old
}

// without are the findings of all less those that are in other as often.
func without(all, other []diag.Finding, identity func(diag.Finding) string) []diag.Finding {
	n := map[string]int{}
	for _, f := range other {
		n[identity(f)]++
	}
	out := []diag.Finding{}
	for _, f := range all {
		if id := identity(f); n[id] > 0 {
			n[id]--
			continue
		}
		out = append(out, f)
	}
	return out
}

// unplaced is a message without the numbers of lines and columns in it (":12:3").
func unplaced(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == ':' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			for i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
				i++
			}
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// entries are those of the new side's change history that the old one's lacks. Pages word old
// entries anew when what these refer to moves, so of dates that were there only the newest counts.
func entries(old, new []Entry) []Entry {
	had, dates := map[Entry]bool{}, map[string]bool{}
	for _, e := range old {
		had[Entry{Date: e.Date, Text: e.Text}] = true
		dates[e.Date] = true
	}
	var out []Entry
	for _, e := range new {
		newest := len(old) > 0 && e.Date == old[0].Date
		if !had[Entry{Date: e.Date, Text: e.Text}] && (!dates[e.Date] || newest) {
			out = append(out, e)
		}
	}
	return out
}
