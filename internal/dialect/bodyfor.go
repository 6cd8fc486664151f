package dialect

import "strings"

// BodyFor is the verb of what the caption of a body is for: "start" of "Body for starting a loom", "" where it tells
// none, as "Body for a loom".
func BodyFor(caption string) string {
	before, after, _ := strings.Cut(strings.ToLower(caption), " for ")
	if parseCaption(Plain(before)).Role != TableBody {
		return ""
	}
	word, _, _ := strings.Cut(strings.TrimSpace(after), " ")
	verb, _ := Gerund(word)
	return verb
}
