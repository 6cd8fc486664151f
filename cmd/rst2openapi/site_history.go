package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"path/filepath"

	"github.com/rst2openapi/rst2openapi/cmd/internal/git"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/site"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// timeline converts each state in the history of a set: the repository or bundle of its name in
// the folder of --history. It is nil where there is none.
func (f siteFlags) timeline(ctx context.Context, c *convert.Converter, name, folder string) (*site.Timeline, error) {
	repository := filepath.Join(f.history, name)
	if beside(repository+".bundle") != "" {
		repository += ".bundle"
	}
	if !git.IsRepository(ctx, repository) {
		return nil, nil
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
