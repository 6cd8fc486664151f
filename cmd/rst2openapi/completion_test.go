package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/cmd/internal/completion"
)

// TestCompletion prints a script for each shell, with the commands and flags that there are.
func TestCompletion(t *testing.T) {
	for shell, want := range map[string]string{"bash": "release) words='-o --config --since --base --with'", "zsh": "#compdef rst2openapi", "fish": "convert' -l profile"} {
		var stdout, stderr strings.Builder
		if code := run([]string{"completion", shell}, &stdout, &stderr); code != exitOK || !strings.Contains(stdout.String(), want) {
			t.Errorf("%s: exit code %d\n%s%s", shell, code, stdout.String(), stderr.String())
		}
	}
	var stdout, stderr strings.Builder
	if code := run([]string{"completion", "csh"}, &stdout, &stderr); code != exitUsage || !strings.Contains(stderr.String(), "bash, zsh, fish") {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
}

// TestFlagsOfHelp: what the help says of a command are the flags that it takes, each and no other.
func TestFlagsOfHelp(t *testing.T) {
	t.Chdir(t.TempDir())
	words := completion.FromHelp("rst2openapi", usage)
	var all []string
	for _, flags := range words {
		all = append(all, flags...)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	for name, flags := range words {
		if slices.Contains([]string{"completion", "version", "help"}, name) {
			continue
		}
		for _, flag := range all {
			_, _, stderr := command(name, flag)
			if taken := !strings.Contains(stderr, "not defined"); taken != slices.Contains(flags, flag) {
				t.Errorf("%s %s: it is taken: %v, in the help: %v", name, flag, taken, !taken)
			}
		}
	}
}

// TestHelpOfCommands: -h of a command tells of this command.
func TestHelpOfCommands(t *testing.T) {
	for name := range completion.FromHelp("rst2openapi", usage) {
		if name == "version" {
			continue
		}
		code, stdout, stderr := command(name, "-h")
		if code != exitOK || stderr != "" || !strings.Contains(stdout, "  rst2openapi "+name) || !strings.Contains(stdout, "exit codes:") {
			t.Errorf("%s -h: %d %s%s", name, code, stdout, stderr)
		}
		if whole := stdout == usage; whole != (name == "help") {
			t.Errorf("%s -h tells of all commands: %v", name, whole)
		}
	}
}
