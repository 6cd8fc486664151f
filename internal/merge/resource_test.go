package merge

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/diag"
)

// printed is an operation whose response has a structure as a field of that name.
func printed(id, path string, s *api.Schema) *api.Operation {
	outer := &api.Schema{Fields: []*api.Field{{Name: s.Label, Type: object(s)}}}
	return &api.Operation{ID: id, Method: "GET", Path: path, Responses: []*api.Response{{Status: 200, Body: body(object(outer))}}}
}

// structures merges the schemas of operations and gives the names and fields of those that a page gives a name.
func structures(ops ...*api.Operation) string {
	svc := &api.Service{Operations: ops}
	Schemas(svc, new(diag.List))
	var out []string
	for _, s := range svc.Schemas {
		if s.Label != "" {
			var fields []string
			for _, f := range s.Fields {
				fields = append(fields, f.Name)
			}
			out = append(out, s.Name+": "+strings.Join(fields, " "))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

// TestVersionsApart: who calls one version of an API is not shown what only pages of another one list.
func TestVersionsApart(t *testing.T) {
	jar := func(fields string) *api.Schema { return typed("jar", strings.Fields(fields)...) }
	both, sent := jar("id name"), typed("lid", "a", "b", "c", "d", "e", "f")
	sent.Request = true
	for what, c := range map[string]struct {
		ops  []*api.Operation
		want string
	}{
		"fields of their own": {[]*api.Operation{printed("ShowJarV1", "/v1/jars/{id}", jar("id name cup")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name lid tap")), printed("ListJars", "/v2/jars", jar("id name lid tap"))},
			"Jar: id name lid tap; JarV1: id name cup"},
		"more fields in one":       {[]*api.Operation{printed("ShowJarV1", "/v1/jars/{id}", jar("id name")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name lid tap rim"))}, "Jar: id name; JarV2: id name lid tap rim"},
		"two fields more in one":   {[]*api.Operation{printed("ShowJarV1", "/v1/jars/{id}", jar("id name")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name lid tap"))}, "Jar: id name; JarV2: id name lid tap"},
		"a single field more":      {[]*api.Operation{printed("ShowJarV1", "/v1/jars/{id}", jar("id name")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name lid"))}, "Jar: id name lid"},
		"few of many fields more":  {[]*api.Operation{printed("ShowJarV1", "/v1/jars/{id}", jar("id name a b c d e f tap")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name a b c d e f lid"))}, "Jar: id name a b c d e f tap lid"},
		"few of fewer fields more": {[]*api.Operation{printed("ShowJarV1", "/v1/jars/{id}", jar("id name a b c d e tap")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name a b c d e lid"))}, "Jar: id name a b c d e tap; JarV2: id name a b c d e lid"},
		"fewer fields in a list":   {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", jar("id name lid tap rim")), printed("ListJars", "/v1/jars", jar("id name"))}, "Jar: id name lid tap rim"},
		"no version in one path":   {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", jar("id name lid tap rim")), printed("ListJars", "/jars", jar("id name"))}, "Jar: id name lid tap rim"},
		// What both versions print is of each what that version prints elsewhere.
		"one table of two versions": {[]*api.Operation{printed("ListJarsV1", "/v1/jars", both), printed("ListJarsV2", "/v2/jars", both), printed("ShowJarV1", "/v1/jars/{id}", jar("id name cup rim")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name lid tap"))},
			"Jar: id name cup rim; JarV2: id name lid tap"},
		"one table alone": {[]*api.Operation{printed("ListJarsV1", "/v1/jars", both), printed("ListJarsV2", "/v2/jars", both)}, "Jar: id name"},
		"two short forms alike": {[]*api.Operation{printed("ShowJarV2", "/v2/jars/{id}", jar("id name cup")), printed("ListJarsV2", "/v2/jars", jar("id name cup")), printed("ShowJarV20", "/v2.0/jars/{id}", jar("id name lid tap"))},
			"Jar: id name cup; JarV20: id name lid tap"},
		"a short form": {[]*api.Operation{printed("ShowJarV3", "/v3/jars/{id}", jar("id name cup")), printed("ListJarsV3", "/v3/jars", jar("id name cup")), printed("ShowJarV20", "/v2.0/jars/{id}", jar("id name lid tap"))},
			"Jar: id name cup; JarV2: id name lid tap"},
		"references": {[]*api.Operation{printed("ShowJarV1", "/v1/jars/{id}", jar("id")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name lid tap"))},
			"Jar: id name lid tap; JarRef: id"},
		"references of another version": {[]*api.Operation{printed("ShowBox", "/v1/boxes/{id}", jar("id")), printed("ShowJar", "/v2/jars/{id}", jar("id name lid tap rim")), printed("ListJars", "/v2/jars", jar("id name lid tap rim"))},
			"Jar: id name lid tap rim; JarRef: id"},
		"more fields and no version": {[]*api.Operation{printed("ListJars", "/v1/jars", jar("id name")), printed("ShowJar", "/jars/{id}", jar("id name lid tap rim"))}, "Jar: id name lid tap rim"},
		"beside one that is sent": {[]*api.Operation{{ID: "MakeJar", Method: "POST", Path: "/v2/jars", Body: body(object(sent))}, printed("ShowBoxV1", "/v1/boxes/{id}", typed("lid", "id", "name", "cup")),
			printed("ShowBox", "/v2/boxes/{id}", typed("lid", "id", "name", "rim", "tap")), printed("ListBoxes", "/v2/boxes", typed("lid", "id", "name", "rim", "tap"))},
			"Lid: id name rim tap; LidRequest: a b c d e f; LidV1: id name cup"},
		"a reference of the main version": {[]*api.Operation{printed("ShowBox", "/v2/boxes/{id}", jar("id")), printed("ListBoxes", "/v2/boxes", typed("box", "rim")), printed("ShowJar", "/v1/jars/{id}", jar("id name lid tap rim"))},
			"Box: rim; Jar: id name lid tap rim; JarRef: id"},
		"a reference after the resource": {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", jar("id name lid tap rim")), printed("ShowBox", "/v2/boxes/{id}", jar("id")), printed("ListBoxes", "/v2/boxes", typed("box", "rim"))},
			"Box: rim; Jar: id name lid tap rim; JarRef: id"},
		"the main version on fewer pages": {[]*api.Operation{printed("ShowJarV1", "/v1/jars/{id}", jar("id name cup")), printed("ListJarsV1", "/v1/jars", jar("id name cup")), printed("ShowJar", "/v2/jars/{id}", jar("id name lid tap")), printed("ListBoxes", "/v2/boxes", typed("box", "rim")), printed("ListTubs", "/v2/tubs", typed("tub", "rim"))},
			"Box: rim; Jar: id name lid tap; JarV1: id name cup; Tub: rim"},
		"no version, then two": {[]*api.Operation{printed("ShowJar", "/jars/{id}", jar("id name lid rim tap knob")), printed("ShowJarV1", "/v1/jars/{id}", jar("id name lid rim tap")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name cup"))},
			"Jar: id name lid rim tap knob; JarV2: id name cup"},
		"a short form of two pages": {[]*api.Operation{printed("ShowJarV3", "/v3/jars/{id}", jar("id name cup")), printed("ListJarsV3", "/v3/jars", jar("id name cup")), printed("CheckJarV3", "/v3/jars/{id}/check", jar("id name cup")),
			printed("ShowJarV20", "/v2.0/jars/{id}", jar("id name lid tap")), printed("ListJarsV20", "/v2.0/jars", jar("id name lid tap"))},
			"Jar: id name cup; JarV2: id name lid tap"},
		"two versions alike": {[]*api.Operation{printed("ShowJarV1", "/v1/jars/{id}", jar("id name cup")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name cup")),
			printed("ShowJarV3", "/v3/jars/{id}", jar("id name lid tap")), printed("ListJarsV3", "/v3/jars", jar("id name lid tap"))},
			"Jar: id name lid tap; ShowJarV1Jar: id name cup"},
	} {
		if got := structures(c.ops...); got != c.want {
			t.Errorf("%s: %s\nwant %s", what, got, c.want)
		}
	}
}

// TestVersionsOfSharedFields: a table that describes the bodies of two versions gives each body what its version prints.
func TestVersionsOfSharedFields(t *testing.T) {
	jar := func(fields string) *api.Schema { return typed("jar", strings.Fields(fields)...) }
	rows := []*api.Field{{Name: "jar", Type: object(jar("id name"))}}
	lists := func(id, path string) *api.Operation {
		return &api.Operation{ID: id, Method: "GET", Path: path, Responses: []*api.Response{{Status: 200, Body: body(object(&api.Schema{Fields: rows}))}}}
	}
	one, two := lists("ListJarsV1", "/v1/jars"), lists("ListJarsV2", "/v2/jars")
	if got := structures(one, two, printed("ShowJarV1", "/v1/jars/{id}", jar("id name cup rim")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name lid tap"))); got != "Jar: id name cup rim; JarV2: id name lid tap" {
		t.Error(got)
	}
	for op, want := range map[*api.Operation]string{one: "Jar", two: "JarV2"} {
		if got := op.Responses[0].Body.Type.Schema.Fields[0].Type.Schema.Name; got != want {
			t.Errorf("%s has a %s, want %s", op.ID, got, want)
		}
	}
}

// TestVersionsOfSharedMembers: so does a table whose only row stands for all members.
func TestVersionsOfSharedMembers(t *testing.T) {
	jar := func(fields string) *api.Schema { return typed("jar", strings.Fields(fields)...) }
	each := object(jar("id name"))
	all := &api.Schema{Extra: &each}
	lists := func(id, path string) *api.Operation {
		return &api.Operation{ID: id, Method: "GET", Path: path, Responses: []*api.Response{{Status: 200, Body: body(object(all))}}}
	}
	one, two := lists("ListJarsV1", "/v1/jars"), lists("ListJarsV2", "/v2/jars")
	structures(one, two, printed("ShowJarV1", "/v1/jars/{id}", jar("id name cup rim")), printed("ShowJarV2", "/v2/jars/{id}", jar("id name lid tap")))
	for op, want := range map[*api.Operation]string{one: "Jar", two: "JarV2"} {
		if got := op.Responses[0].Body.Type.Schema.Extra.Schema.Name; got != want {
			t.Errorf("%s has a %s, want %s", op.ID, got, want)
		}
	}
}

// TestOneTableOfTwoBodies: what a table says for several operations of one version counts as what one page prints.
func TestOneTableOfTwoBodies(t *testing.T) {
	rows := []*api.Field{{Name: "jar", Type: object(typed("jar", "id", "name"))}}
	lists := func(id, path string) *api.Operation {
		return &api.Operation{ID: id, Method: "GET", Path: path, Responses: []*api.Response{{Status: 200, Body: body(object(&api.Schema{Fields: rows}))}}}
	}
	if got := structures(lists("ListTubs", "/v1/tubs"), lists("ListPots", "/v1/pots"), printed("ShowBox", "/v1/boxes", typed("jar", "lid", "knob", "rim"))); got != "Jar: lid knob rim; ListTubsJar: id name" {
		t.Error(got)
	}
	shared, jar := object(&api.Schema{Fields: rows}), func() *api.Schema { return typed("jar", "lid", "knob", "rim") }
	shared.Schema = shared.Schema.Clone()
	all := func(id, path string) *api.Operation {
		return &api.Operation{ID: id, Method: "GET", Path: path, Responses: []*api.Response{{Status: 200, Body: body(shared)}}}
	}
	if got := structures(all("ListOldTubs", "/v1/tubs"), all("ListTubs", "/v2/tubs"), all("ListPots", "/v2/pots"), printed("ShowBox", "/v2/boxes/{id}", jar()), printed("ListBoxes", "/v2/boxes", jar())); got != "Jar: lid knob rim; TubJar: id name" {
		t.Error(got)
	}
}

// TestVersionsInside: structures of two versions stay two where those inside would mix what the versions give.
func TestVersionsInside(t *testing.T) {
	jar := func(lid string) *api.Schema {
		s := typed("jar", "id", "name", "size")
		s.Fields = append(s.Fields, &api.Field{Name: "lid", Type: object(typed("lid", strings.Fields(lid)...))})
		return s
	}
	for lid, want := range map[string]string{
		"wood rim":     "Jar: id name size lid; Lid: wood rim",
		"wood cup tap": "Jar: id name size lid; JarV2: id name size lid; Lid: wood rim; LidV2: wood cup tap",
	} {
		if got := structures(printed("ShowJarV1", "/v1/jars/{id}", jar("wood rim")), printed("ShowJarV2", "/v2/jars/{id}", jar(lid))); got != want {
			t.Errorf("%s: %s\nwant %s", lid, got, want)
		}
	}
}

// TestResourcesApart: a name that says nothing of the resource, as "status", makes one structure of two only where the
// paths or most fields say that they are one.
func TestResourcesApart(t *testing.T) {
	of := func(label, fields string) *api.Schema { return typed(label, strings.Fields(fields)...) }
	said := func(label, field string, fact api.Fact, values string) *api.Schema {
		s := of(label, field+" job")
		s.Fields[0].Claims = []api.Claim{{Fact: fact, Values: strings.Split(values, ",")}}
		return s
	}
	shared := of("status", "a b c d e f g")
	for what, c := range map[string]struct {
		ops  []*api.Operation
		want string
	}{
		"other fields of another thing": {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "phase job lid")), printed("ListJars", "/v1/jars", of("status", "phase job lid")), printed("ShowBox", "/v1/boxes/{id}", of("status", "phase job cup"))},
			"BoxStatus: phase job cup; Status: phase job lid"},
		"less than half of another thing": {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "phase job lid rim tap")), printed("ShowBox", "/v1/boxes/{id}", of("status", "phase job"))},
			"BoxStatus: phase job; Status: phase job lid rim tap"},
		"half of another thing": {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "phase job lid rim")), printed("ShowBox", "/v1/boxes/{id}", of("status", "phase job"))},
			"BoxStatus: phase job; Status: phase job lid rim"},
		"all but one field": {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "phase job lid")), printed("ShowBox", "/v1/boxes/{id}", of("status", "phase job"))},
			"Status: phase job lid"},
		"four of five fields":                   {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "phase job lid rim tap")), printed("ShowBox", "/v1/boxes/{id}", of("status", "phase job lid rim"))}, "Status: phase job lid rim tap"},
		"the same two fields":                   {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "phase job")), printed("ShowBox", "/v1/boxes/{id}", of("status", "job phase"))}, "Status: phase job"},
		"half of many fields":                   {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "a b c d e f g h i k l m")), printed("ShowBox", "/v1/boxes/{id}", of("status", "a b c d e f g h o p q r"))}, "Status: a b c d e f g h i k l m o p q r"},
		"half of not so many":                   {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "a b c d e f g h i")), printed("ShowBox", "/v1/boxes/{id}", of("status", "a b c d e f g o p"))}, "BoxStatus: a b c d e f g o p; Status: a b c d e f g h i"},
		"values of another thing":               {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", said("status", "phase", api.FactEnum, "open,shut")), printed("ShowBox", "/v1/boxes/{id}", said("status", "phase", api.FactExample, "running"))}, "BoxStatus: phase job; Status: phase job"},
		"a value of the list":                   {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", said("status", "phase", api.FactEnum, "open,shut")), printed("ShowBox", "/v1/boxes/{id}", said("status", "phase", api.FactExample, "shut"))}, "Status: phase job"},
		"other values of one thing":             {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", said("status", "phase", api.FactEnum, "open,shut")), printed("ListJars", "/v1/jars", said("status", "phase", api.FactExample, "running"))}, "Status: phase job"},
		"called after the paths":                {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "phase job")), printed("FindJar", "/v1/jars/{name}", of("jarStatus", "phase job")), printed("ListJars", "/v1/jars", of("JarStatus", "phase job lid"))}, "JarStatus: phase job lid"},
		"called after paths of its own":         {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("jarStatus", "a b c d e")), printed("ShowBox", "/v1/boxes/{id}", of("status", "a b c d e"))}, "JarStatus: a b c d e; Status: a b c d e"},
		"called after other paths":              {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "phase job")), printed("ListJars", "/v1/jars", of("BoxStatus", "phase job lid"))}, "BoxStatus: phase job lid; Status: phase job"},
		"a value and what is no value":          {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", said("status", "phase", api.FactEnum, "open,shut")), printed("ShowBox", "/v1/boxes/{id}", said("status", "phase", api.FactMax, "3"))}, "Status: phase job"},
		"values of another thing, listed there": {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", said("status", "phase", api.FactExample, "running")), printed("ShowBox", "/v1/boxes/{id}", said("status", "phase", api.FactEnum, "open,shut"))}, "BoxStatus: phase job; Status: phase job"},
		"two examples":                          {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", said("status", "phase", api.FactExample, "open")), printed("ShowBox", "/v1/boxes/{id}", said("status", "phase", api.FactExample, "running"))}, "Status: phase job"},
		"a default of another thing":            {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", said("status", "phase", api.FactEnum, "open,shut")), printed("ShowBox", "/v1/boxes/{id}", said("status", "phase", api.FactDefault, "running"))}, "BoxStatus: phase job; Status: phase job"},
		"a constant of another thing":           {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", said("status", "phase", api.FactEnum, "open,shut")), printed("ShowBox", "/v1/boxes/{id}", said("status", "phase", api.FactConst, "running"))}, "BoxStatus: phase job; Status: phase job"},
		"a list of another thing":               {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", said("status", "phase", api.FactEnum, "open,shut")), printed("ShowBox", "/v1/boxes/{id}", said("status", "phase", api.FactEnum, "running"))}, "BoxStatus: phase job; Status: phase job"},
		"a longer word than the path's":         {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("jarring", "phase job lid")), printed("ListJars", "/v1/jars", of("ring", "phase job"))}, "Jarring: phase job lid; Ring: phase job"},
		"a number after the path's word":        {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("jar2", "phase job lid")), printed("ListJars", "/v1/jars", of("2", "phase job"))}, "Jar2: phase job lid; N2: phase job"},
		// What became one with the boxes is a thing of the boxes.
		"three of two things": {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "a b c d e f g")), printed("ShowBox", "/v1/boxes/{id}", of("status", "a b c d e f")), printed("ListBoxes", "/v1/boxes", of("status", "a b x y"))},
			"Status: a b c d e f g x y"},
		"most fields of another thing": {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("status", "a b c d e f lid")), printed("ShowBox", "/v1/boxes/{id}", of("status", "a b c d e f cup"))}, "Status: a b c d e f lid cup"},
		"one collection":               {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}/detail", of("status", "phase job lid")), printed("ListJars", "/v1/jars", of("status", "phase job cup"))}, "Status: phase job lid cup"},
		"named in both paths":          {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("jar", "phase job lid")), printed("ShowOldJar", "/v1/old-jars/{id}", of("jar", "phase job cup"))}, "Jar: phase job lid cup"},
		"named in both paths, turned":  {[]*api.Operation{printed("ShowOldJar", "/v1/old-jars/{id}", of("jar", "phase job cup")), printed("ShowJar", "/v1/jars/{id}", of("jar", "phase job lid"))}, "Jar: phase job cup lid"},
		"one kind at two places":       {[]*api.Operation{printed("ShowOldJar", "/v1/old-jars/{id}", of("jar", "phase job cup")), printed("ListOldJars", "/v1/boxes/{id}/old-jars", of("jar", "phase job lid"))}, "Jar: phase job cup lid"},
		"one structure of two things":  {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", shared), printed("ShowBox", "/v1/boxes/{id}", shared), printed("ListBoxes", "/v1/boxes", of("status", "a b x y"))}, "Status: a b c d e f g x y"},
		"two kinds of a thing": {[]*api.Operation{printed("ShowTestJar", "/v1/test-jars/{id}", of("jar", "phase job lid")), printed("ShowOldJar", "/v1/old-jars/{id}", of("jar", "phase job cup")), printed("ListOldJars", "/v1/old-jars", of("jar", "phase job cup"))},
			"Jar: phase job cup; TestJar: phase job lid"},
		"named in one path": {[]*api.Operation{printed("ShowJar", "/v1/jars/{id}", of("jar", "phase job lid")), printed("ShowBox", "/v1/boxes/{id}", of("jar", "phase job cup")), printed("ListBoxes", "/v1/boxes", of("jar", "phase job cup"))},
			"BoxJar: phase job cup; Jar: phase job lid"},
	} {
		if got := structures(c.ops...); got != c.want {
			t.Errorf("%s: %s\nwant %s", what, got, c.want)
		}
	}
}

