package extract

import (
	"maps"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// ofOtherLine reports whether another operation of the page has a parameter in its request line.
func (b *builder) ofOtherLine(name string) bool {
	others := b.otherNames()
	return others.keys.of(name) != "" || others.placeholders[foldName(name)]
}

// inOtherPath reports whether a row of a table that is not one of the query describes a part of the path of another
// operation of the page:
//
//	DELETE /v1/sheds/{shed_id}/jars/{jar_id}
//	DELETE /v1/jars/{jar_id}
func (b *builder) inOtherPath(r *row) bool {
	name := r.field.Name
	return r.in == "" && r.table.roleOfRows() == dialect.TableURI && b.otherNames().placeholders[foldName(name)] && b.otherNames().keys.of(name) == ""
}

// otherNames are the parameters that the request lines of the page ask for.
func (b *builder) otherNames() *lineNames {
	if b.others == nil {
		b.others = namesOfLines(b.scope.own)
	}
	return b.others
}

// elsewhere reports whether the page defines an operation, other than this one, that fits.
func (b *builder) elsewhere(fits func(requestLine) bool) bool {
	return slices.ContainsFunc(b.scope.own, fits)
}

// maxPath is how much of a path a finding about a row shows, in bytes. Paths are shorter, but for those that want the
// findings of their rows to fill the memory.
const maxPath = 200

func shortPath(path string) string {
	if len(path) <= maxPath {
		return path
	}
	return strings.ToValidUTF8(path[:maxPath], "") + "…"
}

// lineNames are the parameters that request lines ask for.
type lineNames struct {
	keys         queryKeys
	placeholders map[string]bool // by what foldName makes of them
}

func namesOfLines(lines []requestLine) *lineNames {
	n := &lineNames{queryKeys{}, map[string]bool{}}
	for _, l := range lines {
		_, query := l.parts()
		maps.Copy(n.keys, keysOf(query))
		for part := range strings.SplitSeq(foldName(l.url), "{") {
			if name, _, ok := strings.Cut(part, "}"); ok {
				n.placeholders[name] = true
			}
		}
	}
	return n
}

// asksFor finds the parameter in the query of the request line that a row of the name
// describes, "" where there is none.
func (b *builder) asksFor(name string) string {
	if b.keys == nil {
		b.keys = keysOf(b.query)
	}
	return b.keys.of(name)
}

// queryKeys are the parameters of a query, by "name" and by the placeholder that is their value, "{name}".
type queryKeys map[string]string

// queryName is the name of a parameter of a query without the brackets of its page around it. Those of "filter[name]"
// are of the name.
func queryName(key string) string {
	if at := strings.Index(key, "["); at > 0 && strings.Index(key[at:], "]") > 1 {
		return strings.Trim(key, "{} ")
	}
	return strings.Trim(key, "[]{} ")
}

func keysOf(query string) queryKeys {
	keys := queryKeys{}
	for part := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(part, "=")
		key = queryName(key)
		keys[key] = key
		if strings.HasSuffix(value, "}") && naming.IsName(key) {
			keys[value] = key
		}
	}
	return keys
}

// of is the parameter that has the name, or else the last one whose value is a placeholder of that name:
// "hosts" for host_ids in ?hosts={host_ids}.
func (k queryKeys) of(name string) string {
	if key, ok := k[name]; ok {
		return key
	}
	return k["{"+name+"}"]
}

// misspelt is the placeholder without a row that a row of the path or the URL describes under a name
// in which a word says several and not one, or the other way round, "" where there is none:
//
//	GET /v1/jars/{jar_id}
//	"Parameter description": jars_id | Yes | The jar
//
// It does not apply to what another request line of the page has a place for, and what the query asks
// for or a printed body has: these are other parameters.
func (b *builder) misspelt(r *row) string {
	name := r.field.Name
	switch role := r.table.roleOfRows(); {
	case role != dialect.TableURI && role != dialect.TablePath, r.in != "" && r.in != api.InPath, r.field.Need == api.NeedNo, structured(&r.field.Type):
		return ""
	case b.asksFor(name) != "", b.ofOtherLine(name), b.sendsBody() && b.scope.printedMembers(api.SideRequest)[foldName(name)] != nil:
		return ""
	}
	if !b.lacksRow() {
		return ""
	}
	return b.lacking[ofOne(name)]
}

// ofOne is a name with each of its words for one thing, in small letters.
func ofOne(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '_' || r == '-' })
	for i, w := range words {
		words[i] = naming.Singular(w)
	}
	return strings.Join(words, "_")
}
