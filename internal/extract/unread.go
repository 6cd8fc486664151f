package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// statements are what a description says about its value, and where it looks as if it did.
type statements struct {
	limits []dialect.Limit
	hints  []dialect.Hint
}

// readLimits turns what a description says into claims, and keeps the places that look as
// if they limit the value but became no claim.
func (r *row) readLimits(s statements, flow doc.Flow) {
	claimed := make([]bool, len(s.limits))
	for i, l := range s.limits {
		claimed[i] = r.addLimit(l, flow)
	}
	for _, h := range s.hints {
		if r.typ.Kind == dialect.KindBoolean && (h.Form == dialect.FormItems || h.Form == dialect.FormTokens || h.Form == dialect.FormMeanings) {
			continue // true and false are what the type says already
		}
		if !covered(h, s.limits, claimed) {
			r.unread = append(r.unread, api.Unread{
				Form: string(h.Form), Field: r.field.Name, Text: linesAt(flow.Text, h.Off, h.End),
				Page: r.table.page.path, Pos: flow.At(h.Off),
			})
		}
	}
}

// linesAt gives the lines of a text that the bytes from off to end stand in.
func linesAt(text string, off, end int) string {
	from := strings.LastIndexByte(text[:off], '\n') + 1
	if n := strings.IndexByte(text[end:], '\n'); n >= 0 {
		return text[from : end+n]
	}
	return text[from:]
}

// covered reports whether a claim was made of the words of a hint.
func covered(h dialect.Hint, limits []dialect.Limit, claimed []bool) bool {
	for i, l := range limits {
		if claimed[i] && l.Off < h.End && h.Off < l.End {
			return true
		}
	}
	return false
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
