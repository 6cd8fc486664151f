package tests

import (
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// otc converts by what is known of the Open Telekom Cloud.
var otc = func() *convert.Converter {
	p, _, ok := profile.BuiltIn("otc")
	if !ok {
		panic("the profile otc is not built in")
	}
	return convert.New(p)
}()

// trees reads the pages of a set.
func trees(set convert.Set, found *diag.List) []*doc.Page {
	pages, _, err := otc.Pages(set, found)
	if err != nil {
		panic(err) // the texts are there
	}
	return pages
}
