package main

import (
	"strings"
	"testing"
)

// TestCompletion prints a script for each shell, with the commands and flags that there are.
func TestCompletion(t *testing.T) {
	for shell, want := range map[string]string{"bash": "release) words='-o --config --since --with'", "zsh": "#compdef rst2openapi", "fish": "convert' -l profile"} {
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
