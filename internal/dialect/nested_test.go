package dialect

import "testing"

func TestNestedName(t *testing.T) {
	for text, want := range map[string]struct {
		name  string
		depth int
	}{
		"size": {"size", 0}, "> size": {"size", 1}, ">>size": {"size", 2}, "> > size": {"size", 2}, "└── size": {"size", 1},
		"|-- size": {"size", 1}, "»  size": {"size", 1}, "<size>": {"<size>", 0}, "-": {"-", 0}, "": {"", 0}, ">": {"", 1},
		"-size": {"size", 1}, "--size": {"size", 2}, "- - size": {"size", 2}, "–size": {"size", 1}, "-1": {"-1", 0}, "--": {"--", 0},
	} {
		if name, depth := NestedName(text); name != want.name || depth != want.depth {
			t.Errorf("%q: %q in %d", text, name, depth)
		}
	}
}

func TestNestedPath(t *testing.T) {
	for text, want := range map[string][2]string{
		"tool.size": {"tool", "size"}, "tool.grip[].size": {"tool.grip", "size"}, "by[*].name": {"by", "name"}, "by[0].name": {"by", "name"},
		"size": {"", "size"}, ".size": {"", ".size"}, "size.": {"", "size."}, "by[x].name": {"by[x]", "name"}, "": {"", ""},
	} {
		if path, name := NestedPath(text); path != want[0] || name != want[1] {
			t.Errorf("%q: %q and %q", text, path, name)
		}
	}
}
