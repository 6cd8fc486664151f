package real

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// BenchmarkConvertAll converts every documentation set, from the texts of its pages to the
// text of its document.
func BenchmarkConvertAll(b *testing.B) {
	corpus := golden.Shared(b, "corpus")
	var sets []convert.Set
	var size int64
	for _, name := range setNames(b, corpus) {
		set := readSet(b, filepath.Join(corpus, name))
		for _, text := range set.Pages {
			size += int64(len(text))
		}
		sets = append(sets, set)
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, set := range sets {
			res, err := otc.Convert(set)
			if errors.Is(err, convert.ErrNoOperations) {
				continue
			}
			if err == nil {
				_, err = res.Encode("spec.yaml", true)
			}
			if err != nil {
				b.Fatal(set.Name, err)
			}
		}
	}
}

// setNames lists the folders of the corpus.
func setNames(t testing.TB, corpus string) []string {
	t.Helper()
	entries, err := os.ReadDir(corpus)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}
