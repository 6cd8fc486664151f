package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/rst2openapi/rst2openapi/cmd/internal/git"
	"github.com/rst2openapi/rst2openapi/cmd/internal/input"
	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/profile"
	"github.com/rst2openapi/rst2openapi/internal/regenerate"
	"github.com/rst2openapi/rst2openapi/internal/snapshot"
)

// docsReader reads the pages of sets from their sources. Those of commits are kept in the cache,
// so that one commit is fetched once.
type docsReader struct {
	dir     string // in which paths of sources begin
	cache   string // "" where the system has no folder for it
	offline bool
}

// openDocs are the pages of a set in one state.
type openDocs struct {
	pin string
	key string // stands for the pages, see regenerate.Key
	// read reads the pages; until then those of a commit may not even have been fetched.
	read func() (convert.Set, error)
}

// newest asks a source for its newest state: the pin to move to, "" for a folder.
func (d docsReader) newest(ctx context.Context, set *config.Set) (string, error) {
	s := set.Source
	switch {
	case s.Git != "":
		commit, _, err := git.Resolve(ctx, d.url(s.Git), s.Ref)
		return commit, err
	case config.IsURL(s.Archive):
		return d.download(ctx, s.Archive)
	case s.Archive != "":
		text, err := d.archive(s.Archive)
		return sumOf(text), err
	}
	return "", nil
}

// open opens the pages of a set in the state that a pin names.
func (d docsReader) open(ctx context.Context, set *config.Set, pin string) (*openDocs, error) {
	switch s := set.Source; {
	case s.Git != "" && pin == "":
		return nil, fmt.Errorf("no commit is pinned yet: run rst2openapi sync --update %s", set.Name)
	case s.Git != "":
		return d.openCommit(ctx, set, pin)
	case config.IsURL(s.Archive):
		return d.openDownload(ctx, set, pin)
	case s.Archive != "":
		text, err := d.archive(s.Archive)
		if err != nil {
			return nil, err
		}
		if sum := sumOf(text); pin != "" && sum != pin {
			return nil, notPinned(set, sum)
		}
		return &openDocs{pin, archiveKey(sumOf(text), s.Path), func() (convert.Set, error) { return d.unpack(set, s.Archive, text) }}, nil
	}
	docs, err := d.folder(set)
	return &openDocs{"", "folder " + regenerate.DocsKey(docs), func() (convert.Set, error) { return docs, nil }}, err
}

func archiveKey(sum, folder string) string { return "archive " + sum + " " + folder }

func notPinned(set *config.Set, sum string) error {
	return fmt.Errorf("%s has the SHA-256 %s, not the one that is pinned: run rst2openapi sync --update %s where that is right", set.Source.Archive, sum, set.Name)
}

// unpack reads the pages out of an archive.
func (d docsReader) unpack(set *config.Set, name string, text []byte) (convert.Set, error) {
	files, err := snapshot.ReadArchive(name, text, set.Source.Path)
	if err != nil {
		return convert.Set{}, fmt.Errorf("%s: %w", set.Source.Archive, err)
	}
	return d.pages(files.FS(), set)
}

// openCommit opens the pages of a commit. A tag that stands for the commit is replaced by it.
func (d docsReader) openCommit(ctx context.Context, set *config.Set, commit string) (*openDocs, error) {
	s := set.Source
	out := &openDocs{pin: commit}
	cached := d.cached(commit, s.Path)
	var files *snapshot.Snapshot
	if !isFile(cached) && s.Commit != commit { // a new pin: make sure that it is a commit
		var err error
		if files, out.pin, err = d.fetch(ctx, set, commit); err != nil {
			return nil, err
		}
	}
	out.key = "commit " + out.pin + " " + s.Path
	out.read = func() (convert.Set, error) {
		if files == nil {
			var err error
			if files, err = d.commit(ctx, set, commit, cached); err != nil {
				return convert.Set{}, err
			}
		}
		return d.pages(files.FS(), set)
	}
	return out, nil
}

