//go:build corpus

package real

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/tests/roundtrip"
)

// TestCorpus converts every documentation set there is, has each document checked by two
// validators, generates a client from it, compiles all clients, and keeps the score.
func TestCorpus(t *testing.T) {
	corpus := golden.Shared(t, "corpus")
	module := roundtrip.Module(t)
	names := setNames(t, corpus)
	stats := make([]convert.Stats, len(names))
	t.Run("sets", func(t *testing.T) {
		for i, name := range names {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				stats[i] = convertSet(t, filepath.Join(corpus, name), module)
			})
		}
	})
	t.Run("clients", func(t *testing.T) {
		offline := append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
		run(t, module, offline, "go", "vet", "./...")
		// The generated examples. Without the path of the folder in it, what is compiled is
		// found again by TestRoundTrip, and the next time.
		run(t, module, offline, "go", "test", "-trimpath", "./...")
		checker := strings.Fields(os.Getenv("STATICCHECK"))
		if len(checker) == 0 {
			t.Skip("the clients are not held against staticcheck: STATICCHECK does not say how to run it; make corpus does")
		}
		run(t, module, append(os.Environ(), "GOWORK=off"), checker[0], append(checker[1:], "./...")...)
	})
	scoreboard(names, stats).Equal(t, filepath.Join(golden.Root(t), "tests", "corpus-scoreboard.txt"))
}

// run runs a command in a folder and shows what it says when it fails.
func run(t *testing.T, dir string, env []string, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, env
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%.4000s", name, strings.Join(args, " "), err, out)
	}
}

// convertSet converts one set, checks its document and writes its client into the module.
func convertSet(t *testing.T, dir, module string) convert.Stats {
	t.Helper()
	res, err := otc.Convert(readSet(t, dir))
	if errors.Is(err, convert.ErrNoOperations) {
		return res.Stats // a guide: there is no document to check
	}
	if err != nil {
		t.Fatal(err)
	}
	spec, err := res.Encode("spec.yaml", false)
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, spec)
	inJSON, err := res.Encode("spec.json", false)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("PyYAML", func(t *testing.T) { samePython(t, spec, inJSON) })
	name := strings.ReplaceAll(filepath.Base(dir), "-", "")
	files, err := gogen.Generate(spec, gogen.Options{Package: name, Source: name + ".yaml"})
	if err != nil {
		t.Errorf("no client: %v", err)
		return res.Stats
	}
	for file, text := range files {
		roundtrip.Write(t, filepath.Join(module, name, file), text)
	}
	return res.Stats
}

// scoreboard counts what became of each set.
func scoreboard(names []string, stats []convert.Stats) *golden.Board {
	b := &golden.Board{
		Note: "# What became of each documentation set; GOLDEN=refresh make corpus writes this file again.\n" +
			"# lined: pages with a request line; made: of those, converted; lost: rows in findings;\n" +
			"# repaired: examples whose JSON was repaired; tool: findings that say what this tool cannot read.\n",
		Columns: []golden.Column{
			{Name: "pages"}, {Name: "lined"}, {Name: "made", Better: golden.Up}, {Name: "operations"}, {Name: "variants"},
			{Name: "rows", Better: golden.Up}, {Name: "lost", Better: golden.Down}, {Name: "examples", Better: golden.Up},
			{Name: "json", Better: golden.Up}, {Name: "repaired"}, {Name: "valid", Better: golden.Up}, {Name: "tool", Better: golden.Down},
		},
	}
	for i, s := range stats {
		tool := 0
		for rule, n := range s.Findings {
			if diag.Family(rule) == "tool" {
				tool += n
			}
		}
		b.Add(names[i], s.Pages, s.RequestLinePages, s.PagesConverted, s.Operations, s.Variants, s.Rows, s.RowsInFindings,
			s.Examples, s.ExamplesJSON, s.ExamplesRepaired, s.ExamplesValid, tool)
	}
	return b
}
