package dialect

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// gist writes limits in one line: kind, what is counted, value; "!" marks those of labels,
// "?" conditional ones, "~" weak ones and "each" those of elements.
func gist(ls []Limit) string {
	var out []string
	for _, l := range ls {
		s := string(l.Kind)
		if l.Of != OfUnsaid {
			s += "(" + string(l.Of) + ")"
		}
		if l.Number != "" {
			s += " "
			if l.Exclusive {
				s += map[LimitKind]string{LimitMin: ">", LimitMax: "<"}[l.Kind]
			}
			s += l.Number
		}
		for i, v := range l.Values {
			if i > 0 {
				s += "|"
			} else {
				s += " "
			}
			s += v.Text
		}
		if l.Pattern != "" {
			s += " " + l.Pattern
		}
		if l.Elems {
			s += " each"
		}
		if l.Counted != "" {
			s += " of " + l.Counted
		}
		if l.Named != "" {
			s += " named " + l.Named
		}
		if l.Conditional {
			s += "?"
		}
		if l.Weak {
			s += "~"
		}
		if l.Read == ReadLabel {
			s += "!"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

type limitCase struct{ text, want string }

func checkLimits(t *testing.T, cases []limitCase) {
	t.Helper()
	for _, c := range cases {
		text := marked(c.text)
		got := Limits(text)
		if g := gist(got); g != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, g, c.want)
		}
		for _, l := range got {
			if l.Off < 0 || l.End > len(text.Words) || l.Off > l.End {
				t.Errorf("%q: %v outside", c.text, l)
			}
			for _, v := range l.Values {
				if !strings.HasPrefix(text.Words[v.Off:], v.Text) {
					t.Errorf("%q: %q is not at %d", c.text, v.Text, v.Off)
				}
			}
		}
	}
}

func TestLabels(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Note text\nMinimum: **0**\nMaximum: **255**", "min 0!; max 255!"},
		{"Minimum value: 5", "min 5!"},
		{"Minimum length: **1**\nMaximum length: **64**", "min(length) 1!; max(length) 64!"},
		{"Colors\nArray Length: **0 - 256**", "min(items) 0!; max(items) 256!"},
		{"Length: **1 - 64**", "min(length) 1!; max(length) 64!"},
		{"Length: 10 to 30,000 characters", "min(length) 10!; max(length) 30000!"},
		{"Default: **false**", "default false!"},
		{"Default value: N/A", ""},
		{"Default value: same as the color", ""},
		{"Default: **2000** ms", "default 2000!"},
		{"Enum: [red, green]", "enum red|green!"},
		{"Enum:[ red]", "enum red!"},
		{"Enumeration values:\n• **red**\n• **green**", "enum red|green!"},
		{"Color. Options:\n• RED: a warm color\n• BLUE: a cold color", "enum RED|BLUE!"},
		{"Value range: to_do, doing, and done", "enum to_do|doing|done!"},
		{"Value range: 1-732.", "min(value) 1!; max(value) 732!"},
		{"Value: **0** to **19**", "min(value) 0!; max(value) 19!"},
		{"**Range**: 1 to 40 characters.", "min(length) 1!; max(length) 40!"},
		{"**Definition**\nColor.\n**Constraints**\nN/A\n**Range**\n**red** or **blue**\n**Default Value**\n**red**", "enum red|blue!; default red!"},
		{"**Range**\nN/A\n**Default Value**\n16", "default 16!"},
		{"**Range**:\n• RED\n• BLUE\n**Default value**:\nNone", "enum RED|BLUE!"},
		{"**Range**\nThe value ranges from 1 to 5.\n**Default Value**\nN/A", "min(value) 1; max(value) 5"},
		{"Options: 0, 1, and 2", "enum 0|1|2!"},
		{"Values:\n• DB-database\n• VIEW-view of it", "enum DB|VIEW!"},
		{"Values:\n• ABC-Community", "enum ABC-Community!"},
		{"Example: **eu-de**", "example eu-de!"},
		{"Example: www.test.com", "example www.test.com!"},
		{"Example: { \"a\": 1 }", ""},
		{"Regular expression matching: ^[a-z]{1,3}$", "pattern ^[a-z]{1,3}$!"},
		{"**Regular expression matching:** ^([a-z]|[0-9]){1,64}$", "pattern ^([a-z]|[0-9]){1,64}$!"},
		{"Regular expression matching: ^(?<x>a)$", "unread ^(?<x>a)$!"},
		{"Regular expression matching: ^(?!x)[a-z]+$", "unread ^(?!x)[a-z]+$!"},
		{"Regular expression matching: ^[\\u4E00-\\u9FFF]$", "unread ^[\\u4E00-\\u9FFF]$!"},
		{"Regular expression matching: ([a-f]{4}|[0-9]{4})", "unread ([a-f]{4}|[0-9]{4})!"},
		{"Regular expression: see the naming rules", ""},
		{"Regular expression rule of passwords", ""},
		{"Deprecated: use color instead", "deprecated!"},
		{"Unit: MB", ""},
		{"Parent: Shelf", ""},
		{"Enumeration values: **red**", "enum red!"},
		{"Default: **MIIDk...**", ""},
		// a list item of one word and a colon is a value, not a label
		{"Modes:\n• **default**: the usual\n• **fast**: without checks", "values default|fast"},
		// the label has nothing after it
		{"**Range**\n**Default Value**\nN/A", ""},
		// a list whose items are sentences is not a list of values
		{"Value range:\n• When **a** is 1, it must be 2.\n• Any other time it is 3.", "values 2?"},
		{"Options:\n• 100 MB\n• 300 MB", ""},
	})
}

