package dialect

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// exported are the functions that testdata/*.txt call by name.
var exported = map[string]any{
	"CaptionWords":       CaptionWords,
	"ColumnOfCells":      ColumnOfCells,
	"FieldPointer":       FieldPointer,
	"FileMedia":          FileMedia,
	"IsDefaultStatus":    IsDefaultStatus,
	"IsLineLabel":        IsLineLabel,
	"IsOpenBody":         IsOpenBody,
	"IsState":            IsState,
	"IsStructured":       IsStructured,
	"IsTextWord":         IsTextWord,
	"MisspeltHeader":     MisspeltHeader,
	"NameWords":          NameWords,
	"NamesAPIs":          NamesAPIs,
	"NamesMember":        NamesMember,
	"NamesStructured":    NamesStructured,
	"ParseOptional":      ParseOptional,
	"RangeLimits":        RangeLimits,
	"RefersOnly":         RefersOnly,
	"RefersToFailure":    RefersToFailure,
	"SaysReturned":       SaysReturned,
	"SaysWhen":           SaysWhen,
	"StatedMedia":        StatedMedia,
	"TwoNames":           TwoNames,
	"IsFileBody":         IsFileBody,
	"BodyMedia":          BodyMedia,
	"DescriptionLabelOf": DescriptionLabelOf,
	"Gerund":             Gerund,
	"IsChangeHistory":    IsChangeHistory,
	"IsCode":             IsCode,
	"IsErrorCode":        IsErrorCode,
	"IsStateHead":        IsStateHead,
	"IsStateWord":        IsStateWord,
	"IsTableNumber":      IsTableNumber,
	"JoinsByCommas":      JoinsByCommas,
	"ParseCurl":          ParseCurl,
	"SignsURL":           SignsURL,
	"StatedValues":       StatedValues,
	"Counts":             Counts,
	"EndsInList":         EndsInList,
	"IsErrorBody":        IsErrorBody,
	"IsErrorPair":        IsErrorPair,
	"IsErrorPart":        IsErrorPart,
	"IsJSONMedia":        IsJSONMedia,
	"IsJSONPatch":        IsJSONPatch,
	"IsPageValue":        IsPageValue,
	"IsSchemaWord":       IsSchemaWord,
	"IsSuccessFlag":      IsSuccessFlag,
	"IsTableTitle":       IsTableTitle,
	"LineSection":        LineSection,
	"Makes":              Makes,
	"MediaTypes":         MediaTypes,
	"NamesOne":           NamesOne,
	"Outdated":           Outdated,
	"Reads":              Reads,
	"SaysForm":           SaysForm,
	"SaysList":           SaysList,
	"TellsFailedCall":    TellsFailedCall,
	"TellsPoint":         TellsPoint,
	"ChangeHistory":      ChangeHistory,
	"Collects":           Collects,
	"CountsItems":        CountsItems,
	"CountsPages":        CountsPages,
	"DefaultsToOne":      DefaultsToOne,
	"ElementChildren":    ElementChildren,
	"ElementParents":     ElementParents,
	"Fault":              Fault,
	"FaultPart":          FaultPart,
	"Header":             Header,
	"GoesOn":             GoesOn,
	"Hints":              Hints,
	"HoldsMany":          HoldsMany,
	"IsAbnormal":         IsAbnormal,
	"IsAlternative":      IsAlternative,
	"IsAside":            IsAside,
	"IsContent":          IsContent,
	"IsEmpty":            IsEmpty,
	"IsIDOf":             IsIDOf,
	"IsLinksObject":      IsLinksObject,
	"IsLinksOf":          IsLinksOf,
	"IsListName":         IsListName,
	"IsNextMarker":       IsNextMarker,
	"IsNextOf":           IsNextOf,
	"IsPageObject":       IsPageObject,
	"IsPerson":           IsPerson,
	"IsPossession":       IsPossession,
	"IsRepeated":         IsRepeated,
	"IsStatusLabel":      IsStatusLabel,
	"IsTotal":            IsTotal,
	"IsURLPart":          IsURLPart,
	"Limits":             Limits,
	"ListsElements":      ListsElements,
	"Mentions":           Mentions,
	"MentionsID":         MentionsID,
	"MentionsURL":        MentionsURL,
	"Name":               Name,
	"NamesList":          NamesList,
	"Paging":             Paging,
	"ParseCaption":       ParseCaption,
	"ParseColumn":        ParseColumn,
	"ParseMandatory":     ParseMandatory,
	"ParseStatusLine":    ParseStatusLine,
	"ParseType":          ParseType,
	"SaysRequest":        SaysRequest,
	"Section":            Section,
	"StartKey":           StartKey,
	"StartsAt":           StartsAt,
	"StartsShell":        StartsShell,
	"SwitchesPagingOff":  SwitchesPagingOff,
	"TablePointer":       TablePointer,
	"TrimIntro":          TrimIntro,
	"TypeLine":           TypeLine,
	"CaseWords":          CaseWords,
	"ParseAPIVersion":    ParseAPIVersion,
	"NestedName":         NestedName,
	"NestedPath":         NestedPath,
}

