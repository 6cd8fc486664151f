package tests

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/modfile"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestDependencies holds the table of dependencies in internal/README.md: each direct
// requirement has a row, with its version, whether packages or only tests import it, its licence and the
// day of its release; no row is left of what is required no more.
func TestDependencies(t *testing.T) {
	root := golden.Root(t)
	text, err := os.ReadFile(filepath.Join(root, "internal", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string][]string{} // by module: version, for packages or tests, reason, licence, release
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		if len(cells) == 6 && strings.HasPrefix(line, "| `") {
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			rows[strings.Trim(cells[0], "`")] = cells[1:]
		}
	}
	all := required(t, root)
	used := imported(t, all)
	for _, m := range all {
		row := rows[m.Path]
		delete(rows, m.Path)
		what := "tests"
		if used[m.Path] {
			what = "packages"
		}
		want := []string{m.Version, what, "", licence(t, m.Dir), m.Time.Format(time.DateOnly)}
		if row == nil {
			t.Errorf("%s has no row in internal/README.md; it is %q, and the reason", m.Path, want)
			continue
		}
		if len(row[2]) < 10 {
			t.Errorf("%s: the row gives no reason", m.Path)
		}
		want[2] = row[2]
		if !slices.Equal(row, want) {
			t.Errorf("%s: the row says %q, it is %q", m.Path, row, want)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(rows)) {
		t.Errorf("internal/README.md has a row for %s, which go.mod does not require directly", path)
	}
}

// release is a module at the version that go.mod asks for.
type release struct {
	Path, Version, Dir string
	Time               time.Time
}

// required lists the direct requirements of go.mod.
func required(t *testing.T, root string) []release {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	file, err := modfile.Parse("go.mod", text, nil)
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"list", "-m", "-json"}
	for _, r := range file.Require {
		if !r.Indirect {
			args = append(args, r.Mod.Path)
		}
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []release
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var m release
		if err := d.Decode(&m); err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	return all
}

// imported tells which modules the packages import; the others are for tests.
func imported(t *testing.T, all []release) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, f := range goFiles(t) {
		for name := range f.imports(t) {
			for _, m := range all {
				if f.dir != "internal/golden" && (name == m.Path || strings.HasPrefix(name, m.Path+"/")) {
					out[m.Path] = true
				}
			}
		}
	}
	return out
}

// licence recognizes the licences of the modules that are required.
func licence(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "LICENSE*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s has no licence: %v", dir, err)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, known := range []struct{ words, name string }{
		{"two different licenses: MIT and Apache", "MIT, Apache-2.0"},
		{"MIT License", "MIT"},
		{"Licensed under the Apache License", "Apache-2.0"},
		{"Apache License", "Apache-2.0"},
		{"Neither the name of", "BSD-3-Clause"},
	} {
		if strings.Contains(string(text), known.words) {
			return known.name
		}
	}
	return "unknown"
}
