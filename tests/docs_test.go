package tests

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/sample"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/sdk"
)

// manuals are the texts for users, by their paths in the project.
func manuals(t *testing.T) map[string]string {
	t.Helper()
	root := golden.Root(t)
	files, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no text for users: %v", err)
	}
	out := map[string]string{}
	for _, file := range append(files, filepath.Join(root, "README.md"), filepath.Join(root, "CONTRIBUTING.md")) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.ToSlash(name)] = string(text)
	}
	return out
}

// TestGlossary: internal/README.md explains twenty words at most, each once.
func TestGlossary(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(golden.Root(t), "internal", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "\n| word | means |\n|---|---|\n")
	rows, _, ok := strings.Cut(rest, "\n\n")
	var words []string
	for row := range strings.SplitSeq(rows, "\n") {
		words = append(words, strings.TrimSpace(strings.SplitN(row, "|", 3)[1]))
	}
	slices.Sort(words)
	if !ok || len(words) > 20 || len(slices.Compact(slices.Clone(words))) < len(words) {
		t.Errorf("%d words: %q", len(words), words)
	}
}

var (
	commandBlock = regexp.MustCompile("(?:<!-- (.*) -->\n\n?)?```(sh|console)\n((?s:.*?)\n)```")
	link         = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	headline     = regexp.MustCompile(`(?m)^#+ (.*)$`)
	notInAnchor  = regexp.MustCompile(`[^a-z0-9 _-]`)
)

// TestCommandBlocks runs every block of commands in the texts for users. The comment before a block
// says in which folder ("run: pages"), or why it does not run here.
func TestCommandBlocks(t *testing.T) {
	bin := buildCommands(t)
	for name, text := range manuals(t) {
		for _, m := range commandBlock.FindAllStringSubmatch(text, -1) {
			how, what, _ := strings.Cut(m[1], ":")
			switch {
			case how == "run":
				t.Run(name+" "+strings.SplitN(m[3], "\n", 2)[0], func(t *testing.T) {
					runBlock(t, bin, stage(t, bin, strings.TrimSpace(what)), m[3], m[2] == "console")
				})
			case how == "not run" && strings.TrimSpace(what) != "", how == "story" && what == "begin":
			default:
				t.Errorf("%s: nothing says how this block runs:\n%s", name, m[3])
			}
		}
	}
}

// buildCommands builds both commands into a folder.
func buildCommands(t *testing.T) string {
	t.Helper()
	bin := t.TempDir()
	cmd := exec.Command("go", "build", "-o", bin, "./cmd/rst2openapi", "./cmd/gen")
	cmd.Dir = golden.Root(t)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

// stage makes the folder that a block of commands is run in.
func stage(t *testing.T, bin, name string) string {
	t.Helper()
	dir, root := t.TempDir(), golden.Root(t)
	copied := func(from, to string) {
		t.Helper()
		if err := os.CopyFS(filepath.Join(dir, to), os.DirFS(filepath.Join(root, from))); err != nil {
			t.Fatal(err)
		}
	}
	switch name {
	case "pages": // the pages of the sample, and the same where a name must be shorter
		copied("tests/sample/pages", "docs")
		copied("tests/sample/pages", "docs-new")
		file := filepath.Join(dir, "docs-new", "vault_apis", "filling_a_vault.rst")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		shorter := strings.Replace(string(text), "Maximum: **64**", "Maximum: **32**", 1)
		if err := os.WriteFile(file, []byte(shorter), 0o644); err != nil || shorter == string(text) {
			t.Fatalf("the page is not edited: %v", err)
		}
	case "release": // the documents of this project, and an earlier release of them
		copied("spec", "spec")
		text, err := os.ReadFile(filepath.Join(root, "rst2openapi.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "rst2openapi.yaml"), text, 0o644); err != nil {
			t.Fatal(err)
		}
		runBlock(t, bin, dir, "rst2openapi release spec -o out/last\n", false)
	default:
		t.Fatalf("there is no folder %q to run in", name)
	}
	return dir
}

// runBlock runs the lines of a block. Of a console, lines after "$ " are commands and the others are
// what these print, where "…" stands for any lines.
func runBlock(t *testing.T, bin, dir, block string, console bool) {
	t.Helper()
	var command string
	var want []string
	check := func() {
		if command == "" {
			return
		}
		got := runLine(t, bin, dir, command)
		if console && !fits(strings.Split(strings.TrimSuffix(got, "\n"), "\n"), want) {
			t.Errorf("%s prints\n%s", command, got)
		}
	}
	for line := range strings.Lines(strings.TrimSuffix(block, "\n")) {
		line = strings.TrimSuffix(line, "\n")
		if next, ok := strings.CutPrefix(line, "$ "); ok || !console {
			check()
			command, want = next, nil
			if !console {
				command = line
			}
			continue
		}
		want = append(want, line)
	}
	check()
}

func runLine(t *testing.T, bin, dir, line string) string {
	t.Helper()
	words := strings.Fields(line)
	if !slices.Contains([]string{"rst2openapi", "gen"}, words[0]) {
		t.Fatalf("%s is not a command of this project", words[0])
	}
	cmd := exec.Command(filepath.Join(bin, words[0]), words[1:]...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", line, err, out)
	}
	return string(out)
}

// fits reports whether lines are what is shown of them.
func fits(lines, shown []string) bool {
	if len(shown) == 0 {
		return len(lines) == 0
	}
	if shown[0] == "…" {
		return fits(lines, shown[1:]) || len(lines) > 0 && fits(lines[1:], shown)
	}
	return len(lines) > 0 && lines[0] == shown[0] && fits(lines[1:], shown[1:])
}

// TestLinks follows the links of the texts for users inside of the project.
func TestLinks(t *testing.T) {
	root := golden.Root(t)
	anchors := map[string]func() []string{}
	of := func(file string) []string {
		if anchors[file] == nil {
			anchors[file] = sync.OnceValue(func() []string { return anchorsOf(t, file) })
		}
		return anchors[file]()
	}
	for name, text := range manuals(t) {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			target, anchor, _ := strings.Cut(m[1], "#")
			file := filepath.Join(root, filepath.Dir(name), target)
			if target == "" {
				file = filepath.Join(root, name)
			}
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%s links %s, which does not exist", name, m[1])
			} else if anchor != "" && !slices.Contains(of(file), anchor) {
				t.Errorf("%s links %s, which has no such section", name, m[1])
			}
		}
	}
}

