package git

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/snapshot"
)

// NoFolder says that a commit has no such folder.
type NoFolder struct{ commit, folder string }

func (n *NoFolder) Error() string {
	return fmt.Sprintf("commit %.12s has no folder %s", n.commit, n.folder)
}

// blob is a regular file of a commit, or a link, which is not read as a blob.
type blob struct {
	name, id string
	link     bool
}

// Files lists the regular files in a folder of the commit, by their paths in it. Links and
// submodules are none.
func (c *Commit) Files(ctx context.Context, folder string) ([]string, error) {
	blobs, err := c.blobs(ctx, folder)
	var out []string
	for _, b := range blobs {
		if !b.link {
			out = append(out, b.name)
		}
	}
	return out, err
}

func (c *Commit) blobs(ctx context.Context, folder string) ([]blob, error) {
	out, err := run(ctx, c.dir, nil, "ls-tree", "-r", "-z", "--full-tree", c.tree(folder))
	if failed := (*Failure)(nil); errors.As(err, &failed) {
		return nil, &NoFolder{c.id, folder}
	}
	if err != nil {
		return nil, err
	}
	var blobs []blob
	for line := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		// "100644 blob <id>\t<path>"
		about, name, ok := strings.Cut(line, "\t")
		fields := strings.Fields(about)
		if !ok || len(fields) != 3 || fields[1] != "blob" {
			continue // a submodule
		}
		if len(blobs) == snapshot.MaxFiles {
			return nil, fmt.Errorf("commit %.12s has more than %d files in %s", c.id, snapshot.MaxFiles, folder)
		}
		blobs = append(blobs, blob{name, fields[2], !strings.HasPrefix(fields[0], "100")})
	}
	return blobs, nil
}

// Read reads the files in a folder of the commit. Of a link it has the name only: what it leads to may be anywhere.
func (c *Commit) Read(ctx context.Context, folder string) (*snapshot.Snapshot, error) {
	blobs, err := c.blobs(ctx, folder)
	if err != nil {
		return nil, err
	}
	if c.partial {
		if err := c.fetchMissing(ctx, folder); err != nil {
			return nil, err
		}
	}
	var links []string
	blobs = slices.DeleteFunc(blobs, func(b blob) bool {
		if b.link {
			links = append(links, b.name)
		}
		return b.link
	})
	files, err := c.contents(ctx, blobs)
	if err != nil {
		return nil, err
	}
	return snapshot.New(files, links)
}

// fetchMissing fetches the files in a folder that were left out, all in one request, as git
// itself does before a checkout.
func (c *Commit) fetchMissing(ctx context.Context, folder string) error {
	out, err := run(ctx, c.dir, nil, "rev-list", "--objects", "--no-object-names", "--missing=print", c.tree(folder))
	if err != nil {
		return err
	}
	var missing bytes.Buffer
	for line := range strings.Lines(string(out)) {
		if id, ok := strings.CutPrefix(line, "?"); ok {
			missing.WriteString(id)
		}
	}
	if missing.Len() == 0 {
		return nil
	}
	_, err = run(ctx, c.dir, missing.Bytes(), "-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", "--no-tags",
		"--no-write-fetch-head", "--filter=blob:none", "--stdin", "origin")
	return err
}

// contents reads files out of the object store.
func (c *Commit) contents(ctx context.Context, blobs []blob) (files map[string][]byte, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cmd := exec.CommandContext(ctx, "git", append(append([]string{}, settings...), "cat-file", "--batch")...)
	cmd.Dir = c.dir
	cmd.Env = append(environment(), "GIT_NO_LAZY_FETCH=1")
	var ids, errs bytes.Buffer
	for _, b := range blobs {
		fmt.Fprintln(&ids, b.id)
	}
	cmd.Stdin, cmd.Stderr = &ids, &errs
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	files, err = readBatch(bufio.NewReader(out), blobs)
	if err != nil {
		cancel()
		_ = cmd.Wait() // the first error says more
		return nil, err
	}
	if err := cmd.Wait(); err != nil {
		return nil, &Failure{"cat-file", message(errs.String(), err)}
	}
	return files, nil
}

// readBatch reads what cat-file --batch prints: for each object "<id> <type> <size>", its
// bytes and a line end.
func readBatch(r *bufio.Reader, blobs []blob) (map[string][]byte, error) {
	files, left := make(map[string][]byte, len(blobs)), int64(snapshot.MaxBytes)
	for _, b := range blobs {
		line, err := r.ReadString('\n')
		if err != nil {
			return nil, fmt.Errorf("git ended before it gave %s", b.name)
		}
		var id, kind string
		var size int64
		if n, err := fmt.Sscanf(line, "%s %s %d", &id, &kind, &size); n != 3 || err != nil || id != b.id || kind != "blob" || size < 0 {
			return nil, fmt.Errorf("git cannot give %s: %s", b.name, strings.TrimSpace(line))
		}
		if left -= size; left < 0 {
			return nil, fmt.Errorf("the files have more than %d MiB", snapshot.MaxBytes>>20)
		}
		text := make([]byte, size)
		if _, err := io.ReadFull(r, text); err != nil {
			return nil, fmt.Errorf("git ended inside of %s", b.name)
		}
		if end, err := r.ReadByte(); err != nil || end != '\n' {
			return nil, fmt.Errorf("git gave more than %s", b.name)
		}
		files[b.name] = text
	}
	return files, nil
}

// IsRepository reports whether a path is a repository or a bundle, and not a folder of pages
// or an archive. A pipe or a device is none: git would wait for its end.
func IsRepository(ctx context.Context, name string) bool {
	info, err := os.Stat(name)
	if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
		return false
	}
	if !info.IsDir() {
		_, err := run(ctx, os.TempDir(), nil, "bundle", "list-heads", local(name))
		return err == nil
	}
	for _, part := range []string{".git", "HEAD"} {
		if _, err := os.Stat(name + string(os.PathSeparator) + part); err == nil {
			return true
		}
	}
	return false
}
