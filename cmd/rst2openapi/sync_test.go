package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/cmd/internal/project"
)

// startFolder is where tests run; those that change it still find the pages.
var startFolder, _ = os.Getwd()

func pagesOfSample() string {
	return filepath.Join(startFolder, "..", "..", "tests", "sample", "pages")
}

// gitDocs is a repository of documentation with the sample pages.
type gitDocs struct {
	t   *testing.T
	dir string
}

func newGitDocs(t *testing.T) gitDocs {
	t.Helper()
	d := gitDocs{t, filepath.Join(t.TempDir(), "vault-docs")}
	if err := os.CopyFS(filepath.Join(d.dir, "api-ref", "source"), os.DirFS(pagesOfSample())); err != nil {
		t.Fatal(err)
	}
	d.git("init", "-q", "-b", "main")
	d.commit()
	return d
}

func (d gitDocs) git(args ...string) string {
	d.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org"}, args...)...)
	cmd.Dir = d.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		d.t.Fatalf("git %q: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// commit commits all that changed and gives the commit.
func (d gitDocs) commit() string {
	d.t.Helper()
	d.git("add", "-A")
	d.git("commit", "-q", "-m", "docs")
	return d.git("rev-parse", "HEAD")
}

// edit replaces a text of a page and commits that.
func (d gitDocs) edit(page, old, new string) string {
	d.t.Helper()
	replaceIn(d.t, filepath.Join(d.dir, "api-ref", "source", page), old, new)
	return d.commit()
}

func replaceIn(t *testing.T, file, old, new string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil || !bytes.Contains(text, []byte(old)) {
		t.Fatalf("%s has no %q: %v", file, old, err)
	}
	write(t, file, strings.Replace(string(text), old, new, 1))
}

// inModule makes a Go module and runs the rest of the test in it, with a cache of its own.
func inModule(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module example.com/user\n\ngo 1.26\n")
	t.Chdir(dir)
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	return dir
}

// good runs a command that must end well.
func good(t *testing.T, args ...string) string {
	t.Helper()
	code, stdout, stderr := command(args...)
	if code != exitOK || stderr != "" {
		t.Fatalf("%q: exit %d, %s%s", args, code, stdout, stderr)
	}
	return stdout
}

// state is each file of a folder with its time and text.
func state(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		text, err := os.ReadFile(file)
		name, _ := filepath.Rel(dir, file)
		out[filepath.ToSlash(name)] = info.ModTime().String() + "\n" + string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// changed lists the files that differ between two states.
func changed(before, after map[string]string) []string {
	var out []string
	for name, text := range after {
		if before[name] != text {
			out = append(out, name)
		}
	}
	for name := range before {
		if _, there := after[name]; !there {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

func TestSyncGit(t *testing.T) {
	docs := newGitDocs(t)
	dir := inModule(t)
	first := docs.git("rev-parse", "HEAD")
	out := good(t, "init", docs.dir)
	for _, want := range []string{"the set svs, 4 operations at commit " + first[:12], "go get -tool", "go tool rst2openapi sync", "//go:generate"} {
		if !strings.Contains(out, want) {
			t.Errorf("init says %q, without %q", out, want)
		}
	}
	if out := good(t, "sync"); out != "svs at "+first[:12]+": 4 operations, 9 files changed\n" {
		t.Errorf("%q", out)
	}
	made := state(t, dir)
	for _, name := range []string{"rst2openapi.yaml", "spec/svs.yaml", "spec/svs.findings.txt", "spec/svs.names.yaml", "svs/client.gen.go"} {
		if made[name] == "" {
			t.Errorf("there is no %s", name)
		}
	}
	if !strings.Contains(made["svs/examples.gen_test.go"], `"example.com/user/svs"`) {
		t.Error("examples do not import the package by its path")
	}
	if out := good(t, "sync"); out != "svs: up to date at "+first[:12]+"\n" {
		t.Errorf("%q", out)
	}
	second := docs.edit("vault_apis/filling_a_vault.rst", "Maximum: **64**", "Maximum: **65**")
	good(t, "sync") // the pin says what counts, not the branch
	if got := changed(made, state(t, dir)); got != nil {
		t.Errorf("changed: %q", got)
	}
	if out := good(t, "sync", "--update"); !strings.HasPrefix(out, "svs from "+first[:12]+" to "+second[:12]+": 4 operations, ") {
		t.Errorf("%q", out)
	}
	got := changed(made, state(t, dir))
	if !slices.Contains(got, "rst2openapi.yaml") || !slices.Contains(got, "spec/svs.yaml") || slices.Contains(got, "svs/doc.gen.go") {
		t.Errorf("changed: %q", got)
	}
	if out := good(t, "sync", "--update"); out != "svs: up to date at "+second[:12]+"\n" {
		t.Errorf("%q", out)
	}
	// The pages of both commits are in the cache: the repository is not needed any more.
	if err := os.Rename(docs.dir, docs.dir+".gone"); err != nil {
		t.Fatal(err)
	}
	replaceIn(t, "rst2openapi.yaml", second, first)
	good(t, "sync", "--offline")
	if after := state(t, dir); strings.SplitN(after["spec/svs.yaml"], "\n", 2)[1] != strings.SplitN(made["spec/svs.yaml"], "\n", 2)[1] {
		t.Error("the old pin does not give the old document")
	}
	replaceIn(t, "rst2openapi.yaml", first, strings.Repeat("0", 40))
	if code, _, stderr := command("sync", "--offline"); code != exitInput || !strings.Contains(stderr, "not in the cache: run once without --offline") {
		t.Errorf("%d %s", code, stderr)
	}
	if code, _, stderr := command("sync", "--update"); code != exitInput || strings.Count(stderr, "\n") != 1 {
		t.Errorf("%d %s", code, stderr)
	}
}

// TestSyncCheck: what is stale is told, and nothing is written.
func TestSyncCheck(t *testing.T) {
	docs := newGitDocs(t)
	dir := inModule(t)
	good(t, "init", docs.dir)
	for _, prepare := range []struct {
		what string
		do   func()
		want []string // lines that begin so
	}{
		{"nothing was made", func() {}, []string{"svs: spec/svs.yaml is missing", "svs: svs/client.gen.go is missing"}},
		{"all was made", func() { good(t, "sync") }, []string{"1 set is up to date"}},
		{"a document was edited", func() { replaceIn(t, "spec/svs.yaml", "openapi:", "# mine\nopenapi:") },
			[]string{"svs: spec/svs.yaml is stale", "  -# mine"}},
		{"a file was removed", func() { good(t, "sync"); os.Remove("svs/doc.gen.go") }, []string{"svs: svs/doc.gen.go is missing"}},
		{"a file of an earlier run is left", func() {
			good(t, "sync")
			text, _ := os.ReadFile("svs/doc.gen.go")
			write(t, "svs/old.gen.go", string(text))
		}, []string{"svs: svs/old.gen.go is left from an earlier run"}},
		{"an option changed", func() {
			good(t, "sync")
			replaceIn(t, "rst2openapi.yaml", "out: svs", "out: svs\n      layout: single")
		},
			[]string{"svs: svs/client.gen.go is stale", "svs: svs/models.gen.go is left from an earlier run"}},
		{"synced", func() { good(t, "sync") }, []string{"1 set is up to date"}},
	} {
		prepare.do()
		before := state(t, dir)
		code, stdout, stderr := command("sync", "--check")
		fresh := strings.HasSuffix(prepare.want[0], "up to date")
		if fresh != (code == exitOK) || fresh != (stderr == "") || !fresh && !strings.Contains(stderr, "stale: run rst2openapi sync") {
			t.Errorf("%s: exit %d, %s", prepare.what, code, stderr)
		}
		for _, want := range prepare.want {
			if !strings.Contains("\n"+stdout, "\n"+want) {
				t.Errorf("%s: %q lacks %q", prepare.what, stdout, want)
			}
		}
		if got := changed(before, state(t, dir)); got != nil {
			t.Errorf("%s: --check changed %q", prepare.what, got)
		}
	}
	if _, err := os.Stat("svs/models.gen.go"); err == nil {
		t.Error("the file of the old layout is left")
	}
}

const twoFolders = `sets:
  one:
    source: {folder: docs/one}
    spec: one.yaml
    go: {package: one, out: one}
  two:
    source: {folder: docs/two}
    spec: two.yaml
    go: {package: two, out: two}
`

// TestSyncOnePage: a page that changes rewrites what changes of its own set.
func TestSyncOnePage(t *testing.T) {
	dir := inModule(t)
	for _, name := range []string{"one", "two"} {
		if err := os.CopyFS(filepath.Join("docs", name), os.DirFS(pagesOfSample())); err != nil {
			t.Fatal(err)
		}
	}
	write(t, "rst2openapi.yaml", twoFolders)
	good(t, "sync")
	before := state(t, dir)
	page := filepath.Join("docs", "two", "vault_apis", "filling_a_vault.rst")
	replaceIn(t, page, "Maximum: **64**", "Maximum: **65**")
	good(t, "sync")
	after := state(t, dir)
	got := changed(before, after)
	if !slices.Contains(got, "two.yaml") || !slices.Contains(got, "two/validate.gen.go") {
		t.Errorf("changed: %q", got)
	}
	for _, name := range got {
		_, old, _ := strings.Cut(before[name], "\n")
		_, new, _ := strings.Cut(after[name], "\n")
		if strings.HasPrefix(name, "one") || old == new {
			t.Errorf("%s was written, and has the bytes that it had", name)
		}
	}
	if out := good(t, "sync", "one"); out != "one: up to date\n" {
		t.Errorf("%q", out)
	}
}

// TestSyncNames: a page with another title keeps its names, an edited file of names is
// believed, and a name that is gone is told.
func TestSyncNames(t *testing.T) {
	docs := newGitDocs(t)
	inModule(t)
	good(t, "init", docs.dir)
	good(t, "sync")
	docs.edit("vault_apis/filling_a_vault.rst", "Filling a Vault\n===============", "Stuffing a Vault\n================")
	if out := good(t, "sync", "--update"); strings.Contains(out, "breaking") {
		t.Errorf("%q", out)
	}
	if text, err := os.ReadFile("spec/svs.yaml"); err != nil || !strings.Contains(string(text), "operationId: FillVault\n") || strings.Contains(string(text), "StuffVault") {
		t.Errorf("%v: the method is called another name", err)
	}
	replaceIn(t, "spec/svs.names.yaml", "FillVault", "PackVault")
	good(t, "sync")
	if text, err := os.ReadFile("spec/svs.yaml"); err != nil || !strings.Contains(string(text), "operationId: PackVault\n") {
		t.Errorf("%v: the names were not read", err)
	}
	if out := good(t, "sync"); !strings.HasPrefix(out, "svs: up to date") {
		t.Errorf("%q", out)
	}
	if err := os.Remove(filepath.Join(docs.dir, "api-ref/source/vault_apis/emptying_a_vault.rst")); err != nil {
		t.Fatal(err)
	}
	docs.commit()
	if out := good(t, "sync", "--update"); !strings.Contains(out, "\nsvs: breaking: ") || !strings.Contains(out, "1 name is gone") {
		t.Errorf("%q", out)
	}
	write(t, "spec/svs.names.yaml", "operations: [\n")
	if code, _, stderr := command("sync"); code != exitUsage || !strings.HasPrefix(stderr, "rst2openapi: svs: spec/svs.names.yaml:") {
		t.Errorf("%d %s", code, stderr)
	}
}

// TestSyncReport: the report compares what the old and the new pin give, however the document was
// edited, and tells of new sets.
func TestSyncReport(t *testing.T) {
	docs := newGitDocs(t)
	inModule(t)
	good(t, "init", docs.dir)
	reported := func(want ...string) {
		t.Helper()
		text, err := os.ReadFile("r.md")
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range want {
			if !strings.Contains(string(text), one) {
				t.Errorf("the report lacks %q:\n%s", one, text)
			}
		}
	}
	good(t, "sync", "--report", "r.md")
	reported("svs")
	replaceIn(t, "spec/svs.yaml", "maxLength: 64", "maxLength: 99")
	docs.edit("vault_apis/filling_a_vault.rst", "Maximum: **64**", "Maximum: **32**")
	good(t, "sync", "--update", "--report", "r.md")
	reported("maxLength 64 → 32", "filling", "Breaking (1)")
	// Without a commit to go back to, the document that is there is the old state.
	replaceIn(t, "rst2openapi.yaml", "    spec:", "    overlays: [fix.yaml]\n    spec:")
	write(t, "fix.yaml", "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n  - target: $.components.schemas.CopySpec.properties.name\n    update: {maxLength: 16}\n"+
		"    x-evidence: {seen: https://example.org/1, date: 2024-05-31, docs: {page: api-ref/source/vault_apis/filling_a_vault.rst, absent: sixteen}}\n")
	good(t, "sync", "--report", "r.md")
	reported("maxLength 32 → 16")
	good(t, "sync", "--report", "r.md")
	if text, _ := os.ReadFile("r.md"); strings.Contains(string(text), "svs") {
		t.Errorf("nothing changed, and the report says\n%s", text)
	}
	if code, _, stderr := command("sync", "--check", "--report", "r.md"); code != exitUsage || strings.Count(stderr, "\n") != 1 {
		t.Errorf("%d %s", code, stderr)
	}
}

// TestSyncFails: a set that cannot be made is told with all others that cannot, and nothing is
// written of any set.
func TestSyncFails(t *testing.T) {
	dir := inModule(t)
	if err := os.CopyFS("docs/one", os.DirFS(pagesOfSample())); err != nil {
		t.Fatal(err)
	}
	write(t, "docs/two/x.rst", "Nothing\n=======\n\nto convert\n")
	write(t, "rst2openapi.yaml", twoFolders+"  three: {source: {folder: docs/none}, spec: three.yaml}\n")
	before := state(t, dir)
	code, stdout, stderr := command("sync")
	lines := strings.Split(strings.TrimSpace(stderr), "\n")
	if code != exitInput || stdout != "" || len(lines) != 2 || !strings.HasPrefix(lines[0], "rst2openapi: two: no page has a request line") ||
		!strings.HasPrefix(lines[1], "rst2openapi: three: docs/none does not exist") {
		t.Errorf("exit %d, %q %q", code, stdout, stderr)
	}
	if got := changed(before, state(t, dir)); got != nil {
		t.Errorf("changed: %q", got)
	}
	for text, want := range map[string]string{
		"sets: {a: {source: {folder: docs/one}, spec: a.yaml, overlays: [x.yaml]}}":                                            "1 a: x.yaml does not exist",
		"sets: {a: {source: {folder: docs/one}, spec: a.yaml, profile: x.yaml}}":                                               "2 a: profile takes otc and tcloud, which are built in, or a file; there is no file x.yaml",
		"sets: {a: {source: {folder: docs/one}, spec: a.yaml, specs: b}}":                                                      "2 rst2openapi.yaml:1:54: there is no key",
		"sets: {a: {source: {git: gone.git}, spec: a.yaml}}":                                                                   "1 a: no commit is pinned yet: run rst2openapi sync --update a",
		"sets:\n  a:\n    source: {folder: docs/one}\n    spec: a.yaml\n    go: {package: a, out: a, include: {tags: [No]}}\n": "2 a: rst2openapi.yaml:5: include.tags: no operation has a tag",
		"sets: {a: {source: {folder: docs/one}, spec: docs/one}}":                                                              "2 rst2openapi.yaml:1:46: docs/one must end in",
		"sets: {a: {source: {folder: docs}, spec: a.yaml}, b: {source: {folder: docs/one}, spec: docs/one/x.rst.yaml/b.yaml}}": "3 b: docs/one/x.rst.yaml/b.yaml cannot be written: not a directory",
	} {
		write(t, "rst2openapi.yaml", text)
		write(t, "docs/one/x.rst.yaml", "a file")
		exit, message := want[:1], want[2:]
		if code, _, stderr := command("sync"); string(rune('0'+code)) != exit || !strings.HasPrefix(stderr, "rst2openapi: "+message) {
			t.Errorf("%s: exit %d, %q", text, code, stderr)
		}
		if _, err := os.Stat("a.yaml"); err == nil {
			t.Errorf("%s: a.yaml was written", text)
			os.Remove("a.yaml")
		}
	}
	for _, args := range [][]string{{"sync", "four"}, {"sync", "--config", "none.yaml"}, {"sync", "--update", "--check"}, {"sync", "--go"}, {"sync", "--what"}} {
		if code, _, stderr := command(args...); code != exitUsage || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q: exit %d, %q", args, code, stderr)
		}
	}
}

// TestSyncArchive: an archive is read, and must be the one that is pinned.
func TestSyncArchive(t *testing.T) {
	dir := inModule(t)
	zipped := func(word string) {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		pages := pagesOfSample()
		for name, text := range state(t, pages) {
			_, text, _ = strings.Cut(text, "\n")
			f, err := w.Create("docs-1f/api-ref/source/" + name)
			if err != nil {
				t.Fatal(err)
			}
			_, _ = f.Write([]byte(strings.ReplaceAll(text, "vault", word)))
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		write(t, "docs.zip", b.String())
	}
	zipped("vault")
	good(t, "init", "docs.zip", "--path", "api-ref/source", "--name", "jars")
	good(t, "sync")
	good(t, "sync", "--update")
	text, err := os.ReadFile("rst2openapi.yaml")
	if err != nil || !strings.Contains(string(text), "sha256: ") {
		t.Errorf("%v %s", err, text)
	}
	before := state(t, dir)
	zipped("tun")
	if code, _, stderr := command("sync"); code != exitInput || !strings.Contains(stderr, "not the one that is pinned: run rst2openapi sync --update jars") {
		t.Errorf("%d %s", code, stderr)
	}
	good(t, "sync", "--update")
	if got := changed(before, state(t, dir)); !slices.Contains(got, "spec/jars.yaml") || !slices.Contains(got, "rst2openapi.yaml") {
		t.Errorf("changed: %q", got)
	}
}

// TestSyncBusy: two runs at once are told apart, and what a killed one left is told by --check
// and finished by the next.
func TestSyncBusy(t *testing.T) {
	dir := inModule(t)
	for _, name := range []string{"one", "two"} {
		if err := os.CopyFS(filepath.Join("docs", name), os.DirFS(pagesOfSample())); err != nil {
			t.Fatal(err)
		}
	}
	write(t, "rst2openapi.yaml", twoFolders)
	p, err := project.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := command("sync"); code != exitOutput || !strings.Contains(stderr, "is at work in .: wait until it ends") {
		t.Errorf("%d %s", code, stderr)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	good(t, "sync")
	before := state(t, dir)
	// As a run leaves it that was killed after its first rename.
	text, _ := os.ReadFile("two.yaml")
	write(t, ".two.yaml.rst2openapi-new", string(text))
	write(t, "two.yaml", "old\n")
	write(t, ".rst2openapi/journal.json", `[{"name":"one.yaml"},{"name":"two.yaml"}]`)
	if code, _, stderr := command("sync", "--check"); code != exitInput || !strings.Contains(stderr, "was killed while it replaced files") {
		t.Errorf("%d %s", code, stderr)
	}
	if out := good(t, "sync"); out != "one: up to date\ntwo: up to date\n" {
		t.Errorf("%q", out)
	}
	for _, name := range changed(before, state(t, dir)) {
		if name != "two.yaml" {
			t.Errorf("%s differs", name)
		}
	}
	// A journal that came with a repository cannot name what lies outside of it.
	write(t, "../victim", "kept")
	write(t, ".rst2openapi/journal.json", `[{"name":"../victim","remove":true}]`)
	if code, _, _ := command("sync"); code != exitOutput {
		t.Errorf("exit %d", code)
	}
	if text, err := os.ReadFile("../victim"); err != nil || string(text) != "kept" {
		t.Errorf("%s %v", text, err)
	}
}

// TestSyncElsewhere: the configuration is found from a folder below its own, as go generate runs.
func TestSyncElsewhere(t *testing.T) {
	dir := inModule(t)
	if err := os.CopyFS("docs", os.DirFS(pagesOfSample())); err != nil {
		t.Fatal(err)
	}
	good(t, "init", "docs", "--package", "vaults")
	if err := os.MkdirAll("internal/deep", 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir("internal/deep")
	good(t, "sync")
	if _, err := os.Stat(filepath.Join(dir, "vaults", "client.gen.go")); err != nil {
		t.Error(err)
	}
	past := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(dir, "spec", "svs.yaml"), past, past); err != nil {
		t.Fatal(err)
	}
	good(t, "sync", "--cache", t.TempDir()) // all is made again, and nothing written
	if info, err := os.Stat(filepath.Join(dir, "spec", "svs.yaml")); err != nil || !info.ModTime().Equal(past) {
		t.Errorf("%v %v", info.ModTime(), err)
	}
	write(t, filepath.Join(dir, "internal", "go.mod"), "module example.com/inner\n")
	if code, _, stderr := command("sync"); code != exitUsage || !strings.Contains(stderr, "rst2openapi init SOURCE writes one") {
		t.Errorf("%d %s", code, stderr)
	}
}
