package gogen

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// prose is a description without what its page only has for its form: heads such as
// "Definition", and heads that are followed by nothing but "N/A". It is CommonMark, and comes out
// as the text of a Go comment.
func prose(text string) string {
	var out []string
	head, block := "", []string(nil)
	flush := func() {
		if lines := section(head, block); len(lines) > 0 {
			out = append(out, strings.Join(lines, "\n"))
		}
		block = nil
	}
	for line := range strings.Lines(strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))) {
		line = strings.TrimRight(line, "\n")
		if word := bareWord(line); slices.Contains(document.ProseHeads, word) {
			flush()
			head = line
			continue
		}
		block = append(block, line)
	}
	flush()
	return godoc(strings.TrimSpace(strings.Join(out, "\n\n")))
}

// section is what stays of a head and the lines below it.
func section(head string, block []string) []string {
	text := strings.TrimSpace(strings.Join(block, "\n"))
	if text == "" || slices.Contains(document.ProseNothing, bareWord(text)) {
		return nil
	}
	head = strings.TrimRight(strings.Trim(strings.TrimSpace(head), "*"), ":*")
	if head == "" || slices.Contains(document.ProseNames, bareWord(head)) {
		return strings.Split(text, "\n")
	}
	if !strings.Contains(text, "\n") {
		return []string{head + ": " + text}
	}
	return append([]string{head + ":"}, strings.Split(text, "\n")...)
}

// bareWord is a short line as it is compared with words.
func bareWord(line string) string {
	if len(line) > 40 {
		return ""
	}
	return strings.ToLower(strings.Trim(strings.TrimSpace(line), "*:. "))
}
