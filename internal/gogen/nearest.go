package gogen

import (
	"fmt"

	"github.com/rst2openapi/rst2openapi/internal/alike"
)

// nearest is a hint at the end of a message: the candidate that a word was probably meant to be,
// put into a format, or nothing where none is near.
func nearest(word string, candidates []string, format string) string {
	best, least := "", len(word)/2+1
	if len(word) > 2 {
		least = max(least, 3) // two letters in the wrong order are two changes
	}
	for _, one := range candidates {
		if d := alike.Distance(word, one); d < least {
			best, least = one, d
		}
	}
	if best == "" {
		return ""
	}
	return "; " + fmt.Sprintf(format, best)
}
