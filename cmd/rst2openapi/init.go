package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"go/token"
	"io"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/git"
	"github.com/rst2openapi/rst2openapi/cmd/internal/gomod"
	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/cmd/internal/project"
	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/regenerate"
	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

type initFlags struct {
	config, cache, ref, path, name, pkg, profile string
	schema                                       bool
}

// initCommand writes a first configuration for a source, once it has proved that its pages can be
// converted.
func initCommand(args []string, stdout io.Writer) error {
	var f initFlags
	flags := flag.NewFlagSet("init", flag.ContinueOnError)
	flags.StringVar(&f.config, "config", config.FileName, "")
	flags.StringVar(&f.cache, "cache", "", "")
	flags.StringVar(&f.ref, "ref", "", "")
	flags.StringVar(&f.path, "path", "", "")
	flags.StringVar(&f.name, "name", "", "")
	flags.StringVar(&f.pkg, "package", "", "")
	flags.StringVar(&f.profile, "profile", "", "")
	flags.BoolVar(&f.schema, "schema", false, "")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if f.schema && len(rest) == 0 {
		_, err := stdout.Write(config.Schema())
		return err
	}
	if len(rest) != 1 || f.schema {
		return fail(exitUsage, "name one source: a git URL, a repository, a bundle, a folder of pages or an archive")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	set, made, err := f.first(ctx, rest[0])
	if err != nil {
		return err
	}
	return f.write(set, made, stdout)
}

// first makes the set of a source, and its document to see that it can be made.
func (f initFlags) first(ctx context.Context, arg string) (*config.Set, *regenerate.Result, error) {
	set := &config.Set{Name: "new", Spec: "new.yaml", Profile: f.profile}
	if err := f.source(ctx, set, arg); err != nil {
		return nil, nil, err
	}
	s := newSyncer(f.config, syncFlags{cache: f.cache})
	in, err := s.input(set)
	if err != nil {
		return nil, nil, err
	}
	docs, err := s.docs.open(ctx, set, set.Source.Pin())
	if err != nil {
		return nil, nil, named(arg, err)
	}
	if set.Source.Git != "" {
		set.Source.Commit = docs.pin
	}
	if in.Docs, err = docs.read(); err != nil {
		return nil, nil, named(arg, err)
	}
	made, err := regenerate.Set(in)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", config.Redact(arg), err)
	}
	return set, made, f.outputs(set, made, arg)
}

// named says of which source it is that it has no page; other errors say it themselves.
func named(arg string, err error) error {
	if errors.Is(err, convert.ErrNoPages) {
		return fmt.Errorf("%s: %w", config.Redact(arg), err)
	}
	return err
}

// source says what kind of source an argument is, and where its pages are.
func (f initFlags) source(ctx context.Context, set *config.Set, arg string) error {
	source := &set.Source
	source.Path = f.path
	cloud, err := docsReader{dir: filepath.Dir(f.config)}.profile(f.profile)
	if err != nil {
		return err
	}
	info, err := os.Stat(arg)
	remote := err != nil && strings.Contains(arg, ":")
	switch {
	case remote && config.IsURL(arg) && config.CheckArchive(arg) == nil && f.ref == "":
		source.Archive = arg
		source.SHA256, err = newSyncer(f.config, syncFlags{cache: f.cache}).docs.download(ctx, arg)
		return err
	case remote || err == nil && git.IsRepository(ctx, arg):
		return f.repository(ctx, cloud, source, arg)
	case err != nil:
		return missing(arg, err, "a git URL, a repository, a bundle, a folder of pages or an archive")
	case !info.IsDir() && !info.Mode().IsRegular():
		return fail(exitInput, "%s is %s", terminal.Printable(arg), input.Irregular(info.Mode()))
	case f.ref != "":
		return fail(exitUsage, "--ref goes with a git repository; %s is none", arg)
	case info.IsDir():
		source.Folder = f.relative(arg)
		if pages := cloud.Folder; source.Path == "" && pages != "" && isFolder(filepath.Join(arg, filepath.FromSlash(pages))) {
			source.Path = pages
		}
		return nil
	case config.CheckArchive(arg) != nil:
		return fail(exitInput, "%s is not an archive, which ends in .zip, .tar.gz or .tgz: of pages, name the folder that they are in", terminal.Printable(arg))
	}
	source.Archive = f.relative(arg)
	return nil
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// repository pins the newest commit of a repository and finds its pages.
func (f initFlags) repository(ctx context.Context, cloud *profile.Profile, source *config.Source, arg string) (err error) {
	if err := config.CheckGit(arg); err != nil {
		return fail(exitUsage, "%s", err)
	}
	if f.ref != "" {
		if err := config.CheckRef(f.ref); err != nil {
			return fail(exitUsage, "%s", err)
		}
	}
	source.Git = arg
	if _, err := os.Stat(arg); err == nil {
		source.Git = f.relative(arg)
	}
	id, full, err := git.Resolve(ctx, arg, f.ref)
	if err != nil {
		return err
	}
	source.Ref = cmp.Or(f.ref, strings.TrimPrefix(full, "refs/heads/"))
	c, err := git.Fetch(ctx, arg, id)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	source.Commit = c.ID()
	if source.Path != "" {
		return nil
	}
	files, err := c.Files(ctx, "")
	if err != nil {
		return err
	}
	source.Path, err = pagesPath(cloud, files)
	return err
}

// pagesPath finds the folder of the pages among the files of a repository: that of the profile, or the only
// one with a file of facts. Without either, the pages begin at the top.
func pagesPath(cloud *profile.Profile, files []string) (string, error) {
	const most = 10
	var found []string
	for _, name := range files {
		if cloud.Folder != "" && strings.HasPrefix(name, cloud.Folder+"/") {
			return cloud.Folder, nil
		}
		if path.Base(name) == cloud.Facts.File {
			found = append(found, path.Dir(name))
		}
	}
	switch {
	case len(found) == 1 && found[0] != ".":
		return found[0], nil
	case len(found) > most:
		found = append(found[:most], "…")
	}
	if len(found) > 1 {
		return "", fail(exitUsage, "the repository has several folders of pages: name one with --path: %s", strings.Join(found, ", "))
	}
	return "", nil
}

// relative is how the configuration, in its folder, calls a path.
func (f initFlags) relative(name string) string {
	if filepath.IsAbs(name) {
		return filepath.ToSlash(name)
	}
	if rel, err := filepath.Rel(filepath.Dir(f.config), name); err == nil {
		name = rel
	}
	return filepath.ToSlash(name)
}

// outputs names the set, after its service where its pages tell, and its files.
func (f initFlags) outputs(set *config.Set, made *regenerate.Result, arg string) error {
	set.Name = f.name
	if set.Name == "" {
		base := strings.TrimSuffix(path.Base(strings.TrimRight(filepath.ToSlash(arg), "/")), ".git")
		set.Name = cmp.Or(setWord(made.Service), setWord(strings.TrimSuffix(base, filepath.Ext(base))), "docs")
	}
	set.Spec = "spec/" + set.Name + ".yaml"
	set.Findings = "spec/" + set.Name + ".findings.txt"
	set.Lock = "spec/" + set.Name + ".names.yaml"
	pkg := f.pkg
	if pkg == "" && gomod.ImportPath(filepath.Dir(f.config)) != "" {
		pkg = packageWord(set.Name)
	}
	if pkg != "" {
		set.Go = &config.Go{Package: pkg, Out: pkg}
	}
	text, err := config.First(set)
	if err != nil {
		return err
	}
	_, err = config.Read(config.FileName, text)
	if wrong := (*config.Error)(nil); errors.As(err, &wrong) {
		return fail(exitUsage, "%s", wrong.Text)
	}
	return err
}

// setWord makes the name of a set of a word, "" where nothing is left of it.
func setWord(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, strings.ToLower(s))
	return strings.Trim(s, "-")
}

