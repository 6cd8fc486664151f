package dialect

import "testing"

func TestIsContent(t *testing.T) {
	for line, want := range map[string]bool{
		"<object Content>": true, " [ 11 Bytes of it ]": true, "[9 byte data]": true,
		"<Contents>": false, "<Optional Header>": false, "[1, 2]": false, `["data content"]`: false,
		"<a data=\"x\">": false, "data content": false, "[]": false, "": false, "<data content": false,
	} {
		if got := IsContent(line); got != want {
			t.Errorf("IsContent(%q) = %v", line, got)
		}
	}
}

func TestIsFileBody(t *testing.T) {
	for text, want := range map[string]bool{
		"The request body is the file itself.":                 true,
		"Upload it. The body of the request must be raw bytes": true,
		"The request body is the content of the file to open.": true,
		"The request body is a file list.":                     false,
		"The request body is a file of JSON.":                  false,
		"The request body is not a file.":                      false,
		"If the lid is open, the request body is a file.":      false,
		"The response body is a file.":                         false,
	} {
		if got := IsFileBody(text); got != want {
			t.Errorf("IsFileBody(%q) = %v", text, got)
		}
	}
}

func TestReturnedFile(t *testing.T) {
	for line, want := range map[string]string{
		"Binary data of the lid (image/png).": "image/png", "The response is a file stream": BytesMedia, "Returns the content of the file.": BytesMedia,
		"the response body contains binary data": BytesMedia, "Raw bytes.": BytesMedia,
		"The response is a file streamer": "", "If it works, the response is a file stream": "", "Binary data in Base64.": "", "The response is not a file stream": "",
		"The response is a JSON object": "", "binary database": "", "": "",
	} {
		if got := ReturnedFile(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
