package openapi

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/document"
)

// goNames are names in Go for the fields whose own would be those of a field before them:
//
//	id, Id                 → Id: ID2
//	rows_sent, rowsSent    → rowsSent: RowsSent2
//
// It does not apply to names that Go tells apart (projectid and project_id).
func goNames(fields []*api.Field) map[string]string {
	taken, out := map[string]bool{}, map[string]string{}
	for _, f := range fields {
		name := pascal(f.Name)
		free := name
		for i := 2; taken[free]; i++ {
			free = name + strconv.Itoa(i)
		}
		taken[free] = true
		if free != name {
			out[f.Name] = free
		}
	}
	return out
}

// goNamesOfParams is goNames for the parameters of an operation that Go keeps in one structure,
// those of the query and of headers. A later one says where it is:
//
//	name, name~ → name~: QueryName
func goNamesOfParams(params []*api.Param) map[*api.Param]string {
	taken, out := map[string]bool{}, map[*api.Param]string{}
	for _, q := range params {
		if q.In == api.InPath {
			continue
		}
		name := pascal(q.Name)
		if taken[name] {
			base := pascal(string(q.In) + " " + q.Name)
			for i, name := 2, base; ; i++ {
				if !taken[name] {
					out[q], taken[name] = name, true
					break
				}
				name = base + strconv.Itoa(i)
			}
		}
		taken[name] = true
	}
	return out
}

// nameValues names the values of an enumeration for tools that make constants of them, where
// case, spaces or marks alone tell some of them apart:
//
//	Low, low                → Low, Low2
//	UTC+01:00, UTC-01:00    → UTCPlus0100, UTC0100
//
// It does not apply to numbers, whose sign tools know to spell, nor to values of marks only.
func nameValues(s *openapi3.Schema) {
	texts := make([]string, len(s.Enum))
	groups := map[string][]int{}
	for i, v := range s.Enum {
		raw, ok := v.(json.RawMessage)
		if !ok {
			return
		}
		if string(raw) == "null" {
			texts[i] = "null"
			continue
		}
		if err := json.Unmarshal(raw, &texts[i]); err != nil {
			return // not texts
		}
		if key := fold(texts[i]); key != "" {
			groups[key] = append(groups[key], i)
		}
	}
	isAlike := func(i int) bool { return len(groups[fold(texts[i])]) > 1 }
	order := sortedIndex(texts)
	if !slices.ContainsFunc(order, isAlike) {
		return
	}
	names := make([]string, len(texts))
	taken := map[string]bool{}
	for _, alike := range []bool{false, true} { // the names of values that are told apart stay
		for _, i := range order {
			if isAlike(i) == alike {
				names[i] = free(taken, valueName(texts[i]))
			}
		}
	}
	if s.Extensions == nil {
		s.Extensions = map[string]any{}
	}
	document.EnumNames.Set(s.Extensions, names)
}

// sortedIndex are the places of texts in the order of the texts, so that the names of values do
// not depend on the order in which a page lists them.
func sortedIndex(texts []string) []int {
	out := make([]int, len(texts))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int { return strings.Compare(texts[a], texts[b]) })
	return out
}

// free takes the name, or the first with a number, that no other has; case does not count.
func free(taken map[string]bool, name string) string {
	out := name
	for i := 2; taken[strings.ToLower(out)]; i++ {
		out = name + strconv.Itoa(i)
	}
	taken[strings.ToLower(out)] = true
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
	case name == "":
		return "Empty"
	case name[0] <= '9':
		return "N" + name
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
			r := []rune(word)
			b.WriteString(string(unicode.ToUpper(r[0])) + string(r[1:]))
		}
	}
	return b.String()
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
