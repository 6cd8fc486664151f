// Package convert runs the whole way for one documentation set: page texts in, OpenAPI
// document, counts and findings out. It opens no files by itself: a set is a map of texts, or is
// read from a file system that is handed in.
package convert

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/extract"
	"github.com/rst2openapi/rst2openapi/internal/htmldoc"
	"github.com/rst2openapi/rst2openapi/internal/keep"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/openapi"
	"github.com/rst2openapi/rst2openapi/internal/paging"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/reconcile"
	"github.com/rst2openapi/rst2openapi/internal/rst"
	"github.com/rst2openapi/rst2openapi/internal/textdoc"
)

// Set is the text of a documentation set.
type Set struct {
	Name  string            // for messages and statistics
	Pages map[string][]byte // by path with forward slashes
	// Beside are further files that tell something of the pages: tables of contents, the file
	// of facts that the profile names.
	Beside map[string][]byte
	// Lock is the file that keeps the names of this set; nil: names are made of the pages alone.
	Lock *lock.File

	unnamed   []string // files and folders whose names are not UTF-8
	irregular []string // what has the name of a page and is a link, a pipe, or a device; a link to a folder of pages
	unread    fs.FS    // has the pages whose texts are nil; nil where there are none, see OpenSet
}

// Converter converts documentation sets. It may be used by several goroutines at a time.
type Converter struct {
	Profile *profile.Profile
	// Readers are asked in this order which of them a page is for.
	Readers []Reader
	// Problem, where it is set, is told of each invariant of the model that a pass broke, see
	// api.Check: a mistake of this module, whatever the pages say. Several goroutines may call
	// it where several convert.
	Problem func(set, pass, problem string)
}

// New makes a converter with the readers that this module has: RST, HTML, and text saved from
// the help centre.
func New(p *profile.Profile) *Converter {
	return &Converter{Profile: p, Readers: []Reader{htmldoc.Reader{}, rst.Reader{}, textdoc.Reader{Words: textWords}}}
}

// Result is what a set was converted to.
type Result struct {
	Service  *api.Service
	Stats    Stats
	Findings []diag.Finding
	// Lock has the names that the set has now, nil where it had no lock file; Renamed are those
	// that users had and have no more.
	Lock    *lock.File
	Renamed []lock.Change

	set    string
	pages  []*doc.Page
	policy profile.Publish
}

// Errors of Convert: the set has nothing to convert.
var (
	ErrNoPages      = errors.New("no page of documentation found")
	ErrNoOperations = errors.New("no page has a request line that defines an operation (a section URI with, for example, GET /v1/things)")
)

// Convert converts a set. The error is ErrNoPages, ErrNoOperations, a *SeveralSets or an
// *InternalError; the findings and counts of the result are filled in that case too. A set of
// OpenSet may have a page that cannot be read any more: the error is then that of its reading.
func (c *Converter) Convert(set Set) (*Result, error) {
	var found diag.List
	var pages []*doc.Page
	var contents *doc.Contents
	var unread error
	if p := caught(func() { pages, contents, unread = c.Pages(set, &found) }); p != nil {
		return &Result{set: set.Name, Service: new(api.Service), Findings: found.Sorted()}, &InternalError{set.Name, p}
	}
	if unread != nil {
		return &Result{set: set.Name, Service: new(api.Service)}, unread
	}
	res, err := c.ConvertPages(set, pages, contents, &found)
	if names := c.several(set, res.Service, res.pages); err == nil && names != nil {
		err = &SeveralSets{names}
	}
	return res, err
}

// ConvertPages is Convert for pages that Pages gave, in any order, with its findings.
func (c *Converter) ConvertPages(set Set, pages []*doc.Page, contents *doc.Contents, found *diag.List) (res *Result, err error) {
	if p := caught(func() { res, err = c.convertPages(set, pages, contents, found) }); p != nil {
		return &Result{set: set.Name, Service: new(api.Service), Findings: found.Sorted()}, &InternalError{set.Name, p}
	}
	return res, err
}