// packageWord makes the name of a Go package of the name of a set.
func packageWord(name string) string {
	name = strings.NewReplacer("-", "", ".", "", "_", "").Replace(name)
	if name == "main" || token.IsKeyword(name) || name[0] >= '0' && name[0] <= '9' {
		return "api" + name
	}
	return name
}

// write writes the configuration, where there is none, and says what to do next.
func (f initFlags) write(set *config.Set, made *regenerate.Result, stdout io.Writer) (err error) {
	if _, err := os.Lstat(f.config); err == nil {
		text, err := config.SetText(set)
		if err != nil {
			return err
		}
		fmt.Fprintf(stdout, "%s", text)
		return fail(exitUsage, "%s exists: add the lines above to its sets", f.config)
	}
	text, err := config.First(set)
	if err != nil {
		return err
	}
	p, err := project.Open(filepath.Dir(f.config))
	if err != nil {
		return fail(exitOutput, "%s", err)
	}
	defer func() {
		if closing := p.Close(); err == nil && closing != nil {
			err = fail(exitOutput, "%s", closing)
		}
	}()
	if err := p.Replace([]project.Change{{Name: filepath.Base(f.config), Text: text}}); err != nil {
		return fail(exitOutput, "%s", err)
	}
	f.printNext(stdout, set, made)
	return nil
}

// module is how Go calls this command.
const module = "github.com/rst2openapi/rst2openapi/cmd/rst2openapi"

func (f initFlags) printNext(w io.Writer, set *config.Set, made *regenerate.Result) {
	at := ""
	if set.Source.Commit != "" {
		at = fmt.Sprintf(" at commit %.12s", set.Source.Commit)
	}
	fmt.Fprintf(w, "%s: the set %s, %s%s\n", f.config, set.Name, diag.Counted(made.Stats.Operations+made.Stats.Variants, "operation"), at)
	if set.Go == nil {
		fmt.Fprintf(w, "next:\n  rst2openapi sync             writes %s\n", set.Spec)
		if set.Source.Git != "" {
			fmt.Fprintln(w, "  rst2openapi sync --update    later: moves the pin to the newest commit")
		}
		return
	}
	fmt.Fprintf(w, "next:\n  go get -tool %s\n", module)
	fmt.Fprintf(w, "  go tool rst2openapi sync             writes %s and the package %s\n", set.Spec, set.Go.Package)
	fmt.Fprintln(w, "  go mod tidy                          adds what the package imports")
	if set.Source.Git != "" {
		fmt.Fprintln(w, "  go tool rst2openapi sync --update    later: moves the pin to the newest commit")
	}
	fmt.Fprintln(w, "  //go:generate go tool rst2openapi sync    in a Go file, for go generate")
}
