package dialect

import (
	"strings"
	"testing"
)

func TestHints(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"State.\n• **ON**: lit\n• **OFF**: dark", "items"},
		{"State.\n• red\n• green", "items"},
		{"State\n**ON**: lit\n**OFF**: dark", "items"},
		{"• Whether it is lit\n• Whether it is dark", ""},
		{"The color is RED, DARK_BLUE, or GREEN.", "tokens"},
		{"RED and BLUE lamps are lit.", ""},
		{"It needs **lamp** and **shade**.", "tokens"},
		{"0 (dark), 1 (lit)", "meanings tokens"},
		{"RED: warm, BLUE: cold", "meanings"},
		{"At most 5 lamps, up to 10 shades.", "number"},
		{"A lamp of 40 characters", "number"},
		{"The value is a positive integer.", "number"},
		{"There are 5 lamps.", ""},
		{"It must be a multiple of 10 GB.", "number"},
		{"It counts in multiples of 1.5 TB.", "number"},
		{"The sum of multiple lamps must be 100.", ""},
		{"The default color is **red**.", "default"},
		{"It is **red** by default.", "default"},
		{"**0** stands for the default lamp.", ""},
		{"The color is fixed at **red**.", "fixed"},
		{"It must start with a letter.", "characters"},
		{"It can contain only digits.", "characters"},
		{"Only lamps are listed.", ""},
		{"Set by the system. Read-only.", "flag"},
		{"**R**: read-only", ""},
		// not about this value in all cases
		{"If **mode** is set, at most 5 lamps are lit.", ""},
		{"**mode** is **a** or **b**.", ""},
		{"For example, RED, BLUE", ""},
		{"It is used together with **lid** and **box**.", ""},
		{"Specify either **lid** or **box**.", ""},
		{"It can be either **lid** or **box**.", "tokens"},
		{"It can be specified either **lid** or **box**.", ""},
		{"Select lids, select either **lid** or **box**.", ""},
		{"It can be **" + strings.Repeat("l", 63) + "** or **lid**.", "tokens"},
		{"It can be **" + strings.Repeat("l", 64) + "** or **lid**.", ""},
		{strings.Repeat("lid ", maxSentence-3) + "at most 5", "number"},
		{strings.Repeat("lid ", maxSentence-2) + "at most 5", ""},
		{"Generally maximum 5", ""},
		{"It must start with \"letters\".", ""},
		{"At least one of the parameters (**lid**, **box**) must be set.", ""},
		{"Parent: RED, BLUE", ""},
		{"A value less than 5 is converted to 5.", ""},
		{"\"lid\": {\"a\": \"b\", \"c\": \"d\"}", ""},
		{"Whether it is read-only", ""},
	} {
		var forms []string
		text := marked(c.text)
		for _, h := range Hints(text) {
			if h.Off < 0 || h.Off >= h.End || h.End > len(text.Words) {
				t.Errorf("%q: %+v is outside the text", c.text, h)
			}
			forms = append(forms, string(h.Form))
		}
		if got := strings.Join(forms, " "); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzHints(f *testing.F) {
	for _, s := range []string{"", "• ", "**", "• **a**: b\n• c", "at most 5", "a, b, or", "default", "0 (x), 1 (y)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, h := range Hints(marked(text)) {
			if h.Off < 0 || h.Off > h.End || h.End > len(marked(text).Words) {
				t.Fatalf("%q: %+v is outside the text", text, h)
			}
		}
	})
}
