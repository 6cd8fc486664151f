package fake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

func TestMistakes(t *testing.T) {
	server, err := fake.New(spec(t, "sample.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{server.Respond("ShowVaultCopy", fake.Status(200)), `no operation "ShowVaultCopy"; is it ShowVaultCopies`},
		{server.Respond("showvaultcopies", fake.Status(200)), "is it ShowVaultCopies"},
		{server.Respond("Zzzzzzzzzzzzzzzzzzzzzzzzzzzzz", fake.Status(200)), `no operation "Zzzz`},
		{server.Respond("FillVault", fake.JSON(200, func() {})), "not JSON"},
		{server.Respond("FillVault", fake.Status(99)), "99 is not the status"},
		{server.Handle("FillVault", nil), "no handler"},
		{server.Example("FillVault", "other"), `no response example "other"; it has example`},
		{server.Example("DeleteVaultCopies", "example"), "has no response examples"},
		{server.Serve("FillVault"), "no x-pagination"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("%v, want %s", c.err, c.want)
		}
	}
	var r recorder
	started := fake.Start(&r, spec(t, "sample.yaml"))
	defer r.close()
	_ = started.Respond("Nothing", fake.Status(200))
	if len(started.CallsOf("Nobody")) > 0 || len(r.lines) != 2 {
		t.Errorf("the test got %q", r.lines)
	}
}

func TestBadDocuments(t *testing.T) {
	for text, want := range map[string]string{
		"":               "no `openapi",
		"[":              "not a YAML or JSON document: line 1",
		"{":              "not a YAML or JSON document: line 1",
		"\x00\xff":       "not a YAML or JSON document",
		"swagger: '1.2'": "this is Swagger 1.2",
		"openapi: 4.1.0": "this is OpenAPI 4.1.0",
		"openapi: 3.0.3\npaths: {/a: {get: {parameters: [{in: query, name: b, schema: {}, explode: []}]}}}":                       "not a usable OpenAPI document",
		"openapi: 3.0.3\ninfo: {title: x, version: v}\npaths: {/a: {get: {x-variants: 1, responses: {'200': {description: x}}}}}": "x-variants must be a list of objects with operationId: it is a number (line 3)",
		"openapi: 3.0.3\ninfo: {title: x, version: v}\npaths: {/a: {$ref: /etc/passwd}}":                                          "leads outside the document",
	} {
		_, err := fake.New([]byte(text))
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	var r recorder
	func() {
		defer func() { _ = recover() }() // the recorder ends the test by a panic
		fake.Start(&r, []byte("{"))
	}()
	if len(r.lines) != 1 {
		t.Errorf("the test got %q", r.lines)
	}
}

// recorder is a test that records failures.
type recorder struct {
	testing.TB
	lines    []string
	cleanups []func()
}

func (r *recorder) Helper()          {}
func (r *recorder) Cleanup(f func()) { r.cleanups = append(r.cleanups, f) }
func (r *recorder) Errorf(format string, args ...any) {
	r.lines = append(r.lines, fmt.Sprintf(format, args...))
}
func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	panic("the test ends")
}

func (r *recorder) close() {
	for _, f := range r.cleanups {
		f()
	}
}
