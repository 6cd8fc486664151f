package dialect

import "strings"

// JSONMedia is the media type of JSON without a meaning of its own.
const JSONMedia = "application/json"

// The other media types that bodies have by what their fields are.
const (
	FormMedia  = "multipart/form-data"
	PairsMedia = "application/x-www-form-urlencoded" // a form of pairs of names and values
	BytesMedia = "application/octet-stream"
)

// mediaFamilies are the words before the slash of the media types that bodies have.
var mediaFamilies = words("application", "audio", "binary", "image", "multipart", "text", "video")

// MediaTypes gives the media types that a text names, each once, in lower case and without
// parameters, in the order of the text: "application/merge-patch + JSON" is
// application/merge-patch+json.
func MediaTypes(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), " + ", "+")
	var out []string
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" \t\n\u00a0,;:()[]*`\"'“”<>|", r) }) {
		word = strings.TrimRight(word, ".")
		family, sub, _ := strings.Cut(word, "/")
		if !mediaFamilies[family] || sub == "" || strings.Contains(sub, "/") {
			continue
		}
		known := false
		for _, m := range out {
			known = known || m == word
		}
		if !known {
			out = append(out, word)
		}
	}
	return out
}

// FileMedia is the media type of a response that is a file, where a sentence about the header Content-Type names
// that and no other: "The Content-Type of the response is application/octet-stream." It is "" for media types of
// text, of JSON and of XML, and for other sentences.
func FileMedia(sentence string) string {
	if !strings.Contains(strings.ToLower(sentence), "content-type") {
		return ""
	}
	return onlyFile(MediaTypes(sentence))
}

// onlyFile is the one media type of a list if it is that of a file.
func onlyFile(named []string) string {
	if len(named) != 1 {
		return ""
	}
	switch family, sub, _ := strings.Cut(named[0], "/"); family {
	case "audio", "binary", "image", "video":
		return named[0]
	case "application":
		switch strings.TrimPrefix(sub, "x-") {
		case "octet-stream", "zip", "zip-compressed", "gzip", "tar", "pdf", "download":
			return named[0]
		}
		if strings.HasPrefix(sub, "vnd.ms-") || strings.HasPrefix(sub, "vnd.openxmlformats") {
			return named[0]
		}
	}
	return ""
}

// FileOfHeader is the media type of a file that the row of the header Content-Type of a response names, see FileMedia.
func FileOfHeader(row string) string { return onlyFile(MediaTypes(row)) }

// SaysForm reports whether a caption says that its table lists the parts of a form: "FormData
// parameters".
func SaysForm(caption string) bool {
	c := nameKey(strings.ReplaceAll(fold(caption), " ", ""))
	return strings.Contains(c, "formdata") || strings.Contains(c, "formparameter")
}

// IsJSONMedia reports whether bodies of a media type are JSON: application/json, any that
// ends in +json, and the patches of services that are older than that ending
// (application/vnd.boxes-v2-json-patch).
func IsJSONMedia(media string) bool {
	return media == JSONMedia || media == "text/json" || strings.HasSuffix(media, "+json") || IsJSONPatch(media)
}

// IsJSONPatch reports whether a body of a media type is a list of changes.
func IsJSONPatch(media string) bool {
	return strings.HasSuffix(strings.TrimSuffix(media, "+json"), "json-patch")
}

// isMergePatch reports whether a body of a media type has the members that change.
func isMergePatch(media string) bool {
	return strings.HasSuffix(strings.TrimSuffix(media, "+json"), "merge-patch")
}

// BodyMedia chooses the media type of a JSON body among those that a page names for it:
// application/json where that is one of them, else the only one, else the kind of patch
// that the body is, a list of changes or an object that is merged. It gives "" where none
// of them is JSON, or where several are left.
func BodyMedia(named []string, isList bool) string {
	var fit []string
	for _, m := range named {
		switch {
		case m == JSONMedia:
			return m
		case IsJSONMedia(m):
			fit = append(fit, m)
		}
	}
	if len(fit) == 1 {
		return fit[0]
	}
	chosen := ""
	for _, m := range fit {
		if isList && IsJSONPatch(m) || !isList && isMergePatch(m) && (chosen == "" || len(m) < len(chosen)) {
			chosen = m
		}
	}
	return chosen
}

// IsStructured reports whether bodies of a media type have members that a table could list: JSON, XML, forms.
func IsStructured(media string) bool {
	return IsJSONMedia(media) || strings.HasSuffix(media, "xml") || media == FormMedia || media == PairsMedia
}
