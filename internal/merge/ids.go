package merge

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/naming"
)

// uniqueIDs tells operations apart whose titles give one id: the first keeps it, and each of
// the others appends the query words that only it has, the version in brackets at the end of
// its title, its path's version or its folder, else a number. An id that another operation
// has from the start is never taken.
func uniqueIDs(ops []*api.Operation) (taken map[string]bool) {
	first := make(map[string]*api.Operation)
	taken = make(map[string]bool)
	for _, op := range ops {
		if !taken[op.ID] {
			first[op.ID] = op
			taken[op.ID] = true
		}
	}
	for _, op := range ops {
		if same := first[op.ID]; same != op {
			op.ID = freeID(op.ID, suffixes(op, same), taken)
		}
	}
	return taken
}

// suffixes are what may tell op from the operation that has its id, the best first.
func suffixes(op, first *api.Operation) []string {
	folder := naming.Pascal(op.Tag)
	if folder != "" {
		folder = "In" + folder
	}
	note := naming.TitleNote(op.Summary)
	if !api.IsVersion(note) {
		note = ""
	}
	return []string{
		ownWords(op, first),
		naming.Pascal(strings.ToUpper(note)),
		naming.Pascal(api.PathVersion(op.Path)),
		folder,
	}
}

// ownWords are the query words of op that first lacks, as the end of an id.
func ownWords(op, first *api.Operation) string {
	out := ""
	for _, w := range op.Query {
		if !slices.Contains(first.Query, w) && w.Value == "" {
			out += naming.Pascal(w.Name)
		}
	}
	return out
}

// freeID appends the first suffix to base, or else the first number from 2 on, that gives an
// id nobody has, and takes it.
func freeID(base string, suffixes []string, taken map[string]bool) string {
	id := base
	for _, s := range suffixes {
		if s != "" && !taken[base+s] {
			id = base + s
			break
		}
	}
	for i := 2; taken[id]; i++ {
		id = base + strconv.Itoa(i)
	}
	taken[id] = true
	return id
}

// sharedID is the id of an operation that stands for several: its path says what they have in
// common, as "…/resources/{id}/action" gives ResourcesAction. It takes the id.
func sharedID(op *api.Operation, taken map[string]bool) string {
	var words []string
	for seg := range strings.SplitSeq(op.Path, "/") {
		if seg != "" && !strings.HasPrefix(seg, "{") && !api.IsVersion(seg) {
			words = append(words, naming.Pascal(seg))
		}
	}
	id := strings.Join(words[max(0, len(words)-2):], "")
	if names := api.PathParams(op.Path); id == "" && len(names) > 0 {
		id = naming.Pascal(names[len(names)-1])
	}
	if id == "" {
		id = "Root"
	}
	if len(words) < 2 || taken[id] {
		id = naming.Pascal(strings.ToLower(op.Method)) + id
	}
	return freeID(id, nil, taken)
}
