package dialect

import "testing"

// TestExplainedClauses: clauses in a row that explain a value each name the values; members of a structure and kinds
// of one thing are none.
func TestExplainedClauses(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Order of sorting. asc: ascending; desc: descending", "values asc|desc"},
		{"Sort order (asc: ascending; desc: descending).", "values asc|desc"},
		{"Order.\nasc: ascending\ndesc: descending", "values asc|desc"},
		{"Order, asc: ascending, desc: descending", "values asc|desc"},
		{"The tier. hot: fast tier; cold: slow tier; deep: archive", "values hot|cold|deep"},
		{"The tier. hot: fast tier, cold: slow tier", ""},
		{"host: the address; port: the number", ""},
		{"scope: global\nsource: api", ""},
		{"State. 0 for off, 1 for low, and 2 for high.", "values 0|1|2"},
		{"State. 0 for off, 2 for low.", ""},
		{"State. 1-Creating, 2-Running", "values 1|2"},
		{"State. 1 - Creating, 2 - Running", "values 1|2"},
		{"State. 1-core, 2-core", ""},
		{"Size. 1-day, 2-week", ""},
		{"Jars. The value ranges from 0 to 9. 0 for off, 1 for on", "min(value) 0; max(value) 9"},
		{"Values: red; blue", "enum red|blue!"},
		// one value is short for its meaning, with two letters or more
		{"Order, asc: ascending, down: falling", "values asc|down"},
		{"Wood, oa: oak, pi: pine", "values oa|pi"},
		{"Wood, oak: oak, pine: pine", ""},
		// numbers without a mark, each of which follows the one before it
		{"State. x-old, 0-Running, 1-Stopped", "values 0|1"},
		{"State (**0-Creating**, **1-Running**)", ""},
		{"State. 0-A, 1-C", "values 0|1"},
		{"Codes. 1-2-3, 2-3-4", ""},
		{"oak: hard; oak: old; elm: soft", ""},
		// what the items of a list ask for are no values
		{"Mode.\n**oak**: Set the lid, 0 for off, 1 for on.\n**pine**: Set the rim.", ""},
		// verbs are none, nor do values go on after a list
		{"The jar. has: lids; needs: rims", ""},
		{"Order.\nasc: ascending\n• a note\ndesc: descending", ""},
	})
}

// TestCasesOfValue: a sentence about a value may name it in several ways.
func TestCasesOfValue(t *testing.T) {
	checkLimits(t, []limitCase{
		{"If the value is **X**, the lid is open. If it is **Y**, it is closed.", "values X|Y"},
		{"When set to **a**, the lid opens. When set to **b**, it closes.", "values a|b"},
		{"Timeout. When set to **a**, the lid opens. When set to **b**, it closes.", ""},
	})
}

// TestNullClauses: null needs no subject; null of something else, null that is forbidden, and a text of these four
// letters tell nothing.
func TestNullClauses(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Null when there is no lid.", "nullable"},
		{"Time of the lid, null until it opens.", "nullable"},
		{"If there is no lid, null is returned.", "nullable"},
		{"If it is not a lid, null is returned.", "nullable"},
		{"It is null by default.", "nullable"},
		{"The value will become **null** if the lid is open.", "nullable"},
		{"Returns null for empty jars.", "nullable"},
		{"Nullable.", "nullable"},
		{"Name of the lid (nullable).", "nullable"},
		{"The lid, or null if there is none.", "nullable"},
		{"String or null.", "nullable"},
		{"It cannot be empty or null.", "min(length) 1"},
		{"If the name is empty or null, the lid opens.", ""},
		{"Lids of other jars are null if they are open.", ""},
		{"If the lid is open, the lid's name is null.", ""},
		{"If the lid is open, a string **null** is returned.", ""},
		{"Whether the lid is nullable.", ""},
		{"Must not be null.", ""},
	})
}

// TestNamedRegexps: a regular expression may follow "match" or "format"; one that the value must not match, one of
// two, and one that cannot be read is not the pattern.
func TestNamedRegexps(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Must match ^[a-z]{1,8}$", "pattern ^[a-z]{1,8}$"},
		{"The name must match the pattern \"^[a-z.;]+$\".", "pattern ^[a-z.;]+$"},
		{"Format: **^[a-z0-9]+$**", "pattern ^[a-z0-9]+$"},
		{"Matches ^[a-z]+$ if the lid is open.", "pattern ^[a-z]+$?"},
		{"Must not match ^[a-z]+$.", ""},
		{"The key must match ^[a-z]+$, the value ^[0-9]+$.", ""},
		{"Must match ^(?!x)[a-z]+$.", "unread ^(?!x)[a-z]+$"},
		{"2^10 must match the size", ""},
		{"Format: abc", ""},
	})
}

// TestForbiddenCharacters: characters that a sentence forbids, not those forbidden at one end or in one case, nor
// the brackets around a printed list.
func TestForbiddenCharacters(t *testing.T) {
	checkLimits(t, []limitCase{
		{"Name of the jar. Spaces are not allowed.", "pattern ^[^ ]*$"},
		{"Spaces and commas cannot be used.", "pattern ^[^ ,]*$"},
		{"Angle brackets (<>) are not supported.", "pattern ^[^<>]*$"},
		{"Special characters ``(=<>)`` are not allowed.", "pattern ^[^<=>]*$"},
		{"Spaces are not allowed at the start.", ""},
		{"Spaces and tabs are not allowed.", ""},
		{"Letters are not allowed.", ""},
		{"If the mode is **a**, spaces are not allowed.", ""},
	})
}
