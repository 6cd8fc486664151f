package main

import (
	"context"
	"os"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/regenerate"
	"github.com/rst2openapi/rst2openapi/internal/report"
)

// report says what changed in the sets that a run makes again, as diff does. It must be asked for
// before files are replaced.
func (s *syncer) report(ctx context.Context, results []*setSync) (*report.All, error) {
	all := &report.All{}
	for _, r := range results {
		if r.result == nil {
			continue
		}
		before, err := s.before(ctx, r)
		if err != nil {
			return nil, err
		}
		if before == nil {
			all.Added = append(all.Added, r.set.Name)
			continue
		}
		after, err := sideOf(r.result.Converted, r.result.Overlays...)
		if err != nil {
			return nil, err
		}
		compared, err := change.Compare(r.set.Name, before, after)
		if err != nil {
			return nil, fail(exitInput, "%s: %s", r.set.Name, err)
		}
		all.Sets = append(all.Sets, compared)
	}
	return all, nil
}

// before is a set as it was: what the old pin gives, with all that its pages say, or else the
// document that is there. It is nil where there is neither.
func (s *syncer) before(ctx context.Context, r *setSync) (*change.Side, error) {
	if old := r.set.Source.Pin(); r.set.Source.Git != "" && old != "" && old != r.pin {
		if made, err := s.madeOf(ctx, r, old); err == nil {
			return sideOf(made.Converted, made.Overlays...)
		} // the old commit may be gone, or corrections fit the new pages only
	}
	spec := s.path(r.set.Spec)
	if _, err := os.Stat(spec); err != nil {
		return nil, nil
	}
	return readDocument(spec, "")
}

// madeOf makes the document of a set from another commit.
func (s *syncer) madeOf(ctx context.Context, r *setSync, commit string) (*regenerate.Result, error) {
	set := *r.set
	set.Go = nil
	in, err := s.input(&set)
	if err != nil {
		return nil, err
	}
	docs, err := s.docs.open(ctx, &set, commit)
	if err != nil {
		return nil, err
	}
	if in.Docs, err = docs.read(); err != nil {
		return nil, err
	}
	return regenerate.Set(in)
}

// writeReport writes a report as Markdown.
func writeReport(name string, all *report.All) error {
	text, err := all.Encode("markdown")
	if err != nil {
		return fail(exitOutput, "%s", err)
	}
	var out outputs
	out.add(name, text)
	return out.write()
}
