package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const kiteSpec = `openapi: 3.0.3
info: {title: Kites, version: v1}
paths:
  /v1/kites:
    get:
      operationId: ListKites
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Kites'}}}}}
components:
  schemas:
    Kites: {type: object, properties: {kite_id: {type: string}, state: {type: string, enum: [up, down]}}}
`

// TestLock: what a lock file lists keeps its Go name whatever the document would make of it; what
// is new gets none of these; what is gone is told once, and has its name when it is back.
func TestLock(t *testing.T) {
	dir := t.TempDir()
	spec, file, out := filepath.Join(dir, "kites.yaml"), filepath.Join(dir, "names.yaml"), filepath.Join(dir, "kites")
	gen := func(text string) (lock, stderr string) {
		t.Helper()
		write1(t, spec, text)
		code, _, stderr := invoke("--spec", spec, "--package", "kites", "--out", out, "--lock", file)
		if code != exitOK {
			t.Fatalf("exit %d, %s", code, stderr)
		}
		return read(t, file), stderr
	}
	first, _ := gen(kiteSpec)
	for _, line := range []string{"ListKites: ListKites", "Kites: Kites", "Kites.kite_id: KiteID", "Kites.state: State", "Kites/properties/state: KitesState",
		"Kites/properties/state=up: KitesStateUp", "ListKites query limit: Limit", "ListKites parameters: ListKitesParams", "the client: Client"} {
		if !strings.Contains(first, "      "+line+"\n") {
			t.Errorf("the lock file does not have %s:\n%s", line, first)
		}
	}
	first = strings.NewReplacer("KitesStateUp", "KiteIsUp", ": KitesState\n", ": KiteState\n", "KiteID", "ID", ": Limit", ": PageSize", "Kites: Kites", "Kites: KitePage",
		"ListKites: ListKites\n", "ListKites: AllKites\n", "ListKitesParams", "KitesQuery", "the client: Client", "the client: Flyer").Replace(first)
	write1(t, file, first)
	if again, stderr := gen(kiteSpec); again != first || stderr != "" {
		t.Errorf("it became\n%s%s", again, stderr)
	}
	code := read(t, filepath.Join(out, "models.gen.go")) + read(t, filepath.Join(out, "client.gen.go"))
	code = strings.Join(strings.Fields(code), " ")
	for _, name := range []string{"KiteIsUp KiteState", "ID *string", "PageSize *int", "type KitePage struct", "AllKites(ctx", "type KitesQuery struct", "type Flyer struct"} {
		if !strings.Contains(code, name) {
			t.Errorf("the package has no %s", name)
		}
	}

	gone := strings.Replace(kiteSpec, "state: {type: string, enum: [up, down]}", "tail: {$ref: '#/components/schemas/KiteState'}", 1) +
		"    KiteState: {type: object, properties: {x: {type: string}}}\n"
	text, stderr := gen(gone)
	if !strings.Contains(stderr, "gen: breaking: Go type KiteState is gone: Kites/properties/state is not in the package any more\n") ||
		!strings.Contains(text, "\n      KiteState: KiteState2\n") {
		t.Errorf("%s\n%s", stderr, text)
	}
	if same, stderr := gen(gone); same != text || stderr != "" {
		t.Errorf("the next run gives\n%s%s", same, stderr)
	}
	if back, _ := gen(kiteSpec); !strings.Contains(back, "\n      Kites/properties/state: KiteState\n") {
		t.Errorf("it is back as\n%s", back)
	}
}

const kiteActions = `openapi: 3.0.3
info: {title: Kites, version: v1}
paths:
  /v1/kites:
    post:
      operationId: FlyKite
      requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}, text/plain: {schema: {type: string}}}}
      responses: {'200': {description: OK, headers: {X-Wind: {schema: {type: string}}}, content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}, text/plain: {schema: {type: string}}}}}
`

