package tests

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// TestForms converts one page that was written four times, in RST, as an HTML export, as
// the help centre serves it and as text saved from there. All must give the same
// document, but for the places that its facts come from.
func TestForms(t *testing.T) {
	var want []byte
	for _, form := range []string{"rst", "html", "served", "text"} {
		res, err := otc.Convert(readSet(t, filepath.Join("forms", form), "forms"))
		if err != nil {
			t.Fatal(form, err)
		}
		for _, f := range res.Findings {
			t.Errorf("%s: %s", form, f)
		}
		spec, err := res.Encode("spec.yaml", true)
		if err != nil {
			t.Fatal(form, err)
		}
		valid(t, spec)
		got := spec
		if want == nil {
			want = got
			golden.Equal(t, filepath.Join("forms", "spec.yaml"), want)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s gives another document:\n%s", form, got)
		}
	}
}

// TestExports converts real sets of exported pages: their request lines must become
// operations, their table rows must be accounted for, and the table of contents must give
// each operation its tag.
func TestExports(t *testing.T) {
	for name, tag := range map[string]string{"ecs": "Lifecycle Management", "elb": "Load Balancer"} {
		set := readSet(t, golden.Shared(t, filepath.Join("corpus-html", name)), name)
		for page := range set.Pages {
			if filepath.Ext(page) != ".html" {
				delete(set.Pages, page)
			}
		}
		res, err := otc.Convert(set)
		if err != nil {
			t.Fatal(name, err)
		}
		s := res.Stats
		if s.PagesConverted*100 < s.RequestLinePages*99 || s.RequestLinePages < 130 {
			t.Errorf("%s: %d of %d pages with a request line were converted", name, s.PagesConverted, s.RequestLinePages)
		}
		if s.RowsInSpec+s.RowsInFindings+s.RowsOther != s.Rows || s.RowsInFindings*20 > s.Rows {
			t.Errorf("%s: %d rows: %d in the document, %d in findings, %d of other tables", name, s.Rows, s.RowsInSpec, s.RowsInFindings, s.RowsOther)
		}
		tool := 0
		for rule, n := range s.Findings {
			if strings.HasPrefix(rule, "tool/") {
				tool += n
			}
		}
		if tool*20 > s.Operations {
			t.Errorf("%s: %d findings about what cannot be read", name, tool)
		}
		if svc := res.Service; len(svc.Tags) == 0 || svc.Tags[0].Name != tag {
			t.Errorf("%s: the first tag is not %q: %v", name, tag, svc.Tags)
		}
	}
}

// TestSeedPage converts a page saved as text from the help centre and looks for the
// structure that its form in RST gives.
func TestSeedPage(t *testing.T) {
	text, err := os.ReadFile(golden.Shared(t, "seeds/001_e298450765e05b24.txt"))
	if err != nil {
		t.Fatal(err)
	}
	d := documentOf(t, convert.Set{Name: "seed", Pages: map[string][]byte{"page.txt": text}})
	item := d.Paths.Find("/v1/{project_id}/providers/{provider_id}/checkpoints")
	if item == nil || item.Post == nil {
		t.Fatal("the operation is missing")
	}
	body := item.Post.RequestBody.Value.Content.Get("application/json").Schema
	want := []string{"auto_trigger", "resources"}
	if got := fields(at(body, "checkpoint", "parameters")); !slices.Equal(got, want) {
		t.Errorf("checkpoint.parameters has %v, want %v", got, want)
	}
	var codes []string
	for code := range item.Post.Responses.Map() {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	if want := []string{"200", "400", "401", "403", "404", "500", "503", "default"}; !slices.Equal(codes, want) {
		t.Errorf("the responses are %v, want %v", codes, want)
	}
	response := item.Post.Responses.Value("200").Value.Content.Get("application/json").Schema
	list := at(response, "checkpoint", "protection_plan", "resources")
	if list == nil || list.Value.Items == nil {
		t.Fatal("protection_plan.resources is not a list")
	}
	want = []string{"extra_info", "id", "name", "type"}
	if got := fields(list.Value.Items); !slices.Equal(got, want) {
		t.Errorf("an entry of resources has %v, want %v", got, want)
	}

	// The twin in RST is of another date: its texts differ, its structure must not.
	twin := documentOf(t, realSet(t, "cloud-server-backup-service"))
	other := twin.Paths.Find("/v1/{project_id}/providers/{provider_id}/checkpoints").Post
	if got, want := shape(body), shape(other.RequestBody.Value.Content.Get("application/json").Schema); got != want {
		t.Errorf("the request is\n%s, in RST it is\n%s", got, want)
	}
	if got, want := shape(response), shape(other.Responses.Value("200").Value.Content.Get("application/json").Schema); got != want {
		t.Errorf("the response is\n%s, in RST it is\n%s", got, want)
	}
}

func realSet(t *testing.T, name string) convert.Set {
	return readSet(t, golden.Shared(t, filepath.Join("corpus", name)), name)
}

// document converts a set and reads the document again.
func documentOf(t *testing.T, set convert.Set) *openapi3.T {
	t.Helper()
	res, err := otc.Convert(set)
	if err != nil {
		t.Fatal(err)
	}
	spec, err := res.Encode("spec.yaml", false)
	if err != nil {
		t.Fatal(err)
	}
	d, err := openapi3.NewLoader().LoadFromData(spec)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// at follows the fields of a schema by name.
func at(s *openapi3.SchemaRef, path ...string) *openapi3.SchemaRef {
	for _, name := range path {
		s = plain(s)
		if s == nil {
			return nil
		}
		s = s.Value.Properties[name]
	}
	return s
}

// plain takes the allOf away that a field with a description has around its reference.
func plain(s *openapi3.SchemaRef) *openapi3.SchemaRef {
	for s != nil && len(s.Value.AllOf) == 1 {
		s = s.Value.AllOf[0]
	}
	return s
}

func fields(s *openapi3.SchemaRef) []string {
	var names []string
	if s = plain(s); s != nil {
		for name := range s.Value.Properties {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// shape prints the fields of a schema with their types, a line for each.
func shape(s *openapi3.SchemaRef) string {
	var b strings.Builder
	var walk func(s *openapi3.SchemaRef, path string, depth int)
	walk = func(s *openapi3.SchemaRef, path string, depth int) {
		if s = plain(s); s == nil || depth > 10 {
			return
		}
		b.WriteString(path)
		if s.Value.Type != nil {
			b.WriteString(" " + strings.Join(*s.Value.Type, "|"))
		}
		b.WriteByte('\n')
		for _, name := range fields(s) {
			walk(s.Value.Properties[name], path+"."+name, depth+1)
		}
		if s.Value.Items != nil {
			walk(s.Value.Items, path+"[]", depth+1)
		}
	}
	walk(s, "", 0)
	return b.String()
}
