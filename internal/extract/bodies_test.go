package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
	"github.com/rst2openapi/rst2openapi/internal/payload"
)

// partOf is a part of a body with fields of these names.
func partOf(names ...string) *part {
	p := &part{}
	for _, n := range names {
		p.add(&api.Field{Name: n})
	}
	return p
}

func TestExclude(t *testing.T) {
	oak, elm := partOf("kind", "age"), partOf("wood", "size")
	for what, c := range map[string]struct {
		p, q  *part
		shown []string
		want  bool
	}{
		"nothing shown":               {oak, elm, nil, false},
		"one field in both":           {oak, partOf("kind"), nil, true},
		"each alone":                  {oak, elm, []string{`{"kind": 1}`, `{"wood": 2}`}, true},
		"each alone, the other first": {oak, elm, []string{`{"wood": 2}`, `{"age": 1}`}, true},
		"one alone":                   {oak, elm, []string{`{"kind": 1}`, `{"age": 2}`}, false},
		"the other alone":             {oak, elm, []string{`{"wood": 1}`, `{"size": 2}`}, false},
		"together":                    {oak, elm, []string{`{"kind": 1, "wood": 2}`}, false},
		"together and each alone":     {oak, elm, []string{`{"kind": 1}`, `{"wood": 2}`, `{"kind": 1, "wood": 2}`}, false},
		"together, with one in both":  {oak, partOf("kind", "wood"), []string{`{"age": 1, "wood": 2}`}, false},
		"neither":                     {oak, elm, []string{`{"lid": 1}`}, false},
	} {
		var shown []*payload.Value
		for _, s := range c.shown {
			shown = append(shown, payloadOf(t, s))
		}
		if got := exclude(c.p, c.q, shown); got != c.want {
			t.Errorf("%s: %t", what, got)
		}
	}
}

// TestExclusive: of very many parts each is taken for one that excludes another.
func TestExclusive(t *testing.T) {
	var parts []*part
	for i := range maxCases + 1 {
		parts = append(parts, partOf("f"+itoa(i)))
	}
	if apart, common := exclusive(parts, nil); len(apart) != len(parts) || len(common) != 0 {
		t.Errorf("of too many %d exclude others and %d go with all", len(apart), len(common))
	}
	if apart, common := exclusive(parts[1:], nil); len(apart) != 0 || len(common) != maxCases {
		t.Errorf("%d exclude others and %d go with all", len(apart), len(common))
	}
	parts[1].add(&api.Field{Name: "f2"})
	if apart, common := exclusive(parts[1:], nil); len(apart) != 2 || len(common) != maxCases-2 {
		t.Errorf("with one field in two, %d exclude others and %d go with all", len(apart), len(common))
	}
}

func TestIsPairs(t *testing.T) {
	text := api.Type{Kind: api.String}
	body := func(types ...api.Type) *api.Payload {
		s := &api.Schema{}
		for _, typ := range types {
			s.Fields = append(s.Fields, &api.Field{Type: typ})
		}
		return &api.Payload{Type: api.Type{Kind: api.Object, Schema: s}}
	}
	list := api.Type{Kind: api.Array, Elem: &text}
	for what, c := range map[string]struct {
		body *api.Payload
		want bool
	}{
		"texts":             {body(text, text), true},
		"a list of texts":   {body(text, list), true},
		"a list of lists":   {body(api.Type{Kind: api.Array, Elem: &list}), false},
		"a list of objects": {body(api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.Object}}), false},
		"a list of any":     {body(api.Type{Kind: api.Array}), false},
		"an object":         {body(text, api.Type{Kind: api.Object}), false},
		"a map":             {body(api.Type{Kind: api.Map, Elem: &text}), false},
		"no members":        {&api.Payload{Type: text}, false},
	} {
		if got := isPairs(c.body); got != c.want {
			t.Errorf("%s: %t", what, got)
		}
	}
}

