package extract

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// TestCountedBy: a bound after the type of a list counts its elements, unless these are numbers or it says what it counts.
func TestCountedBy(t *testing.T) {
	high := func(of dialect.Of, elems bool) dialect.Limit {
		return dialect.Limit{Kind: dialect.LimitMax, Number: "20", Of: of, Elems: elems}
	}
	list := func(k dialect.Kind) dialect.Type {
		return dialect.Type{Kind: dialect.KindArray, Elem: &dialect.Type{Kind: k}}
	}
	for _, c := range []struct {
		typ  dialect.Type
		l    dialect.Limit
		want dialect.Of
	}{
		{list(dialect.KindString), high(dialect.OfValue, false), dialect.OfItems},
		{list(dialect.KindNamed), high(dialect.OfUnsaid, false), dialect.OfItems},
		{list(dialect.KindInteger), high(dialect.OfValue, false), dialect.OfValue},
		{list(dialect.KindNumber), high(dialect.OfValue, false), dialect.OfValue},
		{list(dialect.KindString), high(dialect.OfLength, false), dialect.OfLength},
		{list(dialect.KindString), high(dialect.OfValue, true), dialect.OfValue},
		{list(dialect.KindString), dialect.Limit{Kind: dialect.LimitDefault, Of: dialect.OfValue}, dialect.OfValue},
		{dialect.Type{Kind: dialect.KindArray}, high(dialect.OfValue, false), dialect.OfValue},
		{dialect.Type{Kind: dialect.KindString}, high(dialect.OfValue, false), dialect.OfValue},
	} {
		if got := countedBy(c.typ, c.l); got != c.want {
			t.Errorf("%v, %v: %v, want %v", c.typ, c.l, got, c.want)
		}
	}
}
