package tests

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

const module = "github.com/rst2openapi/rst2openapi/"

// room says what a package may import, and why no more than that.
type room struct {
	may     string // packages of this module, from the module's folder on
	outside string // modules of others
	why     string
}

// rooms is the import table that internal/README.md draws. A new package needs a row.
var rooms = map[string]room{
	"internal/source":    {why: "places in a page are the ground that all else stands on"},
	"internal/diag":      {may: "internal/source", why: "a finding knows places and words, not trees"},
	"internal/doc":       {may: "internal/source", why: "the tree knows no format and no meaning"},
	"internal/rst":       {may: "internal/source internal/diag internal/doc", why: "the reader reads; what the words mean is dialect's and extract's business"},
	"internal/dialect":   {why: "words are data: text in, meaning out"},
	"internal/payload":   {why: "payloads are read without knowing any page"},
	"internal/naming":    {may: "internal/dialect", why: "names are made of words alone"},
	"internal/api":       {may: "internal/source", why: "the model knows neither where it comes from nor what becomes of it"},
	"internal/extract":   {may: "internal/source internal/diag internal/doc internal/dialect internal/naming internal/payload internal/api", why: "extraction turns trees into the model; it decides and writes nothing"},
	"internal/reconcile": {may: "internal/source internal/diag internal/naming internal/payload internal/api", why: "decisions see claims and payloads, never a page"},
	"internal/openapi":   {may: "internal/api", outside: "github.com/getkin/kin-openapi go.yaml.in/yaml/v3", why: "all is decided by the time it is written: no findings here"},
	"internal/convert": {
		may: "internal/source internal/diag internal/doc internal/rst internal/dialect internal/naming internal/payload " +
			"internal/api internal/extract internal/reconcile internal/openapi",
		outside: "github.com/getkin/kin-openapi", why: "the whole way from pages to a document ends before the generator",
	},
	"internal/gogen":      {may: "sdk templates", outside: "github.com/dave/jennifer github.com/getkin/kin-openapi github.com/oapi-codegen/oapi-codegen/v2 go.yaml.in/yaml/v3", why: "the generator takes any OpenAPI document: it must not know ours"},
	"internal/golden":     {outside: "github.com/google/go-cmp", why: "the test helper is used by the tests of every room"},
	"internal/fakeserver": {outside: "github.com/getkin/kin-openapi", why: "it knows an OpenAPI document and nothing of how it came to be"},
	"templates":           {why: "templates are data"},
	"sdk":                 {why: "it becomes part of each generated client"},
	"cmd/rst2openapi":     {may: "internal/convert internal/diag internal/doc internal/api", why: "the command parses flags, opens files and calls convert"},
	"cmd/gen":             {may: "internal/gogen", why: "the command parses flags, opens files and calls gogen"},
}

// goFile is a source file of ours that is no test.
type goFile struct {
	dir, name string
	syntax    *ast.File
	set       *token.FileSet
}

func (f goFile) at(n ast.Node) string {
	return f.name + ":" + strconv.Itoa(f.set.Position(n.Pos()).Line)
}

// goFiles parses the files of all packages but the generated ones and the tests.
func goFiles(t *testing.T) []goFile {
	t.Helper()
	root := golden.Root(t)
	var out []goFile
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			skip := rel == "generated" || rel == "tests" || d.Name() == "testdata" || rel != "." && strings.HasPrefix(d.Name(), ".")
			if skip {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(rel, ".go") || strings.HasSuffix(rel, "_test.go") {
			return nil
		}
		set := token.NewFileSet()
		syntax, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		out = append(out, goFile{path.Dir(rel), rel, syntax, set})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("only %d files found below %s", len(out), root)
	}
	return out
}

// imports lists the imports of a file by their node.
func (f goFile) imports(t *testing.T) map[string]*ast.ImportSpec {
	t.Helper()
	out := make(map[string]*ast.ImportSpec)
	for _, spec := range f.syntax.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = spec
	}
	return out
}

func TestImports(t *testing.T) {
	seen := make(map[string]bool)
	for _, f := range goFiles(t) {
		r, listed := rooms[f.dir]
		if !listed {
			t.Errorf("%s: the package %s has no row in the import table of this test and of internal/README.md", f.name, f.dir)
			continue
		}
		seen[f.dir] = true
		for name, spec := range f.imports(t) {
			if complaint := r.forbids(name); complaint != "" {
				t.Errorf("%s: %s must not import %s, %s: %s", f.at(spec), f.dir, name, complaint, r.why)
			}
		}
	}
	for dir := range rooms {
		if !seen[dir] {
			t.Errorf("the import table has a row for %s, which has no file", dir)
		}
	}
}

// forbids says why a room may not import a package, or "".
func (r room) forbids(name string) string {
	if rel, ours := strings.CutPrefix(name, module); ours {
		if !slices.Contains(strings.Fields(r.may), rel) {
			return "a package above or beside it"
		}
		return ""
	}
	if first, _, _ := strings.Cut(name, "/"); !strings.Contains(first, ".") {
		return "" // the standard library
	}
	for _, m := range strings.Fields(r.outside) {
		if name == m || strings.HasPrefix(name, m+"/") {
			return ""
		}
	}
	return "a module of others"
}

// TestForbids keeps the check itself honest.
func TestForbids(t *testing.T) {
	r := room{may: "internal/api", outside: "go.yaml.in/yaml/v3"}
	for name, forbidden := range map[string]bool{
		"strings": false, "go/ast": false, "encoding/json": false,
		module + "internal/api": false, module + "internal/apiary": true, module + "internal/diag": true,
		"go.yaml.in/yaml/v3": false, "go.yaml.in/yaml/v3/x": false, "go.yaml.in/yaml/v4": true, "example.com/x": true,
	} {
		if got := r.forbids(name) != ""; got != forbidden {
			t.Errorf("forbids(%q) = %v, want %v", name, got, forbidden)
		}
	}
}

// TestOutsideWorld keeps files, output and the clock out of everything that computes: the
// same pages must give the same bytes, wherever and whenever it runs.
func TestOutsideWorld(t *testing.T) {
	for _, f := range goFiles(t) {
		if strings.HasPrefix(f.dir, "cmd/") || f.dir == "internal/golden" {
			continue
		}
		imported := f.imports(t)
		for _, name := range []string{"os", "os/exec", "io/ioutil", "log", "log/slog", "math/rand", "math/rand/v2", "syscall", "unsafe"} {
			if spec := imported[name]; spec != nil {
				t.Errorf("%s: only commands may import %s; hand in what is needed", f.at(spec), name)
			}
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				pkg, ok := sel.X.(*ast.Ident)
				switch {
				case !ok:
				case pkg.Name == "fmt" && strings.HasPrefix(sel.Sel.Name, "Print"):
					t.Errorf("%s: only commands may print", f.at(n))
				case pkg.Name == "time" && (sel.Sel.Name == "Now" || sel.Sel.Name == "Since" || sel.Sel.Name == "Until") && f.dir != "sdk":
					t.Errorf("%s: what a page gives must not depend on the clock", f.at(n))
				}
			}
			if call, ok := n.(*ast.CallExpr); ok {
				if fun, ok := call.Fun.(*ast.Ident); ok && (fun.Name == "print" || fun.Name == "println") {
					t.Errorf("%s: only commands may print", f.at(n))
				}
			}
			return true
		})
	}
}
