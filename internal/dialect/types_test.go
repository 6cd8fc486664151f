package dialect

import (
	"fmt"
	"strings"
	"testing"
)

// typeString writes a type in one line.
func typeString(t Type) string {
	s := string(t.Kind)
	if t.Kind == KindNamed {
		s = t.Name
		if s == "" {
			s = fmt.Sprintf("#%d", t.Ref)
		}
	}
	if t.Format != "" {
		s += "/" + t.Format
	}
	if t.MinLength > 0 {
		s += fmt.Sprintf("(%d-%d)", t.MinLength, t.MaxLength)
	} else if t.MaxLength > 0 {
		s += fmt.Sprintf("(%d)", t.MaxLength)
	}
	if len(t.Enum) > 0 {
		s += "{" + strings.Join(t.Enum, ",") + "}"
	}
	if t.Elem != nil {
		s += "<" + typeString(*t.Elem) + ">"
	}
	return s
}

func TestParseType(t *testing.T) {
	ref, ref1 := string(RefRune(0)), string(RefRune(1))
	for _, c := range []struct{ cell, want string }{
		{"String", "string"},
		{"STRING", "string"},
		{"Sting", "string"},
		{"String(64)", "string(64)"},
		{"String[36]", "string(36)"},
		{"String(1-36)", "string(1-36)"},
		{"String(0-36)", "string(36)"},
		{"String(36-1)", "?"},
		{"Integer(1-36)", "?"},
		{"[Fire]", "array<Fire>"},
		{"[string]", "array<string>"},
		{"map[string]int", "map<integer>"},
		{"map[string]Fire", "map<Fire>"},
		{"Integer", "integer"},
		{"Int", "integer"},
		{"int32", "integer/int32"},
		{"xsd:long", "integer/int64"}, {"List<xs:string>", "array<string>"}, {"taxs:string", "taxs:string"},
		{"Long", "integer/int64"},
		{"Long integer", "integer/int64"},
		{"Float", "number/float"},
		{"Double", "number/double"},
		{"Number", "number"},
		{"Bool", "boolean"},
		{"Object", "object"},
		{"Dict", "object"},
		{"Dictionary data structure", "object"},
		{"Data structure", "object"},
		{"JSON object", "object"},
		{"JSON Array", "array"},
		{"JSONArray", "array"},
		{"Array", "array"},
		{"List", "array"},
		{"List data structure", "array"},
		{"ARRAY_REFERENCE", "array"},
		{"Array of strings", "array<string>"},
		{"Array of\n" + ref + " objects", "array<#0>"},
		{"Array of objects (" + ref + ")", "array<#0>"},
		{"Array of " + ref + "objects", "array<#0>"},
		{ref + " object", "#0"},
		{ref, "#0"},
		{ref + " objects", "#0"},
		{"Array of objects", "array<object>"},
		{"Array <Objects>", "array<object>"},
		{"Array of arrays of " + ref + " objects", "array<array<#0>>"},
		{"Array<Array<Integer>>", "array<array<integer>>"},
		{"Array[String]", "array<string>"},
		{"[Long]", "array<integer/int64>"},
		{"String array", "array<string>"},
		{"Array String", "array<string>"},
		{"String list", "array<string>"},
		{"color[]", "array<color>"},
		{"List <dict>", "array<object>"},
		{"List(Dict)", "array<object>"},
		{"List<color_tag>", "array<color_tag>"},
		{"List<tag>", "array<tag>"},
		{"Array of tags", "array<tags>"},
		{"Tags structure array", "array<Tags>"},
		{"**jobs** array", "array<jobs>"},
		{"Set<String>", "array<string>"},
		{"Map<String,String>", "map<string>"},
		{"map <String,Object>", "map<object>"},
		{"Map", "map"},
		{"Map<String," + ref1 + ">", "map<#1>"},
		{"Map<String,Array of " + ref + " objects>", "map<array<#0>>"},
		{"Array of Map<String,String> objects", "array<map<string>>"},
		{"list<map<String, String>>", "array<map<string>>"},
		{"Dict<color_map>", "color_map"},
		{"Location data structure", "Location"},
		{"color_param", "color_param"},
		{"CloudInfo object", "CloudInfo"},
		{"user object", "user"},
		{"binding:profile object", "binding:profile"},
		{"trigger", "trigger"},
		{"ChargeInfo", "ChargeInfo"},
		{"datetime", "string"},
		{"Date Time", "string"},
		{"UUID", "string/uuid"},
		{"Timestamp", "any"},
		{"AnyType", "any"},
		{"String/Integer", "any"},
		{"List<jar> or List<lid>", "any"},
		{"List<jar> or List<jar>", "array<jar>"},
		{"Integer or Long", "integer"},
		{"File", "file"},
		{"Null", "null"},
		{"XML", "object"},
		{"Enum", "string"},
		{"Enum (a, b)", "string{a,b}"},
		{"ENUM\n<Enumeration>", "string"},

		// kinds of scalars, and kinds of texts, which may be names of structures
		{"date-time", "string"},
		{"String (UUID)", "string/uuid"},
		{"string(date-time)", "string"},
		{"String (email)", "string"},
		{"String (Boolean)", "?"},
		{"Number (Integer)", "integer"},
		{"integer(int64)", "integer/int64"},
		{"Unsigned integer", "integer"},
		{"Unsigned string", "?"},
		{"URL", "URL"},
		{"email", "email"},
		{"email object", "email"},
		{"Array of URLs", "array<URLs>"},
		{"[]string", "array<string>"},
		{"[]Fire", "array<Fire>"},
		{"Map of strings", "map<string>"},
		{"object " + ref, "#0"},
		{"List<Object> " + ref, "array<#0>"},
		{"Array " + ref, "array<#0>"},
		{"String " + ref, "?"},

		// words that stand in a type cell by mistake, and what is cut short
		{"Unauthorized", "?"},
		{"Bad Request", "?"},
		{"Found", "?"},
		{"OK", "?"},
		{"No", "?"},
		{"User token", "?"},
		{"Volume", "?"},
		{"Multiple choices", "?"},
		{"The name of the color", "?"},
		{"List<", "?"},
		{"Map<String", "?"},
		{"Map<String,Stri\nng>", "?"},
		{"Array of", "?"},
		{"String object x", "?"},
		{"``-``", "?"},
		{"", "?"},
		{strings.Repeat("Array of ", 100) + "strings", "?"},
	} {
		got := "?"
		if ty, ok := ParseType(c.cell); ok {
			got = typeString(ty)
		}
		if got != c.want {
			t.Errorf("%q: got %s, want %s", c.cell, got, c.want)
		}
	}
}

func FuzzParseType(f *testing.F) {
	for _, s := range []string{"Array of String(64)", "Map<K,V>", "List<List<X>>", "Enum (a, b)", string(RefRune(3)), "x[]/y or z", "String("} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		ty, ok := ParseType(cell)
		if ok != (ty.Kind != KindUnknown) {
			t.Fatalf("%q: %+v %v", cell, ty, ok)
		}
		for e := &ty; e != nil; e = e.Elem {
			if e.Kind == KindNamed && e.Name == "" && !strings.ContainsRune(cell, RefRune(e.Ref)) {
				t.Fatalf("%q: no reference %d", cell, e.Ref)
			}
		}
	})
}

func TestNamesSeveral(t *testing.T) {
	ref := string(RefRune(0))
	for cell, want := range map[string]bool{
		ref + " objects": true, ref + "objects": true, "LidSpec Objects ": true, ref + "\nobjects": true,
		ref + " object": false, "objects": false, "LidObjects": false, ref: false, "": false,
	} {
		if got := NamesSeveral(cell); got != want {
			t.Errorf("%q: %v", cell, got)
		}
	}
}
