package reconcile

import (
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/sdk"
)

func TestTimestamp(t *testing.T) {
	for _, c := range []struct {
		example string
		claims  []api.Claim
		want    bool
	}{
		{`{"lit": "2020-01-08T09:59:49Z"}`, nil, true},
		{`{"lit": "2020-02-11T06:34:43.897750"}`, nil, true},
		{`{"lit": "2018-09-11T10:22:40.123+0800"}`, nil, true},
		{`{"lit": "2018-09-11T10:22:40-05:00"}`, nil, true},
		{`{"lit": "2020-01-08 09:59:49"}`, nil, true},
		{`{"lit": "2019-05-28 14:24:58.186087 +0000 UTC"}`, nil, true},
		{`{"lit": "2016-12-01 08:05:06 UTC"}`, nil, true},
		{`{"lit": ""}`, []api.Claim{claim(api.FactExample, "2020-01-08T09:59:49Z")}, true},
		{`{"lit": null}`, []api.Claim{claim(api.FactExample, "2020-01-08T09:59:49Z")}, true},
		{`{"lit": "xxxx"}`, []api.Claim{claim(api.FactExample, "2020-01-08T09:59:49Z")}, true},
		{`{}`, nil, false},
		{`{"lit": ""}`, nil, false},
		{`{"lit": "2020-01-08"}`, nil, false},
		{`{"lit": "12:00"}`, nil, false},
		{`{"lit": "2020-13-08T09:59:49Z"}`, nil, false},
		{`{"lit": "2020-01-08T09:59:49Z_1"}`, nil, false},
		{`{"lit": "backup-2020-01-08T09:59:49Z"}`, nil, false},
		{`{"lit": 1581402883897}`, nil, false},
		{`{"lit": "never"}`, []api.Claim{claim(api.FactExample, "2020-01-08T09:59:49Z")}, false},
		{`{"lit": "2020-01-08T09:59:49Z"}`, []api.Claim{claim(api.FactDefault, "now")}, false},
		{`{"lit": "2020-01-08T09:59:49Z"}`, []api.Claim{claim(api.FactEnum, "2020-01-08T09:59:49Z")}, false},
	} {
		f := field("lit", api.String, c.claims...)
		decided(t, &api.Schema{Name: "Lamp", Fields: []*api.Field{f}}, c.example)
		if f.Decided.Timestamp != c.want {
			t.Errorf("%s with %v: %v", c.example, c.claims, f.Decided.Timestamp)
		}
	}
}

// TestTimestampKinds: only a text is a timestamp.
func TestTimestampKinds(t *testing.T) {
	for kind, want := range map[api.Kind]bool{api.String: true, api.Binary: false, api.Any: false} {
		f := field("lit", kind)
		f.Type.Also = nil
		decided(t, &api.Schema{Name: "Lamp", Fields: []*api.Field{f, field("id", api.String)}}, `{"lit": "2020-01-08T09:59:49Z"}`)
		if f.Type.Kind == kind && f.Decided.Timestamp != want {
			t.Errorf("%s: %v", kind, f.Decided.Timestamp)
		}
	}
}

// TestTimestampsCanBeParsed holds the form against the layouts that clients read.
func TestTimestampsCanBeParsed(t *testing.T) {
	for _, zone := range []string{"", "Z", "+08:00", "-0530", " UTC", " +0000", " +0000 UTC", " +0800 +0800"} {
		for _, text := range []string{"2020-01-08T09:59:49", "2020-01-08 09:59:49.123456789"} {
			if !isTimestamp(text + zone) {
				t.Errorf("%s is not a timestamp", text+zone)
			}
			if _, err := sdk.ParseTime(text + zone); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestCountingDecidesNothing: what examples do without is counted before examples teach anything, on copies.
func TestCountingDecidesNothing(t *testing.T) {
	f := field("sizes", api.Array, claim(api.FactEnum, "5", "7"))
	f.Type.Elem = &api.Type{Kind: api.Any}
	_, found := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{f}}, `{"sizes": [5]}`)
	if got := decision(f); got != "array of integer, each one of 5 7" || len(found) > 0 {
		t.Errorf("%s, findings %q", got, rules(found))
	}
}

func TestByTables(t *testing.T) {
	for _, c := range []struct {
		example string
		want    bool
	}{
		{`{"size": 5, "unknown": 1}`, true},
		{`{"size": 5.5}`, false},
		{`{"size": "5"}`, false},
		{`{"size": null}`, false},
		{`{"size": 11}`, false},
	} {
		op, _ := decided(t, &api.Schema{Name: "Box", Fields: []*api.Field{field("size", api.Integer, claim(api.FactMax, "10"))}}, c.example)
		if e := op.Examples[0]; e.ByTables != c.want || !e.Valid {
			t.Errorf("%s: by tables %v, in the end %v", c.example, e.ByTables, e.Valid)
		}
	}
}

// TestUnixTime: values in the description of what a table calls a timestamp, in bodies and as parameters.
func TestUnixTime(t *testing.T) {
	open := func(f *api.Field) *api.Field { f.Type.Open = true; return f }
	for _, c := range []struct {
		what    string
		field   *api.Field
		example string
		want    string
	}{
		{"milliseconds", field("since", api.Any, claim(api.FactExample, "1562032041362")), "", "integer"},
		{"seconds", field("since", api.Any, claim(api.FactExample, "1562032041")), "", "integer"},
		{"several", field("since", api.Any, claim(api.FactExample, "1562032041"), claim(api.FactExample, "1562032041362", "1562032041363")), "", "integer"},
		{"no value", field("since", api.Any), "", "any"},
		{"a small number", field("since", api.Any, claim(api.FactExample, "8")), "", "any"},
		{"a long number", field("since", api.Any, claim(api.FactExample, "15620320413620")), "", "any"},
		{"an id", field("since", api.Any, claim(api.FactExample, "9562032041")), "", "any"},
		{"no number", field("since", api.Any, claim(api.FactExample, "15620320x1")), "", "any"},
		{"one of two", field("since", api.Any, claim(api.FactExample, "1562032041", "now")), "", "any"},
		{"any value", open(field("since", api.Any, claim(api.FactExample, "1562032041"))), "", "any"},
		{"a text", field("since", api.String, claim(api.FactExample, "1562032041")), "", "string"},
		{"a payload shows a text", field("since", api.Any, claim(api.FactExample, "1562032041")), `{"since": "1562032041"}`, "string"},
	} {
		q := &api.Param{In: api.InQuery, Field: *c.field}
		var shown []string
		if c.example != "" {
			shown = []string{c.example}
		} else {
			reconciled(nil, &api.Operation{ID: "Op", Method: "GET", Path: "/box", Params: []*api.Param{q}})
		}
		decided(t, &api.Schema{Name: "Lamp", Fields: []*api.Field{c.field, field("id", api.String)}}, shown...)
		if got := c.field.Type.String(); got != c.want || c.example == "" && q.Type.String() != c.want {
			t.Errorf("%s: %s, as a parameter %s, want %s", c.what, got, q.Type.String(), c.want)
		}
	}
}
