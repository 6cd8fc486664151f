package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// regroup gives rows of a flat table to the row of the object or list that they are members
// of, where a repeated name says that the table has gone into one:
//
//	id | String, jars | Array, id | String, lid | String
//
// The second id is none of the table's own but one of the latest row above it whose type has
// members that no table lists, where a printed body has the name there. All rows below that
// row are members too, up to a name that the printed bodies have beside it. What nothing
// printed proves stays a row that is described twice: most of those are. Tables without a
// repeated name are left to the examples.
func (l *linker) regroup(t *table) {
	switch t.role {
	case dialect.TableStruct, dialect.TableResponse, dialect.TableBody, dialect.TableRequest:
	default:
		return
	}
	var rows []*row
	for _, r := range t.rows {
		if r.field != nil && r.stands == dialect.NamePlain {
			rows = append(rows, r)
		}
	}
	if _, _, ok := firstDuplicate(rows); ok { // asked first, as few tables need what is printed
		l.regroupRows(t, rows, l.page.printedObjects(t.side))
	}
}

// firstDuplicate finds the places of the first name that comes twice.
func firstDuplicate(rows []*row) (first, again int, ok bool) {
	at := make(map[string]int)
	for i, r := range rows {
		if j, ok := at[r.field.Name]; ok {
			return j, i, true
		}
		at[r.field.Name] = i
	}
	return 0, 0, false
}

// regroupRows gives rows to their owners and returns those that stay.
func (l *linker) regroupRows(t *table, rows []*row, printed []*payload.Value) []*row {
	work, moved := slices.Clone(rows), make(map[*row]bool)
	for {
		first, again, ok := firstDuplicate(work)
		if !ok {
			break
		}
		owner := again - 1
		for owner > first && openMembers(&work[owner].field.Type) == nil {
			owner--
		}
		from, to := again, again
		if owner > first {
			from, to = memberRows(work, owner, again, printed)
		}
		if from == to { // it is described twice
			work = slices.Delete(work, again, again+1)
			continue
		}
		members := slices.Clone(work[from:to])
		for _, r := range members {
			r.within, moved[r] = work[owner], true
		}
		l.give(t, work[owner], l.regroupRows(t, members, printed))
		work = slices.Delete(work, from, to)
	}
	return slices.DeleteFunc(slices.Clone(rows), func(r *row) bool { return moved[r] })
}

// openMembers is the type whose members no table lists: that of an object, or of the elements
// of a list.
func openMembers(t *api.Type) *api.Type {
	for list := false; t != nil; t = t.Elem {
		if t.Schema == nil && (t.Kind == api.Object || list && t.Kind == api.Any) {
			return t
		}
		list = t.Kind == api.Array
	}
	return nil
}

// memberRows are the rows that belong into the row of an object where a name is repeated
// below it; none where no printed body shows the name in it.
func memberRows(rows []*row, owner, again int, printed []*payload.Value) (from, to int) {
	inside, beside := shownWith(printed, rows[owner].field.Name)
	if !inside[rows[again].field.Name] {
		return again, again
	}
	from, to = owner+1, again+1
	for from < again && beside[rows[from].field.Name] && !inside[rows[from].field.Name] {
		from++
	}
	for to < len(rows) && (inside[rows[to].field.Name] || !beside[rows[to].field.Name]) {
		to++
	}
	return from, to
}

// shownWith gives the names in the values that printed objects have for a name, and the names
// beside it.
func shownWith(printed []*payload.Value, name string) (inside, beside map[string]bool) {
	inside, beside = make(map[string]bool), make(map[string]bool)
	for _, v := range printed {
		m := v.Member(name)
		if m == nil {
			continue
		}
		for _, other := range v.Members {
			beside[other.Name] = true
		}
		for _, item := range append([]*payload.Value{m}, m.Items...) {
			for _, inner := range item.Members {
				inside[inner.Name] = true
			}
		}
	}
	return inside, beside
}

// give makes rows the members of the row of an object.
func (l *linker) give(t *table, owner *row, members []*row) {
	s := newSchema(t.side, owner.field.Name, owner.field.Origin)
	for _, r := range members {
		if f := s.Field(r.field.Name); f != nil {
			l.duplicate(r, f)
			continue
		}
		s.Fields = append(s.Fields, r.field)
		l.page.rowFound.add("docs/flat-rows", r.field.Origin.Pos,
			r.field.Name+" stands beside "+owner.field.Name+" in the table, but a name is repeated there, so it is taken as a member of that",
			l.page.at(owner.field.Origin.Pos).related("the row that it belongs to"))
	}
	open := openMembers(&owner.field.Type)
	open.Kind, open.Schema = api.Object, s
}

// printedObjects are all objects in the bodies that the page prints on a side.
func (s *scope) printedObjects(side api.Side) []*payload.Value {
	var out []*payload.Value
	var walk func(v *payload.Value)
	walk = func(v *payload.Value) {
		if v.Kind == payload.Object {
			out = append(out, v)
		}
		for _, item := range v.Items {
			walk(item)
		}
		for _, m := range v.Members {
			walk(m.Value)
		}
	}
	for _, v := range s.printedBodies(nil, side) {
		walk(v)
	}
	return out
}
