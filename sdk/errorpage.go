package sdk

import (
	"html"
	"strings"
)

// isHTML reports whether a body is a page, by its header or its look.
func isHTML(contentType string, body []byte) bool {
	if len(body) == 0 || body[0] != '<' {
		return false
	}
	start := strings.ToLower(string(body[:min(len(body), 100)]))
	return strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") ||
		strings.HasPrefix(strings.ToLower(contentType), "text/html") && strings.HasPrefix(start, "<")
}

// htmlTitle is the title of a page, or the beginning of its text.
func htmlTitle(page string) string {
	page = page[:min(len(page), 64<<10)]
	if title := between(page, "title"); clean(title, 1) != "" {
		return html.UnescapeString(title)
	}
	for _, name := range []string{"script", "style"} {
		page = strings.ReplaceAll(page, between(page, name), "")
	}
	var b strings.Builder
	for page != "" && b.Len() < 8*maxText {
		text, rest, _ := strings.Cut(page, "<")
		b.WriteString(text + " ")
		_, page, _ = strings.Cut(rest, ">")
	}
	return clean(html.UnescapeString(b.String()), 200)
}

// between is what stands in the first element of this name.
func between(page, name string) string {
	lower := strings.ToLower(page)
	if len(lower) != len(page) {
		return "" // other lengths of other scripts; the places would not fit
	}
	start := strings.Index(lower, "<"+name)
	if start < 0 {
		return ""
	}
	open := strings.IndexByte(lower[start:], '>')
	if open < 0 {
		return ""
	}
	start += open + 1
	end := strings.Index(lower[start:], "</"+name)
	if end < 0 {
		return ""
	}
	return page[start : start+end]
}
