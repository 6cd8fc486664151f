package sdk

import (
	"fmt"
	"strings"
	"time"
)

// Time is a timestamp as a service writes it. It keeps the text, so that it is written back
// as it came, and is made of a text too:
//
//	Time("2020-02-11T06:34:43.897750").Time()
//
// FormatTime makes one of a time.Time.
type Time string

// layouts are the forms of the time of day and zone that services write after the date and
// a T or a space; each takes any number of digits after the seconds. The ones seen most
// come first.
var layouts = []string{
	"15:04:05Z07:00", // Z, +08:00
	"15:04:05",
	"15:04:05Z0700",
	"15:04:05 -0700 MST", // as Go prints it
	"15:04:05 -0700 -0700",
	"15:04:05 -0700",
	"15:04:05 UTC",
	"15:04Z07:00",
	"15:04",
}

// ParseTime reads a timestamp in any of the layouts that services write. Without a zone
// it is taken as UTC, which is what services mean; ask the service's documentation where
// that matters.
func ParseTime(text string) (time.Time, error) {
	const date = len("2006-01-02")
	if len(text) > date && strings.ContainsRune("Tt ", rune(text[date])) {
		for _, layout := range layouts {
			if t, err := time.Parse("2006-01-02 "+layout, text[:date]+" "+text[date+1:]); err == nil {
				return t, nil
			}
		}
	}
	return time.Time{}, fmt.Errorf("%q is not a timestamp in a known layout", text)
}

// FormatTime writes t as RFC 3339 does, with as many digits as it needs.
func FormatTime(t time.Time) Time { return Time(t.Format(time.RFC3339Nano)) }

// Time is the point in time; the error says that the text has no known layout.
func (t Time) Time() (time.Time, error) { return ParseTime(string(t)) }

// String is the text as it came.
func (t Time) String() string { return string(t) }
