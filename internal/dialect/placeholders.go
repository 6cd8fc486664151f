package dialect

import "strings"

// placeholders are the words that stand for a name of the caller's where a page marks none:
// segments of a path and the first label of a host. The pages of a set use several words
// for one thing, which is given one name.
var placeholders = map[string]string{
	"object":                "ObjectName",
	"objectname":            "ObjectName",
	"object-name":           "ObjectName",
	"object_name":           "ObjectName",
	"objectkey":             "ObjectName",
	"destinationobjectname": "ObjectName",
	"bucket":                "BucketName",
	"bucketname":            "BucketName",
	"bucket-name":           "BucketName",
	"bucket_name":           "BucketName",
}

// Placeholder gives the name of what a bare word stands for, or "" for a word that stands
// for itself; case does not count. It must be asked only where the page marks no
// placeholder: elsewhere "object" is a fixed segment.
func Placeholder(word string) string { return placeholders[strings.ToLower(word)] }