func (c *Converter) convertPages(set Set, pages []*doc.Page, contents *doc.Contents, found *diag.List) (*Result, error) {
	var svc *api.Service
	var counts extract.Stats
	var names *keep.Names
	var of diag.List // the findings of the last conversion
	all := pages
	left := withoutPanics(all, func(some []*doc.Page) {
		pages, of = some, diag.List{}
		if set.Lock != nil {
			names = keep.New(set.Lock)
		}
		svc, counts = c.model(set, pages, contents, names, &of)
	})
	found.Merge(&of)
	for _, file := range slices.Sorted(maps.Keys(left)) {
		addPanic(found, file, left[file])
	}
	res := &Result{set: set.Name, Service: svc, Findings: found.Sorted(), pages: pages, policy: c.Profile.Publish}
	res.Stats = Stats{Stats: counts, Findings: map[string]int{}, Unread: map[string]int{}}
	if names != nil {
		res.Lock, res.Renamed = names.File(), names.Changes()
	}
	for _, f := range res.Findings {
		res.Stats.Findings[f.Rule]++
	}
	for _, u := range svc.Unread {
		res.Stats.Unread[u.Form]++
	}
	for _, op := range svc.Operations {
		for _, v := range op.All() {
			for _, e := range v.Examples {
				if e.Shared {
					continue
				}
				if e.ByTables {
					res.Stats.ExamplesByTables++
				}
				if e.Valid {
					res.Stats.ExamplesValid++
				}
			}
		}
	}
	switch {
	case len(set.Pages) == 0:
		return res, ErrNoPages
	case len(svc.Operations) == 0:
		return res, ErrNoOperations
	}
	return res, nil
}

// model reads the API out of pages. names are nil where nothing keeps them.
func (c *Converter) model(set Set, pages []*doc.Page, contents *doc.Contents, names *keep.Names, found *diag.List) (*api.Service, extract.Stats) {
	check := c.checker(set.Name, pages)
	in := extract.Input{
		Pages: pages, Contents: contents, Service: c.service(set, pages, contents), Profile: c.Profile,
		After: check,
	}
	if names != nil {
		in.Rename = names.Operations
	}
	svc, counts := extract.Set(in, found)
	if svc.Title == "" { // the pages do not tell: the set's own name is all there is
		svc.Title = set.Name
	}
	reconcile.Watched(svc, found, func(step string) { check(step, svc, nil) })
	paging.Service(svc, found)
	check("paging", svc, nil)
	if names != nil {
		names.Schemas(svc)
		check("names", svc, nil)
	}
	return svc, counts
}

// Document is the OpenAPI document of a result.
func (r *Result) Document(prose bool) *openapi.Document {
	return openapi.Of(r.Service, openapi.Options{Prose: prose})
}

// Encode writes the document, corrected by the overlays, in the format that name's
// extension asks for: .json is JSON; .yaml and .yml are YAML. A correction that does not
// apply is an ErrCorrection.
func (r *Result) Encode(name string, prose bool, overlays ...*Overlay) (text []byte, err error) {
	if p := caught(func() { text, err = r.encode(name, prose, overlays) }); p != nil {
		return nil, &InternalError{r.set, p}
	}
	return text, err
}

func (r *Result) encode(name string, prose bool, overlays []*Overlay) ([]byte, error) {
	write, writeText := openapi.YAML, openapi.YAMLOf
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".json":
		write, writeText = openapi.JSON, openapi.JSONOf
	case ".yaml", ".yml":
	default:
		return nil, fmt.Errorf("the output %s must end in .yaml, .yml or .json, not %s", name, cmp.Or(ext, "nothing"))
	}
	doc, err := r.published(prose, overlays)
	if err != nil {
		return nil, err
	}
	if len(overlays) == 0 {
		return write(doc)
	}
	text, err := r.corrected(doc, overlays)
	if err != nil {
		return nil, err
	}
	return writeText(text)
}

// Sources tells where each fact of the document that Encode writes comes from; see
// openapi.Sources.
func (r *Result) Sources(prose bool, overlays ...*Overlay) (text []byte, err error) {
	if p := caught(func() { text, err = r.sources(prose, overlays) }); p != nil {
		return nil, &InternalError{r.set, p}
	}
	return text, err
}

func (r *Result) sources(prose bool, overlays []*Overlay) ([]byte, error) {
	doc, err := r.published(prose, overlays)
	if err != nil {
		return nil, err
	}
	if len(overlays) == 0 {
		return openapi.Sources(doc, nil)
	}
	text, err := r.corrected(doc, overlays)
	if err != nil {
		return nil, err
	}
	return openapi.Sources(doc, text)
}

// EncodeSources writes what Sources gives for several sets as one object, by their names.
func EncodeSources(sets map[string][]byte) []byte {
	var b bytes.Buffer
	separator := "{\n"
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		quoted, err := json.Marshal(name)
		if err != nil {
			panic(err) // a text always encodes
		}
		fmt.Fprintf(&b, "%s%s: %s", separator, quoted, bytes.TrimSpace(sets[name]))
		separator = ",\n"
	}
	if len(sets) == 0 {
		b.WriteString("{")
	}
	b.WriteString("\n}\n")
	return b.Bytes()
}
