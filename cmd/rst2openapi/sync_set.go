package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/gomod"
	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/cmd/internal/project"
	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/lock"
	"github.com/rst2openapi/rst2openapi/internal/parallel"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/regenerate"
)

// syncer makes the files of sets.
type syncer struct {
	file string // the configuration
	dir  string // its folder, in which paths begin
	docs docsReader
	syncFlags
	state *syncState
	tool  string
}

func newSyncer(file string, f syncFlags) *syncer {
	dir := filepath.Dir(file)
	cache := cacheFolder(f.cache)
	return &syncer{
		file: filepath.ToSlash(file), dir: dir, syncFlags: f, state: readState(cache, file), tool: toolIdentity(),
		docs: docsReader{dir: dir, cache: cache, offline: f.offline},
	}
}

// setSync is what became of one set.
type setSync struct {
	set     *config.Set
	pin     string             // the new one, or the old
	key     string             // of the inputs
	result  *regenerate.Result // nil: nothing to do
	changes []project.Change   // all files; most may be as they were
	written int
}

// all makes the files of sets. The error tells of each set that cannot be made, in their order.
func (s *syncer) all(ctx context.Context, sets []*config.Set) ([]*setSync, error) {
	results, errs := make([]*setSync, len(sets)), make([]error, len(sets))
	parallel.Each(len(sets), func(i int) { results[i], errs[i] = s.one(ctx, sets[i]) })
	return results, joinFailures(sets, errs)
}

// joinFailures makes one failure of those of several sets.
func joinFailures(sets []*config.Set, errs []error) error {
	code, text := 0, ""
	for i, err := range errs {
		if err == nil {
			continue
		}
		own := exitInput
		if f := (*failure)(nil); errors.As(err, &f) {
			own = f.code
		}
		code = max(code, own)
		text += "\nrst2openapi: " + sets[i].Name + ": " + err.Error()
	}
	if code == 0 {
		return nil
	}
	return fail(code, "%s", strings.TrimPrefix(text, "\nrst2openapi: "))
}

// one makes the files of one set.
func (s *syncer) one(ctx context.Context, set *config.Set) (*setSync, error) {
	in, err := s.input(set)
	if err != nil {
		return nil, err
	}
	pin := set.Source.Pin()
	if s.update {
		if pin, err = s.docs.newest(ctx, set); err != nil {
			return nil, err
		}
	}
	docs, err := s.docs.open(ctx, set, pin)
	if err != nil {
		return nil, err
	}
	r := &setSync{set: set, pin: docs.pin}
	if r.key, err = regenerate.Key(s.tool, docs.key, in); err != nil {
		return nil, err
	}
	if s.upToDate(r) {
		return r, nil
	}
	if in.Docs, err = docs.read(); err != nil {
		return nil, err
	}
	if r.result, err = regenerate.Set(in); errors.As(err, new(*gogen.ConfigError)) || errors.As(err, new(*lock.Error)) {
		return nil, fail(exitUsage, "%s", err)
	} else if err != nil {
		return nil, err
	}
	return r, s.addChanges(r)
}

// input reads what a set names beside its pages.
func (s *syncer) input(set *config.Set) (in regenerate.Input, err error) {
	in.Set = set
	name := set.Profile
	if name == "" {
		name = profile.Default
	}
	if _, text, ok := profile.BuiltIn(name); ok {
		in.Profile = regenerate.Text{Name: name, Text: text}
	} else if err = noProfile("profile", s.path(name)); err != nil {
		return in, err
	} else if in.Profile, err = s.text(name); err != nil {
		return in, err
	}
	for _, name := range set.Overlays {
		text, err := s.text(name)
		if err != nil {
			return in, err
		}
		in.Overlays = append(in.Overlays, text)
	}
	if set.Lock != "" {
		text, err := input.ReadFile(s.path(set.Lock), lock.MaxSize)
		switch {
		case err == nil:
			in.Lock = &regenerate.Text{Name: filepath.ToSlash(s.path(set.Lock)), Text: text}
		case !errors.Is(err, fs.ErrNotExist):
			return in, fail(exitInput, "%s cannot be read: %s", set.Lock, cause(err))
		}
	}
	if set.Go != nil {
		in.ImportPath = gomod.ImportPath(s.path(set.Go.Out))
	}
	return in, nil
}

func (s *syncer) text(name string) (regenerate.Text, error) {
	file := s.path(name)
	text, err := readPage(file)
	return regenerate.Text{Name: filepath.ToSlash(file), Text: text}, err
}

// path is where a name of the configuration leads.
func (s *syncer) path(name string) string {
	if name = filepath.FromSlash(name); filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(s.dir, name)
}

// addChanges lists the files of a set, and those of its Go package that are no longer written.
func (s *syncer) addChanges(r *setSync) error {
	for _, f := range r.result.Files {
		r.changes = append(r.changes, project.Change{Name: path.Clean(f.Name), Text: f.Text})
	}
	if r.set.Go == nil {
		return nil
	}
	stale, err := gogen.Leftovers(os.DirFS(s.path(r.set.Go.Out)), r.set.Go.Out, r.result.Go)
	if err != nil {
		return fail(exitOutput, "%s", cause(err))
	}
	for _, name := range stale {
		r.changes = append(r.changes, project.Change{Name: path.Join(r.set.Go.Out, name), Remove: true})
	}
	return nil
}

// maxOutput is the largest file that is compared with what a run would write, in bytes.
const maxOutput = 1 << 30

// upToDate reports whether the files of a set are those that an earlier run made of the same
// input. It reads each of them: people edit generated files.
func (s *syncer) upToDate(r *setSync) bool {
	known := s.state.of(r.set.Name)
	if known == nil || known.Key != r.key {
		return false
	}
	ours := map[string][]byte{}
	for name, sum := range known.Files {
		text, err := input.ReadFile(s.path(name), maxOutput)
		if err != nil || sumOf(text) != sum {
			return false
		}
		if r.set.Go != nil && path.Dir(name) == path.Clean(r.set.Go.Out) {
			ours[path.Base(name)] = nil
		}
	}
	if r.set.Go == nil {
		return true
	}
	delete(ours, path.Base(r.set.Spec)) // it may stand in the folder of the package
	for _, name := range r.set.Outputs() {
		delete(ours, path.Base(name))
	}
	stale, err := gogen.Leftovers(os.DirFS(s.path(r.set.Go.Out)), r.set.Go.Out, ours)
	return (err == nil || errors.Is(err, fs.ErrNotExist)) && len(stale) == 0
}
