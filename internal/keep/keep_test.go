package keep_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/keep"
	"github.com/rst2openapi/rst2openapi/internal/lock"
)

// named runs both steps on a service and gives the new file.
func named(old *lock.File, svc *api.Service) (*lock.File, []string) {
	n := keep.New(old)
	svc.Operations = n.Operations(svc.Operations)
	n.Schemas(svc)
	var changes []string
	for _, c := range n.Changes() {
		changes = append(changes, c.String())
	}
	return n.File(), changes
}

// service has the operations and the schemas that they use.
func service(ops ...*api.Operation) *api.Service {
	svc := &api.Service{Operations: ops}
	seen := map[*api.Schema]bool{}
	var add func(t *api.Type)
	add = func(t *api.Type) {
		if t.Schema != nil && !seen[t.Schema] {
			seen[t.Schema] = true
			svc.Schemas = append(svc.Schemas, t.Schema)
			t.Schema.EachType(add)
		}
	}
	for _, op := range ops {
		for _, one := range op.Parts() {
			one.EachType(add)
		}
	}
	return svc
}

// get is an operation that responds with a structure.
func get(id, path string, s *api.Schema) *api.Operation {
	op := &api.Operation{ID: id, Method: "GET", Path: path, Origin: api.Origin{Page: strings.ToLower(id) + ".rst"}}
	if s != nil {
		op.Responses = []*api.Response{{Status: 200, Body: &api.Payload{Type: of(s)}}}
	}
	return op
}

// post is an operation that several pages describe, the variants.
func post(id, path string, variants ...*api.Operation) *api.Operation {
	for _, v := range variants {
		v.Method, v.Path = "POST", path
	}
	if len(variants) == 1 {
		variants[0].ID = id
		return variants[0]
	}
	return &api.Operation{ID: id, Method: "POST", Path: path, Variants: variants, Tag: variants[0].Tag, Origin: variants[0].Origin}
}

// variant is a page that describes an operation with a body of these members.
func variant(id, page string, members ...string) *api.Operation {
	op := &api.Operation{ID: id, Origin: api.Origin{Page: page}}
	if len(members) > 0 {
		op.Body = &api.Payload{Type: of(schema(id+"RequestBody", members...))}
	}
	return op
}

func of(s *api.Schema) api.Type { return api.Type{Kind: api.Object, Schema: s} }

// schema has fields: "size" is a text, see with for structures.
func schema(name string, fields ...string) *api.Schema {
	s := &api.Schema{Name: name}
	for _, f := range fields {
		s.Fields = append(s.Fields, &api.Field{Name: f, Type: api.Type{Kind: api.String}})
	}
	return s
}

// with adds a field that is a list of a structure.
func with(s *api.Schema, field string, in *api.Schema) *api.Schema {
	elem := of(in)
	s.Fields = append(s.Fields, &api.Field{Name: field, Type: api.Type{Kind: api.Array, Elem: &elem}})
	return s
}

// ids lists the ids of all operations and variants.
func ids(svc *api.Service) string {
	var out []string
	for _, op := range svc.Operations {
		id := op.ID
		if len(op.Variants) > 0 {
			var of []string
			for _, v := range op.Variants {
				of = append(of, v.ID)
			}
			id += "(" + strings.Join(of, " ") + ")"
		}
		out = append(out, id)
	}
	return strings.Join(out, " ")
}

