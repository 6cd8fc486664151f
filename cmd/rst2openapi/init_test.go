package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/config"
)

// TestInit writes configurations that are read again and that sync can use.
func TestInit(t *testing.T) {
	docs := newGitDocs(t)
	docs.git("tag", "v1")
	bundle := filepath.Join(t.TempDir(), "Vault_Docs.bundle")
	docs.git("bundle", "create", "-q", bundle, "main")
	plain := t.TempDir() // pages that name no service
	write(t, filepath.Join(plain, "a.rst"), "Listing Jars\n============\n\nURI\n---\n\nGET /v1/jars\n")
	for _, c := range []struct {
		args []string
		want config.Set
		pkg  string
	}{
		{[]string{docs.dir}, config.Set{Name: "svs", Source: config.Source{Git: docs.dir, Ref: "main", Path: "api-ref/source"}}, "svs"},
		{[]string{"file://" + docs.dir, "--ref", "v1", "--name", "my-vaults"}, config.Set{Name: "my-vaults", Source: config.Source{Git: "file://" + docs.dir, Ref: "v1", Path: "api-ref/source"}}, "myvaults"},
		{[]string{bundle, "--package", "other"}, config.Set{Name: "svs", Source: config.Source{Git: bundle, Ref: "main", Path: "api-ref/source"}}, "other"},
		{[]string{filepath.Join(docs.dir, "api-ref")}, config.Set{Name: "svs", Source: config.Source{Folder: filepath.Join(docs.dir, "api-ref")}}, "svs"},
		{[]string{plain, "--name", "go"}, config.Set{Name: "go", Source: config.Source{Folder: plain}}, "apigo"},
	} {
		inModule(t)
		good(t, append([]string{"init"}, c.args...)...)
		text, err := os.ReadFile(config.FileName)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(text), "# yaml-language-server: $schema="+config.SchemaURL+"\n") {
			t.Errorf("%q: editors are not told of the schema:\n%s", c.args, text)
		}
		read, err := config.Read(config.FileName, text)
		if err != nil {
			t.Fatal(err)
		}
		got := read.Sets[0]
		if (got.Source.Commit != "") != (got.Source.Git != "") {
			t.Errorf("%q: the pin is %q", c.args, got.Source.Commit)
		}
		got.Source.Commit = ""
		if got.Name != c.want.Name || got.Source != c.want.Source || got.Go.Package != c.pkg || got.Spec != "spec/"+got.Name+".yaml" {
			t.Errorf("%q: %+v %+v", c.args, got, got.Go)
		}
		good(t, "sync")
		good(t, "sync", "--check")
	}
}

// TestInitFolderOfProfile: where a repository has its pages is known of one cloud only.
func TestInitFolderOfProfile(t *testing.T) {
	page := "Listing Jars\n============\n\nURI\n---\n\nGET /v1/jars\n"
	for folder, want := range map[string]string{"handbook": "handbook", "api-ref/source": ""} {
		docs := t.TempDir()
		write(t, filepath.Join(docs, folder, "a.rst"), page)
		inModule(t)
		write(t, "mine.yaml", "name: mine\nextends: otc\nfolder: handbook\n")
		good(t, "init", docs, "--name", "jars", "--profile", "mine.yaml")
		text, err := os.ReadFile(config.FileName)
		if err != nil {
			t.Fatal(err)
		}
		read, err := config.Read(config.FileName, text)
		if err != nil {
			t.Fatal(err)
		}
		if got := read.Sets[0].Source.Path; got != want {
			t.Errorf("pages in %s: the path is %q, want %q", folder, got, want)
		}
	}
}

// TestInitWithoutModule: who has no Go module wants the document only.
func TestInitWithoutModule(t *testing.T) {
	docs := newGitDocs(t)
	inModule(t)
	if err := os.Remove("go.mod"); err != nil {
		t.Fatal(err)
	}
	if out := good(t, "init", docs.dir); strings.Contains(out, "go ") || !strings.Contains(out, "rst2openapi sync ") {
		t.Errorf("%q", out)
	}
	good(t, "sync")
	if _, err := os.Stat("svs"); err == nil {
		t.Error("a Go package was made")
	}
	// A second set is not written into a file that its owner laid out.
	before, _ := os.ReadFile(config.FileName)
	code, stdout, stderr := command("init", docs.dir, "--name", "two")
	if code != exitUsage || !strings.Contains(stderr, "exists: add the lines above to its sets") || !strings.HasPrefix(stdout, "  two:\n    source:\n") {
		t.Errorf("%d %q %q", code, stdout, stderr)
	}
	if after, _ := os.ReadFile(config.FileName); string(after) != string(before) {
		t.Error("the configuration was changed")
	}
	write(t, config.FileName, string(before)+stdout)
	if out := good(t, "sync"); !strings.Contains(out, "two at ") {
		t.Errorf("%q", out)
	}
}

func TestInitFails(t *testing.T) {
	docs := newGitDocs(t)
	inModule(t)
	write(t, "empty/readme.md", "nothing")
	write(t, "a.zip", "no archive")
	several := newGitDocs(t)
	for _, name := range []string{"one/conf.py", "two/conf.py"} {
		write(t, filepath.Join(several.dir, name), "")
	}
	if err := os.RemoveAll(filepath.Join(several.dir, "api-ref")); err != nil {
		t.Fatal(err)
	}
	several.commit()
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{}, exitUsage, "name one source"},
		{[]string{"a", "b"}, exitUsage, "name one source"},
		{[]string{"--schema", "a"}, exitUsage, "name one source"},
		{[]string{"gone"}, exitInput, "gone does not exist: name a git URL, a repository, a bundle, a folder of pages or an archive"},
		{[]string{"empty"}, exitInput, "no page"},
		{[]string{"a.zip"}, exitInput, "a.zip: the file is not an archive of the form that its name ends in"},
		{[]string{"empty/readme.md"}, exitInput, "empty/readme.md is not an archive, which ends in .zip, .tar.gz or .tgz: of pages, name the folder"},
		{[]string{"empty", "--ref", "x"}, exitUsage, "--ref goes with a git repository"},
		{[]string{docs.dir, "--ref", "gone"}, exitInput, "no branch or tag gone"},
		{[]string{docs.dir, "--ref", "-x"}, exitUsage, "cannot be the name of a branch"},
		{[]string{docs.dir, "--path", "nowhere"}, exitInput, "has no folder nowhere"},
		{[]string{docs.dir, "--name", "No Name"}, exitUsage, "cannot be the name of a set"},
		{[]string{docs.dir, "--package", "No"}, exitUsage, "cannot be the name of a package"},
		{[]string{"ext::sh -c touch% x"}, exitUsage, "asks git to run a helper program"},
		{[]string{"https://me:secret@127.0.0.1:9/x"}, exitUsage, "does not belong in a file that is committed"},
		{[]string{several.dir}, exitUsage, "several folders of pages: name one with --path: one, two"},
	} {
		code, _, stderr := command(append([]string{"init"}, c.args...)...)
		if code != c.code || !strings.Contains(stderr, c.want) || strings.Count(stderr, "\n") != 1 || strings.Contains(stderr, "secret") {
			t.Errorf("%q: exit %d, %q", c.args, code, stderr)
		}
	}
	if _, err := os.Stat(config.FileName); err == nil {
		t.Error("a configuration was written")
	}
}

func TestSchemaIsPrinted(t *testing.T) {
	if out := good(t, "init", "--schema"); !json.Valid([]byte(out)) || !strings.Contains(out, config.SchemaURL) {
		t.Errorf("%q", out)
	}
}
