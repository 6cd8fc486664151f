package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/release"
)

// sets reads the documents and what lies beside them.
func (f *releaseFlags) sets(args []string, notes io.Writer) ([]release.Set, error) {
	names, err := documentsOf(args, notes)
	if err != nil {
		return nil, err
	}
	commits, err := f.commits()
	if err != nil {
		return nil, err
	}
	out := make([]release.Set, len(names))
	for i, name := range names {
		stem := strings.TrimSuffix(name, filepath.Ext(name))
		s := release.Set{Name: setName(name)}
		if source := commits[s.Name]; source != nil {
			s.Repository, s.Commit = source.Git, source.Commit
		}
		if s.Text, err = readPage(name); err != nil {
			return nil, err
		}
		for _, file := range []struct {
			name string
			into *[]byte
		}{{stem + ".sources.json", &s.Sources}, {stem + ".findings.json", &s.Findings}} {
			if beside(file.name) == "" {
				continue
			}
			if *file.into, err = readPage(file.name); err != nil {
				return nil, err
			}
		}
		out[i] = s
	}
	return out, nil
}

// documentsOf lists documents and those in folders. Links to documents in folders are told.
func documentsOf(args []string, notes io.Writer) ([]string, error) {
	var out []string
	for _, name := range args {
		info, err := os.Stat(name)
		if err != nil {
			return nil, missing(name, err, "a document, or a folder of documents")
		}
		if !info.IsDir() {
			out = append(out, name)
			continue
		}
		in, err := documentsIn(name, notes)
		if err != nil {
			return nil, err
		}
		if len(in) == 0 {
			return nil, fail(exitUsage, "%s has no OpenAPI document", name)
		}
		out = append(out, in...)
	}
	seen := map[string]string{}
	for _, name := range out {
		if other := seen[setName(name)]; other != "" {
			return nil, fail(exitUsage, "%s and %s would have the same place in the release", other, name)
		}
		seen[setName(name)] = name
	}
	return out, nil
}

// commits are the sources of sets by their names, as the configuration has them.
func (f *releaseFlags) commits() (map[string]*config.Source, error) {
	if f.config == "" {
		return nil, nil
	}
	text, err := readPage(f.config)
	if err != nil {
		return nil, err
	}
	c, err := config.Read(f.config, text)
	if err != nil {
		return nil, fail(exitUsage, "%s", err)
	}
	out := map[string]*config.Source{}
	for _, set := range c.Sets {
		out[set.Name] = &set.Source
	}
	return out, nil
}

// beside are the further files of a release: those of --with, and what changed since another
// release.
func (f *releaseFlags) beside(args []string) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, name := range f.with {
		text, err := readPage(name)
		if err != nil {
			return nil, err
		}
		base := filepath.Base(name)
		if out[base] != nil {
			return nil, fail(exitUsage, "--with names two files %s", base)
		}
		out[base] = text
	}
	if f.since == "" {
		return out, nil
	}
	text, err := f.changes(args)
	out[release.ChangesFile] = text
	return out, err
}

// changes is the report of what changed since the release that --since names.
func (f *releaseFlags) changes(args []string) ([]byte, error) {
	before := map[string]*change.Side{}
	entries, err := os.ReadDir(f.since)
	if err != nil {
		return nil, missing(f.since, err, "the folder of an earlier release")
	}
	for _, e := range entries {
		if file := beside(filepath.Join(f.since, e.Name(), e.Name()+".yaml")); file != "" {
			if before[e.Name()], err = readDocument(file, ""); err != nil {
				return nil, err
			}
		}
	}
	if len(before) == 0 {
		return nil, fail(exitUsage, "%s is not a release: it has no folder with a document of its name", f.since)
	}
	names, err := documentsOf(args, io.Discard) // they are told already
	if err != nil {
		return nil, err
	}
	after := map[string]*change.Side{}
	for _, name := range names {
		if after[setName(name)], err = readDocument(name, ""); err != nil {
			return nil, err
		}
	}
	all, err := compareSides(before, after, false)
	if err != nil {
		return nil, err
	}
	text, err := all.Encode("markdown")
	if err != nil {
		return nil, fail(exitOutput, "%s", err)
	}
	return text, nil
}
