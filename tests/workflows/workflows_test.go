package workflows

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// place is where a test of workflows happens.
type place struct {
	t              *testing.T
	root, dir, bin string
}

// newPlace builds the command, and makes a folder for everything.
func newPlace(t *testing.T) *place {
	t.Helper()
	p := &place{t: t, root: golden.Root(t), dir: t.TempDir()}
	p.bin = filepath.Join(p.dir, "bin")
	if err := os.Mkdir(p.bin, 0o755); err != nil {
		t.Fatal(err)
	}
	p.fetch()
	for name, value := range map[string]string{
		"PATH": p.bin + string(os.PathListSeparator) + os.Getenv("PATH"), "XDG_CACHE_HOME": filepath.Join(p.dir, "cache"), "GOCACHE": p.goCache(),
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_DATE": "2024-05-31T12:00:00Z", "GIT_COMMITTER_DATE": "2024-05-31T12:00:00Z",
		"GOFLAGS": "-mod=mod -trimpath", "GOPROXY": "off", "GONOSUMDB": "*", "GOWORK": "off",
	} {
		t.Setenv(name, value)
	}
	return p
}

// fetch makes the module cache hold all that "go mod tidy" of a user looks at, where it does not yet:
// a build does without the tests of other modules, tidy does not.
func (p *place) fetch() {
	p.t.Helper()
	cmd := exec.Command("go", "mod", "tidy", "-diff")
	cmd.Dir = p.root
	if out, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("go mod tidy -diff: %v\n%s", err, out)
	}
}

