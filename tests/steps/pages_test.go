package steps

import (
	"errors"
	"fmt"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// converting converts one page, whose text write ends.
func converting(write func(b *strings.Builder, n int)) func(n int) error {
	return convertingAll(func(n int) map[string]string {
		var b strings.Builder
		b.WriteString("Listing Jars\n============\n\n")
		write(&b, n)
		return map[string]string{"jars.rst": b.String()}
	})
}

// convertingEach converts n pages.
func convertingEach(page func(i int) string) func(n int) error {
	return convertingAll(func(n int) map[string]string {
		pages := map[string]string{}
		for i := range n {
			pages[fmt.Sprintf("p%d.rst", i)] = page(i)
		}
		return pages
	})
}

func convertingAll(pages func(n int) map[string]string) func(n int) error {
	return func(n int) error {
		res, err := converted(pages(n), nil)
		if errors.Is(err, convert.ErrNoOperations) {
			return nil
		}
		if err == nil {
			_, err = res.Encode("jars.yaml", true)
		}
		return err
	}
}

// converted are pages as a set, with names of earlier runs.
func converted(pages map[string]string, names *lock.File) (*convert.Result, error) {
	otc, _, ok := profile.BuiltIn("otc")
	if !ok {
		return nil, errors.New("the profile otc is not built in")
	}
	set := convert.Set{Name: "jars", Pages: map[string][]byte{}, Lock: names}
	for name, text := range pages {
		set.Pages[name] = []byte(text)
	}
	return convert.New(otc).Convert(set)
}

// The parts of pages that shapes repeat something in.
const (
	uri      = "URI\n---\n\nPOST /v1/jars\n\n"
	list     = "URI\n---\n\nGET /v1/jars\n\n"
	request  = "Example Request\n---------------\n\n"
	block    = ".. code-block::\n\n   "
	response = "Response Parameters\n-------------------\n\n.. table:: **Table 1** Response body parameters\n\n"
)

// table is a table of parameters whose name column is that wide, with a row for each name.
func table(caption, kind string, names ...string) string {
	wide := len("Parameter")
	for _, name := range names {
		wide = max(wide, len(name))
	}
	bar := fmt.Sprintf("   %s ================ =====\n", strings.Repeat("=", wide))
	var b strings.Builder
	fmt.Fprintf(&b, ".. table:: **Table 1** %s\n\n%s   %-*s Type             Words\n%s", caption, bar, wide, "Parameter", bar)
	for _, name := range names {
		fmt.Fprintf(&b, "   %-*s %-16s words\n", wide, name, kind)
	}
	b.WriteString(bar + "\n")
	return b.String()
}

// each gives what a format makes of each number below n, which stands in it once or more.
func each(n int, format string) []string {
	out := make([]string, n)
	for i := range n {
		out[i] = strings.ReplaceAll(format, "#", fmt.Sprint(i))
	}
	return out
}

// times writes a head, what a format makes of each number, and an end.
func times(head, format, end string) func(b *strings.Builder, n int) {
	return func(b *strings.Builder, n int) {
		b.WriteString(head + strings.Join(each(n, format), "") + end)
	}
}

// described is a page with one row, whose description is made so.
func described(words string, format, end string) func(b *strings.Builder, n int) {
	const bar = "   ==== ====== ====================\n"
	return times(list+response+bar+"   Name Type   Words\n"+bar+"   kind String "+words, format, end+"\n"+bar)
}

var ofPages = map[string]func(n int) error{
	"request lines":    converting(times("URI\n---\n\n", "GET /v1/jars#\n\n", "")),
	"request sections": converting(times("", "URI\n---\n\nGET /v1/jars#\n\nRequest\n-------\n\nwords\n\n", "")),
	"one request line": converting(times("", "URI\n---\n\nGET /v1/jars\n\n", "")),
	"placeholders":     converting(times("URI\n---\n\nGET /v1", "/{a#}", "\n")),
	"words of a query": converting(times("URI\n---\n\nGET /v1/jars?", "a#={a#}&", "\n")),
	"rows of a path": converting(func(b *strings.Builder, n int) {
		b.WriteString("URI\n---\n\nGET /v1" + strings.Join(each(n, "/{a#}"), "") + "\n\n" + table("Parameters", "String", each(n, "a#")...))
	}),
	"rows of a query": converting(func(b *strings.Builder, n int) {
		b.WriteString("URI\n---\n\nGET /v1/jars?x=1" + strings.Join(each(n, "&a#={a#}"), "") + "\n\n" + table("Query parameters", "String", each(n, "a#")...))
	}),
	"rows that no request line has": converting(func(b *strings.Builder, n int) {
		b.WriteString("URI\n---\n\nGET /v1/jars\n\nGET /v2" + strings.Join(each(n, "/{b#}"), "") + "\n\n" + table("Path parameters", "String", each(n, "a#")...))
	}),
	"cases of a body": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri)
		for i := range n {
			b.WriteString(table(fmt.Sprintf("Request parameters for case %d", i), "String", "kind", fmt.Sprintf("a%d", i)))
		}
	}),
	"printed request lines":   converting(times(list+request, "GET https://example.com/v1/jars?a#=1\n\n", "")),
	"versions in a paragraph": converting(times(list, "X-Jar-API-Version: v#\n", "")),
	"rows of a grid": converting(func(b *strings.Builder, n int) {
		bar := "   +----------+----------+----------+\n"
		b.WriteString(list + response + bar + "   |Parameter |Type      |Words     |\n" + strings.ReplaceAll(bar, "-", "="))
		for _, name := range each(n, "f#") {
			fmt.Fprintf(b, "   |%-10s|String    |words     |\n%s", name, bar)
		}
	}),
	"columns of a grid": converting(func(b *strings.Builder, n int) {
		bar := "+" + strings.Repeat("--+", n) + "\n"
		b.WriteString(list + bar + "|" + strings.Repeat("a |", n) + "\n" + bar)
	}),
	"spans of a grid": converting(times(list, "+--+--+\n|a |b |\n+  +--+\n|  |c |\n", "+--+--+\n")),
	"rows of CSV":     converting(times(list+".. csv-table:: **Table 1** Response body parameters\n   :header: Parameter,Type,Words\n\n", "   f#,String,words\n", "")),
	"rows of a list":  converting(times(list+".. list-table:: **Table 1** Response body parameters\n   :header-rows: 1\n\n   * - Parameter\n     - Type\n     - Words\n", "   * - f#\n     - String\n     - words\n", "")),
	"rows of one name": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri + table("Request body parameters", "String", each(n, "name")...))
	}),
	"rows with dots": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri + table("Request body parameters", "String", each(n, "a#.b")...))
	}),
	"rows of statuses": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri + "Status Codes\n------------\n\n.. table:: **Table 1** Status codes\n\n   =========== =====\n   Status Code Words\n   =========== =====\n")
		for i := range n {
			fmt.Fprintf(b, "   %-11d words\n", 200+i%400)
		}
		b.WriteString("   =========== =====\n")
	}),
	"rows of errors": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri + "Error Codes\n-----------\n\n.. table:: **Table 1** Error codes\n\n   =========== ========== ====== ========\n   Status Code Error Code Words  Solution\n   =========== ========== ====== ========\n")
		for i := range n {
			fmt.Fprintf(b, "   400         J.%-8d words  wait\n", i)
		}
		b.WriteString("   =========== ========== ====== ========\n")
	}),
	"rows and members of an example": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri + table("Request body parameters", "String", each(n, "f#")...) + request + block + "{" + strings.Join(each(n, "\n   \"f#\": \"a\","), "") + "\n   \"end\": 1}\n")
	}),
	"rows that examples fill": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri + table("Request body parameters", "Object", each(n, "a#")...) + request + block + "{" + strings.Join(each(n, "\n   \"a#\": {\"b#\": 1},"), "") + "\n   \"end\": 1}\n")
	}),
	"rows inside of rows": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri + table("Request body parameters", "Object", append(each(n, "a#"), "lid")...) + request + block + "{" + strings.Join(each(n, "\n   \"a#\": {\"lid\": {}},"), "") + "\n   \"end\": 1}\n")
	}),
	"tables that link to the next": converting(func(b *strings.Builder, n int) {
		b.WriteString(list)
		for i := range n {
			fmt.Fprintf(b, ".. _t%d:\n\n%s", i, strings.Replace(table(fmt.Sprintf("Data structure of the f%d field", i), "Object", fmt.Sprintf("f%d", i+1)), "words", fmt.Sprintf(":ref:`Table 1 <t%d>`", i+1), 1))
		}
	}),
	"items of a list":       converting(described("The value can be:\n\n", "               -  v#\n", "")),
	"paragraphs of a cell":  converting(described("The value can be:\n\n", "               Some words **v#** mean it.\n\n", "")),
	"values of a sentence":  converting(described("The value can be ", "**v#**, ", "or **x**.")),
	"sentences of a cell":   converting(described("Words. ", "The value ranges from # to 9#. ", "")),
	"lengths of a sentence": converting(described("Words", ", 1 to # characters", ".")),
	"items of sentences":    converting(described("Words. ", "A maximum of # keys, and each key can contain # characters. ", "")),
	"patterns":              converting(described("Words. ", "It matches the regular expression ^[a-z]{#}$. ", "")),
	"meanings of values":    converting(described("Kinds: ", "#: kind #; ", "")),
	"bullets":               converting(times(list, "- item #\n", "")),
	"definitions":           converting(times(list, "term #\n   words\n", "")),
	"sections":              converting(times(list, "Title #\n-------------\n\nwords\n\n", "")),
	"labels":                converting(times(list, ".. _l#:\n\nSee :ref:`here <l#>`.\n\n", "")),
	"labels of one place":   converting(times(list, ".. _l#:\n", "\nwords\n")),
	"replacements":          converting(times(list, ".. |s#| replace:: w\n\n|s#|\n\n", "")),
	"markup without an end": converting(times(list, "*a `b ``c |d ", "\n")),
	"references":            converting(times(list, ":ref:`a <b#>` a_ http://a.b/# ", "\n")),
	"lines of a paragraph":  converting(times(list, "words and words\n", "")),
	"nested lists": converting(func(b *strings.Builder, n int) {
		b.WriteString(list)
		for i := range n {
			b.WriteString(strings.Repeat(" ", 2*(i%60)) + "- a\n\n")
		}
	}),
	"members of an example": converting(times(list+request+block+"{\"jar\": {\n", "   \"k#\": #,\n", "   \"end\": 1}}\n")),
	"items of an example": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri + table("Request body parameters", "Array of objects", "names") + request + block + "{\"names\": [" + strings.Join(each(n, "{\"a#\": #},\n   "), "") + "{}]}\n")
	}),
	"examples": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri + table("Request body parameters", "String", "name") + request + strings.Join(each(n, block+"{\"name\": \"n#\"}\n\n"), ""))
	}),
	"depth of an example": converting(func(b *strings.Builder, n int) {
		b.WriteString(uri + request + block + strings.Repeat(`{"a": `, n) + "1" + strings.Repeat("}", n) + "\n")
	}),
	"JSON values of a block": converting(times(uri+request+block, "{\"a\": #}\n   ", "")),
	"quotes inside of texts": converting(times(uri+request+block+"{", "\"a#\": \"b\"c\",\n   ", "")),
	"options of curl":        converting(times(uri+request+block+"curl -X POST", " \\\n   -H 'A#: b'", " https://x/v1/jars\n")),
	"headers of a request":   converting(times(uri+request+block+"POST https://x.com/v1/jars\n", "   X-H#: v\n", "\n   {}\n")),
	"elements of XML":        converting(times(uri+request+block+"POST https://x.com/v1/jars\n\n   <a>", "<b#>c</b#>\n   ", "</a>\n")),
	"XML without an end":     converting(times(uri+request+block+"POST https://x.com/v1/jars\n\n", "   <b#>\n", "")),

	"pages": convertingEach(func(i int) string {
		return fmt.Sprintf("Showing Jar%d\n=================\n\nURI\n---\n\nGET /v1/jar%d/{jar%d_id}\n\n", i, i, i) + table("Response body parameters", "String", "id", "name")
	}),
	"pages of one title": convertingEach(func(i int) string {
		return fmt.Sprintf("Listing Jars\n============\n\nURI\n---\n\nGET /v1/jars%d\n", i)
	}),
	"pages of one path": convertingEach(func(i int) string {
		return fmt.Sprintf("Listing Jars %d\n=================\n\n", i) + uri + table("Request body parameters", "String", fmt.Sprintf("n%d", i))
	}),
	"pages of one structure": convertingEach(func(i int) string {
		return fmt.Sprintf("Creating Jar%d\n================\n\nURI\n---\n\nPOST /v1/jars%d\n\n", i, i) + table("Request body parameters", "Object", "jar") +
			table("Data structure of the jar field", "String", "name", fmt.Sprintf("n%d", i))
	}),
	"pages that link to the next": convertingEach(func(i int) string {
		return fmt.Sprintf(".. _g%d:\n\nGuide %d\n==========\n\nSee :ref:`x <g%d>`.\n", i, i, i+1)
	}),
}
