package gogen

import (
	"encoding/json"
	"fmt"
	"go/token"
	"slices"
	"strconv"
)

func exported(name string) bool {
	return token.IsIdentifier(name) && token.IsExported(name)
}

// scope is one Go name space; it knows for each name the place in the document that
// asked for it.
type scope struct {
	kind    string // what the names are, for messages: "type", "method", …
	taken   map[string]string
	origins map[string]origin
	warn    func(text string) // told of names that had to be changed
}

func newScope(kind string, warn func(text string)) *scope {
	return &scope{kind, map[string]string{}, map[string]origin{}, warn}
}

// origin is something of the document that has a Go name, and how its name can be changed.
type origin struct {
	where  string // "#/components/schemas/vault_id"
	list   string // of names in a configuration: "schemas"
	key    string // in that list: "vault_id"
	target string // of an overlay: "$.components.schemas['vault_id']"
	chosen *entry // the line of the configuration that gave the name, or nil
}

// remedy is how to give it the name free instead, to the letter.
func (o origin) remedy(free string) string {
	text := fmt.Sprintf("name one of them in the configuration, as names: {%s: {%s: %s}}", o.list, quoted(o.key), free)
	if o.target == "" {
		return text
	}
	return text + fmt.Sprintf(", or in the document with x-go-name, as an overlay does with {target: %s, update: {x-go-name: %s}}", quoted(o.target), free)
}

// quoted is text as a JSON string, which is a YAML string, too.
func quoted(text string) string {
	out, err := json.Marshal(printable(text))
	if err != nil {
		return strconv.Quote(text) // a string always has a JSON form
	}
	return string(out)
}

// takeFixed takes name for a place whose name cannot be chosen.
func (s *scope) takeFixed(name, where string) error { return s.take(name, origin{where: where}) }

// take takes name. Two places with one name are an error that names both, and says how to
// change one.
func (s *scope) take(name string, by origin) error {
	if !exported(name) {
		return by.wrong(fmt.Errorf("%s: %q cannot be made a Go %s name; rename it", by.where, name, s.kind))
	}
	if other, ok := s.taken[name]; ok {
		before := s.origins[name]
		free := name + "2"
		for i := 3; s.taken[free] != ""; i++ {
			free = name + strconv.Itoa(i)
		}
		how := "rename one of them"
		for _, one := range []origin{before, by} { // the later one rather, so it comes last
			if one.list != "" {
				how = one.remedy(free)
			}
		}
		chosen := by
		if chosen.chosen == nil {
			chosen = before
		}
		return chosen.wrong(fmt.Errorf("%s and %s would both be the Go %s %s; %s", other, by.where, s.kind, name, how))
	}
	s.taken[name], s.origins[name] = by.where, by
	return nil
}

// firstFree takes the first of several names that nobody has, or else the first with a number.
// Where this is not the first, it warns, and says how to choose another name; a name that the
// configuration gives is never changed.
func (s *scope) firstFree(by origin, names ...string) (string, error) {
	name := names[0]
	other, clash := s.taken[name]
	if !clash || by.chosen != nil || s.origins[name].chosen != nil || !exported(name) {
		return name, s.take(name, by)
	}
	for i := 2; ; i++ {
		if n := i - 1; n < len(names) {
			name = names[n]
		} else {
			name = names[0] + strconv.Itoa(i)
		}
		if _, ok := s.taken[name]; !ok && exported(name) {
			break
		}
	}
	s.warn(fmt.Sprintf("%s and %s would both be the Go %s %s; this one is %s, or %s", other, by.where, s.kind, names[0], name, by.remedy("AnotherName")))
	return name, s.take(name, by)
}

// wrong puts the line of the configuration before an error, where one gave the name.
func (o origin) wrong(err error) error {
	if o.chosen == nil {
		return err
	}
	return o.chosen.errorf("%s", err)
}

// free takes the first of several names that nobody has. It is for names that the
// document did not give, so that we may choose.
func (s *scope) free(where string, names ...string) (string, error) {
	return s.takeFree(origin{where: where}, names...)
}

// freeKept is free for the name of a type or constant that a lock file knows by a key.
func (b *builder) freeKept(list, key, where string, names ...string) (string, error) {
	name, err := b.types.free(where, b.lasting.choices(list, key, names...)...)
	if err != nil {
		return "", err
	}
	return b.lasting.note(list, key, name), nil
}

func (s *scope) takeFree(by origin, names ...string) (string, error) {
	i := slices.IndexFunc(names, func(name string) bool { _, ok := s.taken[name]; return !ok })
	return names[max(i, 0)], s.take(names[max(i, 0)], by)
}
