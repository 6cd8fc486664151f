package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

type lintFlags struct {
	format, findings, all string
	pick                  diag.Selection
}

// lintCommand prints the findings of pages, and ends in exitInput where the pages have an
// error that their authors can repair: a check for the repository that the pages live in.
func lintCommand(args []string, stdout, stderr io.Writer) error {
	var f lintFlags
	var level, family string
	var rules []string
	fs := flag.NewFlagSet("lint", flag.ContinueOnError)
	fs.StringVar(&f.format, "format", "text", "")
	fs.StringVar(&f.findings, "findings", "", "")
	fs.StringVar(&f.all, "all", "", "")
	fs.StringVar(&level, "level", "", "")
	fs.StringVar(&family, "family", "", "")
	fs.Func("rule", "", func(v string) error {
		rules = append(rules, strings.Split(v, ",")...)
		return nil
	})
	converter := profileFlag(fs)
	rest, err := parse(fs, args)
	if err != nil {
		return err
	}
	if f.pick, err = diag.Select(level, family, rules); err != nil {
		return fail(exitUsage, "%s", err)
	}
	if !slices.Contains([]string{"text", "json", "sarif"}, f.format) {
		return fail(exitUsage, "--format takes text, json or sarif, not %q", f.format)
	}
	if f.findings != "" {
		if _, err := diag.Encode(f.findings, nil); err != nil {
			return fail(exitUsage, "%s", err)
		}
	}
	switch {
	case f.all != "" && len(rest) > 0:
		return fail(exitUsage, "--all takes one folder; %q is one too many", rest[0])
	case f.all != "":
		collectRarely()
		names, err := subFolders(f.all, stderr)
		if err != nil {
			return err
		}
		for _, name := range names {
			rest = append(rest, filepath.Join(f.all, name))
		}
	case len(rest) == 0:
		return fail(exitUsage, "name the folder of a documentation set, or pages")
	}
	c, err := converter()
	if err != nil {
		return err
	}
	sets, err := lintSets(c, rest, f.all != "")
	if err != nil {
		return err
	}
	all, err := lint(c, sets)
	if err != nil {
		return err
	}
	found := f.pick.Of(all)
	if err := f.print(found, stdout); err != nil {
		return err
	}
	if n := docsErrors(found); n > 0 {
		return fail(exitInput, "the pages have %d errors", n)
	}
	return nil
}

// print writes the findings to stdout and, where asked for, into a file.
func (f lintFlags) print(found []diag.Finding, stdout io.Writer) error {
	text, err := diag.Encode(map[string]string{"text": ".txt", "json": ".json", "sarif": ".sarif"}[f.format], found)
	if err != nil {
		return err
	}
	if f.findings != "" {
		file, err := diag.Encode(f.findings, found)
		if err != nil {
			return err
		}
		var out outputs
		out.add(f.findings, file)
		if err := out.write(); err != nil {
			return err
		}
	}
	if _, err := stdout.Write(text); err != nil {
		return fail(exitOutput, "the findings cannot be written: %s", err)
	}
	return nil
}

// folderSet is a set with the folder that its pages are in, as the user wrote it.
type folderSet struct {
	convert.Set
	dir string
}

// lintSets reads each folder as a set of its own, and all single pages together as one.
// Of --all, a folder without a page counts as none.
func lintSets(c *convert.Converter, args []string, all bool) ([]folderSet, error) {
	var sets []folderSet
	var pages []string
	for _, arg := range args {
		if info, err := os.Stat(arg); err != nil || !info.IsDir() {
			pages = append(pages, arg)
			continue
		}
		set, err := readFolder(c, arg)
		if all && errors.Is(err, errNoPage) {
			continue
		}
		if err != nil {
			return nil, err
		}
		sets = append(sets, folderSet{set, filepath.ToSlash(arg)})
	}
	if len(pages) > 0 {
		set, err := readSet(c, pages)
		if err != nil {
			return nil, err
		}
		sets = append(sets, folderSet{Set: set})
	}
	if len(sets) == 0 {
		return nil, fmt.Errorf("no folder %w", errNoPage)
	}
	return sets, nil
}

// lint gives the findings of all sets. It names their pages from the folder on in which
// the command runs, so that an editor or a code host finds them.
func lint(c *convert.Converter, sets []folderSet) ([]diag.Finding, error) {
	var out []diag.Finding
	for _, set := range sets {
		res, err := c.Convert(set.Set) // guides without an operation have findings too
		if errors.As(err, new(*convert.SeveralSets)) {
			return nil, fail(exitUsage, "%s: %s. Give --all %s, or name the folder of one", set.dir, err, set.dir)
		}
		if errors.As(err, new(*convert.InternalError)) {
			return nil, err
		}
		for _, f := range res.Findings {
			f.Page = path.Join(set.dir, f.Page)
			for i := range f.Related {
				f.Related[i].Page = path.Join(set.dir, f.Related[i].Page)
			}
			out = append(out, f)
		}
	}
	return out, nil
}

// docsErrors counts the findings that only the author of a page can repair and that leave
// something out of the document.
func docsErrors(found []diag.Finding) int {
	n := 0
	for _, f := range found {
		if diag.Family(f.Rule) == "docs" && f.Level == diag.Error {
			n++
		}
	}
	return n
}
