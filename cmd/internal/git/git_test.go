package git

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/snapshot"
)

// docs makes a repository of pages with two commits, a link, a submodule, attributes and hooks
// that leave a mark when something runs them. It gives the repository and the commits.
func docs(t *testing.T) (dir, mark string, commits []string) {
	t.Helper()
	dir, mark = filepath.Join(t.TempDir(), "docs"), filepath.Join(t.TempDir(), "mark")
	put := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	put("README.md", strings.Repeat("not wanted\n", 100))
	put("api-ref/source/index.rst", "first\n")
	put("api-ref/source/a/page.rst", "page\n")
	put(".gitattributes", "*.rst text eol=crlf filter=evil export-subst\n*.txt export-ignore\n")
	put("api-ref/source/left.txt", "kept\n")
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "api-ref/source/secret.rst")); err != nil {
		t.Fatal(err)
	}
	run1(t, dir, "init", "-q", "-b", "main")
	run1(t, dir, "config", "filter.evil.smudge", "touch "+mark)
	run1(t, dir, "config", "uploadpack.allowFilter", "true")
	for _, hook := range []string{"post-checkout", "reference-transaction", "post-index-change"} {
		put(".git/hooks/"+hook, "#!/bin/sh\ntouch "+mark+"\n")
	}
	run1(t, dir, "-c", "core.hooksPath=/dev/null", "add", "-A")
	run1(t, dir, "-c", "core.hooksPath=/dev/null", "update-index", "--add", "--cacheinfo", "160000,0123456789012345678901234567890123456789,api-ref/source/module")
	run1(t, dir, "-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", "one")
	run1(t, dir, "-c", "core.hooksPath=/dev/null", "tag", "-a", "-m", "v1", "v1")
	commits = append(commits, run1(t, dir, "rev-parse", "HEAD"))
	put("api-ref/source/index.rst", "second\n")
	run1(t, dir, "-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", "two", "api-ref/source/index.rst")
	return dir, mark, append(commits, run1(t, dir, "rev-parse", "HEAD"))
}

func run1(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org",
		"GIT_CONFIG_GLOBAL=/dev/null")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %q: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// TestFetch reads both commits from a repository, over git's own protocol, and from a bundle.
func TestFetch(t *testing.T) {
	dir, mark, commits := docs(t)
	bundle := filepath.Join(t.TempDir(), "docs.bundle")
	run1(t, dir, "bundle", "create", "-q", bundle, "main")
	plain := filepath.Join(t.TempDir(), "plain.git") // a server that knows no filters
	run1(t, dir, "clone", "-q", "--bare", dir, plain)
	hook := filepath.Join(t.TempDir(), "index")
	t.Setenv("GIT_INDEX_FILE", hook) // as in a hook of another repository
	t.Setenv("GIT_DIR", t.TempDir())
	ctx := context.Background()
	for _, url := range []string{dir, "file://" + dir, "file://" + plain, plain, bundle} {
		for i, id := range commits {
			c, err := Fetch(ctx, url, id)
			if err != nil {
				t.Errorf("%s: %v", url, err)
				continue
			}
			s, err := c.Read(ctx, "api-ref/source")
			if err != nil {
				t.Fatalf("%s: %v", url, err)
			}
			checkFiles(t, url, s, []string{"first\n", "second\n"}[i])
			if strings.HasPrefix(url, "file://"+dir) {
				if out, _ := run(ctx, c.dir, nil, "rev-list", "--objects", "--missing=print", "--all", id); !strings.Contains(string(out), "?") {
					t.Error("the whole repository was fetched, not the folder alone")
				}
			}
			kept := c.dir
			if err := c.Close(); err != nil {
				t.Error(err)
			}
			if _, err := os.Stat(kept); err == nil {
				t.Error("what was fetched is left")
			}
		}
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("something of the repository was executed")
	}
}

func checkFiles(t *testing.T, url string, s *snapshot.Snapshot, index string) {
	t.Helper()
	var names, links []string
	err := fs.WalkDir(s.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir():
		case d.Type().IsRegular():
			names = append(names, name)
		case d.Type() == fs.ModeSymlink:
			links = append(links, name)
		}
		return err
	})
	if err != nil || !slices.Equal(names, []string{"a/page.rst", "index.rst", "left.txt"}) || !slices.Equal(links, []string{"secret.rst"}) {
		t.Errorf("%s: %q, links %q, %v: all files, and the links as such", url, names, links, err)
	}
	if text, err := fs.ReadFile(s.FS(), "secret.rst"); len(text) > 0 {
		t.Errorf("%s: a link leads to %q (%v)", url, text, err)
	}
	if text, err := fs.ReadFile(s.FS(), "index.rst"); err != nil || string(text) != index {
		t.Errorf("%s: %q %v, want the bytes of the commit", url, text, err)
	}
}

