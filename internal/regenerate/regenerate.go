// Package regenerate makes the files of one set of a configuration: the document, what stands
// beside it, and the Go package. Texts in, texts out: it knows no disk, no repository and no
// state of earlier runs.
package regenerate

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"path"
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// Text is a file that a set names, such as an overlay.
type Text struct {
	Name string // as messages call it
	Text []byte
}

// Input is all that the files of a set depend on.
type Input struct {
	Set        *config.Set
	Docs       convert.Set
	Profile    Text
	Overlays   []Text
	Lock       *Text  // the names of earlier runs, nil where there are none yet
	ImportPath string // of the Go package, "" where it has none
}

// File is a file to write, by its path below the folder of the configuration.
type File struct {
	Name string
	Text []byte
}

// Result is what a set was made to.
type Result struct {
	Service  string            // the provider's short name of the service, "" where the pages do not tell
	Files    []File            // in the order in which they are to be written
	Go       map[string][]byte // the files of the Go package by name
	Stats    convert.Stats
	Findings []diag.Finding
	Renamed  []lock.Change // names that users had and have no more
	// Converted is what the pages were read as, to be corrected by Overlays.
	Converted *convert.Result
	Overlays  []*convert.Overlay
}

// Set makes the files of a set. The error says what of the input cannot be used.
func Set(in Input) (*Result, error) {
	p, err := profile.Parse(in.Profile.Name, in.Profile.Text)
	if err != nil {
		return nil, err
	}
	var overlays []*convert.Overlay
	for _, o := range in.Overlays {
		parsed, err := convert.ParseOverlay(o.Name, o.Text)
		if err != nil {
			return nil, err
		}
		overlays = append(overlays, parsed)
	}
	if in.Docs.Lock, err = in.names(); err != nil {
		return nil, err
	}
	res, err := convert.New(p).Convert(in.Docs)
	if errors.As(err, new(*convert.SeveralSets)) {
		return nil, fmt.Errorf("%w; give each a set of its own, with its path", err)
	}
	if errors.Is(err, convert.ErrNoOperations) {
		return &Result{Stats: res.Stats, Findings: res.Findings, Converted: res}, err
	}
	if err != nil {
		return nil, err
	}
	out := &Result{Service: res.Service.Name, Stats: res.Stats, Findings: res.Findings, Renamed: res.Renamed, Converted: res, Overlays: overlays}
	return out, out.fill(in)
}

// names reads the names of earlier runs, nil where the set keeps none.
func (in Input) names() (*lock.File, error) {
	if in.Set.Lock == "" {
		return nil, nil
	}
	if in.Lock == nil {
		return lock.New(), nil
	}
	return lock.Parse(in.Lock.Name, in.Lock.Text)
}

// fill writes the files of a converted set.
func (r *Result) fill(in Input) error {
	res, overlays := r.Converted, r.Overlays
	prose := in.Set.Prose != "none"
	spec, err := res.Encode(in.Set.Spec, prose, overlays...)
	if err != nil {
		return err
	}
	names, err := r.generate(in, spec, res.Lock)
	if err != nil {
		return err
	}
	if names != nil { // first: no document ever has names that its lock file lacks
		r.Files = append(r.Files, File{in.Set.Lock, names.Bytes()})
	}
	if name := in.Set.Findings; name != "" {
		text, err := diag.Encode(name, res.Findings)
		if err != nil {
			return err
		}
		r.Files = append(r.Files, File{name, text})
	}
	if name := in.Set.Sources; name != "" {
		text, err := res.Sources(prose, overlays...)
		if err != nil {
			return err
		}
		r.Files = append(r.Files, File{name, text})
	}
	r.Files = append(r.Files, File{in.Set.Spec, spec})
	for _, name := range slices.Sorted(maps.Keys(r.Go)) {
		r.Files = append(r.Files, File{path.Join(in.Set.Go.Out, name), r.Go[name]})
	}
	return nil
}

// generate makes the Go package of a set that has one. It gives the names with those in Go, nil
// where the set keeps none.
func (r *Result) generate(in Input, spec []byte, names *lock.File) (*lock.File, error) {
	g := in.Set.Go
	if g == nil {
		return names, nil
	}
	old := names
	if old == nil {
		old = lock.New()
	}
	files, next, changes, err := gogen.GenerateKept(spec, gogen.Options{
		Package: g.Package, Source: path.Base(in.Set.Spec), ImportPath: in.ImportPath, Config: g.Options,
	}, old)
	if err != nil && !errors.As(err, new(*gogen.ConfigError)) {
		return nil, fmt.Errorf("%s: %w", in.Set.Spec, err)
	}
	if err != nil {
		return nil, err
	}
	r.Go = files
	if names == nil {
		return nil, nil
	}
	gone := map[string]bool{}
	for _, c := range r.Renamed {
		gone[c.Name] = true
	}
	for _, c := range changes {
		if !gone[c.Of] { // else the document has it no more, which is said already
			r.Renamed = append(r.Renamed, c)
		}
	}
	return next, nil
}

// Key is the same for two inputs of one content, and for one only. The names of earlier runs do not
// count: a run writes them, so they are an output, too. tool stands for the program.
// docs stands for the pages, so that who has a pin need not read them.
func Key(tool, docs string, in Input) (string, error) {
	h := sha256.New()
	set := *in.Set
	options := ""
	if set.Go != nil {
		options = string(set.Go.Text)
		set.Go = nil
	}
	set.Source = config.Source{} // docs stands for it
	about, err := json.Marshal(set)
	if err != nil {
		return "", err
	}
	parts := []string{tool, docs, string(about), options, in.ImportPath, in.Profile.Name, string(in.Profile.Text)}
	for _, o := range in.Overlays {
		parts = append(parts, o.Name, string(o.Text))
	}
	for _, part := range parts {
		addPart(h, []byte(part))
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// addPart adds a text with its length, so that no two lists of texts give one sum.
func addPart(h hash.Hash, text []byte) {
	fmt.Fprintf(h, "%d:", len(text))
	h.Write(text)
}

// DocsKey stands for the pages of a set by what is in them.
func DocsKey(docs convert.Set) string {
	h := sha256.New()
	for _, files := range []map[string][]byte{docs.Pages, docs.Beside} {
		_, _ = io.WriteString(h, "files;") // a hash takes everything
		for _, name := range slices.Sorted(maps.Keys(files)) {
			addPart(h, []byte(name))
			addPart(h, files[name])
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
