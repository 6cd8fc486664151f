package document_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// TestKeysKeepTheirValues writes each key as a document has it, and reads it again.
func TestKeysKeepTheirValues(t *testing.T) {
	first := 0
	paging := document.Pagination{
		Style: document.ByPage, In: "body", Items: "/lamps", Limit: "limit", Offset: "o", Page: "page", First: &first,
		Marker: "m", Next: "/next", Key: "id", Link: "/link", Count: "/count",
	}
	tested := []string{
		keeps(t, document.Source, "a.rst"),
		keeps(t, document.Constant, any("on")),
		keeps(t, document.LowestVersion, any("2.9")),
		keeps(t, document.Required, document.Conditional),
		keeps(t, document.Timestamp, true),
		keeps(t, document.OnlyInExamples, true),
		keeps(t, document.Contradicted, []document.Claim{{Rule: "maximum", Values: []string{"7"}}}),
		keeps(t, document.Corrected, "https://example.com/1"),
		keeps(t, document.ErrorCodes, []document.ErrorCode{{Status: 404, Code: "L.1", Message: "m"}}),
		keeps(t, document.Paging, paging),
		keeps(t, document.ContentType, "application/json"),
		keeps(t, document.Accept, "application/xml"),
		keeps(t, document.PolicyOnly, true),
		keeps(t, document.GoName, "Lamp"),
		keeps(t, document.EnumNames, []string{"Low", "Low2"}),
		keeps(t, document.Variants, []document.Variant{{
			OperationID: "A", Summary: "s", Description: "d", ExternalDocs: &document.Docs{URL: "https://example.com"}, Deprecated: true,
			Server: "https://{x}.{host}", Query: map[string]any{"acl": ""}, Parameters: []document.VariantParam{{In: "query", Name: "n", Required: true}},
			RequestBody: "#/components/schemas/A", RequestMedia: "text/plain", Responses: map[string]string{"200": "#/components/schemas/B"},
			Examples: map[string][]string{"request": {"e"}}, Source: "a.rst", Pagination: &paging, GoName: "A2",
			ContentType: "text/plain", Accept: "text/csv",
		}, {OperationID: "B", Parameters: []document.VariantParam{}}}),
	}
	var all []string
	for _, k := range document.Keys() {
		if k.On == "" || k.Means == "" {
			t.Errorf("nothing is said about %s", k.Name)
		}
		all = append(all, k.Name)
	}
	slices.Sort(all)
	slices.Sort(tested)
	if !slices.Equal(all, tested) {
		t.Errorf("the keys are %q, tested are %q", all, tested)
	}
}

func keeps[T any](t *testing.T, key document.Key[T], value T) string {
	t.Helper()
	extensions := map[string]any{}
	key.Set(extensions, value)
	text, err := json.Marshal(extensions)
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]any{}
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	for what, m := range map[string]map[string]any{"as it was set": extensions, "as a document has it": read} {
		got, there, err := key.Read(nil, m)
		if err != nil || !there || !reflect.DeepEqual(got, value) {
			t.Errorf("%s, %s: %+v, %v, %v; want %+v", key.Name, what, got, there, err, value)
		}
	}
	return key.Name
}

func TestKeysOfAnotherForm(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{second(document.Variants.Read(map[string]any{"x-variants": "no"})), "x-variants must be a list of objects with operationId: it is a string"},
		{second(document.Variants.Read(map[string]any{"x-variants": []any{map[string]any{"operationId": 1}}})), "x-variants must be a list of objects with operationId: operationId is a number"},
		{second(document.Paging.Read(map[string]any{"x-pagination": nil})), ""},
	} {
		if got := ""; c.err != nil {
			if got = c.err.Error(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		} else if c.want != "" {
			t.Errorf("no error, want %q", c.want)
		}
	}
	if s := document.Source.Of(map[string]any{"x-source": 1}, map[string]any{"x-source": "a"}); s != "" {
		t.Errorf("a number is the source %q", s)
	}
	if s := document.Source.Of(nil, map[string]any{}, map[string]any{"x-source": "a"}); s != "a" {
		t.Errorf("the source is %q", s)
	}
}

func second[T any](_ T, _ bool, err error) error { return err }

// TestNobodyElseReadsKeys: a key is named in this package, and nowhere else.
func TestNobodyElseReadsKeys(t *testing.T) {
	quoted := regexp.MustCompile(`"x-[a-z-]+"`)
	for _, dir := range []string{"../gogen", "../../sdk/fake"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(dir, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range quoted.FindAllString(string(text), -1) {
				if slices.ContainsFunc(document.Keys(), func(k document.About) bool { return `"`+k.Name+`"` == name }) {
					t.Errorf("%s names %s", file, name)
				}
			}
		}
	}
}
