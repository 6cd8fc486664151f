package sdk_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
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
		seq := gen.ByOffset(-1, func(offset int64) ([]int, int64, error) {
			requests++
			return page(numbers(7), int(offset), 3), c.total, nil
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
	got, err := all(gen.ByOffset(3, func(offset int64) ([]int, int64, error) {
		return page(numbers(7), int(offset), 2), 7, nil
	}))
	if err != nil || !slices.Equal(got, []int{3, 4, 5, 6}) {
		t.Errorf("%v %v", got, err)
	}
}

// TestIgnored walks over lists of services that do not know the parameter: they give the
// whole list every time.
func TestIgnored(t *testing.T) {
	for name, seq := range map[string]iter.Seq2[int, error]{
		"offset": gen.ByOffset(-1, func(int64) ([]int, int64, error) { return numbers(3), -1, nil }),
		"page":   gen.ByPage(-1, 1, func(int64) ([]int, int64, error) { return numbers(3), -1, nil }),
		"marker": gen.ByMarker(func(string) ([]int, string, error) { return numbers(3), "2", nil }),
		"link":   gen.ByLink(func(string) ([]int, string, error) { return numbers(3), "?page=2", nil }),
	} {
		if got, err := all(seq); err != nil || !slices.Equal(got, numbers(3)) {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
}

func TestByPage(t *testing.T) {
	for _, first := range []int64{0, 1} {
		var asked []int64
		got, err := all(gen.ByPage(-1, first, func(page int64) ([]int, int64, error) {
			asked = append(asked, page)
			from := min(int(page-first)*2, 5)
			return numbers(5)[from:min(from+2, 5)], 5, nil
		}))
		if err != nil || !slices.Equal(got, numbers(5)) || !slices.Equal(asked, []int64{first, first + 1, first + 2}) {
			t.Errorf("from %d: %v %v, asked for %v", first, got, err, asked)
		}
	}
}

func TestByMarker(t *testing.T) {
	pages := map[string][]int{"": {0, 1}, "1": {2, 3}, "3": {4}}
	next := map[string]string{"": "1", "1": "3"}
	got, err := all(gen.ByMarker(func(marker string) ([]int, string, error) { return pages[marker], next[marker], nil }))
	if err != nil || !slices.Equal(got, numbers(5)) {
		t.Errorf("%v %v", got, err)
	}
}

// TestRound walks over services that lead back to an earlier page.
func TestRound(t *testing.T) {
	round := func(at string) ([]int, string, error) {
		n, _ := strconv.Atoi(at)
		return []int{n}, strconv.Itoa((n + 1) % 3), nil
	}
	for name, seq := range map[string]iter.Seq2[int, error]{"marker": gen.ByMarker(round), "link": gen.ByLink(round)} {
		if got, err := all(seq); !errors.Is(err, sdk.ErrPageLoop) || len(got) > 4 {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
}

func TestPageFails(t *testing.T) {
	broken := errors.New("broken")
	got, err := all(gen.ByOffset(-1, func(offset int64) ([]int, int64, error) {
		if offset > 0 {
			return nil, 0, broken
		}
		return numbers(2), -1, nil
	}))
	if !errors.Is(err, broken) || len(got) != 2 {
		t.Errorf("%v %v", got, err)
	}
}

// TestLeave stops in the middle of a page: no other is asked for.
func TestLeave(t *testing.T) {
	requests := 0
	for item, err := range gen.ByLink(func(string) ([]int, string, error) { requests++; return numbers(3), "?more", nil }) {
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
	got, err := all(gen.ByLink(func(link string) ([]int, string, error) {
		var response struct {
			Users []int
			Next  *string
		}
		err := conn.Do(context.Background(), "GET", "/v3/users?name=a", nil, &response, gen.FollowLink(nil, link)...)
		return response.Users, gen.NextLink(response.Next), err
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
		"/d":   map[string]string{"rel": "next", "href": "/d"}["href"],
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
