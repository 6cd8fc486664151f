package gogen

import (
	"fmt"
	"strings"
)

// nearest is a hint behind a message: the candidate that a word was probably meant to be,
// put into a format, or nothing where none is near.
func nearest(word string, candidates []string, format string) string {
	best, least := "", len(word)/2+1
	if len(word) > 2 {
		least = max(least, 3) // two letters in the wrong order are two changes
	}
	for _, one := range candidates {
		if len(one) > 200 || len(word) > 200 {
			continue
		}
		if d := distance(strings.ToLower(word), strings.ToLower(one)); d < least {
			best, least = one, d
		}
	}
	if best == "" {
		return ""
	}
	return "; " + fmt.Sprintf(format, best)
}

// distance counts the letters to add, drop or change to make one word of another.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for i := range row {
		row[i] = i
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := before
			if a[i] != b[j] {
				cost++
			}
			before = row[j+1]
			row[j+1] = min(cost, before+1, row[j]+1)
		}
	}
	return row[len(b)]
}
