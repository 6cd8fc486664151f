package workflows

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/snapshot"
)

// TestOwnConfiguration: the configuration of this repository pins what the real pages beside the
// checkout are, and gives the documents and clients that are committed. The cache is filled with these
// pages, so that no network is needed.
func TestOwnConfiguration(t *testing.T) {
	corpus := golden.Shared(t, "corpus")
	root, cache := golden.Root(t), t.TempDir()
	index, err := os.ReadFile(filepath.Join(corpus, "INDEX.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, config.FileName))
	if err != nil {
		t.Fatal(err)
	}
	c, err := config.Read(config.FileName, text)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range c.Sets {
		name := strings.TrimSuffix(filepath.Base(s.Source.Git), ".git")
		if !strings.Contains("\n"+string(index), "\n"+name+"\t"+s.Source.Commit+"\t") {
			t.Errorf("the pin of %s is not the commit that the pages of %s are of", s.Name, name)
		}
		fill(t, cache, filepath.Join(corpus, name, "api-ref", "source"), s.Source)
	}
	// Built first: where a module is not there yet, go says on stderr that it downloads it.
	binary := filepath.Join(t.TempDir(), "rst2openapi")
	build := exec.Command("go", "build", "-o", binary, "./cmd/rst2openapi")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(binary, "sync", "--check", "--offline", "--cache", cache)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil || string(out) != "6 sets are up to date\n" {
		t.Errorf("%v\n%s", err, out)
	}
}

// fill puts the pages of a commit into the cache.
func fill(t *testing.T, cache, pages string, source config.Source) {
	t.Helper()
	files := map[string][]byte{}
	fsys := os.DirFS(pages)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(fsys, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := snapshot.New(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(source.Path))
	file := filepath.Join(cache, "docs", source.Commit+"-"+hex.EncodeToString(sum[:])[:16]+".zip")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, s.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
