package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	viewer := filepath.Join(t.TempDir(), "v.js")
	write(t, viewer, "// a viewer")
	code, stdout, stderr := command("site", samplePages(t), "-o", dir, "--viewer", viewer, "--title", "My APIs")
	if code != 0 || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, filepath.Join(dir, "index.html")) {
		t.Fatalf("exit %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	read := func(name string) string {
		t.Helper()
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	if start := read("index.html"); !strings.Contains(start, "<title>My APIs</title>") || !strings.Contains(start, "Sample Vault Service") {
		t.Errorf("the start page is\n%s", start)
	}
	if read("viewer/standalone.js") != "// a viewer" {
		t.Error("the viewer is another one")
	}
	// The counts are those of convert --stats for the same set.
	stats := filepath.Join(t.TempDir(), "stats.json")
	if code, _, stderr := command("convert", samplePages(t), "-o", filepath.Join(t.TempDir(), "x.yaml"), "--stats", stats); code != 0 {
		t.Fatal(stderr)
	}
	if want, err := os.ReadFile(stats); err != nil || read("stats.json") != string(want) {
		t.Errorf("stats.json is\n%s", read("stats.json"))
	}
	// The document is the one that convert writes.
	spec := filepath.Join(t.TempDir(), "spec.yaml")
	command("convert", samplePages(t), "-o", spec)
	if want, err := os.ReadFile(spec); err != nil || read("pages/pages.yaml") != string(want) {
		t.Error("the document is another one than that of convert")
	}

	// The next run takes away what it does not make, and leaves what is not its own.
	write(t, filepath.Join(dir, "mine.txt"), "mine")
	if code, _, stderr := command("site", samplePages(t), "-o", dir); code != 0 {
		t.Fatal(stderr)
	}
	for name, want := range map[string]bool{"mine.txt": true, "index.html": true, "viewer": false, "pages/reference.html": false} {
		if _, err := os.Stat(filepath.Join(dir, name)); (err == nil) != want {
			t.Errorf("%s is there: %v", name, err == nil)
		}
	}
}

// TestSiteKeepsOthers holds that files outside of the site and in other folders stay.
func TestSiteKeepsOthers(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "site")
	write(t, filepath.Join(dir, "x.txt"), "x")
	if code, _, stderr := command("site", samplePages(t), "-o", dir); code != exitUsage || !strings.Contains(stderr, "not a site of this command") {
		t.Errorf("a folder of somebody else: exit %d, %s", code, stderr)
	}
	write(t, filepath.Join(top, "precious.txt"), "x")
	list, err := json.Marshal([]string{"../precious.txt", "/etc/hostname", "x.txt"})
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "files.json"), string(list))
	if code, _, stderr := command("site", samplePages(t), "-o", dir); code != 0 {
		t.Fatal(stderr)
	}
	if _, err := os.Stat(filepath.Join(top, "precious.txt")); err != nil {
		t.Error("a list of files led out of the folder")
	}
	if _, err := os.Stat(filepath.Join(dir, "x.txt")); err == nil {
		t.Error("a file of the earlier run is left")
	}
}

