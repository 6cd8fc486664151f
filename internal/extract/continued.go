package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// continued finds the table that one with a caption such as "Table 2 Lids (continued)" continues: the last one before
// it with that caption in a section of the same role and of the same status. One that has the number, too, goes before;
// where the caption has no other words the number is enough. It gives nil where there is none: the table then stands
// by itself, as without the words.
func (p *page) continued(number int, caption string, ctx context) *table {
	var best *table
	for i := len(p.tables) - 1; i >= 0; i-- {
		t := p.tables[i]
		same := caption != "" && strings.EqualFold(t.caption, caption)
		switch {
		case t.continues != nil, t.status != ctx.status, t.ctx.section != ctx.section:
		case number != 0 && t.number == number && (same || caption == ""):
			return t
		case same && best == nil:
			best = t
		}
	}
	return best
}

// holder is the table whose structure has the rows of a table: itself, or the one that it continues.
func (t *table) holder() *table {
	if of := t.continues; of != nil && t.role == dialect.TableStruct && of.role == dialect.TableStruct {
		return of
	}
	return t
}

// rowsMoved reports whether the rows of a table became those of the table that it continues, see holder.
func (t *table) rowsMoved() bool {
	return t.continues != nil && t.continues.role == dialect.TableStruct && t.role == dialect.TableOther
}

// takeContinued gives a table that continues another one the role, side and name of that, whatever stands around it.
func (t *table) takeContinued() {
	if of := t.continues; of != nil {
		t.role, t.side, t.name, t.status = of.role, of.side, of.name, of.status
	}
}