func TestRanges(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value ranges from 0 to 100.", "min(value) 0; max(value) 100"},
		{"The port is in range 20 to 90, or 170, 180, or 190.", "min(value) 20; max(value) 190"},
		{"The port ranges from 20 to 90 or is 5.", "max(value) 90; min(value) 5"},
		{"The port ranges from 20 to 90, 100.", ""},
		{"The port ranges from 20 to 90, or 100 for boxes.", ""},
		{"The value ranges from **1** to **65,535**, in seconds.", "min(value) 1; max(value) 65535"},
		{"Weight of the server, which ranges from 0 to 9.", "min(value) 0; max(value) 9"},
		{"Kind of the disk to be copied, which can be **a**, **b**, or **c**", "enum a|b|c"},
		{"Size in GB. It ranges from 10 GB to 100 GB.", "min(value) 10; max(value) 100"},
		{"Number must be in the range 1 to 99.", "min(value) 1; max(value) 99"},
		{"The value can be -1 or 1-99999", "min(value) -1; max(value) 99999"},
		{"The value can be **-1** or ranges from **0** to **99**.", "min(value) -1; max(value) 99"},
		{"The minimum value is **1** and the maximum value is **9**.", "min(value) 1; max(value) 9"},
		{"The value cannot be a negative number.", "min(value) 0"},
		{"The value must be a positive integer.", "min(value) 1"},
		{"It must be greater than or equal to 3.", "min(value) 3"},
		{"The value cannot exceed 64 KB.", "max(bytes) 65536"},
		// two units, a scaled number, a lost superscript
		{"The value ranges from 1 MB to 5 GB.", ""},
		{"The value ranges from 1 to 5 million.", ""},
		{"The value ranges from 0 to 232.", ""},
		// two ranges: what lies between them does not matter
		{"The value ranges from 1 to 5 or 10 to 20.", "min(value) 1; max(value) 20"},
		{"The value ranges from 1 to 5, 10 to 20, or 6 to 7.", "min(value) 1; max(value) 20"},
		{"The value can be **100** or ranges from **1** to **50**.", "max(value) 100; min(value) 1"},
		{"The value ranges from 1 to 5 or is 10.", "min(value) 1; max(value) 10"},
		// a range a case
		{"• If **a** is 1, the value ranges from 1 to 5.\n• If **a** is 2, the value ranges from 3 to 9.",
			"min(value) 1?; min(value) 1; max(value) 5?; min(value) 3?; max(value) 9?; max(value) 9"},
		{"• If **a** is 1, the value ranges from 1 to 5.\n• If **a** is 2, the maximum value is 9.", "min(value) 1?; max(value) 5?; max(value) 9?"},
		{"**a**: The value ranges from 1 to 5.\n**b**: The value ranges from 3 to 9.", "min(value) 1?; max(value) 5?; min(value) 3?; max(value) 9?"},
		// comparisons
		{"The value is an integer greater than or equal to 0.", "min(value) 0"},
		{"It must be greater than 0.", "min(value) >0"},
		{"It must be less than 10.", "max(value) 10"},
		{"The value cannot be less than 2.", "min(value) 2"},
		{"The value must not be less than 2.", "min(value) 2"},
		{"It must be no fewer than 3.", "min(value) 3"},
		{"It cannot be greater than 9.", "max(value) 9"},
		{"The value is 5 or greater.", "min(value) 5"},
		{"It cannot be negative.", "min(value) 0"},
		{"It cannot be negative. The minimum value is 1.", "min(value) 0?; min(value) 1"},
		{"It cannot be negative. If **a** is 1, the minimum value is 1.", "min(value) 0; min(value) 1?"},
		{"A value less than or equal to 0 is taken for 20.", ""},
		{"If it is greater than 5, nothing happens.", ""},
		{"The value range is **[0, 99]**.", "min(value) 0; max(value) 99"},
		{"The value ranges from 20 to 59, but cannot be 44.", "min(value) 20; max(value) 59"},
		// brackets and units
		{"The value ranges from 1 (inclusive) to 65,535 (exclusive).", "min(value) 1; max(value) <65535"},
		{"The value ranges from **1** to **100** (default).", "min(value) 1; max(value) 100; default 100"},
		{"The value ranges from 3s-259,200s.", "min(value) 3; max(value) 259200"},
		{"Range: [1, 5]", "min(value) 1!; max(value) 5!"},
		{"It takes 3m of wood.", ""},
		// somebody else's range, and ranges of cases
		{"**depth** ranges from 1 to 5.", "min(value) 1 named depth?; max(value) 5 named depth?"},
		{"The planet temperature ranges from 1 to 5.", "min(value) 1?; max(value) 5?"},
		{"If **a** is 1, the value ranges from 1 to 5.", "min(value) 1?; max(value) 5?"},
		{"The value ranges from 1 to 5 for trees.", "min(value) 1?; max(value) 5?"},
		{"The value ranges from 1 to 5 by default.", "min(value) 1?; max(value) 5?"},
		{"Value range for large boxes: 1 to 5. Value range for small boxes: 2 to 9.",
			"min(value) 1?; min(value) 1; max(value) 5?; min(value) 2?; max(value) 9?; max(value) 9"},
		// a case with a wider range, and one with a narrower
		{"The value ranges from 5 to 90. The value ranges from 0 to 200 when it is a code.", "min(value) 5?; max(value) 90?; min(value) 0?; min(value) 0; max(value) 200?; max(value) 200"},
		{"The value ranges from 5 to 90. The value ranges from 6 to 20 when it is a code.", "min(value) 5; max(value) 90; min(value) 6?; max(value) 20?"},
		// a range that is itself the condition
		{"The step is 1 if the value ranges from 1 to 5.", "min(value) 1?; max(value) 5?"},
		{"The default minimum value is 5.", ""},
		{"It can only be 1 to 9.", "min(value) 1; max(value) 9"},
		{"The value must be 0 or a positive number.", "min(value) 0"},
		{"The value must be a non-negative number.", "min(value) 0"},
		{"It must be an octal value between 0000 and 0777 or a decimal value between 0 and 511.", "min(value) 0; max(value) 511"},
		{"Its upper limit is 9. The lower limit is 2.", "max(value) 9; min(value) 2"},
		{"The default value is 72.The value range is 1-720.", "default 72; min(value) 1; max(value) 720"},
		{"• mongos: The value ranges from 2 to 32.", "min(value) 2?; max(value) 32?"},
		{"**depth**: part of the box. The value ranges from 1 to 5.", "min(value) 1?; max(value) 5?"},
		{"The default range is 1 Mbit/s to 20 Mbit/s.", ""},
		// taken back: the text names a value outside
		{"The value ranges from 0 to 9. **-1** indicates no limit.", "min(value) 0?; max(value) 9; min(value) -1"},
		{"The value must be a positive integer. By default, the value is 0.", "min(value) 0; default 0"},
		{"• If it is N, the Nth follows. The default value is **0**.\n• The value must be a positive integer.", "default 0?; min(value) 0"},
	})
}

