package encode_test

import (
	"encoding/json"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
	"github.com/rst2openapi/rst2openapi/sdk/internal/encode"
)

// kite is what the generator writes; it may hold itself.
type kite struct {
	Name string             `json:"name"`
	Tail *kite              `json:"tail,omitzero"`
	Next sdk.Nullable[kite] `json:"next,omitzero"`
	More map[string]kite    `json:"more,omitzero"`
	Kept sdk.Kept           `json:"-"`
}

func (v kite) MarshalJSON() ([]byte, error)     { return gen.MarshalStruct(&v) }
func (v *kite) UnmarshalJSON(data []byte) error { return gen.ReadStruct(data, v) }

// shouted, dressed and fussy are types that a user made of a generated one, with JSON of their own.
type (
	shouted kite
	dressed kite
	fussy   kite
)

func (shouted) MarshalJSON() ([]byte, error)     { return []byte(`"KITE"`), nil }
func (*shouted) UnmarshalJSON([]byte) error      { return nil }
func (v dressed) MarshalJSON() ([]byte, error)   { return json.Marshal([]kite{kite(v)}) }
func (*dressed) UnmarshalJSON([]byte) error      { return nil }
func (v fussy) MarshalJSON() ([]byte, error)     { return []byte(`"` + v.Name[:1] + `"`), nil }
func (v *fussy) UnmarshalJSON(data []byte) error { return json.Unmarshal(data, (*kite)(v)) }

func TestGeneratedInPlace(t *testing.T) {
	const text = `{"name":"red","tail":{"name":"bow","extra":[1]},"next":{"name":"blue","next":null},"more":{"a":{"name":"<"}},"colour":1}`
	var k kite
	if err := json.Unmarshal([]byte(text), &k); err != nil {
		t.Fatal(err)
	}
	type user struct {
		Kites []kite
		Ptr   *kite
	}
	for _, v := range []any{
		k, &k, []kite{k}, map[string]*kite{"a": &k, "b": nil}, user{[]kite{k}, &k}, sdk.Value(k), sdk.Null[kite](), sdk.Nullable[kite]{}, (*kite)(nil),
		shouted(k), []shouted{shouted(k)}, &[]*shouted{nil}, []dressed{dressed(k)}, dressed(k), []fussy{fussy(k)}, sdk.Value(shouted(k)),
	} {
		want, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := encode.Marshal(v); err != nil || string(got) != string(want) {
			t.Errorf("%T is written as\n%s, %v\nand by encoding/json as\n%s", v, got, err, want)
		}
	}
	if again, err := json.Marshal(k); err != nil || string(again) != `{"name":"red","tail":{"name":"bow","extra":[1]},"next":{"name":"blue","next":null},"more":{"a":{"name":"\u003c"}},"colour":1}` {
		t.Errorf("what was read is written as %s, %v", again, err)
	}
}
