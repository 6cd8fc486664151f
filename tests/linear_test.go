package tests

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
)

// shapes make a page of n of something.
var shapes = map[string]func(b *strings.Builder, n int){
	"request lines": func(b *strings.Builder, n int) {
		b.WriteString("URI\n---\n\n")
		for i := range n {
			fmt.Fprintf(b, "GET /v1/jars%d\n\n", i)
		}
	},
	"rows of a grid": func(b *strings.Builder, n int) {
		b.WriteString("URI\n---\n\nGET /v1/jars\n\nResponse Parameters\n-------------------\n\n.. table:: **Table 1** Response body parameters\n\n")
		bar := "   +----------+----------+----------+\n"
		b.WriteString(bar + "   |Parameter |Type      |Words     |\n" + strings.ReplaceAll(bar, "-", "="))
		for i := range n {
			fmt.Fprintf(b, "   |%-10s|String    |words     |\n%s", fmt.Sprintf("f%d", i), bar)
		}
	},
	"members of an example": func(b *strings.Builder, n int) {
		b.WriteString("URI\n---\n\nGET /v1/jars\n\nExample Response\n----------------\n\n.. code-block::\n\n   {\"jar\": {\n")
		for i := range n {
			fmt.Fprintf(b, "   \"k%d\": %d,\n", i, i)
		}
		b.WriteString("   \"end\": 1}}\n")
	},
	"parameters in a request line": func(b *strings.Builder, n int) {
		b.WriteString("URI\n---\n\nGET /v1/jars\n\nExample Request\n---------------\n\n")
		for i := range n {
			fmt.Fprintf(b, "GET https://example.com/v1/jars?a%d=1\n\n", i)
		}
	},
	"versions in a paragraph": func(b *strings.Builder, n int) {
		b.WriteString("URI\n---\n\nGET /v1/jars\n\n")
		for i := range n {
			fmt.Fprintf(b, "X-Jar-API-Version: v%d\n", i)
		}
	},
	"rows and members of an example": func(b *strings.Builder, n int) {
		b.WriteString("URI\n---\n\nPOST /v1/jars\n\n.. table:: **Table 1** Parameter description\n\n")
		bar := "   +----------+----------+----------+\n"
		b.WriteString(bar + "   |Parameter |Type      |Words     |\n" + strings.ReplaceAll(bar, "-", "="))
		for i := range n {
			fmt.Fprintf(b, "   |%-10s|String    |words     |\n%s", fmt.Sprintf("f%d", i), bar)
		}
		b.WriteString("\nExample Request\n---------------\n\n.. code-block::\n\n   {")
		for i := range n {
			fmt.Fprintf(b, "\n   \"f%d\": \"a\",", i)
		}
		b.WriteString("\n   \"end\": 1}\n")
	},
	"items of a list": func(b *strings.Builder, n int) {
		b.WriteString("URI\n---\n\nGET /v1/jars\n\nResponse Parameters\n-------------------\n\n.. table:: **Table 1** Response body parameters\n\n   ==== ====== ====================\n   Name Type   Words\n   ==== ====== ====================\n   kind String The value can be:\n\n")
		for i := range n {
			fmt.Fprintf(b, "               -  v%d\n", i)
		}
		b.WriteString("   ==== ====== ====================\n")
	},
}

// TestLinear: what a page costs grows no faster than the page, whatever there is much of. What
// is counted is the memory that a conversion takes up in all.
func TestLinear(t *testing.T) {
	cost := func(shape func(*strings.Builder, int), n int) float64 {
		var b strings.Builder
		b.WriteString("Listing Jars\n============\n\n")
		shape(&b, n)
		set := convert.Set{Name: "jars", Pages: map[string][]byte{"jars.rst": []byte(b.String())}}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		res, err := otc.Convert(set)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := res.Encode("jars.yaml", true); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	for name, shape := range shapes {
		const n = 1000
		cost(shape, n)                                                // what is made once
		if ratio := cost(shape, 8*n) / cost(shape, n); ratio > 12.1 { // 8 to the power of 1.2
			t.Errorf("%s: eight times as many cost %.1f times as much", name, ratio)
		}
	}
}