// TestSiteHistory has a repository in which a page changed.
func TestSiteHistory(t *testing.T) {
	sets, histories := filepath.Join(t.TempDir(), "sets"), filepath.Join(t.TempDir(), "histories")
	repo := filepath.Join(histories, "lamps")
	page := func(mandatory string) string {
		return "Lighting a Lamp\n===============\n\nURI\n---\n\nPOST /v1/lamps\n\nRequest\n-------\n\n.. table:: **Table 1** Request body parameters\n\n" +
			"   ========= ========= ======= ===========\n   Parameter Mandatory Type    Description\n   ========= ========= ======= ===========\n   hours     " +
			mandatory + " Integer How long.\n   ========= ========= ======= ===========\n"
	}
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org"}, args...)...)
		cmd.Dir = repo
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_COMMITTER_DATE=2024-05-31T12:00:00Z")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	for i, mandatory := range []string{"No       ", "No       ", "Yes      "} {
		write(t, filepath.Join(repo, "lamps.rst"), page(mandatory)+strings.Repeat("\nOnly a text.\n", i)) // a text alone is not a change
		write(t, filepath.Join(sets, "lamps", "lamps.rst"), page(mandatory))
		if i == 0 {
			git("init", "-q", "-b", "main")
		}
		git("add", "-A")
		git("commit", "-q", "-m", "x")
	}
	write(t, filepath.Join(sets, "guide", "guide.rst"), "A Guide\n=======\n\nNo call.\n")
	if err := os.MkdirAll(filepath.Join(sets, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "site")
	if code, _, stderr := command("site", "--all", sets, "--history", histories, "-o", dir); code != 0 {
		t.Fatal(stderr)
	}
	text, err := os.ReadFile(filepath.Join(dir, "lamps", "changes.html"))
	if err != nil || !strings.Contains(string(text), "2024-05-31") || !strings.Contains(string(text), "breaking") {
		t.Errorf("the changes are %v\n%s", err, text)
	}
	if n := strings.Count(string(text), `class="point"`); n != 1 {
		t.Errorf("%d commits are said to have changed the API, want 1", n)
	}
	stats, err := os.ReadFile(filepath.Join(dir, "stats.json"))
	if err != nil || !strings.Contains(string(stats), `"guide"`) || !strings.Contains(string(stats), `"empty"`) {
		t.Errorf("sets without an operation are not counted: %v\n%s", err, stats)
	}
}

// TestSiteHistoryOfConfiguration: the history of a set is that of its folder, from when it is there.
// One without an operation counts in the figures.
func TestSiteHistoryOfConfiguration(t *testing.T) {
	histories := t.TempDir()
	repo := filepath.Join(histories, "lamps")
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org"}, args...)...)
		cmd.Dir = repo
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_COMMITTER_DATE=2024-05-31T12:00:00Z")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	call := func(title, line string) string {
		return title + "\n" + strings.Repeat("=", len(title)) + "\n\nURI\n---\n\n" + line + "\n\nRequest\n-------\n\nNone\n"
	}
	write(t, filepath.Join(repo, "other", "jars.rst"), call("Filling Jars", "POST /v1/jars"))
	git("init", "-q", "-b", "main")
	for _, step := range []func(){
		func() {},
		func() { write(t, filepath.Join(repo, "api", "lamps.rst"), call("Lighting Lamps", "POST /v1/lamps")) },
		func() { write(t, filepath.Join(repo, "other", "jars.rst"), "Nothing\n=======\n\nNo call.\n") },
	} {
		step()
		git("add", "-A")
		git("commit", "-q", "-m", "x")
	}
	inModule(t)
	write(t, filepath.Join("guide", "guide.rst"), "A Guide\n=======\n\nNo call.\n")
	write(t, "rst2openapi.yaml", "sets:\n  lamps: {source: {folder: '"+repo+"', path: api}, spec: lamps.yaml}\n  guide: {source: {folder: guide}, spec: guide.yaml}\n")
	if code, _, stderr := command("site", "--history", histories, "-o", "site"); code != 0 {
		t.Fatal(stderr)
	}
	text, err := os.ReadFile(filepath.Join("site", "lamps", "changes.html"))
	if err == nil && strings.Contains(string(text), `class="point"`) {
		t.Errorf("what is not of the set changed it:\n%s", text)
	}
	stats, err := os.ReadFile(filepath.Join("site", "stats.json"))
	var counts struct {
		Sets map[string]struct{ Pages int }
	}
	if err != nil || json.Unmarshal(stats, &counts) != nil || counts.Sets["guide"].Pages != 1 {
		t.Errorf("the guide is not counted: %v\n%s", err, stats)
	}
}

