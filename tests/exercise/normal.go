package exercise

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// normal writes JSON in one way. With values, 1.0 and 1 are the same, which they are in a
// list of float64.
func normal(text []byte, values bool) []byte {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return []byte(err.Error())
	}
	if values {
		v = valued(v)
	}
	out, err := json.Marshal(v)
	if err != nil {
		return []byte(err.Error())
	}
	return out
}

func valued(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name := range v {
			v[name] = valued(v[name])
		}
	case []any:
		for i := range v {
			v[i] = valued(v[i])
		}
	case json.Number:
		if f, err := strconv.ParseFloat(string(v), 64); err == nil && strings.ContainsAny(string(v), ".eE") {
			return json.Number(strconv.FormatFloat(f, 'f', -1, 64))
		}
	}
	return v
}
