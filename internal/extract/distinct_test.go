package extract

import (
	"strings"
	"testing"
)

// TestDistinct: a line with real values beside one with placeholders is its example, a line that may be
// one is told, and each other line defines an operation.
func TestDistinct(t *testing.T) {
	for _, c := range []struct{ lines, want, guessed string }{
		{"GET /jars/{id}, GET /jars/7", "GET /jars/{id}", ""},
		{"GET /jars/7, GET /jars/{id}", "GET /jars/{id}", ""},
		{"GET /tubs, GET /jars/{id}, GET /jars/Oak-2", "GET /tubs, GET /jars/{id}", ""},
		{"GET /{shelf}/jars/{id}, GET /oak/jars/7x", "GET /{shelf}/jars/{id}", ""},
		{"GET /jars/{id}, GET /jars/{jar_id}", "GET /jars/{id}", ""},
		{"GET /jars/{id}, PUT /jars/{id}", "GET /jars/{id}, PUT /jars/{id}", ""},
		// which may be examples
		{"GET /jars/{id}, GET /jars/open", "GET /jars/{id}", "GET /jars/open"},
		{"POST /jars/{id}, POST /jars/batch-delete", "POST /jars/{id}", "POST /jars/batch-delete"},
		{"POST /jars/{id}, POST /jars/batchDelete", "POST /jars/{id}", "POST /jars/batchDelete"},
		{"GET /jars/{id}, DELETE /jars/7", "GET /jars/{id}", "DELETE /jars/7"},
		{"GET /{shelf}/jars/{id}, GET /0123456789abcdef/jar/x", "GET /{shelf}/jars/{id}", "GET /0123456789abcdef/jar/x"},
		// further operations
		{"GET /{shelf}/jars, GET /jars", "GET /{shelf}/jars, GET /jars", ""},
		{"GET /jars/{id}, DELETE /jars/oak", "GET /jars/{id}, DELETE /jars/oak", ""},
		{"GET /v1/jars/{id}, GET /v1/jars", "GET /v1/jars/{id}, GET /v1/jars", ""},
		{"GET /jars, GET /jars/7", "GET /jars, GET /jars/7", ""},
	} {
		var all []requestLine
		for line := range strings.SplitSeq(c.lines, ", ") {
			method, url, _ := strings.Cut(line, " ")
			all = append(all, requestLine{method: method, url: url})
		}
		got, guessed := distinct(all, func(requestLine) bool { return true })
		if got, guessed := joinLines(got), joinLines(guessed); got != c.want || guessed != c.guessed {
			t.Errorf("%s: %s, perhaps %s; want %s, perhaps %s", c.lines, got, guessed, c.want, c.guessed)
		}
	}
}

func joinLines(lines []requestLine) string {
	var out []string
	for _, l := range lines {
		out = append(out, l.method+" "+l.url)
	}
	return strings.Join(out, ", ")
}
