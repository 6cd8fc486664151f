package merge

import (
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// schema is a structure with fields of strings.
func schema(label string, names ...string) *api.Schema {
	s := &api.Schema{Label: label, Origin: api.Origin{Page: label + ".rst"}}
	for _, n := range names {
		s.Fields = append(s.Fields, &api.Field{Name: n, Type: api.Type{Kind: api.String}})
	}
	return s
}

func object(s *api.Schema) api.Type { return api.Type{Kind: api.Object, Schema: s} }

func list(t api.Type) api.Type { return api.Type{Kind: api.Array, Elem: &t} }

func body(t api.Type) *api.Payload { return &api.Payload{Type: t} }

// withResponse is an operation with a response of status 200.
func withResponse(id string, s *api.Schema) *api.Operation {
	return &api.Operation{ID: id, Responses: []*api.Response{{Status: 200, Body: body(object(s))}}}
}

// named merges the schemas of operations and gives the names of those that are left.
func named(ops ...*api.Operation) string {
	svc := &api.Service{Operations: ops}
	Schemas(svc, new(diag.List))
	var out []string
	for _, s := range svc.Schemas {
		out = append(out, s.Name)
	}
	return strings.Join(out, " ")
}

// inOneClass reports whether the first schemas of two operations say the same.
func inOneClass(a, b *api.Operation) bool {
	s := &schemas{svc: &api.Service{}, index: make(map[*api.Schema]*use), versions: make(map[versioned]*api.Schema), fields: make(map[*api.Field]string)}
	s.collect(a)
	n := len(s.uses)
	s.collect(b)
	classify(s.uses, s.index, true)
	return s.uses[0].class == s.uses[n].class
}

// TestEqual holds what makes a schema of another page another schema.
func TestEqual(t *testing.T) {
	claims := func(cs ...api.Claim) func(*api.Schema) {
		return func(s *api.Schema) { s.Fields[0].Claims = cs }
	}
	request := func(n api.Need) func(*api.Schema) {
		return func(s *api.Schema) { s.Request, s.Fields[0].Need = true, n }
	}
	text := api.Type{Kind: api.String}
	for what, c := range map[string]struct {
		a, b func(*api.Schema)
		same bool
	}{
		"nothing":                     {nil, nil, true},
		"a name":                      {nil, func(s *api.Schema) { s.Fields[0].Name = "lad" }, false},
		"a field more":                {nil, func(s *api.Schema) { s.Fields = append(s.Fields, &api.Field{Name: "x"}) }, false},
		"the order":                   {nil, func(s *api.Schema) { slices.Reverse(s.Fields) }, false},
		"a kind":                      {nil, func(s *api.Schema) { s.Fields[0].Type.Kind = api.Integer }, false},
		"a format":                    {nil, func(s *api.Schema) { s.Fields[0].Type.Format = "int64" }, false},
		"the elements":                {func(s *api.Schema) { s.Fields[0].Type = list(text) }, func(s *api.Schema) { s.Fields[0].Type = list(api.Type{Kind: api.Integer}) }, false},
		"the element of XML":          {nil, func(s *api.Schema) { s.XMLName = "Box" }, false},
		"what it stands for":          {func(s *api.Schema) { s.Root = &text }, func(s *api.Schema) { s.Root = &api.Type{Kind: api.Integer} }, false},
		"whether it stands for it":    {func(s *api.Schema) { s.Root = &text }, func(s *api.Schema) { s.Extra = &text }, false},
		"further members":             {nil, func(s *api.Schema) { s.Extra = &text }, false},
		"a limit":                     {claims(claim(api.FactMax, "1")), claims(claim(api.FactMax, "2")), false},
		"what a limit limits":         {claims(claim(api.FactMax, "1")), claims(claim(api.FactMin, "1")), false},
		"the order of limits":         {claims(claim(api.FactMax, "1"), claim(api.FactMin, "1")), claims(claim(api.FactMin, "1"), claim(api.FactMax, "1")), true},
		"a limit said twice":          {claims(claim(api.FactMax, "1")), claims(claim(api.FactMax, "1"), claim(api.FactMax, "1")), true},
		"an example":                  {claims(claim(api.FactExample, "1")), claims(claim(api.FactExample, "2")), true},
		"how the kind was read":       {claims(claim(api.FactKind, "string")), nil, true},
		"the need in a response":      {nil, func(s *api.Schema) { s.Fields[0].Need = api.NeedYes }, true},
		"the need in a request":       {request(api.NeedNo), request(api.NeedYes), false},
		"the condition in a request":  {request(api.NeedNo), request(api.NeedConditional), false},
		"which need in a request":     {request(api.NeedYes), request(api.NeedConditional), false},
		"no need and none said":       {request(api.NeedNo), request(api.NeedUnsaid), true},
		"values that look like marks": {claims(claim(api.FactEnum, "a"), claim(api.FactEnum, "b")), claims(claim(api.FactEnum, "a;6:enum=b")), false},
	} {
		a, b := schema("Box", "lid", "tap"), schema("Box", "lid", "tap")
		if c.a != nil {
			c.a(a)
		}
		if c.b != nil {
			c.b(b)
		}
		open, shut := withResponse("A", a), withResponse("B", b)
		if a.Request {
			open = &api.Operation{ID: "A", Body: body(object(a))}
			shut = &api.Operation{ID: "B", Body: body(object(b))}
		}
		if got := inOneClass(open, shut); got != c.same {
			t.Errorf("two schemas that differ by %s are in one class: %v", what, got)
		}
	}
}

// TestLikeTexts has names and formats that are alike where nothing tells where one ends.
func TestLikeTexts(t *testing.T) {
	a, b := schema("Box", "lid"), schema("Box", "lid<")
	a.Fields[0].Type.Kind = "<string"
	if got := named(withResponse("A", a), withResponse("B", b)); got != "Box BBox" {
		t.Errorf("two names that are alike with what follows: %s", got)
	}
	a, b = schema("Box1"), schema("Box")
	b.XMLName = "1"
	if got := named(withResponse("A", a), withResponse("B", b)); got != "Box1 Box" {
		t.Errorf("a name and another with an element: %s", got)
	}
}

// TestRecursive has structures that contain themselves, equal and not.
func TestRecursive(t *testing.T) {
	tree := func(field string) *api.Schema {
		s := schema("Tree", field)
		s.Fields = append(s.Fields, &api.Field{Name: "below", Type: list(object(s))})
		return s
	}
	if got := named(withResponse("A", tree("leaf")), withResponse("B", tree("leaf"))); got != "Tree" {
		t.Errorf("equal trees are %s", got)
	}
	if got := named(withResponse("A", tree("leaf")), withResponse("B", tree("bud"))); got != "Tree BTree" {
		t.Errorf("other trees are %s", got)
	}
}

// TestShared holds that all types lead to the schema that stays, wherever they are.
func TestShared(t *testing.T) {
	example := func(v string) *api.Schema {
		s := schema("Box", "lid")
		s.Fields[0].Claims = []api.Claim{claim(api.FactExample, v), claim(api.FactMax, "9")}
		return s
	}
	kept, other := example("a"), example("b")
	other.Origin, kept.Origin = api.Origin{Page: "b.rst"}, api.Origin{Page: "a.rst"}
	third, fourth := example("c"), example("d")
	third.Origin, fourth.Origin = other.Origin, kept.Origin
	root, extra := schema("Root"), schema("Extra")
	rootType, extraType := object(example("e")), object(example("f"))
	root.Root, extra.Extra = &rootType, &extraType
	failed := schema("", "code")
	sorted := schema("Box", "lid")
	sorted.Fields[0].Claims = []api.Claim{claim(api.FactMax, "9")}
	variants := &api.Operation{ID: "V", Variants: []*api.Operation{withResponse("V1", third), withResponse("V2", fourth)}}
	variants.Params = []*api.Param{{Field: api.Field{Name: "q", Type: object(sorted)}}}
	variants.Variants[0].Params = []*api.Param{{Field: api.Field{Name: "q", Type: object(sorted)}}}
	withParam := withResponse("B", other)
	withParam.Params = []*api.Param{{Field: api.Field{Name: "sort_key", Type: object(schema("", "by"))}}}
	failing := &api.Operation{ID: "C", Responses: []*api.Response{
		{Status: 500, Body: body(object(schema("", "code")))}, {Status: 404, Body: body(object(failed))},
		{Status: 200, Body: body(list(object(root)))}, {Status: 201, Body: body(object(extra))},
	}}
	svc := &api.Service{Operations: []*api.Operation{withResponse("A", kept), withParam, variants, failing}, ErrorBody: failed}
	Schemas(svc, new(diag.List))
	var names []string
	known := make(map[*api.Schema]bool)
	for _, s := range svc.Schemas {
		names = append(names, s.Name)
		known[s] = true
	}
	// So does the body of errors of operations with a version.
	versioned := &api.Operation{ID: "D", Path: "/v1/jars", Responses: []*api.Response{{Status: 404, Body: body(object(schema("", "code")))}}}
	ofVersion := &api.Service{Operations: []*api.Operation{versioned}, ErrorBody: versioned.Responses[0].Body.Type.Schema}
	if Schemas(ofVersion, new(diag.List)); ofVersion.ErrorBody == nil || ofVersion.ErrorBody != versioned.Responses[0].Body.Type.Schema {
		t.Error("the error body of a version is lost")
	}
	// And one that has the rows of another one.
	first := schema("", "code")
	second := &api.Schema{Fields: first.Fields, Extra: &api.Type{Kind: api.String}}
	fails := func(id string, s *api.Schema) *api.Operation {
		return &api.Operation{ID: id, Path: "/v1/jars", Responses: []*api.Response{{Status: 404, Body: body(object(s))}}}
	}
	ofRows := &api.Service{Operations: []*api.Operation{fails("E", first), fails("F", second)}, ErrorBody: second}
	if Schemas(ofRows, new(diag.List)); ofRows.ErrorBody == nil {
		t.Error("the error body of shared rows is lost")
	}
	if got, want := strings.Join(names, " "), "Box BSortKey ErrorBody Root Extra"; got != want {
		t.Errorf("schemas %s, want %s", got, want)
	}
	check := func(t2 *api.Type) {
		if t2.Schema != nil && !known[t2.Schema] {
			t.Errorf("a type leads to a schema %q that is not one of the service's", t2.Schema.Label)
		}
	}
	for _, op := range svc.Operations {
		op.EachType(check)
		for _, v := range op.Variants {
			v.EachType(check)
		}
	}
	for _, s := range svc.Schemas {
		s.EachType(check)
	}
	if !known[svc.ErrorBody] {
		t.Error("the error body is not one of the schemas")
	}
	var pages, examples []string
	for _, o := range kept.Also {
		pages = append(pages, o.Page)
	}
	for _, c := range kept.Fields[0].Claims {
		examples = append(examples, string(c.Fact)+" "+strings.Join(c.Values, ""))
	}
	if want := []string{"b.rst", "Box.rst"}; !slices.Equal(pages, want) {
		t.Errorf("further pages %v, want %v", pages, want)
	}
	if want := "example a,maximum 9,example b,example c,example d,example e,example f"; strings.Join(examples, ",") != want {
		t.Errorf("claims %v, want %s", examples, want)
	}
}

// TestSplit has a structure that a request and its response share.
func TestSplit(t *testing.T) {
	lid := schema("Lid", "knob")
	lid.Request = true
	box := schema("Box", "lid")
	box.Request = true
	box.Fields[0].Type = list(object(lid))
	root, extra := list(object(lid)), list(object(lid))
	box.Root, box.Extra = &root, &extra
	op := &api.Operation{ID: "FillBox", Body: body(object(box)), Responses: []*api.Response{
		{Status: 200, Body: body(object(box))}, {Status: 201, Body: body(object(box))},
	}}
	box.Fields[0].Need, lid.Fields[0].Need = api.NeedYes, api.NeedYes
	if got := named(op); got != "BoxRequest LidRequest Box Lid" {
		t.Errorf("schemas %s", got)
	}
	sent, got := op.Body.Type.Schema, op.Responses[0].Body.Type.Schema
	if !sent.Request || got.Request || op.Responses[1].Body.Type.Schema != got || sent.Fields[0] == got.Fields[0] {
		t.Error("the response has the schema of the request")
	}
	for what, inner := range map[string]*api.Type{"field": &got.Fields[0].Type, "what it stands for": got.Root, "further members": got.Extra} {
		if inner.Elem.Schema.Name != "Lid" {
			t.Errorf("%s of the response is %s", what, inner.Elem.Schema.Name)
		}
	}
	for what, inner := range map[string]*api.Type{"field": &sent.Fields[0].Type, "what it stands for": sent.Root, "further members": sent.Extra} {
		if inner.Elem.Schema.Name != "LidRequest" {
			t.Errorf("%s of the request is %s", what, inner.Elem.Schema.Name)
		}
	}
}

func TestNames(t *testing.T) {
	nameless := func(fields ...string) *api.Schema { return schema("", fields...) }
	inside := nameless("lid")
	inside.Fields[0].Type = object(nameless("knob"))
	again := schema("Lid", "lid_knob")
	again.Fields[0].Type = object(nameless("x"))
	stands, more := object(nameless("a")), object(nameless("b"))
	root, extra := nameless(), nameless("c")
	root.Root, extra.Extra = &stands, &more
	deep := nameless("x")
	deep.Fields[0].Type = list(api.Type{Kind: api.String})
	response := func(status int, s *api.Schema) *api.Response {
		return &api.Response{Status: status, Body: body(object(s))}
	}
	sent := schema("Box", "sent")
	holder := func(field string) *api.Schema {
		box := schema("Box", "lid")
		box.Fields[0].Type = object(typed("", field))
		return box
	}
	placedIn := func(length int) *api.Schema { // a knob with a place of so many letters
		box := schema("Box"+strings.Repeat("x", length-len("BoxKnob")), "knob")
		box.Fields[0].Type = object(schema("Knob", "x"))
		return box
	}
	boxed := schema("Box", "lid")
	boxed.Fields[0].Type = object(nameless("knob"))
	boxed.Fields[0].Type.Schema.Fields[0].Type = object(schema("Knob", "x"))
	for what, c := range map[string]struct {
		ops  []*api.Operation
		want string
	}{
		"by the field":               {[]*api.Operation{withResponse("ShowBox", inside)}, "ShowBoxResponseBody ShowBoxResponseBodyLid"},
		"by a field that repeats it": {[]*api.Operation{withResponse("ShowBox", again)}, "Lid LidKnob"},
		"by what it stands for": {[]*api.Operation{withResponse("A", root), withResponse("B", extra)},
			"AResponseBody AResponseBodyItem BResponseBody BResponseBodyItem"},
		"requests": {[]*api.Operation{{ID: "A", Body: body(object(nameless("x")))}}, "ARequestBody"},
		"statuses": {[]*api.Operation{{ID: "A", Responses: []*api.Response{
			response(404, deep), {Status: 204}, response(200, nameless("x")), response(202, nameless("y")), response(0, inside), response(500, nameless("z")),
		}}}, "AResponse404Body AResponseBody AResponse202Body AErrorBody AErrorBodyLid ErrorBody"},
		"the default response":  {[]*api.Operation{{ID: "A", Responses: []*api.Response{response(0, nameless("x"))}}}, "ErrorBody"},
		"399 is not an error":   {[]*api.Operation{{ID: "A", Responses: []*api.Response{response(399, nameless("x"))}}}, "AResponseBody"},
		"400 is one":            {[]*api.Operation{{ID: "A", Responses: []*api.Response{response(400, nameless("x"))}}}, "ErrorBody"},
		"another of the side":   {[]*api.Operation{withResponse("A", schema("Box", "x")), withResponse("B", schema("Box", "y"))}, "Box BBox"},
		"a response of two":     {[]*api.Operation{{ID: "A", Body: body(object(sent)), Responses: []*api.Response{response(200, schema("Box", "y"))}}}, "BoxRequest Box"},
		"then by the operation": {[]*api.Operation{{ID: "A", Body: body(object(schema("Box", "x")))}, withResponse("B", schema("Box", "y")), withResponse("C", schema("Box", "z"))}, "BoxRequest Box CBox"},
		"a request of two":      {[]*api.Operation{withResponse("A", schema("Box", "x")), {ID: "B", Body: body(object(schema("Box", "y")))}, {ID: "C", Body: body(object(schema("Box", "z")))}, {ID: "D", Body: body(object(schema("Box", "w")))}}, "Box BoxRequest CBox DBox"},
		"capitals do not count": {[]*api.Operation{withResponse("A", schema("Box", "x")), withResponse("B", schema("BOX", "y"))}, "Box BBOX"},
		"then by where it is":   {[]*api.Operation{{ID: "A", Responses: []*api.Response{response(200, schema("Box", "x")), response(201, schema("Box", "y")), response(202, schema("Box", "z")), response(203, schema("Box", "w"))}}}, "ABox Box AResponse202Body AResponse203Body"},
		"then by the side": {[]*api.Operation{{ID: "A", Responses: []*api.Response{
			response(200, holder("x")), response(201, holder("x list")), response(202, holder("x map")), response(203, holder("x integer")), response(206, holder("x boolean")),
		}}}, "ABox BoxLid Box ABoxLid AResponse202Body BoxLidResponse AResponse203Body ABoxLidResponse AResponse206Body BoxLid2"},
		"by what is around what is around": {[]*api.Operation{withResponse("A", boxed), withResponse("B", schema("Knob", "y", "z"))}, "Box BoxLid BoxLidKnob Knob"},
		"and not its body":                 {[]*api.Operation{withResponse("Box", schema("Box", "x")), withResponse("BoxBody", schema("Lid", "y"))}, "BoxBox Lid"},
		"requests alone":                   {[]*api.Operation{{ID: "A", Body: body(object(schema("Box", "x")))}, {ID: "B", Body: body(object(schema("Box", "y")))}}, "Box BBox"},
		"a long place":                     {[]*api.Operation{withResponse("A", placedIn(40)), withResponse("B", schema("Knob", "y", "z"))}, "Box" + strings.Repeat("x", 33) + " Box" + strings.Repeat("x", 33) + "Knob Knob"},
		"a place that is too long":         {[]*api.Operation{withResponse("A", placedIn(41)), withResponse("B", schema("Knob", "y", "z"))}, "Box" + strings.Repeat("x", 34) + " AKnob Knob"},
		"not like an operation":            {[]*api.Operation{withResponse("Box", schema("Box", "x"))}, "BoxBody"},
		"nor like what it derives":         {[]*api.Operation{withResponse("Box", schema("BoxResult", "x")), withResponse("B", schema("BoxParams", "x"))}, "BoxResultBody BoxParamsBody"},
		"nor like what generators have": {[]*api.Operation{withResponse("A", schema("List", "x")), {ID: "B", Body: body(object(schema("Configuration", "x")))}},
			"ListBody ConfigurationBody"},
		"nor like a variant": {[]*api.Operation{{ID: "A", Variants: []*api.Operation{withResponse("Box", schema("A", "x")), withResponse("B", schema("BResponse", "x"))}}}, "ABody BResponseBody"},
	} {
		if got := named(c.ops...); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
}
