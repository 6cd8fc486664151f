package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/rst2openapi/rst2openapi/cmd/internal/git"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/site"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// timeline converts each state in the history of a set: the repository or bundle of its name in
// the folder of --history. It is nil where nothing has that name.
func (f siteFlags) timeline(ctx context.Context, c *convert.Converter, name, folder string) (*site.Timeline, error) {
	repository := filepath.Join(f.history, name)
	if beside(repository+".bundle") != "" {
		repository += ".bundle"
	}
	if !git.IsRepository(ctx, repository) {
		if _, err := os.Stat(repository); errors.Is(err, os.ErrNotExist) {
			return nil, nil
		}
		return nil, fail(exitInput, "%s is not a git repository or bundle: --history wants one of %s there, or nothing", terminal.Printable(repository), terminal.Printable(name))
	}
	log, err := git.Log(ctx, repository, "")
	if err != nil {
		return nil, fail(exitInput, "%s: %s", terminal.Printable(repository), err)
	}
	timeline := site.NewTimeline(name)
	h := &siteHistory{converter: c, set: name, folder: folder, log: log, timeline: timeline}
	for i, commit := range log.Changes {
		if err = h.add(ctx, commit, i == len(log.Changes)-1); err != nil {
			err = fail(exitInput, "%s, commit %.12s: %s", terminal.Printable(repository), commit.ID, err)
			break
		}
	}
	return timeline, cmp.Or(err, log.Close())
}

// someHistory is an error where no set with operations has a history.
func (f siteFlags) someHistory(sets []*site.Set) error {
	if f.history == "" {
		return nil
	}
	first := ""
	for _, set := range sets {
		if set.History != nil {
			return nil
		}
		if first == "" && set.JSON != nil {
			first = set.Name
		}
	}
	return fail(exitInput, "the folder %s of --history has no set of this site: a git repository %s or a bundle %s.bundle, for one, would be that of %s",
		terminal.Printable(f.history), terminal.Printable(first), terminal.Printable(first), terminal.Printable(first))
}

// siteHistory converts the commits of a history one after the other.
type siteHistory struct {
	converter *convert.Converter
	set       string
	folder    string // of the pages in the repository, "" for its top
	log       *git.History
	timeline  *site.Timeline
	facts     []byte // the document of the last state, without texts
}

// add adds the state of a commit. One without an operation is none; nor is one that edits texts
// only, unless it is the last: what it edits is told with the next state.
func (h *siteHistory) add(ctx context.Context, commit git.Change, last bool) error {
	files, err := h.log.Commit(commit.ID).Read(ctx, h.folder)
	if errors.As(err, new(*git.NoFolder)) {
		return nil // the pages came later, or lay elsewhere
	}
	if err != nil {
		return err
	}
	set, err := h.converter.ReadSet(files.FS(), h.set)
	if errors.Is(err, convert.ErrNoPages) {
		return nil
	}
	if err != nil {
		return err
	}
	res, err := h.converter.Convert(set)
	if errors.Is(err, convert.ErrNoOperations) {
		return nil
	}
	if err != nil {
		return err
	}
	facts, err := res.Encode("x.yaml", false)
	if err != nil || bytes.Equal(facts, h.facts) && !last {
		return err
	}
	h.facts = facts
	side, err := sideOf(res)
	if err != nil {
		return err
	}
	const short = 9
	return h.timeline.Add(site.State{Commit: commit.ID[:short], Date: commit.Date, Side: side, Stats: res.Stats})
}
