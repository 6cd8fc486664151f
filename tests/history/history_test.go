//go:build corpus

package history

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// TestHistory regenerates each set from commit to commit, as a user does, and keeps the score of
// what changes although the API does not.
func TestHistory(t *testing.T) {
	board := &golden.Board{
		Note: "# What regeneration changes over the histories of documentation sets although the API did not change, with a lock\n" +
			"# file that is handed on from commit to commit, and (free) without one.\n" +
			"# pairs: neighbouring commits; changed: those that change the document; ids: operations and variants that keep\n" +
			"# method, path and page and have another id; schemas: names that are gone, though a structure like theirs is\n" +
			"# used where theirs was; places: lines that only tell places or order; prose: files that differ although the\n" +
			"# documents say the same; go: names in Go packages that are others than before, of the small sets.\n",
		Columns: []golden.Column{
			{Name: "pairs"}, {Name: "changed"}, {Name: "ids", Better: golden.Down}, {Name: "schemas", Better: golden.Down},
			{Name: "places", Better: golden.Down}, {Name: "prose", Better: golden.Down}, {Name: "go", Better: golden.Down},
			{Name: "free-ids", Better: golden.Down}, {Name: "free-schemas", Better: golden.Down},
		},
	}
	for _, set := range Sets(t) {
		t.Run(set, func(t *testing.T) {
			s := score(t, set)
			board.Add(set, s.pairs, s.changed, s.ids, s.schemas, s.places, s.prose, s.goNames, s.freeIDs, s.freeSchemas)
		})
	}
	board.Equal(t, filepath.Join(golden.Root(t), "tests", "history-scoreboard.txt"))
}

// counts are those of a set.
type counts struct{ pairs, changed, ids, schemas, places, prose, goNames, freeIDs, freeSchemas int }

// small is the most operations of which a package is generated, since that takes a second.
const small = 40

// state is what a commit was converted to.
type state struct {
	document, lock []byte
	names, free    Names
	goNames        lock.Go // of a small set
}

func score(t *testing.T, set string) (n counts) {
	names := lock.New()
	var before *state
	Each(t, set, func(c Commit) {
		now := converted(t, set, c, &names, before)
		if now == nil {
			return
		}
		if before != nil {
			n.pairs++
			n.add(t, c.ID, before, now)
		}
		before = now
	})
	return n
}

// converted converts a commit, with names and without, and generates a package where the document
// is not that of before; nil where it has no operation yet.
func converted(t *testing.T, set string, c Commit, names **lock.File, before *state) *state {
	t.Helper()
	p, _, _ := profile.BuiltIn("otc")
	converter := convert.New(p)
	in, err := converter.ReadSet(c.Files, set)
	if errors.Is(err, convert.ErrNoPages) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	free, err := converter.Convert(in)
	if errors.Is(err, convert.ErrNoOperations) {
		return nil
	}
	if err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
	in.Lock = *names
	kept, err := converter.Convert(in)
	if err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
	text, err := kept.Encode("x.yaml", false)
	if err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
	next := kept.Lock
	if len(kept.Service.Operations) <= small && (before == nil || !bytes.Equal(before.document, text)) {
		if _, next, _, err = gogen.GenerateKept(text, gogen.Options{Package: "docs", Source: "docs.yaml"}, next); err != nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
	}
	if *names, err = lock.Parse("names.yaml", next.Bytes()); err != nil {
		t.Fatalf("%s: the lock file cannot be read again: %v", c.ID, err)
	}
	return &state{text, next.Bytes(), NamesOf(kept.Service), NamesOf(free.Service), next.Go["docs"]}
}

func (n *counts) add(t *testing.T, commit string, before, now *state) {
	t.Helper()
	ids, schemas := Renamed(before.names, now.names)
	freeIDs, freeSchemas := Renamed(before.free, now.free)
	n.ids, n.schemas = n.ids+len(ids), n.schemas+len(schemas)
	n.freeIDs, n.freeSchemas = n.freeIDs+len(freeIDs), n.freeSchemas+len(freeSchemas)
	for _, r := range append(ids, schemas...) {
		t.Logf("%s: %s", commit, r)
	}
	for list, had := range before.goNames {
		for key, name := range had {
			if other := now.goNames[list][key]; other != "" && other != name {
				n.goNames++
				t.Logf("%s: %s of %s: %s → %s", commit, list, key, name, other)
			}
		}
	}
	documentDiffers, lockDiffers := !bytes.Equal(before.document, now.document), !bytes.Equal(before.lock, now.lock)
	same := true
	if documentDiffers {
		n.changed++
		places := Noise(t, before.document, now.document)
		for _, p := range places {
			t.Logf("%s: %s", commit, p)
		}
		n.places += len(places)
		same = Facts(t, before.document) == Facts(t, now.document)
	}
	if !same {
		return
	}
	for file, differs := range map[string]bool{"the document": documentDiffers, "the lock file": lockDiffers} {
		if differs {
			n.prose++
			t.Logf("%s: %s differs, though the documents say the same", commit, file)
		}
	}
}
