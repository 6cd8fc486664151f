package diag

// Rule is one row of the catalogue: a kind of finding.
type Rule struct {
	ID      string
	Level   Level
	Purpose string // what is wrong and why it matters, one sentence
	Good    string // the page's text as it should be
	Bad     string // the page's text that gives the finding
}

// Rules are all rules, by ID. The slice is shared: read only.
func Rules() []Rule { return catalogue }

// Lookup finds a rule by its ID.
func Lookup(id string) (Rule, bool) {
	r, ok := byID[id]
	return r, ok
}

var byID = func() map[string]Rule {
	m := make(map[string]Rule, len(catalogue))
	for _, r := range catalogue {
		if _, twice := m[r.ID]; twice {
			panic("diag: two rules " + r.ID)
		}
		m[r.ID] = r
	}
	return m
}()

var catalogue = []Rule{
	{
		ID: "docs/include-directive", Level: Warning,
		Purpose: "A directive asks to read another file; the reader never follows it, so what it would bring in is missing.",
		Good:    ".. code-block:: json",
		Bad:     ".. literalinclude:: ../secret.txt",
	},
	{
		ID: "docs/not-utf8", Level: Error,
		Purpose: "The page has bytes that are not UTF-8; each was replaced, so words may be wrong.",
		Good:    "a page saved as UTF-8",
		Bad:     "a page saved as Latin-1",
	},
	{
		ID: "docs/torn-table", Level: Error,
		Purpose: "The lines of a table do not form a rectangle, so the rows below cannot be read.",
		Good:    "+---+---+ over each row, all of one width",
		Bad:     "a cell's text that crosses the border of its column",
	},
}
