package merge

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// classify puts the schemas that say the same into one class: same name, same fields with
// the same types and limits, and the same structures inside. It starts with structures
// inside taken as equal and splits classes until none has to be split: so structures that
// contain themselves end in one class, too. apart tells that structures of responses of different
// versions of the API are not the same, whatever they say.
func classify(uses []*use, index map[*api.Schema]*use, apart bool) {
	count := assign(uses, func(u *use) string {
		own := signature(u, func(*api.Schema) int { return 0 })
		if apart {
			own += "\nversion" + u.resource.version()
		}
		return own
	})
	for {
		n := assign(uses, func(u *use) string {
			return strconv.Itoa(u.class) + signature(u, func(s *api.Schema) int { return index[s].class })
		})
		if n == count {
			return
		}
		count = n
	}
}

// assign gives schemas of one key one class, all at once: keys may ask for classes. It
// returns how many there are.
func assign(uses []*use, key func(*use) string) int {
	classes := make(map[string]int)
	fresh := make([]int, len(uses))
	for i, u := range uses {
		k := key(u)
		if _, ok := classes[k]; !ok {
			classes[k] = len(classes)
		}
		fresh[i] = classes[k]
	}
	for i, u := range uses {
		u.class = fresh[i]
	}
	return len(classes)
}

// signature is what a schema says, class standing for the structures inside. Each part has a
// mark of its own and its length: no text of a page can be read as two parts, or as another.
func signature(u *use, class func(*api.Schema) int) string {
	var b strings.Builder
	b.Grow(64 * (1 + len(u.schema.Fields)))
	part := func(mark, text string) {
		b.WriteString(mark)
		b.WriteString(strconv.Itoa(len(text)))
		b.WriteByte(':')
		b.WriteString(text)
	}
	writeType := func(t *api.Type) {
		t.Each(func(t *api.Type) {
			part("<", string(t.Kind))
			part(",", t.Format)
			if t.Schema != nil {
				part(">", strconv.Itoa(class(t.Schema)))
			}
		})
	}
	part("name", u.want)
	part("xml", u.schema.XMLName)
	for _, f := range u.schema.Fields {
		part("\n", f.Name)
		writeType(&f.Type)
		if u.schema.Request && (f.Need == api.NeedYes || f.Need == api.NeedConditional) {
			part("!", string(f.Need))
		}
		for _, c := range limitsOf(f) {
			part(";", c)
		}
	}
	writeType(u.schema.Root)
	part("+", "")
	writeType(u.schema.Extra)
	return b.String()
}

// limitsOf lists what the claims of a field say beside its type and its examples, each once
// and sorted.
func limitsOf(f *api.Field) []string {
	var out []string
	for _, c := range f.Claims {
		switch c.Fact {
		case api.FactKind, api.FactNeed, api.FactExample, api.FactPrinted:
		default:
			out = append(out, string(c.Fact)+" "+strconv.FormatBool(c.Elems)+"="+strings.Join(c.Values, "\x00"))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
