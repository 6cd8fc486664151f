package dialect

import (
	"strings"
	"testing"
)

// marked reads a text as tests write it: what stands between two "**" or two pairs of
// backquotes of one line is set apart.
func marked(s string) Text {
	var t Text
	for s != "" {
		if len(s) > 1 && (s[:2] == "**" || s[:2] == "``") {
			line, _, _ := strings.Cut(s[2:], "\n")
			if inside, _, ok := strings.Cut(line, s[:2]); ok && inside != "" {
				t.Marks = append(t.Marks, Mark{len(t.Words), len(t.Words) + len(inside)})
				t.Words += inside
				s = s[len(inside)+4:]
				continue
			}
		}
		t.Words += s[:1]
		s = s[1:]
	}
	return t
}

// again writes a text as marked reads it.
func again(t Text) string {
	out, at := "", 0
	for _, m := range t.Marks {
		out += t.Words[at:m.Start] + "**" + t.Words[m.Start:m.End] + "**"
		at = m.End
	}
	return out + t.Words[at:]
}

func TestTextParts(t *testing.T) {
	text := marked(" \u00a0a **bc** d **e** \n")
	for what, c := range map[string]struct {
		got  Text
		want string
	}{
		"all":                  {text, " \u00a0a **bc** d **e** \n"},
		"without space":        {text.Trim(), "a **bc** d **e**"},
		"from a mark on":       {text.From(5), "**bc** d **e** \n"},
		"from inside a mark":   {text.From(6), "c d **e** \n"},
		"to the end of a mark": {text.To(7), " \u00a0a **bc**"},
		"to inside a mark":     {text.To(6), " \u00a0a b"},
		"nothing":              {Plain("").Trim(), ""},
		"space":                {marked(" ** **").Trim(), ""},
	} {
		if got := again(c.got); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
	if text.Key() != marked(" \u00a0a **bc** d **e** \n").Key() || text.Key() == Plain(text.Words).Key() || text.Key() == marked(" \u00a0a **b**c d **e** \n").Key() {
		t.Error("texts of one key have the same words and the same marks")
	}
}

// TestMarksAreNotCharacters holds that characters of the page which look like markup are
// characters, and that marks end words.
func TestMarksAreNotCharacters(t *testing.T) {
	bold := func(words, part string) Text {
		i := strings.Index(words, part)
		return Text{Words: words, Marks: []Mark{{i, i + len(part)}}}
	}
	for _, c := range []struct {
		text Text
		want string
	}{
		{bold("Enum: a**b**", "a**b**"), "some a**b**!"},
		{bold("The default value is ab.", "b"), ""},
		{bold("Default: -5", "-5"), "default -5!"},
		{bold("The value ranges from 1 to 5.", "5"), "min(value) 1; max(value) 5"},
		{bold("The value is \"ab\" by default.", "ab"), "default ab"},
		{bold("Regular expression: ^a*$ or empty", "^a*$"), "unread ^a*$ or empty!"},
		{bold("Regular expression: ^a**$.", "^a**$"), "unread ^a**$!"},
		{bold("Regular expression: ^a*$.", "^a*$"), "pattern ^a*$!"},
	} {
		if got := gist(Limits(c.text)); got != c.want {
			t.Errorf("%s: %s, want %s", again(c.text), got, c.want)
		}
	}
}

// TestBadMarks holds that marks which no text can have do no harm.
func TestBadMarks(t *testing.T) {
	for _, marks := range [][]Mark{
		{{0, 20}}, {{3, 3}}, {{4, 2}}, {{0, 8}, {4, 12}}, {{14, 15}, {0, 3}}, {{5, 13}, {6, 7}},
	} {
		text := Text{"Enum: ab\nDefault: c", marks}
		Limits(text)
		Hints(text)
		ParseCaption(text.Trim())
	}
}
