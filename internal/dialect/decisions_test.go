package dialect

import (
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// What a sentence limits depends on what it is about, on the words of the limit, and on what stands
// around them. The tests below put the parts of descriptions together, so that any three forms of
// them meet in some description, and hold what is read against testdata/decisions.

// maxDescriptions bounds the descriptions of a test.
const maxDescriptions = 700

// decisions puts descriptions together from one choice of each axis and compares what is read. A
// "%" in a choice is where the choice of the next axis goes, else the choices follow each other.
func decisions(t *testing.T, name string, axes ...[]string) {
	t.Helper()
	var out strings.Builder
	for _, description := range composed(axes) {
		text := marked(description)
		limits, hints := Statements(text)
		out.WriteString(strings.ReplaceAll(description, "\n", "~") + " → " + gist(limits))
		for _, h := range hints {
			out.WriteString(" ? " + string(h.Form) + " " + strings.ReplaceAll(text.Words[h.Off:h.End], "\n", "~"))
		}
		out.WriteString("\n")
	}
	golden.Equal(t, "testdata/decisions/"+name+".txt", []byte(out.String()))
}

// composed are texts of one choice of each axis.
func composed(axes [][]string) []string {
	var sizes []int
	for _, axis := range axes {
		sizes = append(sizes, len(axis))
	}
	var out []string
	for _, pick := range golden.Combined(sizes, maxDescriptions) {
		text := "%"
		for i, n := range pick {
			if choice := axes[i][n]; strings.Contains(text, "%") {
				text = strings.Replace(text, "%", choice, 1)
			} else {
				text += choice
			}
		}
		out = append(out, text)
	}
	return out
}

var (
	cases    = []string{"", "If **lid** is oak, ", "For small jars, ", "Size of the jar (", "• ", "Size, "}
	subjects = []string{"the value % ", "it % ", "**depth** % ", "the length of the name % ", "each element % ", "the key of a tag % ", "the number of lids % ", "which % "}
	endings  = []string{"", ".", ", which is odd.", " for trees.", " (inclusive).", " by default.", ", for example, 7.", ". The default value is **5**.", ")", ". If it is set to **0**, all are listed."}
)

func TestDecisionsOnBounds(t *testing.T) {
	decisions(t, "bounds", cases, subjects, []string{
		"ranges from 1 to %", "is from 3 to %", "must be between 2 and %", "can be 0 or ranges from 2 to %", "cannot exceed %", "must be greater than %", "must be less than or equal to %", "must be at least %", "is a maximum of %",
		"can be % or greater", "must be in the range [1, %]", "cannot be less than %", "> %", "1 ≤ size ≤ %", "has a maximum of %", "is limited to %", "must contain 1 to %", "can contain at most %", "must not be empty or longer than %", "must have exactly %",
	}, []string{"9", "64 characters", "255 bytes", "20 lids", "1,024", "**12**", "5 MB", "2 million", "a lot", "3.5", "-1", "10 or 20"}, endings)
}

func TestDecisionsOnListsOfValues(t *testing.T) {
	decisions(t, "values", []string{"", "If **lid** is oak, ", "For jars, ", "Kind of the jar, ", "• ", "Kind (", "Not used. "},
		[]string{"the value can be %", "it can only be %", "possible values are %", "the options are %", "its value is %", "one of %", "the following values are supported: %", "must be %", "only % is supported", "the default value is %", "enter %", "such as %", "set it to %", "**kind** can be %", "the value is fixed to %", "can be set to % only", "value: %", "Options:\n%", "choose from %"},
		[]string{"**oak**", "**oak** or **pine**", "**oak**, **pine**, or **elm**", "OAK or PINE", "1 or 2", "0 (off) and 1 (on)", "oak and pine", "**oak**, **pine**, etc", "**oak** (hard) or **pine** (soft)", "true or false", "a lid or a rim", "**oak** or the name of a lid", "\"oak\" or \"pine\"", "**oak** if it is hard", "null or **oak**", "10:00 or 12:30", "oak/pine"},
		[]string{"", ".", ", depending on the lid.", " by default.", " for lids.", ". Default value: **oak**.", ")", ", separated by commas.", " (default)."})
}

func TestDecisionsOnItemsOfLists(t *testing.T) {
	decisions(t, "items", []string{"Kind of it.", "The value can be:", "Options:", "Note:", "The jar has:", "Value range:", "If **lid** is oak:", "The default value is **oak**. Options:", "Examples:", "Status codes:"},
		[]string{"\n• %", "\n- %", "\n%", " %"},
		[]string{"**oak**%", "OAK%", "oak%", "1%", "The wood is oak%", "**oak**, **elm**%", "oak_elm%", "**Oak** wood%", "\"oak\"%", "0-9%", "oak (default)%"},
		[]string{"", ": hard", ": hard. This is the default value.", " indicates hard", " - hard", ": The value ranges from 1 to 5.", " (hard)", ": hard (default)", ": When **a** is 1, it must be **b**.", " for lids"},
		[]string{"", "\n• **pine**: soft", "\n• PINE", "\n• 2: soft", "\n- pine: soft", "\n**pine**: soft\n**elm**: old", "\n• It may be soft.", "\n• **true**: yes\n• **false**: no", "\n• **pine**: soft\nThe value cannot be changed."})
}

func TestDecisionsOnCharacters(t *testing.T) {
	decisions(t, "characters", []string{"", "If **lid** is oak, ", "Name of the jar. ", "The name of a lid, ", "In Chinese, "},
		[]string{"the value can contain only %", "only % are allowed", "it must consist of %", "1 to 64 characters, including %", "it cannot contain %", "it must start with %", "it must start and end with %", "characters allowed: %", "it supports %", "each tag can contain %", "must contain at least two of %", "it can contain 1 to 9 %", "the value must not start with %", "allows % only", "is a string of %"},
		[]string{"letters", "letters and digits", "lowercase letters, digits, and hyphens (-)", "a letter", "digits", "letters, digits, underscores (_), and periods (.)", "spaces", "special characters (!@#$)", "letters and emoji", "uppercase letters or digits", "the following characters: a-z, A-Z, and 0-9", "letters, digits, and odd signs", "control characters", "a greater-than sign (>)", "alphanumeric characters", "hexadecimal digits", "ASCII characters"},
		[]string{"", ".", ". It must start with a letter.", ". It cannot end with a hyphen (-).", ", and must start with a digit.", ". It can also be **0**.", ". The value is in the format of a.b.", ". A maximum of 64 characters are allowed.", ", but no spaces."})
}

func TestDecisionsOnLabels(t *testing.T) {
	decisions(t, "labels", []string{"", "Size of it.\n", "**Definition**\nSize of it.\n", "• "},
		[]string{"Minimum: %", "Maximum: %", "**Range**\n%", "Value range: %", "Default: %", "**Default Value**\n%", "Default value: %", "Length: %", "Array Length: %", "Enumeration values:\n• %", "Example: %", "Unit: %", "Constraints: %", "Regular expression: %", "Maximum length: %", "**Constraints**\n%", "Options: %"},
		[]string{"5", "**5**", "1-9", "1 to 64 characters", "N/A", "**oak**", "oak, pine", "[oak, pine]", "^[a-z]+$", "The value ranges from 1 to 5.", "same as the lid", "GB", "10 MB", "true", "-1", "• **oak**\n• **pine**", "0 to 1.5", "\"oak\""},
		[]string{"", "\nMaximum: **9**", "\n**Default Value**\n5", "\n**Constraints**\nN/A", ". More of it.", "\nThe value is odd.", "\n• **elm**"})
}
