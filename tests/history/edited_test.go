//go:build corpus

package history

import (
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/lock"
)

// edits are what authors do to a set without changing what it says of the API that stays: each
// works on a share of the pages that the seed chooses.
var edits = []struct {
	name string
	edit func(files fstest.MapFS, r *rand.Rand)
}{
	{"retitled", func(files fstest.MapFS, r *rand.Rand) { someOf(files, r, 3, retitle) }},
	{"tables with other numbers", func(files fstest.MapFS, r *rand.Rand) { someOf(files, r, 2, renumber) }},
	{"other words", func(files fstest.MapFS, r *rand.Rand) { someOf(files, r, 2, reword) }},
	{"moved", func(files fstest.MapFS, r *rand.Rand) { someOf(files, r, 4, move) }},
	{"copied for another path", func(files fstest.MapFS, r *rand.Rand) { someOf(files, r, 8, copyPage) }},
	{"deleted", func(files fstest.MapFS, r *rand.Rand) {
		someOf(files, r, 5, func(f fstest.MapFS, p string) { delete(f, p) })
	}},
	{"retitled again", func(files fstest.MapFS, r *rand.Rand) { someOf(files, r, 2, retitle) }},
	{"deleted again", func(files fstest.MapFS, r *rand.Rand) {
		someOf(files, r, 4, func(f fstest.MapFS, p string) { delete(f, p) })
	}},
	{"tables in another order", func(files fstest.MapFS, r *rand.Rand) { someOf(files, r, 2, reorder) }},
}

// someOf edits one page of n.
func someOf(files fstest.MapFS, r *rand.Rand, n int, edit func(fstest.MapFS, string)) {
	var pages []string
	for name := range files {
		if strings.HasSuffix(name, ".rst") && path.Base(name) != "index.rst" {
			pages = append(pages, name)
		}
	}
	slices.Sort(pages)
	for _, p := range pages {
		if r.IntN(n) == 0 {
			edit(files, p)
		}
	}
}

func change(files fstest.MapFS, name string, f func(text string) string) {
	files[name] = &fstest.MapFile{Data: []byte(f(string(files[name].Data)))}
}

var (
	heading  = regexp.MustCompile(`(?m)^(\S.*)\n(=+)$`)
	aTable   = regexp.MustCompile(`\*\*Table (\d+)\*\*`)
	request  = regexp.MustCompile(`(?m)^( *(?:GET|PUT|POST|DELETE|PATCH|HEAD) (?:https?://\S+?)?/[^\s?]*)`)
	tables   = regexp.MustCompile(`(?m)^( *)\.\. table:: .*\n`)
	outside  = regexp.MustCompile(`(?m)^\S`)
	synonyms = strings.NewReplacer("Querying", "Obtaining", "Obtaining", "Querying", "Creating", "Adding", "Adding", "Creating", "Deleting", "Removing",
		"Removing", "Deleting", "Updating", "Changing", "Modifying", "Updating", "Changing", "Modifying", "Listing", "Querying", " Details About a", " One", " Details", "", " List", "s")
	// As long as what they replace: lines of tables end at their borders.
	words = strings.NewReplacer("Specifies the", "Describes the", "Indicates whether", "Specifies whether", "This API is used to", "This call is made to")
)

func retitle(files fstest.MapFS, name string) {
	change(files, name, func(text string) string {
		at := heading.FindStringSubmatchIndex(text)
		if at == nil {
			return text
		}
		title := synonyms.Replace(text[at[2]:at[3]])
		return text[:at[0]] + title + "\n" + strings.Repeat("=", len(title)) + text[at[1]:]
	})
}

func renumber(files fstest.MapFS, name string) {
	change(files, name, func(text string) string { return aTable.ReplaceAllString(text, "**Table 1$1**") })
}

func reword(files fstest.MapFS, name string) { change(files, name, words.Replace) }

func move(files fstest.MapFS, name string) {
	stem := strings.TrimSuffix(path.Base(name), ".rst")
	to := path.Join(path.Dir(name), "about_"+stem+".rst")
	files[to] = files[name]
	delete(files, name)
	index := path.Join(path.Dir(name), "index.rst")
	if files[index] != nil {
		change(files, index, func(text string) string { return strings.ReplaceAll(text, "<"+stem+">", "<about_"+stem+">") })
	}
}

func copyPage(files fstest.MapFS, name string) {
	text := string(files[name].Data)
	other := request.ReplaceAllString(text, "$1/copies")
	if other == text {
		return
	}
	files[strings.TrimSuffix(name, ".rst")+"_of_a_copy.rst"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(other, ".. _", ".. _copy_"))}
}

// reorder exchanges the two last tables of a page, with what is between a table and the next one.
func reorder(files fstest.MapFS, name string) {
	change(files, name, func(text string) string {
		at := tables.FindAllStringSubmatchIndex(text, -1)
		if len(at) < 3 {
			return text
		}
		a, b := at[len(at)-2], at[len(at)-1]
		if a[3]-a[2] != b[3]-b[2] {
			return text
		}
		end := len(text)
		if i := outside.FindStringIndex(text[b[1]:]); i != nil {
			end = b[1] + i[0]
		}
		if outside.MatchString(text[a[1]:b[0]]) {
			return text
		}
		return text[:a[0]] + text[b[0]:end] + text[a[0]:b[0]] + text[end:]
	})
}

// TestEditedSets edits all sets as authors do, one edit after the other: nothing that stays has
// another name, and no line tells places or order only.
func TestEditedSets(t *testing.T) {
	corpus := golden.Shared(t, "corpus")
	dirs, err := os.ReadDir(corpus)
	if err != nil {
		t.Fatal(err)
	}
	for seed, d := range dirs {
		if d.IsDir() {
			t.Run(d.Name(), func(t *testing.T) {
				editAll(t, d.Name(), pagesOf(t, filepath.Join(corpus, d.Name())), rand.New(rand.NewPCG(uint64(seed), 11)))
			})
		}
	}
}

func editAll(t *testing.T, set string, files fstest.MapFS, r *rand.Rand) {
	names := lock.New()
	before := converted(t, set, Commit{"first", files}, &names, nil)
	for _, e := range edits {
		if before == nil {
			return // without an operation
		}
		e.edit(files, r)
		now := converted(t, set, Commit{e.name, files}, &names, before)
		if now == nil {
			return
		}
		var n counts
		n.add(t, e.name, before, now)
		given := givenAway(before.names, now.names)
		for _, line := range given {
			t.Logf("%s: %s", e.name, line)
		}
		if n.ids+n.schemas+n.goNames+n.places+len(given) > 0 {
			t.Errorf("%s: %d ids, %d schemas, %d names in Go, %d places, %d ids of other calls", e.name, n.ids, n.schemas, n.goNames, n.places, len(given))
		}
		before = now
	}
}

// pagesOf are the files of a set, to be edited.
func pagesOf(t *testing.T, dir string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range filesOf(t, dir) {
		files[name] = &fstest.MapFile{Data: text}
	}
	return files
}

// givenAway lists ids that were those of other calls.
func givenAway(before, now Names) (lines []string) {
	was := map[string]string{}
	for at, id := range before.ids {
		was[id] = method(at)
	}
	for at, id := range now.ids {
		if old, ok := was[id]; ok && old != method(at) {
			lines = append(lines, id+" was "+old+" and is "+method(at))
		}
	}
	slices.Sort(lines)
	return lines
}

// method is the method and path of a key of Names.
func method(at string) string {
	verb, rest, _ := strings.Cut(at, " ")
	path, _, _ := strings.Cut(rest, " ")
	return verb + " " + path
}
