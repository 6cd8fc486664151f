package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/gogen"
	"github.com/rst2openapi/rst2openapi/internal/parallel"
	"github.com/rst2openapi/rst2openapi/internal/site"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

type siteFlags struct {
	out, all, history, viewer, title string
	config, cache                    string // of the sets of a configuration
	offline                          bool
}

// siteCommand makes a catalogue that a browser opens from a disk or a server of files.
func siteCommand(args []string, stderr io.Writer) error {
	var f siteFlags
	fs := flag.NewFlagSet("site", flag.ContinueOnError)
	fs.StringVar(&f.out, "o", "", "")
	fs.StringVar(&f.all, "all", "", "")
	fs.StringVar(&f.history, "history", "", "")
	fs.StringVar(&f.viewer, "viewer", "", "")
	fs.StringVar(&f.title, "title", "API catalogue", "")
	fs.StringVar(&f.config, "config", "", "")
	fs.StringVar(&f.cache, "cache", "", "")
	fs.BoolVar(&f.offline, "offline", false, "")
	converter := profileFlag(fs)
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	switch {
	case f.out == "":
		return fail(exitUsage, "-o is missing: say in which folder the site goes")
	case f.all != "" && len(rest) > 0:
		return fail(exitUsage, "--all takes one folder; %q is one too many", rest[0])
	}
	configured := f.config != "" || f.all == "" && len(rest) == 0
	if err := f.check(configured, given(fs, "profile")); err != nil {
		return err
	}
	in := site.Input{Title: f.title, Viewer: f.viewer != ""}
	if configured {
		in.Sets, err = f.configured(rest)
	} else {
		in.Sets, err = f.named(converter, rest, stderr)
	}
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(in.Sets, func(s *site.Set) bool { return s.JSON != nil }) {
		return fail(exitInput, "no set has an operation")
	}
	if err := f.someHistory(in.Sets); err != nil {
		return err
	}
	files, err := site.Build(in)
	if err != nil {
		return fail(exitInput, "%s", err)
	}
	if f.viewer != "" {
		if files[site.ViewerFile], err = readPage(f.viewer); err != nil {
			return err
		}
	}
	if err := writeSite(f.out, files); err != nil {
		return err
	}
	size := 0
	for _, text := range files {
		size += len(text)
	}
	fmt.Fprintf(stderr, "%s: %d files, %.1f MB; open %s\n", f.out, len(files), float64(size)/1e6, filepath.Join(f.out, "index.html"))
	return nil
}

// check finds flags that do not go with the sets of a configuration, or with folders, and a history that cannot be read.
func (f siteFlags) check(configured, profile bool) error {
	switch {
	case configured && (f.all != "" || profile):
		return fail(exitUsage, "--all and --profile do not go with a configuration, which says what its sets are and have")
	case !configured && (f.cache != "" || f.offline):
		return fail(exitUsage, "--cache and --offline go with the sets of a configuration only: name no folders")
	}
	if f.history == "" {
		return nil
	}
	if _, err := os.ReadDir(f.history); err != nil {
		return fail(exitInput, "the folder %s of --history cannot be read: %s", f.history, cause(err))
	}
	return nil
}

// given reports whether a flag is on the command line.
func given(fs *flag.FlagSet, name string) (found bool) {
	fs.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

// named converts the sets whose folders are named.
func (f siteFlags) named(converter func() (*convert.Converter, error), args []string, stderr io.Writer) ([]*site.Set, error) {
	c, err := converter()
	if err != nil {
		return nil, err
	}
	dirs, err := f.folders(args, stderr)
	if err != nil {
		return nil, err
	}
	return f.sets(c, dirs)
}

// folders are those of the sets, by the names of the sets.
func (f siteFlags) folders(args []string, stderr io.Writer) (map[string]string, error) {
	if f.all != "" {
		collectRarely()
		names, err := subFolders(f.all, stderr)
		for _, name := range names {
			args = append(args, filepath.Join(f.all, name))
		}
		if err != nil {
			return nil, err
		}
	}
	out := map[string]string{}
	for _, dir := range args {
		name := setName(dir)
		if out[name] != "" {
			return nil, fail(exitUsage, "%s and %s are sets of one name: a site has one folder for each", out[name], dir)
		}
		out[name] = dir
	}
	return out, nil
}

// sets converts all sets, and their histories.
func (f siteFlags) sets(c *convert.Converter, dirs map[string]string) ([]*site.Set, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	names := slices.Sorted(maps.Keys(dirs))
	out, errs := make([]*site.Set, len(names)), make([]error, len(names))
	parallel.Each(len(names), func(i int) {
		if out[i], errs[i] = siteSet(c, names[i], dirs[names[i]]); errs[i] == nil && f.history != "" && out[i].JSON != nil {
			out[i].History, errs[i] = f.timeline(ctx, c, names[i], "")
		}
	})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// siteSet converts one set. A folder without a page or an operation gives no document.
func siteSet(c *convert.Converter, name, dir string) (*site.Set, error) {
	out := &site.Set{Name: name}
	set, err := readFolder(c, dir)
	if errors.Is(err, errNoPage) {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	res, err := c.Convert(set)
	out.Stats, out.Findings, out.Pages = res.Stats, res.Findings, res.Pages()
	switch {
	case errors.Is(err, convert.ErrNoOperations):
		return out, nil
	case errors.As(err, new(*convert.SeveralSets)):
		return nil, several(dir, err)
	case err != nil:
		return nil, fail(exitInput, "%s: %s", terminal.Printable(dir), err)
	}
	out.Category, out.Package = res.Service.Category, goPackage(res.Service.Name, name)
	if out.YAML, err = res.Encode("x.yaml", true); err == nil {
		out.JSON, err = res.Encode("x.json", true)
	}
	if err != nil {
		return nil, fail(exitInput, "%s: %s", terminal.Printable(dir), err)
	}
	return out, nil
}

// goPackage is the name of the package for a service: its short name, or that of its set.
func goPackage(names ...string) string {
	for _, name := range names {
		name = strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, strings.ToLower(name))
		if gogen.CheckPackage(name) == nil {
			return name
		}
	}
	return "client"
}

// siteFiles lists the files of a site in its folder, so that the next run may remove what it no
// longer makes, and no run writes into a folder of somebody else.
const siteFiles = "files.json"

// writeSite writes the files of a site and removes those that an earlier run made and this one
// does not.
func writeSite(dir string, files map[string][]byte) error {
	old, err := earlierSite(dir)
	if err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(files))
	list, err := json.MarshalIndent(names, "", " ")
	if err != nil {
		return err
	}
	files = maps.Clone(files)
	files[siteFiles] = append(list, '\n')
	var out outputs
	if err := out.addBelow(dir, files); err != nil {
		return err
	}
	if err := out.write(); err != nil {
		return err
	}
	for _, name := range old {
		if files[name] != nil || !filepath.IsLocal(filepath.FromSlash(name)) {
			continue
		}
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fail(exitOutput, "%s, which the site no longer has, cannot be removed: %s", file, cause(err))
		}
		_ = os.Remove(filepath.Dir(file)) // where it is empty
	}
	return nil
}

// earlierSite lists the files that an earlier run wrote into a folder. A folder with other files
// is an error.
func earlierSite(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, fail(exitOutput, "the folder %s cannot be read: %s", dir, cause(err))
	}
	var old []string
	text, err := input.ReadFile(filepath.Join(dir, siteFiles), input.MaxDocument)
	if err != nil || json.Unmarshal(text, &old) != nil {
		return nil, fail(exitUsage, "%s is not empty and not a site of this command: name another folder", dir)
	}
	return old, nil
}