func (p *place) goCache() string {
	p.t.Helper()
	out, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		p.t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func (p *place) path(name string) string { return filepath.Join(p.dir, name) }

// command runs a command that must end well.
func (p *place) command(dir string, args ...string) string {
	p.t.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = filepath.Join(p.dir, dir)
	out, err := cmd.CombinedOutput()
	if err != nil {
		p.t.Fatalf("%q: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func (p *place) write(name, text string) {
	p.t.Helper()
	file := p.path(name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

func (p *place) read(name string) string {
	p.t.Helper()
	text, err := os.ReadFile(p.path(name))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(text)
}

// commit commits all in a repository, and pushes where there is where to.
func (p *place) commit(dir, message string) {
	p.t.Helper()
	p.command(dir, "git", "add", "--all")
	p.command(dir, "git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", message)
	if p.command(dir, "git", "remote") != "" {
		p.command(dir, "git", "push", "--quiet", "origin", "HEAD")
	}
}

// repository makes a repository with a bare one that it pushes to, as on a code host.
func (p *place) repository(name string) {
	p.t.Helper()
	p.command(".", "git", "init", "--quiet", "--bare", "--initial-branch=main", name+".git")
	p.command(".", "git", "clone", "--quiet", name+".git", name)
	p.command(name, "git", "switch", "--quiet", "--orphan", "main")
}

func (p *place) docs() {
	p.t.Helper()
	p.repository("docs")
	if err := os.CopyFS(p.path("docs/api-ref/source"), os.DirFS(filepath.Join(p.root, "tests", "sample", "pages"))); err != nil {
		p.t.Fatal(err)
	}
	p.commit("docs", "Write the docs")
}

const filling = "docs/api-ref/source/vault_apis/filling_a_vault.rst"

// edit changes a page of the docs.
func (p *place) edit(old, new string) {
	p.t.Helper()
	text := p.read(filling)
	if !strings.Contains(text, old) {
		p.t.Fatalf("the page has no %q", old)
	}
	p.write(filling, strings.Replace(text, old, new, 1))
	p.commit("docs", "Change the docs")
}

// user makes a module that follows the docs.
func (p *place) user() {
	p.t.Helper()
	p.repository("user")
	sums, err := os.ReadFile(filepath.Join(p.root, "go.sum"))
	if err != nil {
		p.t.Fatal(err)
	}
	p.write("user/go.mod", "module example.com/user\n\ngo 1.26\n\nreplace github.com/rst2openapi/rst2openapi => "+p.root+"\n")
	p.write("user/go.sum", string(sums))
	p.write("user/use.go", "package user\n\nimport \"example.com/user/svs\"\n\nvar _ = svs.CopySpec{Name: \"friday\"}\n")
	p.command("user", "go", "get", "-tool", "github.com/rst2openapi/rst2openapi/cmd/rst2openapi")
	p.command("user", "go", "tool", "rst2openapi", "init", "../docs.git")
	p.command("user", "go", "tool", "rst2openapi", "sync")
	p.command("user", "go", "mod", "tidy")
	p.commit("user", "Begin")
}

// night runs the workflow that follows the docs in a fresh checkout, as a runner has it.
func (p *place) night(inputs map[string]string) (failed, log string) {
	p.t.Helper()
	if err := os.RemoveAll(p.path("checkout")); err != nil {
		p.t.Fatal(err)
	}
	p.command(".", "git", "clone", "--quiet", "user.git", "checkout")
	j, err := newJob(filepath.Join(p.root, ".github", "workflows", "sync.yml"), p.path("checkout"), inputs)
	if err != nil {
		p.t.Fatal(err)
	}
	j.values["github.ref_name"] = "main"
	j.values["github.workspace"] = p.path("checkout")
	j.values["secrets.token || github.token"] = "token"
	failed, err = j.run()
	if err != nil {
		p.t.Fatalf("%v\n%s", err, j.log.String())
	}
	return failed, j.log.String()
}

// calls gives what gh was called with since the last time.
func (p *place) calls() string {
	text, err := os.ReadFile(p.path("calls"))
	if err != nil {
		return ""
	}
	if err := os.Remove(p.path("calls")); err != nil {
		p.t.Fatal(err)
	}
	return string(text)
}

// TestSync runs the nightly workflow over some nights.
func TestSync(t *testing.T) {
	p := newPlace(t)
	if err := fakeGH(p.bin, p.path("calls")); err != nil {
		t.Fatal(err)
	}
	p.docs()
	p.user()
	main := p.command("user.git", "git", "rev-parse", "main")

	failed, log := p.night(nil)
	if failed != "" || p.calls() != "" || !strings.Contains(log, "Nothing changed.") {
		t.Errorf("a night without news: %s failed\n%s", failed, log)
	}

	p.edit("Maximum: **64**", "Maximum: **32**")
	failed, log = p.night(map[string]string{"sets": "svs"})
	calls := p.calls()
	if failed != "" || !strings.Contains(calls, "pr create --base main --head rst2openapi-sync --title Follow the docs --body-file") {
		t.Errorf("%s failed, gh was called with %q\n%s", failed, calls, log)
	}
	body := p.read("calls.body")
	if !strings.Contains(body, "FillVault") || !strings.Contains(body, "32") {
		t.Errorf("the text of the pull request does not tell what changed:\n%s", body)
	}
	changed := strings.Fields(p.command("user.git", "git", "diff", "--name-only", "main", "rst2openapi-sync"))
	for _, name := range []string{"rst2openapi.yaml", "spec/svs.yaml", "svs/validate.gen.go"} {
		if !strings.Contains(strings.Join(changed, " ")+" ", name+" ") {
			t.Errorf("the branch does not change %s: %q", name, changed)
		}
	}

	p.edit("| name      | Yes ", "| label     | Yes ") // now the user's program no longer compiles
	failed, log = p.night(nil)
	calls = p.calls()
	if failed != "Tell the result of the test" || !strings.Contains(calls, "pr edit rst2openapi-sync --title Follow the docs: tests fail --body-file") || strings.Contains(calls, "pr create") {
		t.Errorf("%q failed, gh was called with %q\n%s", failed, calls, log)
	}
	if body := p.read("calls.body"); !strings.Contains(body, "CopySpec.label") || !strings.Contains(body, "`CopySpec.Label`: added") {
		t.Errorf("the text of the pull request does not tell what changed:\n%s", body)
	}
	if n := p.command("user.git", "git", "rev-list", "--count", "main..rst2openapi-sync"); n != "1" {
		t.Errorf("the branch has %s commits", n)
	}
	if got := p.command("user.git", "git", "rev-parse", "main"); got != main {
		t.Error("a night pushed to main")
	}
}

// TestLint runs the workflow of a repository of documentation, over good pages and bad ones.
func TestLint(t *testing.T) {
	p := newPlace(t)
	p.docs()
	cmd := exec.Command("go", "build", "-o", filepath.Join(p.bin, "rst2openapi"), "./cmd/rst2openapi")
	cmd.Dir = p.root
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, c := range []struct {
		what, page, failed string
		rule               string
		inputs             map[string]string
	}{
		{what: "good pages"},
		{what: "a page with an error", page: "Emptying Jars\n=============\n\nURI\n---\n\nDELETE /v1/jars/{jar_id}\n\n.. table:: **Table 1** Path Parameters\n\n   ========= ========= ====== ===========\n   Parameter Mandatory Type   Description\n   ========= ========= ====== ===========\n   lid_id    Yes       String Lid\n   ========= ========= ====== ===========\n",
			failed: "Tell whether the pages have errors", rule: "docs/path-parameter-not-in-url"},
		{what: "another folder that is not there", inputs: map[string]string{"path": "doc"}, failed: "Tell whether the pages have errors"},
		{what: "a wrong level", inputs: map[string]string{"level": "loud"}, failed: "Lint"},
	} {
		if c.page != "" {
			p.write("docs/api-ref/source/jars.rst", c.page)
		}
		j, err := newJob(filepath.Join(p.root, ".github", "workflows", "lint-docs.yml"), p.path("docs"), c.inputs)
		if err != nil {
			t.Fatal(err)
		}
		j.skipped = []string{"Install"} // from the network
		failed, err := j.run()
		if err != nil || failed != c.failed {
			t.Errorf("%s: %q failed, %v\n%s", c.what, failed, err, j.log.String())
		}
		if c.inputs != nil {
			continue
		}
		text := p.read("docs/rst2openapi.sarif")
		if !json.Valid([]byte(text)) || !strings.Contains(text, `"2.1.0"`) || c.rule != "" && (!strings.Contains(text, c.rule) || !strings.Contains(text, "api-ref/source/jars.rst")) {
			t.Errorf("%s: not the findings of the pages:\n%.2000s", c.what, text)
		}
	}
}

// TestOfWorkflows: each workflow that others call is run by a test.
func TestOfWorkflows(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(golden.Root(t), ".github", "workflows", "*.yml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		if strings.Contains(string(text), "workflow_call:") && strings.Contains(string(text), "run:") && name != "sync.yml" && name != "lint-docs.yml" {
			t.Errorf("%s is called by others and has shell steps that no test runs", name)
		}
	}
	if len(files) < 2 {
		t.Errorf("only %q", files)
	}
}

// TestRights: a workflow has no rights but those its jobs ask for, never runs with secrets for the code
// of a stranger, puts no text into a script, and calls no action of third parties that could change.
func TestRights(t *testing.T) {
	pinned := regexp.MustCompile(`^(\./|(actions|github)/[^@]+@v\d+$|.+@[0-9a-f]{40}$)`)
	files, err := filepath.Glob(filepath.Join(golden.Root(t), ".github", "workflows", "*.yml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no workflows: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var w struct {
			Permissions map[string]string
			Jobs        map[string]struct {
				Uses        string
				Permissions map[string]string
				Steps       []step
			}
		}
		if err := yaml.Unmarshal(text, &w); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		name := filepath.Base(file)
		if w.Permissions == nil || len(w.Permissions) > 0 {
			t.Errorf("%s does not begin with permissions: {}", name)
		}
		for _, trigger := range []string{"pull_request_target", "workflow_run"} {
			if strings.Contains(string(text), trigger) {
				t.Errorf("%s runs for %s", name, trigger)
			}
		}
		for _, job := range w.Jobs {
			if len(job.Permissions) == 0 {
				t.Errorf("%s has a job that does not say its permissions", name)
			}
			for _, s := range append(job.Steps, step{Uses: job.Uses}) {
				if strings.Contains(s.Run, "${{") {
					t.Errorf("%s: the step %q has an expression in its script", name, s.Name)
				}
				if s.Uses != "" && !pinned.MatchString(s.Uses) {
					t.Errorf("%s uses %s, which can change", name, s.Uses)
				}
			}
		}
	}
}
