package convert

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// SeveralSets is the error of Convert for pages of several services that have nothing to do
// with one another: they would end in one document, under the host of one of them.
type SeveralSets struct {
	Names []string // of the folders that the sets are in
}

func (e *SeveralSets) Error() string {
	return "these are " + spell(len(e.Names)) + " documentation sets, not one: " + terminal.Printable(strings.Join(e.Names, ", "))
}

func spell(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// several gives the names of the sets that the operations come from, where these are more
// than one. A set begins with the folder of its file of facts, or of its table of contents; a folder beside such sets
// that has neither is one, too.
// Sets whose pages link to each other are one: a service may keep its pages in several.
func (c *Converter) several(set Set, svc *api.Service, pages []*doc.Page) []string {
	roots := c.roots(set)
	if len(roots) == 0 {
		return nil
	}
	used := map[string]bool{}
	for _, op := range svc.Operations {
		for _, v := range op.All() {
			root := rootOf(roots, v.Origin.Page)
			if root == "" {
				root = folderBeside(roots, v.Origin.Page)
			}
			used[root] = true
		}
	}
	delete(used, "")
	for root := range used {
		if !slices.Contains(roots, root) {
			roots = append(roots, root) // in any order: none lies in another one
		}
	}
	if len(used) < 2 || linked(used, roots, pages) {
		return nil
	}
	var names []string
	for root := range used {
		names = append(names, root)
	}
	slices.Sort(names)
	short := make([]string, len(names))
	for i, name := range names {
		short[i], _, _ = strings.Cut(name, "/")
	}
	if once := slices.Compact(slices.Clone(short)); len(once) == len(names) {
		return once // what --all calls them
	}
	return names
}

// roots are the folders in which sets begin, the longest first. A folder inside of another
// set is none.
func (c *Converter) roots(set Set) []string {
	var facts, contents []string
	for name := range set.Beside {
		if path.Base(name) == c.Profile.Facts.File {
			facts = append(facts, path.Dir(name))
		} else {
			contents = append(contents, path.Dir(name))
		}
	}
	all := facts
	for _, dir := range contents {
		if !slices.ContainsFunc(facts, func(f string) bool { return within(dir, f) || within(f, dir) }) {
			all = append(all, dir)
		}
	}
	slices.Sort(all)
	var roots []string
	for _, dir := range slices.Compact(all) {
		if !slices.ContainsFunc(roots, func(r string) bool { return within(dir, r) }) {
			roots = append(roots, dir)
		}
	}
	slices.SortFunc(roots, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return roots
}

// folderBeside is the first folder in the path of a page that lies in no set, "" where a set lies in it.
func folderBeside(roots []string, page string) string {
	top, _, below := strings.Cut(page, "/")
	if !below || slices.ContainsFunc(roots, func(r string) bool { return within(r, top) }) {
		return ""
	}
	return top
}

// within reports whether a folder is another one or lies below it.
func within(dir, root string) bool {
	return root == "." || dir == root || strings.HasPrefix(dir, root+"/")
}

// rootOf is the root of the set that a page belongs to, "" where it lies in none.
func rootOf(roots []string, page string) string {
	for _, r := range roots {
		if within(path.Dir(page), r) {
			return r
		}
	}
	return ""
}

// linked reports whether the pages of sets link to each other, so that from each set one gets
// to each other. A link counts that only the other set can resolve: sets that were copied from
// each other have the same labels.
func linked(sets map[string]bool, roots []string, pages []*doc.Page) bool {
	labels := map[string]map[string]bool{} // by label, the roots that have it
	for _, p := range pages {
		root := rootOf(roots, p.File.Path())
		doc.WalkAll(p.Blocks, func(b doc.Block) bool {
			for _, l := range doc.LabelsOf(b) {
				name := doc.NormLabel(l.Name)
				if labels[name] == nil {
					labels[name] = map[string]bool{}
				}
				labels[name][root] = true
			}
			return true
		})
	}
	joined := map[string]string{}
	find := func(root string) string {
		for joined[root] != "" {
			root = joined[root]
		}
		return root
	}
	for _, p := range pages {
		from := rootOf(roots, p.File.Path())
		if !sets[from] {
			continue
		}
		doc.WalkAll(p.Blocks, func(b doc.Block) bool {
			q, ok := b.(*doc.Paragraph)
			if !ok {
				return true
			}
			for _, ref := range q.Text.Refs() {
				to := labels[doc.NormLabel(ref.Target)]
				if len(to) != 1 || to[from] {
					continue
				}
				for root := range to {
					if a, b := find(from), find(root); a != b {
						joined[a] = b
					}
				}
			}
			return true
		})
	}
	groups := map[string]bool{}
	for root := range sets {
		groups[find(root)] = true
	}
	return len(groups) == 1
}
