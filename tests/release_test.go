package tests

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestReleaseOfClones makes the release of the sample in two clones of this repository, in other
// folders, at other times, on other machines as far as programs see them: it is the same, byte for byte.
func TestReleaseOfClones(t *testing.T) {
	root := golden.Root(t)
	if err := exec.Command("git", "-C", root, "rev-parse", "HEAD").Run(); err != nil {
		t.Skip("this is not a git repository, so that nothing can be cloned:", err)
	}
	one := releaseOfClone(t, root, "one", "TZ=UTC", "LC_ALL=C", "GOMAXPROCS=1")
	two := releaseOfClone(t, root, filepath.Join("another place", "two"), "TZ=Asia/Kolkata", "LC_ALL=C.UTF-8", "GOMAXPROCS=4", "USER=somebody", "HOSTNAME=elsewhere")
	if names, others := slices.Sorted(maps.Keys(one)), slices.Sorted(maps.Keys(two)); !slices.Equal(names, others) {
		t.Fatalf("the files are\n%q, and of the other clone\n%q", names, others)
	}
	for name, text := range one {
		if text != two[name] {
			t.Errorf("%s differs:\n%s\nand of the other clone\n%s", name, text, two[name])
		}
	}
	for _, name := range []string{"index.json", "SHA256SUMS", "sample/sample.yaml", "sample/sample.3.1.yaml", "sample/sample.sources.json", "sample/sample.findings.json", "CHANGELOG.md"} {
		if one[name] == "" {
			t.Errorf("the release has no %s", name)
		}
	}
}

// releaseOfClone clones a repository into a folder, and does there what make release does for the
// real documentation, with pages of the repository, from the program on.
func releaseOfClone(t *testing.T, root, name string, environment ...string) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	run := func(in, program string, args ...string) {
		t.Helper()
		cmd := exec.Command(program, args...)
		cmd.Dir, cmd.Env = in, append(os.Environ(), environment...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s %s: %v\n%s", program, strings.Join(args, " "), err, out)
		}
	}
	run(root, "git", "clone", "--quiet", "--no-hardlinks", root, dir)
	tool := filepath.Join(dir, "out", "rst2openapi")
	run(dir, "go", "build", "-trimpath", "-o", tool, "./cmd/rst2openapi")
	for _, folder := range []string{"out/before/sample", "out/documents"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	run(dir, tool, "convert", "tests/sample/pages", "-o", "out/before/sample/sample.yaml", "--prose", "none")
	run(dir, tool, "convert", "tests/sample/pages", "-o", "out/documents/sample.yaml", "--sources", "out/documents/sample.sources.json", "--findings", "out/documents/sample.findings.json")
	run(dir, tool, "release", "out/documents", "-o", "out/release", "--config", "rst2openapi.yaml", "--since", "out/before")
	files := map[string]string{}
	release := filepath.Join(dir, "out", "release")
	err := filepath.WalkDir(release, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(file)
		name, _ := filepath.Rel(release, file)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
