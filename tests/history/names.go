package history

import (
	"slices"
	"strconv"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// Names are what operations and schemas are called, found without a lock file.
type Names struct {
	ids     map[string]string          // by method, shape of path, and page of a variant
	schemas map[string]string          // by the way from an operation to the use
	fields  map[string]map[string]bool // of each schema
}

// NamesOf finds the names of a service.
func NamesOf(svc *api.Service) Names {
	n := Names{map[string]string{}, map[string]string{}, map[string]map[string]bool{}}
	for _, op := range svc.Operations {
		line := op.Method + " " + urlpath.Shape(op.Path)
		n.ids[line] = op.ID
		for _, v := range op.Variants {
			n.ids[line+" "+v.Origin.Page+" "+v.Case] = v.ID
		}
		for _, one := range op.Parts() {
			at := line
			if len(op.Variants) > 0 {
				at += " " + one.Origin.Page + " " + one.Case
			}
			seen := map[*api.Schema]bool{}
			if one.Body != nil {
				n.walk(&one.Body.Type, at+" request", seen)
			}
			for _, r := range one.Responses {
				if r.Body != nil {
					n.walk(&r.Body.Type, at+" "+strconv.Itoa(r.Status), seen)
				}
			}
		}
	}
	return n
}

// walk notes the names of the structures in a type, each once for an operation.
func (n Names) walk(t *api.Type, at string, seen map[*api.Schema]bool) {
	t.Each(func(t *api.Type) {
		s := t.Schema
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		n.schemas[at] = s.Name
		if n.fields[s.Name] == nil {
			n.fields[s.Name] = map[string]bool{}
		}
		for _, f := range s.Fields {
			n.fields[s.Name][f.Name] = true
			n.walk(&f.Type, at+"."+f.Name, seen)
		}
		n.walk(s.Root, at, seen)
		n.walk(s.Extra, at+".*", seen)
	})
}

// Renamed lists the operations and variants that have another id than before, and the schemas
// that have another name at a use that is as it was, and whose name is gone.
func Renamed(before, now Names) (ids, schemas []string) {
	for at, id := range before.ids {
		if other := now.ids[at]; other != "" && other != id {
			ids = append(ids, at+": "+id+" → "+other)
		}
	}
	gone := map[string]string{}
	for at, name := range before.schemas {
		if other := now.schemas[at]; other != "" && now.fields[name] == nil && before.fields[other] == nil &&
			alike(before.fields[name], now.fields[other]) {
			gone[name] = max(gone[name], other)
		}
	}
	for name, other := range gone {
		schemas = append(schemas, name+" → "+other)
	}
	slices.Sort(ids)
	slices.Sort(schemas)
	return ids, schemas
}

// alike reports whether at least half of all properties are those of both structures.
func alike(a, b map[string]bool) bool {
	common := 0
	for name := range a {
		if b[name] {
			common++
		}
	}
	return 2*common >= len(a)+len(b)-common
}
