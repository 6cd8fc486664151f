package gen

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// DeepObject writes a parameter of the style deepObject: each value by the way to it in
// brackets, created[gt]=1. OpenAPI says nothing of objects and lists inside; most services take
// further brackets, and places from 0 on in lists. What is not an object, as one of the types of
// a union may be, has no brackets.
func DeepObject(name string, value any) (string, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return "", fmt.Errorf("writing the parameter %s: %w", name, err)
	}
	var pieces []string
	if err := bracketed(url.QueryEscape(name), text, &pieces); err != nil {
		return "", fmt.Errorf("writing the parameter %s: %w", name, err)
	}
	return strings.Join(pieces, "&"), nil
}

func bracketed(way string, text []byte, pieces *[]string) error {
	switch text[0] {
	case '{', '[':
		n := 0
		return each(text, func(name, value []byte, _ int) error {
			step := string(name)
			if name == nil {
				step = strconv.Itoa(n)
				n++
			}
			return bracketed(way+"["+url.QueryEscape(step)+"]", value, pieces)
		})
	case 'n': // there is no text for null
		return nil
	}
	plain := string(text)
	if text[0] == '"' {
		if err := json.Unmarshal(text, &plain); err != nil {
			return err
		}
	}
	*pieces = append(*pieces, way+"="+url.QueryEscape(plain))
	return nil
}

// ReadDeepObject gathers a parameter of the style deepObject out of a query, as JSON; nil where
// the query has none. All values are texts in it. The error says that brackets make no sense.
func ReadDeepObject(name string, query url.Values) ([]byte, error) {
	var root any
	for key, values := range query {
		rest, ok := strings.CutPrefix(key, name)
		if !ok || rest != "" && rest[0] != '[' || len(values) == 0 {
			continue
		}
		steps, err := stepsOf(rest)
		if err == nil {
			root, err = placed(root, steps, values)
		}
		if err != nil {
			return nil, err
		}
	}
	if root == nil {
		return nil, nil
	}
	return json.Marshal(listed(root))
}

// maxSteps bounds how deep brackets go.
const maxSteps = 20

// stepsOf takes [a][0] apart.
func stepsOf(text string) ([]string, error) {
	var steps []string
	for text != "" {
		step, rest, closed := strings.Cut(text[1:], "]")
		if text[0] != '[' || !closed || len(steps) == maxSteps {
			return nil, fmt.Errorf("the brackets in %q make no sense", text)
		}
		steps, text = append(steps, step), rest
	}
	return steps, nil
}

// placed puts values where steps lead.
func placed(at any, steps []string, values []string) (any, error) {
	if len(steps) == 0 || len(steps) == 1 && steps[0] == "" { // a=1, or a[]=1&a[]=2
		if at != nil {
			return nil, fmt.Errorf("there are two values at one place")
		}
		if len(steps) == 0 && len(values) == 1 {
			return values[0], nil
		}
		return values, nil
	}
	object, ok := at.(map[string]any)
	if !ok && at != nil {
		return nil, fmt.Errorf("there is a value and something in it at one place")
	}
	if object == nil {
		object = map[string]any{}
	}
	inner, err := placed(object[steps[0]], steps[1:], values)
	object[steps[0]] = inner
	return object, err
}

// listed makes lists of objects whose names count from 0.
func listed(v any) any {
	object, ok := v.(map[string]any)
	if !ok {
		return v
	}
	list := make([]any, 0, len(object))
	for i := range len(object) {
		item, ok := object[strconv.Itoa(i)]
		if !ok {
			list = nil
			break
		}
		list = append(list, listed(item))
	}
	if len(list) > 0 {
		return list
	}
	for name, item := range object {
		object[name] = listed(item)
	}
	return object
}
