package dialect

import "strings"

// pagePhrases say of a parameter that it is the number of a page.
var pagePhrases = []string{
	"current page", "index of the page", "index of the query page", "number of pages", "number of returned pages",
	"number of the page", "page index", "page number", "page offset", "page to be queried", "page to query",
	"sequence number of the page", "start page", "starting page", "which page",
}

// itemPhrases say of a parameter that it is a number of items.
var itemPhrases = []string{
	"first item", "first record", "index location", "index number", "index offset", "index position", "items to skip",
	"n+1", "number of items to skip", "offset of the first", "piece of data", "records to skip", "resource number",
	"start index", "start line", "start line number", "start location", "start number", "start offset", "start position", "start record", "start value", "starting index",
	"starting position", "starting record",
}

// CountsPages reports whether a description says that its parameter is the number of a page:
//
//	offset   Integer   Start page of the list
//
// "Number of records on each page" and "start position on the page" are none.
func CountsPages(text string) bool { return holdsAny(text, pagePhrases) }

// CountsItems reports whether a description says that its parameter is a number of items:
// "records to skip", "the list begins with its N+1 record".
func CountsItems(text string) bool { return holdsAny(text, itemPhrases) }

// pageOnly say of a count that it is that of the items on the page.
var pageOnly = []string{"current list", "current page", "each page", "of the page", "on the page", "per page", "this page", "this query"}

func countsPageOnly(text string) bool {
	return holdsAny(text, pageOnly) || holdsAny(text, []string{"number of pages", "total pages"})
}

// allItems say of a count that it is that of all items.
var allItems = []string{
	"in total", "match the", "matching", "meet the", "no matter what", "not affected by", "regardless of paging",
	"regardless of the page", "regardless of pagination", "that match", "that meet", "total number", "total quantity", "total records",
}

// countsAll reports whether a description says that its count is that of all items. "Number of
// boxes" says neither, and "number of returned boxes" the opposite.
func countsAll(text string) bool { return holdsAny(text, allItems) }

// noPaging say of a value that it switches paging off, so that it is not a page.
var noPaging = []string{"all items", "all records", "no paging", "not paginated", "paging is not", "pagination is not"}

// SwitchesPagingOff reports whether a description says that one of its values gives all
// items at once: "the default value 0 indicates that paging is not used".
func SwitchesPagingOff(text string) bool { return holdsAny(text, noPaging) }

// starts lead to the number that counting begins with.
var starts = []string{
	"beginning with", "counted from", "start from", "start page number is", "starting at", "starting from", "starting with",
	"starts at", "starts from", "starts with",
}

// StartsAt gives the number with which a description says that counting begins, "0" or "1",
// or "" where it does not say: "Number of the page, starting from 1".
func StartsAt(text string) string {
	text = phraseText(text)
	for _, s := range starts {
		if _, rest, ok := strings.Cut(text, " "+s+" "); ok {
			if n, _, _ := strings.Cut(rest, " "); n == "0" || n == "1" {
				return n
			}
		}
	}
	return ""
}

// DefaultsToOne reports whether a sentence of a description says that the default is 1, also
// where it calls it "the default offset from which …".
func DefaultsToOne(text string) bool {
	for s := range strings.SplitSeq(strings.ReplaceAll(text, "\n", ". "), ". ") {
		s = phraseText(s)
		if strings.Contains(s, " default ") && strings.Contains(s, " is 1 ") {
			return true
		}
	}
	return false
}

// MentionsID reports whether a description is about an id.
func MentionsID(text string) bool { return holdsAny(text, []string{"id", "ids", "uuid"}) }

// MentionsURL reports whether a description is about an address.
func MentionsURL(text string) bool {
	return holdsAny(text, []string{"address", "hyperlink", "link", "links", "uri", "url"})
}

// Mentions reports whether a description names a member that no word of the language can
// be taken for: request_id and requestId, but not id, name or status.
func Mentions(text, member string) bool {
	if member == strings.ToLower(member) && !strings.Contains(member, "_") {
		return false
	}
	for rest := text; ; {
		i := strings.Index(rest, member)
		if i < 0 {
			return false
		}
		end := i + len(member)
		if (i == 0 || !isWordByte(rest[i-1])) && (end == len(rest) || !isWordByte(rest[end])) {
			return true
		}
		rest = rest[end:]
	}
}

func holdsAny(text string, phrases []string) bool {
	text = phraseText(text)
	for _, p := range phrases {
		if strings.Contains(text, " "+p+" ") {
			return true
		}
	}
	return false
}

// phraseText is a description as words with one space around each, in lower case and
// without marks, so that a phrase in spaces is one of whole words.
func phraseText(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 2)
	b.WriteByte(' ')
	space := true
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if !isWordByte(c) && c != '+' {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		b.WriteByte(c)
		space = false
	}
	if !space {
		b.WriteByte(' ')
	}
	return b.String()
}
