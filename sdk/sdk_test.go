package sdk_test

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

func TestNullable(t *testing.T) {
	type box struct {
		S sdk.Nullable[string] `json:"s,omitzero"`
		L sdk.Nullable[[]int]  `json:"l,omitzero"`
	}
	for _, text := range []string{`{}`, `{"s":null,"l":null}`, `{"s":"","l":[]}`, `{"s":"x","l":[1]}`} {
		var b box
		if err := json.Unmarshal([]byte(text), &b); err != nil {
			t.Fatal(err)
		}
		if got, err := json.Marshal(b); err != nil || string(got) != text {
			t.Errorf("%s became %s, %v", text, got, err)
		}
	}
	var absent sdk.Nullable[int]
	if _, ok := absent.Get(); ok || !absent.IsZero() || absent.IsNull() || absent.Ptr() != nil {
		t.Error("the zero value is absent")
	}
	null := sdk.Null[int]()
	if _, ok := null.Get(); ok || null.IsZero() || !null.IsNull() {
		t.Error("null is null")
	}
	five := sdk.Value(5)
	if v, ok := five.Get(); v != 5 || !ok || five.IsZero() || five.IsNull() {
		t.Error("5 is 5")
	}
	if err := json.Unmarshal([]byte(`"x"`), &five); err == nil {
		t.Error("a string was read as a number")
	}
	if v, _ := five.Get(); v != 5 {
		t.Error("a failed read changed the value")
	}
	if err := json.Unmarshal([]byte(` null `), &five); err != nil || !five.IsNull() {
		t.Error("null did not replace the value")
	}
}

func TestScalar(t *testing.T) {
	for _, text := range []string{`"40"`, `40`, `25.20`, `1e3`, `-0`, `9007199254740993`, `true`, `false`, `""`, `"a\"b"`, `null`} {
		var s sdk.Scalar
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			t.Fatal(err)
		}
		if got, err := json.Marshal(s); err != nil || string(got) != text {
			t.Errorf("%s became %s, %v", text, got, err)
		}
	}
	for _, text := range []string{`{}`, `[1]`, `{"a":1}`} {
		var s sdk.Scalar
		if err := json.Unmarshal([]byte(text), &s); err == nil {
			t.Errorf("%s was read as %v", text, s)
		}
	}
	if n, err := sdk.StringScalar("40").Int64(); n != 40 || err != nil {
		t.Error(n, err)
	}
	if n, err := sdk.IntScalar(math.MaxInt64).Int64(); n != math.MaxInt64 || err != nil {
		t.Error(n, err)
	}
	if _, err := sdk.FloatScalar(1.5).Int64(); err == nil {
		t.Error("1.5 is not a whole number")
	}
	if f, err := sdk.StringScalar("25.2").Float64(); f != 25.2 || err != nil {
		t.Error(f, err)
	}
	if b, err := sdk.BoolScalar(true).Bool(); !b || err != nil {
		t.Error(b, err)
	}
	if _, err := sdk.StringScalar("yes").Bool(); err == nil {
		t.Error("yes is not a boolean of JSON")
	}
	if _, err := json.Marshal(sdk.FloatScalar(math.Inf(1))); err == nil {
		t.Error("infinity was written")
	}
	for _, c := range []struct {
		s     sdk.Scalar
		kinds sdk.ScalarKinds
		want  bool
	}{
		{sdk.IntScalar(1), sdk.ScalarInteger, true},
		{sdk.IntScalar(1), sdk.ScalarNumber, true},
		{sdk.FloatScalar(1.5), sdk.ScalarInteger, false},
		{sdk.FloatScalar(2), sdk.ScalarInteger, true},
		{sdk.FloatScalar(1e300), sdk.ScalarString, false},
		{sdk.StringScalar("1"), sdk.ScalarInteger | sdk.ScalarBoolean, false},
		{sdk.BoolScalar(false), sdk.ScalarBoolean, true},
		{sdk.Scalar{}, sdk.ScalarString, false},
	} {
		if c.s.Is(c.kinds) != c.want {
			t.Errorf("%v is of %b: not %v", c.s, c.kinds, c.want)
		}
	}
}

func FuzzScalar(f *testing.F) {
	for _, seed := range []string{`"40"`, `40`, `1e3`, `true`, `"\u0000"`, `-1.50`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var s, again sdk.Scalar
		if json.Unmarshal([]byte(text), &s) != nil {
			return
		}
		out, err := json.Marshal(s)
		if err != nil {
			t.Fatalf("%s was read but cannot be written: %v", text, err)
		}
		if err := json.Unmarshal(out, &again); err != nil || again != s {
			t.Fatalf("%s became %s", text, out)
		}
	})
}

func TestViolations(t *testing.T) {
	var c gen.Checker
	if c.Err() != nil {
		t.Error("nothing was found")
	}
	c.In("a/b~c")
	c.At(3)
	c.Add("maxLength", strings.Repeat("é", 100), 5)
	c.Out()
	c.Add("required", nil, nil)
	c.Out()
	c.Add("minProperties", 0, 1)
	var found sdk.Violations
	if !errors.As(c.Err(), &found) || len(found) != 3 {
		t.Fatal(c.Err())
	}
	want := "/a~1b~0c/3: maxLength 5, got \"" + strings.Repeat("é", 60) + "…\"\n" +
		"/a~1b~0c: required\n(the whole value): minProperties 1, got \"0\""
	if got := found.Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestDeep goes beyond the steps that are kept without allocating.
func TestDeep(t *testing.T) {
	var c gen.Checker
	for range 50 {
		c.In("x")
	}
	c.Add("r", nil, nil)
	for range 49 {
		c.Out()
	}
	c.Add("r", nil, nil)
	want := strings.Repeat("/x", 50) + ": r\n/x: r"
	if got := c.Err().Error(); got != want {
		t.Errorf("got %s", got)
	}
}

func TestIsMultiple(t *testing.T) {
	for _, c := range []struct {
		v, step float64
		want    bool
	}{{0.3, 0.1, true}, {0.35, 0.1, false}, {9, 3, true}, {10, 3, false}, {0, 5, true}, {-1.5, 0.5, true}, {1e9, 7, false}} {
		if gen.IsMultiple(c.v, c.step) != c.want {
			t.Errorf("%v of %v: not %v", c.v, c.step, c.want)
		}
	}
}
