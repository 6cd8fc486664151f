package tests

import (
	"bytes"
	"errors"
	"iter"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/diag"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/internal/source"
)

// realSets reads two real sets: one of the new style of writing, one of the old.
func realSets(t testing.TB) map[string]convert.Set {
	t.Helper()
	out := make(map[string]convert.Set)
	for _, name := range []string{"cloud-backup-recovery", "cloud-server-backup-service"} {
		out[name] = readSet(t, golden.Shared(t, filepath.Join("corpus", name)), name)
	}
	return out
}

// allSets reads every real set.
func allSets(t testing.TB) map[string]convert.Set {
	t.Helper()
	corpus := golden.Shared(t, "corpus")
	entries, err := os.ReadDir(corpus)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]convert.Set)
	for _, e := range entries {
		if e.IsDir() {
			out[e.Name()] = readSet(t, filepath.Join(corpus, e.Name()), e.Name())
		}
	}
	return out
}

// run converts a set and encodes all that comes out of it.
func run(t testing.TB, set convert.Set) (*convert.Result, []byte) {
	t.Helper()
	res, err := otc.Convert(set)
	if err != nil && !errors.Is(err, convert.ErrNoOperations) {
		t.Fatal(err)
	}
	return res, encoded(t, set, res)
}

func encoded(t testing.TB, set convert.Set, res *convert.Result) []byte {
	t.Helper()
	spec, err := res.Encode("spec.yaml", true)
	if err != nil {
		t.Fatal(err)
	}
	stats, err := convert.EncodeStats(map[string]convert.Stats{set.Name: res.Stats})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(spec, diag.Text(res.Findings), stats)
}

// pagesOf holds the pages of a set, which are read once. A conversion that changed their
// trees would show, as all orders are made of the same ones.
type pagesOf struct {
	set      convert.Set
	pages    []*doc.Page
	contents *doc.Contents
}

func pagesRead(set convert.Set) pagesOf {
	pages, contents, err := otc.Pages(set, new(diag.List))
	if err != nil {
		panic(err) // the texts are there
	}
	return pagesOf{set, pages, contents}
}

// convert converts the pages in that order.
func (r pagesOf) convert(t testing.TB, order []*doc.Page) []byte {
	t.Helper()
	res, err := otc.ConvertPages(r.set, order, r.contents, new(diag.List))
	if err != nil && !errors.Is(err, convert.ErrNoOperations) {
		t.Fatal(err)
	}
	return slices.Concat(encoded(t, r.set, res), view(t, res.Service))
}

// onProcessors calls f with each of several numbers of processors.
func onProcessors(f func(procs int)) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, procs := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(procs)
		f(procs)
	}
}

// sameBytes converts each set with its pages in several orders.
func sameBytes(t *testing.T, sets map[string]convert.Set, orders int) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, set := range sets {
		read := pagesRead(set)
		want := read.convert(t, read.pages)
		order := slices.Clone(read.pages)
		onProcessors(func(procs int) {
			for i := range orders {
				random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
				if !bytes.Equal(want, read.convert(t, order)) {
					t.Errorf("%s: order %d on %d processors gives other bytes", name, i, procs)
					return
				}
			}
		})
	}
}

func TestSameBytes(t *testing.T)         { sameBytes(t, cases(t), 2) }
func TestSameBytesRealSets(t *testing.T) { sameBytes(t, realSets(t), 2) }

// TestPagesThatShare converts pages that add to structures of each other: whichever came
// first would win. It takes some of the pages in each order that they can have, and all in
// many.
func TestPagesThatShare(t *testing.T) {
	set := cases(t)["shared_by_pages"]
	sameBytes(t, map[string]convert.Set{"all": set}, 8)

	read := pagesRead(set)
	four := read.pages[:4]
	want := read.convert(t, four)
	onProcessors(func(procs int) {
		for order := range permutations(four) {
			if !bytes.Equal(want, read.convert(t, order)) {
				t.Fatalf("four pages in another order on %d processors give other bytes", procs)
			}
		}
	})

	_, text := run(t, set) // from the texts on
	onProcessors(func(procs int) {
		for range 20 {
			if _, again := run(t, set); !bytes.Equal(text, again) {
				t.Fatalf("the same texts on %d processors give other bytes", procs)
			}
		}
	})
}

// permutations yields the orders that a list can have.
func permutations[T any](list []T) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var from func(n int) bool
		order := slices.Clone(list)
		from = func(n int) bool {
			if n == len(order) {
				return yield(slices.Clone(order))
			}
			for i := n; i < len(order); i++ {
				order[n], order[i] = order[i], order[n]
				if !from(n + 1) {
					return false
				}
				order[n], order[i] = order[i], order[n]
			}
			return true
		}
		from(0)
	}
}

