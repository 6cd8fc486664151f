package fake_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

const forms = head + `paths:
  /jars:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data: {schema: {$ref: '#/components/schemas/Jar'}, encoding: {rings: {style: form, explode: false}}}
          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Jar'}, encoding: {words: {explode: false}}}
          application/json: {schema: {type: string, format: binary}}
      responses: {"204": {description: made}}
components:
  schemas:
    Jar:
      type: object
      required: [name]
      properties:
        name: {type: string, minLength: 2}
        size: {type: integer, maximum: 9}
        wood: {type: string, enum: [oak, elm]}
        lids: {type: array, maxItems: 2, items: {type: integer}}
        words: {type: array, maxItems: 2, items: {type: string, minLength: 2}}
        rings: {type: array, items: {type: integer}}
        label: {type: object, required: [text], properties: {text: {type: string}}}
        photo: {type: string, format: binary, maxLength: 3}
        id: {type: string, readOnly: true}
`

// parts is a multipart body of names and texts; a name with a colon is that of a file.
func parts(pairs ...string) string {
	var b strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		name, file, isFile := strings.Cut(pairs[i], ":")
		b.WriteString("--cut\r\nContent-Disposition: form-data; name=\"" + name + `"`)
		if isFile {
			b.WriteString(`; filename="` + file + `"`)
		}
		b.WriteString("\r\n\r\n" + pairs[i+1] + "\r\n")
	}
	return b.String() + "--cut--\r\n"
}

// TestForms: the members of a form are held to the document as those of JSON are.
func TestForms(t *testing.T) {
	server, err := fake.New([]byte(forms))
	if err != nil {
		t.Fatal(err)
	}
	const multi, url = "multipart/form-data; boundary=cut", "application/x-www-form-urlencoded"
	for _, c := range []struct{ media, body, problem string }{
		{multi, parts("name", "oak jar", "size", "9", "wood", "elm", "lids", "1", "lids", "2", "rings", "1,2", "label", `{"text": "a"}`, "photo:a.png", "12345", "other", "x"), ""},
		{url, "name=oak+jar&size=9&wood=elm&lids=1&lids=2&label[text]=a", ""},
		{url, "name=jar&words=ab,c%2Cd", ""},
		{url, "name=jar&words=ab,c", "the member words: "},
		{url, "name=jar&words=ab,cd,ef", "the member words: maximum number of items is 2"},
		{"application/json", "\x00 a picture", ""},
		{"application/json", "{}", ""},
		{url, "name=77&lids[]=1&lids[]=2", ""},
		{multi, parts("size", "9"), "the member name is missing"},
		{url, "size=9", "the member name is missing"},
		{multi, parts("name", "j"), "the member name: minimum string length"},
		{multi, parts("name", "jar", "size", "10"), "the member size: number must be at most 9"},
		{url, "name=jar&size=ten", "the member size: value must be an integer"},
		{multi, parts("name", "jar", "wood", "AAA"), "the member wood: "},
		{url, "name=jar&lids=1&lids=2&lids=3", "the member lids: maximum number of items is 2"},
		{url, "name=jar&lids=a", "the member lids: "},
		{multi, parts("name", "jar", "rings", "1,b"), "the member rings: "},
		{multi, parts("name", "jar", "label", `{"word": "a"}`), "the member label: /text: "},
		{multi, "no part", "it is not a form"},
		{"multipart/form-data", parts("name", "jar"), "no boundary"},
		{url, "name=%zz", "it is not a form"},
	} {
		r := httptest.NewRequest("POST", "/jars", strings.NewReader(c.body))
		r.Header.Set("Content-Type", c.media)
		w := httptest.NewRecorder()
		server.ServeHTTP(w, r)
		text := strings.ReplaceAll(w.Body.String(), `\"`, `"`)
		if (w.Code == 204) != (c.problem == "") || !strings.Contains(text, c.problem) {
			t.Errorf("%s %q: %d %s, want %q", c.media, c.body, w.Code, text, c.problem)
		}
	}
}

// TestParametersOfOtherVariants: a parameter that only another operation of the path has must fit
// what is said of it there; one that some operation takes is not a mistake.
func TestParametersOfOtherVariants(t *testing.T) {
	server, err := fake.New([]byte(head + `paths:
  /jars:
    delete:
      parameters: [{name: X-Wood, in: header, schema: {type: string, enum: [oak]}}]
      responses: {"204": {description: made}}
  /jars?lids:
    delete:
      parameters: [{name: X-Size, in: header, schema: {type: integer}}, {name: deep, in: query, required: true, schema: {type: boolean}}]
      responses: {"204": {description: made}}
  /jars?rings:
    delete:
      parameters: [{name: X-Size, in: header, schema: {type: string, maxLength: 3}}]
      responses: {"204": {description: made}}
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ query, header, value, problem string }{
		{"", "X-Wood", "oak", ""}, {"", "X-Wood", "elm", "header X-Wood"},
		{"", "X-Size", "12", ""}, {"", "X-Size", "abc", ""}, {"", "X-Size", "abcd", "header X-Size"},
		{"?lids=-5", "X-Wood", "oak", `query parameter lids: it must be`},
		{"?lids=&deep=true", "X-Wood", "oak", ""}, {"?lids=&deep=true", "X-Wood", "elm", "header X-Wood"}, {"?deep=2", "X-Wood", "oak", "query parameter deep"},
	} {
		r := httptest.NewRequest("DELETE", "/jars"+c.query, nil)
		r.Header.Set(c.header, c.value)
		w := httptest.NewRecorder()
		server.ServeHTTP(w, r)
		if (w.Code == 204) != (c.problem == "") || !strings.Contains(w.Body.String(), c.problem) {
			t.Errorf("%s %s: %s: %d %s, want %q", c.query, c.header, c.value, w.Code, w.Body, c.problem)
		}
	}
}