// TestFieldsOfOneResource: how many fields two structures share and do not share decides whether they are one, where the
// paths do not say it.
func TestFieldsOfOneResource(t *testing.T) {
	for _, c := range []struct {
		shared, own, other int
		one                bool
	}{
		// one that has no others
		{2, 0, 0, true}, {2, 1, 0, true}, {2, 0, 2, false}, {3, 2, 0, false}, {4, 2, 0, true}, {4, 0, 4, true}, {4, 5, 0, false}, {8, 9, 0, false},
		// one that has others
		{2, 1, 1, false}, {5, 1, 1, false}, {6, 1, 1, true}, {7, 1, 2, false}, {7, 2, 2, false}, {8, 2, 2, true}, {8, 4, 4, true}, {8, 4, 5, false},
	} {
		fields := func(own string, n int) (out []string) {
			for i := range c.shared {
				out = append(out, fmt.Sprint("f", i))
			}
			for i := range n {
				out = append(out, fmt.Sprint(own, i))
			}
			return out
		}
		got := structures(printed("ShowJar", "/v1/jars/{id}", typed("status", fields("own", c.own)...)),
			printed("ShowBox", "/v1/boxes/{id}", typed("status", fields("other", c.other)...)))
		if one := !strings.Contains(got, ";"); one != c.one {
			t.Errorf("%d fields of both, %d and %d of one: one structure is %t, want %t: %s", c.shared, c.own, c.other, one, c.one, got)
		}
	}
}

// TestSentAndReturned: a structure that says the same where it is sent and where it is returned is named as that of a response.
func TestSentAndReturned(t *testing.T) {
	for _, paths := range [][2]string{{"/v1/jars", "/v1/jars/{id}/lids"}, {"/v1/jars/{id}/lids", "/v1/jars"}} {
		sent, got := typed("lid", "wood", "rim"), typed("lid", "wood", "rim")
		send := &api.Operation{ID: "MakeJar", Method: "POST", Path: paths[0], Body: body(object(sent))}
		other := &api.Operation{ID: "MakeBox", Method: "POST", Path: "/v1/boxes", Body: body(object(typed("lid", "knob")))}
		if got := structures(send, printed("ShowJar", paths[1], got), other); got != "Lid: wood rim; LidRequest: knob" {
			t.Errorf("%v: %s", paths, got)
		}
	}
}
