package git

import (
	"errors"
	"testing"
)

// TestMessage: what git writes into several lines reads as sentences in one.
func TestMessage(t *testing.T) {
	for text, want := range map[string]string{
		"fatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.\n": "Could not read from remote repository. Please make sure you have the correct access rights and the repository exists.",
		"fatal: detected dubious ownership\nTo add an exception for this directory, call:\n\n\tgit config --global\n":                        "detected dubious ownership; To add an exception for this directory, call: git config --global",
		"hint: try again\nerror: a\nfatal: B\n": "a; B",
		"":                                      "exit status 128",
	} {
		if got := message(text, errors.New("exit status 128")); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
