package diag

import (
	"fmt"
	"slices"
	"strings"
)

// levels, from the worst on.
var levels = []Level{Error, Warning, Note}

var families = []string{"docs", "tool"}

// Selection says which findings are wanted. The zero Selection takes all.
type Selection struct {
	level  int // how many levels are taken, from the worst on; 0 stands for all
	family string
	rules  []string
}

// Select makes a selection: of the findings of that level and worse ones, of that family,
// and of those rules. "" and no rule stand for all. The error names the valid words.
func Select(level, family string, rules []string) (Selection, error) {
	s := Selection{family: family, rules: rules}
	if level != "" {
		i := slices.Index(levels, Level(level))
		if i < 0 {
			return s, fmt.Errorf("there is no level %q: error, warning and note are the levels", level)
		}
		s.level = i + 1
	}
	if family != "" && !slices.Contains(families, family) {
		return s, fmt.Errorf("there is no family %q: docs and tool are the families", family)
	}
	for _, id := range rules {
		if today := renamed[id]; today != "" {
			return s, fmt.Errorf("the rule %q has another name now: %s", id, today)
		}
		if _, ok := Lookup(id); !ok {
			return s, fmt.Errorf("there is no rule %q: the rules are %s", id, strings.Join(ruleIDs(), ", "))
		}
	}
	return s, nil
}

func ruleIDs() []string {
	var out []string
	for _, r := range Rules() {
		out = append(out, r.ID)
	}
	return out
}

// Of gives the findings that are wanted, in their order.
func (s Selection) Of(findings []Finding) []Finding {
	var out []Finding
	for _, f := range findings {
		if s.takes(f) {
			out = append(out, f)
		}
	}
	return out
}

func (s Selection) takes(f Finding) bool {
	switch {
	case s.level > 0 && slices.Index(levels, f.Level) >= s.level:
		return false
	case s.family != "" && Family(f.Rule) != s.family:
		return false
	}
	return len(s.rules) == 0 || slices.Contains(s.rules, f.Rule)
}
