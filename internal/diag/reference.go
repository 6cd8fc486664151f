package diag

import "strings"

// Reference is the catalogue as a Markdown table, for a manual.
func Reference() string {
	var b strings.Builder
	b.WriteString("| rule | level | what is wrong | good | bad |\n|---|---|---|---|---|\n")
	for _, r := range Rules() {
		cells := []string{codeSpan(r.ID), string(r.Level), inCell(r.Purpose), codeSpan(r.Good), codeSpan(r.Bad)}
		b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	return b.String()
}

// codeSpan shows a text in a cell of a Markdown table as it is written.
func codeSpan(s string) string {
	if !strings.Contains(s, "`") {
		return "`" + inCell(s) + "`"
	}
	return "`` " + inCell(s) + " ``" // no example has two backquotes in a row
}

// inCell keeps the bars of a text from ending the cell.
func inCell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
