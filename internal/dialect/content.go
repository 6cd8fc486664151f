package dialect

import "strings"

var contentWords = words("content", "contents", "byte", "bytes", "data")

// IsContent reports whether a line of a printed message stands for bytes of any kind:
// "<object Content>", "[1024 Byte data content]". It does not apply to an XML element
// ("<Contents>") and on a JSON array, which have no bare words side by side.
func IsContent(line string) bool {
	s := strings.TrimSpace(line)
	if !(strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") || strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]")) || strings.ContainsAny(s[1:len(s)-1], "<>[]\"'=,/") {
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
			_, rest, _ := strings.Cut(sentence, subject)
			for _, what := range fileWords {
				if after, ok := strings.CutPrefix(rest, what); ok && endsFile(after) {
					return true
				}
			}
		}
	}
	return false
}

// ReturnedFile is the media type of the file that a line of a section for the response says the response is:
// image/png for "Binary data of the map (image/png)", or that of bytes where it names none. It is "" for any other
// line, and for one that says of a file of JSON or XML, or under a condition.
func ReturnedFile(line string) string {
	low := strings.ToLower(strings.TrimSpace(line))
	if mentions(low+" ", "json", "xml", "base64", "not ", "if ", " list") {
		return ""
	}
	for _, subject := range returnSubjects {
		rest := strings.TrimPrefix(low, subject)
		for _, what := range returnedWords {
			if after, ok := strings.CutPrefix(rest, what); ok && (after == "" || !isWordByte(after[0])) {
				if m := onlyFile(MediaTypes(line)); m != "" {
					return m
				}
				return BytesMedia
			}
		}
	}
	return ""
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

// returnSubjects may stand before what a response is, returnedWords are the words for a file after them.
var (
	returnSubjects = []string{"the response is ", "the response body is ", "response body: ", "the body of the response is ", "the response contains ", "the response body contains ", "returns ", "this api returns "}
	returnedWords  = []string{"the file stream", "a file stream", "file stream", "a binary stream", "the binary stream", "binary stream", "binary data", "the binary data", "binary content", "the binary content",
		"binary file", "a binary file", "a byte stream", "byte stream", "an octet stream", "octet stream", "raw bytes", "the raw bytes", "the content of the file", "the contents of the file", "the file content", "the file itself", "the bytes of the file"}
)
