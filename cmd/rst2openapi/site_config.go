package main

import (
	"context"
	"errors"
	"os"
	"os/signal"

	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/parallel"
	"github.com/rst2openapi/rst2openapi/internal/site"
)

// configured makes the sets of a configuration that are named, or all, at their pins: with their
// profiles, corrections, names and choice of descriptions.
func (f siteFlags) configured(names []string) ([]*site.Set, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	file, err := findConfig(f.config)
	if err != nil {
		return nil, fail(exitUsage, "name the folders of documentation sets, or give --all DIR: there is no %s here", config.FileName)
	}
	_, sets, err := readConfig(file, names)
	if err != nil {
		return nil, err
	}
	s := newSyncer(file, syncFlags{cache: f.cache, offline: f.offline})
	out, errs := make([]*site.Set, len(sets)), make([]error, len(sets))
	parallel.Each(len(sets), func(i int) {
		if out[i], errs[i] = s.siteSet(ctx, sets[i]); errs[i] == nil && f.history != "" && out[i].JSON != nil {
			out[i].History, errs[i] = f.configuredTimeline(ctx, s, sets[i])
		}
	})
	return out, joinFailures(sets, errs)
}

// siteSet converts a set of a configuration. One without an operation gives no document.
func (s *syncer) siteSet(ctx context.Context, set *config.Set) (*site.Set, error) {
	made, err := s.madeOf(ctx, set, set.Source.Pin(), nil)
	if errors.Is(err, convert.ErrNoOperations) {
		return &site.Set{Name: set.Name, Stats: made.Stats, Findings: made.Findings}, nil
	}
	if err != nil {
		return nil, err
	}
	res := made.Converted
	out := &site.Set{Name: set.Name, Category: res.Service.Category, Stats: made.Stats, Findings: made.Findings, Pages: res.Pages()}
	if out.Package = goPackage(res.Service.Name, set.Name); set.Go != nil {
		out.Package = set.Go.Package
	}
	prose := set.Prose != "none"
	if out.YAML, err = res.Encode("x.yaml", prose, made.Overlays...); err == nil {
		out.JSON, err = res.Encode("x.json", prose, made.Overlays...)
	}
	return out, err
}

// configuredTimeline is timeline with the profile of a set.
func (f siteFlags) configuredTimeline(ctx context.Context, s *syncer, set *config.Set) (*site.Timeline, error) {
	p, err := s.docs.profile(set.Profile)
	if err != nil {
		return nil, err
	}
	return f.timeline(ctx, convert.New(p), set.Name, set.Source.Path)
}
