package speed

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/generated/cbr"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// The benchmarks of a list of vaults compare the generated client with structs of the same
// fields that have no methods, so that encoding/json does all with them.

// vaultList is a response of about 0.9 MB.
func vaultList() []byte {
	const resource = `{"id":"97595625-198e-4e4d-879b-9d53f68ba551","name":"server-%","protect_status":"available","size":40,"type":"OS::Nova::Server","backup_size":12,"backup_count":3,"extra_info":{"exclude_volumes":["bdef09bb-293f-446a-88a4-86e9f14408c4"]}}`
	const vault = `{"id":"ee45c782-71f8-4265-8392-e31fc701836c","name":"vault-%","description":"every night at 02:00","project_id":"0605767b5780d5762fc5c0118072a564",` +
		`"provider_id":"0daac4c5-6707-4851-97ba-169e36266b66","resources":[` + resource + `,` + resource + `],"tags":[{"key":"team","value":"storage"},{"key":"stage","value":"test"}],` +
		`"auto_bind":true,"bind_rules":{"tags":[{"key":"a","value":"b"}]},"user_id":"aa2999fa5ae640f28926f8fd79188934","created_at":"2020-02-11T06:34:43.897750","auto_expand":false,` +
		`"billing":{"allocated":120,"charging_mode":"post_paid","cloud_type":"public","consistent_level":"crash_consistent","object_type":"server","protect_type":"backup","size":300,"spec_code":"vault.backup.server.normal","status":"available","storage_unit":null,"used":12,"frozen_scene":"x"}}`
	var b strings.Builder
	b.WriteString(`{"vaults":[`)
	const n = 560
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strings.ReplaceAll(vault, "%", strconv.Itoa(i)))
	}
	b.WriteString(`],"count":` + strconv.Itoa(n) + `}`)
	return []byte(strings.ReplaceAll(b.String(), `"storage_unit":null,`, ""))
}

// withoutMethods is a type of the same fields that encoding/json reads and writes alone.
func withoutMethods(t reflect.Type) reflect.Type {
	switch t {
	case reflect.TypeFor[sdk.Scalar](), reflect.TypeFor[sdk.Time]():
		return reflect.TypeFor[string]()
	}
	if ptr, ok := t.MethodByName("Ptr"); ok {
		return withoutMethods(ptr.Type.Out(0))
	}
	switch t.Kind() {
	case reflect.Pointer:
		return reflect.PointerTo(withoutMethods(t.Elem()))
	case reflect.Slice:
		return reflect.SliceOf(withoutMethods(t.Elem()))
	case reflect.Map:
		return reflect.MapOf(t.Key(), withoutMethods(t.Elem()))
	case reflect.String:
		return reflect.TypeFor[string]()
	case reflect.Struct:
		var fields []reflect.StructField
		for f := range t.Fields() {
			if f.Tag.Get("json") != "-" {
				fields = append(fields, reflect.StructField{Name: f.Name, Type: withoutMethods(f.Type), Tag: f.Tag})
			}
		}
		return reflect.StructOf(fields)
	}
	return t
}

// withoutMethodsOf makes values of a type without its methods.
func withoutMethodsOf[T any]() func() any {
	t := withoutMethods(reflect.TypeFor[T]())
	return func() any { return reflect.New(t).Interface() }
}

var (
	typed = reflect.TypeFor[cbr.ListVaultResponseBody]()
	plain = withoutMethods(typed)
)

func decoded(b testing.TB, t reflect.Type, text []byte) any {
	v := reflect.New(t).Interface()
	if err := json.Unmarshal(text, v); err != nil {
		b.Fatal(err)
	}
	return v
}

func encode(b *testing.B, t reflect.Type, text []byte, marshal func(any) ([]byte, error)) {
	v := decoded(b, t, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := marshal(v); err != nil {
			b.Fatal(err)
		}
	}
}

func decode(b *testing.B, t reflect.Type, text []byte) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		decoded(b, t, text)
	}
}

// read decodes as a call does, which weighs a response first.
func read(b *testing.B, text []byte) {
	response := sdk.Response{HTTPResponse: &http.Response{StatusCode: 200, Header: http.Header{"Content-Type": {"application/json"}}}, Body: text}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := response.Decode(new(cbr.ListVaultResponseBody)); err != nil {
			b.Fatal(err)
		}
	}
}

// written is how a call writes a body.
func written(v any) ([]byte, error) { return gen.MarshalStruct(v) }

func BenchmarkEncodeVaults(b *testing.B) {
	b.Run("call", func(b *testing.B) { encode(b, typed, vaultList(), written) })
	b.Run("call/unknown", func(b *testing.B) { encode(b, typed, unknown(vaultList()), written) })
	b.Run("marshal", func(b *testing.B) { encode(b, typed, vaultList(), json.Marshal) })
	b.Run("plain", func(b *testing.B) { encode(b, plain, vaultList(), json.Marshal) })
}

func BenchmarkDecodeVaults(b *testing.B) {
	b.Run("call", func(b *testing.B) { read(b, vaultList()) })
	b.Run("call/unknown", func(b *testing.B) { read(b, unknown(vaultList())) })
	b.Run("unmarshal", func(b *testing.B) { decode(b, typed, vaultList()) })
	b.Run("plain", func(b *testing.B) { decode(b, plain, vaultList()) })
}

// unknown adds members that the document does not have, and numbers that come as texts.
func unknown(list []byte) []byte {
	text := strings.ReplaceAll(string(list), `"auto_bind":`, `"sys_lock":"","threshold":80,"smn_notify":true,"auto_bind":`)
	return []byte(strings.ReplaceAll(text, `"size":40`, `"size":"40"`))
}

// TestEncodeAllocates holds that a body is written without a text for each object in it.
func TestEncodeAllocates(t *testing.T) {
	v := decoded(t, typed, vaultList())
	if n := fewestAllocs(func() { _, _ = written(v) }); n > 10 {
		t.Errorf("%v allocations for a list of vaults", n)
	}
	want, err := json.Marshal(decoded(t, plain, vaultList()))
	if err != nil {
		t.Fatal(err)
	}
	if text, err := written(v); err != nil || string(text) != string(want) {
		t.Errorf("encoding/json writes other bytes: %v", err)
	}
}
