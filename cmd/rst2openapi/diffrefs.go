package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"os/signal"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/git"
	"github.com/rst2openapi/rst2openapi/internal/change"
	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/regenerate"
	"github.com/rst2openapi/rst2openapi/internal/report"
)

// setRefs are two states of the repository of a set.
type setRefs struct {
	name, config, cache string
	offline             bool
}

// pinned stands for the commit that is pinned.
const pinned = "pin"

func (r *setRefs) flags(fs *flag.FlagSet) {
	fs.StringVar(&r.name, "set", "", "")
	fs.StringVar(&r.config, "config", "", "")
	fs.StringVar(&r.cache, "cache", "", "")
	fs.BoolVar(&r.offline, "offline", false, "")
}

// check says which flags do not go together.
func (r *setRefs) check(fs *flag.FlagSet, args int) error {
	if r.name == "" {
		for _, name := range []string{"set", "config", "cache", "offline"} {
			if given(fs, name) {
				return fail(exitUsage, "--%s goes with --set NAME only, the name of a set of a configuration", name)
			}
		}
		return nil
	}
	if args > 2 {
		return fail(exitUsage, "diff --set takes two states of the repository of a set at most; %d are given", args)
	}
	for _, name := range []string{"all", "lock", "old-sources", "new-sources", "profile"} {
		if given(fs, name) {
			return fail(exitUsage, "--%s does not go with --set: the configuration says it", name)
		}
	}
	return nil
}

// compareRefs compares what the repository of a set gives in two states: by default that which is
// pinned, and the newest one of the ref that the set follows. The set's corrections, profile and
// names hold for both.
func (f *diffFlags) compareRefs(refs []string) (*report.All, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	file, err := findConfig(f.set.config)
	if err != nil {
		return nil, err
	}
	_, sets, err := readConfig(file, []string{f.set.name})
	if err != nil {
		return nil, err
	}
	set := sets[0]
	if set.Source.Git == "" {
		return nil, fail(exitUsage, "the set %s is not read from a git repository, so it has no states to compare: name two folders or documents", set.Name)
	}
	refs = append(refs, []string{pinned, set.Source.Ref}[len(refs):]...)
	s := newSyncer(file, syncFlags{cache: f.set.cache, offline: f.set.offline})
	old, err := s.madeAt(ctx, set, refs[0], nil)
	if err != nil {
		return nil, err
	}
	new, err := s.madeAt(ctx, set, refs[1], old)
	if err != nil {
		return nil, err
	}
	before, err := sideOf(old.Converted, old.Overlays...)
	if err != nil {
		return nil, err
	}
	after, err := sideOf(new.Converted, new.Overlays...)
	if err != nil {
		return nil, err
	}
	var options *gogen.Config
	if set.Go != nil {
		options = set.Go.Options
	}
	r, err := compareSet(set.Name, before, after, f.golang, options)
	if err != nil {
		return nil, err
	}
	return &report.All{Sets: []*change.Report{r}}, nil
}

// madeAt makes the document of a set from a state of its repository. Its names are those that the
// set had in an earlier one, or those of its lock file where there is none.
func (s *syncer) madeAt(ctx context.Context, set *config.Set, ref string, earlier *regenerate.Result) (*regenerate.Result, error) {
	commit, err := s.commitOf(ctx, set, ref)
	if err != nil {
		return nil, fail(exitInput, "%s: %s", set.Name, err)
	}
	made, err := s.madeOf(ctx, set, commit, earlier)
	if failed := (*failure)(nil); err != nil && !errors.As(err, &failed) {
		return nil, fail(exitInput, "%s at %.12s: %s", set.Name, commit, err)
	}
	return made, err
}

// commitOf is the commit that a ref stands for.
func (s *syncer) commitOf(ctx context.Context, set *config.Set, ref string) (string, error) {
	pin := set.Source.Commit
	switch {
	case ref == pinned && pin == "":
		return "", errors.New("no commit is pinned yet: run rst2openapi sync --update " + set.Name)
	case ref == pinned, len(ref) >= 7 && strings.HasPrefix(pin, ref):
		return pin, nil
	}
	if err := config.CheckRef(ref); ref != "" && err != nil {
		return "", err
	}
	if s.offline && !git.IsCommit(ref) {
		return "", errors.New("with --offline, a state is a commit with all its characters, or " + pinned)
	}
	commit, _, err := git.Resolve(ctx, s.docs.url(set.Source.Git), ref)
	return commit, err
}
