//go:build corpus

package history

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/profile"
)

// TestSameBytes converts all sets in other surroundings: the documents, findings, counts, sources
// and names must be the same to the byte, whatever the number of processors, the locale, the time
// zone, the folders of temporary and of home files, the folder that the command runs in, and the
// order in which the file system lists files.
func TestSameBytes(t *testing.T) {
	corpus, err := filepath.Abs(golden.Shared(t, "corpus"))
	if err != nil {
		t.Fatal(err)
	}
	tool := filepath.Join(t.TempDir(), "rst2openapi")
	build := exec.Command("go", "build", "-trimpath", "-o", tool, "./cmd/rst2openapi")
	build.Dir = golden.Root(t)
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	elsewhere := t.TempDir()
	fromElsewhere, err := filepath.Rel(elsewhere, corpus)
	if err != nil {
		t.Fatal(err)
	}
	var want map[string][]byte
	for _, s := range []struct {
		name, dir, corpus string
		env               []string
	}{
		{"as usual", ".", corpus, nil},
		{"one processor, far away", elsewhere, fromElsewhere, []string{"GOMAXPROCS=1", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "TZ=Asia/Kathmandu", "TMPDIR=" + t.TempDir(), "HOME=/nowhere"}},
		{"two processors, inside", corpus, ".", []string{"GOMAXPROCS=2", "LC_ALL=C", "TZ=Pacific/Apia", "TMPDIR=" + t.TempDir(), "GOGC=20"}},
		{"eight processors", filepath.Dir(corpus), "./" + filepath.Base(corpus) + "/", []string{"GOMAXPROCS=8", "LC_ALL=de_DE.ISO-8859-1", "TZ=UTC", "TMPDIR=" + t.TempDir()}},
	} {
		out := t.TempDir()
		cmd := exec.Command(tool, "convert", "--all", s.corpus, "-o", filepath.Join(out, "spec"), "--lock", filepath.Join(out, "names"),
			"--findings", filepath.Join(out, "findings.txt"), "--stats", filepath.Join(out, "stats.json"), "--sources", filepath.Join(out, "sources.json"))
		cmd.Dir, cmd.Env = s.dir, append(os.Environ(), s.env...)
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%.2000s", s.name, err, text)
		}
		got := filesOf(t, out)
		if want == nil {
			if want = got; len(want) < 50 {
				t.Fatalf("only %d files", len(want))
			}
			continue
		}
		same(t, s.name, got, want)
	}
	for seed := range uint64(2) {
		same(t, fmt.Sprintf("files in the order of seed %d", seed), shuffled(t, corpus, seed), want)
	}
}

// shuffled converts all sets from a file system that lists files in some order, and gives the
// documents.
func shuffled(t *testing.T, corpus string, seed uint64) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	p, _, _ := profile.BuiltIn("otc")
	otc := convert.New(p)
	sets, err := os.ReadDir(corpus)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range sets {
		name := entry.Name()
		if !entry.IsDir() {
			continue
		}
		files := shuffledFS{os.DirFS(filepath.Join(corpus, name)), rand.New(rand.NewPCG(seed, 0))}
		set, err := otc.ReadSet(files, name)
		if err != nil {
			t.Fatal(err)
		}
		res, err := otc.Convert(set)
		if errors.Is(err, convert.ErrNoOperations) {
			continue
		}
		if err != nil {
			t.Fatal(name, err)
		}
		if out[filepath.Join("spec", name+".yaml")], err = res.Encode("x.yaml", true); err != nil {
			t.Fatal(name, err)
		}
	}
	return out
}

// shuffledFS lists files in a random order.
type shuffledFS struct {
	fs.FS
	random *rand.Rand
}

// ReadDir lists a folder.
func (f shuffledFS) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(f.FS, name)
	f.random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list, err
}

// filesOf reads all files below a folder.
func filesOf(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(file)
		out[strings.TrimPrefix(file, dir+string(filepath.Separator))] = text
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// same complains about each file of got that is not as in want.
func same(t *testing.T, what string, got, want map[string][]byte) {
	t.Helper()
	if len(got) == 0 {
		t.Errorf("%s: no files", what)
	}
	for name, text := range got {
		if bytes.Equal(text, want[name]) {
			continue
		}
		a, b := strings.Split(string(want[name]), "\n"), strings.Split(string(text), "\n")
		i := slices.IndexFunc(b, func(line string) bool { return !slices.Contains(a, line) })
		t.Errorf("%s: %s differs, first in %q", what, name, b[max(0, i)])
	}
}
