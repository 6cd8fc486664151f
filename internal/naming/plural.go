package naming

import (
	"strings"
)

func pluralLast(words []string) []string {
	if len(words) == 0 {
		return words
	}
	w := words[len(words)-1]
	switch {
	case isPlural(w), strings.ToUpper(w) == w:
	case strings.HasSuffix(w, "y") && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		w = w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"):
		w += "es"
	default:
		w += "s"
	}
	return append(words[:len(words)-1:len(words)-1], w)
}

// isPlural is a guess that only chooses between List and Show.
func isPlural(w string) bool {
	lower := strings.ToLower(w)
	return len(w) > 2 && strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss") &&
		!strings.HasSuffix(lower, "us") && !strings.HasSuffix(lower, "is") && strings.ToUpper(w) != w
}

// IsPlural guesses whether a field's name, "disk_ids" or "serverList", says that it holds
// several things.
func IsPlural(name string) bool {
	w := name[strings.LastIndexAny(name, "_-.:")+1:]
	return isPlural(w) || strings.HasSuffix(strings.ToLower(w), "list")
}

func singular(w string) string {
	switch {
	case !isPlural(w), strings.HasSuffix(w, "ics"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}
