package merge

import "github.com/rst2openapi/rst2openapi/internal/api"

// fit is how two types of one field go together.
type fit int

const (
	fitsNot  fit = iota // a value of one is none of the other
	fitsBoth            // two forms of one value: 40 and "40"
	fits
)

// pair are two structures that are compared.
type pair struct{ x, y *api.Schema }

// fit compares two types and what is inside them; each pair of structures counts once.
func (a *alike) fit(x, y *api.Type, seen map[pair]bool) fit {
	switch {
	case x.Kind == api.Any || y.Kind == api.Any:
		return fits
	case x.Kind == y.Kind && x.Elem != nil:
		return a.fit(x.Elem, y.Elem, seen)
	case x.Kind == api.Object && y.Kind == api.Object:
		return a.fitStructures(x.Schema, y.Schema, seen)
	case isOpenMap(x) && y.Kind == api.Object, isOpenMap(y) && x.Kind == api.Object:
		return fits
	case x.Kind == y.Kind, isNumber(x.Kind) && isNumber(y.Kind):
		return fits
	case isText(x.Kind) && isText(y.Kind):
		return fitsBoth
	}
	return fitsNot
}

// fitStructures is how the structures of one field go together; none fits any.
func (a *alike) fitStructures(x, y *api.Schema, seen map[pair]bool) fit {
	if x == nil || y == nil {
		return fits
	}
	x, y = a.at(x), a.at(y)
	if seen[pair{x, y}] {
		return fits
	}
	seen[pair{x, y}] = true
	if x.Request != y.Request || (x.Root == nil) != (y.Root == nil) {
		return fitsNot
	}
	if x.Root != nil {
		return a.fit(x.Root, y.Root, seen)
	}
	out := a.fitExtra(x, y, seen)
	for _, f := range y.Fields {
		if g := x.Field(f.Name); g != nil {
			out = min(out, a.fit(&g.Type, &f.Type, seen))
		}
	}
	return out
}

// fitExtra is how the further members of two structures go together.
func (a *alike) fitExtra(x, y *api.Schema, seen map[pair]bool) fit {
	if x.Extra == nil || y.Extra == nil {
		return fits
	}
	return a.fit(x.Extra, y.Extra, seen)
}

// isOpenMap reports whether a type is a map of anything, which a page may say of a structure whose
// members it does not list.
func isOpenMap(t *api.Type) bool {
	return t.Kind == api.Map && (t.Elem.Kind == api.Any || t.Elem.Kind == api.Object && t.Elem.Schema == nil)
}

func isNumber(k api.Kind) bool { return k == api.Integer || k == api.Number }

// isText reports whether a service may as well send a text where the kind is documented, or the
// kind for a text.
func isText(k api.Kind) bool { return isNumber(k) || k == api.String || k == api.Boolean }

// maxAsOne is how many structures inside of two that are compared may become one.
const maxAsOne = 16

// agree reports whether all structures that would become one with those of the pairs fit each other.
// Two fields of one page may have one structure where those of another page have two, which say
// contrary things of a field.
func (a *alike) agree(pairs map[pair]bool) bool {
	for before := 0; before < len(pairs); {
		before = len(pairs)
		for _, one := range classesOf(pairs) {
			if len(one) > maxAsOne {
				return false
			}
			for i, x := range one {
				for _, y := range one[:i] {
					if a.fitStructures(x, y, pairs) == fitsNot {
						return false
					}
				}
			}
		}
	}
	return true
}

// classesOf are the structures that pairs make one, those of more than two.
func classesOf(pairs map[pair]bool) [][]*api.Schema {
	class := make(map[*api.Schema]*[]*api.Schema)
	for p := range pairs {
		x, y := class[p.x], class[p.y]
		switch {
		case x == nil && y == nil:
			one := &[]*api.Schema{p.x, p.y}
			class[p.x], class[p.y] = one, one
		case x == nil:
			*y = append(*y, p.x)
			class[p.x] = y
		case y == nil:
			*x = append(*x, p.y)
			class[p.y] = x
		case x != y:
			*x = append(*x, *y...)
			for _, s := range *y {
				class[s] = x
			}
		}
	}
	var out [][]*api.Schema
	for s, one := range class {
		if len(*one) > 2 && s == (*one)[0] {
			out = append(out, *one)
		}
	}
	return out
}
