package change

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestSuccessors: an operation that is gone leads to the only new one of its page.
func TestSuccessors(t *testing.T) {
	// side has an operation for each line "METHOD /path id page".
	side := func(lines ...string) *Side {
		text := "openapi: 3.0.3\ninfo: {title: lamps, version: v1}\npaths:\n"
		sources := Sources{}
		for _, line := range lines {
			f := strings.Fields(line)
			text += "  " + f[1] + ":\n    " + f[0] + ": {operationId: " + f[2] + ", responses: {'204': {description: OK}}}\n"
			if len(f) > 3 {
				sources[document.Pointer("paths", f[1], f[0])] = []Place{{Page: f[3], Line: 1}}
			}
		}
		d, err := document.Load([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return &Side{Document: d, Sources: sources}
	}
	for name, c := range map[string]struct {
		old, new *Side
		want     string
	}{
		"one page":          {side("put /v1/lamps LightLamp light.rst"), side("post /v2/lamps/light LightLampV2 light.rst"), "PUT /v1/lamps; its page describes LightLampV2 now"},
		"another page":      {side("put /v1/lamps LightLamp light.rst"), side("post /v2/lamps/light LightLampV2 other.rst"), "PUT /v1/lamps"},
		"no page":           {side("put /v1/lamps LightLamp"), side("post /v2/lamps/light LightLampV2"), "PUT /v1/lamps"},
		"two that are new":  {side("put /v1/lamps LightLamp light.rst"), side("post /v2/lamps/light LightLampV2 light.rst", "post /v2/lamps/dim DimLamp light.rst"), "PUT /v1/lamps"},
		"two that are gone": {side("put /v1/lamps LightLamp light.rst", "put /v1/bulbs LightBulb light.rst"), side("post /v2/lamps/light LightLampV2 light.rst"), "PUT /v1/lamps"},
	} {
		r, err := Compare("lamps", c.old, c.new)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := strings.Join(lines(r), "|") + "|"; !strings.Contains(got, "LightLamp: gone: "+c.want+", breaking callers|") {
			t.Errorf("%s: %s", name, got)
		}
	}
}
