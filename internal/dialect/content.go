package dialect

import "strings"

var contentWords = words("content", "contents", "byte", "bytes", "data")

// IsContent reports whether a line of a printed message stands for bytes of any kind:
// "<object Content>", "[1024 Byte data content]". It does not apply to an XML element
// ("<Contents>") and on a JSON array, which have no bare words side by side.
func IsContent(line string) bool {
	s := strings.TrimSpace(line)
	if len(s) < 3 || !(s[0] == '<' && s[len(s)-1] == '>' || s[0] == '[' && s[len(s)-1] == ']') || strings.ContainsAny(s[1:len(s)-1], "<>[]\"'=,/") {
		return false
	}
	ws := strings.Fields(strings.ToLower(s[1 : len(s)-1]))
	for _, w := range ws {
		if len(ws) > 1 && contentWords[w] {
			return true
		}
	}
	return false
}

// IsFileBody reports whether a sentence says that the body of a request is a file, or the bytes of one: "The request
// body is the file itself." It does not apply to a file of JSON or XML, nor to a part of a form.
func IsFileBody(text string) bool {
	low := strings.ToLower(text)
	for sentence := range strings.SplitSeq(low, ".") {
		if mentions(sentence+" ", "json", "xml", " form ", " form,", "form-data", "base64", "not ", "if ") {
			continue
		}
		for _, subject := range bodySubjects {
			_, rest, found := strings.Cut(sentence, subject)
			if !found {
				continue
			}
			for _, what := range fileWords {
				if after, ok := strings.CutPrefix(rest, what); ok && endsFile(after) {
					return true
				}
			}
		}
	}
	return false
}

// endsFile reports whether the words for a file are over where after begins: "a file list" is not a file.
func endsFile(after string) bool {
	if after == "" || after[0] == ',' {
		return true
	}
	for _, s := range []string{" itself", " to ", " that ", " which ", " of the "} {
		if strings.HasPrefix(after+" ", s) {
			return true
		}
	}
	return false
}

// bodySubjects are the beginnings of sentences that say what a body is, fileWords the words for files after them.
var (
	bodySubjects = []string{"request body is ", "request body must be ", "body of the request is ", "body of the request must be ", "request body contains only ", "request body consists of "}
	fileWords    = []string{"the file", "the content of the file", "the contents of the file", "the file content", "a file", "the bytes of the file",
		"binary", "a binary stream", "binary data", "the binary content", "the raw bytes", "raw bytes", "raw binary data", "an octet stream", "a byte stream"}
)