// schemas lists the schemas with the names of those that their fields lead to.
func schemas(svc *api.Service) string {
	var out []string
	for _, s := range svc.Schemas {
		text := s.Name
		for _, f := range s.Fields {
			text += " " + f.Name
			f.Type.Each(func(t *api.Type) {
				if t.Schema != nil {
					text += ":" + t.Schema.Name
				}
			})
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

func want(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\ngot  %s\nwant %s", what, got, want)
	}
}

// TestFirst holds that names are those of the pages where the file has none, and the same again
// with the file that comes of it.
func TestFirst(t *testing.T) {
	make := func() *api.Service {
		jar := schema("Jar", "id", "size")
		return service(get("ListJars", "/v1/jars", with(schema("Jars"), "jars", jar)), get("ShowJar", "/v1/jars/{id}", jar))
	}
	svc := make()
	file, changes := named(lock.New(), svc)
	want(t, "ids", ids(svc), "ListJars ShowJar")
	want(t, "schemas", schemas(svc), "Jars jars:Jar\nJar id size")
	want(t, "uses", fmt.Sprint(slices.Sorted(maps.Keys(file.Schemas))), "[Jars.jars ListJars 200 ShowJar 200]")
	want(t, "changes", fmt.Sprint(changes), "[]")
	again, changes := named(file, make())
	want(t, "the file", string(again.Bytes()), string(file.Bytes()))
	want(t, "changes", fmt.Sprint(changes), "[]")
}

// TestRetitled holds the worst case: with another title, a page got the name of another one.
func TestRetitled(t *testing.T) {
	file, _ := named(lock.New(), service(get("ShowJar", "/v1/jars/{id}", nil), get("ShowJarV2", "/v2/jars/{id}", nil)))
	svc := service(get("InspectJar", "/v1/jars/{jar_id}", nil), get("ShowJar", "/v2/jars/{id}", nil))
	_, changes := named(file, svc)
	want(t, "ids", ids(svc), "ShowJar ShowJarV2")
	want(t, "changes", fmt.Sprint(changes), "[]")
}

// TestGone holds that the name of what is gone is given to nothing else, and is back with it.
func TestGone(t *testing.T) {
	jar := func() *api.Schema { return schema("Jar", "id", "size") }
	first, _ := named(lock.New(), service(get("ShowJar", "/v1/jars/{id}", jar())))
	svc := service(get("ShowJar", "/v2/jars/{id}", schema("Jar", "lid", "wood")))
	second, changes := named(first, svc)
	want(t, "ids", ids(svc), "ShowJarV2")
	want(t, "schemas", schemas(svc), "ShowJarV2Jar lid wood")
	want(t, "changes", strings.Join(changes, "\n"), "operation ShowJar is gone: no page describes GET /v1/jars/{id} any more\nschema Jar is gone: nothing uses it any more")
	svc = service(get("ShowJar", "/v2/jars/{id}", schema("Jar", "lid", "wood")), get("LookAtJar", "/v1/jars/{id}", jar()))
	third, changes := named(second, svc)
	want(t, "ids", ids(svc), "ShowJarV2 ShowJar")
	want(t, "schemas", schemas(svc), "ShowJarV2Jar lid wood\nJar id size")
	want(t, "changes", fmt.Sprint(changes), "[]")
	if len(third.Gone.Operations)+len(third.Gone.Schemas) > 0 {
		t.Errorf("what is back is still gone: %+v", third.Gone)
	}
}

// TestVariants holds how the pages of one method and path are known again.
func TestVariants(t *testing.T) {
	const path = "/v1/jars/{id}/action"
	first := func() *api.Service {
		return service(post("JarsAction", path, variant("OpenJar", "open.rst", "open"), variant("CloseJar", "close.rst", "close")))
	}
	for name, c := range map[string]struct {
		now     *api.Service
		ids     string
		changes string
	}{
		"titles": {service(post("JarsAction", path, variant("Unlid", "open.rst", "open"), variant("Lid", "close.rst", "close"))), "JarsAction(OpenJar CloseJar)", ""},
		"titles of each other": {service(post("JarsAction", path, variant("CloseJar", "open.rst", "open"), variant("OpenJar", "close.rst", "close"))),
			"JarsAction(OpenJar CloseJar)", ""},
		"pages and titles":       {service(post("JarsAction", path, variant("Unlid", "a.rst", "open"), variant("Lid", "b.rst", "close"))), "JarsAction(OpenJar CloseJar)", ""},
		"another body":           {service(post("JarsAction", path, variant("OpenJar", "open.rst", "lid"), variant("CloseJar", "close.rst", "close"))), "JarsAction(OpenJar CloseJar)", ""},
		"another body and title": {service(post("JarsAction", path, variant("Unlid", "open.rst", "lid"), variant("CloseJar", "close.rst", "close"))), "JarsAction(Unlid CloseJar)", "variant OpenJar is gone: no page describes this use of POST /v1/jars/{id}/action any more"},
		"a new one first":        {service(post("JarsAction", path, variant("OpenJar", "shake.rst", "shake"), variant("OpenJar2", "open.rst", "open"), variant("CloseJar", "close.rst", "close"))), "JarsAction(OpenJarV1 OpenJar CloseJar)", ""},
		"one left":               {service(post("CloseJar", path, variant("CloseJar", "close.rst", "close"))), "JarsAction(CloseJar)", "variant OpenJar is gone: no page describes this use of POST /v1/jars/{id}/action any more"},
		"none told apart": {service(post("JarsAction", path, variant("A", "a.rst", "open"), variant("B", "b.rst", "open"), variant("CloseJar", "close.rst", "close"))),
			"JarsAction(A B CloseJar)", "variant OpenJar is gone: the pages that describe uses of POST /v1/jars/{id}/action now cannot be told apart"},
		"nothing": {service(get("ListJars", "/v1/jars", nil)), "ListJars", "operation JarsAction is gone: no page describes POST /v1/jars/{id}/action any more\n" +
			"variant CloseJar is gone: no page describes POST /v1/jars/{id}/action any more\nvariant OpenJar is gone: no page describes POST /v1/jars/{id}/action any more"},
	} {
		t.Run(name, func(t *testing.T) {
			file, _ := named(lock.New(), first())
			_, changes := named(file, c.now)
			changes = slices.DeleteFunc(changes, func(c string) bool { return strings.HasPrefix(c, "schema ") })
			want(t, "ids", ids(c.now), c.ids)
			want(t, "changes", strings.Join(changes, "\n"), c.changes)
		})
	}
}

// TestQueryTellsVariantsApart holds that another query word is another operation.
func TestQueryTellsVariantsApart(t *testing.T) {
	with := func(word string, v *api.Operation) *api.Operation {
		v.Query = []api.QueryWord{{Name: word}}
		return v
	}
	file, _ := named(lock.New(), service(post("Root", "/", with("acl", variant("GetACL", "a.rst")), with("tags", variant("GetTags", "t.rst")))))
	svc := service(post("Root", "/", with("tags", variant("A", "a.rst")), with("acl", variant("B", "b.rst"))))
	named(file, svc)
	want(t, "ids", ids(svc), "Root(A B)")
}

// TestGetsVariants holds that an operation keeps its id when a second page describes its method
// and path, and that its own page's variant has it, too.
func TestGetsVariants(t *testing.T) {
	const path = "/v1/jars/{id}/action"
	file, _ := named(lock.New(), service(post("OpenJar", path, variant("", "open.rst", "open"))))
	svc := service(post("JarsAction", path, variant("OpenJar", "shut.rst", "shut"), variant("Unlid", "open.rst", "open")))
	file, changes := named(file, svc)
	want(t, "ids", ids(svc), "OpenJar(OpenJarV1 OpenJar)")
	want(t, "changes", fmt.Sprint(changes), "[]")
	if _, err := lock.Parse("names.yaml", file.Bytes()); err != nil {
		t.Error(err)
	}
	svc = service(post("Shut", path, variant("", "shut.rst", "shut")))
	_, changes = named(file, svc)
	want(t, "ids", ids(svc), "OpenJar(OpenJarV1)")
	want(t, "changes", changes[0], "variant OpenJar is gone: no page describes this use of POST /v1/jars/{id}/action any more")
}

// TestBecomeEqual holds that two structures that say the same now keep their two names, inside
// too.
func TestBecomeEqual(t *testing.T) {
	file, _ := named(lock.New(), service(
		get("ListJars", "/v1/jars", with(schema("Jar", "id", "size"), "lids", schema("Lid", "wood"))),
		get("ShowJar", "/v1/jars/{id}", with(schema("JarDetail", "id"), "lids", schema("LidDetail", "tin"))),
	))
	one := with(schema("Jar", "id", "size"), "lids", schema("Lid", "wood"))
	one.Fields[2].Type.AlsoElem = &api.Type{Kind: api.Object, Schema: one.Fields[2].Type.Elem.Schema}
	svc := service(get("ListJars", "/v1/jars", one), get("ShowJar", "/v1/jars/{id}", one), get("FindJar", "/v1/jar", one))
	_, changes := named(file, svc)
	want(t, "schemas", schemas(svc), "Jar id size lids:Lid\nJarDetail id size lids:LidDetail\nLid wood\nLidDetail wood")
	want(t, "changes", fmt.Sprint(changes), "[]")
	for i, name := range []string{"Jar", "JarDetail", "Jar"} {
		s := svc.Operations[i].Responses[0].Body.Type.Schema
		want(t, "used", s.Name, name)
		if also := s.Fields[len(s.Fields)-1].Type.AlsoElem.Schema; also != s.Fields[len(s.Fields)-1].Type.Elem.Schema {
			t.Errorf("%s is a list of one structure and also of another, %s", name, also.Name)
		}
	}
}

// TestBecomeTwo holds that of two structures that were one the one that is like it keeps the name,
// although the other is used first.
func TestBecomeTwo(t *testing.T) {
	jar := schema("Jar", "id", "size", "lid")
	file, _ := named(lock.New(), service(get("ListJars", "/v1/jars", jar), get("ShowJar", "/v1/jars/{id}", jar)))
	svc := service(get("ListJars", "/v1/jars", schema("Jar", "id", "name")), get("ShowJar", "/v1/jars/{id}", schema("ShowJarJar", "id", "size", "lid")))
	_, changes := named(file, svc)
	want(t, "schemas", schemas(svc), "ListJarsJar id name\nJar id size lid")
	want(t, "changes", fmt.Sprint(changes), "[schema Jar is now ListJarsJar: at ListJars 200 there is another structure now than at other uses of it]")
}

// TestBecomeTwoInside holds that a structure keeps its name inside of one that loses its own, where
// it is like what had the name.
func TestBecomeTwoInside(t *testing.T) {
	jar := with(schema("Jar", "id", "size", "lid"), "lids", schema("Lid", "wood", "tin"))
	file, _ := named(lock.New(), service(get("ListJars", "/v1/jars", jar), get("ShowJar", "/v1/jars/{id}", jar)))
	now := func(lid *api.Schema) *api.Service {
		return service(get("ListJars", "/v1/jars", schema("Jar", "id", "size", "lid")), get("ShowJar", "/v1/jars/{id}", with(schema("ShowJarJar", "id", "name", "glass"), "lids", lid)))
	}
	svc := now(schema("ShowJarJarLid", "wood", "tin"))
	_, changes := named(file, svc)
	want(t, "an equal one", schemas(svc), "Jar id size lid\nShowJarJar id name glass lids:Lid\nLid wood tin")
	want(t, "changes", fmt.Sprint(changes), "[schema Jar is now ShowJarJar: at ShowJar 200 there is another structure now than at other uses of it]")
	svc = now(schema("ShowJarJarLid", "height", "width", "wood", "weight"))
	named(file, svc)
	want(t, "another one", schemas(svc), "Jar id size lid\nShowJarJar id name glass lids:ShowJarJarLid\nShowJarJarLid height width wood weight")
}

// TestMoved holds that a structure that is used elsewhere now keeps its name where it is alike.
func TestMoved(t *testing.T) {
	file, _ := named(lock.New(), service(get("ShowJar", "/v1/jars/{id}", with(schema("ShowJarBody"), "jar", schema("Jar", "id", "size", "lid")))))
	wrapped := func(name string, jar *api.Schema) *api.Service {
		return service(get("ShowJar", "/v1/jars/{id}", with(schema("ShowJarBody"), "result", with(schema("Result"), "jar", jar))))
	}
	svc := wrapped("Jar", schema("JarInResult", "id", "size", "lid"))
	named(file, svc)
	want(t, "an equal one", schemas(svc), "ShowJarBody result:Result\nResult jar:Jar\nJar id size lid")
	svc = wrapped("Jar", schema("Jar", "id", "wood", "tin", "glass"))
	named(file, svc)
	want(t, "another one", schemas(svc), "ShowJarBody result:Result\nResult jar:ShowJarJar\nShowJarJar id wood tin glass")
}

// TestOrder holds that properties keep their order, and that new ones come after the one that
// they follow in the table.
func TestOrder(t *testing.T) {
	file, _ := named(lock.New(), service(get("ShowJar", "/v1/jars/{id}", schema("Jar", "id", "size", "lid"))))
	svc := service(get("ShowJar", "/v1/jars/{id}", schema("Jar", "tin", "lid", "wood", "glass", "id")))
	named(file, svc)
	want(t, "schemas", schemas(svc), "Jar tin id lid wood glass")
}

// TestKinds holds that the kinds of a value keep their order, whichever page comes first.
func TestKinds(t *testing.T) {
	sized := func(kind api.Kind, also ...api.Kind) *api.Service {
		s := schema("Jar", "id", "size")
		s.Fields[1].Type = api.Type{Kind: api.Array, Elem: &api.Type{Kind: kind, Also: also}}
		return service(get("ShowJar", "/v1/jars/{id}", s))
	}
	kinds := func(svc *api.Service) string { return fmt.Sprint(svc.Schemas[0].Fields[1].Type.Elem.Kinds()) }
	file, _ := named(lock.New(), sized(api.String, api.Integer))
	svc := sized(api.Integer, api.Boolean, api.String)
	file, _ = named(file, svc)
	want(t, "kinds", kinds(svc), "[string integer boolean]")
	svc = sized(api.Integer)
	file, _ = named(file, svc)
	want(t, "one kind", kinds(svc), "[integer]")
	want(t, "the file", fmt.Sprint(file.Order["Jar.size items kinds"]), "[]")
}

// TestNamesForGenerators holds that a name which generators gave a property, parameter or value is
// not given to another one when the one that had it first is gone.
func TestNamesForGenerators(t *testing.T) {
	jars := func(params, fields, states []string) *api.Service {
		s := schema("Jar", fields...)
		for _, v := range states {
			s.Fields[0].Decided.Limits.Enum = append(s.Fields[0].Decided.Limits.Enum, api.Value{JSON: strconv.Quote(v)})
		}
		op := get("ShowJar", "/v1/jars", s)
		for _, name := range params {
			op.Params = append(op.Params, &api.Param{In: api.InQuery, Field: api.Field{Name: name, Type: api.Type{Kind: api.String}}})
		}
		return service(op)
	}
	file, _ := named(lock.New(), jars([]string{"name", "name~"}, []string{"id", "Id", "size"}, []string{"ON", "on"}))
	want(t, "the file", fmt.Sprint(file.Distinct), "map[Jar:map[Id:ID2] Jar.id values:map[on:On2] ShowJar parameters:map[query name~:QueryName]]")
	values := jars(nil, []string{"id"}, []string{"on", "OFF"})
	named(file, values)
	want(t, "values", values.Schemas[0].Fields[0].Decided.ValueNames["on"], "On2")
	svc := jars([]string{"name~", "size"}, []string{"Id", "size"}, nil)
	file, _ = named(file, svc)
	want(t, "properties", svc.Schemas[0].PropertyNames["Id"], "ID2")
	want(t, "parameters", svc.Operations[0].ParamNames["query name~"], "QueryName")
	want(t, "the next file", fmt.Sprint(file.Distinct), "map[Jar:map[Id:ID2] ShowJar parameters:map[query name~:QueryName]]")
}

// TestReserved holds that no schema has a name that generators make of an operation's id.
func TestReserved(t *testing.T) {
	file, _ := named(lock.New(), service(get("ShowJar", "/v1/jars/{id}", schema("Jar", "id"))))
	svc := service(get("ShowJar", "/v1/jars/{id}", schema("Jar", "id")), get("ListLids", "/v1/lids", schema("ShowJarResponse", "wood")))
	named(file, svc)
	want(t, "schemas", schemas(svc), "Jar id\nListLidsShowJarResponse wood")
}

// TestNamesOfGenerators holds that a schema keeps a name that new schemas do not get any more, since
// generators have it of their own.
func TestNamesOfGenerators(t *testing.T) {
	old, _ := named(lock.New(), service(get("ShowJar", "/v1/jars/{id}", schema("List", "id", "size"))))
	svc := service(get("ShowJar", "/v1/jars/{id}", schema("ListBody", "id", "size")), get("ShowLid", "/v1/lids/{id}", schema("ConfigurationBody", "wood")))
	file, changes := named(old, svc)
	want(t, "schemas", schemas(svc), "List id size\nConfigurationBody wood")
	want(t, "the file", file.Schemas["ShowJar 200"], "List")
	want(t, "changes", fmt.Sprint(changes), "[]")
}

// TestCases holds that cases of one page go with the id of the whole where they are all of it.
func TestCases(t *testing.T) {
	of := func(page string, pages ...*api.Operation) *api.Service {
		for _, v := range pages {
			v.Whole, v.Case = "FillJar", v.ID
		}
		pages = append(pages, variant("ShakeJar", page, "shake"))
		pages[len(pages)-1].Case = "shaken"
		if page == "fill.rst" {
			pages[len(pages)-1].Whole = "FillJar"
		}
		return service(post("JarsAction", "/v1/jars/action", pages...))
	}
	for page, whole := range map[string]string{"fill.rst": "JarsAction", "shake.rst": "FillJar"} {
		svc := of(page, variant("FillJarOil", "fill.rst", "oil"), variant("FillJarWine", "fill.rst", "wine"))
		named(lock.New(), svc)
		want(t, page, svc.Operations[0].Variants[0].Whole, whole)
	}
}

// TestErrorBody holds that the body of errors is one of the schemas.
func TestErrorBody(t *testing.T) {
	body := schema("Fault", "code")
	svc := service(get("ShowJar", "/v1/jars/{id}", body))
	svc.ErrorBody = body
	file, _ := named(lock.New(), svc)
	file.Schemas["ShowJar 200"] = "Failure"
	file.Fields["Failure"] = file.Fields["Fault"]
	named(file, svc)
	want(t, "its name", svc.ErrorBody.Name, "Failure")
}

// TestPageOrder holds that what stands in the order of the pages keeps it: tags, parameters,
// variants with what their operation has of the first of them, and the values of enumerations.
func TestPageOrder(t *testing.T) {
	make := func(backwards bool) *api.Service {
		open, shut := variant("OpenJar", "open.rst", "open"), variant("ShutJar", "shut.rst", "shut")
		open.Tag, shut.Tag = "A", "B"
		jar := schema("Jar", "state")
		for _, v := range []string{`"new"`, `"full"`, `"empty"`} {
			jar.Fields[0].Decided.Limits.Enum = append(jar.Fields[0].Decided.Limits.Enum, api.Value{JSON: v})
		}
		list := get("ListJars", "/v1/jars", jar)
		list.Params = []*api.Param{
			{In: api.InQuery, Field: api.Field{Name: "limit"}}, {In: api.InQuery, Field: api.Field{Name: "age"}}, {In: api.InHeader, Field: api.Field{Name: "X-A"}},
		}
		variants, tags := []*api.Operation{open, shut}, []api.Tag{{Name: "A"}, {Name: "B"}}
		if backwards {
			slices.Reverse(variants)
			slices.Reverse(tags)
			slices.Reverse(list.Params[:2])
			slices.Reverse(jar.Fields[0].Decided.Limits.Enum)
		}
		svc := service(post("JarsAction", "/v1/jars/action", variants...), list)
		svc.Tags = tags
		return svc
	}
	show := func(svc *api.Service) string {
		out := ids(svc) + " " + svc.Operations[0].Tag
		for _, tag := range svc.Tags {
			out += " " + tag.Name
		}
		for _, q := range svc.Operations[1].Params {
			out += " " + q.Name
		}
		return out + fmt.Sprint(svc.Operations[1].Responses[0].Body.Type.Schema.Fields[0].Decided.Limits.Enum)
	}
	file, _ := named(lock.New(), make(false))
	again, err := lock.Parse("names.yaml", file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	svc := make(true)
	next, _ := named(again, svc)
	want(t, "the order", show(svc), show(make(false)))
	want(t, "the file", string(next.Bytes()), string(file.Bytes()))
}

// TestManyVariants: pages that stay, and pages that get other titles, keep their names however many
// there are; so many that all change are not compared with all that were.
func TestManyVariants(t *testing.T) {
	pages := func(n int, id, page string) *api.Service {
		var all []*api.Operation
		for i := range n {
			number := strconv.Itoa(i)
			all = append(all, variant(id+"N"+number, page+number+".rst", "size", "part"+number))
		}
		return service(post("JarsAction", "/v1/jars/action", all...))
	}
	for what, c := range map[string]struct {
		n        int
		id, page string
		gone     bool
	}{
		"none changed":                {700, "Open", "open", false},
		"other titles":                {700, "Unlid", "open", false},
		"other titles and pages":      {512, "Unlid", "unlid", false},
		"more with all of this other": {513, "Unlid", "unlid", true},
	} {
		before := pages(c.n, "Open", "open")
		file, _ := named(lock.New(), before)
		now := pages(c.n, c.id, c.page)
		_, changes := named(file, now)
		if !c.gone {
			want(t, what, ids(now), ids(before))
			want(t, what+": changes", strings.Join(changes, "\n"), "")
			continue
		}
		unclear := 0
		for _, change := range changes {
			if strings.HasPrefix(change, "variant Open") && strings.HasSuffix(change, "cannot be told apart") {
				unclear++
			}
		}
		if unclear != c.n {
			t.Errorf("%s: %d of %d variants are told as unclear", what, unclear, c.n)
		}
		if strings.Contains(ids(now), "Open") {
			t.Errorf("%s: a name of before is another thing's", what)
		}
	}
}

// TestSplitWithInside: where a structure becomes two, that which keeps its name keeps the names of what is in it.
func TestSplitWithInside(t *testing.T) {
	jar := func(name string) *api.Schema {
		return with(schema("Jar"+name, "size"), "lids", schema("Lid"+name, "wood"))
	}
	one := jar("")
	file, _ := named(lock.New(), service(get("ListJars", "/jars", one), get("ShowJar", "/jars/{id}", one), get("ShowJarOfDay", "/jar", one)))
	one, other := jar(""), jar("Item")
	svc := service(get("ListJars", "/jars", other), get("ShowJar", "/jars/{id}", one), get("ShowJarOfDay", "/jar", one))
	_, changes := named(file, svc)
	want(t, "schemas", schemas(svc), "JarItem size lids:LidItem\nLidItem wood\nJar size lids:Lid\nLid wood")
	if len(changes) != 1 || !strings.HasPrefix(changes[0], "schema Jar is now JarItem") {
		t.Errorf("%q, want that of the jar alone", changes)
	}
}
