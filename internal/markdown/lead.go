package markdown

import "strings"

// Lead gives the first block of a text that this package wrote, "" where that is not a paragraph.
func Lead(text string) string {
	block, _, _ := strings.Cut(text, "\n\n")
	for _, mark := range []string{"- ", "> ", "```", "|"} {
		if strings.HasPrefix(block, mark) {
			return ""
		}
	}
	digits := len(block) - len(strings.TrimLeft(block, "0123456789"))
	if rest := block[digits:]; digits > 0 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return ""
	}
	return block
}
