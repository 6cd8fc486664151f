package tests

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

// TestReadmeProgram runs the program that the README shows, against an identity service
// that lists a fake backup service in its catalogue.
func TestReadmeProgram(t *testing.T) {
	root := golden.Root(t)
	text, err := os.ReadFile(filepath.Join(root, "docs", "go-developers.md"))
	if err != nil {
		t.Fatal(err)
	}
	file := program(t, string(text))
	spec, err := os.ReadFile(filepath.Join(root, "spec", "cbr.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	backups := fake.Start(t, spec, fake.RequireToken("the-token"))
	vaults := []any{}
	for _, id := range []string{"v-1", "v-2", "v-3"} {
		vaults = append(vaults, map[string]any{"id": id, "name": "vault " + id})
	}
	backup := func(status string) any {
		return map[string]any{"backup": map[string]any{"id": "b-1", "status": status}}
	}
	for _, err := range []error{
		backups.Serve("ListVault", vaults...),
		backups.Serve("ListBackups", map[string]any{"id": "b-1", "status": "protecting"}),
		backups.Respond("ShowBackup", fake.JSON(200, backup("protecting")), fake.JSON(200, backup("available"))),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	identity := httptest.NewServer(identityService(t, backups.URL+"/v3/p-1"))
	defer identity.Close()

	cmd := exec.Command("go", "run", file)
	cmd.Dir = root // the imports are those of this tree
	cmd.Env = append(os.Environ(), "OS_AUTH_URL="+identity.URL+"/v3", "OS_USERNAME=me", "OS_PASSWORD=secret",
		"OS_USER_DOMAIN_NAME=mine", "OS_PROJECT_NAME=eu-de_web", "OS_REGION_NAME=eu-de", "OS_CLOUD=", "VAULT_ID=v-1")
	out, err := cmd.CombinedOutput()
	if err != nil || string(out) != "v-1 vault v-1\nv-2 vault v-2\nv-3 vault v-3\n" {
		t.Errorf("%v\n%s", err, out)
	}
	backups.Check(t)
	if n := len(backups.CallsOf("ShowBackup")); n != 2 {
		t.Errorf("the backup was asked for %d times, not until it was available", n)
	}
	if created := backups.CallsOf("CreateCheckpoint"); len(created) != 1 || created[0].PathParams["project_id"] != "p-1" {
		t.Errorf("restore points created: %+v", created)
	}
}

// program writes the first program of a text to a file.
func program(t *testing.T, text string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, "```go\npackage main")
	program, _, closed := strings.Cut(rest, "\n```")
	if !ok || !closed {
		t.Fatal("the README shows no program")
	}
	file := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(file, []byte("package main"+program+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestReadmeServer runs the server that the README shows, with its client.
func TestReadmeServer(t *testing.T) {
	root := golden.Root(t)
	text, err := os.ReadFile(filepath.Join(root, "docs", "go-developers.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(text), "## A server")
	if !ok {
		t.Fatal("the README does not say how to write a server")
	}
	cmd := exec.Command("go", "run", program(t, section))
	cmd.Dir = root // the imports are those of this tree
	out, err := cmd.CombinedOutput()
	if want := "friday-0 <nil>\n ShowVaultCopies: 404 Not Found: there is no vault v-2: not found\n"; err != nil || string(out) != want {
		t.Errorf("%v\n%s", err, out)
	}
}

// identityService gives everybody a token, with one service in its catalogue.
func identityService(t *testing.T, address string) http.Handler {
	now := time.Now().UTC()
	endpoint := map[string]any{"id": "e", "interface": "public", "region": "eu-de", "region_id": "eu-de", "url": address}
	token := map[string]any{"token": map[string]any{
		"issued_at": now.Format(time.RFC3339), "expires_at": now.Add(time.Hour).Format(time.RFC3339),
		"project": map[string]any{"id": "p-1", "name": "eu-de_web", "domain": map[string]any{"id": "d-1", "name": "mine"}},
		"catalog": []any{map[string]any{"id": "c", "type": "cbr", "name": "cbr", "endpoints": []any{endpoint}}},
	}}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost || r.URL.Path != "/v3/auth/tokens" {
			t.Errorf("the identity service was asked for %s %s", r.Method, r.URL)
			http.NotFound(w, r)
			return
		}
		w.Header().Set("X-Subject-Token", "the-token")
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		_ = json.NewEncoder(w).Encode(token) // a client that has gone shows in its own result
	})
}
