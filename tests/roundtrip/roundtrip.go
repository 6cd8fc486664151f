// Package roundtrip sends documented examples through generated clients and servers. One
// program does it for all of them, since most of the time goes into compiling.
package roundtrip

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

const module = "github.com/rst2openapi/rst2openapi/"

// Sample is one documented body.
type Sample struct {
	Set       string // name of the package
	Operation string
	Where     string // for messages
	Request   bool
	Valid     bool // it satisfies its schema
	Status    int  // of a response; 0 is the default one
	Body      json.RawMessage
	Asked     json.RawMessage `json:",omitempty"` // of a response: a body of a request that gets it, or nothing
}

// Counts say how many samples went how far.
type Counts struct {
	Typed  int // the client has a type for it
	Same   int // it was sent or received as equal JSON
	Exact  int // … with numbers written alike
	Served int // it went through the generated server as well
	Untold int // … it could not: the document has no request that tells the operation from others
}

// Module makes a module of this one's name, with its requirements and what generated
// packages need, so that they compile without anything from outside.
func Module(t testing.TB) string {
	t.Helper()
	dir, root := t.TempDir(), golden.Root(t)
	var files []string
	for _, folder := range []string{"sdk", "tests/exercise"} {
		err := filepath.WalkDir(filepath.Join(root, filepath.FromSlash(folder)), func(file string, d fs.DirEntry, err error) error {
			if d != nil && d.IsDir() && (d.Name() == "fake" || d.Name() == "keystone") {
				return filepath.SkipDir // they need more than generated packages do
			}
			if strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
				files = append(files, file)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range append(files, filepath.Join(root, "go.mod"), filepath.Join(root, "go.sum")) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			t.Fatal(err)
		}
		Write(t, filepath.Join(dir, rel), text)
	}
	return dir
}

// Write writes a file, and the folders above it.
func Write(t testing.TB, file string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Generate writes the client and the server of a document into a module, and gives the name
// of the function that makes the client.
func Generate(t testing.TB, dir, set string, spec []byte) string {
	t.Helper()
	files, err := gogen.Generate(spec, gogen.Options{Package: set, Source: set + ".yaml", Server: true})
	if err != nil {
		t.Fatal(err)
	}
	if files["recorder.go"], err = recorder(files[gogen.ServerFile]); err != nil {
		t.Fatal(err)
	}
	for file, text := range files {
		Write(t, filepath.Join(dir, set, file), text)
	}
	match := constructor.FindSubmatch(files[gogen.ClientFile])
	handler := handlerMaker.FindSubmatch(files[gogen.ServerFile])
	if match == nil || handler == nil {
		t.Fatal("the package has no constructor of a client or of a handler")
	}
	return string(match[1]) + " " + string(handler[1])
}

var (
	constructor  = regexp.MustCompile(`(?m)^func (New\w*)\(ctx context.Context, auth sdk.Auth`)
	handlerMaker = regexp.MustCompile(`(?m)^func (New\w*)\(api \w+\) \*genserver.Handler`)
)

// Run sends the samples through the packages of a module; makers are what Generate gave, by
// package. It gives the counts of each package, and a line for each failure.
func Run(t testing.TB, dir string, makers map[string]string, samples []Sample) (counts map[string]Counts, failures []string) {
	t.Helper()
	var imports, clients, servers strings.Builder
	var sets []string
	for set := range makers {
		sets = append(sets, set)
	}
	slices.Sort(sets)
	for _, set := range sets {
		client, handler, _ := strings.Cut(makers[set], " ")
		fmt.Fprintf(&imports, "%q\n", module+set)
		fmt.Fprintf(&clients, "%q: func(endpoint string) (any, error) { return %s.%s(ctx, sdk.NoAuth(), options(endpoint)...) },\n", set, set, client)
		fmt.Fprintf(&servers, "%[1]q: func(serve exercise.Serve, lenient bool) http.Handler { h := %[1]s.%[2]s(%[1]s.Recorder{Serve: serve}); h.Lenient = lenient; return h },\n", set, handler)
	}
	Write(t, filepath.Join(dir, "roundtrip", "main.go"), []byte(strings.NewReplacer(
		"IMPORTS", imports.String(), "CLIENTS", clients.String(), "SERVERS", servers.String()).Replace(program)))
	text, err := json.Marshal(samples)
	if err != nil {
		t.Fatal(err)
	}
	Write(t, filepath.Join(dir, "samples.json"), text)
	// Without the path of the folder in it, what is compiled is found again the next time.
	cmd := exec.Command("go", "run", "-trimpath", "-ldflags=-s -w", "./roundtrip", "samples.json")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the program fails: %v", err)
	}
	counts = map[string]Counts{}
	for line := range strings.Lines(string(out)) {
		var set string
		var c Counts
		if n, _ := fmt.Sscanf(line, "= %s %d %d %d %d %d", &set, &c.Typed, &c.Same, &c.Exact, &c.Served, &c.Untold); n == 6 {
			counts[set] = c
			continue
		}
		failures = append(failures, strings.TrimSpace(line))
	}
	return counts, failures
}
