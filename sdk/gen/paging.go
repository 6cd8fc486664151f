package gen

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// Page is one page of a list.
type Page[T any] struct {
	Items []T
	Total int64  // the number of all items; negative where the response does not tell it
	Next  string // the marker or the address of the next page, empty at the end
}

// Walk says how to go over a list. Generated methods fill it in.
//
// A walk gives all items or an error: a page without anything new although there should be
// more, and an end before the total, are errors.
type Walk[T any] struct {
	Name  string // of the operation, for errors
	Start int64  // the caller's own offset or page; negative where there is none
	First int64  // the number of the first page
	Limit int64  // how many items a page is asked to have; 0 where that is not known
	// Partial says that the caller begins in the middle, so that a total tells nothing of the end.
	Partial bool
	// Member is that of the last item which leads to the next page, empty where another does.
	Member string
	// Failed is what is wrong with the parameters.
	Failed error
	// Key is what identifies an item, empty where it has none; nil where nothing does.
	Key func(T) string
	// Refused are parameters with which no walk gives all items.
	Refused []Refused
}

// Refused is a parameter that shifts pages: one that turns the order around, or says in
// another way than the walk where a page begins.
type Refused struct {
	Name  string
	Value any
}

// maxEmptyPages is how many pages without items a walk takes one after the other.
const maxEmptyPages = 1000

// ByOffset walks over a list whose pages are asked for by the number of items to skip.
// Without a total, the walk ends with the first empty page: a short one may only mean that
// the service gives fewer items than it was asked for.
func ByOffset[T any](w Walk[T], fetch func(offset int64) (Page[T], error)) iter.Seq2[T, error] {
	w.Start = max(w.Start, 0)
	w.Partial = w.Start > 1
	return numbered(w, func(at int64, items int) int64 { return at + int64(items) }, fetch)
}

// ByPage walks over a list whose pages are numbered; all else is as with ByOffset.
func ByPage[T any](w Walk[T], fetch func(page int64) (Page[T], error)) iter.Seq2[T, error] {
	if w.Start < 0 {
		w.Start = w.First
	}
	w.Partial = w.Start > w.First
	return numbered(w, func(at int64, _ int) int64 { return at + 1 }, fetch)
}

// numbered walks over pages that are found by a number. It and the others are not methods: the compiler
// makes all methods of each Walk, twice, whether they are used or not.
func numbered[T any](w Walk[T], next func(at int64, items int) int64, fetch func(at int64) (Page[T], error)) iter.Seq2[T, error] {
	return walk(w, func(g *given[T], yield func(T, error) bool) error {
		for at := w.Start; ; {
			page, err := fetch(at)
			if err != nil {
				return err
			}
			if len(page.Items) == 0 {
				return g.end(page)
			}
			if err := g.take(page); err != nil {
				return err
			}
			for _, item := range page.Items {
				if !yield(item, nil) {
					return nil
				}
			}
			if g.complete(page) {
				return nil
			}
			at = next(at, len(page.Items))
		}
	})
}

// ByMarker walks over a list whose pages are asked for by a marker. fetch is called with
// an empty marker first.
func ByMarker[T any](w Walk[T], fetch func(marker string) (Page[T], error)) iter.Seq2[T, error] {
	return linked(w, fetch)
}

// ByLink walks over a list whose responses have the address of the next page. fetch is
// called with an empty link first.
func ByLink[T any](w Walk[T], fetch func(link string) (Page[T], error)) iter.Seq2[T, error] {
	return linked(w, fetch)
}

