package dialect

import (
	"net/http"
	"slices"
	"strings"
)

// StatusLine is a line of text that names statuses of a response.
type StatusLine struct {
	Codes []int
	Text  string // what the line says of them: "Accepted"
	Named bool   // words say that the numbers are statuses
	Prose bool   // only their names or a sentence say so, which may be about an example
	Colon bool   // only the colon after a number says that it may be one: "204: The box is gone"
}

// statusLabels stand before a status, several in a row too ("Normal: HTTP status code
// 200"). No label is the beginning of one that stands after it.
var statusLabels = []string{
	"returned status code", "http status codes", "http status code", "http return code", "http response code", "status codes", "status code",
	"normal return code", "return code", "returned code", "response codes", "response code", "http code",
	"returned values", "returned value", "return value", "http/1.1", "http/1.0", "http",
	"normal status codes", "normal status code", "normal response codes", "normal response code", "normal responses", "normal response", "normal values", "normal value", "normal",
	"success status code", "successful status code", "success response", "successful response", "success", "status",
	"abnormal status codes", "abnormal status code", "abnormal responses", "abnormal response", "abnormal values", "abnormal value", "abnormal",
}

// statusConditions begin sentences that say which status a successful response has.
var statusConditions = []string{
	"if the operation succeeds,", "if the operation is successful,",
	"if the request succeeds,", "if the request is successful,",
	"if the call succeeds,", "if the call is successful,",
}

// statusVerbs may stand after a named status and say nothing of it.
var statusVerbs = []string{"is returned", "will be returned"}

// ParseStatusLine reads a line of a section of statuses:
//
//	202 Accepted
//	Normal: 200, 202
//	Returned status code 201: the box was made
//	When it worked, 202 Accepted is returned. More in …
//	None (status code 204)
//
// It does not apply to a sentence that only begins with a number ("200 requests a second"),
// on ranges ("200-299"), and on sentences that are about an example.
func ParseStatusLine(line string) (StatusLine, bool) {
	bare := bareLine(line)
	l, ok := parseStatusLine(line, bare)
	if ok && !l.Named || !ok && len(l.Codes) == 0 {
		if codes := statusesAmong(bare); len(codes) > 0 {
			return StatusLine{Codes: codes, Text: l.Text, Named: true, Prose: true}, true
		}
	}
	return l, ok
}

// parseStatusLine is ParseStatusLine for what begins with a status. bare is the line as bareLine gives it.
func parseStatusLine(line, bare string) (StatusLine, bool) {
	var l StatusLine
	s, note := inNote(bare)
	l.Named = note
	for _, c := range statusConditions {
		if rest, ok := cutFold(s, c); ok {
			s, l.Named = strings.TrimSpace(rest), true
			break
		}
	}
	if rest := trimStatusLabels(s); rest != s {
		s, l.Named = rest, true
	} else if codes := saidStatuses(s); len(codes) > 0 {
		return StatusLine{Codes: codes, Named: true}, true
	}
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = s[1 : len(s)-1] // "Successful response (200)"
	}
	for {
		code, rest := statusAt(s)
		if code == 0 {
			return l, false
		}
		l.Codes = append(l.Codes, code)
		s = rest
		more, ok := cutJoin(s)
		if next, _ := statusAt(more); !ok || next == 0 {
			break
		}
		s = more
	}
	var ok bool
	l.Text, ok = statusText(s, l.Named)
	if l.Named && l.Text != "" && startsWithBareStatus(line) && !startsAsStatus(strings.Fields(l.Text), l.Codes[0]) {
		l.Named = false // "Status 201: The lid opens" may be a state of the lid
	}
	if name := http.StatusText(l.Codes[0]); len(l.Codes) == 1 && ok && !l.Named && name != "" && l.Text == name {
		l.Named, l.Prose = true, true // "200 (OK)"
	}
	if first := l.Codes[0]; len(l.Codes) == 1 && ok && !l.Named && first >= 200 && first < 300 && http.StatusText(first) != "" {
		l.Colon = strings.HasPrefix(s, ":")
	}
	return l, ok
}

// saidStatuses are the statuses of a sentence that says what the status code is: "The status code is 204 if it is
// gone and 202 if it still rings." It does not apply to other sentences with a number.
func saidStatuses(s string) []int {
	rest, ok := cutFold(s, "the ")
	if !ok {
		if _, next, more := strings.Cut(s, ". "); more {
			return saidStatuses(strings.TrimSpace(next))
		}
		return nil
	}
	after := trimStatusLabels(rest)
	said, ok := cutFold(after, "is ")
	if after == rest || !ok {
		return nil
	}
	var codes []int
	for words := strings.Fields(said); len(words) > 0; words = words[1:] {
		code, end := statusAt(strings.TrimRight(words[0], ".,;"))
		if end == "" && code != 0 {
			codes = append(codes, code)
		} else if len(codes) == 0 {
			return nil // "The status code is returned in the header"
		}
	}
	return codes
}