func TestSiteRefuses(t *testing.T) {
	dir, empty := filepath.Join(t.TempDir(), "site"), t.TempDir()
	pages, bad := pagesOfSample(), filepath.Join(t.TempDir(), "bad.yaml")
	write(t, bad, "sets: {lamps: {source: {folder: '"+empty+"'}, spec: lamps.yaml}}\n")
	plain, broken := t.TempDir(), t.TempDir() // as histories
	write(t, filepath.Join(plain, setName(pages), "a.rst"), "A\n=\n")
	write(t, filepath.Join(broken, setName(pages)+".bundle"), "no bundle")
	t.Chdir(empty)
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{pages}, exitUsage, "-o is missing"},
		{[]string{"-o", dir}, exitUsage, "name the folders"},
		{[]string{"-o", dir, "--all", empty, "x"}, exitUsage, "one too many"},
		{[]string{"-o", dir, "--all", empty}, exitInput, "holds no folder"},
		{[]string{"-o", dir, empty}, exitInput, "no set has an operation"},
		{[]string{"-o", dir, "--config", "none.yaml"}, exitUsage, "there is no none.yaml"},
		{[]string{"-o", dir, "--config", bad, "jars"}, exitUsage, "no set \"jars\""},
		{[]string{"-o", dir, "--config", bad}, exitInput, "lamps: "},
		{[]string{"-o", dir, "--config", bad, "--profile", "tcloud"}, exitUsage, "do not go with a configuration"},
		{[]string{"-o", dir, "--config", bad, "--all", empty}, exitUsage, "do not go with a configuration"},
		{[]string{"-o", dir, "--offline", pages}, exitUsage, "of a configuration only"},
		{[]string{"-o", dir, pages, "--history", filepath.Join(empty, "none")}, exitInput, "of --history cannot be read"},
		{[]string{"-o", dir, pages, "--history", t.TempDir()}, exitInput, "has no set of this site: a git repository " + setName(pages)},
		{[]string{"-o", dir, pages, "--history", plain}, exitInput, "is not a git repository or bundle"},
		{[]string{"-o", dir, pages, "--history", broken}, exitInput, ".bundle is not a git repository or bundle"},
		{[]string{"-o", dir, pages, pages}, exitUsage, "sets of one name"},
		{[]string{"-o", dir, pages, "--viewer", filepath.Join(empty, "v.js")}, exitInput, "does not exist\n"},
		{[]string{"-o", filepath.Join(pages, "conf.py"), pages}, exitOutput, "cannot be read"},
	} {
		code, _, stderr := command(append([]string{"site"}, c.args...)...)
		if code != c.code || !strings.Contains(stderr, c.want) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q: exit %d, want %d and %q: %s", c.args, code, c.code, c.want, stderr)
		}
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("a run that failed left its folder")
	}
}

// TestSiteOfConfiguration: the sets of a configuration are shown at their pins, as sync makes them.
func TestSiteOfConfiguration(t *testing.T) {
	docs := newGitDocs(t)
	inModule(t)
	good(t, "init", docs.dir, "--name", "vaults")
	replaceIn(t, "rst2openapi.yaml", "    spec:", "    prose: none\n    spec:")
	good(t, "sync")
	docs.edit("vault_apis/filling_a_vault.rst", "Maximum: **64**", "Maximum: **63**")
	if code, _, stderr := command("site", "-o", "site"); code != 0 {
		t.Fatal(stderr)
	}
	made, err := os.ReadFile(filepath.Join("spec", "vaults.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if shown, err := os.ReadFile(filepath.Join("site", "vaults", "vaults.yaml")); err != nil || string(shown) != string(made) {
		t.Errorf("the document is not the one of sync: %v", err)
	}
	config, err := filepath.Abs("rst2openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir()) // another folder, without network
	if err := os.RemoveAll(docs.dir); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := command("site", "--config", config, "vaults", "--offline", "-o", "site"); code != 0 {
		t.Error(stderr)
	}
	if code, _, stderr := command("site", "--config", config, "--offline", "--cache", t.TempDir(), "-o", "site"); code != exitInput || !strings.Contains(stderr, "not in the cache") {
		t.Errorf("exit %d, %s", code, stderr)
	}
}
