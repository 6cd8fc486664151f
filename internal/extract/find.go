package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// byLabel finds the structure table that a reference points at.
func (l *linker) byLabel(label string) *table {
	t, _ := l.x.label(l.page, label)
	if found := l.tableOf[t.table]; found != nil && found.role == dialect.TableStruct {
		return l.ownCopy(label, found)
	}
	return nil
}

// ownCopy gives the own page's table that a reference to another page means. A page made of
// another one keeps references that still name the other; labels of both end alike:
//
//	:ref:`Table 4 <box_0001__table42>`      on the page with ".. _box_0002__table42:"
func (l *linker) ownCopy(label string, found *table) *table {
	end, ok := labelEnd(label)
	if found.page == l.page || !ok {
		return found
	}
	for _, t := range l.page.tables {
		if t.role == dialect.TableStruct && slices.ContainsFunc(t.labels, func(own doc.Label) bool {
			ownEnd, ok := labelEnd(own.Name)
			return ok && ownEnd == end
		}) {
			return t
		}
	}
	return found
}

// numbered finds the own page's table that a reference to another page means whose text has the
// number of that table and whose description has its name: "For details about lids, see :ref:`Table
// 4 <box_0001__table42>`", where Table 4 of the row's page lists lids.
func (l *linker) numbered(r *row, label, text string) *table {
	n := dialect.TablePointer(text)
	if n == 0 {
		return nil
	}
	if to, ok := l.x.label(l.page, label); !ok || to.page == l.page {
		return nil
	}
	for _, t := range l.withNumber[n] {
		if t.role == dialect.TableStruct && t != r.table && t.name != "" && strings.Contains(r.field.Text, " "+t.name) {
			return t
		}
	}
	return nil
}

// labelEnd is the part of a label that names a place of a page; what stands before it names
// the page.
func labelEnd(label string) (string, bool) {
	label = doc.NormLabel(label)
	i := strings.LastIndex(label, "__")
	return label[i+1:], i > 0
}

// ofName gives the table that a row means when the text of its reference is text and leads to
// t. Of several tables of one name only the first has a label, and all references lead there: the one
// that is written as the reference is meant, and of these one that no other row means, the nearest:
//
//	remote | :ref:`remote <box_0001__remote>` object        Table 7 Remote, with the label
//	                                                        Table 9 remote, without one
func (l *linker) ofName(r *row, t *table, text string) *table {
	if t == nil || t.page != l.page {
		return t
	}
	best := t
	for _, other := range l.x.structs[foldName(t.name)] {
		if other.page == l.page && other.side == t.side && other.status == t.status && other.name == text && len(other.labels) == 0 &&
			(best.name != text || best.used && !other.used || best.used == other.used && l.distance(r, other) < l.distance(r, best)) {
			best = other
		}
	}
	return best
}

// ofStatus gives the table that a row means when its reference leads to t. A page that
// prints one structure for several statuses gives only the first table a label, and all
// references lead there: the table of that name on the row's own side and in its own status is meant.
func (l *linker) ofStatus(r *row, t *table) *table {
	if t == nil || t.page != l.page || t.status == r.table.status && t.side == r.table.side {
		return t
	}
	for _, other := range l.x.structs[foldName(t.name)] {
		if other.page == l.page && other.side == r.table.side && other.status == r.table.status {
			return other
		}
	}
	return t
}

// calledAs finds the table that the description of a row leads to, if it is called as the field:
//
//	cronTrigger | Cron data structure | see Table 9        Table 9 CronTrigger
//
// A type word that names another table of the page is then a slip.
func (l *linker) calledAs(r *row) *table {
	for _, ref := range r.descRefs {
		t := l.byLabel(ref.Target)
		if t != nil && t != r.table && t.page == l.page && t.side == r.table.side && foldName(t.name) == foldName(r.field.Name) {
			return t
		}
	}
	return nil
}

// printsRowsIn reports whether the page prints, in the member that a row describes, what other
// rows of its table list: the table is flat, and no other table is meant.
//
//	replications | List<replication>       {"replications": [{"id": "a", "status": "b"}]}
//	id           | String
//	status       | String
//
// It does not apply where the page prints half of the members or fewer that its rows list.
func (l *linker) printsRowsIn(r *row) bool {
	v := l.page.printedBody(r.table.side)
	if v == nil {
		return false
	}
	if v = v.Member(r.field.Name); v != nil && len(v.Items) > 0 {
		v = v.Items[0]
	}
	if v == nil {
		return false
	}
	listed := 0
	for _, m := range v.Members {
		if slices.ContainsFunc(r.table.rows, func(o *row) bool { return o != r && o.field != nil && o.field.Name == m.Name }) {
			listed++
		}
	}
	return 2*listed > len(v.Members)
}

