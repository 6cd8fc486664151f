package gogen_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestOwnServers: an operation with servers of its own is called there, which is said where the
// method is read; what all operations have in common is the address of the client.
func TestOwnServers(t *testing.T) {
	op := func(path, more string) string {
		return fmt.Sprintf("  /%s: {get: {operationId: get %s, %s responses: {'200': {description: ok}}}}\n", path, path, more)
	}
	const all, own = "servers: [{url: 'https://lamps.example.com'}]\n", "servers: [{url: 'https://{what}.example.com', variables: {what: {default: files}}}],"
	const said, called = "It is called at an address of its own, https://files.example.com,", `call.At("https://files.example.com")`
	variants := own + " x-variants: [{operationId: one, server: 'https://{what}.example.com'}, {operationId: two}],"
	for name, c := range map[string]struct {
		spec, servers string
		elsewhere     []string // methods
	}{
		"one operation":   {all + "paths:\n" + op("a", own) + op("b", ""), "https://lamps.example.com", []string{"GetA"}},
		"all operations":  {all + "paths:\n" + op("a", own) + op("b", own), "https://files.example.com", nil},
		"one of its own":  {all + "paths:\n" + op("a", "servers: [{url: 'https://x.example.com'}, {url: 'https://lamps.example.com'}],") + op("b", ""), "https://lamps.example.com", nil},
		"one of several":  {"servers: [{url: 'https://lamps.example.com'}, {url: 'https://files.example.com'}]\npaths:\n" + op("a", own) + op("b", ""), `https://lamps.example.com", "https://files.example.com`, []string{"GetA"}},
		"one path":        {all + "paths:\n" + strings.Replace(op("a", ""), "{get", "{"+own+" get", 1) + op("b", ""), "https://lamps.example.com", []string{"GetA"}},
		"without TLS":     {"servers: [{url: 'http://lamps.example.com'}, {url: 'https://lamps.example.com'}]\npaths:\n" + op("a", ""), `https://lamps.example.com", "http://lamps.example.com`, nil},
		"one of variants": {all + "paths:\n" + op("a", variants), "https://lamps.example.com", []string{"One"}},
	} {
		var heard []string
		files, err := gogen.Generate([]byte(head+c.spec), gogen.Options{Package: "p", Source: "x.yaml", Warn: func(text string) { heard = append(heard, text) }})
		if err != nil {
			t.Fatal(name, err)
		}
		client := string(files[gogen.ClientFile])
		if want := "Servers: []string{\"" + c.servers + "\"}"; !strings.Contains(client, want) {
			t.Errorf("%s: there is no %s", name, want)
		}
		var elsewhere []string
		for part := range strings.SplitSeq(client, "\n\n") {
			text, code, ok := strings.Cut(strings.ReplaceAll(part, "\n// ", " "), "\nfunc (c *Client) ")
			if ok && strings.Contains(text, said) {
				method, _, _ := strings.Cut(code, "(")
				elsewhere = append(elsewhere, method)
			}
		}
		if !slices.Equal(elsewhere, c.elsewhere) || strings.Count(client, called) != len(c.elsewhere) || len(heard) > 0 {
			t.Errorf("%s: %q are elsewhere, want %q; told %q", name, elsewhere, c.elsewhere, heard)
		}
	}
}