// emptyNotes say, before a note in brackets, that a response has no body.
var emptyNotes = words("no body", "no content", "no parameter", "no parameters", "no response body", "no response")

// inNote gives the note after words that say that there is no body, as it tells the status
// that has none: "status code 204" of "None (status code 204)".
func inNote(line string) (text string, ok bool) {
	head, note, ok := strings.Cut(line, "(")
	if !ok || !strings.HasSuffix(strings.TrimRight(note, ". "), ")") {
		return line, false
	}
	if h := fold(head); h == "" || !isEmpty(h) && !emptyNotes[h] {
		return line, false
	}
	return strings.TrimSpace(strings.TrimRight(note, "). ")), true
}

// IsStatusLabel reports whether a line is only what stands before a status: "Normal".
func IsStatusLabel(line string) bool {
	s := bareLine(line)
	return s != "" && trimStatusLabels(s) == "" && !startsWithBareStatus(s)
}

// startsWithBareStatus reports whether a line begins with "status" without "code", which has many meanings.
func startsWithBareStatus(line string) bool {
	rest, ok := cutFold(bareLine(line), "status")
	if !ok || rest != "" && isWordByte(rest[0]) {
		return false
	}
	_, code := cutFold(strings.TrimLeft(rest, " "), "code")
	return !code
}

var bareStatus = strings.NewReplacer("*", "", "`", "", fixedSpace, " ")

// bareLine takes marks, a bullet and odd spaces away.
func bareLine(s string) string {
	s = Narrow(s)
	if strings.ContainsAny(s, "*`"+fixedSpace) {
		s = bareStatus.Replace(s)
	}
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s), strings.TrimSpace(Bullet)))
}

// cutFold cuts a prefix off, whatever the case of its letters.
func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func trimStatusLabels(s string) string {
	for {
		was := s
		for _, label := range statusLabels {
			if rest, ok := cutFold(s, label); ok && (rest == "" || !isWordByte(rest[0])) {
				s = strings.TrimLeft(rest, " :=")
				break
			}
		}
		if s == was {
			return s
		}
	}
}

// statusAt reads the status that s begins with, 0 where there is none.
func statusAt(s string) (code int, rest string) {
	if len(s) < 3 || len(s) > 3 && isWordByte(s[3]) {
		return 0, s
	}
	for i := range 3 {
		if !isDigit(s[i]) {
			return 0, s
		}
		code = code*10 + int(s[i]-'0')
	}
	if code < 100 || code > 599 {
		return 0, s
	}
	return code, s[3:]
}

// cutJoin cuts what joins two statuses of a list.
func cutJoin(s string) (string, bool) {
	t := strings.TrimLeft(s, " ")
	for _, join := range []string{", and ", ", or ", ",", "/", ";", "、", "and ", "or "} {
		if rest, ok := strings.CutPrefix(t, join); ok {
			return strings.TrimLeft(rest, " "), true
		}
	}
	return s, false
}

// statusText reads what stands after the statuses of a line. Words that nothing parts from
// the number must begin with a capital, as the names of statuses do.
func statusText(s string, named bool) (string, bool) {
	t := strings.TrimLeft(s, " ")
	if t == "" {
		return "", true
	}
	for _, sep := range []string{":", ".", ",", ";", "--", "- ", "–", "—"} {
		if rest, ok := strings.CutPrefix(t, sep); ok {
			rest = strings.TrimSpace(rest)
			return rest, sep != "." || rest == "" || !isDigit(rest[0])
		}
	}
	if t[0] == '(' {
		return strings.TrimSpace(strings.TrimSuffix(t[1:], ")")), true
	}
	for _, verb := range statusVerbs {
		head, tail, found := strings.Cut(t, verb)
		if found && named && !slices.ContainsFunc(strings.FieldsFunc(tail, isBetweenWords), func(w string) bool { return elsewhereWords[strings.TrimRight(w, ".")] }) {
			return strings.TrimSpace(head), true
		}
	}
	return t, t[0] >= 'A' && t[0] <= 'Z'
}

// IsDefaultStatus reports whether a cell of statuses stands for all that are not listed, as the
// word does in OpenAPI.
func IsDefaultStatus(cell string) bool { return strings.EqualFold(bareLine(cell), "default") }