// byName finds a structure table by name, the nearest: on this page only, or on any page
// of the set, which is a finding.
func (l *linker) byName(r *row, name string, ownPage bool) *table {
	all := l.x.structs[foldName(name)]
	if len(all) == 0 {
		return nil
	}
	best := slices.MinFunc(all, func(a, b *table) int { return l.distance(r, a) - l.distance(r, b) })
	if best.page != l.page && ownPage {
		return nil
	}
	if best.page != l.page {
		l.page.rowFound.add("docs/structure-on-other-page", r.pos,
			"the structure "+diag.Quote(name)+" is not described on this page; another page's table is used",
			best.page.at(best.doc.Pos()).related("the table that is used"))
	}
	return best
}

// distance says how far a structure's table is from a row that may mean it. A page that
// prints one structure for several statuses has several tables of one name: the one of
// the row's own side and status, and of those the next one below, is meant.
func (l *linker) distance(r *row, t *table) int {
	if t.page != l.page {
		d := 100000 - 10*commonFolders(t.page.path, l.page.path)
		if t.side != r.table.side {
			d += 5
		}
		return d
	}
	d := 0
	if t.side != r.table.side {
		d += 20000
	}
	if t.status != r.table.status {
		d += 5000
	}
	if t.index >= r.table.index {
		return d + t.index - r.table.index
	}
	return d + 1000 + r.table.index - t.index
}

func commonFolders(a, b string) int {
	n := 0
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			break
		}
		if a[i] == '/' {
			n++
		}
	}
	return min(n, 90)
}

// structsOf finds the structures of a row whose type word names none, from the surest
// evidence on:
//
//   - references in the type cell, the name cell and the description, which may lead to
//     several tables, one for each case;
//   - the number of a table ("see Table 3");
//   - a table whose caption is the row's path ("role.policy" for policy in role);
//   - a table of the field's own name, in the singular too.
//
// The last two count on this page and side only: a common word such as "tags" would else
// catch another page's table.
func (l *linker) structsOf(r *row) []*table {
	var found []*table
	for _, ref := range slices.Concat(r.typeRefs, r.nameRefs, r.descRefs) {
		text := doc.Text{ref}.String()
		t := l.numbered(r, ref.Target, text)
		if t == nil {
			t = l.ofName(r, l.ofStatus(r, l.byLabel(ref.Target)), text)
		}
		if t != nil && t != r.table && !slices.Contains(found, t) {
			found = append(found, t)
		}
	}
	if len(found) > 0 {
		if found[0].page == l.page {
			return found
		}
		// A page made of another one keeps the other's references: its own table of the
		// field's name is meant.
		for _, name := range l.pathsOf(r) {
			if t := l.ownStruct(r, name); t != nil {
				return []*table{t}
			}
		}
		return found
	}
	if r.pointer != 0 {
		for _, t := range l.withNumber[r.pointer] {
			if t.role == dialect.TableStruct && t != r.table {
				return []*table{t}
			}
		}
	}
	for _, name := range l.pathsOf(r) {
		if t := l.ownStruct(r, name); t != nil {
			return []*table{t}
		}
	}
	return nil
}

// pathsOf are the names that a structure for a row may have.
func (l *linker) pathsOf(r *row) []string {
	name := r.field.Name
	var out []string
	if parent := r.table.name; parent != "" {
		out = append(out, parent+"."+name, lastOfPath(parent)+"."+name)
	}
	out = append(out, name, strings.TrimSuffix(name, "s"))
	if rest, ok := strings.CutSuffix(name, "ies"); ok {
		out = append(out, rest+"y")
	}
	return append(out, lastOfPath(name))
}

// lastOfPath is the last name of a path, "links" of "roles.links".
func lastOfPath(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

func (l *linker) ownStruct(r *row, name string) *table {
	return l.nearest(r, name, func(t *table) bool { return t != r.table })
}

// sameSide finds the page's own structure of a name on the side of a row, which may be the one that
// the row belongs to.
func (l *linker) sameSide(r *row, name string) *table {
	return l.nearest(r, name, func(*table) bool { return true })
}

// nearest finds the nearest structure of a name that fits, on the page and side of a row.
func (l *linker) nearest(r *row, name string, fits func(*table) bool) *table {
	var best *table
	for _, t := range l.x.structs[foldName(name)] {
		if t.page == l.page && t.side == r.table.side && fits(t) && (best == nil || l.distance(r, t) < l.distance(r, best)) {
			best = t
		}
	}
	return best
}

// explainPairs keeps the tables that may explain the keys and values of a map of that row:
// such a table lists no fields ("key_val: one or more pairs").
func (l *linker) explainPairs(r *row) {
	for _, t := range l.structsOf(r) {
		if len(t.body) <= maxPairRows {
			l.x.pairs = append(l.x.pairs, t)
		}
	}
}

// dropPairs takes the tables that explain pairs out of the document, once all types are
// known: one that a field of any page has for its type is a structure all the same.
func (x *extraction) dropPairs() {
	for _, t := range x.pairs {
		if !t.used {
			t.role, t.schema = dialect.TableOther, nil
		}
	}
}

// maxPairRows is the most rows of a table that explains pairs: key and value.
const maxPairRows = 2
