package gogen

import (
	"strings"
	"unicode"
)

// comment turns paragraphs into lines of a Go comment, each beginning with "//". The
// texts come from the document and may hold anything; what leaves here cannot end the
// comment, be a directive or a build constraint, or hide text by changing its direction.
func comment(paragraphs ...string) string {
	var lines []string
	for _, paragraph := range paragraphs {
		paragraph = strings.Trim(strings.TrimRight(paragraph, " \t\r\n"), "\r\n")
		if paragraph == "" {
			continue
		}
		if len(lines) > 0 {
			lines = append(lines, "//")
		}
		for line := range strings.SplitSeq(strings.ReplaceAll(paragraph, "\r\n", "\n"), "\n") {
			indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
			line = printable(line)
			// gofmt moves lines that look like old build constraints.
			line = strings.ReplaceAll(line, "+build", "+ build")
			if line != "" && indent != "" {
				line = commentIndent(indent) + line
			}
			if !strings.HasPrefix(line, "\t") {
				line = " " + line
			}
			lines = append(lines, strings.TrimRight("//"+line, " "))
		}
	}
	return strings.Join(lines, "\n")
}

// commentIndent is the white space before a line of a list or of code, as gofmt writes it.
func commentIndent(indent string) string {
	if indent[0] == '\t' {
		return indent
	}
	return indent[:min(len(indent), len("    "))]
}

// printable is text on one line without control and formatting characters.
func printable(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r) || unicode.In(r, unicode.Cf) || r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text))
}

// oneLine is the text of err on one line, so that each failure is one line.
func oneLine(err error) string { return printable(err.Error()) }

// sourceLine is the paragraph that cites the documentation page.
func sourceLine(source string) string {
	if source == "" {
		return ""
	}
	return "Source: " + printable(source)
}
