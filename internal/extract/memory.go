package extract

import (
	"sync"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// memory keeps what texts say while the pages of a set are read: a set has the same type cells, captions
// and descriptions many times. Several goroutines may use it at a time.
type memory struct{ statements, types, captions sync.Map }

// typeCell is what dialect.ParseType gives.
type typeCell struct {
	typ dialect.Type
	ok  bool
}

// typeOf is dialect.ParseType. Callers do not change what the type points to.
func (m *memory) typeOf(cell string) (dialect.Type, bool) {
	c := kept(&m.types, cell, func() typeCell {
		typ, ok := dialect.ParseType(cell)
		return typeCell{typ, ok}
	})
	return c.typ, c.ok
}

// captionOf is dialect.ParseCaption.
func (m *memory) captionOf(text dialect.Text) dialect.Caption {
	return kept(&m.captions, text.Key(), func() dialect.Caption { return dialect.ParseCaption(text) })
}

// statementsOf is what a description says. Callers do not change it.
func (m *memory) statementsOf(text dialect.Text) statements {
	return kept(&m.statements, text.Key(), func() statements { return readStatements(text) })
}

// kept is what was read for a key, which is read the first time it is asked for.
func kept[V any](in *sync.Map, key any, read func() V) V {
	if v, ok := in.Load(key); ok {
		return v.(V)
	}
	v := read()
	in.Store(key, v)
	return v
}

func readStatements(text dialect.Text) statements {
	s := statements{pointer: dialect.TablePointer(text.Words)}
	s.when, s.list = dialect.SaysWhenOrList(text.Words)
	s.limits, s.hints = dialect.Statements(text)
	return s
}
