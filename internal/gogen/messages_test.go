package gogen_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/gogen"
)

// TestMessagesAreShort: a document may have any number of faults and names of any length; a message
// can still be read, and says how much it leaves out.
func TestMessagesAreShort(t *testing.T) {
	long := strings.Repeat("word", 200)
	for name, c := range map[string]struct {
		spec string
		want []string
	}{
		"many faults":      {manyFaults(60), []string{"(line 6)", "; and 55 more"}},
		"few faults":       {manyFaults(3), []string{"(line 6)", "(line 8)", "characters left out"}},
		"long names":       {head + "paths: {}\ncomponents: {schemas: {\"" + long + "_a\": {type: string}, \"" + long + "-a\": {type: string}}}", []string{"characters left out", "#/components/schemas/word"}},
		"a long reference": {head + "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/" + strings.Repeat(long, 10) + "'}}}", []string{"components/schemas/word"}},
	} {
		_, err := gogen.Generate([]byte(c.spec), gogen.Options{Package: "p", Strict: true, Warn: func(text string) {
			if utf8.RuneCountInString(text) > 1600 {
				t.Errorf("%s: a warning of %d characters", name, utf8.RuneCountInString(text))
			}
		}})
		if err == nil || utf8.RuneCountInString(err.Error()) > 1600 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %q does not have %q", name, err, want)
			}
		}
		if name == "few faults" && strings.Contains(err.Error(), "more") {
			t.Errorf("%s: %q", name, err)
		}
	}
}

// manyFaults is a document with examples that are not valid, with long names.
func manyFaults(n int) string {
	out := head + "paths: {}\ncomponents:\n  examples:\n"
	for i := range n {
		out += fmt.Sprintf("    %s%02d: {value: 1, externalValue: b}\n", strings.Repeat("x", 700), i)
	}
	return out
}
