package naming

import (
	"strings"
)

// plural is the plural of a noun, "Policies" of "Policy" and "VPCs" of "VPC".
func plural(w string) string {
	switch {
	case w == "", isPlural(w):
		return w
	case isAcronym(w):
		if strings.HasSuffix(w, "S") {
			return w
		}
		return w + "s"
	case strings.HasSuffix(w, "y") && len(w) > 1 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

func isAcronym(w string) bool { return strings.ToUpper(w) == w }

// isPlural is a guess that only chooses between List and Show.
func isPlural(w string) bool {
	if n := len(w); n > 2 && w[n-1] == 's' && isAcronym(w[:n-1]) {
		return true // "VMSs"
	}
	lower := strings.ToLower(w)
	return len(w) > 2 && strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss") &&
		!strings.HasSuffix(lower, "us") && !strings.HasSuffix(lower, "is") && !isAcronym(w)
}

// IsPlural guesses whether a field's name, "disk_ids" or "serverList", says that it holds
// several things.
func IsPlural(name string) bool {
	w := name[strings.LastIndexAny(name, "_-.:")+1:]
	return isPlural(w) || strings.HasSuffix(strings.ToLower(w), "list")
}

func singular(w string) string {
	switch {
	case !isPlural(w), strings.HasSuffix(w, "ics"), strings.EqualFold(w, "series"):
		return w
	case isAcronym(w[:len(w)-1]):
		return w[:len(w)-1]
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(strings.ToLower(w), "caches"):
		return w[:len(w)-1]
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "tuses"), strings.HasSuffix(w, "buses"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}