// TestLockFurther: the methods and structs that an operation has beside its own have names that no other
// operation gets, even where they are gone: a program that calls FlyKiteWithBody must not come to call
// what was added under that name.
func TestLockFurther(t *testing.T) {
	dir := t.TempDir()
	spec, file, out := filepath.Join(dir, "kites.yaml"), filepath.Join(dir, "names.yaml"), filepath.Join(dir, "kites")
	gen := func(text string) string {
		t.Helper()
		write1(t, spec, text)
		if code, _, stderr := invoke("--spec", spec, "--package", "kites", "--out", out, "--lock", file); code != exitOK {
			t.Fatalf("exit %d, %s", code, stderr)
		}
		return read(t, file)
	}
	first := gen(kiteActions)
	for _, line := range []string{"FlyKite body: FlyKiteWithBody", "FlyKite media type: FlyKiteAs", "FlyKite headers: FlyKiteHeaders"} {
		if !strings.Contains(first, "      "+line+"\n") {
			t.Errorf("the lock file does not have %s:\n%s", line, first)
		}
	}
	gone := strings.NewReplacer(", text/plain: {schema: {type: string}}", "", " headers: {X-Wind: {schema: {type: string}}},", "").Replace(kiteActions)
	for _, id := range []string{"FlyKiteWithBody", "FlyKiteAs"} {
		gone += "  /v1/" + id + ":\n    post: {operationId: " + id + ", responses: {'204': {description: OK}}}\n"
	}
	gone += "components:\n  schemas:\n    FlyKiteHeaders: {type: object, properties: {c: {type: string}}}\n"
	gone = strings.Replace(gone, "{b: {type: string}}", "{b: {$ref: '#/components/schemas/FlyKiteHeaders'}}", 1)
	next := gen(gone)
	for _, line := range []string{"FlyKiteWithBody: FlyKiteWithBody2", "FlyKiteAs: FlyKiteAs2", "FlyKiteHeaders: FlyKiteHeaders2", "methods FlyKite body: FlyKiteWithBody"} {
		if !strings.Contains(next, "      "+line+"\n") {
			t.Errorf("the lock file does not have %s:\n%s", line, next)
		}
	}
	if back := gen(kiteActions); !strings.Contains(back, "      FlyKite body: FlyKiteWithBody\n") {
		t.Errorf("it is back as\n%s", back)
	}
}

// TestLockNamedAfter: what is named after a method that the document gives another name says so.
func TestLockNamedAfter(t *testing.T) {
	dir := t.TempDir()
	spec, file, out := filepath.Join(dir, "kites.yaml"), filepath.Join(dir, "names.yaml"), filepath.Join(dir, "kites")
	var stderr string
	for _, text := range []string{kiteActions, strings.Replace(kiteActions, "operationId: FlyKite\n", "operationId: FlyKite\n      x-go-name: Launch\n", 1)} {
		write1(t, spec, text)
		var code int
		if code, _, stderr = invoke("--spec", spec, "--package", "kites", "--out", out, "--lock", file); code != exitOK {
			t.Fatalf("exit %d, %s", code, stderr)
		}
	}
	for _, line := range []string{
		"Go method FlyKite is now Launch: FlyKite has this name in the configuration or the document",
		"Go method FlyKiteWithBody is now LaunchWithBody: it is named after FlyKite, which has another name",
	} {
		if !strings.Contains(stderr, "gen: breaking: "+line+"\n") {
			t.Errorf("%q lacks %q", stderr, line)
		}
	}
}

// TestLockArguments: a parameter of the path is an argument of its method, so that another name of it
// breaks no program; one of the query is a field of a struct.
func TestLockArguments(t *testing.T) {
	const text = `openapi: 3.0.3
info: {title: Kites, version: v1}
paths:
  /v1/kites/{kite_id}:
    get:
      operationId: ShowKite
      parameters: [{name: kite_id, in: path, required: true, schema: {type: string}}, {name: wind, in: query, schema: {type: string}}]
      responses: {'204': {description: OK}}
`
	dir := t.TempDir()
	spec, file, out := filepath.Join(dir, "kites.yaml"), filepath.Join(dir, "names.yaml"), filepath.Join(dir, "kites")
	for _, step := range []struct{ text, want string }{
		{text, ""},
		{strings.ReplaceAll(text, "kite_id", "id"), ""},
		{strings.ReplaceAll(text, "wind", "storm"), "gen: breaking: Go parameter Wind is gone: ShowKite query wind is not in the package any more\n"},
	} {
		write1(t, spec, step.text)
		if code, _, stderr := invoke("--spec", spec, "--package", "kites", "--out", out, "--lock", file); code != exitOK || stderr != step.want {
			t.Errorf("exit %d, %q, want %q", code, stderr, step.want)
		}
	}
}

func TestLockMistakes(t *testing.T) {
	dir := t.TempDir()
	spec, file := write1(t, filepath.Join(dir, "kites.yaml"), kiteSpec), filepath.Join(dir, "names.yaml")
	write1(t, file, "version: 1\ngo:\n  kites:\n    methods:\n      ListKites: list kites\n")
	code, _, stderr := invoke("--spec", spec, "--package", "kites", "--out", filepath.Join(dir, "kites"), "--lock", file)
	if code != exitUsage || !strings.Contains(stderr, file+`:5: "list kites" is not an exported Go name`) {
		t.Errorf("exit %d, %s", code, stderr)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
