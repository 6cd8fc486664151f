//go:build linux

package stack

import (
	"errors"
	"flag"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// OK ends the test at an error.
func OK(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Must takes both results of a call: stack.Must(client.ShowUserV3(ctx, id))(t).
func Must[T any](value T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		OK(t, err)
		return value
	}
}

// Same fails the test where a result is not what was expected.
func Same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// Value is what a pointer points at, or nothing.
func Value[T any](p *T) T {
	if p == nil {
		var none T
		return none
	}
	return *p
}

// Partly says whether the command line asks for some tests only.
func Partly() bool {
	return flag.Lookup("test.run").Value.String()+flag.Lookup("test.skip").Value.String() != ""
}

// Fails fails the test unless an error is of a kind, such as sdk.ErrNotFound, and gives the
// response as an error.
func Fails(t *testing.T, what string, err, kind error) *sdk.Error {
	t.Helper()
	var failed *sdk.Error
	if !errors.Is(err, kind) || !errors.As(err, &failed) {
		t.Fatalf("%s: %v, want %v", what, err, kind)
	}
	return failed
}
