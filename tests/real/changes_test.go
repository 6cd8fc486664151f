//go:build corpus

package real

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/lock"
)

// TestChanges keeps the table of what changed for a user in each commit of nine real histories:
// tests/real/testdata/changes.txt. Names are kept as a user keeps them who has a lock file.
func TestChanges(t *testing.T) {
	bundles, err := filepath.Glob(filepath.Join(golden.Shared(t, "history"), "*.bundle"))
	if err != nil || len(bundles) == 0 {
		t.Fatalf("no history: %v", err)
	}
	tables := make([]string, len(bundles))
	t.Run("sets", func(t *testing.T) {
		for i, bundle := range bundles {
			name := strings.TrimSuffix(filepath.Base(bundle), ".bundle")
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				tables[i] = changesOf(t, name, bundle)
			})
		}
	})
	head := "# What changed for a user in each commit of the histories. prose-only: nothing but texts of the document;\n" +
		"# none: not even those. moved: names that call another endpoint.\n" +
		fmt.Sprintf("%-30s %-8s %-8s %8s %8s %8s %10s %8s %8s %s\n", "set", "from", "to", "moved", "breaking", "warning", "compatible", "texts", "examples", "is")
	golden.Equal(t, filepath.Join("testdata", "changes.txt"), []byte(head+strings.Join(tables, "")))
}

// changesOf are the lines of one history.
func changesOf(t *testing.T, name, bundle string) string {
	git := filepath.Join(t.TempDir(), "git")
	runGit(t, "clone", "-q", "--bare", bundle, git)
	var out strings.Builder
	var before *change.Side
	names := lock.New()
	from := ""
	for _, commit := range strings.Fields(string(runGit(t, "--git-dir="+git, "log", "--reverse", "--format=%h", "--abbrev=7", "main"))) {
		side, kept := sideAt(t, git, commit, name, names)
		if side == nil {
			continue // no operation yet
		}
		names = kept
		if before != nil {
			r, err := change.Compare(name, before, side)
			if err != nil {
				t.Fatalf("%s %s: %v", from, commit, err)
			}
			fmt.Fprintf(&out, "%-30s %-8s %-8s %8d %8d %8d %10d %8d %8d %s\n", name, from, commit, len(r.Moved),
				r.Count(change.Breaking), r.Count(change.Warning), r.Count(change.Compatible), r.Prose, len(r.Examples), class(r))
		}
		before, from = side, commit
	}
	return out.String()
}

// class is what a commit is for a user.
func class(r *change.Report) string {
	switch {
	case r.Count(change.Breaking) > 0:
		return "breaking"
	case len(r.Changes) > 0:
		return "non-breaking"
	case r.Prose > 0:
		return "prose-only"
	}
	return "none"
}

func runGit(t *testing.T, args ...string) []byte {
	t.Helper()
	out, err := exec.Command("git", args...).Output()
	if err != nil {
		t.Fatalf("git %s: %v", strings.Join(args, " "), err)
	}
	return out
}

// sideAt converts the pages of a commit; nil where they have no operation.
func sideAt(t *testing.T, git, commit, name string, names *lock.File) (*change.Side, *lock.File) {
	t.Helper()
	files := fstest.MapFS{}
	for r := tar.NewReader(bytes.NewReader(runGit(t, "--git-dir="+git, "archive", commit))); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, err := io.ReadAll(r); err != nil {
			t.Fatal(err)
		} else if h.Typeflag == tar.TypeReg {
			files[h.Name] = &fstest.MapFile{Data: text}
		}
	}
	set, err := otc.ReadSet(files, name)
	if errors.Is(err, convert.ErrNoPages) {
		return nil, nil
	}
	if err != nil {
		t.Fatal(err)
	}
	set.Lock = names
	res, err := otc.Convert(set)
	if errors.Is(err, convert.ErrNoOperations) {
		return nil, nil
	}
	if err != nil {
		t.Fatalf("%s: %v", commit, err)
	}
	text, err := res.Encode("x.yaml", true)
	if err != nil {
		t.Fatal(err)
	}
	sources, err := res.Sources(true)
	if err != nil {
		t.Fatal(err)
	}
	side := &change.Side{Findings: res.Findings, FindingsKnown: true}
	if side.Document, err = document.Load(text); err != nil {
		t.Fatal(err)
	}
	if side.Sources, err = change.ReadSources(sources); err != nil {
		t.Fatal(err)
	}
	return side, res.Lock
}

// TestJudgedChanges: of the reports that were read beside the differences of the pages, at least 98
// of 100 lines are right, and nothing that breaks is missed. A report that has other lines than the
// one that was read is to be read again.
func TestJudgedChanges(t *testing.T) {
	rows := map[string]int{}
	for _, line := range dataLines(t, "changes.txt") {
		var set, from, to string
		var moved, breaking, warning, compatible int
		if n, _ := fmt.Sscan(line, &set, &from, &to, &moved, &breaking, &warning, &compatible); n == 7 {
			rows[set+" "+from+" "+to] = moved + breaking + warning + compatible
		}
	}
	right, wrong, missed := 0, 0, 0
	for _, line := range dataLines(t, "changes_judged.tsv") {
		var set, from, to string
		var r, w, m int
		if n, _ := fmt.Sscan(line, &set, &from, &to, &r, &w, &m); n != 6 {
			t.Fatalf("%q has not six columns", line)
		}
		if lines, there := rows[set+" "+from+" "+to]; !there || lines != r+w {
			t.Errorf("%s %s %s: %d lines were read, and the report has %d", set, from, to, r+w, lines)
		}
		right, wrong, missed = right+r, wrong+w, missed+m
	}
	if right == 0 || missed > 0 || 50*wrong > right+wrong {
		t.Errorf("of %d lines %d are wrong, and %d that break are missed", right+wrong, wrong, missed)
	}
}

func dataLines(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(strings.Split(strings.TrimSpace(string(text)), "\n"), func(line string) bool { return strings.HasPrefix(line, "#") })
}
