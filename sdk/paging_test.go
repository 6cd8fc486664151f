package sdk_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// all walks to the end, or to the first error.
func all[T any](seq iter.Seq2[T, error]) (items []T, err error) {
	for item, err := range seq {
		if err != nil {
			return items, err
		}
		items = append(items, item)
	}
	return items, nil
}

// numbers are n items, each of which is its place.
func numbers(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

func page(list []int, from, size int) []int {
	from = min(from, len(list))
	return list[from:min(from+size, len(list))]
}

// pageOf is a page with a total, or a negative one where it tells none.
func pageOf(items []int, total int64) gen.Page[int] { return gen.Page[int]{Items: items, Total: total} }

func linked(items []int, next string) gen.Page[int] {
	return gen.Page[int]{Items: items, Total: -1, Next: next}
}

// walk is one of a list of numbers, which identify themselves.
func walk(start, first int64) gen.Walk[int] {
	return gen.Walk[int]{Name: "List", Start: start, First: first, Key: strconv.Itoa}
}

func TestByOffset(t *testing.T) {
	for name, c := range map[string]struct {
		total    int64 // what the service says
		want     []int
		requests int
	}{
		"with a total":    {7, numbers(7), 3},
		"without a total": {-1, numbers(7), 4},
	} {
		requests := 0
		seq := gen.ByOffset(walk(-1, 0), func(offset int64) (gen.Page[int], error) {
			requests++
			return pageOf(page(numbers(7), int(offset), 3), c.total), nil
		})
		for range 2 { // a walk can be repeated
			requests = 0
			got, err := all(seq)
			if err != nil || !slices.Equal(got, c.want) || requests != c.requests {
				t.Errorf("%s: %v %v in %d requests", name, got, err, requests)
			}
		}
	}
}

// TestByOffsetStart begins where the caller wants, so the total says nothing of the end.
func TestByOffsetStart(t *testing.T) {
	got, err := all(gen.ByOffset(walk(3, 0), func(offset int64) (gen.Page[int], error) {
		return pageOf(page(numbers(7), int(offset), 2), 7), nil
	}))
	if err != nil || !slices.Equal(got, []int{3, 4, 5, 6}) {
		t.Errorf("%v %v", got, err)
	}
}

// TestIgnored walks over lists of services that do not know the parameter: they give the
// same page every time, whole or not, and nothing tells which.
func TestIgnored(t *testing.T) {
	w := walk(-1, 1)
	turn := 0
	turned := func() []int { // the same items in another order are nothing new, either
		turn++
		return []int{turn % 3, (turn + 1) % 3, (turn + 2) % 3}
	}
	unkeyed := gen.Walk[int]{Name: "List", Start: -1, First: 1}
	for name, seq := range map[string]iter.Seq2[int, error]{
		"offset":  gen.ByOffset(w, func(int64) (gen.Page[int], error) { return pageOf(turned(), -1), nil }),
		"page":    gen.ByPage(w, func(int64) (gen.Page[int], error) { return pageOf(turned(), -1), nil }),
		"marker":  gen.ByMarker(w, func(at string) (gen.Page[int], error) { return linked(turned(), at+"2"), nil }),
		"link":    gen.ByLink(w, func(at string) (gen.Page[int], error) { return linked(turned(), at+"?page=2"), nil }),
		"unkeyed": gen.ByOffset(unkeyed, func(int64) (gen.Page[int], error) { return pageOf(numbers(3), -1), nil }),
	} {
		if got, err := all(seq); !errors.Is(err, sdk.ErrPageLoop) || len(got) != 3 {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
}

// TestOverlap has an item again, because others came meanwhile: that is not a loop.
func TestOverlap(t *testing.T) {
	pages := map[int64][]int{0: {0, 1}, 2: {1, 2}, 4: {3}}
	got, err := all(gen.ByOffset(walk(-1, 0), func(offset int64) (gen.Page[int], error) { return pageOf(pages[offset], 4), nil }))
	if err != nil || !slices.Equal(got, []int{0, 1, 1, 2, 3}) {
		t.Errorf("%v %v", got, err)
	}
}

// TestSameKeyOnOnePage has items of one key on one page: they are different ones, and all of them
// count. On a later page the key is of items that were given, whatever their number.
func TestSameKeyOnOnePage(t *testing.T) {
	pages := map[int64][]int{0: {0, 0, 1}, 3: {2, 2}}
	for name, total := range map[string]int64{"with a total": 5, "without a total": -1} {
		got, err := all(gen.ByOffset(walk(-1, 0), func(offset int64) (gen.Page[int], error) { return pageOf(pages[offset], total), nil }))
		if err != nil || !slices.Equal(got, []int{0, 0, 1, 2, 2}) {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
	// An item that is missing is not made up for by one that comes twice.
	pages = map[int64][]int{0: {0, 0}, 2: {0, 1}}
	got, err := all(gen.ByOffset(walk(-1, 0), func(offset int64) (gen.Page[int], error) { return pageOf(pages[offset], 4), nil }))
	if !errors.Is(err, sdk.ErrIncomplete) || len(got) != 4 {
		t.Errorf("%v %v", got, err)
	}
	got, err = all(gen.ByOffset(walk(-1, 0), func(int64) (gen.Page[int], error) { return pageOf([]int{0, 0, 0}, 9), nil }))
	if !errors.Is(err, sdk.ErrPageLoop) || len(got) != 3 {
		t.Errorf("%v %v", got, err)
	}
}

// TestUnkeyedRound walks over items that nothing identifies, of a service that begins again after
// its last page, and over those of one that is right.
func TestUnkeyedRound(t *testing.T) {
	for name, key := range map[string]func(int) string{
		"no key":             nil,
		"of some items only": func(n int) string { return strings.Repeat("k", n%2) },
	} {
		w := gen.Walk[int]{Name: "List", Start: -1, Key: key}
		got, err := all(gen.ByOffset(w, func(at int64) (gen.Page[int], error) { return pageOf(page(numbers(6), int(at)%6, 2), -1), nil }))
		if !errors.Is(err, sdk.ErrPageLoop) || !slices.Equal(got, numbers(6)) {
			t.Errorf("%s: %v %v", name, got, err)
		}
		got, err = all(gen.ByOffset(w, func(at int64) (gen.Page[int], error) { return pageOf(page(numbers(6), int(at), 2), -1), nil }))
		if err != nil || !slices.Equal(got, numbers(6)) {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
}

// TestTotalNotReached ends before the total.
func TestTotalNotReached(t *testing.T) {
	w := walk(-1, 1)
	for name, seq := range map[string]iter.Seq2[int, error]{
		"offset": gen.ByOffset(w, func(at int64) (gen.Page[int], error) { return pageOf(page(numbers(5), int(at), 3), 9), nil }),
		"past the end it is 0": gen.ByOffset(w, func(at int64) (gen.Page[int], error) {
			items := page(numbers(5), int(at), 3)
			return pageOf(items, int64(min(len(items), 1)*9)), nil
		}),
		"page":   gen.ByPage(w, func(at int64) (gen.Page[int], error) { return pageOf(page(numbers(5), int(at-1)*5, 5), 9), nil }),
		"marker": gen.ByMarker(w, func(string) (gen.Page[int], error) { return pageOf(numbers(5), 9), nil }),
		"link":   gen.ByLink(w, func(string) (gen.Page[int], error) { return pageOf(numbers(5), 9), nil }),
	} {
		if got, err := all(seq); !errors.Is(err, sdk.ErrIncomplete) || len(got) != 5 || !strings.Contains(err.Error(), "List: ") || !strings.Contains(err.Error(), "9 items") {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
	// Who begins in the middle gets the rest.
	w.Partial = true
	if got, err := all(gen.ByMarker(w, func(string) (gen.Page[int], error) { return pageOf(numbers(5), 9), nil })); err != nil || len(got) != 5 {
		t.Errorf("%v %v", got, err)
	}
	// What has gone meanwhile is not missing.
	if got, err := all(gen.ByOffset(walk(-1, 0), func(at int64) (gen.Page[int], error) { return pageOf(page(numbers(5), int(at), 3), 9-at), nil })); err != nil || len(got) != 5 {
		t.Errorf("%v %v", got, err)
	}
}

// TestCountOfThePage has a total that is only the number of items on the page.
func TestCountOfThePage(t *testing.T) {
	w := walk(-1, 0)
	w.Limit = 3
	got, err := all(gen.ByOffset(w, func(at int64) (gen.Page[int], error) {
		items := page(numbers(7), int(at), 3)
		return pageOf(items, int64(len(items))), nil
	}))
	if err != nil || !slices.Equal(got, numbers(7)) {
		t.Errorf("%v %v", got, err)
	}
}

func TestByPage(t *testing.T) {
	for _, first := range []int64{0, 1} {
		var asked []int64
		got, err := all(gen.ByPage(walk(-1, first), func(page int64) (gen.Page[int], error) {
			asked = append(asked, page)
			from := min(int(page-first)*2, 5)
			return pageOf(numbers(5)[from:min(from+2, 5)], 5), nil
		}))
		if err != nil || !slices.Equal(got, numbers(5)) || !slices.Equal(asked, []int64{first, first + 1, first + 2}) {
			t.Errorf("from %d: %v %v, asked for %v", first, got, err, asked)
		}
	}
}

func TestByMarker(t *testing.T) {
	// A page in the middle is empty; the last one leads to itself.
	pages := map[string][]int{"": {0, 1}, "1": {2, 3}, "3": {}, "x": {4}}
	next := map[string]string{"": "1", "1": "3", "3": "x", "x": "y", "y": "y"}
	for name, seq := range map[string]iter.Seq2[int, error]{
		"marker": gen.ByMarker(walk(0, 0), func(at string) (gen.Page[int], error) { return linked(pages[at], next[at]), nil }),
		"link":   gen.ByLink(walk(0, 0), func(at string) (gen.Page[int], error) { return linked(pages[at], next[at]), nil }),
	} {
		if got, err := all(seq); err != nil || !slices.Equal(got, numbers(5)) {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
}

// TestUnkeyed has a full page whose last item lacks the member that is the marker.
func TestUnkeyed(t *testing.T) {
	w := walk(0, 0)
	w.Member = "id"
	give := func(string) (gen.Page[int], error) { return linked(numbers(3), ""), nil }
	for limit, wrong := range map[int64]bool{3: true, 2: true, 4: false, 0: false} {
		w.Limit = limit
		if got, err := all(gen.ByMarker(w, give)); len(got) != 3 || errors.Is(err, sdk.ErrIncomplete) != wrong || err != nil && !strings.Contains(err.Error(), `"id"`) {
			t.Errorf("%d: %v %v", limit, got, err)
		}
	}
}

// TestRefusedParameters does not begin with parameters that shift the pages, or that are wrong.
func TestRefusedParameters(t *testing.T) {
	give := func(string) (gen.Page[int], error) { return linked(numbers(3), ""), nil }
	for name, c := range map[string]struct {
		value any
		wrong bool
	}{"set": {new(true), true}, "a number": {new(int64(7)), true}, "a text": {"a", true},
		"nil": {(*bool)(nil), false}, "false": {new(false), false}, "zero": {int64(0), false}} {
		w := walk(0, 0)
		w.Refused = []gen.Refused{{Name: "page_reverse", Value: c.value}}
		got, err := all(gen.ByLink(w, give))
		if (err != nil) != c.wrong || c.wrong && (len(got) > 0 || !strings.Contains(err.Error(), "page_reverse") || !strings.Contains(err.Error(), "ListPage")) {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
	w := walk(0, 0)
	w.Failed = errors.New("no such size")
	if got, err := all(gen.ByLink(w, give)); !errors.Is(err, w.Failed) || len(got) > 0 {
		t.Errorf("%v %v", got, err)
	}
}

// TestSetLimit sets what the caller has not.
func TestSetLimit(t *testing.T) {
	var none *int64
	text, given, required := (*string)(nil), new("7"), int64(0)
	for _, c := range []struct {
		limit int64
		err   error
		value any
		want  string
	}{
		sized(gen.SetLimit(&none, 50))(&none, "50"),
		sized(gen.SetLimit(&text, 50))(&text, `"50"`),
		sized(gen.SetLimit(&given, 50))(&given, `"7"`),
		sized(gen.SetLimit(&required, 50))(&required, "50"),
	} {
		text, err := json.Marshal(c.value)
		if err != nil || c.err != nil || string(text) != c.want || strings.Trim(c.want, `"`) != strconv.FormatInt(c.limit, 10) {
			t.Errorf("%d %s, want %s: %v %v", c.limit, text, c.want, c.err, err)
		}
	}
	var odd *bool
	if _, err := gen.SetLimit(&odd, 50); err == nil {
		t.Error("a yes or no is not a number")
	}
}

func sized(limit int64, err error) func(any, string) struct {
	limit int64
	err   error
	value any
	want  string
} {
	return func(value any, want string) struct {
		limit int64
		err   error
		value any
		want  string
	} {
		return struct {
			limit int64
			err   error
			value any
			want  string
		}{limit, err, value, want}
	}
}

// TestRound walks over services that lead back to an earlier page.
func TestRound(t *testing.T) {
	round := func(at string) (gen.Page[int], error) {
		n, _ := strconv.Atoi(at)
		return linked([]int{n}, strconv.Itoa((n+1)%3)), nil
	}
	empty := 0
	for name, seq := range map[string]iter.Seq2[int, error]{
		"marker": gen.ByMarker(walk(0, 0), round), "link": gen.ByLink(walk(0, 0), round),
		"always more": gen.ByLink(walk(0, 0), func(string) (gen.Page[int], error) {
			empty++
			return linked(nil, strconv.Itoa(empty)), nil
		}),
	} {
		if got, err := all(seq); !errors.Is(err, sdk.ErrPageLoop) || len(got) > 4 {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
}

func TestPageFails(t *testing.T) {
	broken := errors.New("broken")
	got, err := all(gen.ByOffset(walk(-1, 0), func(offset int64) (gen.Page[int], error) {
		if offset > 0 {
			return gen.Page[int]{}, broken
		}
		return pageOf(numbers(2), -1), nil
	}))
	if !errors.Is(err, broken) || len(got) != 2 {
		t.Errorf("%v %v", got, err)
	}
}

// TestLeave stops in the middle of a page: no other is asked for.
func TestLeave(t *testing.T) {
	requests := 0
	for item, err := range gen.ByLink(walk(0, 0), func(string) (gen.Page[int], error) { requests++; return linked(numbers(3), "?more"), nil }) {
		if err != nil || item == 1 {
			break
		}
	}
	if requests != 1 {
		t.Errorf("%d requests", requests)
	}
}

// TestFollowLink gives a link to another host: only its query counts, and the token stays.
func TestFollowLink(t *testing.T) {
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.RequestURI()+" "+r.Header.Get("X-Auth-Token"))
		w.Header().Set("Content-Type", "application/json")
		next := "null"
		if len(asked) == 1 {
			next = `"https://elsewhere.example.com/v3/users?page=2&name=a%20b#top"`
		}
		fmt.Fprintf(w, `{"users":[%d],"next":%s}`, len(asked), next)
	}))
	defer server.Close()
	conn, err := sdk.NewConn(t.Context(), sdk.Service{Token: sdk.TokenHeader{Name: "X-Auth-Token"}}, sdk.Token("t"), sdk.WithEndpoint(server.URL))
	if err != nil {
		t.Fatal(err)
	}
	got, err := all(gen.ByLink(walk(0, 0), func(link string) (gen.Page[int], error) {
		var response struct {
			Users []int
			Next  *string
		}
		err := conn.Do(context.Background(), "GET", "/v3/users?name=a", nil, &response, gen.FollowLink(nil, link)...)
		return linked(response.Users, gen.NextLink(response.Next)), err
	}))
	if err != nil || !slices.Equal(got, []int{1, 2}) || !slices.Equal(asked, []string{"/v3/users?name=a t", "/v3/users?page=2&name=a%20b t"}) {
		t.Errorf("%v %v: %q", got, err, asked)
	}
}

func TestNextLink(t *testing.T) {
	type link struct {
		Rel  *string `json:"rel"`
		Href *string `json:"href"`
	}
	for want, member := range map[string]any{
		"/a":   new("/a"),
		"/b":   sdk.Value("/b"),
		"/c":   []link{{new("self"), new("/x")}, {new("next"), new("/c")}},
		"":     sdk.Null[string](),
		"/d":   map[string]string{"rel": "next", "href": "/d"},
		"/f":   &link{new("next"), new("/f")},
		"/e=1": sdk.StringScalar("/e=1"),
	} {
		if got := gen.NextLink(member); got != want {
			t.Errorf("%v gives %q, not %q", member, got, want)
		}
	}
	if got := gen.NextLink([]link{{new("previous"), new("/x")}}); got != "" {
		t.Errorf("no next page, but %q", got)
	}
}

func TestSetParam(t *testing.T) {
	var number *int64
	var text *string
	var scalar sdk.Scalar
	var plain int32
	if err := errors.Join(gen.SetParam(&number, int64(20)), gen.SetParam(&text, int64(20)), gen.SetParam(&scalar, "m"), gen.SetParam(&plain, "7")); err != nil {
		t.Fatal(err)
	}
	if *number != 20 || *text != "20" || scalar.String() != "m" || plain != 7 {
		t.Errorf("%d %q %v %d", *number, *text, scalar, plain)
	}
	if err := gen.SetParam(&number, "a marker"); err == nil {
		t.Error("a marker was taken for a number")
	}
	if n := gen.Number(number); n != 20 {
		t.Errorf("read back as %d", n)
	}
	if n := gen.Number((*int64)(nil)); n != -1 {
		t.Errorf("an absent number is %d", n)
	}
}
