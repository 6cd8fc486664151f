package gogen_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestWaiterWithoutItsList: where the list that tells the states is not wanted, a state is a text, and the
// comment lists them.
func TestWaiterWithoutItsList(t *testing.T) {
	spec, err := os.ReadFile("testdata/positive/kennel.yaml")
	if err != nil {
		t.Fatal(err)
	}
	config, err := gogen.ReadConfig("gen.yaml", []byte("include: {operations: [ShowStay]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := gogen.Generate(spec, gogen.Options{Package: "kennel", Config: config})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"WaitForStay(ctx context.Context, stayID string, want string,", "// The documented states are booked, running, failed, over."} {
		if !bytes.Contains(files[gogen.ClientFile], []byte(want)) {
			t.Errorf("no %s in\n%s", want, files[gogen.ClientFile])
		}
	}
}
