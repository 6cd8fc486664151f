package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// noteStates reads the states of a thing that a table elsewhere lists:
//
//	status | String | The crate's status. See Crate Status.
//
//	Crate Status | Description          on the page, or the table, that "Crate Status" leads to
//	packing      | It is being packed.
//
// It applies to members of responses that are called so, and does not apply where the row lists
// values itself or takeValues found a table on its page, where a state in the table is not one word, and where the
// description leads to several tables of states and does not say which of them it means, see meant.
func (l *linker) noteStates(r *row) {
	if r.table.role != dialect.TableResponse && r.table.role != dialect.TableStruct || !dialect.IsState(r.field.Name) ||
		slices.ContainsFunc(r.field.Claims, func(c api.Claim) bool {
			return c.Fact == api.FactEnum || c.Fact == api.FactValues || c.Fact == api.FactConst
		}) {
		return
	}
	var all []*table
	for _, ref := range r.descRefs {
		for _, t := range l.tablesAt(ref) {
			if t != r.table && !slices.Contains(all, t) && statesIn(t) != nil {
				all = append(all, t)
			}
		}
	}
	found := r.meant(all)
	if found == nil {
		return
	}
	r.field.Claims = append(r.field.Claims, api.Claim{
		Fact: api.FactEnum, Values: statesIn(found),
		Origin: found.page.at(found.doc.Pos()).origin(api.FromColumn),
	})
}

// meant is the table that a description means of those that it leads to: the only one, or the one whose caption
// shares the most words with it that not all captions have.
//
//	state | String | The label's state. See States of Parts.
//	Table 1 States of lids     Table 2 States of labels
//
// It does not apply where no caption shares such a word, or two of them equally many. The words of the link
// do not count: they are those of the page.
func (r *row) meant(all []*table) *table {
	if len(all) < 2 {
		return first(all)
	}
	in := make(map[string]int)
	names := make([][]string, len(all))
	for i, t := range all {
		names[i] = dialect.NameWords(t.caption)
		for _, word := range names[i] {
			in[word]++
		}
	}
	text := cellText(r.desc).Text
	for _, ref := range r.descRefs {
		if words := (doc.Text{ref}).String(); words != "" {
			text = strings.ReplaceAll(text, words, " ")
		}
	}
	said := dialect.NameWords(text)
	var best *table
	most, tied := 0, false
	for i, t := range all {
		n := 0
		for _, word := range names[i] {
			if in[word] < len(all) && slices.Contains(said, word) {
				n++
			}
		}
		switch {
		case n > most:
			best, most, tied = t, n, false
		case n == most:
			tied = true
		}
	}
	if tied {
		return nil
	}
	return best
}

func first(all []*table) *table {
	if len(all) == 0 {
		return nil
	}
	return all[0]
}

// tablesAt are the tables that a reference leads to: one, those of a section, or those of a page.
func (l *linker) tablesAt(ref doc.Inline) []*table {
	target, ok := l.x.label(l.page, ref.Target)
	if !ok {
		return nil
	}
	if target.table != nil {
		if t := l.tableOf[target.table]; t != nil {
			return []*table{t}
		}
		return nil
	}
	if target.section == nil {
		return target.page.tables
	}
	var out []*table
	doc.Walk(target.section, func(b doc.Block) bool {
		at, _ := b.(*doc.Table)
		if t := l.tableOf[at]; t != nil {
			out = append(out, t)
		}
		return true
	})
	return out
}

// statesIn are the states that a table lists, nil where it lists something else.
func statesIn(t *table) []string {
	if len(t.heads) < 2 || len(t.body) < 2 || t.heads[1] == t.heads[0] || !dialect.IsStateHead(cellText(t.heads[0]).Text) {
		return nil
	}
	var out []string
	for _, r := range t.body {
		if len(r.Cells) == 0 || r.Cells[0].Col != 0 {
			continue // what is above goes on
		}
		state := cellText(r.Cells[0]).Text
		if !dialect.IsStateWord(state) {
			return nil
		}
		if !slices.Contains(out, state) {
			out = append(out, state)
		}
	}
	return out
}