// accounted checks what is true of the result of any pages: each row is
// somewhere, and each finding points into a page.
func accounted(t *testing.T, name string, set convert.Set, res *convert.Result) {
	t.Helper()
	if s := res.Stats; s.Rows != s.RowsInSpec+s.RowsInFindings+s.RowsOther {
		t.Errorf("%s: %d rows, but %d in the spec, %d in findings, %d others", name, s.Rows, s.RowsInSpec, s.RowsInFindings, s.RowsOther)
	}
	files := make(map[string]*source.File)
	inside := func(f diag.Finding, page string, pos source.Pos) {
		if files[page] == nil {
			text, ok := set.Pages[page]
			if !ok {
				t.Errorf("%s: %s names no page of the set", name, f)
				return
			}
			files[page] = source.New(page, text)
		}
		if !files[page].Contains(pos) {
			t.Errorf("%s: the place %s of %s lies outside of the page", name, pos, f)
		}
	}
	for _, f := range res.Findings {
		inside(f, f.Page, f.Pos)
		for _, r := range f.Related {
			inside(f, r.Page, r.Pos)
		}
		if strings.ContainsFunc(f.Message, func(r rune) bool { return r < ' ' || r == 0x7f }) {
			t.Errorf("%s: the message of %q has control characters", name, f)
		}
	}
}

func TestAccounted(t *testing.T) {
	for name, set := range cases(t) {
		res, _ := run(t, set)
		accounted(t, name, set, res)
	}
}

func TestAccountedRealSets(t *testing.T) {
	rows := 0
	for name, set := range allSets(t) {
		res, _ := run(t, set)
		accounted(t, name, set, res)
		rows += res.Stats.Rows
	}
	if rows == 0 {
		t.Error("no row was read at all")
	}
}

var words = regexp.MustCompile(`([a-z:]) ([a-z])`)

// torn lists ways to damage a page.
var torn = map[string]func(string) string{
	"swapped borders":    func(s string) string { return strings.NewReplacer("+", "|", "|", "+").Replace(s) },
	"mixed tabs":         func(s string) string { return strings.ReplaceAll(s, "    ", "\t ") },
	"tabs between words": func(s string) string { return words.ReplaceAllString(s, "$1\t$2") },
	"no borders":         func(s string) string { return strings.ReplaceAll(s, "+---", "    ") },
	"no blank lines":     func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n") },
	"no indent":          func(s string) string { return strings.ReplaceAll(s, "\n   ", "\n") },
	"half lines": func(s string) string {
		var b strings.Builder
		for line := range strings.Lines(s) {
			b.WriteString(line[:len(line)/2] + "\n")
		}
		return b.String()
	},
	"backwards": func(s string) string {
		lines := strings.Split(s, "\n")
		slices.Reverse(lines)
		return strings.Join(lines, "\n")
	},
}

// tear converts each page by itself, damaged in all ways and cut at every 1000th byte.
func tear(t *testing.T, sets map[string]convert.Set) {
	for name, set := range sets {
		for page, text := range set.Pages {
			alone := func(what string, text []byte) {
				one := convert.Set{Name: name, Pages: map[string][]byte{page: text}}
				res, _ := run(t, one)
				accounted(t, page+" "+what, one, res)
			}
			for n := 1000; n < len(text); n += 1000 {
				alone("cut", text[:n])
				alone("from the middle", text[n:])
			}
			for what, damage := range torn {
				alone(what, []byte(damage(string(text))))
			}
		}
	}
}

func TestTornPages(t *testing.T) { tear(t, cases(t)) }

func TestTornRealPages(t *testing.T) {
	for name, set := range realSets(t) {
		sample := convert.Set{Name: name, Pages: map[string][]byte{}}
		for i, page := range slices.Sorted(maps.Keys(set.Pages)) {
			if i%10 == 3 {
				sample.Pages[page] = set.Pages[page]
			}
		}
		tear(t, map[string]convert.Set{name: sample})
	}
}

// TestOneTornPage damages one page of a set and asks for all operations of the others.
func TestOneTornPage(t *testing.T) {
	for name, set := range realSets(t) {
		whole, _ := run(t, set)
		want := operations(whole)
		damages := slices.Sorted(maps.Keys(torn))
		for i, page := range slices.Sorted(maps.Keys(set.Pages)) {
			if i%8 != 5 {
				continue
			}
			one := set
			one.Pages = maps.Clone(set.Pages)
			one.Pages[page] = []byte(torn[damages[i/8%len(damages)]](string(set.Pages[page])))
			res, _ := run(t, one)
			accounted(t, name, one, res)
			have := operations(res)
			for other, ops := range want {
				if other != page && !slices.Equal(ops, have[other]) {
					t.Errorf("%s: with %s damaged, %s has the operations %v, not %v", name, page, other, have[other], ops)
				}
			}
		}
	}
}

// operations lists the operations of a result by page.
func operations(res *convert.Result) map[string][]string {
	out := make(map[string][]string)
	for _, op := range res.Service.Operations {
		if len(op.Variants) == 0 {
			out[op.Origin.Page] = append(out[op.Origin.Page], op.Method+" "+op.Path)
		}
		for _, v := range op.Variants {
			out[v.Origin.Page] = append(out[v.Origin.Page], v.Method+" "+v.Path)
		}
	}
	return out
}