func TestLengths(t *testing.T) {
	checkLimits(t, []limitCase{
		{"The value consists of 1 to 255 characters.", "min(length) 1; max(length) 255"},
		{"Color name, a string of 1 to 64 characters.", "min(length) 1; max(length) 64"},
		{"Name of the color, which is a string of 1 to 64 characters.", "min(length) 1; max(length) 64"},
		{"The color consists of up to 36 characters.", "max(length) 36 named color?"},
		{"It consists of up to 36 characters. It cannot be an empty string.", "max(length) 36; min(length) 1"},
		{"It contains a maximum of 43 characters. It can be an empty string.", "max(length) 43; min(length) 0"},
		{"It cannot exceed 1,024 characters.", "max(length) 1024"},
		{"Enter 1 to 64 characters, starting with a letter.", "min(length) 1; max(length) 64; pattern ^[A-Za-z]"},
		{"It contains a maximum of 255 bytes.", "max(bytes) 255"},
		{"Cannot be left blank.", "min(length) 1"},
		{"A tag value consists of up to 25 characters.", "max(length) 25"},
		{"Each value can contain up to 25 characters.", "max(length) 25 each"},
		{"Each label can contain up to 25 characters.", "max(length) 25?"},
		{"2 to 64 characters if **form** is set to **HEX**.", "min(length) 2?; max(length) 64?"},
		{"The value cannot be less than 8 characters.", "min(length) 8"},
		{"The value must be no fewer than 8 characters.", "min(length) 8"},
		{"The value must be no longer than 8 characters.", "max(length) 8"},
		{"The value must contain 32 characters.", "min(length) 32; max(length) 32"},
		{"The value contains 32 characters.", "max(length) 32"},
		{"ID, a fixed 36-byte UUID.", "min(length) 36; max(length) 36"},
		{"Text of the box with a maximum of 512 characters", "max(length) 512"},
		{"Name of the box (1 to 64 characters)", "min(length) 1; max(length) 64"},
		{"Name of the box. Start with a letter. (Max. 63 characters.)", "pattern ^[A-Za-z]; max(length) 63"},
		{"Text of it. The value is a string of [0, 256] characters.", "min(length) 0; max(length) 256"},
		{"Box score. The box score has up to 36 characters.", "max(length) 36"},
		{"Box score. The box lid has up to 36 characters.", "max(length) 36?"},
		{"Words of which only the first 20 characters count.", ""},
		{"Name of it. The value is 1 to 9 in length.", "min(length) 1; max(length) 9"},
		{"The value allows 36 characters.", "max(length) 36"},
		{"Max. characters: 20", "max(length) 20!"},
		{"Minimum characters: 4", "min(length) 4!"},
		{"Naming rule: Enter 1 to 50 characters.", "min(length) 1; max(length) 50"},
		{"It is limited to 20 bytes or 80 lines.", "max(bytes) 20?"},
		{"Must contain at least 2 characters of the following types", ""},
		{"It can be left blank or contain 1 to 9 characters.", "min(length) 0; max(length) 9"},
		{"It cannot be left blank or be an empty text.", "min(length) 1"},
		{"It cannot be left blank together with **b**.", ""},
		{"Lids of the box\n• Each box has up to 5 lids.\n• Each lid contains a maximum of 9 characters.", "max(items) 5 of lids; max(length) 9 each"},
		{"• Each value must be unique.", "unique(value)"},
		{"Each item must be unique.", "unique(items)"},
		{"The value cannot be empty and should contain 8 to 32 characters.", "min(length) 1?; min(length) 8; max(length) 32"},
		{"The value cannot be empty. If **a** is **b**, it should contain 8 to 32 characters.", "min(length) 1; min(length) 8?; max(length) 32?"},
		{"Color\n• A color can contain up to 9 characters.\n• **color** cannot be left blank.", "max(length) 9; min(length) 1 named color?"},
		{"• **color** cannot be left blank if **b** is set.", "min(length) 1?"},
		{"This list can be blank.", "min(items) 0"},
		// keys and values of one list: neither fits the list
		{"A tag key can contain up to 6 characters. A tag value has up to 4 characters.", "max(length) 6?; max(length) 4?"},
		// other verbs and lists
		{"The list can contain up to 10 keys.", "max(items) 10"},
		{"This list cannot be an empty list.", "min(items) 1"},
		{"A maximum of 24 rules can be configured.", "max(items) 24"},
		{"A maximum of 20 port ranges can be given.", "max(items) 20"},
		{"A maximum of 10 rules are read per second.", ""},
		{"By default, a maximum of 20 addresses can be assigned.", ""},
		{"For example, **?n=10** indicates that a maximum of 10 records can be read.", "max(items) 10 of records?"},
		{"You can specify up to 20 port ranges.", "max(items) 20 of port"},
		{"Each shelf can hold up to 10 tags.", "max(items) 10 of tags"},
		{"Keys in this list must be unique.", "unique"},
		{"IDs in this list must be unique.", "unique(items)"},
		{"The name must be unique.", ""},
	})
}

