package dialect

import "testing"

func TestIsLineLabel(t *testing.T) {
	for label, want := range map[string]bool{"URI": true, "PATH": true, "HTTP method": true, "Request  URL": true, "": false, "Note": false, "URI of the lid": false} {
		if got := IsLineLabel(label); got != want {
			t.Errorf("%q: %v", label, got)
		}
	}
}

// TestSectionsOfOtherWriters: titles that other sets have for the parts of a page.
func TestSectionsOfOtherWriters(t *testing.T) {
	for title, want := range map[string]SectionRole{
		"API Format": SectionURI, "HTTP Request": SectionURI, "Interface": SectionURI, "Endpoint": SectionURI, "Request Path": SectionURI,
		"Body": SectionRequest, "Input Parameters": SectionRequest, "Payload": SectionRequest, "Header Parameters": SectionRequestHeaders,
		"Output Parameters": SectionResponse, "Success Response": SectionResponse, "Returned Parameters": SectionResponse,
		"Introduction": SectionFunction, "Usage": SectionFunction, "Body of the Lid": SectionUnknown, "Endpoints and Regions": SectionUnknown,
	} {
		if got := Section(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

// TestTypesOfOtherWriters: words for types of programming languages.
func TestTypesOfOtherWriters(t *testing.T) {
	for word, want := range map[string]Type{
		"uint32": {Kind: KindInteger, Format: "int64"}, "UInt8": {Kind: KindInteger}, "int16": {Kind: KindInteger}, "uint64": {Kind: KindInteger},
		"Float32": {Kind: KindNumber, Format: "float"}, "float64": {Kind: KindNumber, Format: "double"},
	} {
		if got, ok := ParseType(word); !ok || got.Kind != want.Kind || got.Format != want.Format {
			t.Errorf("%q: %+v", word, got)
		}
	}
}

func TestIsTableNumber(t *testing.T) {
	for text, want := range map[string]bool{"Table 3": true, "**table 12**": true, "Table 4-2": true, "Table": false, "Table of jars": false, "Table 3 Jar": false, "Jar": false} {
		if got := IsTableNumber(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
