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

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/generated/sample"
	"github.com/rst2openapi/rst2openapi/internal/fakeserver"
	"github.com/rst2openapi/rst2openapi/sdk"
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
	doc, err := openapi3.NewLoader().LoadFromFile(spec)
	if err != nil {
		return err
	}
	fake := fakeserver.New(doc)
	server := httptest.NewServer(fake)
	defer server.Close()

	client, err := sample.NewClient(server.URL, sdk.WithToken("a-token"))
	if err != nil {
		return err
	}
	body := sample.FillVaultRequestBody{Copy: sample.CopySpec{Name: "not a name!"}}
	var wrong sdk.Violations
	if err := body.Validate(); !errors.As(err, &wrong) {
		return fmt.Errorf("a wrong name was not refused: %v", err)
	}
	fmt.Fprintln(out, "refused before it was sent:", wrong)

	body.Copy.Name = "friday"
	if err := body.Validate(); err != nil {
		return err
	}
	answer, err := client.FillVaultWithResponse(context.Background(), "0f1e2d", "77", body)
	if err != nil {
		return err
	}
	if answer.JSON200 == nil || answer.JSON200.Copy == nil {
		return fmt.Errorf("the fake server answered %d", answer.StatusCode())
	}
	c := answer.JSON200.Copy
	fmt.Fprintf(out, "%s %s -> copy %s is %s, %s GB\n", fake.Calls()[0].Method, fake.Calls()[0].Path, *c.ID, *c.Status, c.Size)
	return nil
}
