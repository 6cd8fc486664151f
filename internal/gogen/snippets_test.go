package gogen_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestUsage compiles the snippets against the packages that they are of: each in a function that
// has ctx and client, as a program would.
func TestUsage(t *testing.T) {
	root := golden.Root(t)
	for _, name := range []string{"sample", "cbr"} {
		spec, err := os.ReadFile(filepath.Join(root, "spec", name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		usage, err := gogen.UsageOf(spec, gogen.Options{Package: name, Source: name + ".yaml", ImportPath: "example.com/" + name})
		if err != nil {
			t.Fatal(err)
		}
		if usage.Maker != "New" || len(usage.Snippets) < 5 {
			t.Fatalf("%s: maker %q, %d snippets", name, usage.Maker, len(usage.Snippets))
		}
		var b strings.Builder
		fmt.Fprintf(&b, "package main\n\nimport (\n\"context\"\n\"encoding/json\"\n\"fmt\"\n\"log\"\n\"strings\"\n\n\"github.com/rst2openapi/rst2openapi/generated/%s\"\n\"github.com/rst2openapi/rst2openapi/sdk\"\n)\n\n", name)
		b.WriteString("var (\n_ = json.Unmarshal\n_ = strings.NewReader\n_ sdk.Error\n)\n\nfunc main() {}\n")
		for i, s := range usage.Snippets {
			if strings.Contains(s.Code, "httptest") || strings.Contains(s.Code, "// Output") || !strings.Contains(s.Code, "client."+s.Method+"(ctx") {
				t.Errorf("%s: the snippet of %s is\n%s", name, s.Method, s.Code)
			}
			fmt.Fprintf(&b, "\nfunc f%d(ctx context.Context, client *%s.Client) {\n%s\n}\n", i, name, s.Code)
		}
		b.WriteString("\nvar _ = fmt.Println\nvar _ = log.Fatal\n")
		file := filepath.Join(t.TempDir(), "main.go")
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("go", "vet", file)
		cmd.Dir = root // the imports are those of this tree
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
	if _, err := gogen.UsageOf([]byte("openapi: 3.0.3"), gogen.Options{Package: "x"}); err == nil {
		t.Error("there are snippets without an import path")
	}
	if _, err := gogen.UsageOf([]byte("{"), gogen.Options{Package: "x", ImportPath: "x"}); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("the error of a broken document is %v", err)
	}
}

// TestExamplesOfConstants: a literal leaves a field out where the client fills in what the example has, and says
// what the example has instead.
func TestExamplesOfConstants(t *testing.T) {
	for example, want := range map[string]string{"press": "p.PressBody{}", "stamp": `p.PressBody{Kind: p.PressBodyKindStamp}`} {
		spec := head + "paths: {/x: {post: {operationId: press, requestBody: {required: true, content: {application/json: {example: {kind: " + example + "}, schema: {type: object, required: [kind], " +
			"properties: {kind: {type: string, enum: [press, stamp], x-constant: press}}}}}}, responses: {'204': {description: ok}}}}}\n"
		files, err := gogen.Generate([]byte(spec), gogen.Options{Package: "p", ImportPath: "example.com/p"})
		if err != nil {
			t.Fatal(err)
		}
		if text := string(files[gogen.ExamplesFile]); !strings.Contains(text, want) {
			t.Errorf("%s: there is no %s in\n%s", example, want, text)
		}
	}
}
