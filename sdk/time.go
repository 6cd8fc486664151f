package sdk

import (
	"fmt"
	"time"
)

// Time is a moment as a service writes it. It keeps the text, so that it is written back
// as it came, and is made of a text too:
//
//	Time("2020-02-11T06:34:43.897750").Time()
//
// FormatTime makes one of a time.Time.
type Time string

// layouts are the forms of timestamps that services write; each takes any number of
// digits after the seconds. The ones seen most come first.
var layouts = []string{
	time.RFC3339, // 2020-01-08T09:59:49Z, …+08:00
	"2006-01-02T15:04:05",
	"2006-01-02T15:04:05Z0700",
	time.DateTime, // 2020-01-08 09:59:49
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 -0700 MST",
	"2006-01-02 15:04:05 -0700 -0700",
	"2006-01-02 15:04:05 -0700",
	"2006-01-02 15:04:05 MST",
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04",
	"2006-01-02 15:04",
	"2006-01-02t15:04:05",
}

// ParseTime reads a timestamp in any of the layouts that services write. Without a zone
// it is taken as UTC, which is what services mean; ask the service's documentation where
// that matters.
func ParseTime(text string) (time.Time, error) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is not a timestamp in a known layout", text)
}

// FormatTime writes t as RFC 3339 does, with as many digits as it needs.
func FormatTime(t time.Time) Time { return Time(t.Format(time.RFC3339Nano)) }

// Time is the moment; the error says that the text has no known layout.
func (t Time) Time() (time.Time, error) { return ParseTime(string(t)) }

// String is the text as it came.
func (t Time) String() string { return string(t) }
