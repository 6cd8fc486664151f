package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// statements are what a description says about its value, and where it looks as if it did.
type statements struct {
	limits  []dialect.Limit
	hints   []dialect.Hint
	pointer int  // see dialect.TablePointer
	when    bool // see dialect.SaysWhen
	list    bool // see dialect.SaysList
}

// readLimits turns what a description says into claims, and keeps the places that look as
// if they limit the value but became no claim.
func (r *row) readLimits(s statements, flow doc.Flow) {
	claimed := make([]bool, len(s.limits))
	places := flow.Places()
	for i, l := range s.limits {
		claimed[i] = r.addLimit(l, places)
	}
	read := claimedOf(s.limits, claimed)
	var within line
	for _, h := range s.hints {
		if r.typ.Kind == dialect.KindBoolean && (h.Form == dialect.FormItems || h.Form == dialect.FormTokens || h.Form == dialect.FormMeanings) {
			continue // true and false are what the type says already
		}
		if !read.covers(h) {
			r.unread = append(r.unread, api.Unread{
				Form: string(h.Form), Field: r.field.Name, Text: within.at(flow.Text, h.Off, h.End),
				Page: r.table.page.path, Pos: places.At(h.Off),
			})
		}
	}
}

// line is the line of a text that was asked for last. The places that are asked for come in order, and many may stand
// in one line, which is not looked through for each.
type line struct{ from, to int }

// at gives the lines of a text that the bytes from off to end stand in. The text is the same at each call.
func (l *line) at(text string, off, end int) string {
	if off < l.from || off > l.to {
		l.from, l.to = strings.LastIndexByte(text[:off], '\n')+1, lineEnd(text, off)
	}
	if end > l.to {
		return text[l.from:lineEnd(text, end)]
	}
	return text[l.from:l.to]
}

// lineEnd is where the line of the byte at off ends.
func lineEnd(text string, off int) int {
	if n := strings.IndexByte(text[off:], '\n'); n >= 0 {
		return off + n
	}
	return len(text)
}

// claims are the words that claims were made of: where each begins, in order, and where the last
// of those up to it ends.
type claims struct{ starts, ends []int }

func claimedOf(limits []dialect.Limit, claimed []bool) claims {
	var c claims
	end := 0
	for i, l := range limits { // sorted by place
		if claimed[i] {
			end = max(end, l.End)
			c.starts, c.ends = append(c.starts, l.Off), append(c.ends, end)
		}
	}
	return c
}

// covers reports whether a claim was made of the words of a hint.
func (c claims) covers(h dialect.Hint) bool {
	n, _ := slices.BinarySearch(c.starts, h.End)
	return n > 0 && c.ends[n-1] > h.Off
}

// unreadOf lists what was not read in the descriptions of operation pages.
func (x *extraction) unreadOf() []api.Unread {
	var out []api.Unread
	for _, p := range x.pages {
		if len(p.operations()) == 0 {
			continue
		}
		for _, t := range p.tables {
			for _, r := range t.rows {
				if r.inSpec {
					out = append(out, r.unread...)
				}
			}
		}
	}
	return out
}
