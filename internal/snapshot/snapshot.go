// Package snapshot holds the files of a source in one state: of a commit, or of an archive.
//
// Archives are not trusted. An entry whose name leaves the archive's folder is an error, as is a
// link among the files that are wanted, and what is larger than the budgets: nothing is unpacked
// to a disk, and memory is bounded by MaxBytes whatever an archive promises.
package snapshot

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// The budgets of a snapshot: a hundred times what the largest documentation set has.
const (
	MaxBytes = 512 << 20 // of all files together
	MaxFiles = 100_000
)

// Snapshot is a set of files that does not change.
type Snapshot struct {
	text []byte
	fsys fs.FS
}

// New makes a snapshot of files by their paths, with forward slashes, and of the paths of links, which are
// there so that readers can tell of them, and lead nowhere. The same files give the same bytes.
func New(files map[string][]byte, links []string) (*Snapshot, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(files[name]); err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(slices.Values(links)) {
		header := &zip.FileHeader{Name: name}
		header.SetMode(fs.ModeSymlink | 0o777)
		if _, err := w.CreateHeader(header); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return Open(b.Bytes())
}

// Open reads what Bytes gave.
func Open(text []byte) (*Snapshot, error) {
	r, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return nil, err
	}
	return &Snapshot{text, r}, nil
}

// Bytes are those of the snapshot, for a cache.
func (s *Snapshot) Bytes() []byte { return s.text }

// FS gives the files, by their paths in the folder that was asked for.
func (s *Snapshot) FS() fs.FS { return s.fsys }

// entry is a file, or a link, of an archive.
type entry struct {
	name string
	link bool
	text []byte
}

// ReadArchive reads the files of an archive that lie in a folder of it, "" for all. name tells
// the form: .zip, or .tar.gz and .tgz. Where all files of an archive are in one folder, as in
// those that code hosts make, the path may leave that folder out.
func ReadArchive(name string, text []byte, folder string) (*Snapshot, error) {
	return readArchive(name, text, folder, &budget{bytes: MaxBytes, files: MaxFiles})
}

func readArchive(name string, text []byte, folder string, b *budget) (*Snapshot, error) {
	read := readTarGz
	if strings.HasSuffix(strings.ToLower(name), ".zip") {
		read = readZip
	}
	entries, err := read(text, b)
	if err != nil {
		return nil, readable(err)
	}
	folder = path.Clean(folder)
	files, err := within(entries, folder)
	if err == nil && len(files) == 0 {
		if top := topOf(entries); top != "" {
			files, err = within(entries, path.Join(top, folder))
		}
	}
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("the archive has no file in the folder %q", folder)
	}
	return New(files, nil)
}

// readable says in plain words why an archive cannot be read; the libraries speak of their formats.
func readable(err error) error {
	switch {
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, zip.ErrFormat):
		return errors.New("the file is not an archive of the form that its name ends in")
	case errors.Is(err, tar.ErrHeader):
		return errors.New("what is compressed in the file is not an archive of files (tar)")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errors.New("the archive ends too early, as after a download that broke off")
	}
	return err
}

// within gives the entries that lie in a folder, by their paths in it.
func within(entries []entry, folder string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, e := range entries {
		name, ok := e.name, true
		if folder != "." {
			name, ok = strings.CutPrefix(e.name, folder+"/")
		}
		switch {
		case !ok:
			continue
		case e.link:
			return nil, fmt.Errorf("%q is a link: an archive of pages must have files only", e.name)
		case files[name] != nil:
			return nil, fmt.Errorf("%q is in the archive twice", e.name)
		}
		files[name] = e.text
	}
	return files, nil
}

// topOf is the folder that all entries are in, "" where there is none.
func topOf(entries []entry) string {
	top := ""
	for i, e := range entries {
		first, _, below := strings.Cut(e.name, "/")
		if !below || i > 0 && first != top {
			return ""
		}
		top = first
	}
	return top
}

// budget is what may still be read.
type budget struct {
	bytes int64
	files int
}

var errBudget = fmt.Errorf("the archive has more than %d files or %d MiB", MaxFiles, MaxBytes>>20)

// read reads one file; no more of it than the budget has left.
func (b *budget) read(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, b.bytes+1))
	if err != nil {
		return nil, err
	}
	if b.bytes -= int64(len(text)); b.bytes < 0 {
		return nil, errBudget
	}
	if text == nil {
		text = []byte{}
	}
	return text, nil
}

// count counts an entry, and checks its name.
func (b *budget) count(name string) (string, error) {
	if b.files--; b.files < 0 {
		return "", errBudget
	}
	clean := path.Clean(name)
	if clean == "." && strings.HasSuffix(name, "/") {
		return clean, nil // the folder of the archive itself
	}
	if clean == "." || !fs.ValidPath(clean) || strings.ContainsAny(name, "\\\x00") {
		return "", fmt.Errorf("the archive has the entry %q, which leaves its folder", name)
	}
	return clean, nil
}

func readZip(text []byte, b *budget) ([]entry, error) {
	r, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // count says which entry that is
		return nil, err
	}
	var out []entry
	for _, f := range r.File {
		name, err := b.count(f.Name)
		if err != nil {
			return nil, err
		}
		mode := f.Mode()
		if mode.IsDir() {
			continue
		}
		e := entry{name: name, link: !mode.IsRegular()}
		if !e.link {
			if e.text, err = readZipFile(f, b); err != nil {
				return nil, err
			}
		}
		out = append(out, e)
	}
	return out, nil
}

func readZipFile(f *zip.File, b *budget) (text []byte, err error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%q: %w", f.Name, err)
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	return b.read(r)
}

func readTarGz(text []byte, b *budget) ([]entry, error) {
	z, err := gzip.NewReader(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	// Headers count too: an archive of nothing but headers is a bomb as well.
	r := tar.NewReader(io.LimitReader(z, b.bytes+int64(b.files)*1024))
	var out []entry
	for {
		h, err := r.Next()
		if err == io.EOF {
			return out, nil
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return nil, err
		}
		if h.Typeflag == tar.TypeXGlobalHeader { // the commit, in archives that git makes
			continue
		}
		name, err := b.count(h.Name)
		if err != nil {
			return nil, err
		}
		e := entry{name: name, link: h.Typeflag != tar.TypeReg}
		if h.Typeflag == tar.TypeDir {
			continue
		}
		if !e.link {
			if e.text, err = b.read(r); err != nil {
				return nil, err
			}
		}
		out = append(out, e)
	}
}
