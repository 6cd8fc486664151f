package tests

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

const module = "github.com/rst2openapi/rst2openapi/"

// limits says what a package may import, and why no more than that.
type limits struct {
	may     []string // packages of this module, from the module's folder on
	outside string   // modules of others
	why     string
}

// outside lists the modules of others that a package may import.
var outside = map[string]string{
	"internal/htmldoc":    "golang.org/x/net",
	"internal/openapi":    "github.com/getkin/kin-openapi go.yaml.in/yaml/v3",
	"internal/overlay":    "github.com/pb33f/jsonpath github.com/pb33f/go-yaml",
	"internal/document":   "github.com/getkin/kin-openapi go.yaml.in/yaml/v3",
	"internal/profile":    "go.yaml.in/yaml/v3",
	"internal/lock":       "go.yaml.in/yaml/v3",
	"internal/publish":    "github.com/getkin/kin-openapi",
	"internal/release":    "github.com/getkin/kin-openapi",
	"internal/parallel":   "golang.org/x/sync",
	"internal/convert":    "github.com/getkin/kin-openapi",
	"internal/config":     "go.yaml.in/yaml/v3",
	"internal/strictyaml": "go.yaml.in/yaml/v3",
	"internal/gogen":      "github.com/dave/jennifer github.com/getkin/kin-openapi github.com/oapi-codegen/oapi-codegen/v2 github.com/yuin/goldmark go.yaml.in/yaml/v3",
	"internal/change":     "github.com/getkin/kin-openapi github.com/oasdiff/oasdiff",
	"internal/goapi":      "golang.org/x/exp/apidiff",
	"internal/report":     "go.yaml.in/yaml/v3",
	"internal/site":       "github.com/getkin/kin-openapi github.com/go-analyze/charts",
	"internal/golden":     "github.com/google/go-cmp",
}

// importTable reads the table of internal/README.md: its first column names the package, the
// last but one what the package must not know, the last what it may import of ours.
func importTable(t *testing.T) map[string]limits {
	t.Helper()
	out := map[string]limits{
		"templates": {why: "templates are data"},
		"sdk":       {may: []string{"sdk/internal/encode", "sdk/internal/errorbody", "sdk/internal/headerlist", "sdk/internal/kept", "sdk/internal/readonly", "sdk/internal/redact", "sdk/internal/upgrade"}, why: "it becomes part of each generated client"},
		"sdk/gen": {may: []string{"sdk", "sdk/internal/encode", "sdk/internal/errorbody", "sdk/internal/headerlist", "sdk/internal/kept", "sdk/internal/readonly", "sdk/internal/redact"}, outside: "github.com/oapi-codegen/runtime",
			why: "it becomes part of each generated client"},
		"sdk/genserver": {may: []string{"sdk", "sdk/gen", "sdk/internal/errorbody", "sdk/internal/headerlist"}, outside: "github.com/oapi-codegen/runtime",
			why: "it becomes part of each generated server"},
		"sdk/internal/encode":     {may: []string{"sdk/internal/kept"}, why: "it writes JSON for sdk and sdk/gen"},
		"sdk/internal/errorbody":  {may: []string{"sdk/internal/kept"}, why: "it knows names of members of error bodies"},
		"sdk/internal/headerlist": {why: "it knows lists in headers of HTTP"},
		"sdk/internal/kept":       {why: "it stores JSON members, and works on the fields of a Nullable, for sdk and sdk/gen"},
		"sdk/internal/readonly":   {may: []string{"sdk/internal/kept"}, why: "it knows tags of fields, for sdk and sdk/gen"},
		"sdk/internal/redact":     {why: "it knows names of secrets"},
		"sdk/internal/flight":     {why: "it knows contexts"},
		"sdk/internal/upgrade":    {why: "it knows responses of HTTP"},
		"sdk/keystone":            {may: []string{"sdk", "sdk/internal/flight", "sdk/internal/upgrade"}, outside: "github.com/gophercloud/gophercloud/v2", why: "it becomes part of programs that log in"},
		"sdk/oauth":               {may: []string{"sdk", "sdk/internal/flight", "sdk/internal/upgrade"}, outside: "golang.org/x/oauth2", why: "it becomes part of programs that get tokens by OAuth 2"},
		"sdk/fake":                {may: []string{"internal/alike", "internal/document", "sdk/internal/headerlist"}, outside: "github.com/getkin/kin-openapi", why: "it knows documents, and no client"},
		"cmd/rst2openapi": {may: []string{"internal/convert", "internal/diag", "internal/doc", "internal/api", "internal/explain", "internal/lock", "internal/profile", "internal/parallel", "internal/site", "internal/terminal",
			"internal/document", "internal/change", "internal/goapi", "internal/release", "internal/report", "internal/config", "internal/gogen", "internal/regenerate", "internal/snapshot", "cmd/internal/completion", "cmd/internal/download", "cmd/internal/git", "cmd/internal/gomod", "cmd/internal/input", "cmd/internal/lockfile", "cmd/internal/project", "cmd/internal/replace", "cmd/internal/version"},
			outside: "github.com/rogpeppe/go-internal/diff", why: "it parses flags, opens files and calls convert and regenerate"},
		"cmd/gen":                 {may: []string{"internal/gogen", "internal/lock", "internal/terminal", "cmd/internal/completion", "cmd/internal/gomod", "cmd/internal/input", "cmd/internal/lockfile", "cmd/internal/replace", "cmd/internal/version"}, why: "it parses flags, opens files and calls gogen"},
		"cmd/internal/completion": {why: "it makes scripts of help texts"},
		"cmd/internal/download":   {may: []string{"internal/config"}, why: "it gets files, whatever is in them"},
		"cmd/internal/git":        {may: []string{"internal/config", "internal/snapshot"}, why: "it runs git, whatever is in the repository"},
		"cmd/internal/input":      {why: "it reads a file, whatever is in it"},
		"cmd/internal/lockfile":   {may: []string{"internal/lock", "internal/terminal", "cmd/internal/input"}, why: "it reads the file of --lock"},
		"cmd/internal/replace":    {may: []string{"cmd/internal/input"}, why: "it replaces a file, whatever is in it"},
		"cmd/internal/version":    {why: "it knows the build, and nothing of what it does"},
		"cmd/internal/gomod":      {may: []string{"cmd/internal/input"}, outside: "golang.org/x/mod", why: "it reads go.mod"},
		"cmd/internal/project":    {may: []string{"internal/config"}, outside: "github.com/gofrs/flock", why: "it replaces files, whatever is in them"},
	}
	text, err := os.ReadFile(filepath.Join(golden.Root(t), "internal", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var above []string
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		if len(cells) != 4 || !strings.HasPrefix(line, "| `") {
			continue
		}
		dir := "internal/" + strings.Trim(cells[0], " `")
		r := limits{outside: outside[dir], why: "it must not know " + strings.TrimSpace(cells[2])}
		switch may := strings.TrimSpace(cells[3]); may {
		case "–":
		case "all of the above":
			r.may = slices.Clone(above)
		default:
			for name := range strings.SplitSeq(may, ",") {
				name = strings.TrimSpace(name)
				if name != "templates" {
					name = "internal/" + name
				}
				r.may = append(r.may, name)
			}
		}
		out[dir] = r
		above = append(above, dir)
	}
	if len(above) < 10 {
		t.Fatalf("internal/README.md has a table of %d packages only", len(above))
	}
	return out
}

// goFile is a source file of ours that is not a test.
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

// TestOneParallelPass: pages are read in parallel while none knows another; a later pass that ran in parallel
// could write into a structure that two pages share.
func TestOneParallelPass(t *testing.T) {
	reads := false
	for _, f := range goFiles(t) {
		if f.dir != "internal/extract" {
			continue
		}
		if spec := f.imports(t)[module+"internal/parallel"]; spec != nil && f.name != "internal/extract/read.go" {
			t.Errorf("%s: only the reading of pages runs in parallel", f.at(spec))
		} else if spec != nil {
			reads = true
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if s, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s: a goroutine of its own", f.at(s))
			}
			return true
		})
	}
	if !reads {
		t.Error("internal/extract/read.go reads no page in parallel: this test looks at the wrong package")
	}
}

