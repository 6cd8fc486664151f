package sdk

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/internal/errorbody"
)

// Limits of the problems that the body of an error lists.
const (
	maxProblems     = 20
	maxProblemDepth = 5
)

// problems gathers the single problems that a member such as "errors" lists: texts, objects
// with a message and the place that it is about, or either of them by the name of a field.
type problems struct{ texts []string }

func (p *problems) gather(prefix string, value json.RawMessage, depth int) {
	if depth == 0 || len(p.texts) >= maxProblems || len(value) == 0 {
		return
	}
	var members map[string]json.RawMessage
	switch value[0] {
	case '[':
		for _, item := range firstItems(value, maxProblems) {
			p.gather(prefix, item, depth-1)
		}
	case '{':
		if json.Unmarshal(value, &members) == nil {
			p.object(prefix, members, depth)
		}
	default:
		p.add(prefix, scalarText(value))
	}
}

// object reads one problem, or the problems of fields by their names.
func (p *problems) object(prefix string, members map[string]json.RawMessage, depth int) {
	message, code := "", ""
	take(&message, members, errorbody.MessageNames)
	take(&message, members, errorbody.SummaryNames)
	take(&code, members, errorbody.CodeNames)
	if message == "" {
		message = code
	}
	if message != "" {
		p.add(joined(prefix, placeOf(members)), message)
		return
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		inner := prefix
		if !slices.Contains(errorbody.WrapperNames, name) {
			inner = joined(prefix, name)
		}
		p.gather(inner, members[name], depth-1)
	}
}

func (p *problems) add(place, text string) {
	if place != "" && text != "" {
		text = place + ": " + text
	}
	if text != "" && len(p.texts) < maxProblems {
		p.texts = append(p.texts, text)
	}
}

// placeOf is the part of a request that a problem is about.
func placeOf(members map[string]json.RawMessage) string {
	for _, name := range errorbody.PlaceNames {
		if text := scalarText(members[name]); text != "" {
			return text
		}
		if steps := firstItems(members[name], maxProblems); len(steps) > 0 {
			texts := make([]string, len(steps))
			for i, step := range steps {
				texts[i] = scalarText(step)
			}
			return strings.Join(texts, ".")
		}
	}
	return ""
}

// firstItems are the first items of a list, at most limit; none where it is not a list. The
// others are not looked at, as there may be any number of them.
func firstItems(list json.RawMessage, limit int) []json.RawMessage {
	if len(list) == 0 || list[0] != '[' {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(list))
	if _, err := decoder.Token(); err != nil {
		return nil
	}
	var items []json.RawMessage
	for len(items) < limit && decoder.More() {
		var item json.RawMessage
		if decoder.Decode(&item) != nil {
			return nil
		}
		items = append(items, item)
	}
	return items
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "." + b
}
