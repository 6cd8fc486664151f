package release

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// schemas adds a JSON Schema for each component of a document of OpenAPI 3.1, whose schemas are
// those of draft 2020-12. They refer to each other as files of one folder.
func (f *setFiles) schemas(text []byte) {
	var doc struct {
		Components struct {
			Schemas map[string]json.RawMessage `json:"schemas"`
		} `json:"components"`
	}
	if f.err != nil {
		return
	}
	if f.err = json.Unmarshal(text, &doc); f.err != nil || len(doc.Components.Schemas) == 0 {
		return
	}
	folder := path.Join(f.set, "schemas")
	files := schemaFiles(slices.Sorted(maps.Keys(doc.Components.Schemas)))
	for name, file := range files {
		f.out[path.Join(folder, file)] = asFile(doc.Components.Schemas[name], file, files)
	}
	f.entry.Files["schemas"] = folder + "/"
}

// schemaFiles names the files of schemas. Names that differ in case only are one on many disks.
func schemaFiles(names []string) map[string]string {
	files, taken := make(map[string]string, len(names)), map[string]bool{}
	for _, name := range names {
		file := name
		for n := 2; taken[strings.ToLower(file)]; n++ {
			file = name + "-" + strconv.Itoa(n)
		}
		taken[strings.ToLower(file)] = true
		files[name] = file + ".schema.json"
	}
	return files
}

// asFile makes a schema of a document one that stands in a file of its own. schema is valid JSON.
func asFile(schema []byte, file string, files map[string]string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": %q`, file)
	body := bytes.TrimSpace(bytes.TrimPrefix(bytes.TrimSpace(schema), []byte("{")))
	if len(body) > 1 { // more than the closing bracket
		b.WriteByte(',')
	}
	// In a JSON text this is the key of a reference: inside of a text the quotes are escaped.
	const ref = `"$ref": "#/components/schemas/`
	for {
		before, after, found := bytes.Cut(body, []byte(ref))
		b.Write(before)
		if !found {
			break
		}
		target, rest, _ := bytes.Cut(after, []byte(`"`))
		fmt.Fprintf(&b, `"$ref": %q`, files[string(target)])
		body = rest
	}
	var out bytes.Buffer
	if err := json.Indent(&out, b.Bytes(), "", "  "); err != nil {
		panic(err) // the parts are JSON
	}
	out.WriteByte('\n')
	return out.Bytes()
}