func TestCharsets(t *testing.T) {
	checkLimits(t, []limitCase{
		{"It can contain only letters, digits, underscores (_), and hyphens (-).", "pattern ^[A-Za-z0-9_-]*$"},
		{"The value consists of 1 to 9 characters and can contain only digits and periods (.).", "min(length) 1; max(length) 9; pattern ^[0-9.]*$"},
		{"Only lowercase letters and hyphens (-) are allowed.", "pattern ^[a-z-]*$"},
		{"It must not contain a greater-than sign (>) or less-than sign (<).", "pattern ^[^<>]*$"},
		{"It must not contain < or >.", "pattern ^[^<>]*$"},
		{"The value cannot contain angle brackets (< or >).", "pattern ^[^<>]*$"},
		{"The value must start with a letter.", "pattern ^[A-Za-z]"},
		{"The value must start and end with a letter or digit.", "pattern ^[A-Za-z0-9](.*[A-Za-z0-9])?$"},
		// not closed, or with letters of other alphabets, or with an unknown word
		{"It can contain letters and digits.", ""},
		{"It can contain only letters, digits, and Chinese characters.", ""},
		{"It can contain only letters. Unicode letters count.", "pattern ^[A-Za-z]*$?"},
		{"It can contain only letters, digits, and wildcards.", ""},
		{"It can contain only letters and special characters (_-).", "pattern ^[A-Za-z_-]*$"},
		{"It can contain only letters and special characters.", ""},
		{"It can contain only letters and the following special characters: _.:@", "pattern ^[A-Za-z.:@_]*$"},
		{"It can contain letters, digits, and hyphens (-).", "pattern ^[A-Za-z0-9-]*$~"},
		{"It contains 1 to 9 characters, including letters and digits.", "min(length) 1; max(length) 9; pattern ^[A-Za-z0-9]*$~"},
		{"It must contain at least two of the following: letters, digits, and hyphens (-).", ""},
		{"It must include letters, digits, and hyphens (-).", ""},
		{"Letters, digits, and underscores (_) are allowed.", "pattern ^[A-Za-z0-9_]*$~"},
		{"Letters, digits, and boxes are allowed.", ""},
		{"It can contain only letters (a to z and A to Z) and digits (0-9).", "pattern ^[A-Za-z0-9]*$"},
		{"It must start with a letter and can contain only letters and digits.", "pattern ^[A-Za-z][A-Za-z0-9]*$; pattern ^[A-Za-z][A-Za-z0-9]*$"},
		{"It can be left blank. It must start with a letter and can contain only letters and digits.", "min(length) 0; pattern ^([A-Za-z][A-Za-z0-9]*)?$; pattern ^([A-Za-z][A-Za-z0-9]*)?$"},
		{"It cannot contain the following characters: ASCII (0-31), equal signs (=), and slashes (/)", "pattern ^[^\\x00-\\x1F/=]*$"},
		{"Cannot start or end with a space.", "pattern ^([^ ](.*[^ ])?)?$"},
		{"Only letters and the following special characters are allowed: ``+_!``", "pattern ^[A-Za-z!+_]*$"},
		{"It can contain only letters and special characters _';@ and more.", ""},
		{"Name of it. Start with a letter, and include only letters and digits.", "pattern ^[A-Za-z][A-Za-z0-9]*$; pattern ^[A-Za-z][A-Za-z0-9]*$"},
		{"It cannot contain special characters ``(<>=).``", "pattern ^[^<=>]*$"},
		{"It cannot contain only digits.", ""},
		{"It cannot contain spaces at the end.", ""},
		{"The **color** name must start with a letter.", "pattern ^[A-Za-z]?"},
		// the bracket shows another character than the name says
		{"It can contain only letters and hyphens (_).", ""},
		{"It is in the format of a.b. Only letters are allowed.", "pattern ^[A-Za-z]*$?"},
		{"It can contain only letters. The value can also be **0**.", "pattern ^[A-Za-z]*$?"},
		{"Key of the box, which has 1 to 9 characters of letters and digits.", "min(length) 1; max(length) 9; pattern ^[A-Za-z0-9]*$~"},
		{"Only letters are allowed.\nRegular expression matching: ^[a-z]+$", "pattern ^[a-z]+$!"},
		// a list of characters
		{"It can contain:\n• Letters\n• Digits\n• Special characters: underscores (_), colons (:)", "pattern ^[A-Za-z0-9:_]*$~"},
		{"It can contain only:\n• Letters\n• Digits\n• It must be unique.", "pattern ^[A-Za-z0-9]*$"},
		{"It can contain only:\n• Letters\n• Chinese characters", ""},
		{"It must contain at least two of the following:\n• Letters\n• Digits", ""},
		{"It cannot contain:\n• Letters\n• Digits", ""},
		{"Colors:\n• Letters\n• Digits", ""},
		// regular expressions in sentences
		{"The value must match the regular expression **^[a-z]+$**.", "pattern ^[a-z]+$"},
		{"It matches the regular expression ^[a-z]+$ and is short.", "pattern ^[a-z]+$"},
		{"If **a** is set, it matches the regular expression ^[a-z]+$.", "pattern ^[a-z]+$?"},
		{"It must not match the regular expression ^[a-z]+$.", ""},
		{"It matches the regular expression ^(?<x>a)$.", "unread ^(?<x>a)$"},
		// taken back: the text has an example with other characters
		{"Only letters are allowed. Example: **a-b**", "example a-b!"},
	})
}

