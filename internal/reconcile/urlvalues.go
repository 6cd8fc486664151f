package reconcile

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// urlKey names a parameter of a URL.
type urlKey struct {
	in   api.In
	name string
}

// valuesOfURL reads the values of parameters from a printed URL, which may begin with a scheme
// and host, or with a placeholder for these. A path of other segments has none.
func valuesOfURL(pattern, printed string) map[urlKey]string {
	printed, _, _ = strings.Cut(printed, "#")
	path, query, _ := strings.Cut(printed, "?")
	if _, rest, ok := strings.Cut(path, "://"); ok {
		_, path, _ = strings.Cut(rest, "/")
	}
	want, have := segments(pattern), segments(path)
	if len(have) < len(want) {
		return nil
	}
	have = have[len(have)-len(want):]
	out := map[urlKey]string{}
	for i, w := range want {
		name, isName := strings.CutPrefix(w, "{")
		name, closed := strings.CutSuffix(name, "}")
		switch {
		case isName && closed && !strings.ContainsAny(name, "{}"):
			out[urlKey{api.InPath, name}] = unescaped(have[i], url.PathUnescape)
		case !strings.Contains(w, "{") && !strings.EqualFold(w, have[i]):
			return nil
		}
	}
	for part := range strings.SplitSeq(query, "&") {
		name, value, ok := strings.Cut(part, "=")
		key := urlKey{api.InQuery, unescaped(name, url.QueryUnescape)}
		if _, have := out[key]; ok && !have {
			if isTimestamp(value) { // 2020-01-08T09:59:49+0800, with the plus as it is
				value = strings.ReplaceAll(value, "+", "%2B")
			}
			out[key] = unescaped(value, url.QueryUnescape)
		}
	}
	return out
}

func segments(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
}

// unescaped is the text without escapes, as it is printed where they are broken.
func unescaped(text string, unescape func(string) (string, error)) string {
	if out, err := unescape(text); err == nil {
		return out
	}
	return text
}

// isShown reports whether a printed text is a value: not a placeholder, not masked, not the
// name of the parameter, and without what no URL has.
func isShown(text, name string) bool {
	v := &payload.Value{Kind: payload.String, Text: text}
	return text != "" && len(text) <= 256 && !isPlaceholder(v) && !isMasked(v) && !strings.EqualFold(placeholderSeams.Replace(text), placeholderSeams.Replace(name)) &&
		!strings.ContainsFunc(text, func(r rune) bool {
			return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("{}<>$*|\"'`\\", r)
		})
}

// placeholderSeams takes out of a printed name what its placeholder has and the name has not.
var placeholderSeams = strings.NewReplacer("_", "", "-", "", "$", "")

// isShownHeader reports whether a printed text is the value of a header. Other than a part of a
// URL it may have blanks, as dates and lists have, but words alone say what stands there:
// "request id", "byte_range", "AllowedHeader_1", "MD5" of Content-MD5.
func isShownHeader(text, name string) bool {
	if strings.Contains(text, " ") && !strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	plain := strings.NewReplacer("_", "", "-", "").Replace
	if strings.HasSuffix(strings.ToLower(plain(name)), strings.ToLower(plain(text))) {
		return false
	}
	word := strings.TrimRight(text[strings.LastIndexByte(text, '=')+1:], "0123456789")
	if strings.Contains(word, "_") && !strings.ContainsFunc(word, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) }) {
		return false
	}
	return isShown(strings.NewReplacer(" ", "", `"`, "", "'", "").Replace(text), name)
}
