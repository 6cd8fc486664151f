package document

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// IsJSON reports whether bodies of a media type are JSON, as those of application/json,
// text/json and application/merge-patch+json are, and patches of services that are older than
// that ending (application/vnd.boxes-v2-json-patch). Parameters such as a charset do not count.
func IsJSON(media string) bool {
	media = base(media)
	return media == "application/json" || media == "text/json" || strings.HasSuffix(media, "+json") || strings.HasSuffix(media, "json-patch")
}

// IsXML reports whether bodies of a media type are XML.
func IsXML(media string) bool {
	media = base(media)
	return media == "application/xml" || media == "text/xml" || strings.HasSuffix(media, "+xml")
}

func base(media string) string {
	media, _, _ = strings.Cut(media, ";")
	return strings.ToLower(strings.TrimSpace(media))
}

// JSONMedia picks the JSON media type of a content: application/json, else the first other by
// name; "" where there is none. One whose schema is that of a file does not count: its bodies are bytes of
// any kind, as documents have it that know one media type only. A JSON Patch is a list: where the schema is
// an object, and there is another media type, that is meant.
func JSONMedia(content openapi3.Content) string {
	isPatch := func(media string) bool {
		return strings.HasSuffix(strings.TrimSuffix(base(media), "+json"), "json-patch")
	}
	media := pickMedia(content, "application/json", func(media string) bool {
		return IsJSON(media) && !(isPatch(media) && isObject(content[media].Schema))
	})
	if media != "" {
		return media
	}
	return pickMedia(content, "application/json", IsJSON)
}

func isObject(ref *openapi3.SchemaRef) bool {
	if ref == nil || ref.Value == nil {
		return false
	}
	s, _ := Merged(ref.Value) // one that contains itself is refused elsewhere
	return s.Type.Is("object") || len(s.Properties) > 0
}

// XMLMedia picks the XML media type of a content, as JSONMedia does.
func XMLMedia(content openapi3.Content) string { return pickMedia(content, "application/xml", IsXML) }

func pickMedia(content openapi3.Content, best string, is func(string) bool) string {
	usable := func(media string) bool { // of nil the document says nothing
		return content[media] != nil && !IsBytes(content[media].Schema)
	}
	if usable(best) {
		return best
	}
	for _, media := range slices.Sorted(maps.Keys(content)) {
		if usable(media) && is(media) {
			return media
		}
	}
	return ""
}

// IsBytes reports whether a schema is that of a file.
func IsBytes(ref *openapi3.SchemaRef) bool {
	return ref != nil && ref.Value != nil && ref.Value.Type.Is("string") && ref.Value.Format == "binary"
}

// MediaOf finds the media type under which a content holds a schema, by reference, by itself
// or as one of several. Without one it is the JSON media type, else the first; "application/json"
// for an empty content.
func MediaOf(content openapi3.Content, ref string) string {
	all := slices.Sorted(maps.Keys(content))
	for _, media := range all {
		if m := content[media]; m != nil && m.Schema != nil && holds(m.Schema, ref) {
			return media
		}
	}
	if media := JSONMedia(content); media != "" {
		return media
	}
	if len(all) > 0 {
		return all[0]
	}
	return "application/json"
}

func holds(schema *openapi3.SchemaRef, ref string) bool {
	if schema.Ref == ref {
		return true
	}
	return schema.Value != nil && // a body of several kinds may have a name, too
		slices.ContainsFunc(slices.Concat(schema.Value.OneOf, schema.Value.AnyOf), func(r *openapi3.SchemaRef) bool {
			return r != nil && r.Ref == ref
		})
}

// HasBody reports whether HTTP lets responses of a status to a method have a body, whatever
// documents say (RFC 9110, sections 9.3.2, 15.3.5, 15.3.6 and 15.4.5).
func HasBody(method string, status int) bool {
	return method != http.MethodHead &&
		status != http.StatusNoContent && status != http.StatusResetContent && status != http.StatusNotModified
}
