package reconcile

import (
	"regexp"
	"time"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// timestampForm is the form of a timestamp, in all layouts that documentation prints:
//
//	2020-01-08T09:59:49Z                    most often, with 0 to 9 digits after the second
//	2020-02-11T06:34:43.897750              without a zone
//	2018-09-11T10:22:40+08:00, …+0800       with one
//	2020-01-08 09:59:49                     also with a zone, and as Go and Java print it:
//	2019-05-28 14:24:58.186087 +0000 UTC
var timestampForm = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?` +
	`(?:Z|[+-]\d{2}:?\d{2}| UTC| [+-]\d{4}| [+-]\d{4} (?:UTC|[+-]\d{4}))?$`)

// timestamp decides whether a field is a timestamp: all values that the documentation shows
// for it are timestamps, and there is one. Its name counts for nothing: a "created_at" of
// milliseconds is a number, and a "start_time" of "12:00" is none. An empty text and a
// placeholder say neither yes nor no. A date without a time is none.
func (r *reconciler) timestamp(f *api.Field) bool {
	if f.Type.Kind != api.String || len(f.Type.Also) > 0 || len(f.Decided.Limits.Enum) > 0 || f.Decided.Const != nil {
		return false
	}
	some := false // all are texts, or the type would tell a further kind
	for _, s := range r.evidence(f, false) {
		switch v := s.value; {
		case v.Text == "" || isPlaceholder(v):
		case !isTimestamp(v.Text):
			return false
		default:
			some = true
		}
	}
	return some
}

func isTimestamp(text string) bool {
	part := timestampForm.FindStringSubmatch(text)
	if part == nil {
		return false
	}
	_, err := time.Parse(time.DateTime, part[1]+" "+part[2])
	return err == nil
}
