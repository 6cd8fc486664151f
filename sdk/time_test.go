package sdk_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// TestTime has the layouts of real documentation.
func TestTime(t *testing.T) {
	at := time.Date(2020, 2, 11, 6, 34, 43, 0, time.UTC)
	for text, want := range map[string]time.Time{
		"2020-02-11T06:34:43Z":                 at,
		"2020-02-11t06:34:43z":                 {},
		"2020-02-11T06:34:43":                  at,
		"2020-02-11t06:34:43":                  at,
		"2020-02-11T06:34:43.897750":           at.Add(897750 * time.Microsecond),
		"2020-02-11T06:34:43.5Z":               at.Add(time.Second / 2),
		"2020-02-11T06:34:43.123456789Z":       at.Add(123456789),
		"2020-02-11T14:34:43+08:00":            at,
		"2020-02-11T06:34:43.000+0000":         at,
		"2020-02-11T01:34:43-0500":             at,
		"2020-02-11 06:34:43":                  at,
		"2020-02-11 06:34:43.5":                at.Add(time.Second / 2),
		"2020-02-11 06:34:43 UTC":              at,
		"2020-02-11 14:34:43.5 +0800 +0800":    at.Add(time.Second / 2),
		"2020-02-11 06:34:43.000001 +0000 UTC": at.Add(time.Microsecond),
		"2020-02-11T06:34Z":                    at.Add(-43 * time.Second),
		"2020-02-11 06:34":                     at.Add(-43 * time.Second),
		"2020-02-11":                           {},
		"2020-02-31T06:34:43Z":                 {},
		"2020-02-11T06:34:43 PST":              {}, // which PST? the offset is not known
		"1581402883897":                        {},
		"":                                     {},
	} {
		got, err := sdk.Time(text).Time()
		if (err != nil) != want.IsZero() || !got.Equal(want) {
			t.Errorf("%q is %v, %v, want %v", text, got, err, want)
		}
		again, err := json.Marshal(sdk.Time(text))
		if err != nil || string(again) != `"`+text+`"` {
			t.Errorf("%q became %s, %v", text, again, err)
		}
	}
	if got := sdk.FormatTime(at.Add(time.Second / 2)); got.String() != "2020-02-11T06:34:43.5Z" {
		t.Error(got)
	}
}
