package main

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/parallel"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// sides reads states of APIs.
type sides struct {
	converter              *convert.Converter
	all                    bool // each folder in a folder is a set
	notes                  io.Writer
	oldSources, newSources string
	// lock is the lock file of the old state, or with --all the folder of them; kept are the names
	// that the old state had, by set, once it is read.
	lock string
	kept map[string]*lock.File
}

// read reads a state by the names of its sets: a document, a folder of documents, a folder of
// pages, or with --all a folder of such folders. sources is the file of convert --sources of a
// document, "" for the one beside it.
func (s *sides) read(name, sources string) (map[string]*change.Side, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, missing(name, err, "a document, a folder of documents or a folder of pages")
	}
	if !info.IsDir() && isDocument(name) {
		side, err := readDocument(name, sources)
		return map[string]*change.Side{setName(name): side}, err
	}
	if sources != "" {
		return nil, fail(exitUsage, "%s is not a document: only those have a file of sources of their own", name)
	}
	if !info.IsDir() {
		return s.pages(name)
	}
	if s.all {
		return s.folders(name)
	}
	documents, err := documentsIn(name, s.notes)
	if err != nil {
		return nil, err
	}
	if len(documents) == 0 {
		return s.pages(name)
	}
	out := map[string]*change.Side{}
	for _, file := range documents {
		if out[setName(file)] != nil {
			return nil, fail(exitUsage, "%s has two documents of the set %s: one would not be compared", name, setName(file))
		}
		if out[setName(file)], err = readDocument(file, ""); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func isDocument(name string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(name)))
}

// documentsIn lists the OpenAPI documents of a folder. Links to documents are told.
func documentsIn(dir string, notes io.Writer) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, missing(dir, err, "")
	}
	var out []string
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		link := e.Type()&fs.ModeSymlink != 0
		if !isDocument(name) || !e.Type().IsRegular() && !(link && beside(name) != "") {
			continue
		}
		text, err := readPage(name)
		if err != nil {
			return nil, err
		}
		switch {
		case !document.IsDocument(text):
		case link:
			leftOut(notes, name)
		default:
			out = append(out, name)
		}
	}
	return out, nil
}

// readDocument reads a document with what lies beside it: its sources, as x.sources.json beside
// x.yaml, and its findings, as x.findings.json.
func readDocument(name, sources string) (*change.Side, error) {
	text, err := readPage(name)
	if err != nil {
		return nil, err
	}
	side := &change.Side{Text: text}
	if side.Document, err = document.Load(text); err != nil {
		return nil, fail(exitInput, "%s: %s", name, err)
	}
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	if sources == "" {
		sources = beside(stem + ".sources.json")
	}
	if sources != "" {
		text, err := readPage(sources)
		if err != nil {
			return nil, err
		}
		if side.Sources, err = change.ReadSources(text); err != nil {
			return nil, fail(exitInput, "%s: %s", sources, err)
		}
	}
	if file := beside(stem + ".findings.json"); file != "" {
		text, err := readPage(file)
		if err != nil {
			return nil, err
		}
		if json.Unmarshal(text, &side.Findings) != nil {
			return nil, fail(exitInput, "%s: not a file of convert --findings", file)
		}
		side.FindingsKnown = true
	}
	return side, nil
}

// beside is the name of a file where it exists, else "".
func beside(name string) string {
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return name
}

// folders converts each folder of a folder. One without an operation is not a set.
func (s *sides) folders(dir string) (map[string]*change.Side, error) {
	collectRarely()
	names, err := subFolders(dir, s.notes)
	if err != nil {
		return nil, err
	}
	read, errs := make([]converted, len(names)), make([]error, len(names))
	parallel.Each(len(names), func(i int) {
		read[i], errs[i] = s.set(filepath.Join(dir, names[i]), names[i])
	})
	out := map[string]*change.Side{}
	for i, name := range names {
		switch err := errs[i]; {
		case errors.Is(err, errNoPage), errors.Is(err, convert.ErrNoOperations):
			continue
		case err != nil:
			return nil, err
		}
		out[name] = read[i].side
		s.keep(name, read[i].names)
	}
	return out, nil
}

func (s *sides) pages(name string) (map[string]*change.Side, error) {
	c, err := s.set(name, "")
	if errors.Is(err, convert.ErrNoOperations) {
		err = fail(exitInput, "%s: %s", name, err)
	}
	s.keep("", c.names)
	return map[string]*change.Side{setName(name): c.side}, err
}

func (s *sides) keep(set string, names *lock.File) {
	if s.kept == nil {
		s.kept = map[string]*lock.File{}
	}
	s.kept[set] = names
}

// names are those that a set keeps: of the new state those of the old one, of this one those of
// its lock file.
func (s *sides) names(set string) (*lock.File, error) {
	switch kept, there := s.kept[set]; {
	case s.lock == "":
		return nil, nil
	case there:
		return kept, nil
	case set == "":
		return readLock(s.lock)
	}
	return readLock(convertFlags{lock: s.lock}.lockOf(set))
}

// converted is a converted set with the names that it has.
type converted struct {
	side  *change.Side
	names *lock.File
}

// set converts a folder of pages, or a page, with its descriptions, so that edited ones are
// counted. key is the name of the set among several.
func (s *sides) set(name, key string) (converted, error) {
	set, err := readSet(s.converter, []string{name})
	if err != nil {
		return converted{}, err
	}
	if set.Lock, err = s.names(key); err != nil {
		return converted{}, err
	}
	res, err := s.converter.Convert(set)
	switch {
	case errors.As(err, new(*convert.SeveralSets)):
		return converted{}, fail(exitUsage, "%s: %s. Compare them with --all, or name the folder of one", name, err)
	case errors.Is(err, convert.ErrNoOperations):
		return converted{}, err
	case err != nil:
		return converted{}, fail(exitInput, "%s: %s", name, err)
	}
	side, err := sideOf(res)
	return converted{side, res.Lock}, err
}

// sideOf is a converted set with the corrections of overlays.
func sideOf(res *convert.Result, overlays ...*convert.Overlay) (*change.Side, error) {
	text, err := res.Encode("x.yaml", true, overlays...)
	if err != nil {
		return nil, fail(exitInput, "%s", err)
	}
	sources, err := res.Sources(true, overlays...)
	if err != nil {
		return nil, fail(exitInput, "%s", err)
	}
	side := &change.Side{Text: text, Findings: res.Findings, FindingsKnown: true}
	if side.Document, err = document.Load(text); err != nil {
		return nil, fail(exitInput, "%s", err)
	}
	if side.Sources, err = change.ReadSources(sources); err != nil {
		return nil, fail(exitInput, "%s", err)
	}
	for _, e := range res.History() {
		side.History = append(side.History, change.Entry{
			Date: terminal.Printable(e.Date), Text: terminal.Printable(e.Text), At: change.Place{Page: e.Page, Line: e.Line},
		})
	}
	return side, nil
}
