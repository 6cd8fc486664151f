package change

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestValuesOfParameters: a parameter that may be given several times allows what its items allow, and a
// default is told by what tells it apart.
func TestValuesOfParameters(t *testing.T) {
	side := func(schema string) *Side {
		d, err := document.Load([]byte(`openapi: 3.0.3
info: {title: lamps, version: v1}
paths:
  /v1/lamps:
    get:
      operationId: ListLamps
      parameters: [{name: state, in: query, schema: ` + schema + `}]
      responses: {"200": {description: OK}}
`))
		if err != nil {
			t.Fatal(err)
		}
		return &Side{Document: d}
	}
	const (
		one  = "{type: string, enum: [lit, dark]}"
		many = "{type: array, items: {type: string, enum: [lit, dark]}}"
		wide = "{type: array, items: {type: string, enum: [lit, dark, lost]}}"
		lit  = "{type: array, items: {type: string, enum: [lit]}}"
		open = "{type: array, items: {type: string}}"
	)
	const toMany, toOne = "ListLamps query state: type string → list of string, compatible callers", "ListLamps query state: type list of string → string, breaking callers"
	const toOthers = "ListLamps query state: type string → list of string, breaking callers" // oasdiff: the items are others
	for name, c := range map[string]struct{ old, new, want string }{
		"a list of the same values": {one, many, toMany},
		"one of the same values":    {many, one, toOne},
		"a list of more":            {one, wide, toOthers + "|ListLamps query state: new values: lost, compatible callers"},
		"a list of fewer":           {one, lit, toOthers + "|ListLamps query state: values gone: dark, breaking callers"},
		"a list of any":             {one, open, toOthers + "|ListLamps query state: any value, was only lit, dark, compatible callers"},
		"one of a few":              {open, one, "ListLamps query state: only the values lit, dark, breaking callers|" + toOne},
		"another type of a default": {"{type: integer, default: 20}", "{type: string, default: '20'}",
			`ListLamps query state: default 20 → "20", warning callers|ListLamps query state: type integer → string, compatible callers`},
		"a default gone": {"{type: string, default: lit}", "{type: string}", "ListLamps query state: default lit → none, compatible callers"},
	} {
		r, err := Compare("lamps", side(c.old), side(c.new))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := strings.Join(lines(r), "|"); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", name, got, c.want)
		}
	}
}
