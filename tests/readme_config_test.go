package tests

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestReadmeConfiguration reads the configuration that the README shows, which has each key there
// is for a set of a git repository.
func TestReadmeConfiguration(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(golden.Root(t), "docs", "go-developers.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), "```yaml\nsets:\n")
	shown, _, closed := strings.Cut(rest, "\n```")
	if !ok || !closed {
		t.Fatal("the README shows no configuration")
	}
	c, err := config.Read(config.FileName, []byte("sets:\n"+shown+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	s := c.Sets[0]
	for _, value := range []string{s.Source.Git, s.Source.Ref, s.Source.Commit, s.Source.Path, s.Profile, s.Prose, s.Spec, s.Findings, s.Sources, s.Lock, s.Go.Package, s.Go.Out} {
		if value == "" {
			t.Errorf("the README leaves a key out: %+v", s)
		}
	}
}
