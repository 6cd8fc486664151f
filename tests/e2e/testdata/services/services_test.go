//go:build linux

// Package services drives clients that were generated just before against real OpenStack
// services: image and dns (pages of our own, ../../pages), evs and vpc (the committed documents). It
// lies in testdata, because the clients are not committed, so that "go build ./..." cannot
// have it; make e2e makes them and runs it.
package services

import (
	"net/http"
	"path/filepath"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
)

// TestServices has one Keystone for all services, since starting it takes seconds. Glance is
// first, because Cinder makes images.
func TestServices(t *testing.T) {
	cloud := stack.NewCloud(t)
	cloud.StartGlance(t)
	t.Run("parallel", func(t *testing.T) {
		t.Run("image", func(t *testing.T) { t.Parallel(); testImage(t, cloud) })
		t.Run("volume", func(t *testing.T) { t.Parallel(); testVolume(t, cloud) })
		t.Run("network", func(t *testing.T) { t.Parallel(); testNetwork(t, cloud) })
		t.Run("dns", func(t *testing.T) { t.Parallel(); testDNS(t, cloud) })
	})
}

// service is what tests of one service share.
type service struct {
	cloud *stack.Cloud
	seen  *stack.Record
}

// newService reads the document that the client was made of, by its path in the repository.
func newService(t *testing.T, cloud *stack.Cloud, document string) service {
	t.Helper()
	return service{cloud, stack.NewRecord(t, filepath.Join(golden.Root(t), document))}
}

// login makes an Auth whose tokens are known as secrets.
func (s service) login(t *testing.T, options keystone.Options) *keystone.Auth {
	t.Helper()
	options.HTTPClient = &http.Client{Transport: s.seen.Counting()}
	return stack.Must(keystone.New(options))(t)
}

// options are those of a client that the record watches.
func (s service) options(more ...sdk.Option) []sdk.Option {
	return append(s.seen.Options(&http.Client{Transport: s.seen.Counting()}), more...)
}

// run runs the parts of a test one after the other, and compares the differences with the
// committed ones if all have been done.
func (s service) run(t *testing.T, name string, parts []part) {
	t.Helper()
	done := 0
	for _, p := range parts {
		t.Run(p.name, func(t *testing.T) {
			p.run(t)
			done++ // neither left out by the command line nor ended by an error
		})
	}
	if done < len(parts) || t.Failed() {
		t.Log("the differences are not compared, because not everything was done")
		return
	}
	s.seen.Finish(t, name, filepath.Join(golden.Root(t), "tests", "e2e", "differences-"+name+".txt"))
}

type part struct {
	name string
	run  func(*testing.T)
}

// walk takes all of a list, and gives the values of one member by their order.
func walk[T any](t *testing.T, list func(yield func(T, error) bool), member func(T) string) []string {
	t.Helper()
	found := []string{}
	seen := map[string]bool{}
	for item, err := range list {
		stack.OK(t, err)
		name := member(item)
		if seen[name] {
			t.Errorf("%s came twice", name)
		}
		seen[name] = true
		found = append(found, name)
	}
	return found
}