func TestImports(t *testing.T) {
	seen := make(map[string]bool)
	table := importTable(t)
	for _, f := range goFiles(t) {
		r, listed := table[f.dir]
		if !listed {
			t.Errorf("%s: the package %s has no row in the table of internal/README.md", f.name, f.dir)
			continue
		}
		seen[f.dir] = true
		for name, spec := range f.imports(t) {
			if complaint := r.forbids(name); complaint != "" {
				t.Errorf("%s: %s must not import %s (%s): %s", f.at(spec), f.dir, name, complaint, r.why)
			}
		}
	}
	for dir, r := range table {
		if !seen[dir] {
			t.Errorf("internal/README.md has a row for %s, which has no file", dir)
		}
		for _, other := range r.may {
			if _, ok := table[other]; !ok {
				t.Errorf("internal/README.md lets %s import %s, which it has no row for", dir, other)
			}
		}
	}
}

// forbids says why a package may not import a package, or "".
func (r limits) forbids(name string) string {
	if rel, ours := strings.CutPrefix(name, module); ours {
		if !slices.Contains(r.may, rel) {
			return "which its row in internal/README.md does not list"
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
	r := limits{may: []string{"internal/api"}, outside: "go.yaml.in/yaml/v3"}
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

// runs lists the packages that run in a user's program and not in ours: they read the
// clock, and these packages besides, each for its reason.
var runs = map[string]map[string]string{
	"sdk": {
		"log/slog":     "WithLogger",
		"math/rand/v2": "the jitter of waits",
		"syscall":      "tells the errors of connections apart",
	},
	"sdk/gen": {},
	"sdk/oauth": {
		"log/slog": "an Auth prints itself without secrets",
	},
	"sdk/keystone": {
		"log/slog": "options print themselves without secrets",
		"os":       "OS_* variables and clouds.yaml",
	},
}

// TestOutsideWorld keeps files, output and the clock out of everything that computes: the
// same pages must give the same bytes, wherever and whenever it runs.
func TestOutsideWorld(t *testing.T) {
	used := map[string]bool{}
	for _, f := range goFiles(t) {
		if strings.HasPrefix(f.dir, "cmd/") || f.dir == "internal/golden" {
			continue
		}
		imported := f.imports(t)
		for name := range runs[f.dir] {
			if imported[name] != nil {
				used[f.dir+" "+name] = true
				delete(imported, name)
			}
		}
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
				case pkg.Name == "time" && (sel.Sel.Name == "Now" || sel.Sel.Name == "Since" || sel.Sel.Name == "Until") && runs[f.dir] == nil:
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
	for dir, exceptions := range runs {
		for name, why := range exceptions {
			if !used[dir+" "+name] {
				t.Errorf("%s does not import %s any more (%s): take it off the list", dir, name, why)
			}
		}
	}
}
