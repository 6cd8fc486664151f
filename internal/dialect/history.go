package dialect

// changeHistories are the titles of pages on which a set tells of its own changes.
var changeHistories = []string{"change history", "revision history", "document history", "release history", "changelog", "what's new"}

// IsChangeHistory reports whether a title is that of a page on which a set tells of its own
// changes.
func IsChangeHistory(title string) bool {
	for _, t := range changeHistories {
		if fold(title) == t {
			return true
		}
	}
	return false
}
