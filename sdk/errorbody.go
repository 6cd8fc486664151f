package sdk

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"html"
	"net/http"
	"slices"
	"strconv"
	"strings"
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
	return d
}

// json reads an object, and the objects in it to some depth.
func (d *description) json(text []byte, depth int) bool {
	var members map[string]json.RawMessage
	if depth == 0 || json.Unmarshal(text, &members) != nil {
		return false
	}
	take(&d.request, members, errorbody.RequestNames)
	take(&d.message, members, errorbody.MessageNames)
	d.takeCode(members)
	if d.kind == "" && len(members["type"]) > 0 && members["type"][0] == '"' {
		if d.kind = scalarText(members["type"]); d.kind == noKind {
			d.kind = ""
		}
	}
	for _, name := range errorbody.WrapperNames {
		d.wrapped(members[name], depth)
	}
	d.takeProblems(members["errors"])
	// {"itemNotFound": {"message": …, "code": 404}}: the one member that is an object.
	if d.message == "" && len(members) == 1 {
		for name, value := range members {
			d.wrapped(value, depth)
			if d.message != "" && d.code == "" {
				d.code = name
			}
		}
	}
	return d.message != "" || d.code != ""
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
			d.message = text
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
			return d.message != "" || d.code != ""
		}
		switch t := token.(type) {
		case xml.StartElement:
			name = t.Name.Local
		case xml.EndElement:
			name = ""
		case xml.CharData:
			text := strings.TrimSpace(string(t))
			same := func(known string) bool { return strings.EqualFold(known, name) }
			for _, part := range []struct {
				into  *string
				names []string
			}{{&d.code, errorbody.CodeNames}, {&d.message, errorbody.MessageNames}, {&d.request, errorbody.RequestNames}} {
				if *part.into == "" && name != "" && text != d.status && slices.ContainsFunc(part.names, same) {
					*part.into = text
				}
			}
		}
	}
}

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
