// Package toolname names what tools that generate code would give one name: properties, parameters
// and values of enumerations that case, spaces or marks alone tell apart. Documents say these names
// in x-go-name and x-enum-varnames. It knows the names that generated code has of its own, too. It
// takes and returns plain strings.
//
// Each function takes the names that things had in the document before. They last, and a name that
// one thing had is not given to another one beside it.
package toolname

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Properties gives names in Go to those properties of a schema whose own would be that of one
// before them:
//
//	id, Id                 → Id: ID2
//	rows_sent, rowsSent    → rowsSent: RowsSent2
//
// It does not apply to names that Go tells apart (projectid and project_id).
func Properties(names []string, had map[string]string) map[string]string {
	return others(names, had, pascal, func(_, own string, taken func(string) bool) string {
		return numbered(own, taken)
	})
}

// HadProperties are the names of all properties, whether by themselves or by what a document says
// of them: what Properties is given when names have to last.
func HadProperties(names []string, said map[string]string) map[string]string {
	return had(names, said, pascal)
}

// Parameters is Properties for the parameters of an operation that Go keeps in one structure, those
// of the query and of headers. Each key is the place of a parameter and its name: "query limit".
// A later one says where it is:
//
//	query name, query name~ → query name~: QueryName
func Parameters(keys []string, had map[string]string) map[string]string {
	keys = slices.DeleteFunc(slices.Clone(keys), func(key string) bool { return strings.HasPrefix(key, "path ") })
	return others(keys, had, parameterName, func(key, own string, taken func(string) bool) string {
		if !taken(own) {
			return own
		}
		return numbered(pascal(key), taken)
	})
}

// HadParameters is HadProperties for the keys of parameters.
func HadParameters(keys []string, said map[string]string) map[string]string {
	return had(keys, said, parameterName)
}

func parameterName(key string) string {
	_, name, _ := strings.Cut(key, " ")
	return pascal(name)
}

// others are the names of things that have another one than their own. Those that had a name keep
// it, the first of several that had the same. next gives the name of a thing by its own one.
func others(things []string, had map[string]string, own func(string) string, next func(thing, own string, taken func(string) bool) string) map[string]string {
	taken, names := make(map[string]bool, len(things)), make(map[string]string, len(things))
	isTaken := func(name string) bool { return taken[name] }
	for _, thing := range things {
		if name := had[thing]; name != "" && !taken[name] {
			names[thing], taken[name] = name, true
		}
	}
	owns := make([]string, len(things))
	for i, thing := range things {
		if owns[i] = own(thing); names[thing] == "" && owns[i] != "" {
			names[thing] = next(thing, owns[i], isTaken)
			taken[names[thing]] = true
		}
	}
	for i, thing := range things {
		if names[thing] == owns[i] {
			delete(names, thing)
		}
	}
	return names
}

func had(things []string, said map[string]string, own func(string) string) map[string]string {
	out := make(map[string]string, len(things))
	for _, thing := range things {
		if out[thing] = said[thing]; said[thing] == "" {
			out[thing] = own(thing)
		}
	}
	return out
}

// Null stands for null among the values of an enumeration, beside the text "null".
const Null = "\x00"

// Values names the values of an enumeration; nil where tools tell all of them apart by themselves
// and none had another name before:
//
//	Low, low                → Low, Low2
//	UTC+01:00, UTC-01:00    → UTCPlus0100, UTC0100
//
// Of values that were named at once those that no page lists come last, since a value that only an example
// shows is often misspelt:
//
//	PENDING CREATE (shown), PENDING_CREATE  → PENDINGCREATE2, PENDINGCREATE
//
// It does not apply to values of marks only.
func Values(values, shown []string, had map[string]string) []string {
	alike := map[string]int{}
	for _, v := range values {
		if key := fold(v); key != "" {
			alike[key]++
		}
	}
	order := slices.Clone(values) // so that names do not depend on the order of a page
	slices.Sort(order)
	isAlike := func(v string) bool { return alike[fold(v)] > 1 }
	isNamed := func(v string) bool { return had[v] != "" && had[v] != valueName(v) }
	if !slices.ContainsFunc(order, isAlike) && !slices.ContainsFunc(order, isNamed) {
		return nil
	}
	names, taken := map[string]string{}, map[string]bool{}
	for _, v := range order {
		if had[v] != "" && !taken[strings.ToLower(had[v])] {
			names[v], taken[strings.ToLower(had[v])] = had[v], true
		}
	}
	turn := func(v string) int {
		switch {
		case !isAlike(v):
			return 0 // the names of values that are told apart stay
		case !slices.Contains(shown, v):
			return 1
		}
		return 2
	}
	for now := range 3 {
		for _, v := range order {
			if names[v] == "" && turn(v) == now {
				names[v] = numbered(valueName(v), func(s string) bool { return taken[strings.ToLower(s)] })
				taken[strings.ToLower(names[v])] = true
			}
		}
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = names[v]
	}
	return out
}

// HadValues is HadProperties for the values of an enumeration.
func HadValues(values []string, said map[string]string) map[string]string {
	return had(values, said, valueName)
}

// numbered is the name, or the first with a number, that is not taken.
func numbered(name string, taken func(string) bool) string {
	out := name
	for i := 2; taken(out); i++ {
		out = name + strconv.Itoa(i)
	}
	return out
}

// fold is a text without what tools drop when they make a name of it.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// valueName is the name of a value.
func valueName(text string) string {
	name := pascal(strings.ReplaceAll(text, "+", " plus "))
	switch {
	case text == Null:
		return "Null"
	case name == "":
		return "Empty"
	}
	return name
}

// pascal writes a name as Go does: words in mixed capitals, the usual initialisms in theirs.
func pascal(name string) string {
	var b strings.Builder
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		for _, word := range wordsOf(part) {
			if upper := strings.ToUpper(word); initialisms[upper] {
				b.WriteString(upper)
				continue
			}
			first, size := utf8.DecodeRuneInString(word)
			b.WriteRune(unicode.ToUpper(first))
			b.WriteString(word[size:])
		}
	}
	if out := b.String(); out == "" || out[0] > '9' {
		return out
	}
	return "N" + b.String()
}

// wordsOf splits a name in mixed capitals: before a capital that follows a small letter.
func wordsOf(name string) []string {
	var out []string
	start, before := 0, rune(0)
	for i, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			out, start = append(out, name[start:i]), i
		}
		before = r
	}
	return append(out, name[start:])
}

// initialisms are the words that Go writes in capitals.
var initialisms = func() map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields("ACL API CPU CSS DNS EOF GUID HTML HTTP HTTPS ID IP JSON QPS RAM RPC SLA SMTP SQL SSH TCP TLS TTL UDP UI UID URI URL UTF8 UUID VM XML") {
		out[word] = true
	}
	return out
}()
