package steps

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/lock"
)

// convertingAgain converts pages, and then what they became, with the names of the first time.
func convertingAgain(before, after func(n int) map[string]string) func(n int) error {
	return func(n int) error {
		names := lock.New()
		for _, pages := range []map[string]string{before(n), after(n)} {
			res, err := converted(pages, names)
			if err != nil {
				return err
			}
			if names, err = lock.Parse("names.yaml", res.Lock.Bytes()); err != nil {
				return err
			}
		}
		return nil
	}
}

// onePage is a set of one page with n of something.
func onePage(write func(n int) string) func(n int) map[string]string {
	return func(n int) map[string]string {
		return map[string]string{"jars.rst": "Creating a Jar\n==============\n\n" + write(n)}
	}
}

// fieldsNamed is a page with n fields, whose names a format makes.
func fieldsNamed(format string) func(n int) map[string]string {
	return onePage(func(n int) string { return uri + table("Request body parameters", "String", each(n, format)...) })
}

// valuesNamed is a page with a field of n values, which a format makes.
func valuesNamed(format string) func(n int) map[string]string {
	return onePage(func(n int) string {
		var b strings.Builder
		described("The value can be ", format, "or **x**.")(&b, n)
		return b.String()
	})
}

// structuresNamed is a page with n fields, each with a structure of its own.
func structuresNamed(format string) func(n int) map[string]string {
	return onePage(func(n int) string {
		var b strings.Builder
		b.WriteString(uri + table("Request body parameters", "Object", each(n, format)...))
		for _, name := range each(n, format) {
			b.WriteString(table("Data structure of the "+name+" field", "String", "id", "name", name+"_kind"))
		}
		return b.String()
	})
}

// pagesOf is a set of n pages of one request.
func pagesOf(title, field string) func(n int) map[string]string {
	return func(n int) map[string]string {
		out := map[string]string{}
		for _, number := range each(n, "#") {
			heading := title + " " + number
			out["p"+number+".rst"] = heading + "\n" + strings.Repeat("=", len(heading)) + "\n\n" + uri + table("Request body parameters", "String", strings.ReplaceAll(field, "#", number), "size")
		}
		return out
	}
}

var ofLocks = map[string]func(n int) error{
	"fields again":                     convertingAgain(fieldsNamed("f#"), fieldsNamed("f#")),
	"fields with other names":          convertingAgain(fieldsNamed("f#"), fieldsNamed("g#")),
	"values with others":               convertingAgain(valuesNamed("**v#**, "), valuesNamed("**w#**, **v#**, ")),
	"structures again":                 convertingAgain(structuresNamed("f#"), structuresNamed("f#")),
	"structures with other names":      convertingAgain(structuresNamed("f#"), structuresNamed("g#")),
	"pages of one path again":          convertingAgain(pagesOf("Creating Jars", "n#"), pagesOf("Making Jars", "n#")),
	"pages of one path and body again": convertingAgain(pagesOf("Creating Jars", "name"), pagesOf("Making Jars", "name")),
}
