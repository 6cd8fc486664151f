package real

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/golden"
)

// seed converts one page by itself, outside a folder; its name ends in .txt, so the
// format must be told by its content.
func seed(t *testing.T, name string) (*openapi3.T, *convert.Result) {
	t.Helper()
	text, err := os.ReadFile(golden.Shared(t, "seeds/"+name))
	if err != nil {
		t.Fatal(err)
	}
	res, err := otc.Convert(convert.Set{Name: name, Pages: map[string][]byte{name: text}})
	if err != nil {
		t.Fatal(err)
	}
	out, err := res.Encode("x.yaml", false)
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, out)
	doc, err := openapi3.NewLoader().LoadFromData(out)
	if err != nil {
		t.Fatal(err)
	}
	return doc, res
}

// at follows a path of properties ("[]" goes into the elements of a list) from a schema.
func at(t *testing.T, s *openapi3.SchemaRef, path string) *openapi3.Schema {
	t.Helper()
	for part := range strings.SplitSeq(path, ".") {
		name, list := strings.CutSuffix(part, "[]")
		next := s.Value.Properties[name]
		if next == nil {
			t.Fatalf("%s: no property %s", path, name)
		}
		s = next
		if list {
			s = s.Value.Items
		}
	}
	return s.Value
}

func requestBody(t *testing.T, doc *openapi3.T, method, path string) *openapi3.SchemaRef {
	t.Helper()
	return doc.Paths.Value(path).GetOperation(method).RequestBody.Value.Content["application/json"].Schema
}

func responseBody(t *testing.T, doc *openapi3.T, method, path, status string) *openapi3.SchemaRef {
	t.Helper()
	return doc.Paths.Value(path).GetOperation(method).Responses.Value(status).Value.Content["application/json"].Schema
}

func wantLength(t *testing.T, s *openapi3.Schema, low, high uint64) {
	t.Helper()
	if s.MinLength != low || s.MaxLength == nil || *s.MaxLength != high {
		t.Errorf("length %d–%v, want %d–%d", s.MinLength, s.MaxLength, low, high)
	}
}

func wantItems(t *testing.T, s *openapi3.Schema, low, high uint64) {
	t.Helper()
	if s.MinItems != low || s.MaxItems == nil || *s.MaxItems != high {
		t.Errorf("items %d–%v, want %d–%d", s.MinItems, s.MaxItems, low, high)
	}
}

func wantEnum(t *testing.T, s *openapi3.Schema, want ...string) {
	t.Helper()
	var got []string
	for _, v := range s.Enum {
		got = append(got, v.(string))
	}
	if !slices.Equal(got, want) {
		t.Errorf("values %q, want %q", got, want)
	}
}

func TestSeed000(t *testing.T) {
	doc, res := seed(t, "000_657b1e8c1b98489d.txt")
	const path = "/v3/{project_id}/checkpoints"
	op := doc.Paths.Value(path).Post
	if op.OperationID != "CreateCheckpoint" {
		t.Errorf("operationId %s", op.OperationID)
	}
	body := requestBody(t, doc, "POST", path)
	wantItems(t, at(t, body, "checkpoint.parameters.resource_details"), 0, 256)
	if d := at(t, body, "checkpoint.parameters.auto_trigger").Default; d != false {
		t.Errorf("auto_trigger defaults to %v", d)
	}
	wantLength(t, at(t, body, "checkpoint.parameters.description"), 0, 255)
	name := at(t, body, "checkpoint.parameters.name")
	wantLength(t, name, 1, 64)
	if name.Pattern == "" {
		t.Error("name has no pattern")
	}
	if req := at(t, body, "checkpoint").Required; !slices.Equal(req, []string{"vault_id"}) {
		t.Errorf("required %q", req)
	}
	wantEnum(t, at(t, body, "checkpoint.parameters.resource_details[].type"), "OS::Nova::Server", "OS::Cinder::Volume", "OS::Sfs::Turbo")
	response := responseBody(t, doc, "POST", path, "200")
	wantEnum(t, at(t, response, "checkpoint.status"), "available", "deleting", "protecting", "deleted", "error-deleting", "error")
	extra := at(t, response, "checkpoint.vault.resources[].extra_info")
	if !extra.Type.Is("string") || !extra.Nullable {
		t.Errorf("extra_info: type %v, nullable %v", extra.Type, extra.Nullable)
	}
	if res.Stats.ExamplesValid != 2 {
		t.Errorf("%d of 2 examples are valid", res.Stats.ExamplesValid)
	}
	for _, p := range op.Parameters {
		if p.Value.In == "header" {
			t.Errorf("header parameter %s", p.Value.Name)
		}
	}
}

func TestSeed002(t *testing.T) {
	doc, res := seed(t, "002_b7d5af5e501bf8e6.txt")
	response := responseBody(t, doc, "GET", "/v3/{project_id}/checkpoints/{checkpoint_id}", "200")
	size := at(t, response, "checkpoint.vault.resources[].resource_size")
	for _, v := range []any{"40", float64(40)} {
		if err := size.VisitJSON(v); err != nil {
			t.Errorf("resource_size does not take %v: %v", v, err)
		}
	}
	if err := size.VisitJSON(true); err == nil {
		t.Error("resource_size takes a boolean")
	}
	for _, f := range res.Findings {
		if f.Rule == "docs/example-contradicts-type" && strings.Contains(f.Message, "resource_size") {
			if len(f.Related) != 1 || f.Related[0].Pos.Line == f.Pos.Line {
				t.Errorf("the finding names one place only: %v", f)
			}
			return
		}
	}
	t.Error("no finding names resource_size")
}

func TestSeed003(t *testing.T) {
	doc, _ := seed(t, "003_10e423d957ffbb49.txt")
	const path = "/v1/{project_id}/providers/{provider_id}/resources/{resource_id}/action"
	op := doc.Paths.Value(path).Post
	if op.OperationID != "CreateResourceBackup" {
		t.Errorf("operationId %s", op.OperationID)
	}
	body := requestBody(t, doc, "POST", path)
	tags := at(t, body, "protect.tags")
	wantItems(t, tags, 1, 10)
	wantLength(t, at(t, body, "protect.tags[].key"), 1, 36)
	wantLength(t, at(t, body, "protect.tags[].value"), 0, 43)
	wantLength(t, at(t, body, "protect.backup_name"), 1, 255)
	wantLength(t, at(t, body, "protect.description"), 0, 255)
	if p := at(t, body, "protect.description").Pattern; p != "^[^<>]*$" {
		t.Errorf("description has the pattern %q", p)
	}
	if d := at(t, body, "protect.resource_type").Default; d != "OS::Nova::Server" {
		t.Errorf("resource_type defaults to %v", d)
	}
	wantEnum(t, at(t, responseBody(t, doc, "POST", path, "200"), "checkpoint.status"),
		"waiting_protect", "protecting", "available", "waiting_restore", "restoring", "error", "waiting_delete", "deleting", "deleted")
	for _, status := range []string{"200", "400", "401", "403", "404", "500", "503"} {
		if op.Responses.Value(status) == nil {
			t.Errorf("no response %s", status)
		}
	}
	for _, p := range op.Parameters {
		if p.Value.Name == "provider_id" && p.Value.Schema.Value.Extensions["x-constant"] != "fc4d5750-22e7-4798-8a46-f48f62c4c1da" {
			t.Errorf("provider_id is not fixed: %v", p.Value.Schema.Value.Extensions)
		}
	}
}
