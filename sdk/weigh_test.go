package sdk_test

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// heavyVault is a struct as generated code has them, of 256 bytes and more.
type heavyVault struct {
	ID, Name *string
	Size     *int64
	More     [28]*string
	Note     sdk.Nullable[heavyVault]
	Kept     sdk.Kept
}

func (v *heavyVault) UnmarshalJSON(data []byte) error {
	return gen.ReadStruct(data, v)
}

type heavyVaults struct {
	Vaults []heavyVault
	Kept   sdk.Kept
}

func (v *heavyVaults) UnmarshalJSON(data []byte) error {
	return gen.ReadStruct(data, v)
}

// fill repeats a text to a little less than size bytes, with the number of the repetition in
// place of #.
func fill(open, text, end string, size int) string {
	var b strings.Builder
	b.WriteString(open)
	for i := 0; b.Len() < size-len(open)-3*len(text)-len(end); i++ {
		if i > 0 && !strings.HasPrefix(text, "<") {
			b.WriteByte(',')
		}
		b.WriteString(strings.ReplaceAll(text, "#", fmt.Sprintf("%06d", i)))
	}
	return b.String() + end
}

// TestDecodingBombs has short responses that take a lot of memory once they are decoded.
func TestDecodingBombs(t *testing.T) {
	const limit = 1 << 20
	var body, media string
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) {
		w.Header().Set("Content-Type", media)
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		_, _ = io.WriteString(z, body)
		_ = z.Close()
	})
	conn := connect(t, s.URL, sdk.NoAuth(), sdk.WithMaxResponseSize(limit))
	bare := func() error {
		call := conn.Call(t.Context(), "ListVault", nil)
		var target heavyVaults
		req, err := call.NewRequest("GET", "/", nil, "", nil)
		if err := call.Do(req, err, &target); err != nil {
			return err
		}
		_, err = gen.List(call, "Vaults", true, target.Vaults)
		return err
	}
	into := func(target any) func() error {
		return func() error { return conn.Do(t.Context(), "GET", "/", nil, target) }
	}
	for _, c := range []struct {
		open, item, end string
		call            func() error
		bomb            bool
	}{
		{`{"Vaults":[`, `1`, `]}`, into(new(heavyVaults)), true},
		{`{"Vaults":[`, `{}`, `]}`, into(new(heavyVaults)), true},
		{`{"Vaults":[`, `null`, `]}`, into(new(heavyVaults)), true},
		{`{"Vaults":[`, `{"Note":{}}`, `]}`, into(new(heavyVaults)), true},
		{`{"Vaults":[{`, `"#":1`, `}]}`, into(new(heavyVaults)), true},
		{`{"Vaults":[{"Note":`, `{"Note":`, ``, into(new(heavyVaults)), false}, // not JSON
		{`[`, `1`, `]`, bare, true},
		{`[`, `{}`, `]`, into(new(any)), true},
		{`[`, `[]`, `]`, into(new(any)), true},
		{`[`, `{}`, `]`, into(new([]sdk.Object)), true},
		{`{`, `"#":{}`, `}`, into(new(map[string]heavyVault)), true},
		{`<a>`, `<Vaults/>`, `</a>`, into(new(struct{ Vaults []heavyVault })), true},

		{`{"Vaults":[`, `{"ID":"0123456789abcdef0123456789abcdef","Name":"web-#","Size":40,"colour":"a colour of this vault"}`, `]}`, into(new(heavyVaults)), false},
		{`[`, `{"ID":"0123456789abcdef0123456789abcdef","Name":"web-#","Size":40}`, `]`, bare, false},
		{`[`, `1`, `]`, into(new([]int32)), false},
		{`[`, `10.25`, `]`, into(new([]float64)), false},
		{`{"Vaults":"`, `xxxx`, `"}`, into(new(heavyVaults)), false},
		{`[`, `{"name":"web-#","tags":["a","b"],"size":40}`, `]`, into(new(any)), false},
	} {
		name := c.open + c.item
		if body, media = fill(c.open, c.item, c.end, limit), "application/json"; c.open[0] == '<' {
			media = "application/xml"
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := c.call()
		runtime.ReadMemStats(&after)
		if errors.Is(err, sdk.ErrTooLarge) != c.bomb || c.bomb && !errors.Is(err, sdk.ErrUnreadable) {
			t.Errorf("%s: %v", name, err)
		}
		if !c.bomb && c.end != "" && err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; c.bomb && used > 24*limit {
			t.Errorf("%s: %d MiB were allocated", name, used>>20)
		}
	}
}

// TestErrorBombs has errors that take a lot of memory.
func TestErrorBombs(t *testing.T) {
	for _, c := range [][3]string{
		{`{"errors":[`, `1`, `]}`}, {`{"error":[`, `[]`, `]}`}, {`{"error":{`, `"#":{}`, `}}`}, {`{"details":[`, `{}`, `]}`},
		{strings.Repeat("[", 1<<19), "1", strings.Repeat("]", 1<<18)}, {`<e>`, `<message/>`, `</e>`}, {`{"message":"`, `\u001b`, `"}`},
	} {
		body := fill(c[0], c[1], c[2], 1<<20)
		s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) { writeJSON(w, 400, body) })
		conn, err := sdk.NewConn(t.Context(), sdk.Service{Name: "x", ErrorBody: func(string, int) any { return new(heavyVaults) }}, sdk.NoAuth(), sdk.WithEndpoint(s.URL))
		if err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err = send(conn, "GET")
		runtime.ReadMemStats(&after)
		var failed *sdk.Error
		if !errors.As(err, &failed) || failed.StatusCode != 400 || len(err.Error()) > 4000 || strings.Contains(err.Error(), "\x1b") {
			t.Errorf("%.20s: %.200v", c[0], err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 100<<20 {
			t.Errorf("%.20s…: %d MiB were allocated", c[0]+c[1], used>>20)
		}
	}
}

// held is decoded only when somebody lets it.
type held struct{ Name string }

var holding = make(chan chan struct{}, 1)

func (*held) UnmarshalJSON([]byte) error {
	release := make(chan struct{})
	holding <- release
	<-release
	return nil
}

// TestDecodingEnds has a context that ends while a response is decoded. What is decoded later
// does not get into the target.
func TestDecodingEnds(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, _ *http.Request, _ int64) {
		writeJSON(w, 200, `{"Held":{},"Pad":"`+strings.Repeat("x", 2<<20)+`"}`)
	})
	ctx, cancel := context.WithCancel(t.Context())
	var release chan struct{}
	go func() { release = <-holding; cancel() }()
	var target struct {
		Held held
		Pad  json.RawMessage
	}
	soon(t, "decoding", func() {
		err := connect(t, s.URL, sdk.NoAuth()).Do(ctx, "GET", "/", nil, &target)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	})
	<-ctx.Done()
	if close(release); target.Pad != nil {
		t.Error("something was decoded")
	}
	// Without an end of the context the same response is decoded.
	go func() { close(<-holding) }()
	if err := connect(t, s.URL, sdk.NoAuth()).Do(t.Context(), "GET", "/", nil, &target); err != nil || len(target.Pad) != 2<<20+2 {
		t.Errorf("%v", err)
	}
}
