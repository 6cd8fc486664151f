// Package alike tells how far two names are apart, so that a message about a name that is
// not there can offer the one that was meant.
package alike

import "strings"

// maxLen bounds what is compared, since names can come from anywhere.
const maxLen = 200

// Distance counts the bytes to change, add or take away to make one name of another. Upper
// and lower case are one. What is after the first 200 bytes does not count.
func Distance(a, b string) int {
	a, b = fold(a), fold(b)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func fold(name string) string {
	return strings.ToLower(name[:min(len(name), maxLen)])
}
