package extract

import (
	"sync"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// memory keeps what texts say while the pages of a set are read: a set has the same type cells, captions
// and descriptions many times. Several goroutines may use it at a time. One that is nil keeps nothing.
type memory struct{ statements, types, captions sync.Map }

// typeCell is what dialect.ParseType gives.
type typeCell struct {
	typ dialect.Type
	ok  bool
}

// typeOf is dialect.ParseType. Callers do not change what the type points to.
func (m *memory) typeOf(cell string) (dialect.Type, bool) {
	if m == nil {
		return dialect.ParseType(cell)
	}
	if read, ok := m.types.Load(cell); ok {
		c := read.(*typeCell)
		return c.typ, c.ok
	}
	c := new(typeCell)
	c.typ, c.ok = dialect.ParseType(cell)
	m.types.Store(cell, c)
	return c.typ, c.ok
}

// captionOf is dialect.ParseCaption.
func (m *memory) captionOf(text dialect.Text) dialect.Caption {
	if m == nil {
		return dialect.ParseCaption(text)
	}
	key := text.Key()
	if read, ok := m.captions.Load(key); ok {
		return read.(dialect.Caption)
	}
	c := dialect.ParseCaption(text)
	m.captions.Store(key, c)
	return c
}

// statementsOf is what a description says.
func (m *memory) statementsOf(text dialect.Text) statements {
	if m == nil {
		return readStatements(text)
	}
	key := text.Key()
	if read, ok := m.statements.Load(key); ok {
		return read.(statements)
	}
	s := readStatements(text)
	m.statements.Store(key, s)
	return s
}

func readStatements(text dialect.Text) statements {
	s := statements{pointer: dialect.TablePointer(text.Words)}
	s.when, s.list = dialect.SaysWhenOrList(text.Words)
	s.limits, s.hints = dialect.Statements(text)
	return s
}
