package examples

import (
	"github.com/rst2openapi/rst2openapi/internal/convert"
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
