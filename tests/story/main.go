// Command story tells what a user of the tools does from the first day on, and does it: an empty module,
// a repository of documentation with a history, and no network. It prints each command as it was
// typed, and what it said. "make story" runs it; a test holds the README to what it prints.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "story:", err)
		os.Exit(1)
	}
}

// run tells the story in a folder that is removed again. The checkout is the folder in which it
// runs, or one above it.
func run(out io.Writer) (err error) {
	root, err := filepath.Abs(".")
	if err != nil {
		return err
	}
	for ; ; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, "cmd", "rst2openapi")); err == nil {
			break
		}
		if root == filepath.Dir(root) {
			return errors.New("run it inside of the checkout")
		}
	}
	dir, err := os.MkdirTemp("", "story-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := fetch(root); err != nil {
		return err
	}
	return (&teller{out: out, root: root, dir: dir}).tell()
}

// fetch makes the module cache hold all that "go mod tidy" of a user looks at, where it does not yet:
// a build does without the tests of other modules, tidy does not. The story itself has no network.
func fetch(root string) error {
	cmd := exec.Command("go", "mod", "tidy", "-diff")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go mod tidy -diff: %w\n%s", err, out)
	}
	return nil
}

// teller runs commands and prints them.
type teller struct {
	out       io.Writer
	root, dir string // the checkout; what the story is about
}

// docs and user are the two repositories of the story.
func (t *teller) docs() string { return filepath.Join(t.dir, "vault-docs") }
func (t *teller) user() string { return filepath.Join(t.dir, "provider") }

// tell is the story. Steps that it does not print belong to other people, or are git's.
func (t *teller) tell() error {
	return t.all(
		t.writeDocs, t.writeModule,
		t.say("An empty module takes the tool, and names its docs."),
		t.typed("go get -tool github.com/rst2openapi/rst2openapi/cmd/rst2openapi"),
		t.typed("go tool rst2openapi init ../vault-docs"),
		t.typed("go tool rst2openapi sync"),
		t.typed("go mod tidy"),
		t.writeProgram,
		t.typed("go generate ./..."),
		t.typed("go run ."),
		t.commitUser("Use the vaults"),

		t.say("The docs change: a page gets another title."),
		t.edit("Give the page a better title", "filling_a_vault.rst", "Filling a Vault\n===============", "Putting a Copy into a Vault\n==========================="),
		t.typed("go tool rst2openapi sync --check"),
		t.typed("go tool rst2openapi sync --update"),
		t.typed("git diff --stat"),
		t.typed("go run ."),
		t.commitUser("Follow the docs"),

		t.say("The docs change again: a name may be shorter, and a copy has a label."),
		t.edit("Shorten names", "filling_a_vault.rst", "Maximum: **64**", "Maximum: **32**"),
		t.edit("Add labels", "filling_a_vault.rst", fullRow, labelRow+fullRow),
		t.typed("go tool rst2openapi sync --update --report report.md"),
		t.typed("cat report.md"),
		t.typed("go run ."),
	)
}

const (
	fullRow  = "   | full      | No        | Boolean          | Whether everything is stored anew             |\n"
	labelRow = "   | label     | No        | String           | A word to find the copy by                    |\n" +
		"   +-----------+-----------+------------------+-----------------------------------------------+\n"
)

// all runs steps until one fails.
func (t *teller) all(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (t *teller) say(text string) func() error {
	return func() error {
		_, err := fmt.Fprintf(t.out, "\n# %s\n", text)
		return err
	}
}

// typed is a command that the user types in the module. The lines in which go tells what it adds to
// go.mod are not printed.
func (t *teller) typed(line string) func() error {
	return func() error {
		if _, err := fmt.Fprintf(t.out, "$ %s\n", line); err != nil {
			return err
		}
		text, err := t.command(t.user(), strings.Fields(line)...)
		for said := range strings.Lines(text) {
			if strings.HasPrefix(said, "go: ") && err == nil {
				continue
			}
			if _, err := io.WriteString(t.out, said); err != nil {
				return err
			}
		}
		if err != nil {
			return fmt.Errorf("%s: %w", line, err)
		}
		return nil
	}
}

// command runs a command without network, with a cache of the story's own and with nothing of who
// runs it: the same commits get the same ids everywhere.
func (t *teller) command(dir string, args ...string) (string, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod -trimpath", "GOPROXY=off", "GONOSUMDB=*", "GOWORK=off", "GOTOOLCHAIN=local",
		"XDG_CACHE_HOME="+filepath.Join(t.dir, "cache"), "GOCACHE="+t.goCache(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_AUTHOR_DATE=2024-05-31T12:00:00Z",
		"GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org", "GIT_COMMITTER_DATE=2024-05-31T12:00:00Z")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// goCache is the build cache of who runs the story: without it, all is compiled anew.
func (t *teller) goCache() string {
	out, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		return filepath.Join(t.dir, "build")
	}
	return strings.TrimSpace(string(out))
}