// TestPhrases calls the functions as testdata/*.txt say and compares what they return.
//
//	Limits: The value can be **a** or **b**.
//		enum a|b "can be **a** or **b**"
//
// Arguments are divided by " | ", the elements of a list by commas, and "↵" ends a line in one, "§0" is
// the first cross reference of a type cell. What a limit was read from
// stands in quotes after it. phrases.txt has phrases that must be understood and others
// that are near them and must not. edges.txt was found by search, not written: for each of
// its rows a small change of the rules gives another result, so it says which rules are
// in force, and not that each of them is right.
func TestPhrases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no phrases: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		seen := make(map[string]bool)
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSuffix(line, "\n")
			switch {
			case strings.HasPrefix(line, "\t"): // the result of the last time
			case line == "" || strings.HasPrefix(line, "#"):
				out.WriteString(line + "\n")
			case seen[line]:
				t.Errorf("%s has the row %q twice", file, line)
			default:
				seen[line] = true
				result, err := callExported(line)
				if err != nil {
					t.Fatalf("%s: %q: %v", file, line, err)
				}
				out.WriteString(line + "\n\t" + cmp.Or(result, "nothing") + "\n")
			}
		}
		golden.Equal(t, file, []byte(out.String()))
	}
}

// unescape gives what the signs of a row stand for.
var unescape = strings.NewReplacer("↵", "\n", "§0", string(RefRune(0)), "§1", string(RefRune(1)))

// callExported calls "Name: argument | argument" and prints what comes back on one line.
func callExported(line string) (string, error) {
	name, rest, _ := strings.Cut(line, ":")
	args := strings.Split(unescape.Replace(strings.TrimPrefix(rest, " ")), " | ")
	f := reflect.ValueOf(exported[name])
	if !f.IsValid() || f.Type().NumIn() != len(args) {
		return "", fmt.Errorf("no function %s of %d arguments", name, len(args))
	}
	var in []reflect.Value
	for i, a := range args {
		var v any = a
		switch f.Type().In(i) {
		case reflect.TypeFor[Text]():
			v = marked(a)
		case reflect.TypeFor[[]string]():
			v = strings.Split(a, ",")
		case reflect.TypeFor[bool]():
			v = a == "true"
		}
		in = append(in, reflect.ValueOf(v))
	}
	var out []string
	for _, v := range f.Call(in) {
		out = append(out, printed(v.Interface(), marked(args[0]).Words))
	}
	return strings.ReplaceAll(strings.Join(out, ", "), "\n", "↵"), nil
}

// TestSizes holds the sizes from which on something is not read.
func TestSizes(t *testing.T) {
	times := strings.Repeat
	for _, c := range []struct {
		what, in, over string
		f              func(string) string
	}{
		{"a number of 30 digits", "Minimum: " + times("1", 30), "Minimum: " + times("1", 31), limitsGist},
		{"a quoted value of 64 bytes", `The default value is "` + times("a", 64) + `".`, `The default value is "` + times("a", 65) + `".`, limitsGist},
		{"a marked value of 200 bytes", "The value can be **" + times("a", 200) + "** or **b**.", "The value can be **" + times("a", 201) + "** or **b**.", limitsGist},
		{"an expression of 500 bytes", "Regular expression: ^" + times("a", 498) + "$", "Regular expression: ^" + times("a", 499) + "$", limitsGist},
		{"a sentence of 500 tokens", times("x ", 490) + "ranges from 1 to 9", times("x ", 496) + "ranges from 1 to 9", func(s string) string { return fmt.Sprint(len(newReader(marked(s)).tokens(0)) <= maxSentence) }},
		{"a caption of 200 bytes", "**jar** fields" + times(" ", 184) + "fields", "**jar** fields" + times(" ", 185) + "fields", func(s string) string { return fmt.Sprint(ParseCaption(marked(s))) }},
	} {
		if c.f(c.in) == c.f(c.over) || strings.Contains(c.f(c.in), "unread") {
			t.Errorf("%s: %.60q is read like what is longer: %.80s", c.what, c.in, c.f(c.in))
		}
	}
}

func limitsGist(text string) string {
	var kinds []string
	for _, l := range Limits(marked(text)) {
		kinds = append(kinds, string(l.Kind))
	}
	return strings.Join(kinds, " ")
}

// printed writes a result on one line; text is what it was read from, without marks.
func printed(v any, text string) string {
	switch v := v.(type) {
	case []Limit:
		var out []string
		for _, l := range v {
			out = append(out, fmt.Sprintf("%s %q", gist([]Limit{l}), text[l.Off:l.End]))
		}
		return strings.Join(out, "; ")
	case []Hint:
		var out []string
		for _, h := range v {
			out = append(out, fmt.Sprintf("%s %q", h.Form, text[h.Off:h.End]))
		}
		return strings.Join(out, "; ")
	case Type:
		return typeString(v)
	case Text:
		return again(v)
	case Caption, Mandatory, StatusLine, []string:
		return fmt.Sprintf("%+v", v)
	}
	return fmt.Sprint(v)
}
