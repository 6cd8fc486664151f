// Command demo calls the sample service through the client that was generated from its
// sample pages, against a fake server made from the same document. It is what "make" ends
// with: when it prints its last line, pages, spec, client and server fit together.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http/httptest"
	"os"

	"github.com/rst2openapi/rst2openapi/generated/sample"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: demo SPEC")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}

func run(spec string, out io.Writer) error {
	text, err := os.ReadFile(spec)
	if err != nil {
		return err
	}
	service, err := fake.New(text, fake.RequireToken("a-token"), fake.PageSize(2))
	if err != nil {
		return err
	}
	server := httptest.NewServer(service)
	defer server.Close()

	ctx := context.Background()
	client, err := sample.New(ctx, sdk.Token("a-token"), sdk.WithEndpoint(server.URL), sdk.WithProjectID("0f1e2d"))
	if err != nil {
		return err
	}
	body := sample.FillVaultRequestBody{Copy: sample.CopySpec{Name: "not a name!"}}
	var wrong sdk.Violations
	if _, err := client.FillVault(ctx, "77", body); !errors.As(err, &wrong) {
		return fmt.Errorf("a wrong name was not refused: %v", err)
	}
	fmt.Fprintln(out, "refused before it was sent:", wrong)

	body.Copy.Name = "friday"
	c, err := client.FillVault(ctx, "77", body)
	if err != nil {
		return err
	}
	call := service.Calls()[0]
	fmt.Fprintf(out, "%s %s -> copy %s is %s, %s GB\n", call.Method, call.Path, *c.ID, *c.Status, c.Size)

	// The documented response is one page; a list of our own has as many as it needs.
	if err := service.Serve("ShowVaultCopies", *c, sample.Copy{ID: new("c-2")}, sample.Copy{ID: new("c-3")}); err != nil {
		return err
	}
	for c, err := range client.ShowVaultCopies(ctx, "77", sample.ShowVaultCopiesParams{}) {
		if err != nil {
			return err
		}
		fmt.Fprint(out, *c.ID, " ")
	}
	fmt.Fprintf(out, "in %d pages\n", len(service.CallsOf("ShowVaultCopies")))
	return nil
}
