package project

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// dying is a disk that stops working at one of its operations: a process that is killed does
// nothing after that, one on a full disk goes on.
type dying struct {
	disk
	at, count int
	full      bool // only writes fail, and only from then on
}

var errDead = errors.New("dead")

func (d *dying) dies() bool {
	d.count++
	return d.count >= d.at
}

func (d *dying) write(name string, text []byte) error {
	if d.dies() {
		if d.count == d.at || d.full {
			_ = d.disk.write(name, text[:len(text)/2]) // half of it came through
		}
		return errDead
	}
	return d.disk.write(name, text)
}

func (d *dying) other(do func() error) error {
	if d.dies() && !d.full {
		return errDead
	}
	return do()
}

func (d *dying) rename(a, b string) error {
	return d.other(func() error { return d.disk.rename(a, b) })
}
func (d *dying) remove(a string) error { return d.other(func() error { return d.disk.remove(a) }) }
func (d *dying) makeFolder(a string) error {
	return d.other(func() error { return d.disk.makeFolder(a) })
}

const oldText, newText = "old, and rather long", "new"

// changes has names first, then a document, a new file in a new folder, one that goes, and the
// configuration.
var changes = []Change{
	{Name: "spec/names.yaml", Text: []byte(newText)},
	{Name: "spec/a.yaml", Text: []byte(newText)},
	{Name: "pkg/deep/new.go", Text: []byte(newText)},
	{Name: "pkg/stale.go", Remove: true},
	{Name: "rst2openapi.yaml", Text: []byte(newText)},
}

