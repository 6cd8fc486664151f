package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/markdown"
)

// sharedPath begins the description of an operation with variants: viewers show neither the
// variants nor what each of them is about.
const sharedPath = "Several calls have this method and path:"

// describeVariants writes the description of an operation that several pages describe, or one page
// in cases: what all of them say, and a list of them with the first paragraph of each.
func describeVariants(op *api.Operation) {
	if len(op.Variants) == 0 {
		return
	}
	first := op.Variants[0]
	same := !slices.ContainsFunc(op.Variants, func(v *api.Operation) bool { return v.Description != first.Description })
	var items []string
	for _, v := range op.Variants {
		text := markdown.Text(doc.Text{{Kind: doc.Link, Target: v.DocURL, Segs: []doc.Seg{{Text: v.Summary}}}}, markdown.Options{})
		if lead := markdown.Lead(v.Description); lead != "" && !same {
			text += ": " + lead
		}
		items = append(items, "- "+strings.ReplaceAll(text, "\n", "\n  "))
	}
	parts := []string{sharedPath, strings.Join(items, "\n")}
	if same && first.Description != "" {
		parts = append([]string{first.Description}, parts...)
	}
	op.Description = strings.Join(parts, "\n\n")
}
