package main

import (
	"context"
	"os"

	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
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
		var options *gogen.Config
		if r.set.Go != nil {
			options = r.set.Go.Options
		}
		compared, err := compareSet(r.set.Name, before, after, s.golang && r.set.Go != nil, options)
		if err != nil {
			return nil, err
		}
		all.Sets = append(all.Sets, compared)
	}
	return all, nil
}

// before is a set as it was: what the old pin gives, with all that its pages say, or else the
// document that is there. It is nil where there is neither.
func (s *syncer) before(ctx context.Context, r *setSync) (*change.Side, error) {
	kept := r.set.Source.Git != "" || config.IsURL(r.set.Source.Archive) // the cache may have the old state
	if old := r.set.Source.Pin(); kept && old != "" && old != r.pin {
		if made, err := s.madeOf(ctx, r.set, old, nil); err == nil {
			return sideOf(made.Converted, made.Overlays...)
		} // the old commit may be gone, or corrections fit the new pages only
	}
	spec := s.path(r.set.Spec)
	if _, err := os.Stat(spec); err != nil {
		return nil, nil
	}
	return readDocument(spec, "")
}

// madeOf makes the document of a set from another commit. Its names are those that the set had in an
// earlier state, or those of its lock file where there is none.
func (s *syncer) madeOf(ctx context.Context, of *config.Set, commit string, earlier *regenerate.Result) (*regenerate.Result, error) {
	set := *of
	set.Go = nil
	in, err := s.input(&set)
	if err != nil {
		return nil, err
	}
	if earlier != nil && earlier.Converted.Lock != nil {
		in.Lock = &regenerate.Text{Name: set.Lock, Text: earlier.Converted.Lock.Bytes()}
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