// commit gives the files of a commit, from the cache or the repository.
func (d docsReader) commit(ctx context.Context, set *config.Set, commit, cached string) (*snapshot.Snapshot, error) {
	if text, err := readCached(cached); err == nil {
		if files, err := snapshot.Open(text); err == nil {
			return files, nil
		} // damaged: fetch it again
	}
	files, _, err := d.fetch(ctx, set, commit)
	return files, err
}

// fetch fetches the files of a commit and keeps them.
func (d docsReader) fetch(ctx context.Context, set *config.Set, commit string) (files *snapshot.Snapshot, id string, err error) {
	s := set.Source
	if d.offline {
		return nil, "", fmt.Errorf("the pages of commit %.12s are not in the cache: run once without --offline", commit)
	}
	c, err := git.Fetch(ctx, d.url(s.Git), commit)
	if err != nil {
		return nil, "", err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if files, err = c.Read(ctx, s.Path); err != nil {
		return nil, "", err
	}
	if cached := d.cached(c.ID(), s.Path); cached != "" {
		if err := d.keep(cached, files.Bytes()); err != nil {
			return nil, "", err
		}
	}
	return files, c.ID(), nil
}

// cached is the file of the cache for a folder of a commit, "" where there is no cache.
func (d docsReader) cached(commit, folder string) string {
	if d.cache == "" {
		return ""
	}
	return filepath.Join(d.cache, "docs", commit+"-"+sumOf([]byte(path.Clean(folder)))[:16]+".zip")
}

// url is what git is to fetch from: a path begins at the folder of the configuration.
func (d docsReader) url(name string) string {
	if strings.Contains(name, "://") || filepath.IsAbs(name) {
		return name
	}
	file := filepath.Join(d.dir, filepath.FromSlash(name))
	if _, err := os.Stat(file); err != nil && strings.Contains(name, ":") {
		return name // host:path
	}
	return file
}

// archive reads an archive.
func (d docsReader) archive(name string) ([]byte, error) {
	file := filepath.FromSlash(name)
	if !filepath.IsAbs(file) {
		file = filepath.Join(d.dir, file)
	}
	text, err := input.ReadFile(file, snapshot.MaxBytes)
	if errors.Is(err, input.ErrUnfit) {
		return nil, fail(exitInput, "%s is not a file of at most %d MiB", name, snapshot.MaxBytes>>20)
	}
	if err != nil {
		return nil, fail(exitInput, "%s cannot be read: %s", name, cause(err))
	}
	return text, nil
}

// folder reads the pages of a folder. Links that lead out of it are not followed.
func (d docsReader) folder(set *config.Set) (docs convert.Set, err error) {
	name := filepath.FromSlash(set.Source.Folder)
	if !filepath.IsAbs(name) {
		name = filepath.Join(d.dir, name)
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return docs, missing(set.Source.Folder, err, "")
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	fsys, err := fs.Sub(root.FS(), path.Clean(set.Source.Path))
	if err != nil {
		return docs, err
	}
	return d.pages(fsys, set)
}

// pages reads the pages out of the files of the set's folder. They are called as they are in the whole
// source, which is how their authors know them.
func (d docsReader) pages(fsys fs.FS, set *config.Set) (convert.Set, error) {
	p, err := d.profile(set.Profile)
	if err != nil {
		return convert.Set{}, err
	}
	docs, err := convert.New(p).ReadSet(fsys, set.Name)
	docs.Pages, docs.Beside = below(set.Source.Path, docs.Pages), below(set.Source.Path, docs.Beside)
	return docs, err
}

// below puts a folder before the names of files.
func below(folder string, files map[string][]byte) map[string][]byte {
	out := make(map[string][]byte, len(files))
	for name, text := range files {
		out[path.Join(folder, name)] = text
	}
	return out
}

// profile reads a profile, which says which files stand beside pages.
func (d docsReader) profile(name string) (*profile.Profile, error) {
	if name == "" {
		name = profile.Default
	}
	if p, _, ok := profile.BuiltIn(name); ok {
		return p, nil
	}
	if file := filepath.FromSlash(name); !filepath.IsAbs(file) {
		name = filepath.Join(d.dir, file)
	}
	p, _, err := readProfile(name)
	return p, err
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

func sumOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