func TestResolve(t *testing.T) {
	dir, _, commits := docs(t)
	bundle := filepath.Join(t.TempDir(), "docs.bundle")
	run1(t, dir, "bundle", "create", "-q", bundle, "HEAD", "main", "v1")
	ctx := context.Background()
	for _, url := range []string{dir, "file://" + dir, bundle} {
		for ref, want := range map[string]string{"": commits[1], "main": commits[1], "v1": commits[0], "refs/heads/main": commits[1], commits[0]: commits[0]} {
			got, _, err := Resolve(ctx, url, ref)
			if err != nil {
				t.Errorf("%s %q: %v", url, ref, err)
				continue
			}
			c, err := Fetch(ctx, url, got) // bundles do not tell which commit a tag names
			if err != nil || c.ID() != want {
				t.Errorf("%s %q: %s %v, want %s", url, ref, got, err, want)
				continue
			}
			if err := c.Close(); err != nil {
				t.Error(err)
			}
		}
		if _, _, err := Resolve(ctx, url, "gone"); err == nil || !strings.Contains(err.Error(), "no branch or tag gone") {
			t.Errorf("%s: %v", url, err)
		}
	}
	if got, full, err := Resolve(ctx, bundleOf(t, dir), ""); got != commits[1] || full != "refs/heads/main" || err != nil {
		t.Errorf("%s %s %v: the only branch of a bundle is its default", got, full, err)
	}
	run1(t, dir, "branch", "other")
	if got, full, err := Resolve(ctx, dir, ""); got != commits[1] || full != "refs/heads/main" || err != nil {
		t.Errorf("%s %s %v", got, full, err)
	}
	two := filepath.Join(t.TempDir(), "two.bundle")
	run1(t, dir, "bundle", "create", "-q", two, "main", "other")
	if _, _, err := Resolve(ctx, two, ""); err == nil || !strings.Contains(err.Error(), "name one as ref") {
		t.Errorf("%v: one of two branches was chosen", err)
	}
	if _, full, err := Resolve(ctx, dir, ""); full != "refs/heads/main" || err != nil {
		t.Errorf("the default branch is %q, %v", full, err)
	}
}

func TestFailures(t *testing.T) {
	dir, _, commits := docs(t)
	ctx := context.Background()
	missing := strings.Repeat("0", 39) + "1"
	for what, f := range map[string]func() error{
		"has no commit " + missing: func() error { _, err := Fetch(ctx, bundleOf(t, dir), missing); return err },
		"has no folder nowhere": func() error {
			c, err := Fetch(ctx, dir, commits[0])
			if err != nil {
				return err
			}
			defer c.Close()
			_, err = c.Read(ctx, "nowhere")
			return err
		},
		"unable to access": func() error {
			_, _, err := Resolve(ctx, "http://me:secret@127.0.0.1:9/x", "")
			return err
		},
		"transport 'ext' not allowed": func() error { _, _, err := Resolve(ctx, "ext::sh -c x", ""); return err },
		`"--x" is not a commit`:       func() error { _, err := Fetch(ctx, dir, "--x"); return err },
	} {
		err := f()
		if err == nil || !strings.Contains(err.Error(), what) || strings.Contains(err.Error(), "secret") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", what, err)
		}
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Fetch(stopped, dir, commits[0]); err == nil {
		t.Error("a run that was stopped went on")
	}
}

func bundleOf(t *testing.T, dir string) string {
	t.Helper()
	bundle := filepath.Join(t.TempDir(), "x.bundle")
	run1(t, dir, "bundle", "create", "-q", bundle, "main")
	return bundle
}

// TestLeftRunning: a program that git leaves running, and that holds its output open, keeps nobody
// waiting.
func TestLeftRunning(t *testing.T) {
	dir := t.TempDir()
	script := "#!/bin/sh\nsleep 600 &\necho $! >'" + dir + "/pid'\nprintf '%s\\t%s\\n' " + strings.Repeat("a", 40) + " HEAD\n"
	if err := os.WriteFile(filepath.Join(dir, "git"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		pid, _ := os.ReadFile(filepath.Join(dir, "pid"))
		_ = exec.Command("kill", strings.TrimSpace(string(pid))).Run()
	})
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	id, _, err := Resolve(context.Background(), "https://example.org/a.git", "")
	if err != nil || id != strings.Repeat("a", 40) {
		t.Errorf("%q %v", id, err)
	}
}
