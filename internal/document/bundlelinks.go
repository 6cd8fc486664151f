package document

import (
	"fmt"
	"net/url"
	"path"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// link is a reference of an element of a file.
type link struct {
	ref      *yaml.Node
	kind     string // of the element
	file     string // that the reference is in, "" for the document itself
	target   string // the file that it leads to
	fragment string // where in that
}

// errorf is an error that tells where the reference is and what it says.
func (l *link) errorf(format string, args ...any) error {
	where := "line " + strconv.Itoa(l.ref.Line)
	if l.file != "" {
		where = OneLine(l.file) + ", " + where
	}
	return fmt.Errorf("%s: the reference %s%w", where, OneLine(l.ref.Value), fmt.Errorf(format, args...))
}

// follow finds the file that the reference leads to. It is below the folder of the document.
func (l *link) follow() error {
	name, fragment, _ := strings.Cut(l.ref.Value, "#")
	if strings.Contains(name, "://") || strings.HasPrefix(name, "//") {
		return l.errorf(" leads to another server, which is never asked: save what it leads to beside the document")
	}
	// Both are parts of an address.
	name, l.fragment = unescaped(name), unescaped(fragment)
	switch {
	case name == "":
		name = l.file
	case !path.IsAbs(name):
		name = path.Join(path.Dir(l.file), name)
	}
	if path.IsAbs(name) || name == ".." || strings.HasPrefix(name, "../") {
		return l.errorf(" leads out of the folder of the document")
	}
	l.target = name
	return nil
}

// value finds what the reference leads to in a file.
func (b *bundler) value(l *link, tree *yaml.Node) (*yaml.Node, error) {
	for _, step := range Steps(l.fragment) {
		if tree = b.member(tree, step); tree == nil {
			return nil, l.errorf(" leads to nothing")
		}
	}
	return tree, nil
}

// reference makes the reference of an element one inside of the document.
func (b *bundler) reference(n, ref *yaml.Node, kind, file string, depth int) error {
	if name, _, _ := strings.Cut(ref.Value, "#"); name == "" && file == "" {
		return nil // inside of the document
	}
	l := &link{ref: ref, kind: kind, file: file}
	if err := l.follow(); err != nil {
		return err
	}
	tree, err := b.tree(l.target)
	if err != nil {
		return l.errorf(": %w", err)
	}
	if tree == nil {
		ref.Value = "#" + l.fragment
		return nil
	}
	target, err := b.value(l, tree)
	switch {
	case err != nil:
		return err
	case kind == "path": // a path item is not a component
		return b.path(n, target, l, depth)
	case b.reserved[n]:
		delete(b.reserved, n)
		made, err := b.copy(target)
		if err != nil {
			return err
		}
		*n = *made
		return b.bring(n, l, depth)
	}
	return b.component(target, l, depth)
}

// component has a reference lead to the component that stands for what it led to, which is made
// once.
func (b *bundler) component(target *yaml.Node, l *link, depth int) error {
	id := l.kind + " " + l.target + "#" + l.fragment
	name, done := b.names[id]
	if !done {
		section := b.section(l.kind)
		if section == nil {
			return l.errorf(" cannot be: Swagger 2.0 has no components for %s", aKind(l.kind))
		}
		made, err := b.copy(target)
		if err != nil {
			return err
		}
		name = b.free(l.kind, section, componentName(l.target, l.fragment))
		b.names[id] = name
		key := word(name)
		key.Line, key.Column = section.Line, section.Column
		section.Content = append(section.Content, key, made)
		if err := b.bring(made, l, depth); err != nil {
			return err
		}
	}
	where := []string{"components", componentKinds[l.kind][0], name}
	if b.swagger {
		where = []string{componentKinds[l.kind][1], name}
	}
	l.ref.Value = "#" + Pointer(where...)
	return nil
}

// bring makes a value of the file that a reference leads to one of the document.
func (b *bundler) bring(n *yaml.Node, l *link, depth int) error {
	if err := b.element(n, l.kind, l.target, depth+1); err != nil {
		return err
	}
	b.noteLines(n, l.target)
	return nil
}

// path puts what the reference of a path leads to into the place of the reference. What both give
// has no meaning in OpenAPI (3.0.3, section 4.7.9.1).
func (b *bundler) path(n, target *yaml.Node, l *link, depth int) error {
	made, err := b.copy(target)
	if err != nil {
		return err
	}
	own := mapping()
	remove(n, "$ref")
	for i := 0; i+1 < len(made.Content); i += 2 {
		switch name := made.Content[i].Value; {
		case index(n, name) < 0:
			own.Content = append(own.Content, made.Content[i], made.Content[i+1])
		case name != "summary" && name != "description":
			return l.errorf(" leads to a path with %s, which is given beside the reference as well", OneLine(name))
		}
	}
	if err := b.bring(own, l, depth); err != nil {
		return err
	}
	for i := 0; i+1 < len(own.Content); i += 2 {
		put(n, own.Content[i].Value, own.Content[i+1])
	}
	return nil
}

// unescaped is a part of an address without its percent signs.
func unescaped(part string) string {
	if plain, err := url.PathUnescape(part); err == nil {
		return plain
	}
	return part
}

// member is a member of a mapping, or an item of a list, of another file.
func (b *bundler) member(n *yaml.Node, name string) *yaml.Node {
	switch n.Kind {
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(name); err == nil && i >= 0 && i < len(n.Content) {
			return n.Content[i]
		}
		return nil
	case yaml.MappingNode:
	default:
		return nil
	}
	all, ok := b.members[n]
	if !ok {
		all = make(map[string]*yaml.Node, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			all[n.Content[i].Value] = n.Content[i+1]
		}
		b.members[n] = all
	}
	return all[name]
}

// free is a name for a component that no other has.
func (b *bundler) free(kind string, section *yaml.Node, name string) string {
	taken := b.taken[kind]
	if taken == nil {
		taken = map[string]bool{}
		for i := 0; i+1 < len(section.Content); i += 2 {
			taken[section.Content[i].Value] = true
		}
		b.taken[kind] = taken
	}
	out := name
	for n := max(2, b.last[[2]string{kind, name}]+1); taken[out]; n++ {
		out = fmt.Sprint(name, n)
		b.last[[2]string{kind, name}] = n
	}
	taken[out] = true
	return out
}

// section is where components of a kind stand; nil where the version has none.
func (b *bundler) section(kind string) *yaml.Node {
	at, name := b.root, componentKinds[kind][1]
	if !b.swagger {
		name = componentKinds[kind][0]
		if get(at, "components") == nil {
			put(at, "components", mapping())
		}
		at = get(at, "components")
	}
	if name == "" {
		return nil
	}
	if get(at, name) == nil {
		put(at, name, mapping())
	}
	return get(at, name)
}

// componentName is the name of what a reference leads to: the last part of it that is one.
func componentName(file, fragment string) string {
	if steps := Steps(fragment); len(steps) > 0 && steps[len(steps)-1] != "" {
		file = steps[len(steps)-1]
	} else {
		file = strings.TrimSuffix(path.Base(file), path.Ext(file))
	}
	name := strings.Map(func(r rune) rune { // section 4.7.7: ^[a-zA-Z0-9\.\-_]+$
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_' {
			return r
		}
		return '_'
	}, file)
	return name
}
