//go:build foreign

// Package foreign makes clients of OpenAPI documents that other people published, and keeps the
// score beside what oapi-codegen makes of them by itself.
package foreign

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/tests/roundtrip"
)

// TestForeign generates a client from each document, and builds, vets and tests it. ONLY names
// some documents, for a look without a score.
func TestForeign(t *testing.T) {
	folder := golden.Shared(t, "foreign")
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	module := roundtrip.Module(t)
	board := &golden.Board{
		Note: "# What becomes of published OpenAPI documents; GOLDEN=refresh make foreign writes this file again.\n" +
			"# told: faults that were repaired; made, built, vetted, tested: our client, with its generated examples;\n" +
			"# stock, compiled: what oapi-codegen makes of the document by itself (types and client).\n",
		Columns: []golden.Column{
			{Name: "kB"}, {Name: "told"}, {Name: "made", Better: golden.Up}, {Name: "built", Better: golden.Up}, {Name: "vetted", Better: golden.Up},
			{Name: "tested", Better: golden.Up}, {Name: "stock"}, {Name: "compiled"},
		},
	}
	only := strings.Fields(os.Getenv("ONLY"))
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || strings.HasSuffix(name, ".md") || len(only) > 0 && !contains(only, name) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(folder, name)
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			pkg := "d" + strings.Map(func(r rune) rune {
				if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
					return r
				}
				return -1
			}, strings.ToLower(name))
			told := 0
			files, err := gogen.Generate(text, gogen.Options{Package: pkg, Source: name, Warn: func(string) { told++ }})
			made := t.Run("made", func(t *testing.T) {
				if err != nil {
					t.Fatal(err)
				}
				for name, text := range files {
					roundtrip.Write(t, filepath.Join(module, pkg, name), text)
				}
			})
			step := func(name string, args ...string) bool {
				return made && t.Run(name, func(t *testing.T) { run(t, module, "go", append(args, "./"+pkg)...) })
			}
			built, vetted, tested := step("built", "build"), step("vetted", "vet"), step("tested", "test")
			stock, compiled := byItself(t, file, module, pkg+"stock")
			board.Add(name, len(text)/1024, told, count(made), count(built), count(vetted), count(tested), count(stock), count(compiled))
			for _, dir := range []string{pkg, pkg + "stock"} {
				_ = os.RemoveAll(filepath.Join(module, dir))
			}
		})
	}
	if len(only) == 0 {
		board.Equal(t, filepath.Join(golden.Root(t), "tests", "foreign-scoreboard.txt"))
	}
}

// byItself generates with oapi-codegen alone. That it fails is not a failure of ours.
func byItself(t *testing.T, file, module, pkg string) (made, built bool) {
	out := filepath.Join(module, pkg, "x.go")
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen", "-generate", "types,client", "-package", pkg, "-o", out, file)
	cmd.Dir = golden.Root(t)
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Logf("oapi-codegen by itself: %.300s", text)
		return false, false
	}
	cmd = exec.Command("go", "build", "./"+pkg)
	cmd.Dir, cmd.Env = module, offline()
	text, err := cmd.CombinedOutput()
	if err != nil {
		t.Logf("what oapi-codegen makes by itself: %.300s", text)
	}
	return true, err == nil
}

func offline() []string {
	return append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
}

func run(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, offline()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%.2000s", name, strings.Join(args, " "), err, out)
	}
}

func contains(all []string, name string) bool {
	for _, one := range all {
		if one == name || strings.TrimSuffix(name, filepath.Ext(name)) == one {
			return true
		}
	}
	return false
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}
