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
	key := captionKey{number, strings.ToLower(caption), ctx.section, ctx.status}
	if t := p.captioned[key]; t != nil && number != 0 {
		return t
	}
	if key.number = 0; caption == "" {
		return nil
	}
	return p.captioned[key]
}

// captionKey finds a table by its caption: by number and words, by the words alone, or by the number alone.
type captionKey struct {
	number  int    // 0 for any
	caption string // in small letters, "" for any
	section dialect.SectionRole
	status  saidStatus
}

// noteCaption notes the last table of each caption, for those that continue it. What continues a table stands for that
// table.
func (p *page) noteCaption(t *table) {
	whole := t
	if t.continues != nil {
		whole = t.continues
	}
	if p.captioned == nil {
		p.captioned = make(map[captionKey]*table)
	}
	words := strings.ToLower(t.caption)
	for _, key := range []captionKey{{t.number, words, t.ctx.section, t.status}, {0, words, t.ctx.section, t.status}, {t.number, "", t.ctx.section, t.status}} {
		p.captioned[key] = whole
	}
}

// holder is the table whose structure has the rows of a table: itself, or the one that it continues.
func (t *table) holder() *table {
	if of := t.continues; of != nil && t.role == dialect.TableStruct && of.role == dialect.TableStruct {
		return of
	}
	return t
}

// rowsMoved reports whether the rows of a table became those of the table that it continues, see holder, and still are
// rows of fields.
func (t *table) rowsMoved() bool { return t.moved && t.continues.carriesFields() }

// takeContinued gives a table that continues another one the role, side and name of that, whatever stands around it.
func (t *table) takeContinued() {
	if of := t.continues; of != nil {
		t.role, t.side, t.name, t.status = of.role, of.side, of.name, of.status
	}
}
