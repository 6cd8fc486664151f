package dialect

import "strings"

// placeholders are the words that stand for a name of the caller's where a page marks none:
// segments of a path and the first label of a host.
var placeholders = words("object", "objectname", "objectkey", "destinationobjectname", "sourceobjectname",
	"bucket", "bucketname", "bucket-name", "bucket_name", "object-name", "object_name")

// IsPlaceholder reports whether a bare word stands for a name; case does not count. It
// must be asked only where the page marks no placeholder: elsewhere "object" is a fixed
// segment.
func IsPlaceholder(word string) bool { return placeholders[strings.ToLower(word)] }
