package main

import (
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/version"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/release"
)

type releaseFlags struct {
	out, since, config, base string
	with                     []string
}

// releaseCommand writes what is published of documents into a folder.
func releaseCommand(args []string, stdout, stderr io.Writer) error {
	var f releaseFlags
	fs := flag.NewFlagSet("release", flag.ContinueOnError)
	fs.StringVar(&f.out, "o", "", "")
	fs.StringVar(&f.since, "since", "", "")
	fs.StringVar(&f.config, "config", "", "")
	fs.StringVar(&f.base, "base", "", "")
	fs.Func("with", "", func(name string) error {
		f.with = append(f.with, name)
		return nil
	})
	rest, err := parse(fs, args)
	switch {
	case err != nil:
		return err
	case f.out == "":
		return fail(exitUsage, "-o is missing: say which folder the release goes to")
	case len(rest) == 0:
		return fail(exitUsage, "name the documents to publish, or a folder of them")
	case f.base != "" && !isWebFolder(f.base):
		return fail(exitUsage, "--base %s is not the URL of a folder, as https://example.com/release", f.base)
	}
	sets, err := f.sets(rest, stderr)
	if err != nil {
		return err
	}
	beside, err := f.beside(rest)
	if err != nil {
		return err
	}
	files, err := release.Files(sets, release.Options{Generator: version.Text("rst2openapi"), Base: f.base, Beside: beside})
	if err != nil {
		return fail(exitInput, "%s", err)
	}
	if err := f.write(files); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %s, %s\n", f.out, diag.Counted(len(sets), "document"), diag.Counted(len(files), "file"))
	return nil
}

// isWebFolder reports whether a text is the address of a folder that names of files can follow. Addresses
// have no characters but those of RFC 3986; url.Parse takes others, which a $id may not have.
func isWebFolder(text string) bool {
	u, err := url.Parse(text)
	odd := func(c rune) bool { return c <= ' ' || c > '~' || strings.ContainsRune("\"<>\\^`{|}", c) }
	return err == nil && !strings.ContainsFunc(text, odd) && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.RawQuery == "" && u.Fragment == "" && u.User == nil && !strings.ContainsAny(text, "?#")
}

// write writes a release into its folder, which has nothing else.
func (f *releaseFlags) write(files map[string][]byte) error {
	err := filepath.WalkDir(f.out, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(f.out, name)
		if err == nil && files[filepath.ToSlash(rel)] == nil {
			return fail(exitUsage, "%s is not of this release: empty the folder %s first", name, f.out)
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	var out outputs
	if err := out.addBelow(f.out, files); err != nil {
		return err
	}
	return out.write()
}
