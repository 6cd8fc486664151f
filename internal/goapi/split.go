package goapi

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// Two names may be one type before and two after, as where one of two equal structures gets another
// member. Each place that has one of the names then has another type, although nothing that is written
// there changed: a program is only broken where it takes a value of one name for one of the other. This
// is told once, of the type.

// splits are the names of one package that were other names of a type, and are so no more: the name of
// that type by each.
type splits map[string]string

// splitsOf finds them. A name of a type of another package is none: its type is told as it is.
func splitsOf(old, new *types.Package) splits {
	out := splits{}
	for _, name := range old.Scope().Names() {
		was := target(old, name)
		is, ok := new.Scope().Lookup(name).(*types.TypeName)
		if was == "" || !ok || !token.IsExported(name) {
			continue
		}
		if still := new.Scope().Lookup(was); still == nil || !types.Identical(is.Type(), still.Type()) {
			out[name] = was
		}
	}
	return out
}

// target is the name of the type of the package that a name is another one of, "" where it is none.
func target(p *types.Package, name string) string {
	alias, ok := p.Scope().Lookup(name).(*types.TypeName)
	if !ok || !alias.IsAlias() {
		return ""
	}
	named, ok := types.Unalias(alias.Type()).(*types.Named)
	if !ok || named.Obj().Pkg() != p {
		return ""
	}
	return named.Obj().Name()
}

// changes tell of each type that came of the names, with all of its names.
func (s splits) changes(new *types.Package) []Change {
	groups := map[[2]string][]string{} // by the type before and after
	for name, was := range s {
		if new.Scope().Lookup(was) == nil {
			continue // it is told that the type is gone, and nothing can be taken for it
		}
		now := target(new, name)
		if now == "" {
			now = name
		}
		groups[[2]string{was, now}] = append(groups[[2]string{was, now}], name)
	}
	var out []Change
	for of, names := range groups {
		slices.Sort(names)
		subject, text := of[1], "a type of its own"
		if i := slices.Index(names, subject); i >= 0 {
			names = slices.Delete(names, i, i+1)
		} else { // it was a type already
			subject, names, text = names[0], names[1:], "another name of "+of[1]
		}
		text = fmt.Sprintf("was another name of %s, and is %s: a value of %s is not one of %s any more", of[0], text, of[0], subject)
		if len(names) > 0 {
			text += "; the same is true of " + some(names)
		}
		out = append(out, Change{subject, text, true})
	}
	return out
}

// some are a few of many names, and how many more there are.
func some(names []string) string {
	const most = 3
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}

// follows reports whether a change is no more than that a name in it is another type.
func (s splits) follows(subject, text string) bool {
	types, ok := strings.CutPrefix(text, "changed from ")
	if !ok || len(s) == 0 {
		return false
	}
	if was, is := s[subject]; is && strings.HasPrefix(types, was+" to ") {
		return true
	}
	plain, found := s.joined(types)
	return found && isTwice(plain)
}

// joined is a text with the former type for each of the names, and whether any is in it.
func (s splits) joined(text string) (plain string, found bool) {
	var b strings.Builder
	for text != "" {
		n := strings.IndexFunc(text, func(r rune) bool { return !isWord(r) })
		if n < 0 {
			n = len(text)
		}
		if n == 0 {
			b.WriteByte(text[0])
			text = text[1:]
			continue
		}
		word := text[:n]
		if was, ok := s[word]; ok && !strings.HasSuffix(b.String(), ".") {
			word, found = was, true
		}
		b.WriteString(word)
		text = text[n:]
	}
	return b.String(), found
}

func isWord(r rune) bool {
	return r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80
}

// isTwice reports whether a text says "X to X".
func isTwice(text string) bool {
	const between = " to "
	half := len(text) - len(between)
	return half > 0 && half%2 == 0 && text[:half/2] == text[half/2+len(between):] && text[half/2:half/2+len(between)] == between
}

// full tells a change between two types of one name with the paths of their packages.
func full(subject, text string, old, new *types.Package) string {
	both, ok := strings.CutPrefix(text, "changed from ")
	if !ok || !isTwice(both) {
		return text
	}
	was, is := typeOf(old, subject), typeOf(new, subject)
	if was == is || was == "" || is == "" {
		return "changed to another type of the same name, " + both[:(len(both)-len(" to "))/2]
	}
	return "changed from " + was + " to " + is
}

// typeOf is the type of a name, a field or a method of a package, "" where there is none.
func typeOf(p *types.Package, subject string) string {
	owner, member, inside := strings.Cut(strings.NewReplacer("(*", "", "(", "", ")", "").Replace(subject), ".")
	obj := p.Scope().Lookup(owner)
	if obj == nil {
		return ""
	}
	if inside {
		if obj, _, _ = types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, p, member); obj == nil {
			return ""
		}
	}
	return types.TypeString(obj.Type(), (*types.Package).Path)
}
