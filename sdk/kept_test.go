package sdk_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// lamp and hall are what the generator writes.
type lamp struct {
	ID     string               `json:"id"`
	Watts  *int64               `json:"watts,omitzero"`
	Speed  *float64             `json:"speed,omitzero"`
	Tags   []string             `json:"tags,omitzero"`
	Owner  sdk.Nullable[string] `json:"owner,omitzero"`
	Since  *sdk.Time            `json:"since,omitzero"`
	Labels map[string]string    `json:"labels,omitzero"`
	Kept   sdk.Kept             `json:"-"`
}

func (v lamp) MarshalJSON() ([]byte, error) { return gen.MarshalStruct(&v) }

func (v *lamp) UnmarshalJSON(data []byte) error {
	return gen.ReadStruct(data, v)
}

type hall struct {
	Lamps []lamp   `json:"lamps,omitzero"`
	Count *int64   `json:"count,omitzero"`
	Kept  sdk.Kept `json:"-"`
}

func (v hall) MarshalJSON() ([]byte, error) { return gen.MarshalStruct(&v) }

func (v *hall) UnmarshalJSON(data []byte) error {
	return gen.ReadStruct(data, v)
}

func ExampleKept() {
	var l lamp
	err := json.Unmarshal([]byte(`{"id":"a","watts":25.2,"tags":null,"colour":"red"}`), &l)
	fmt.Println(err, l.ID, l.Watts, l.Tags)
	watts, ok := l.Kept.Get("watts")
	fmt.Println(string(watts), ok, l.Kept.Names())

	text, err := json.Marshal(l)
	fmt.Println(string(text), err)

	l.Watts = new(int64(25)) // a field that is set counts
	l.Kept.Set("dimmed", json.RawMessage("true"))
	text, err = json.Marshal(l)
	fmt.Println(string(text), err)
	// Output:
	// <nil> a <nil> []
	// 25.2 true [watts tags colour]
	// {"id":"a","watts":25.2,"tags":null,"colour":"red"} <nil>
	// {"id":"a","watts":25,"tags":null,"colour":"red","dimmed":true} <nil>
}

func TestKeptIsOnesOwn(t *testing.T) {
	var a lamp
	if err := json.Unmarshal([]byte(`{"watts":["5"],"x":1}`), &a); err != nil {
		t.Fatal(err)
	}
	b := a
	b.Kept.Set("x", json.RawMessage("2"))
	b.Kept.Delete("watts")
	b.Kept.Delete("not there")
	if x, _ := a.Kept.Get("x"); string(x) != "1" || !reflect.DeepEqual(a.Kept.Names(), []string{"watts", "x"}) {
		t.Errorf("a copy changed the original: %s %v", x, a.Kept.Names())
	}
	if _, ok := a.Kept.Get("id"); ok || a.Kept.IsZero() || !(sdk.Kept{}).IsZero() {
		t.Error("an absent member is not kept")
	}
	if err := json.Unmarshal([]byte(`{"id":"z"}`), &a); err != nil || a.Watts != nil || !a.Kept.IsZero() {
		t.Errorf("decoding again leaves something: %+v %v", a, err)
	}
	if err := json.Unmarshal([]byte(`[1]`), &a); err != nil {
		t.Fatal(err)
	}
	if whole, ok := a.Kept.Whole(); !ok || string(whole) != "[1]" || a.Kept.Names() != nil {
		t.Errorf("%s %v", whole, ok)
	}
}

// TestBrokenText calls UnmarshalJSON with text that encoding/json would not pass on.
func TestBrokenText(t *testing.T) {
	for _, text := range []string{``, ` `, `{`, `{"`, `{"id`, `{"id"`, `{"id":`, `{"id":"`, `{"id":"a`, `{"id":"a"`, `{"id":"a",`, `{"id" "a"}`,
		`{"tags":["a"`, `{"tags":[`, `{1}`, `{"id":}`, `{"id":"a"]`, `{"owner":`, `{"labels":{"a"}}`, `{"\`, `{"a\`, `x y`} {
		var l lamp
		_ = l.UnmarshalJSON([]byte(text)) // it must not panic
		if json.Unmarshal([]byte(text), &l) == nil && !json.Valid([]byte(text)) {
			t.Errorf("%q was decoded", text)
		}
	}
}

func FuzzKept(f *testing.F) {
	for _, seed := range []string{
		`{"lamps":[{"id":"a","watts":25.2,"speed":1.0,"since":"2020-01-08 09:59:49"},null,7],"count":"2"}`,
		`{"id":null,"watts":9223372036854775808,"tags":["a",null],"owner":5,"labels":{"a":1},"x":[{}]}`,
		`{"owner":null,"speed":1e400,"id":"\ud800"}`, `[[]]`, `"x"`, `{"id":1,"id":"a","watts":1,"watts":{}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		_ = new(lamp).UnmarshalJSON(text)
		if !json.Valid(text) {
			return
		}
		for _, pair := range [][2]any{{new(lamp), new(lamp)}, {new(hall), new(hall)}} {
			if err := json.Unmarshal(text, pair[0]); err != nil {
				t.Fatal(err)
			}
			out, err := json.Marshal(pair[0])
			if err != nil {
				t.Fatal(err)
			}
			if a, b := exact(t, text), exact(t, out); !bytes.Equal(a, b) {
				t.Fatalf("%s became %s", a, b)
			}
			if err := json.Unmarshal(out, pair[1]); err != nil {
				t.Fatal(err)
			}
			if again, err := json.Marshal(pair[1]); err != nil || !bytes.Equal(again, out) {
				t.Fatalf("%s became %s, %v", out, again, err)
			}
		}
	})
}

// exact writes JSON in one way, with its numbers to the last digit; integer fields have no
// negative zero.
func exact(t *testing.T, text []byte) []byte {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(strings.ReplaceAll(string(out), `:-0`, `:0`))
}

// The benchmarks compare with structs of the same fields that encoding/json handles alone.

type plainLamp struct {
	ID     string            `json:"id"`
	Watts  *int64            `json:"watts,omitzero"`
	Speed  *float64          `json:"speed,omitzero"`
	Tags   []string          `json:"tags,omitzero"`
	Owner  *string           `json:"owner,omitzero"`
	Since  *string           `json:"since,omitzero"`
	Labels map[string]string `json:"labels,omitzero"`
}

type plainRoom struct {
	Lamps []plainLamp `json:"lamps,omitzero"`
	Count *int64      `json:"count,omitzero"`
}

var fifty = []byte(`{"lamps":[` + strings.TrimSuffix(strings.Repeat(
	`{"id":"ee45c782-71f8-4265-8392-e31fc701836c","watts":40,"speed":25.2,"tags":["a","b"],"owner":"me","since":"2020-02-11T06:34:43.897750","labels":{"k":"v"}},`, 50), ",") + `],"count":50}`)

func benchDecode[T any](b *testing.B) {
	b.SetBytes(int64(len(fifty)))
	b.ReportAllocs()
	for b.Loop() {
		if err := json.Unmarshal(fifty, new(T)); err != nil {
			b.Fatal(err)
		}
	}
}

func benchEncode[T any](b *testing.B) {
	v := new(T)
	if err := json.Unmarshal(fifty, v); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(fifty)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := json.Marshal(v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode(b *testing.B)      { benchDecode[hall](b) }
func BenchmarkDecodePlain(b *testing.B) { benchDecode[plainRoom](b) }
func BenchmarkEncode(b *testing.B)      { benchEncode[hall](b) }
func BenchmarkEncodePlain(b *testing.B) { benchEncode[plainRoom](b) }
