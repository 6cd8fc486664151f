package tests

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pb33f/libopenapi"
	"github.com/pb33f/libopenapi/arazzo"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

// TestWorkflow validates the workflow of docs/workflows and runs it against a fake server of its
// document, which is not there at once.
func TestWorkflow(t *testing.T) {
	root := golden.Root(t)
	file := filepath.Join(root, "docs", "workflows", "cbr.arazzo.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := libopenapi.NewArazzoDocument(text)
	if err != nil {
		t.Fatal(err)
	}
	if result := arazzo.Validate(doc); result != nil {
		t.Fatalf("%v %v", result.Errors, result.Warnings)
	}
	spec, err := os.ReadFile(filepath.Join(filepath.Dir(file), doc.SourceDescriptions[0].URL))
	if err != nil {
		t.Fatal(err)
	}
	server := fake.Start(t, spec)
	backup := func(status string) fake.Response {
		return fake.JSON(200, map[string]any{"backup": map[string]any{"id": "b-1", "status": status}})
	}
	for _, err := range []error{
		server.Serve("ListBackups", map[string]any{"id": "b-1"}),
		server.Respond("ShowBackup", backup("protecting"), backup("protecting"), backup("available")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	waited := 0
	engine := arazzo.NewEngineWithConfig(doc, caller{t, server.URL, operationsOf(t, spec)}, []*arazzo.ResolvedSource{{Name: "cbr", Type: "openapi", SourceBytes: spec}},
		&arazzo.EngineConfig{RetainResponseBodies: true, SleepFunc: func(context.Context, time.Duration) error { waited++; return nil }})
	result, err := engine.RunWorkflow(context.Background(), "backUpAndRestore", map[string]any{
		"project_id": "p-1", "server_id": "s-1", "vault_name": "mine", "point_name": "friday",
	})
	if err != nil || !result.Success {
		t.Fatalf("%v: %+v", err, result)
	}
	server.Check(t) // no request breaks the document
	restored := server.CallsOf("RestoreBackup")
	if waited != 2 || len(restored) != 1 || restored[0].PathParams["backup_id"] != "b-1" || result.Outputs["backup_id"] != "b-1" {
		t.Errorf("waited %d times, restored %+v, outputs %v", waited, restored, result.Outputs)
	}
}

func operationsOf(t *testing.T, spec []byte) map[string]*document.Operation {
	t.Helper()
	d, err := document.Load(spec)
	if err != nil {
		t.Fatal(err)
	}
	all, err := d.Operations()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*document.Operation{}
	for _, op := range all {
		out[op.ID] = op
	}
	return out
}

// caller sends the requests of a workflow.
type caller struct {
	t       *testing.T
	address string
	ops     map[string]*document.Operation
}

func (c caller) Execute(ctx context.Context, req *arazzo.ExecutionRequest) (*arazzo.ExecutionResponse, error) {
	op := c.ops[req.OperationID]
	if op == nil {
		return nil, fmt.Errorf("there is no operation %s", req.OperationID)
	}
	path, query := op.Path, url.Values{}
	for name, value := range req.Parameters {
		if in := "{" + name + "}"; strings.Contains(path, in) {
			path = strings.ReplaceAll(path, in, url.PathEscape(fmt.Sprint(value)))
		} else {
			query.Set(name, fmt.Sprint(value))
		}
	}
	var body io.Reader
	if req.RequestBody != nil {
		text, err := json.Marshal(req.RequestBody)
		if err != nil {
			return nil, err
		}
		body = bytes.NewReader(text)
	}
	out, err := http.NewRequestWithContext(ctx, op.Method, c.address+path+"?"+query.Encode(), body)
	if err != nil {
		return nil, err
	}
	if req.ContentType != "" {
		out.Header.Set("Content-Type", req.ContentType)
	}
	res, err := http.DefaultClient.Do(out)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		return nil, err
	}
	response := &arazzo.ExecutionResponse{StatusCode: res.StatusCode, Headers: res.Header, URL: out.URL.String(), Method: op.Method}
	if len(text) > 0 {
		err = json.Unmarshal(text, &response.Body)
	}
	return response, err
}