func FuzzLimits(f *testing.F) {
	for _, s := range []string{"", "• ", "**", "``a", "The value ranges from -1 to", "Default:", "Range", "Enum: [a, b]",
		"The value can be **a**, b (c), or", "1-1-1", "\u00a0–—", "only letters (", "cannot contain (", "Regular expression: ^a$", "**a: **", "'a'", "\"0\"",
		"Range：１－３６００。Default：６０", "Wide，lids。Value：add、remove（“a”）", "It is “auto”。\xe3**：**\xff，Max：９"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, written string) {
		written = strings.ToValidUTF8(written, "\uFFFD") // as package source makes texts of pages
		text := marked(written).Words
		for _, l := range Limits(marked(written)) {
			if l.Off < 0 || l.Off > l.End || l.End > len(text) {
				t.Fatalf("%q: %+v outside the text", text, l)
			}
			if !utf8.ValidString(text[:l.Off]) || !utf8.ValidString(text[:l.End]) {
				t.Fatalf("%q: %+v cuts a character", text, l)
			}
			if (l.Kind == LimitMin || l.Kind == LimitMax) != (l.Number != "") || l.Number != "" && jsonNumber(l.Number) != l.Number {
				t.Fatalf("%q: %+v has no number", text, l)
			}
			if l.Kind == LimitPattern && !portable(l.Pattern) {
				t.Fatalf("%q: pattern %q", text, l.Pattern)
			}
			for _, v := range l.Values {
				if v.Off < 0 || v.Off > len(text) || !strings.HasPrefix(text[v.Off:], v.Text) && !strings.HasPrefix(Narrow(text[v.Off:]), Narrow(v.Text)) {
					t.Fatalf("%q: value %+v is not there", text, v)
				}
			}
		}
	})
}

func TestRangeLimits(t *testing.T) {
	for _, c := range []limitCase{
		{"1-65535", "min(value) 1!; max(value) 65535!"},
		{"**a** or **b**", "enum a|b!"},
		{"• **a**: first\n• **b**: second", "enum a|b!"},
		{"1 to 64 characters", "min(length) 1!; max(length) 64!"},
		{"The value can contain up to 64 characters.", "max(length) 64"},
		{"N/A", ""},
		{"", ""},
		{"**oak** or **pine**.", "enum oak|pine!"},
		{"Mandatory when the lid is on", "condition"},
	} {
		if got := gist(RangeLimits(marked(c.text))); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for text, want := range map[string]string{
		"10,240": "10240", "5s": "5", "40 GB": "40", "-1": "-1", "0.5": "0.5",
		"five": "", "0644": "", "5 boxes": "", "": "", "1 to 5": "",
	} {
		if got, ok := Number(text); got != want || ok != (want != "") {
			t.Errorf("Number(%q) = %q, %v", text, got, ok)
		}
	}
}