func TestIsFreeForm(t *testing.T) {
	object := api.Type{Kind: api.Object}
	for what, c := range map[string]struct {
		typ  api.Type
		want bool
	}{
		"an object": {object, true}, "anything": {api.Type{Kind: api.Any}, true}, "a text": {api.Type{Kind: api.String}, false}, "a list of objects": {api.Type{Kind: api.Array, Elem: &object}, true},
		"a list of unknown elements": {api.Type{Kind: api.Array}, false}, "a map of objects": {api.Type{Kind: api.Map, Elem: &object}, false},
		"a structure": {api.Type{Kind: api.Object, Schema: &api.Schema{}}, false}, "a list of texts": {api.Type{Kind: api.Array, Elem: &api.Type{Kind: api.String}}, false},
	} {
		if got := (&row{field: &api.Field{Type: c.typ}}).isFreeForm(); got != c.want {
			t.Errorf("%s: %t", what, got)
		}
	}
	any, named := &row{stands: dialect.NameAny}, &row{}
	for i, c := range []struct {
		rows []*row
		want bool
	}{{[]*row{any}, true}, {[]*row{named}, false}, {[]*row{any, named}, false}, {nil, false}} {
		if got := hasAnyRow(&table{rows: c.rows}); got != c.want {
			t.Errorf("rows %d: %t", i, got)
		}
	}
}

