package rst

import (
	"bytes"
	"unicode/utf8"
)

// uri finds the first bare URL in the text from a to b (RST spec, "Standalone
// Hyperlinks"); from is -1 where there is none. Only the schemes that pages use are
// known: docutils' long list would take "region:name" for a link.
func (in *inliner) uri(a, b int) (from, to int) {
	s := in.s
	for at := a; at < b; {
		k := bytes.Index(s[at:b], []byte("://"))
		if k < 0 {
			return -1, -1
		}
		k += at
		at = k + 3
		from = k
		for from > a && isAlnum(s[from-1]) {
			from--
		}
		switch string(s[from:k]) {
		case "http", "https", "ftp":
		default:
			continue
		}
		if from > in.base && from > 0 {
			if before, _ := utf8.DecodeLastRune(s[:from]); !opensMarkup(before) {
				continue
			}
		}
		if to = in.uriEnd(k+3, b); to > k+3 {
			return from, to
		}
	}
	return -1, -1
}

// uriEnd finds where a URL ends: at its last letter or digit that may be followed by
// what follows it, so that a full stop after it is left out.
func (in *inliner) uriEnd(i, b int) int {
	end := 0
	for ; i < b && isURIChar(in.s[i]); i++ {
		c := in.s[i]
		last := isAlnum(c) || bytes.IndexByte([]byte("_~*/=+"), c) >= 0
		if last && (i+1 == b || in.endsHere(i+1)) {
			end = i + 1
		}
	}
	return end
}

func isURIChar(c byte) bool {
	return isAlnum(c) || bytes.IndexByte([]byte("-_.!~*'()[];/:@&=+$,%?#"), c) >= 0
}
