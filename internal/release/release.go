// Package release makes what is published of documents: each in YAML and JSON, a copy in OpenAPI
// 3.1, a JSON Schema for each component, what is known beside it, an index of all, and checksums.
// Texts in, texts out; the same texts give the same bytes.
package release

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3conv"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
)

// Set is one document to publish, with what lies beside it.
type Set struct {
	Name     string // of its files
	Text     []byte // the document, OpenAPI 3.0
	Sources  []byte // what convert --sources wrote, nil for none
	Findings []byte // what convert --findings wrote as JSON, nil for none
	// Repository and Commit say which pages the document was made of, "" where unknown.
	Repository, Commit string
}

// Options say what a release is told beside its sets.
type Options struct {
	Generator string            // the program that made it, for the index
	Base      string            // the URL of the folder where the release will be, for the $id of schemas; "" where unknown
	Beside    map[string][]byte // further files: a report of changes, a bill of materials
}

// The files of a release beside those of its sets.
const (
	IndexFile     = "index.json"
	ChecksumsFile = "SHA256SUMS"
	ChangesFile   = "CHANGELOG.md"
)

// Index is what index.json holds.
type Index struct {
	Generator string  `json:"generator"`
	Sets      []Entry `json:"sets"` // by name
}

// Entry is a set in the index. Files are named by their paths in the release.
type Entry struct {
	Name       string            `json:"name"`
	Title      string            `json:"title"`
	Version    string            `json:"version"`
	Docs       string            `json:"docs,omitempty"` // where the pages are published
	Repository string            `json:"repository,omitempty"`
	Commit     string            `json:"commit,omitempty"`
	Counts     Counts            `json:"counts"`
	Files      map[string]string `json:"files"` // by what they are: yaml, json, openapi31, schemas, sources, findings
	// SchemasNeedFolder is set where the JSON Schemas refer to files beside them, since those that stand alone would be too large.
	SchemasNeedFolder bool `json:"schemas_need_folder,omitempty"`
}

// Counts are numbers of a document.
type Counts struct {
	Operations int            `json:"operations"` // variants count each
	Schemas    int            `json:"schemas"`
	Examples   int            `json:"examples"` // of bodies
	Deprecated int            `json:"deprecated"`
	Findings   map[string]int `json:"findings,omitzero"` // by level; nil where not known
}

// Files are the files of a release by their paths. The error names the set whose document or
// findings cannot be read, or that two sets or files have one name.
func Files(sets []Set, o Options) (map[string][]byte, error) {
	out := map[string][]byte{}
	index := Index{Generator: o.Generator, Sets: []Entry{}}
	sets = slices.Clone(sets)
	slices.SortFunc(sets, func(a, b Set) int { return strings.Compare(a.Name, b.Name) })
	for _, s := range sets {
		entry, err := s.files(out, o)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name, err)
		}
		index.Sets = append(index.Sets, entry)
	}
	for name, text := range o.Beside {
		if err := add(out, name, text); err != nil {
			return nil, err
		}
	}
	text, err := indented(index)
	if err != nil {
		return nil, err
	}
	if err := add(out, IndexFile, text); err != nil {
		return nil, err
	}
	return out, add(out, ChecksumsFile, checksums(out))
}

// add adds a file; names that differ in case only are one file on many disks.
func add(out map[string][]byte, name string, text []byte) error {
	for other := range out {
		if strings.EqualFold(other, name) {
			return fmt.Errorf("two files of the release have the name %s", name)
		}
	}
	out[name] = text
	return nil
}

// files adds the files of a set.
func (s Set) files(out map[string][]byte, o Options) (Entry, error) {
	d, err := document.Load(s.Text)
	if err != nil {
		return Entry{}, err
	}
	text, err := d.JSON()
	if err != nil {
		return Entry{}, err
	}
	e := Entry{
		Name: s.Name, Title: d.Info.Title, Version: d.Info.Version, Repository: s.Repository, Commit: s.Commit,
		Files: map[string]string{},
	}
	if d.ExternalDocs != nil {
		e.Docs = d.ExternalDocs.URL
	}
	if e.Counts, err = count(d, s.Findings); err != nil {
		return e, err
	}
	f := setFiles{set: s.Name, base: o.Base, out: out, entry: &e}
	f.write("yaml", s.Name+".yaml", text, openapi.YAMLOf)
	f.write("json", s.Name+".json", text, openapi.JSONOf)
	f.upgraded(d, text)
	f.keep("sources", s.Name+".sources.json", s.Sources)
	f.keep("findings", s.Name+".findings.json", s.Findings)
	return e, f.err
}

// setFiles adds files of a set; after an error it does nothing.
type setFiles struct {
	set, base string
	out       map[string][]byte
	entry     *Entry
	err       error
}

func (f *setFiles) write(what, name string, text []byte, encode func([]byte) ([]byte, error)) {
	if f.err != nil {
		return
	}
	if text, f.err = encode(text); f.err == nil {
		f.keep(what, name, text)
	}
}

// keep adds a file, where there is a text.
func (f *setFiles) keep(what, name string, text []byte) {
	if f.err != nil || text == nil {
		return
	}
	name = path.Join(f.set, name)
	f.err = add(f.out, name, text)
	f.entry.Files[what] = name
}

// upgraded adds what is made of the document in OpenAPI 3.1, which d becomes. like is the document
// as JSON, for the order of members.
func (f *setFiles) upgraded(d *document.Document, like []byte) {
	openapi3conv.Upgrade(d.T)
	d.OpenAPI = "3.1.1" // all that is written is of 3.1 already, which more tools read than 3.2
	text, err := d.MarshalJSON()
	if err == nil {
		text, err = openapi.Ordered(text, like)
	}
	if f.err = err; err != nil {
		return
	}
	f.write("openapi31", f.set+".3.1.yaml", text, openapi.YAMLOf)
	f.schemas(text)
}

func checksums(files map[string][]byte) []byte {
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(files[name]), name)
	}
	return b.Bytes()
}

func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return b.Bytes(), err
}