func TestShownInside(t *testing.T) {
	p := partOf("lid", "rim", "wood")
	for text, want := range map[string]bool{
		`{"box": {"lid": 1, "rim": 2}}`: true, `{"box": [{"lid": 1, "rim": 2}]}`: true, `{"box": {"lid": 1, "rim": 2, "a": 3, "b": 4}}`: true,
		`{"box": {"lid": 1, "rim": 2, "a": 3, "b": 4, "c": 5}}`: false, `{"box": {"lid": 1}}`: false, `{"lid": 1, "rim": 2}`: false, `{"a": 1, "box": {"rim": 1, "wood": 2}}`: true,
	} {
		if got := p.shownInside([]*payload.Value{payloadOf(t, text)}); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

func TestFaultOf(t *testing.T) {
	for text, want := range map[string]int{
		`{"error": {"message": "No", "code": 400}}`: 400, `{"error": {"message": "No", "code": 599}}`: 599, `{"error": {"message": "No", "code": "404"}}`: 404, `{"box": {"message": "No", "code": 404}}`: 404,
		`{"itemNotFound": {"message": "No", "code": 399}}`: 404, `{"itemNotFound": {"message": "No", "code": 600}}`: 404, `{"itemNotFound": {"message": "No"}}`: 404,
		`{"box": {"message": "No", "code": 200}}`: -1, `{"box": {"code": 404}}`: -1, `{"box": {"message": "No"}}`: -1, `{"error": {"message": "No", "code": 404}, "id": 1}`: -1,
	} {
		got, ok := faultOf(payloadOf(t, text))
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

func TestMemberRows(t *testing.T) {
	for what, c := range map[string]struct {
		names        string
		owner, again int
		printed      string
		from, to     int
	}{
		"all below":              {"id jars id lid", 1, 2, `{"id": 1, "jars": [{"id": 2, "lid": 3}]}`, 2, 4},
		"one beside it first":    {"id jars note id lid", 1, 3, `{"id": 1, "jars": [{"id": 2, "lid": 3}], "note": 4}`, 3, 5},
		"two beside it first":    {"id jars note size id", 1, 4, `{"id": 1, "jars": {"id": 2}, "note": 4, "size": 5}`, 4, 5},
		"one in both places":     {"id jars note id lid", 1, 3, `{"id": 1, "jars": [{"id": 2, "note": 3}], "note": 4}`, 2, 5},
		"one that nothing shows": {"id jars note id lid", 1, 3, `{"id": 1, "jars": [{"id": 2}]}`, 2, 5},
		"one beside it after":    {"id jars id lid", 1, 2, `{"id": 1, "jars": {"id": 2}, "lid": 3}`, 2, 3},
		"not inside":             {"id jars id lid", 1, 2, `{"id": 1, "jars": {"lid": 2}}`, 2, 2},
	} {
		var rows []*row
		for n := range strings.FieldsSeq(c.names) {
			rows = append(rows, &row{field: &api.Field{Name: n}})
		}
		if from, to := memberRows(rows, c.owner, c.again, []*payload.Value{payloadOf(t, c.printed)}); from != c.from || to != c.to {
			t.Errorf("%s: %d to %d, want %d to %d", what, from, to, c.from, c.to)
		}
	}
}

// TestCommonParts: what cases of a body share is in each of them.
func TestCommonParts(t *testing.T) {
	e := extractPage(title("Making a Box") + section("URI", "POST /v1/box") + section("Request",
		rowsText("**Table 1** Request body parameters for using oak", mandatory+";kind|Yes|String|Kind;age|No|Integer|Age")+
			rowsText("**Table 2** Request body parameters for using pine", mandatory+";kind|Yes|String|Kind;wood|No|String|Wood")+
			rowsText("**Table 3** Request body parameters", mandatory+";size|No|Integer|Size")))
	var out []string
	for _, op := range append(slices.Clone(e.svc.Operations), e.svc.Operations[0].Variants...) {
		if op.Body != nil && op.Case != "" {
			out = append(out, op.Case+": "+fields(op.Body.Type.Schema))
		}
	}
	if got, want := strings.Join(out, " | "), "using oak: kind string; age integer; size integer | using pine: kind string; wood string; size integer"; got != want {
		t.Errorf("the cases are %q, want %q", got, want)
	}
}

func TestParentNamed(t *testing.T) {
	request, response := &table{name: "box", side: api.SideRequest, schema: &api.Schema{}}, &table{name: "box", side: api.SideResponse, schema: &api.Schema{}}
	text := &table{name: "box", side: api.SideResponse}
	lid := &table{name: "shelf.lid", side: api.SideResponse, schema: &api.Schema{}}
	s := &scope{tables: []*table{request, text, response, lid}}
	for _, c := range []struct {
		path string
		t    *table
		want *table
	}{{"box", lid, response}, {"Box", lid, response}, {"shelf.box", lid, response}, {"shelf.lid", response, lid}, {"lid", response, nil}, {"box", response, nil}, {"box", request, nil}, {"rim", lid, nil}} {
		if got := s.parentNamed(c.path, c.t); got != c.want {
			t.Errorf("%s of %s on the side of the %s: %+v", c.path, c.t.name, c.t.side, got)
		}
	}
}

func TestPutInto(t *testing.T) {
	object := func() *api.Type { return &api.Type{Kind: api.Object} }
	for what, c := range map[string]struct {
		parent *table
		name   string
		want   string
	}{
		"a field of free form":     {&table{schema: &api.Schema{Fields: []*api.Field{{Name: "lid", Type: *object()}}}}, "lid", "lid object Lid; others -"},
		"no field":                 {&table{schema: &api.Schema{}}, "lid", "lid object Lid; others -"},
		"no name":                  {&table{schema: &api.Schema{}}, "the lid", "; others -"},
		"members of any name":      {&table{schema: &api.Schema{Extra: object()}}, "{key}", "; others object Lid"},
		"a row for any name":       {&table{schema: &api.Schema{Extra: object()}, rows: []*row{{stands: dialect.NameAny}}}, "key", "; others object Lid"},
		"others beside a name":     {&table{schema: &api.Schema{Extra: object()}, rows: []*row{{stands: dialect.NameAny}, {}}}, "lid", "lid object Lid; others object"},
		"others that have members": {&table{schema: &api.Schema{Extra: &api.Type{Kind: api.Object, Schema: &api.Schema{Name: "Rim"}}}}, "{key}", "; others object Rim"},
		"any name without others":  {&table{schema: &api.Schema{}}, "{key}", "; others -"},
	} {
		b := &builder{page: &page{path: "a.rst"}}
		b.putInto(c.parent, c.name, &table{schema: &api.Schema{Name: "Lid"}, doc: &doc.Table{}})
		others := "-"
		if c.parent.schema.Extra != nil {
			others = c.parent.schema.Extra.String()
		}
		if got := fields(c.parent.schema) + "; others " + others; got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}
