package extract

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

func TestNameExamples(t *testing.T) {
	example := func(status int) *api.Example {
		if status == 0 {
			return &api.Example{Side: api.SideRequest}
		}
		return &api.Example{Side: api.SideResponse, Status: status}
	}
	for _, c := range []struct {
		statuses []int
		want     string
	}{
		{[]int{0, 200}, "example example"},
		{[]int{0, 200, 400}, "example example example"},
		{[]int{0, 200, 0, 200}, "example1 example1 example2 example2"},
		{[]int{0, 0, 200}, "example1 example2 example1"},
		{nil, ""},
	} {
		op := &api.Operation{}
		for _, s := range c.statuses {
			op.Examples = append(op.Examples, example(s))
		}
		nameExamples(op)
		var names []string
		for _, e := range op.Examples {
			names = append(names, e.Name)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%v: %s, want %s", c.statuses, got, c.want)
		}
	}
}

func TestOwnValues(t *testing.T) {
	r := &row{field: &api.Field{Name: "lid"}}
	for _, c := range []struct {
		text string
		kind dialect.LimitKind
		want string
	}{
		{"lid=oak&lid=ash", dialect.LimitExample, "oak ash"},
		{"lid=oak&size=3", dialect.LimitExample, "oak"},
		{"size=3&lid=oak", dialect.LimitExample, "size=3&lid=oak"}, // starts with another one: not ours to cut
		{"lids=oak", dialect.LimitExample, "lids=oak"},
		{"lid=oak", dialect.LimitDefault, "lid=oak"},
		{"oak", dialect.LimitExample, "oak"},
	} {
		if got := strings.Join(r.ownValues(c.text, c.kind), " "); got != c.want {
			t.Errorf("ownValues(%q, %v) = %s, want %s", c.text, c.kind, got, c.want)
		}
	}
}

func TestBoundFact(t *testing.T) {
	text := dialect.Type{Kind: dialect.KindString}
	number := dialect.Type{Kind: dialect.KindInteger}
	texts := dialect.Type{Kind: dialect.KindArray, Elem: &text}
	numbers := dialect.Type{Kind: dialect.KindArray, Elem: &number}
	for _, c := range []struct {
		what  string
		typ   dialect.Type
		known bool
		limit dialect.Limit
		fact  api.Fact
		elems bool
	}{
		{"Minimum of a string is a length", text, true, dialect.Limit{Kind: dialect.LimitMin}, api.FactMinLength, false},
		{"Maximum of an integer is a value", number, true, dialect.Limit{Kind: dialect.LimitMax}, api.FactMax, false},
		{"Maximum of a list of strings is each one's length", texts, true, dialect.Limit{Kind: dialect.LimitMax}, api.FactMaxLength, true},
		{"Maximum of a list of numbers is each one's value", numbers, true, dialect.Limit{Kind: dialect.LimitMax}, api.FactMax, true},
		{"an array length counts elements", texts, true, dialect.Limit{Kind: dialect.LimitMax, Of: dialect.OfItems}, api.FactMaxItems, false},
		{"bytes bound the characters from above", text, true, dialect.Limit{Kind: dialect.LimitMax, Of: dialect.OfBytes, Number: "9"}, api.FactMaxLength, false},
		{"and not from below", text, true, dialect.Limit{Kind: dialect.LimitMin, Of: dialect.OfBytes, Number: "9"}, api.FactMinBytes, false},
		{"but a byte is a character", text, true, dialect.Limit{Kind: dialect.LimitMin, Of: dialect.OfBytes, Number: "1"}, api.FactMinLength, false},
		{"characters in a list are of its elements", texts, true, dialect.Limit{Kind: dialect.LimitMax, Of: dialect.OfLength}, api.FactMaxLength, true},
		{"values in a list of numbers are of its elements", numbers, true, dialect.Limit{Kind: dialect.LimitMin, Of: dialect.OfValue}, api.FactMin, true},
		{"without a type column it is a string", dialect.Type{}, false, dialect.Limit{Kind: dialect.LimitMin}, api.FactMinLength, false},
	} {
		fact, elems := boundFact(c.typ, c.known, c.limit)
		if fact != c.fact || elems != c.elems {
			t.Errorf("%s: %s, elements %v", c.what, fact, elems)
		}
	}
}
