// Package downstream does what a user of the tools does: a module of its own, a
// line of go:generate for each command, and a program that uses the client.
package downstream

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

const module = "github.com/rst2openapi/rst2openapi"

const program = `package main

//go:generate go run github.com/rst2openapi/rst2openapi/cmd/rst2openapi convert ./docs -o vaults.yaml --prose none
//go:generate go run github.com/rst2openapi/rst2openapi/cmd/gen --spec vaults.yaml --package vaults --out vaults

import (
	"context"
	"fmt"
	"log"
	"net/http/httptest"
	"os"

	"example.com/provider/vaults"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

func main() {
	spec, err := os.ReadFile("vaults.yaml")
	if err != nil {
		log.Fatal(err)
	}
	service, err := fake.New(spec)
	if err != nil {
		log.Fatal(err)
	}
	server := httptest.NewServer(service)
	defer server.Close()
	// A state that the pages do not list: services are newer than their pages.
	err = service.Respond("FillVault", fake.JSON(200, map[string]any{"copy": map[string]any{"id": "c-1", "status": "new-state", "size": 40}}))
	if err != nil {
		log.Fatal(err)
	}
	client, err := vaults.New(context.Background(), sdk.Token("t"), sdk.WithEndpoint(server.URL), sdk.WithProjectID("p"))
	if err != nil {
		log.Fatal(err)
	}
	filled, err := client.FillVault(context.Background(), "v", vaults.FillVaultRequestBody{Copy: vaults.CopySpec{Name: "friday"}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*filled.ID, *filled.Status, filled.Size)
}
`

// TestGoGenerate needs no network: the module takes this checkout in place of a release,
// and everything that the tools are made of is in the module cache, since this test was
// built from it.
func TestGoGenerate(t *testing.T) {
	root := golden.Root(t)
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "docs"), os.DirFS(filepath.Join(root, "tests", "sample", "pages"))); err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	// The requirements of the tools are the user's, as "go get -tool" would write them.
	text := strings.Replace(string(mod), "module "+module, "module example.com/provider", 1) +
		"\nrequire " + module + " v0.0.0\n\nreplace " + module + " => " + root + "\n"
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"go.mod": text, "go.sum": string(sum), "main.go": program} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	goCommand(t, dir, "generate", "./...")
	goCommand(t, dir, "vet", "./...")
	out := goCommand(t, dir, "run", ".")
	if got, want := strings.TrimSpace(out), "c-1 new-state 40"; got != want {
		t.Errorf("the program prints %q, want %q", got, want)
	}
	// The document is a file of the user's repository: a second run must not change it.
	before := read(t, dir)
	goCommand(t, dir, "generate", "./...")
	if read(t, dir) != before {
		t.Error("generating again changes the files")
	}
}

func read(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	for _, pattern := range []string{"*.yaml", "vaults/*.go"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(text)
		}
	}
	return b.String()
}

func goCommand(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GONOSUMDB=*", "GONOSUMCHECK=1", "GOWORK=off")
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return string(out)
}
