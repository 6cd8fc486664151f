// Package git reads commits of documentation repositories with the git of the user, whose
// credentials and proxies count.
//
// A repository is not trusted. It is fetched into an empty bare repository, one commit deep and,
// where its server can leave files out, only the folder that is wanted; files are read out of the object
// store. Nothing is checked out: no hook, filter or attribute of a repository takes effect, no link
// is followed, no submodule is fetched. URLs and refs must have passed config.CheckGit and
// config.CheckRef; each is given to git after "--" or inside of the configuration all the same. Messages of git are
// passed on without users and passwords.
package git

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/internal/config"
)

// settings hold in each call, whatever the user's own configuration says.
var settings = []string{
	"-c", "core.hooksPath=" + os.DevNull,
	"-c", "core.fsmonitor=false",
	"-c", "protocol.ext.allow=never",
	"-c", "submodule.recurse=false",
	"-c", "fetch.recurseSubmodules=false",
	"-c", "fetch.fsckObjects=false", // old histories have odd dates; only files are read
	"-c", "gc.auto=0",
	"-c", "maintenance.auto=false",
	"-c", "advice.detachedHead=false",
	"--literal-pathspecs",
}

// localVariables tie git to a repository: they are set where sync runs in a hook.
var localVariables = []string{
	"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_INDEX_FILE", "GIT_NAMESPACE",
	"GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE", "GIT_EXTERNAL_DIFF",
	"GIT_ALLOW_PROTOCOL", "GIT_TERMINAL_PROMPT", "GIT_TEMPLATE_DIR", "GIT_CEILING_DIRECTORIES", "GIT_NO_LAZY_FETCH", "LC_ALL",
}

// environment is that of the user but for what the package sets.
func environment() []string {
	var out []string
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		local := false
		for _, other := range localVariables {
			local = local || name == other
		}
		if !local {
			out = append(out, v)
		}
	}
	return append(out, "GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=file:git:http:https:ssh", "GIT_NO_REPLACE_OBJECTS=1", "LC_ALL=C")
}

// waitDelay is how long run waits after git has ended, or was told to, for programs that git started
// and that hold its output open, such as ssh that keeps a connection.
const waitDelay = 2 * time.Second

// run calls git with an input and gives its output.
func run(ctx context.Context, dir string, input []byte, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append(append([]string{}, settings...), args...)...)
	cmd.Dir = dir
	cmd.Env = environment()
	cmd.Stdin = bytes.NewReader(input)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.WaitDelay = waitDelay
	err := cmd.Run()
	switch {
	case errors.Is(err, exec.ErrWaitDelay) && ctx.Err() == nil: // git has ended well; what it said is all there
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("git is not installed, or not in PATH")
	case err != nil:
		return nil, &Failure{args[0], message(errs.String(), err)}
	}
	return out.Bytes(), nil
}

// Failure is what git said when it failed.
type Failure struct{ command, text string }

func (f *Failure) Error() string { return "git " + f.command + ": " + f.text }

// message puts the lines that git wrote into one, without secrets.
func message(text string, err error) string {
	const most = 400
	var lines []string
	for line := range strings.Lines(config.Redact(text)) {
		line = strings.TrimSpace(line)
		line = strings.TrimPrefix(strings.TrimPrefix(line, "fatal: "), "error: ")
		if line != "" && !strings.HasPrefix(line, "hint:") {
			lines = append(lines, line)
		}
	}
	all := joined(lines)
	if all == "" {
		return err.Error()
	}
	if len(all) > most {
		all = strings.ToValidUTF8(all[:most], "") + "…"
	}
	return all
}