// before makes a folder as an earlier run left it.
func before(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"spec/names.yaml", "spec/a.yaml", "pkg/stale.go", "rst2openapi.yaml", "pkg/mine.go"} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(oldText), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// look says what a folder holds: "old" or "new" by name. A file that is neither fails the test.
func look(t *testing.T, dir, when string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		text, err := os.ReadFile(file)
		switch {
		case strings.HasPrefix(name, ".rst2openapi/") || strings.HasSuffix(name, ".rst2openapi-new"):
			out["left"] = name
		case string(text) == oldText:
			out[name] = "old"
		case string(text) == newText:
			out[name] = "new"
		default:
			t.Errorf("%s: %s is half-written: %q", when, name, text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// check holds a folder to being all old or all new.
func check(t *testing.T, got map[string]string, when string) {
	t.Helper()
	state := got["rst2openapi.yaml"]
	want := map[string]string{"spec/names.yaml": state, "spec/a.yaml": state, "rst2openapi.yaml": state, "pkg/mine.go": "old"}
	if state == "old" {
		want["pkg/stale.go"] = "old"
	} else {
		want["pkg/deep/new.go"] = "new"
	}
	for name, s := range want {
		if got[name] != s {
			t.Errorf("%s: %s is %q, not %q", when, name, got[name], s)
		}
		delete(got, name)
	}
	for name, s := range got {
		t.Errorf("%s: %s is left: %s", when, name, s)
	}
}

// TestKilled kills a run at each of its operations, and a second one, which finishes it, at each of
// its own.
func TestKilled(t *testing.T) {
	seen := map[string]bool{}
	for at := 1; ; at++ {
		dir := before(t)
		done := killedAt(t, dir, at)
		mid := look(t, dir, "killed")
		if mid["spec/a.yaml"] == "new" && mid["spec/names.yaml"] != "new" {
			t.Errorf("killed at %d: a new document with old names", at)
		}
		if mid["rst2openapi.yaml"] == "new" && mid["spec/a.yaml"] != "new" {
			t.Errorf("killed at %d: a new pin with an old document", at)
		}
		for second := 1; ; second++ {
			again := t.TempDir()
			if err := os.CopyFS(again, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			root := rooted(t, again)
			err := recoverFiles(&dying{disk: rootDisk{root}, at: second})
			look(t, again, "killed twice")
			if err == nil {
				break
			}
			p, err := Open(again)
			if err != nil {
				t.Fatal(err)
			}
			if err := p.Close(); err != nil {
				t.Fatal(err)
			}
			check(t, look(t, again, "killed twice"), "killed twice")
		}
		p, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		got := look(t, dir, "finished")
		seen[got["rst2openapi.yaml"]] = true
		check(t, got, "finished")
		if done {
			break
		}
	}
	if !seen["old"] || !seen["new"] {
		t.Errorf("ended in %v only", seen)
	}
}

func killedAt(t *testing.T, dir string, at int) (done bool) {
	t.Helper()
	root := rooted(t, dir)
	if err := root.MkdirAll(".rst2openapi", 0o755); err != nil {
		t.Fatal(err)
	}
	return replace(&dying{disk: rootDisk{root}, at: at}, changes) == nil
}

func rooted(t *testing.T, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return root
}

// TestFullDisk lets each write fail: all stays as it was, and nothing is left.
func TestFullDisk(t *testing.T) {
	failed := 0
	for at := 1; at < 20; at++ {
		dir := before(t)
		p, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		p.disk = &dying{disk: p.disk, at: at, full: true}
		err = p.Replace(changes)
		if err != nil {
			failed++
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		got := look(t, dir, "full")
		if (err == nil) != (got["rst2openapi.yaml"] == "new") {
			t.Errorf("full at %d: %v, and %v", at, err, got)
		}
		check(t, got, "full")
	}
	if failed < 5 {
		t.Errorf("only %d writes failed", failed)
	}
}

// TestReplace: what changes no byte keeps its time, and what is not a file is not replaced.
func TestReplace(t *testing.T) {
	dir := before(t)
	past := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	same := filepath.Join(dir, "spec", "a.yaml")
	if err := os.Chtimes(same, past, past); err != nil {
		t.Fatal(err)
	}
	p, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	all := []Change{{Name: "spec/a.yaml", Text: []byte(oldText)}, {Name: "gone.go", Remove: true}, {Name: "b", Text: []byte(newText)}}
	differing, err := p.Differing(all)
	if err != nil || len(differing) != 1 || differing[0].Name != "b" {
		t.Fatalf("%v %v", differing, err)
	}
	if err := p.Replace(differing); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(same); err != nil || !info.ModTime().Equal(past) {
		t.Errorf("%v %v", info.ModTime(), err)
	}
	outside := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "out")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("b", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"out/x", "spec", "link"} {
		if err := p.Replace([]Change{{Name: name, Text: []byte("x")}}); err == nil {
			t.Errorf("%s was replaced", name)
		}
	}
	if entries, err := os.ReadDir(outside); err != nil || len(entries) > 0 {
		t.Errorf("%v %v was written outside", entries, err)
	}
}

// TestBusy: while one process works in a folder, another one is told so; when the first dies,
// its lock is gone.
func TestBusy(t *testing.T) {
	if dir := os.Getenv("PROJECT_TEST_HOLD"); dir != "" {
		if _, err := Open(dir); err != nil {
			os.Exit(1)
		}
		_, _ = os.Stdout.WriteString("locked\n")
		select {}
	}
	dir := before(t)
	cmd := exec.Command(os.Args[0], "-test.run=^TestBusy$")
	cmd.Env = append(os.Environ(), "PROJECT_TEST_HOLD="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 100)); err != nil {
		t.Fatal(err)
	}
	var busy *BusyError
	if _, err := Open(dir); !errors.As(err, &busy) || busy.PID != cmd.Process.Pid || !strings.Contains(err.Error(), "wait until it ends") {
		t.Errorf("%v, want that process %d is at work", err, cmd.Process.Pid)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	p, err := Open(dir)
	if err != nil {
		t.Fatalf("the lock of a dead process is in the way: %v", err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, ".rst2openapi")); err == nil {
		t.Error("the state folder is left")
	}
}

// TestManyAtOnce: of many runs that start together, each works alone.
func TestManyAtOnce(t *testing.T) {
	dir := before(t)
	inside := make(chan struct{}, 1)
	results := make(chan error)
	for range 8 {
		go func() {
			var busy *BusyError
			for range 200 {
				p, err := Open(dir)
				if errors.As(err, &busy) {
					continue
				}
				if err != nil {
					results <- err
					return
				}
				select {
				case inside <- struct{}{}:
				default:
					results <- errors.New("two runs at once")
					return
				}
				<-inside
				if err := p.Close(); err != nil {
					results <- err
					return
				}
			}
			results <- nil
		}()
	}
	for range 8 {
		if err := <-results; err != nil {
			t.Error(err)
		}
	}
}
