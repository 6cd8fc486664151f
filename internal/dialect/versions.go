package dialect

import "strings"

// APIVersion is what a paragraph or a description says of the version of the API that a request
// asks for in a header.
type APIVersion struct {
	Header string // the header that asks for it, "" where the words name none
	Value  string // what the header says, "" where the words tell no version
	Needed bool   // the call works with that version only, or from it on
	Lowest bool   // Value is the lowest of the versions that will do
	Off    int    // where the header, or else the version, stands in the text
}

// neededPhrases say that all calls of an operation need what follows.
var neededPhrases = []string{
	"you are required to use ", "you must use ", "you need to use ", "when using this api, ensure ", "before using this api, ensure ",
	"this api exists only ", "this api is available only ", "this api is supported only ", "this api is only available ",
	"this api requires ", "this api is supported in ", "this api is available in ", "this api is available from ",
}

// lowestPhrases stand before the lowest version that there is.
var lowestPhrases = []string{"greater than or equal to ", "at least ", "no earlier than ", "not earlier than ", "no lower than "}

// endedPhrases say that what a text is about is no more from a version on.
var endedPhrases = []string{"not supported", "not available", "no longer", "removed"}

// laterWords follow the lowest version.
var laterWords = []string{" or later", " and later", " or above", " or higher", " and above"}

// ParseAPIVersion reads what a text says of the version that a request asks for:
//
//	You are required to use the HTTP header X-Boat-API-Version: 2.26.
//	This API exists only when X-Boat-API-Version is greater than or equal to 2.9.
//	When using this API, ensure that the microversion is 2.6 or later.
//
// A version beside the header may be an example of one; Needed tells whether it must be so.
func ParseAPIVersion(text string) APIVersion {
	if !strings.Contains(text, "ersion") && !strings.Contains(text, "ERSION") {
		return APIVersion{} // as nearly all texts
	}
	low := strings.ToLower(text)
	if len(low) != len(text) || !strings.Contains(low, "version") { // else places in one are none in the other
		return APIVersion{}
	}
	v := APIVersion{Needed: hasAny(low, neededPhrases)}
	at := 0
	for at < len(text) {
		start, end := nextWord(text, at)
		at = max(end, at+1)
		name, value, colon := strings.Cut(text[start:end], ":")
		if name = strings.Trim(name, "*`\"'(.,"); !IsVersionHeader(name) {
			continue
		}
		if v.Header == "" {
			v.Header, v.Off = name, start
		}
		if colon {
			if version := versionIn(text[end-len(value):]); version != "" {
				v.Header, v.Value, v.Off = name, version, start
				lowest, _ := lowestVersion(low)
				v.Lowest = lowest == version
				return v
			}
		}
	}
	if lowest, off := lowestVersion(low); lowest != "" {
		v.Value, v.Lowest = lowest, true
		if v.Header == "" {
			v.Off = off
		}
	}
	return v
}

// FromVersion is the version of the API from which on a parameter does something, "" where its
// description tells none:
//
//	This parameter is supported in microversion 2.58 and later.
//
// It does not apply to what a version ends ("not supported in microversion 2.36 and later"), and to
// versions of other things ("engine 5.7 and later").
func FromVersion(text string) string {
	v := ParseAPIVersion(text)
	if !v.Lowest || v.Header == "" && !strings.Contains(strings.ToLower(text), "microversion") || hasAny(strings.ToLower(text), endedPhrases) {
		return ""
	}
	return v.Value
}

// nextWord gives the bounds of the first word of a text from a place on.
func nextWord(text string, from int) (start, end int) {
	for from < len(text) && (text[from] == ' ' || text[from] == '\n') {
		from++
	}
	end = from
	for end < len(text) && text[end] != ' ' && text[end] != '\n' {
		end++
	}
	return from, end
}

// IsVersionHeader reports whether a word is the name of a header that asks for a version.
func IsVersionHeader(word string) bool {
	low := strings.ToLower(word)
	return strings.HasSuffix(low, "-api-version") && strings.Trim(low, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// versionIn is the version that a text begins with, after the name of a service at most: "2.26",
// "compute 2.6".
func versionIn(text string) string {
	next, rest := cutWord(text)
	service := ""
	if strings.Trim(next, "abcdefghijklmnopqrstuvwxyz-") == "" && next != "" {
		if number, _ := cutWord(rest); number != "" {
			service, next = next+" ", number
		}
	}
	if number := strings.TrimRight(next, ".,;)*`\""); isVersionNumber(number) {
		return service + number
	}
	return ""
}

// cutWord gives the first word of a text and what follows it.
func cutWord(text string) (word, rest string) {
	start, end := nextWord(text, 0)
	return text[start:end], text[end:]
}

// isVersionNumber reports whether a word is a version of two numbers.
func isVersionNumber(word string) bool {
	major, minor, ok := strings.Cut(word, ".")
	return ok && major != "" && minor != "" && len(word) <= 7 && strings.Trim(major+minor, "0123456789") == ""
}

// lowestVersion finds the version that a text calls the lowest, and its place.
func lowestVersion(low string) (version string, off int) {
	for _, phrase := range lowestPhrases {
		if _, after, ok := strings.Cut(low, phrase); ok {
			if v := versionIn(after); isVersionNumber(v) {
				return v, len(low) - len(after)
			}
		}
	}
	for _, later := range laterWords {
		if before, _, ok := strings.Cut(low, later); ok {
			start := strings.LastIndexAny(before, " \n") + 1
			if v := strings.Trim(before[start:], "*`"); isVersionNumber(v) {
				return v, start
			}
		}
	}
	return "", 0
}
