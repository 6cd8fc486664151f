package gen_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// box is a generated struct that contains itself, in three ways.
type box struct {
	ID   *string  `json:"id,omitzero"`
	Box  *box     `json:"box,omitzero"`
	List []box    `json:"list,omitzero"`
	Kept sdk.Kept `json:"-"`
}

func (v box) MarshalJSON() ([]byte, error) { return gen.MarshalStruct(&v) }

func (v *box) UnmarshalJSON(data []byte) error {
	return gen.ReadStruct(data, v)
}

// tree is a generated list that contains itself.
type tree []tree

func (v *tree) UnmarshalJSON(data []byte) error {
	return gen.ReadDefined(data, v)
}

// unknownMembers is an object of n members that no field is for.
func unknownMembers(n int) []byte {
	var b strings.Builder
	b.WriteString(`{"id":"a"`)
	for i := range n {
		fmt.Fprintf(&b, `,"k%d":%d`, i, i)
	}
	return []byte(b.String() + "}")
}

// nested is a box in a box, n deep, of size bytes.
func nested(n, size int) []byte {
	size = max(size-n*len(`{"box":}`), 0)
	return []byte(strings.Repeat(`{"box":`, n-1) + `{"id":"` + strings.Repeat("x", size) + `"}` + strings.Repeat("}", n-1))
}

// TestManyKept has objects with more members than are looked through one by one.
func TestManyKept(t *testing.T) {
	for _, n := range []int{15, 16, 17, 18, 1000} {
		var v box
		if err := json.Unmarshal(unknownMembers(n), &v); err != nil {
			t.Fatal(err)
		}
		names := v.Kept.Names()
		last, ok := v.Kept.Get(fmt.Sprint("k", n-1))
		if len(names) != n || names[0] != "k0" || string(last) != fmt.Sprint(n-1) || !ok {
			t.Errorf("%d: %d names, the last is %s", n, len(names), last)
		}
		if _, ok := v.Kept.Get("k"); ok {
			t.Errorf("%d: it has a member that did not come", n)
		}
		if text, err := json.Marshal(v); err != nil || string(text) != string(unknownMembers(n)) {
			t.Errorf("%d: written as %.200s, %v", n, text, err)
		}
		// A copy that is changed leaves the original as it was.
		other := v
		other.Kept.Delete("k0")
		other.Kept.Set("k1", json.RawMessage("true"))
		other.Kept.Set("new", json.RawMessage("1"))
		if text, ok := v.Kept.Get("k1"); !slices.Equal(v.Kept.Names(), names) || string(text) != "1" || !ok {
			t.Errorf("%d: the original is %v, %s", n, v.Kept.Names(), text)
		}
		want := append(slices.Clone(names[1:]), "new")
		if text, _ := other.Kept.Get("k1"); !slices.Equal(other.Kept.Names(), want) || string(text) != "true" {
			t.Errorf("%d: the copy is %v, %s", n, other.Kept.Names(), text)
		}
		if text, ok := other.Kept.Get(names[n-1]); string(text) != string(last) || !ok {
			t.Errorf("%d: after what was deleted is %s", n, text)
		}
	}
}

// TestKeptTwice has members that come twice: the last one counts.
func TestKeptTwice(t *testing.T) {
	for _, n := range []int{3, 100} {
		once := strings.TrimSuffix(string(unknownMembers(n)), "}")
		for more, want := range map[string]struct{ id, kept, k1 string }{
			`,"k1":"x"`:                    {"a", "", `"x"`},
			`,"id":[5]`:                    {"", "[5]", "1"},
			`,"id":[5],"id":"b"`:           {"b", "", "1"},
			`,"id":5,"id":"b"`:             {"b", "", "1"},
			`,"id":"b","id":5`:             {"5", "", "1"},
			`,"id":[5],"id":"b","id":[6]`:  {"", "[6]", "1"},
			`,"k1":{},"id":[7],"k1":[2,3]`: {"", "[7]", "[2,3]"},
		} {
			var v box
			if err := json.Unmarshal([]byte(once+more+"}"), &v); err != nil {
				t.Fatal(err)
			}
			id := ""
			if v.ID != nil {
				id = *v.ID
			}
			kept, _ := v.Kept.Get("id")
			k1, _ := v.Kept.Get("k1")
			if id != want.id || string(kept) != want.kept || string(k1) != want.k1 || len(v.Kept.Names()) != n+min(len(kept), 1) {
				t.Errorf("%d and %s: id %q, kept %s, k1 %s, %d names", n, more, id, kept, k1, len(v.Kept.Names()))
			}
			if text, err := json.Marshal(v); err != nil || strings.Count(string(text), `"id"`) != 1 || strings.Count(string(text), `"k1"`) != 1 {
				t.Errorf("%d and %s: written as %.200s, %v", n, more, text, err)
			}
		}
	}
}

