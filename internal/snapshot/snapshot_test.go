package snapshot

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
)

// one is an entry to write: a link where it has a target.
type one struct{ name, text, target string }

func zipOf(t *testing.T, entries ...one) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		text := e.text
		if e.target != "" {
			h.SetMode(fs.ModeSymlink | 0o777)
			text = e.target
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t *testing.T, entries ...one) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for _, e := range entries {
		h := &tar.Header{Name: e.name, Mode: 0o644, Size: int64(len(e.text)), Typeflag: tar.TypeReg}
		if e.target != "" {
			h.Typeflag, h.Linkname = tar.TypeSymlink, e.target
		}
		if strings.HasSuffix(e.name, "/") {
			h.Typeflag = tar.TypeDir
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, e.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadArchive(t *testing.T) {
	for _, c := range []struct {
		what    string
		entries []one
		folder  string
		want    string // names, or the error
	}{
		{"all", []one{{name: "a.rst"}, {name: "d/b.rst"}}, "", "a.rst d/b.rst"},
		{"a folder", []one{{name: "docs/a.rst"}, {name: "other/b.rst"}, {name: "docsx/c.rst"}}, "docs", "a.rst"},
		{"one folder above all", []one{{name: "repo-1f/"}, {name: "repo-1f/docs/a.rst"}, {name: "repo-1f/x"}}, "docs", "a.rst"},
		{"a link elsewhere", []one{{name: "docs/a.rst"}, {name: "l", target: "/etc/passwd"}}, "docs", "a.rst"},
		{"an empty file", []one{{name: "a.rst"}, {name: "b.rst"}}, "./", "a.rst b.rst"},
		{"a link", []one{{name: "docs/a.rst", target: "../secret"}}, "docs", `"docs/a.rst" is a link`},
		{"a way out", []one{{name: "docs/a.rst"}, {name: "../b.rst"}}, "docs", `"../b.rst", which leaves`},
		{"a way out inside", []one{{name: "docs/../../b.rst"}}, "docs", "which leaves its folder"},
		{"a root", []one{{name: "/etc/b.rst"}}, "", `"/etc/b.rst", which leaves`},
		{"a backslash", []one{{name: `..\b.rst`}}, "", "which leaves its folder"},
		{"twice", []one{{name: "a.rst", text: "1"}, {name: "./a.rst", text: "2"}}, "", "twice"},
		{"no name", []one{{name: "."}}, "", "which leaves its folder"},
		{"nothing there", []one{{name: "a.rst"}}, "docs", `no file in the folder "docs"`},
		{"nothing", nil, "", "no file"},
	} {
		for name, text := range map[string][]byte{"x.zip": zipOf(t, c.entries...), "x.tar.gz": tarOf(t, c.entries...)} {
			s, err := ReadArchive(name, text, c.folder)
			got := ""
			if err != nil {
				got = err.Error()
			} else {
				got = strings.Join(names(t, s), " ")
			}
			if got != c.want && (err == nil || !strings.Contains(got, c.want)) {
				t.Errorf("%s in %s: got %q, want %q", c.what, name, got, c.want)
			}
		}
	}
}

func names(t *testing.T, s *Snapshot) []string {
	t.Helper()
	var out []string
	err := fs.WalkDir(s.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// zeros is an endless file of zeros, cut off at n bytes.
func zeros(n int64) io.Reader { return io.LimitReader(zero{}, n) }

type zero struct{}

func (zero) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// TestBomb: a small archive that unpacks to more than the budget is refused, as is one of too
// many entries.
func TestBomb(t *testing.T) {
	const most, files = 1 << 20, 100
	var z, g bytes.Buffer
	w := zip.NewWriter(&z)
	f, err := w.Create("a.rst")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(f, zeros(most+1)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	gz := gzip.NewWriter(&g)
	tw := tar.NewWriter(gz)
	if err := tw.WriteHeader(&tar.Header{Name: "a.rst", Size: most + 1, Typeflag: tar.TypeReg}); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(tw, zeros(most+1)); err != nil {
		t.Fatal(err)
	}
	if err := tw.Close(); err != nil {
		t.Fatal(err)
	}
	if err := gz.Close(); err != nil {
		t.Fatal(err)
	}
	many := make([]one, files+1)
	for i := range many {
		many[i].name = "a/"
	}
	for name, text := range map[string][]byte{"a.zip": z.Bytes(), "a.tgz": g.Bytes(), "many.zip": zipOf(t, many...), "many.tgz": tarOf(t, many...)} {
		if _, err := readArchive(name, text, "", &budget{most, files}); err == nil || !strings.Contains(err.Error(), "more than") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestNew: the same files give the same bytes, which can be opened again.
func TestNew(t *testing.T) {
	files := map[string][]byte{"b": []byte("2"), "a/c": []byte("3"), "a.b": {}}
	s, err := New(files, []string{"z", "y.rst"})
	if err != nil {
		t.Fatal(err)
	}
	again, err := New(maps.Clone(files), []string{"y.rst", "z"})
	if err != nil || !bytes.Equal(s.Bytes(), again.Bytes()) {
		t.Errorf("%v: the bytes differ", err)
	}
	opened, err := Open(s.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got := names(t, opened); !slices.Equal(slices.Sorted(slices.Values(got)), []string{"a.b", "a/c", "b", "y.rst", "z"}) {
		t.Errorf("got %q", got)
	}
	if info, err := fs.Stat(opened.FS(), "y.rst"); err != nil || info.Mode().Type() != fs.ModeSymlink {
		t.Errorf("a link is %v (%v)", info, err)
	}
	if text, err := fs.ReadFile(opened.FS(), "a/c"); err != nil || string(text) != "3" {
		t.Errorf("%q %v", text, err)
	}
	if _, err := Open([]byte("no archive")); err == nil {
		t.Error("what is not an archive was opened")
	}
}

func FuzzReadArchive(f *testing.F) {
	f.Add([]byte("PK"), true)
	f.Fuzz(func(t *testing.T, text []byte, zipped bool) {
		name := "a.tgz"
		if zipped {
			name = "a.zip"
		}
		if s, err := ReadArchive(name, text, ""); err == nil && len(names(t, s)) == 0 {
			t.Error("a snapshot without a file")
		}
	})
}

// TestNoArchive: what is not an archive is told in words of the user, not of a format.
func TestNoArchive(t *testing.T) {
	var page, torn bytes.Buffer
	z := gzip.NewWriter(&page)
	_, _ = z.Write(bytes.Repeat([]byte("Listing Boxes\n"), 100))
	_ = z.Close()
	whole := tarOf(t, one{name: "a.rst", text: "Listing Boxes"})
	torn.Write(whole[:len(whole)/2])
	for _, c := range []struct {
		name string
		text []byte
		want string
	}{
		{"x.tar.gz", []byte("Listing Boxes\n============="), "not an archive of the form that its name ends in"},
		{"x.zip", []byte("Listing Boxes\n============="), "not an archive of the form that its name ends in"},
		{"x.zip", whole, "not an archive of the form that its name ends in"},
		{"x.tar.gz", nil, "the archive ends too early"},
		{"x.tar.gz", []byte{0x1f, 0x8b}, "the archive ends too early"},
		{"x.tar.gz", torn.Bytes(), "the archive ends too early"},
		{"x.tgz", page.Bytes(), "not an archive of files (tar)"},
	} {
		if _, err := ReadArchive(c.name, c.text, ""); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s, %d bytes: %v, want %q", c.name, len(c.text), err, c.want)
		}
	}
}
