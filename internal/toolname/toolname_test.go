package toolname_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/toolname"
)

// text is a map in one line.
func text(names map[string]string) string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(names)) {
		out = append(out, key+"="+names[key])
	}
	return strings.Join(out, " ")
}

// TestProperties: each step hands on to the next the names that the one before gave.
func TestProperties(t *testing.T) {
	for _, steps := range [][][2]string{
		{{"id Id size", "Id=ID2"}, {"Id size", "Id=ID2"}, {"id Id", "Id=ID2"}}, // the first one is gone, and comes again
		{{"Id size", ""}, {"id Id size", "id=ID2"}},                            // a new one before it
		{{"a_b a-b aB", "a-b=AB2 aB=AB3"}, {"aB a-b", "a-b=AB2 aB=AB3"}, {"aB a-b a.b", "a-b=AB2 aB=AB3"}},
		{{"projectid project_id", ""}},
	} {
		var had map[string]string
		for i, s := range steps {
			names := strings.Fields(s[0])
			said := toolname.Properties(names, had)
			if got := text(said); got != s[1] {
				t.Errorf("step %d: %q for %q, want %q", i, got, s[0], s[1])
			}
			had = toolname.HadProperties(names, said)
		}
	}
}

// TestSameBefore: names that a file gives twice, as one of before there were such names does.
func TestSameBefore(t *testing.T) {
	had := toolname.HadProperties([]string{"id", "Id"}, nil)
	if got := text(toolname.Properties([]string{"id", "Id"}, had)); got != "Id=ID2" {
		t.Errorf("%q", got)
	}
	if got := strings.Join(toolname.Values([]string{"low", "Low"}, nil, toolname.HadValues([]string{"low", "Low"}, nil)), " "); got != "Low2 Low" {
		t.Errorf("%q", got)
	}
}

func TestParameters(t *testing.T) {
	keys := []string{"path name", "query name", "query name~", "header Name", "query name-"}
	said := toolname.Parameters(keys, nil)
	if got := text(said); got != "header Name=HeaderName query name-=QueryName2 query name~=QueryName" {
		t.Errorf("%q", got)
	}
	had := toolname.HadParameters(keys, said)
	if got := text(toolname.Parameters([]string{"header Name", "query name-"}, had)); got != "header Name=HeaderName query name-=QueryName2" {
		t.Errorf("without the first: %q", got)
	}
	if got := text(toolname.Parameters([]string{"query Name", "query name"}, had)); got != "query Name=QueryName" {
		t.Errorf("with one before it: %q", got)
	}
}

func TestValues(t *testing.T) {
	for _, steps := range [][][2]string{
		{{"low,Low,high", "Low2 Low High"}, {"low,high", "Low2 High"}, {"low,High,high", "Low2 High2 High"}},
		{{"high,low", ""}, {"Low,high,low", "Low2 High Low"}},
		{{"UTC+01:00,UTC-01:00", "UTCPlus0100 UTC0100"}, {"UTC-01:00", ""}},
		{{"<,>", ""}},
		{{"null," + toolname.Null, ""}, {"null,Null," + toolname.Null, "Null3 Null2 Null"}},
	} {
		var had map[string]string
		for i, s := range steps {
			values := strings.Split(s[0], ",")
			names := toolname.Values(values, nil, had)
			if got := strings.Join(names, " "); got != s[1] {
				t.Errorf("step %d: %q for %q, want %q", i, got, s[0], s[1])
			}
			said := map[string]string{}
			for i, name := range names {
				said[values[i]] = name
			}
			had = toolname.HadValues(values, said)
		}
	}
}

// TestShownValues: a value that only an example shows leaves its name to one that a page lists, but for
// a name that it had before.
func TestShownValues(t *testing.T) {
	values := []string{"HELD UP", "HELD_UP", "high"}
	for _, c := range []struct {
		shown, had, want string
	}{
		{"", "", "HELDUP HELDUP2 High"},
		{"HELD UP", "", "HELDUP2 HELDUP High"},
		{"HELD_UP", "", "HELDUP HELDUP2 High"},
		{"high", "", "HELDUP HELDUP2 High"},
		{"HELD UP", "HELDUP", "HELDUP HELDUP2 High"},
	} {
		var had map[string]string
		if c.had != "" {
			had = map[string]string{"HELD UP": c.had}
		}
		if got := strings.Join(toolname.Values(values, []string{c.shown}, had), " "); got != c.want {
			t.Errorf("%q shown: %q, want %q", c.shown, got, c.want)
		}
	}
}

// TestGoNames: names of digits and marks are names in Go as well, or none is said.
func TestGoNames(t *testing.T) {
	for names, want := range map[string]string{"2_x 2-x": "2-x=N2X2", "_ $": "", "_ $ id Id": "Id=ID2"} {
		if got := text(toolname.Properties(strings.Fields(names), nil)); got != want {
			t.Errorf("%s: %q, want %q", names, got, want)
		}
	}
}

func TestIsOwn(t *testing.T) {
	for name, want := range map[string]bool{"List": true, "Configuration": true, "Lists": false, "Jar": false, "": false} {
		if toolname.IsOwn(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}