// TestNamedTests holds that the tests that a text for users names are there: "`folder` TestX TestY".
func TestNamedTests(t *testing.T) {
	named := regexp.MustCompile("`([a-z0-9/]+)`((?: (?:Test|Fuzz)[A-Z]\\w*)+)")
	found := 0
	for name, text := range manuals(t) {
		for _, m := range named.FindAllStringSubmatch(text, -1) {
			files, err := filepath.Glob(filepath.Join(golden.Root(t), filepath.FromSlash(m[1]), "*_test.go"))
			if err != nil {
				t.Fatal(err)
			}
			var code strings.Builder
			for _, file := range files {
				part, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				code.Write(part)
			}
			for _, test := range strings.Fields(m[2]) {
				found++
				if !strings.Contains(code.String(), "\nfunc "+test+"(") {
					t.Errorf("%s names %s of %s, which does not exist", name, test, m[1])
				}
			}
		}
	}
	if found == 0 {
		t.Error("no text names a test")
	}
}

// anchorsOf are the names that code hosts give to the headlines of a text.
func anchorsOf(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range headline.FindAllStringSubmatch(string(text), -1) {
		plain := notInAnchor.ReplaceAllString(strings.ToLower(m[1]), "")
		out = append(out, strings.ReplaceAll(plain, " ", "-"))
	}
	return out
}

// TestFirstScreen holds what the README shows first: what becomes of a row in the document, and what
// the client says of a value that breaks it.
func TestFirstScreen(t *testing.T) {
	text := manuals(t)["README.md"]
	_, rest, ok := strings.Cut(text, "```yaml\n")
	shown, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatal("the README shows no part of a document")
	}
	spec, err := os.ReadFile(filepath.Join(golden.Root(t), "spec", "sample.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	indented := "        " + strings.ReplaceAll(strings.TrimSuffix(shown, "\n"), "\n", "\n        ") + "\n"
	if !strings.Contains(string(spec), indented) {
		t.Errorf("spec/sample.yaml does not have\n%s", indented)
	}
	client, err := sample.New(context.Background(), sdk.NoAuth(), sdk.WithEndpoint("http://127.0.0.1:0"), sdk.WithProjectID("p"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = client.FillVault(context.Background(), "v-1", sample.FillVaultRequestBody{Copy: sample.CopySpec{Name: "my copy"}})
	if err == nil || !strings.Contains(text, fmt.Sprintf("\n// %s\n", err)) {
		t.Errorf("the README does not show the error\n%v", err)
	}
}
