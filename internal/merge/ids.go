package merge

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// called is an operation, or what several are together, with the ids that it may have. All of
// them are made of its own page, method and path; that others have the same one decides only how
// far down it goes. Nothing depends on the order of the pages.
type called struct {
	ids   []string // the best first
	at    int      // the one that it has
	given bool     // it is the provider's own: another one gives way
	set   func(id string)
}

func (c *called) id() string { return c.ids[c.at] }

// next goes on to the next id, which may be the same where its own page has nothing that tells it
// apart in that way, and tells whether there is one.
func (c *called) next() bool {
	if c.at+1 == len(c.ids) {
		return false
	}
	c.at++
	return true
}

// decideIDs gives each operation its id, and each group of variants one that is the operation's;
// wholes are those of the groups, "" for a group of one.
//
// Operations of one page, or of one method and path, are told apart first: there one may keep what
// the others add something to. Where other pages have the same id each takes a further one and
// nobody keeps it, so that no id means another operation than it did when a page comes or
// goes. Ids that differ in capitals only are the same to many a tool.
func decideIDs(groups [][]*api.Operation) (wholes []string) {
	var all []*called
	wholes = make([]string, len(groups))
	pages := make(map[string][]*called)
	for i, group := range groups {
		var own []*called
		for _, op := range group {
			c := &called{ids: operationIDs(op), given: op.Given, set: func(id string) { op.ID = id }}
			own = append(own, c)
			pages[op.Origin.Page] = append(pages[op.Origin.Page], c)
		}
		makeUnique(own, false)
		all = append(all, own...)
		if len(group) > 1 {
			whole := isWhole(group)
			all = append(all, &called{ids: wholeIDs(group), given: whole && group[0].Given, set: func(id string) {
				wholes[i] = id
				for _, op := range group {
					if whole {
						op.Whole = id
					}
				}
			}})
		}
	}
	for page, own := range pages {
		if page != "" {
			makeUnique(own, false)
		}
	}
	makeUnique(all, true)
	for _, c := range all {
		c.set(c.id())
	}
	return wholes
}

// makeUnique moves operations on until no two have the same id. One of the provider's own stays where
// it is the only one. burn says that an id that two had is nobody's from then on.
func makeUnique(all []*called, burn bool) {
	burnt := make(map[string]bool)
	for {
		users := make(map[string][]*called)
		for _, c := range all {
			key := strings.ToLower(c.id())
			users[key] = append(users[key], c)
		}
		var same []*called
		for _, c := range all {
			key := strings.ToLower(c.id())
			if keeps(c, users[key]) || len(users[key]) == 1 && (!burnt[key] || c.at+1 == len(c.ids)) {
				continue
			}
			same = append(same, c)
		}
		if len(same) == 0 {
			return
		}
		moved := false
		for _, c := range same {
			burnt[strings.ToLower(c.id())] = burn && !c.atShortVersion()
			moved = c.next() || moved
		}
		if !moved {
			number(same, all)
		}
	}
}

// shortVersion is where operationIDs has the id with the short version.
const shortVersion = 4

// atShortVersion reports whether c has the id with the short version: one of v2 and v2.0 keeps that.
func (c *called) atShortVersion() bool {
	return c.at >= shortVersion && c.id() == c.ids[shortVersion]
}

// keeps reports whether of those with one id c is the only one that has it of the provider.
func keeps(c *called, users []*called) bool {
	isGiven := func(o *called) bool { return o.given && o.at == 0 }
	return isGiven(c) && !slices.ContainsFunc(users, func(o *called) bool { return o != c && isGiven(o) })
}

// number tells operations apart of which nothing else does: pages with the same title, folder,
// method and path.
func number(same, all []*called) {
	taken := make(map[string]bool)
	for _, c := range all {
		if !slices.Contains(same, c) {
			taken[strings.ToLower(c.id())] = true
		}
	}
	for _, c := range same {
		id := c.id()
		for i := 2; taken[strings.ToLower(id)]; i++ {
			id = c.id() + strconv.Itoa(i)
		}
		taken[strings.ToLower(id)] = true
		c.ids, c.at = []string{id}, 0
	}
}

