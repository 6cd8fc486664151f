package genserver

import (
	"encoding/json"
	"errors"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// spreads reports whether a parameter is an object or a map that the query has as words of
// their own (explode), or as names and values after each other.
func (p Param) spreads(into any) bool {
	if p.In != "query" || p.JSON || p.Style != "form" {
		return false
	}
	t := reflect.TypeOf(into).Elem()
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Map || t.Kind() == reflect.Struct && len(membersOf(t)) > 0
}

// membersOf are the names of the members of a generated struct.
func membersOf(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" && name != "-" {
			names = append(names, name)
		}
	}
	return names
}

// bindSpread reads an object out of the words of a query. Those of other parameters are none of
// its members; a map takes all the rest, also one that has the name of the parameter.
func (c *Call) bindSpread(p Param, into any) error {
	members, err := c.members(p, into)
	if err != nil {
		return err
	}
	if len(members) == 0 {
		if p.Required {
			return errRequired
		}
		return nil
	}
	text, err := json.Marshal(members)
	if err != nil {
		return err
	}
	into = target(into)
	return json.Unmarshal(gen.Retype(text, reflect.ValueOf(into).Elem().Interface()), into)
}

// members are those of an object, as texts; several words of one name are a list.
func (c *Call) members(p Param, into any) (map[string]any, error) {
	query := c.request.URL.Query()
	out := map[string]any{}
	if !p.Explode {
		pairs, err := pairs(c.request.URL.RawQuery, p.Name)
		for i := 0; i+1 < len(pairs); i += 2 {
			out[pairs[i]] = pairs[i+1]
		}
		return out, err
	}
	t := reflect.TypeOf(into).Elem()
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	own := func(name string) bool { return !slices.Contains(p.Others, name) }
	if t.Kind() == reflect.Struct {
		names := membersOf(t)
		own = func(name string) bool { return slices.Contains(names, name) }
	}
	for name, values := range query {
		switch {
		case !own(name) || len(values) == 0:
		case len(values) == 1:
			out[name] = values[0]
		default:
			out[name] = values
		}
	}
	return out, nil
}

// pairs are the names and values of members that stand after each other in the first word of a
// name. A comma in one of them has an escape, so the word is cut before escapes are taken out.
func pairs(query, name string) ([]string, error) {
	for word := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(word, "=")
		if plain, err := url.QueryUnescape(key); err != nil || plain != name {
			continue
		}
		parts := strings.Split(value, ",")
		if len(parts) == 1 { // all commas have escapes
			plain, err := url.QueryUnescape(value)
			if err != nil {
				return nil, err
			}
			parts = strings.Split(plain, ",")
		} else {
			for i, part := range parts {
				plain, err := url.QueryUnescape(part)
				if err != nil {
					return nil, err
				}
				parts[i] = plain
			}
		}
		if len(parts)%2 != 0 {
			return nil, errors.New("a member has no value")
		}
		return parts, nil
	}
	return nil, nil
}
