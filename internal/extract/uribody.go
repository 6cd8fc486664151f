package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
)

// listsBody reports whether a table of the URL has the members of the request's body below the
// parameters of the path:
//
//	PUT /v1/jars/{jar_id}
//	jar_id | Yes; size | No; lid | No                  {"size": 3}
//
// The printed body shows one of its rows at least. It does not apply where a further table lists what the request
// has, nor where the request line has a query.
func (b *builder) listsBody(t *table) bool {
	lists, known := b.bodyTables[t]
	if !known {
		if b.bodyTables == nil {
			b.bodyTables = map[*table]bool{}
		}
		lists = b.sendsBody() && b.query == "" && b.showsRowOf(t) && !slices.ContainsFunc(b.scope.tables, func(o *table) bool {
			role := o.roleOfRows()
			return o != t && o.carriesFields() && (role == dialect.TableBody || role == dialect.TableRequest || role == dialect.TableQuery || role == dialect.TableURI)
		})
		b.bodyTables[t] = lists
	}
	return lists
}

// showsRowOf reports whether the printed request body has a member that a table lists.
func (b *builder) showsRowOf(t *table) bool {
	printed := b.scope.printedMembers(api.SideRequest)
	return slices.ContainsFunc(t.rows, func(r *row) bool {
		return r.field != nil && b.placeholderOf(r) == "" && printed[foldName(r.field.Name)] != nil
	})
}

// printsInQuery reports whether a printed URL has a parameter of the name in its query.
func (s *scope) printsInQuery(name string) bool {
	if s.queryNames == nil {
		s.queryNames = map[string]bool{}
		for _, c := range s.codes {
			for _, l := range c.doc.Lines {
				_, query, _ := strings.Cut(l.Text, "?")
				for part := range strings.SplitSeq(query, "&") {
					name, _, _ := strings.Cut(part, "=")
					s.queryNames[name] = true
				}
			}
		}
	}
	return s.queryNames[name]
}
