package git

import (
	"context"
	"errors"
	"os"
	"strings"
)

// History is a repository that was fetched with all commits of a branch. Close removes it.
type History struct {
	dir string
	// Changes are the commits of the branch that changed a file, from the oldest on; of a merge
	// only what it brought into the branch counts.
	Changes []Change
}

// Change is a commit of a history.
type Change struct{ ID, Date string } // the day on which it was made: 2024-05-31

// Log fetches the history of a branch of a repository or bundle, "" for its default branch.
func Log(ctx context.Context, url, ref string) (*History, error) {
	id, _, err := Resolve(ctx, url, ref)
	if err != nil {
		return nil, err
	}
	dir, err := tempDir()
	if err != nil {
		return nil, err
	}
	h := &History{dir: dir}
	if err := h.fetch(ctx, url, id); err != nil {
		return nil, errors.Join(err, h.Close())
	}
	return h, nil
}

func (h *History) fetch(ctx context.Context, url, id string) error {
	init := []string{"init", "--quiet", "--bare", "--template="}
	if len(id) == 64 {
		init = append(init, "--object-format=sha256")
	}
	if _, err := run(ctx, h.dir, nil, append(init, h.dir)...); err != nil {
		return err
	}
	if _, err := run(ctx, h.dir, nil, "config", "remote.origin.url", local(url)); err != nil {
		return err
	}
	if _, err := run(ctx, h.dir, nil, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "origin", "+refs/heads/*:refs/fetched/*"); err != nil {
		return err
	}
	// A checkout of a tag or of a pull request has its commit on no branch.
	if _, err := run(ctx, h.dir, nil, "cat-file", "-e", id+"^{commit}"); err != nil {
		if _, err := run(ctx, h.dir, nil, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "origin", "+HEAD:refs/fetched-head"); err != nil {
			return err
		}
	}
	out, err := run(ctx, h.dir, nil, "log", "--reverse", "--first-parent", "--format=%H %cs %T", "--end-of-options", id)
	if err != nil {
		return err
	}
	before := ""
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		if len(fields) != 3 || fields[2] == before {
			continue
		}
		before = fields[2]
		h.Changes = append(h.Changes, Change{fields[0], fields[1]})
	}
	return nil
}

// Commit is a commit of the history. It needs no Close of its own.
func (h *History) Commit(id string) *Commit { return &Commit{dir: h.dir, id: id} }

// Close removes what was fetched.
func (h *History) Close() error { return os.RemoveAll(h.dir) }
