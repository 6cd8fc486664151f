package sdk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/sdk/internal/errorbody"
)

var requestHeaders = []string{
	"X-Request-Id", "X-Openstack-Request-Id", "X-Compute-Request-Id", "X-Obs-Request-Id", "X-Amz-Request-Id", "X-Trans-Id",
}

// requestID is what the headers tell.
func requestID(header http.Header) string {
	for _, name := range requestHeaders {
		if value := header.Get(name); value != "" {
			return clean(value, maxCode)
		}
	}
	return ""
}

// description is what the body of an error tells.
type description struct {
	status                       string // of the response: a code that is the same tells nothing
	summary                      string // the words of a status in place of a message, where nothing says more
	code, message, request, kind string
	problems                     []string
}

// describe reads the body of an error by its look, as content types are often wrong there.
func describe(status int, contentType string, body []byte) description {
	body = bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\ufeff")))
	d := description{status: strconv.Itoa(status)}
	switch {
	case len(body) == 0:
	case body[0] == '{' && d.json(body, 3):
	case body[0] == '<' && !isHTML(contentType, body) && d.xml(body):
	case isHTML(contentType, body):
		d.message = htmlTitle(string(body))
	case !utf8.Valid(body) || bytes.IndexByte(body, 0) >= 0: // binary
	case body[0] != '{' && body[0] != '[' && body[0] != '<':
		d.message = string(body[:min(len(body), 8*maxText)])
	}
	d.message = cmp.Or(d.message, d.summary)
	return d
}

// json reads an object, and the objects in it to some depth.
func (d *description) json(text []byte, depth int) bool {
	var members map[string]json.RawMessage
	if depth == 0 || json.Unmarshal(text, &members) != nil {
		return false
	}
	take(&d.request, members, errorbody.RequestNames)
	d.takeMessage(members, errorbody.MessageNames)
	d.takeCode(members)
	if d.kind == "" && len(members["type"]) > 0 && members["type"][0] == '"' {
		if d.kind = scalarText(members["type"]); d.kind == noKind {
			d.kind = ""
		}
	}
	d.wrappers(members, depth)
	d.takeProblems(members["errors"])
	// {"itemNotFound": {"message": …, "code": 404}}: the one member that is an object.
	if d.message == "" && d.summary == "" && len(members) == 1 {
		for name, value := range members {
			if d.code == "" || len(value) > 0 && value[0] != '"' { // a code is not a message
				d.wrapped(value, depth)
			}
			if d.code == "" && (d.message != "" || d.summary != "") {
				d.code = name
			}
		}
	}
	return d.message != "" || d.summary != "" || d.code != ""
}

// wrappers reads the members that hold the rest. An object in one of them says more than a title
// beside it, and a title more than a list of single problems or a text.
//
//	{"code": 400, "title": "Bad Request", "error": {"message": "The template has no version."}}
func (d *description) wrappers(members map[string]json.RawMessage, depth int) {
	holds := func(name string) bool {
		value := members[name]
		return len(value) > 0 && value[0] == '{' && name != "errors"
	}
	for _, name := range errorbody.WrapperNames {
		if holds(name) {
			d.wrapped(members[name], depth)
		}
	}
	d.takeMessage(members, errorbody.SummaryNames)
	for _, name := range errorbody.WrapperNames {
		if !holds(name) && (name != "errors" || d.summary == "") {
			d.wrapped(members[name], depth)
		}
	}
}

// takeMessage takes the first message that says more than a status does, and remembers one that
// does not.
func (d *description) takeMessage(members map[string]json.RawMessage, names []string) {
	for _, name := range names {
		if d.message != "" {
			return
		}
		d.putMessage(scalarText(members[name]))
	}
}

func (d *description) putMessage(text string) {
	switch {
	case text == "" || d.message != "":
	case !wordsOfStatus(text):
		d.message = text
	case d.summary == "":
		d.summary = text
	}
}

// wordsOfStatus reports whether a text is only that of a status of HTTP for errors, in any way of
// writing: "Bad Request", "404 Not Found", "INTERNAL_SERVER_ERROR".
func wordsOfStatus(text string) bool {
	const longest = 60
	if len(text) > longest {
		return false
	}
	letters := onlyLetters(text)
	for status := http.StatusBadRequest; status < 600; status++ {
		if known := http.StatusText(status); known != "" && onlyLetters(known) == letters {
			return true
		}
	}
	return false
}

func onlyLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// noKind is the type of a problem that has none (RFC 9457, section 4.2.1).
const noKind = "about:blank"

// takeCode takes the first code that says more than the status.
func (d *description) takeCode(members map[string]json.RawMessage) {
	for _, name := range errorbody.CodeNames {
		if text := scalarText(members[name]); d.code == "" && text != d.status && text != noKind {
			d.code = text
		}
	}
}

// takeProblems takes what a body lists beside its message.
func (d *description) takeProblems(list json.RawMessage) {
	var p problems
	p.gather("", list, maxProblemDepth)
	for _, text := range p.texts {
		if text != d.message && !slices.Contains(d.problems, text) && len(d.problems) < maxProblems {
			d.problems = append(d.problems, text)
		}
	}
}

// wrapped reads an object, the first item of a list, or a text.
func (d *description) wrapped(value json.RawMessage, depth int) {
	if len(value) == 0 {
		return
	}
	switch value[0] {
	case '{':
		d.json(value, depth-1)
	case '[':
		if items := firstItems(value, 1); len(items) > 0 && depth > 0 {
			d.wrapped(items[0], depth-1)
		}
	case '"':
		text := scalarText(value)
		switch {
		case d.message == "":
			d.putMessage(text)
		case d.code == "" && !strings.Contains(text, " "): // {"error": "invalid_grant", …}, not "Not Found"
			d.code = text
		}
	}
}

// take sets what is not known yet to the first of these members that has a text or number.
func take(into *string, members map[string]json.RawMessage, names []string) {
	for _, name := range names {
		if *into != "" {
			return
		}
		*into = scalarText(members[name])
	}
}

// scalarText is a string or a number of JSON as a text.
func scalarText(value json.RawMessage) string {
	if len(value) == 0 {
		return ""
	}
	if value[0] == '"' {
		var text string
		if json.Unmarshal(value, &text) != nil {
			return ""
		}
		return text
	}
	if value[0] == '-' || value[0] >= '0' && value[0] <= '9' {
		return string(value)
	}
	return ""
}

// xml reads the elements with a known name, wherever they are.
func (d *description) xml(body []byte) bool {
	decoder := xml.NewDecoder(bytes.NewReader(body))
	name := ""
	for {
		token, err := decoder.Token()
		if err != nil {
			return d.message != "" || d.summary != "" || d.code != ""
		}
		switch t := token.(type) {
		case xml.StartElement:
			name = t.Name.Local
		case xml.EndElement:
			name = ""
		case xml.CharData:
			text := strings.TrimSpace(string(t))
			same := func(known string) bool { return strings.EqualFold(known, name) }
			if name == "" || text == "" {
				continue
			}
			if d.request == "" && slices.ContainsFunc(errorbody.RequestNames, same) {
				d.request = text
			}
			switch {
			case text == d.status:
			case slices.ContainsFunc(errorbody.MessageNames, same):
				d.putMessage(text)
			case slices.ContainsFunc(errorbody.SummaryNames, same):
				d.summary = cmp.Or(d.summary, text)
			case d.code == "" && slices.ContainsFunc(errorbody.CodeNames, same):
				d.code = text
			}
		}
	}
}