// TestNested keeps what is nested too deep as it came.
func TestNested(t *testing.T) {
	for _, n := range []int{1, 100, 101, 5000} {
		for _, text := range []string{
			string(nested(n, 0)),
			strings.Repeat(`{"list":[`, n) + strings.Repeat(`]}`, n),
			`{"id":"a","box":{},"box":` + string(nested(n, 0)) + `}`,
		} {
			var v box
			if err := json.Unmarshal([]byte(text), &v); err != nil {
				t.Fatal(err)
			}
			levels, inner := 0, &v
			for inner != nil && levels <= n+1 {
				if levels++; len(inner.List) > 0 {
					inner = &inner.List[0]
				} else {
					inner = inner.Box
				}
			}
			kept := len(v.Kept.Names()) > 0
			if kept != (levels == 1 && n > 1) || n <= 50 && kept || n > 101 && !kept {
				t.Errorf("%d deep, %.40s: %d levels were decoded, kept: %v", n, text, levels, v.Kept.Names())
			}
			want := strings.Replace(text, `"box":{},`, "", 1)
			if out, err := json.Marshal(v); err != nil || string(out) != want {
				t.Errorf("%d deep: %.100s became %.100s, %v", n, want, out, err)
			}
		}
	}
	for n, fits := range map[int]bool{1: true, 100: true, 5000: false} {
		var v tree
		if err := json.Unmarshal([]byte(strings.Repeat("[", n)+strings.Repeat("]", n)), &v); (err == nil) != fits {
			t.Errorf("a list that is %d deep: %v", n, err)
		}
	}
}

// The benchmarks show that the time for a byte does not grow: MB/s stays.

func BenchmarkManyKept(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000, 100000} {
		text := unknownMembers(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if err := json.Unmarshal(text, new(box)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNested(b *testing.B) {
	for _, n := range []int{1, 10, 100, 1000, 4000} {
		text := nested(n, 1<<20)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if err := json.Unmarshal(text, new(box)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// loose is a struct of scalars of all kinds.
type loose struct {
	Count                *int64                `json:"count,omitzero"`
	Size                 int64                 `json:"size"`
	Name                 *string               `json:"name,omitzero"`
	Ratio                sdk.Nullable[float64] `json:"ratio,omitzero"`
	On                   *bool                 `json:"on,omitzero"`
	Ports                []int64               `json:"ports,omitzero"`
	Labels               map[string]string     `json:"labels,omitzero"`
	AdditionalProperties map[string]int64      `json:"-"`
	Kept                 sdk.Kept              `json:"-"`
}

func (v loose) MarshalJSON() ([]byte, error) { return gen.Marshal(&v) }

func (v *loose) AppendJSON(out []byte) ([]byte, error) {
	return gen.AppendExtra(out, v, v.Kept, v.AdditionalProperties)
}

func (v *loose) UnmarshalJSON(data []byte) error {
	return gen.ReadStruct(data, v)
}

// TestOtherTypes has numbers that came as texts and the other way round: they fill their
// fields, and are written back as they came until the field is another value.
func TestOtherTypes(t *testing.T) {
	const came = `{"count":"40","size":"0","name":99999999999999999999,"ratio":"0.50","on":"true","ports":["1",2],"labels":{"a":7,"b":"c"},"more":"12"}`
	var v loose
	if err := json.Unmarshal([]byte(came), &v); err != nil {
		t.Fatal(err)
	}
	ratio, _ := v.Ratio.Get()
	if *v.Count != 40 || *v.Name != "99999999999999999999" || ratio != 0.5 || !*v.On || !slices.Equal(v.Ports, []int64{1, 2}) || v.Labels["a"] != "7" || v.AdditionalProperties["more"] != 12 || len(v.Kept.Names()) > 0 {
		t.Errorf("%+v keeps %v", v, v.Kept.Names())
	}
	if text, err := json.Marshal(v); err != nil || string(text) != came {
		t.Errorf("written as %s, %v", text, err)
	}
	c := gen.NewInspector()
	c.Kept(&v, v.Kept)
	if found := c.Found(); len(found) != 8 || found[0].Rule != "type" || found[0].Pointer != "/count" || found[0].Value != `"40"` {
		t.Errorf("differences: %v", found)
	}
	*v.Count, v.Size, *v.Name, v.Ports[0], v.AdditionalProperties["more"] = 41, 1, "x", 9, 13
	if text, err := json.Marshal(v); err != nil || string(text) != `{"count":41,"size":1,"name":"x","ratio":"0.50","on":"true","ports":[9,2],"labels":{"a":7,"b":"c"},"more":13}` {
		t.Errorf("written as %s, %v", text, err)
	}
	// What cannot be of the type is kept, and its field is empty.
	const wrong = `{"count":"4.5","name":{"a":1},"ratio":"0x1p4","on":"yes","ports":["a"],"size":"9223372036854775808"}`
	if err := json.Unmarshal([]byte(wrong), &v); err != nil || v.Count != nil || v.Size != 0 || v.Name != nil || v.On != nil || v.Ports != nil || !v.Ratio.IsZero() || len(v.Kept.Names()) != 6 {
		t.Errorf("%+v keeps %v, %v", v, v.Kept.Names(), err)
	}
}