// joined puts lines after each other: those that go on with a sentence after a space, others after a semicolon.
func joined(lines []string) string {
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			before, _ := utf8.DecodeLastRuneInString(lines[i-1])
			if first, _ := utf8.DecodeRuneInString(line); !strings.ContainsRune(".:;,!?", before) && !unicode.IsLower(first) {
				b.WriteByte(';')
			}
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

// local makes the path of a repository or bundle absolute: git runs in another folder.
func local(url string) string {
	if strings.Contains(url, "://") {
		return url
	}
	// host:path is a path where a file of that name is there, as git has it.
	if _, err := os.Stat(url); err != nil && strings.Contains(url, ":") {
		return url
	}
	abs, err := filepath.Abs(url)
	if err != nil {
		return url
	}
	return abs
}

// Resolve asks a repository for the commit that a ref stands for: a branch, a tag, a full ref, or
// "" for the default branch, or the only one. It gives the full name of the ref as well. Of an
// annotated tag in a bundle it gives the tag: bundles do not tell more.
func Resolve(ctx context.Context, url, ref string) (id, full string, err error) {
	if IsCommit(ref) {
		return ref, "", nil
	}
	patterns := []string{"HEAD", "refs/heads/*"}
	switch {
	case strings.HasPrefix(ref, "refs/"):
		patterns = []string{ref, ref + "^{}"}
	case ref != "":
		patterns = []string{"refs/heads/" + ref, "refs/tags/" + ref, "refs/tags/" + ref + "^{}"}
	}
	out, err := run(ctx, os.TempDir(), nil, append([]string{"ls-remote", "--symref", "--", local(url)}, patterns...)...)
	if err != nil {
		return "", "", err
	}
	ids, head := readRefs(string(out))
	if ref == "" {
		return defaultBranch(ids, head)
	}
	for _, name := range patterns {
		if id := ids[name]; id != "" {
			return cmp.Or(ids[name+"^{}"], id), name, nil
		}
	}
	if len(ref) >= 7 && strings.Trim(ref, "0123456789abcdef") == "" {
		return "", "", fmt.Errorf("the repository has no branch or tag %s; a commit is to be named with all its characters", ref)
	}
	return "", "", fmt.Errorf("the repository has no branch or tag %s", ref)
}

// readRefs reads what ls-remote prints: ids by ref, and the branch that HEAD is, if it tells.
func readRefs(text string) (ids map[string]string, head string) {
	ids = map[string]string{}
	for line := range strings.Lines(text) {
		id, name, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if target, symbolic := strings.CutPrefix(id, "ref: "); symbolic && name == "HEAD" {
			head = target
		} else if IsCommit(id) {
			ids[name] = id
		}
	}
	return ids, head
}

// defaultBranch is HEAD, or the only branch of a bundle without one.
func defaultBranch(ids map[string]string, head string) (id, full string, err error) {
	if id := ids["HEAD"]; id != "" {
		return id, head, nil
	}
	if len(ids) == 1 {
		for name, id := range ids {
			return id, name, nil
		}
	}
	return "", "", errors.New("the repository has no default branch: name one as ref")
}

// IsCommit reports whether a text is the full name of a commit, or of a tag.
func IsCommit(s string) bool {
	return (len(s) == 40 || len(s) == 64) && strings.Trim(s, "0123456789abcdef") == ""
}

// Commit is a commit that was fetched. Close removes it.
type Commit struct {
	dir, id string
	partial bool // files are fetched when they are read
}

// ID is the name of the commit.
func (c *Commit) ID() string { return c.id }

// Fetch fetches a commit from a repository. id may be that of a tag, too.
func Fetch(ctx context.Context, url, id string) (*Commit, error) {
	if !IsCommit(id) {
		return nil, fmt.Errorf("%q is not a commit", id)
	}
	dir, err := tempDir()
	if err != nil {
		return nil, err
	}
	c := &Commit{dir: dir, id: id}
	if err := c.fetch(ctx, url); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// fetch asks for one commit without files, and, of a server or a bundle that cannot give that, for
// all that it offers.
func (c *Commit) fetch(ctx context.Context, url string) error {
	init := []string{"init", "--quiet", "--bare", "--template="}
	if len(c.id) == 64 {
		init = append(init, "--object-format=sha256")
	}
	if _, err := run(ctx, c.dir, nil, append(init, c.dir)...); err != nil {
		return err
	}
	if _, err := run(ctx, c.dir, nil, "config", "remote.origin.url", local(url)); err != nil {
		return err
	}
	_, err := run(ctx, c.dir, nil, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--depth=1", "--filter=blob:none", "origin", c.id)
	c.partial = err == nil
	if !c.partial {
		if err := c.forgetFilter(ctx); err != nil {
			return err
		}
		if _, all := run(ctx, c.dir, nil, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "origin", "+refs/*:refs/fetched/*"); all != nil {
			return err // the first failure says more: it names the server or the path
		}
	}
	out, err := run(ctx, c.dir, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", c.id+"^{commit}")
	if failed := (*Failure)(nil); errors.As(err, &failed) {
		return fmt.Errorf("the repository has no commit %s", c.id)
	}
	c.id = strings.TrimSpace(string(out))
	return err
}

// forgetFilter takes back what a failed fetch with a filter has set: later ones would wait for
// files that were never left out.
func (c *Commit) forgetFilter(ctx context.Context) error {
	for _, key := range []string{"remote.origin.promisor", "remote.origin.partialclonefilter", "extensions.partialclone"} {
		_, err := run(ctx, c.dir, nil, "config", "--unset-all", key)
		if failed := (*Failure)(nil); err != nil && !errors.As(err, &failed) {
			return err // a key that is not set is a Failure, and well
		}
	}
	return nil
}

// Close removes what was fetched.
func (c *Commit) Close() error { return os.RemoveAll(c.dir) }

// tree names a folder of the commit, "" for its top.
func (c *Commit) tree(folder string) string {
	folder = path.Clean(folder)
	if folder == "." {
		return c.id + "^{tree}"
	}
	return c.id + ":" + folder
}
