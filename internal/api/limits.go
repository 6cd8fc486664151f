package api

import "strconv"

// Limits are the checks on a value. Numbers are JSON numbers, "" where not limited.
type Limits struct {
	Min, Max             string  `json:",omitzero"`
	Multiple             string  `json:",omitzero"` // the value is a whole number of times this one
	MinLength, MaxLength *uint64 `json:",omitzero"`
	MinItems, MaxItems   *uint64 `json:",omitzero"`
	Unique               bool    `json:",omitzero"`
	Pattern              string  `json:",omitzero"`
	Enum                 []Value `json:",omitzero"`
	Shown                []Value `json:",omitzero"` // those of Enum that no list has: examples or defaults show them
}

// IsZero reports whether l limits nothing.
func (l Limits) IsZero() bool { return len(l.All()) == 0 }

// Limit is one check on a value. Values are JSON; the values of an enum are several.
type Limit struct {
	Fact   Fact
	Values []string
}

// All lists the checks of l, in the order of its fields.
func (l Limits) All() []Limit {
	var out []Limit
	add := func(f Fact, values ...string) { out = append(out, Limit{f, values}) }
	text := func(f Fact, s string) {
		if s != "" {
			add(f, s)
		}
	}
	count := func(f Fact, n *uint64) {
		if n != nil {
			add(f, strconv.FormatUint(*n, 10))
		}
	}
	text(FactMin, l.Min)
	text(FactMax, l.Max)
	text(FactMultiple, l.Multiple)
	count(FactMinLength, l.MinLength)
	count(FactMaxLength, l.MaxLength)
	count(FactMinItems, l.MinItems)
	count(FactMaxItems, l.MaxItems)
	if l.Unique {
		add(FactUnique, "true")
	}
	text(FactPattern, l.Pattern)
	if len(l.Enum) > 0 {
		var values []string
		for _, v := range l.Enum {
			values = append(values, v.JSON)
		}
		add(FactEnum, values...)
	}
	return out
}
