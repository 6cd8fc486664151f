// Package site makes a catalogue of APIs that people open in a browser: a start page with a search
// over operations, fields and error codes; for each service its operations with Go code, its
// reference, its documents and the findings of its pages; and what changed over time.
//
// The files need no server: they work from a disk and below any path, and ask no other host. Pages
// say all they have to say without JavaScript but for the search and the reference. Documents,
// findings and counts come in, the text of files goes out: the package opens no file and reads no
// clock, and the same input gives the same bytes.
//
// All text is that of strangers. It is written by html/template, or as JSON in a string of
// JavaScript; characters that are not seen are replaced (package terminal); links lead to http and
// https only; names of folders are made of plain letters. What shows a document runs under a
// content security policy that lets it ask nobody.
package site

import (
	"cmp"
	"fmt"
	"path"
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/parallel"
)

// Input is what a site is made of.
type Input struct {
	Title string // of the catalogue
	Sets  []*Set // in any order; a set without a document counts in the figures only
	// Viewer says that a viewer of documents will lie at ViewerFile.
	Viewer bool
}

// ViewerFile is where the site looks for the viewer: the file standalone.js of npm's
// @scalar/api-reference.
const ViewerFile = "viewer/standalone.js"

// Set is one converted documentation set.
type Set struct {
	Name     string // of its folder
	Category string // "storage", "" where unknown
	Package  string // the name of its Go package
	// YAML and JSON are its document, nil where it has no operation.
	YAML, JSON []byte
	Stats      convert.Stats
	Findings   []diag.Finding
	Pages      map[string]*doc.Page // by path
	History    *Timeline            // nil where none is known
}

// Build makes the files by their paths in the folder of the site. The error says which document
// cannot be used.
func Build(in Input) (map[string][]byte, error) {
	s := &site{title: clean(in.Title), viewer: in.Viewer, stats: map[string]convert.Stats{}}
	slugs := newSlugs("assets", "viewer")
	sets := slices.Clone(in.Sets)
	slices.SortStableFunc(sets, func(a, b *Set) int { return cmp.Compare(a.Name, b.Name) })
	for _, set := range sets {
		s.stats[set.Name] = set.Stats
		if set.JSON != nil {
			s.services = append(s.services, &service{set: set, Slug: slugs.of(set.Name)})
		}
	}
	errs := make([]error, len(s.services))
	parallel.Each(len(s.services), func(i int) { errs[i] = s.services[i].read() })
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.services[i].Slug, err)
		}
	}
	s.nameTwins()
	slices.SortStableFunc(s.services, func(a, b *service) int { return cmp.Compare(a.Title, b.Title) })
	return s.files()
}

// site is what the pages are made of.
type site struct {
	title    string
	viewer   bool
	services []*service // by title
	stats    map[string]convert.Stats
}

// nameTwins tells services apart that have one title, by the names of their folders.
func (s *site) nameTwins() {
	count := map[string]int{}
	for _, v := range s.services {
		count[v.Title]++
	}
	for _, v := range s.services {
		if count[v.Title] > 1 {
			v.Title += " (" + v.Slug + ")"
		}
	}
}

// files makes all files of the site.
func (s *site) files() (map[string][]byte, error) {
	out := map[string][]byte{}
	if err := s.addAssets(out); err != nil {
		return nil, err
	}
	pages, err := s.pages()
	if err != nil {
		return nil, err
	}
	texts, errs := make([][]byte, len(pages)), make([]error, len(pages))
	parallel.Each(len(pages), func(i int) { texts[i], errs[i] = pages[i].render() })
	for i, p := range pages {
		if errs[i] != nil {
			return nil, fmt.Errorf("%s: %w", p.File, errs[i])
		}
		out[p.File] = texts[i]
	}
	for _, v := range s.services {
		out[path.Join(v.Slug, v.File("yaml"))] = v.set.YAML
		out[path.Join(v.Slug, v.File("json"))] = v.set.JSON
		if s.viewer {
			text, err := v.script()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", v.Slug, err)
			}
			out[path.Join(v.Slug, "document.js")] = text
		}
	}
	if out["assets/index.js"], err = s.index(); err != nil {
		return nil, err
	}
	out["stats.json"], err = convert.EncodeStats(s.stats)
	return out, err
}
