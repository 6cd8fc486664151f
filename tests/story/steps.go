package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// writeDocs makes the repository of documentation, from the sample pages.
func (t *teller) writeDocs() error {
	pages := filepath.Join(t.docs(), "api-ref", "source")
	if err := os.CopyFS(pages, os.DirFS(filepath.Join(t.root, "tests", "sample", "pages"))); err != nil {
		return err
	}
	if _, err := t.git(t.docs(), "init", "--quiet", "--initial-branch=main"); err != nil {
		return err
	}
	return t.commit(t.docs(), "Write the docs of vaults")
}

// edit is a commit of the people who write the docs.
func (t *teller) edit(message, page, old, new string) func() error {
	return func() error {
		file := filepath.Join(t.docs(), "api-ref", "source", "vault_apis", page)
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if bytes.Count(text, []byte(old)) != 1 {
			return fmt.Errorf("%s does not say %q once", page, old)
		}
		if err := os.WriteFile(file, bytes.Replace(text, []byte(old), []byte(new), 1), 0o644); err != nil {
			return err
		}
		return t.commit(t.docs(), message)
	}
}

// writeModule makes an empty module. It takes this checkout in place of a release.
func (t *teller) writeModule() error {
	sums, err := os.ReadFile(filepath.Join(t.root, "go.sum"))
	if err != nil {
		return err
	}
	mod := "module example.com/provider\n\ngo 1.26\n\nreplace github.com/rst2openapi/rst2openapi => " + t.root + "\n"
	if err := t.write("go.mod", mod); err != nil {
		return err
	}
	if err := t.write("go.sum", string(sums)); err != nil {
		return err
	}
	if _, err := t.git(t.user(), "init", "--quiet", "--initial-branch=main"); err != nil {
		return err
	}
	return t.commit(t.user(), "Begin")
}

// program uses the client of the story. It must compile and do the same after each update.
const program = `// Command provider fills a vault.
package main

//go:generate go tool rst2openapi sync

import (
	"context"
	"fmt"
	"log"
	"net/http/httptest"
	"os"

	"example.com/provider/svs"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

func main() {
	spec, err := os.ReadFile("spec/svs.yaml")
	if err != nil {
		log.Fatal(err)
	}
	service, err := fake.New(spec)
	if err != nil {
		log.Fatal(err)
	}
	server := httptest.NewServer(service)
	defer server.Close()
	client, err := svs.New(context.Background(), sdk.Token("t"), sdk.WithEndpoint(server.URL), sdk.WithProjectID("p"))
	if err != nil {
		log.Fatal(err)
	}
	body := svs.FillVaultRequestBody{Copy: svs.CopySpec{Name: "friday"}}
	if _, err := client.FillVault(context.Background(), "v-1", body); err != nil {
		log.Fatal(err)
	}
	fmt.Println("the vault has a copy")
}
`

func (t *teller) writeProgram() error { return t.write("vaults.go", program) }

func (t *teller) write(name, text string) error {
	file := filepath.Join(t.user(), name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o644)
}

// commitUser commits the work of the user.
func (t *teller) commitUser(message string) func() error {
	return func() error { return t.commit(t.user(), message) }
}

func (t *teller) commit(dir, message string) error {
	if _, err := t.git(dir, "add", "--all"); err != nil {
		return err
	}
	_, err := t.git(dir, "commit", "--quiet", "--message", message)
	return err
}

func (t *teller) git(dir string, args ...string) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	text, err := t.command(dir, append([]string{"git"}, args...)...)
	if err != nil {
		return "", fmt.Errorf("git %q: %w: %s", args, err, text)
	}
	return text, nil
}