// operationIDs are the ids that an operation may have: by its title, then with the query words
// that it always sends, what stands in its path before the version, what stands in its title in
// brackets, its version, then by what its path speaks of, with its method, its folder, by all
// of its path, and by the name of its page.
func operationIDs(op *api.Operation) []string {
	title, rest := op.ID, ""
	if op.Whole != "" {
		title, rest = op.Whole, strings.TrimPrefix(op.ID, op.Whole)
	}
	summary := strings.TrimSuffix(op.Summary, ": "+op.Case)
	name := naming.Operation(summary, op.Method, op.Path)
	rest = queryWords(op) + rest
	short, exact := versions(op)
	prefixed := title
	if strings.HasPrefix(title, name.Verb) {
		prefixed = name.Verb + naming.PathPrefix(op.Path, urlpath.IsVersion) + strings.TrimPrefix(title, name.Verb)
	}
	noted := prefixed
	if note := naming.TitleNote(summary); versionIn(note) == "" {
		noted += naming.FolderWords(note, title)
	}
	ids := []string{title, title + rest, prefixed + rest, noted + rest, noted + short + rest, noted + exact + rest}
	last := ids[len(ids)-1]
	if byVerb := name.ByVerb(op.Path); byVerb != "" {
		last = byVerb + rest
		ids = append(ids, last)
	}
	for parents := range 3 {
		if byPath := name.OfPath(op.Path, parents, urlpath.IsVersion); byPath != "" {
			last = byPath + rest
		}
		ids = append(ids, last)
	}
	folder := naming.FolderWords(op.Tag, title)
	whole := name.Whole(op.Path, urlpath.IsVersion) + exact + rest
	method := naming.Pascal(strings.ToLower(op.Method))
	page := naming.Pascal(strings.TrimSuffix(path.Base(op.Origin.Page), path.Ext(op.Origin.Page)))
	return append(ids, last+short, last+exact, title+rest+method, noted+exact+rest+folder, whole, whole+folder, whole+folder+method, title+rest+"In"+page)
}

// queryWords are the query words that an operation always sends, as the end of an id.
func queryWords(op *api.Operation) string {
	words := ""
	for _, w := range op.Query {
		if w.Value == "" {
			words += naming.Pascal(w.Name)
		}
	}
	return words
}

// wholeIDs are the ids that several operations may have together: as an operation where one page
// describes all, else by their path, which says what they have in common, as
// "…/resources/{id}/action" gives ResourcesAction.
func wholeIDs(group []*api.Operation) []string {
	first := group[0]
	if isWhole(group) {
		whole := *first
		whole.ID, whole.Whole = first.Whole, ""
		return operationIDs(&whole)
	}
	words := naming.PathWords(first.Path, urlpath.IsVersion)
	id := strings.Join(words[max(0, len(words)-2):], "")
	if names := urlpath.Params(first.Path); id == "" && len(names) > 0 {
		id = naming.Pascal(names[len(names)-1])
	}
	if id == "" {
		id = "Root"
	}
	method := naming.Pascal(strings.ToLower(first.Method))
	short, exact := versions(&api.Operation{Path: first.Path})
	ids := []string{method + id, method + id + short, method + id + exact, method + strings.Join(words, "") + exact}
	if len(words) > 1 {
		ids = append([]string{id, id + short, id + exact}, ids...)
	}
	return ids
}

// versions are the version that the title of an operation's page tells in brackets, else its
// path's, as the end of an id: V2 and V20 of "/v2.0/lids".
func versions(op *api.Operation) (short, exact string) {
	version := versionIn(naming.TitleNote(op.Summary))
	if version == "" {
		version = urlpath.Version(op.Path)
	}
	return naming.Pascal(strings.TrimSuffix(version, ".0")), naming.Pascal(version)
}

// versionIn is the word of a text that is a version, or "".
func versionIn(text string) string {
	for w := range strings.FieldsSeq(text) {
		if urlpath.IsVersion(w) {
			return w
		}
	}
	return ""
}
