package release

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// maxSchemas bounds the JSON Schemas of a set together, in bytes. Each holds all that it refers to,
// so that in a document whose schemas all refer to each other they grow with the square of it.
const maxSchemas = 64 << 20

// schemas adds a JSON Schema for each component of a document of OpenAPI 3.1, whose schemas are
// those of draft 2020-12. Each file stands alone, with what it refers to in its $defs; those that would be
// larger than maxSchemas together refer to each other as files of one folder.
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
	all := components{base: f.base, set: f.set, texts: map[string]component{}}
	for name, schema := range doc.Components.Schemas {
		if all.texts[name], f.err = cut(schema); f.err != nil {
			return
		}
	}
	if f.err = all.check(); f.err != nil {
		return
	}
	names := slices.Sorted(maps.Keys(all.texts))
	all.files = schemaFiles(names)
	alone := all.small(names)
	for _, name := range names {
		f.out[path.Join(all.folder(), all.files[name])] = all.file(name, alone)
	}
	f.entry.Files["schemas"] = all.folder() + "/"
	f.entry.SchemasNeedFolder = !alone
}

// schemaFile is how the name of a file of a schema ends.
const schemaFile = ".schema.json"

// schemaFiles names the files of schemas. Names that differ in case only are one on many disks.
func schemaFiles(names []string) map[string]string {
	files, taken := make(map[string]string, len(names)), map[string]bool{}
	for _, name := range names {
		file := name
		for n := 2; taken[strings.ToLower(file)]; n++ {
			file = name + "-" + strconv.Itoa(n)
		}
		taken[strings.ToLower(file)] = true
		files[name] = file + schemaFile
	}
	return files
}

// components are the schemas of a document that become files.
type components struct {
	base, set string
	texts     map[string]component // by name
	files     map[string]string    // by name
}

func (all *components) folder() string { return path.Join(all.set, "schemas") }

// check refuses references to what is not a schema of the document: no file could follow them.
func (all *components) check() error {
	for _, name := range slices.Sorted(maps.Keys(all.texts)) {
		for _, ref := range all.texts[name].refs {
			if _, ok := all.texts[ref.name]; !ok {
				return fmt.Errorf("the schema %s refers to %q, which is not below %s", name, ref.name+ref.part, document.SchemaPrefix)
			}
		}
	}
	return nil
}

// small reports whether the files stay in their bound where each holds all that it refers to.
func (all *components) small(names []string) bool {
	size := 0
	for _, name := range names {
		all.reach(name, func(other string) bool {
			size += all.texts[other].size
			return size <= maxSchemas
		})
		if size > maxSchemas {
			return false
		}
	}
	return true
}

// reach visits a schema and all that it leads to, each once, until visit is false.
func (all *components) reach(name string, visit func(string) bool) {
	seen, open := map[string]bool{name: true}, []string{name}
	for len(open) > 0 {
		one := open[len(open)-1]
		open = open[:len(open)-1]
		if !visit(one) {
			return
		}
		for _, ref := range all.texts[one].refs {
			if !seen[ref.name] {
				seen[ref.name] = true
				open = append(open, ref.name)
			}
		}
	}
}

// file is the file of a schema: with all that it refers to in its $defs, or with references to files beside it.
func (all *components) file(name string, alone bool) []byte {
	var b bytes.Buffer
	b.WriteString(`{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": `)
	b.Write(quoted(all.id(name, alone)))
	root := all.texts[name]
	address := func(ref reference) string { return all.files[ref.name] + fragment(ref.part) }
	if alone {
		address = func(ref reference) string {
			if ref.name == name {
				return "#" + ref.part
			}
			return "#/$defs/" + ref.name + ref.part
		}
	}
	var text bytes.Buffer
	root.write(&text, address)
	body := bytes.TrimSpace(bytes.TrimPrefix(bytes.TrimSpace(text.Bytes()), []byte("{")))
	members := bytes.TrimSpace(bytes.TrimSuffix(body, []byte("}")))
	if len(members) > 0 {
		b.WriteByte(',')
		b.Write(members)
	}
	if alone && len(root.refs) > 0 {
		all.defs(&b, name, address)
	}
	b.WriteByte('}')
	var out bytes.Buffer
	if err := json.Indent(&out, b.Bytes(), "", "  "); err != nil {
		panic(err) // the parts are JSON
	}
	out.WriteByte('\n')
	return out.Bytes()
}

// defs writes the schemas that one leads to, without itself.
func (all *components) defs(b *bytes.Buffer, name string, address func(reference) string) {
	var names []string
	all.reach(name, func(other string) bool {
		if other != name {
			names = append(names, other)
		}
		return true
	})
	if len(names) == 0 {
		return
	}
	slices.Sort(names)
	b.WriteString(`,"$defs": {`)
	for i, other := range names {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(quoted(other))
		b.WriteByte(':')
		all.texts[other].write(b, address)
	}
	b.WriteByte('}')
}

// fragment is a JSON pointer at the end of an address.
func fragment(pointer string) string {
	if pointer == "" {
		return ""
	}
	return "#" + pointer
}

// id is the $id of a schema: where its file will be, else a name that no schema of another set has, or
// that of its file where others refer to it so.
func (all *components) id(name string, alone bool) string {
	file := all.files[name]
	switch {
	case all.base != "":
		return strings.TrimSuffix(all.base, "/") + "/" + url.PathEscape(all.set) + "/schemas/" + file
	case alone:
		return "urn:rst2openapi:" + url.PathEscape(all.set) + ":" + strings.TrimSuffix(file, schemaFile)
	}
	return file
}
