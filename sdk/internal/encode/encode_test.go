package encode_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk/internal/encode"
	"github.com/rst2openapi/rst2openapi/sdk/internal/kept"
)

type colour string

// spelled has a text of its own.
type spelled struct{ n int }

func (s spelled) MarshalText() ([]byte, error) { return []byte(strings.Repeat("<", s.n)), nil }

// optional says itself when it is left out.
type optional struct{ set bool }

func (o optional) IsZero() bool { return !o.set }

// all has fields of all kinds that a generated struct may have.
type all struct {
	Text     string              `json:"text"`
	Colour   *colour             `json:"col<our,omitzero"`
	Int      int32               `json:"int,omitzero"`
	Uint     *uint64             `json:"uint"`
	Float    float64             `json:"float"`
	Small    float32             `json:"small"`
	On       bool                `json:"on"`
	Bytes    []byte              `json:"bytes,omitzero"`
	List     [][]*int64          `json:"list"`
	Map      map[colour][]string `json:"map"`
	Any      any                 `json:"any"`
	Open     map[string]any      `json:"open,omitzero"`
	Raw      json.RawMessage     `json:"raw,omitzero"`
	Spelled  spelled             `json:"spelled"`
	Time     time.Time           `json:"time,omitzero"`
	TimePtr  *time.Time          `json:"time_ptr,omitzero"`
	Optional *optional           `json:"optional,omitzero"`
	Inner    *all                `json:"inner,omitzero"`
	Left     int                 `json:"-"`
}

// written is an all that writes itself.
type written all

func (w *written) AppendJSON(out []byte) ([]byte, error) { return encode.Object(out, (*all)(w), nil) }

func TestLikeEncodingJSON(t *testing.T) {
	red, now := colour("red"), time.Unix(1e9, 5).UTC()
	for _, v := range []all{
		{},
		{Colour: &red, Int: -5, Uint: new(uint64(math.MaxUint64)), On: true, Bytes: []byte("<>"), Time: now, TimePtr: &now, Left: 3},
		{TimePtr: &time.Time{}, Optional: &optional{}, Bytes: []byte{}, Open: map[string]any{}, Raw: json.RawMessage("[ 1 ]")},
		{Optional: &optional{set: true}, List: [][]*int64{nil, {}, {nil, new(int64(7))}}, Map: map[colour][]string{"b": nil, "<a": {"x", "&"}}},
		{Any: []any{1, "x", nil}, Open: map[string]any{"z": 1.5, "a": all{}}, Spelled: spelled{2}, Inner: &all{Inner: &all{Text: "deep"}}},
	} {
		for _, f := range []float64{0, math.Copysign(0, -1), 1, 1e20, 1e21, -1e-6, 9.9e-7, 1e-9, 0.1, math.MaxFloat64, 5e-324} {
			v.Float, v.Small = f, float32(0.1)
			want, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			w := written(v)
			if got, err := encode.Marshal(&w); err != nil || string(got) != string(want) {
				t.Fatalf("written as\n%s, %v\nand by encoding/json as\n%s", got, err, want)
			}
		}
	}
	w := written{Inner: &all{Float: math.NaN()}}
	if text, err := encode.Marshal(&w); err == nil {
		t.Errorf("NaN is written as %s", text)
	}
	var none *written
	for _, v := range []any{nil, none, map[string]*written{"a": none}, []written{{}}, []byte("x"), 5, "x", map[int]string{1: "a"}} {
		want, _ := json.Marshal(v)
		if list, ok := v.([]written); ok {
			want, _ = json.Marshal([]all{all(list[0])})
		}
		if got, err := encode.Append([]byte("before"), v); err != nil || string(got) != "before"+string(want) {
			t.Errorf("%v: %s, %v, want %s", v, got, err, want)
		}
	}
}

func FuzzString(f *testing.F) {
	for _, s := range []string{"", "a", `"\`, "<&>", "\x00\x1f\x7f", "é漢😀", "a\u2028b\u2029", "\xff", "é\xc3", "\ufffd", "é<"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if want, _ := json.Marshal(s); string(encode.String(nil, s)) != string(want) {
			t.Errorf("%q is written as %s", s, encode.String(nil, s))
		}
	})
}

// FuzzRaw has text of others, of which only JSON is written, as encoding/json does.
func FuzzRaw(f *testing.F) {
	for _, s := range []string{``, ` `, `1`, `{"a": [1, "<b c>"]}`, `"a b"`, `"<"`, `"\u2028"`, "\"\u2028\"", `{`, `1 2`, `"a" "b"`, `"" `, `nul`, "\"\xff <\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, wantErr := json.Marshal(json.RawMessage(s))
		got, err := encode.Raw(nil, json.RawMessage(s))
		if (err == nil) != (wantErr == nil) || err == nil && string(got) != string(want) {
			t.Errorf("%q is written as %s, %v; by encoding/json as %s, %v", s, got, err, want, wantErr)
		}
	})
}

// TestKeptThatIsNoJSON: what a caller keeps is checked before it is sent.
func TestKeptThatIsNoJSON(t *testing.T) {
	members := &kept.Members{}
	members.Put(kept.Member{Name: "x", Text: json.RawMessage(`1,"admin":true`)})
	if text, err := encode.Object(nil, &all{}, members); err == nil {
		t.Errorf("written as %s", text)
	}
}
