package dialect

import "strings"

// sideNouns are the words that stand after "request" and "response" in a title, each with
// the role that it gives the section, by side.
var sideNouns = map[string]struct{ request, response SectionRole }{
	"attribute":   {SectionRequest, SectionResponse},
	"body":        {SectionRequest, SectionResponse},
	"content":     {SectionRequest, SectionResponse},
	"data":        {SectionRequest, SectionResponse},
	"description": {SectionRequest, SectionResponse},
	"element":     {SectionRequest, SectionResponse},
	"field":       {SectionRequest, SectionResponse},
	"information": {SectionRequest, SectionResponse},
	"message":     {SectionRequest, SectionResponse},
	"parameter":   {SectionRequest, SectionResponse},
	"structure":   {SectionRequest, SectionResponse},
	"header":      {SectionRequestHeaders, SectionHeaders},
	"example":     {SectionExampleRequest, SectionExampleResponse},
	"sample":      {SectionExampleRequest, SectionExampleResponse},
}

// sideJoins begin what a title says beyond its side: "Response Parameters for a Full Backup".
var sideJoins = words("for", "from", "in", "of", "on", "to", "when", "with")

// sideSection reads a title that begins with the side of a call and what of it is described,
// whatever nouns it has for that ("Response Message Parameters", "Request Body of a Copy"):
// there are more of these than any list has. A heading that counts as one of headers or
// examples says so in any place before the words that go on.
//
// It does not apply where another word stands among the nouns ("Request Methods", "Request
// and Policy Examples"), nor to the side alone, nor to a line of text that goes on.
func sideSection(title string, line bool) SectionRole {
	side, rest, _ := strings.Cut(title, " ")
	if side != "request" && side != "response" {
		return SectionUnknown
	}
	role := SectionUnknown
	for _, w := range strings.Fields(rest) {
		if sideJoins[w] {
			if line {
				return SectionUnknown
			}
			break
		}
		n, ok := sideNouns[w]
		if !ok {
			return SectionUnknown
		}
		r := n.request
		if side == "response" {
			r = n.response
		}
		if role == SectionUnknown || r != SectionRequest && r != SectionResponse {
			role = r
		}
	}
	return role
}
