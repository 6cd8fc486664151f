package gen

import (
	"reflect"
	"strings"
	"sync"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// plan says how the members of an object are decoded into a generated struct. It is made of the
// type, once; code of its own for each type took the compiler most of its time and memory.
type plan struct {
	fields []planned
	byName map[string]int
	always []int // fields that are written even when they are zero
	kept   int   // the index of the field Kept
	extra  *extra
}

// planned is a field with a member of its own.
type planned struct {
	index  int
	name   string
	fit    fitter
	alloc  reflect.Type // what an optional field points at; nil for others
	digits bool         // a number whose text matters
	fixed  bool         // it is filled in where it is empty
}

// extra is the field of the members that have none.
type extra struct {
	index int
	item  reflect.Type
	fit   fitter
}

// The names of the fields that are not members.
const (
	keptField  = "Kept"
	extraField = "AdditionalProperties"
)

var plans sync.Map // reflect.Type → *plan

func planOf(t reflect.Type) *plan {
	if known, ok := plans.Load(t); ok {
		return known.(*plan)
	}
	known, _ := plans.LoadOrStore(t, newPlan(t))
	return known.(*plan)
}

func newPlan(t reflect.Type) *plan {
	p := &plan{byName: make(map[string]int, t.NumField())}
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		switch {
		case f.Type == keptType:
			p.kept = i
			continue
		case tag == "-" && f.Name == extraField:
			p.extra = &extra{i, f.Type.Elem(), itemFitter(f.Type.Elem())}
			continue
		case tag == "-" || !f.IsExported():
			continue
		}
		name, option, _ := strings.Cut(tag, ",")
		one := planned{index: i, name: name, fixed: f.Tag.Get("constant") != ""}
		if f.Type.Kind() == reflect.Pointer {
			one.alloc = f.Type.Elem()
			one.fit = fitterOf(one.alloc, true)
		} else {
			one.fit = fitterOf(f.Type, false)
		}
		one.digits = f.Type == floatType || one.alloc == floatType || f.Type == nullableFloatType
		if option != "omitzero" || one.fixed {
			p.always = append(p.always, len(p.fields))
		}
		p.byName[name] = len(p.fields)
		p.fields = append(p.fields, one)
	}
	return p
}

var (
	floatType         = reflect.TypeFor[float64]()
	nullableFloatType = reflect.TypeFor[sdk.Nullable[float64]]()
	keptType          = reflect.TypeFor[sdk.Kept]()
)

// isPlanned reports whether a type is a generated struct.
func isPlanned(t reflect.Type) bool {
	if t.Kind() != reflect.Struct || !reflect.PointerTo(t).Implements(unmarshalerType) {
		return false
	}
	f, ok := t.FieldByName(keptField)
	return ok && f.Type == keptType
}

// find is the field of a member, which mostly is the next one; -1 where there is none.
func (p *plan) find(name []byte, next int) int {
	if next < len(p.fields) && string(name) == p.fields[next].name {
		return next
	}
	if i, ok := p.byName[string(name)]; ok {
		return i
	}
	return -1
}

// read decodes the member into the field. A value that does not fit leaves the field zero and is
// kept; a number for a text and the like fill it, and their text is kept.
func (f *planned) read(m *Member, into reflect.Value) {
	target := into
	if f.alloc != nil {
		target = reflect.New(f.alloc).Elem()
	}
	switch {
	case !m.deep && f.fit(m.text, target):
		if f.digits {
			m.keepDigits()
		}
	case !m.deep && loosely(m, target, f.fit):
	default:
		into.SetZero()
		m.Keep()
		return
	}
	if f.alloc != nil {
		into.Set(target.Addr())
	}
	if f.fixed && (*m.kept).Find(f.name) == nil {
		m.keep(true) // what came has to be remembered even where it is empty
	}
}

// read decodes a member without a field.
func (x *extra) read(m *Member, into reflect.Value) {
	value := reflect.New(x.item).Elem()
	name := reflect.ValueOf(string(m.Name))
	if m.deep || !x.fit(m.text, value) && !loosely(m, value, x.fit) {
		if !into.IsNil() {
			into.SetMapIndex(name, reflect.Value{})
		}
		m.Keep()
		return
	}
	if into.IsNil() {
		into.Set(reflect.MakeMap(into.Type()))
	}
	into.SetMapIndex(name, value)
}
