package dialect

import (
	"strings"
	"testing"
)

// TestTokens holds how a line is cut, with values in brackets and ends of sentences as "|".
func TestTokens(t *testing.T) {
	for _, c := range []struct {
		text Text
		want string
	}{
		{Plain("*5 to 9"), "* 5 to 9"},
		{Plain("from *5 to 9"), "from 5 to 9"},
		{Plain("ranges from *5 to 9"), "ranges from 5 to 9"},
		{Text{Words: "from *5 to 9", Marks: []Mark{{6, 7}}}, "from [5] to 9"},
		{Plain("from *five"), "from * five"},
		{Text{Words: "a'b'", Marks: []Mark{{0, 1}}}, "[a] [b]"},
		{Plain("a'b'"), "a b"},
		{Text{Words: "lid 5 rim", Marks: []Mark{{4, 5}, {6, 9}}}, "lid [5] [rim]"},
		{Plain("36-character"), "36 character"},
		{Plain("3s-10s"), "3 s - 10 s"},
		{Plain("5s"), "5 s"}, {Plain("5lids"), "5lids"}, {Plain("5-lids"), "5-lids"}, {Plain("5characters"), "5characters"}, {Plain("5MB/s"), "5mb/s"},
		{Plain("-5 (-5) 1-5 a-5"), "-5 ( -5 ) 1 - 5 a-5"},
		{Plain("72.The lid"), "72 | the lid"}, {Plain("7.2"), "7.2"}, {Plain("1..9"), "1 - 9"},
	} {
		var got []string
		for _, tok := range newReader(c.text).tokens(0) {
			switch tok.kind {
			case tokValue:
				got = append(got, "["+tok.text+"]")
			case tokEnd:
				got = append(got, "|")
			default:
				got = append(got, tok.low)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %q, want %q", c.text.Words, got, c.want)
		}
	}
}
