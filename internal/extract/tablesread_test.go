package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// handTable makes a table of a header and rows whose cells are cut at "|"; "~" stands for a cell that is not there.
func handTable(role dialect.TableRole, rows ...string) *table {
	t := &table{page: &page{}, role: role, doc: &doc.Table{}}
	for i, r := range rows {
		row := &doc.Row{}
		cells := strings.Split(r, "|")
		for col, text := range cells {
			if text != "~" {
				row.Cells = append(row.Cells, spanned(text, col, 1, 1))
			}
		}
		if i > 0 {
			t.body = append(t.body, row)
			continue
		}
		t.doc.Cols = len(cells)
		t.cols = make([]dialect.Column, len(cells))
		t.setColumns(row)
	}
	return t
}

func TestStatesIn(t *testing.T) {
	for what, c := range map[string]struct{ rows, want string }{
		"states":                   {"Status|Description;open|Open;shut|Shut", "open shut"},
		"one twice":                {"Status|Description;open|Open;shut|Shut;open|Still open", "open shut"},
		"what goes on":             {"Status|Description;open|Open;~|wide;shut|Shut", "open shut"},
		"one column":               {"Status;open;shut", ""},
		"one state":                {"Status|Description;open|Open", ""},
		"no head":                  {"~|Description;open|Open;shut|Shut", ""},
		"another head":             {"Wood|Description;oak|Oak;elm|Elm", ""},
		"a state of several words": {"Status|Description;open wide|Open;shut|Shut", ""},
		"a row of nothing":         {"Status|Description;open|Open;~|~;shut|Shut", "open shut"},
	} {
		if got := strings.Join(statesIn(handTable(dialect.TableOther, strings.Split(c.rows, ";")...)), " "); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
	wide := handTable(dialect.TableOther, "Status|Description", "open|Open", "shut|Shut")
	wide.heads[1] = wide.heads[0]
	if got := statesIn(wide); got != nil {
		t.Errorf("a head over both columns: %q", got)
	}
}

func TestValuesOfTables(t *testing.T) {
	long := strings.Repeat("a", 64)
	for what, c := range map[string]struct {
		role       dialect.TableRole
		rows, want string
	}{
		"values":            {dialect.TableOther, "Wood|Description;oak|Hard;elm|Soft", "oak elm"},
		"of unknown role":   {dialect.TableUnknown, "Wood|Description;oak|Hard;elm|Soft", "oak elm"},
		"of fields":         {dialect.TableStruct, "Wood|Description;oak|Hard;elm|Soft", ""},
		"no description":    {dialect.TableOther, "Wood|Colour;oak|Brown;elm|Grey", ""},
		"ranges":            {dialect.TableOther, "Wood|Description|Value Range;oak|Hard|1;elm|Soft|2", ""},
		"members":           {dialect.TableOther, "Field|Description;oak|Hard;elm|Soft", ""},
		"types":             {dialect.TableOther, "Wood|Type|Description;oak|String|Hard;elm|String|Soft", ""},
		"words":             {dialect.TableOther, "Wood|Description;oak tree|Hard;elm|Soft", ""},
		"one twice":         {dialect.TableOther, "Wood|Description;oak|Hard;oak|Soft", ""},
		"one without":       {dialect.TableOther, "Wood|Description;oak|Hard;-|Soft", ""},
		"a long word":       {dialect.TableOther, "Wood|Description;oak|Hard;" + long + "|Soft", "oak " + long},
		"a word too long":   {dialect.TableOther, "Wood|Description;oak|Hard;a" + long + "|Soft", ""},
		"no first head":     {dialect.TableOther, "~|Description;oak|Hard;elm|Soft", "oak elm"},
		"description first": {dialect.TableOther, "Description|Wood;Hard|oak;Soft|elm", ""},
	} {
		if got := strings.Join(handTable(c.role, strings.Split(c.rows, ";")...).values(), " "); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

func TestTellsKeys(t *testing.T) {
	for what, c := range map[string]struct {
		role      dialect.TableRole
		rows      int
		name, typ string
		want      bool
	}{
		"the row of a structure": {dialect.TableStruct, 1, "what they are called", "String", true},
		"one of two rows":        {dialect.TableStruct, 2, "name of the shelf", "Object", false},
		"of a body":              {dialect.TableBody, 1, "name of the shelf", "Object", true},
		"of a response":          {dialect.TableResponse, 1, "name of the shelf", "Array of objects", true},
		"of maps":                {dialect.TableResponse, 1, "name of the shelf", "Map<String,String>", true},
		"of texts":               {dialect.TableResponse, 1, "name of the shelf", "String", false},
		"of an unknown type":     {dialect.TableBody, 1, "name of the shelf", "half a word", false},
		"without a type":         {dialect.TableBody, 1, "name of the shelf", "~", false},
		"no possession":          {dialect.TableBody, 1, "what they are called", "Object", false},
		"of a query":             {dialect.TableQuery, 1, "name of the shelf", "Object", false},
	} {
		tab := &table{role: c.role, body: make([]*doc.Row, c.rows)}
		var typ *doc.Cell
		if c.typ != "~" {
			typ = spanned(c.typ, 0, 1, 1)
		}
		if got := tab.tellsKeys(c.name, typ); got != c.want {
			t.Errorf("%s: %t", what, got)
		}
	}
}

func TestWordsOfCells(t *testing.T) {
	for role, want := range map[dialect.TableRole]string{dialect.TableHeader: "Content-Type", dialect.TableResponseHeader: "Content-Type", dialect.TableBody: "", dialect.TableQuery: ""} {
		if got, ok := (&table{role: role}).misspelt("Conent-Type"); got != want || ok != (want != "") {
			t.Errorf("in a table of %v: %q", role, got)
		}
	}
	for cell, want := range map[string]string{"JSON": "JSON", "Object": "", "String": "", "Dict": "", "lidType": "lidType"} {
		typ, _ := dialect.ParseType(cell)
		if got := otherWords(typ, spanned(cell, 0, 1, 1)); got != want {
			t.Errorf("%s (%s): %q, want %q", cell, typ.Kind, got, want)
		}
	}
	for text, want := range map[string][2]bool{"Yes": {true, false}, "No": {true, false}, "Optional": {true, false}, "-": {false, false}, "": {false, false}, "Integer": {false, true}, "List<String>": {false, true}, "Perhaps": {false, false}, "lidType": {false, false}} {
		if need, typ := saysNeed(text), saysType(text); need != want[0] || typ != want[1] {
			t.Errorf("%q says a need %t and a type %t", text, need, typ)
		}
	}
}

// TestStructNames: the names under which the rows of a page find a structure.
func TestStructNames(t *testing.T) {
	marked := func(words ...string) dialect.Text {
		var text dialect.Text
		for _, w := range words {
			if text.Words != "" {
				text.Words += " "
			}
			from := len(text.Words)
			bare := strings.Trim(w, "*")
			text.Words += bare
			if bare != w {
				text.Marks = append(text.Marks, dialect.Mark{Start: from, End: from + len(bare)})
			}
		}
		return text
	}
	for what, c := range map[string]struct {
		name  string
		title dialect.Text
		want  []string
	}{
		"no name":                    {"", marked("Description", "of", "*lid*"), nil},
		"one":                        {"lid", marked("Description", "of", "*lid*"), []string{"lid"}},
		"two":                        {"lid", marked("Description", "of", "*lid*", "and", "*rim*"), []string{"lid", "rim"}},
		"one in other letters":       {"lid", marked("Description", "of", "*lid*", "and", "*Lid*"), []string{"lid"}},
		"the first is not set apart": {"lid", marked("Description", "of", "lid", "and", "*rim*"), []string{"lid"}},
		"words that are not a name":  {"lid", marked("Description", "of", "*lid*", "and", "*größe*"), []string{"lid"}},
		"other words":                {"lid", marked("Description", "of", "*lid*", "and", "rim"), []string{"lid"}},
	} {
		if got := (&table{name: c.name, title: c.title}).structNames(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

func TestStatusRows(t *testing.T) {
	for what, c := range map[string]struct{ rows, want string }{
		"codes and words":         {"Status|Description;200|Fine;404|Lost", "200 Fine; 404 Lost"},
		"words before the codes":  {"Kind|Status;Normal|200;Abnormal|404", "200 ; 404 "},
		"a cell that is missing":  {"Status|Description;200|Fine;~|Lost", "200 Fine"},
		"an empty code":           {"Status|Description;200|Fine;-|Lost;404|Gone", "200 Fine; 404 Gone"},
		"three columns":           {"Status|Word|Description;200|OK|Fine", "200 Fine"},
		"any other status":        {"Status|Description;200|Fine;default|Lost", "200 Fine; 0 Lost"},
		"no code at all":          {"Status|Description;Fine|200 lids", "200 "},
		"codes in the last place": {"Description|Status;Fine|200;Lost|404", "200 ; 404 "},
	} {
		s := &scope{tables: []*table{handTable(dialect.TableOther, "Status|Description", "500|Torn"), handTable(dialect.TableStatus, strings.Split(c.rows, ";")...)}}
		var out []string
		for _, st := range s.statusRows() {
			out = append(out, itoa(st.code)+" "+cellText(st.cell).Text)
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

func TestOpensResponse(t *testing.T) {
	ofResponse, ofRequest := context{section: dialect.SectionResponse}, context{section: dialect.SectionRequest}
	for what, c := range map[string]struct {
		page *page
		want bool
	}{
		"nothing above":          {&page{}, true},
		"a table of the request": {&page{scope: scope{tables: []*table{{ctx: ofRequest}}}}, true},
		"one of the response":    {&page{scope: scope{tables: []*table{{ctx: ofRequest}, {ctx: ofResponse}}}}, false},
	} {
		if got := c.page.opensResponse(context{}); got != c.want {
			t.Errorf("%s: %t", what, got)
		}
	}
}
