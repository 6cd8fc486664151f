package sdk

import (
	"net/url"
	"strings"
)

// CookieText is the value of a cookie for a text. Whatever a cookie can hold (RFC 6265,
// section 4.1.1) goes as it is, since tokens are mostly made so and few servers decode
// them. Any other text is percent-encoded as a whole: net/http would drop some of its
// bytes, and put quotes around the rest.
func CookieText(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool {
		return r <= ' ' || r >= 0x7f || strings.ContainsRune(`",;\`, r)
	}) {
		return text
	}
	// A space as %20 is one for those who decode queries and for those who decode paths.
	return strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
}