// linked walks over pages each of which tells the next one. A page in the middle may be
// empty.
func linked[T any](w Walk[T], fetch func(at string) (Page[T], error)) iter.Seq2[T, error] {
	return walk(w, func(g *given[T], yield func(T, error) bool) error {
		seen, empty := map[string]bool{}, 0
		for at := ""; ; {
			page, err := fetch(at)
			if err != nil {
				return err
			}
			if err := g.take(page); err != nil {
				return err
			}
			for _, item := range page.Items {
				if !yield(item, nil) {
					return nil
				}
			}
			again := page.Next == at || seen[page.Next]
			switch {
			case page.Next == "" && w.Member != "" && w.Limit > 0 && int64(len(page.Items)) >= w.Limit:
				return fmt.Errorf("%s: %w: the last item of a full page has no member %q, which leads to the next page", w.Name, sdk.ErrIncomplete, w.Member)
			case page.Next == "", len(page.Items) == 0 && again:
				return g.end(page)
			case again:
				return fmt.Errorf("%s: %w", w.Name, sdk.ErrPageLoop)
			case len(page.Items) > 0:
				empty = 0
			case empty == maxEmptyPages:
				return fmt.Errorf("%s: %w: %d pages in a row are empty", w.Name, sdk.ErrPageLoop, empty)
			}
			if len(page.Items) == 0 {
				empty++
			}
			seen[page.Next] = true
			at = page.Next
		}
	})
}

// walk gives what pages yields, and its error at the end.
func walk[T any](w Walk[T], pages func(g *given[T], yield func(T, error) bool) error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		err := w.refuse()
		if err == nil {
			err = pages(&given[T]{walk: &w, keys: map[string]bool{}, pages: map[[sha256.Size]byte]bool{}, total: -1}, yield)
		}
		if err != nil {
			var zero T
			yield(zero, err)
		}
	}
}

// refuse is the error for parameters with which a walk cannot begin.
func (w *Walk[T]) refuse() error {
	if w.Failed != nil {
		return fmt.Errorf("%s: %w", w.Name, w.Failed)
	}
	for _, p := range w.Refused {
		if IsSet(p.Value) {
			return fmt.Errorf("%s: with %s the pages do not lead from the first to the last; ask for single pages with %sPage", w.Name, p.Name, w.Name)
		}
	}
	return nil
}

// given is what a walk has given so far.
type given[T any] struct {
	walk  *Walk[T]
	keys  map[string]bool            // of the items
	pages map[[sha256.Size]byte]bool // of those with items that nothing identifies: a hash
	count int64                      // of the items, without those that an earlier page had
	total int64                      // the last one that a page told, negative where none did
}

// take counts the items of a page. The error says that none of them is new, although the
// page before it led here. Items of one page are all different, whatever their keys are: only
// what an earlier page had is given again.
func (g *given[T]) take(page Page[T]) error {
	g.told(page)
	if len(page.Items) == 0 {
		return nil
	}
	fresh, unkeyed := int64(0), false
	var keys []string // which count as known after the whole page
	for _, item := range page.Items {
		key := ""
		if g.walk.Key != nil {
			key = g.walk.Key(item)
		}
		if key == "" {
			unkeyed = true
		} else {
			keys = append(keys, key)
		}
		if key == "" || !g.keys[key] {
			fresh++
		}
	}
	again := fresh == 0
	if unkeyed && !again {
		text, err := json.Marshal(page.Items)
		if err != nil {
			return fmt.Errorf("%s: comparing pages: %w", g.walk.Name, err)
		}
		sum := sha256.Sum256(text)
		again, g.pages[sum] = g.pages[sum], true
	}
	if again {
		return fmt.Errorf("%s: %w: after %d items it gives the same items again", g.walk.Name, sdk.ErrPageLoop, g.count)
	}
	for _, key := range keys {
		g.keys[key] = true
	}
	g.count += fresh
	return nil
}

// told remembers the total. Past the end some services tell 0.
func (g *given[T]) told(page Page[T]) {
	if page.Total > 0 || page.Total == 0 && len(page.Items) > 0 {
		g.total = page.Total
	}
}

// complete reports whether a total tells that all is given. One that is as large as a full
// first page may be the number of items on the page.
func (g *given[T]) complete(page Page[T]) bool {
	if g.walk.Partial || page.Total <= 0 || g.count < page.Total {
		return false
	}
	onPage := int64(len(page.Items)) == page.Total && g.walk.Limit > 0 && page.Total >= g.walk.Limit
	return !onPage
}

// end is nil where nothing tells that there should be more.
func (g *given[T]) end(page Page[T]) error {
	g.told(page)
	if !g.walk.Partial && g.count < g.total {
		return fmt.Errorf("%s: %w: there are %d items, but the pages have only %d", g.walk.Name, sdk.ErrIncomplete, g.total, g.count)
	}
	return nil
}
