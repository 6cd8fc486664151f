package completion

import (
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const help = `usage:
  tool make SRC... -o FILE   make it
  tool make --all DIR        make all
  tool show                  show it
  tool version               which build this is

flag of all commands but nothing, version and show:
  --profile NAME    what is known

flags of make and show:
  --both            two have it

flags of make:
  -o FILE           the output, or
                    - nothing
  --a FILE, --b FILE  two of them

flags of show, whose words are many:
  --format text|json  how
  --quick           soon

exit codes: 0 done
`

func TestFromHelp(t *testing.T) {
	got := FromHelp("tool", help)
	for command, want := range map[string][]string{
		"make": {"--profile", "--both", "-o", "--a", "--b"}, "show": {"--both", "--format", "--quick"}, "version": nil,
	} {
		if !slices.Equal(got[command], want) {
			t.Errorf("%s has %q, want %q", command, got[command], want)
		}
	}
	if len(got) != 3 {
		t.Errorf("the commands are %v", slices.Sorted(maps.Keys(got)))
	}
	if plain := FromHelp("gen", "usage: gen\n\n  --spec FILE     the document\n  -h, --help      print this\n"); !slices.Equal(plain[""], []string{"--spec", "-h", "--help"}) {
		t.Errorf("a program without commands has %q", plain)
	}
}

func TestSection(t *testing.T) {
	const show = `usage:
  tool show                  show it

flags of show, whose words are many:
  --format text|json  how
  --quick           soon

flags of make and show:
  --both            two have it

exit codes: 0 done
`
	if got := Section("tool", help, "show"); got != show {
		t.Errorf("show has\n%s", got)
	}
	if got := Section("tool", help, "make"); strings.Contains(got, "--quick") || strings.Count(got, "tool make") != 2 || !strings.Contains(got, "--profile") {
		t.Errorf("make has\n%s", got)
	}
	if got := Section("tool", help, "brew"); got != help {
		t.Errorf("a command that there is not has\n%s", got)
	}
}

// TestBash asks a real bash what it completes.
func TestBash(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash here")
	}
	script, _ := Script("bash", "tool", FromHelp("tool", help))
	for line, want := range map[string]string{
		"tool ":           "make show version",
		"tool s":          "show",
		"tool make --":    "--profile --both --a --b",
		"tool show --f":   "--format",
		"tool version --": "",
	} {
		words := strings.Split(line, " ")
		ask := script + "COMP_WORDS=("
		for _, w := range words {
			ask += "'" + w + "' "
		}
		ask += ")\nCOMP_CWORD=" + string(rune('0'+len(words)-1)) + "\n_tool\necho \"${COMPREPLY[*]}\"\n"
		out, err := exec.Command(bash, "-c", ask).CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != want {
			t.Errorf("%q is completed with %q, want %q: %v", line, got, want, err)
		}
	}
}

func TestScripts(t *testing.T) {
	for _, shell := range Shells {
		text, ok := Script(shell, "tool", FromHelp("tool", help))
		if !ok || !strings.Contains(text, "show") || !strings.Contains(text, "quick") {
			t.Errorf("%s: %s", shell, text)
		}
	}
	if _, ok := Script("csh", "tool", nil); ok {
		t.Error("there is a script for a shell that is not known")
	}
}
