package release

import (
	"encoding/json"
	"errors"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// count counts what a document has, and its findings.
func count(d *document.Document, findings []byte) (Counts, error) {
	var c Counts
	ops, err := d.Operations()
	if err != nil {
		return c, err
	}
	if d.Components != nil {
		c.Schemas = len(d.Components.Schemas)
	}
	counted := map[string]bool{} // bodies that variants share are counted once
	for _, op := range ops {
		c.Operations++
		if op.Deprecated {
			c.Deprecated++
		}
		if counted[op.Pointer] {
			continue
		}
		counted[op.Pointer] = true
		if op.Body != nil {
			c.Examples += len(op.Body.Examples)
		}
		for _, r := range op.Responses {
			c.Examples += len(r.Examples)
		}
	}
	if findings == nil {
		return c, nil
	}
	var all []struct {
		Level string `json:"level"`
	}
	if json.Unmarshal(findings, &all) != nil {
		return c, errors.New("the findings are not a file of convert --findings in JSON")
	}
	c.Findings = map[string]int{}
	for _, f := range all {
		c.Findings[f.Level]++
	}
	return c, nil
}
