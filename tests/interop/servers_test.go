//go:build interop

package interop

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http/httptest"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/generated/cbr"
	"github.com/rst2openapi/rst2openapi/generated/csbs"
	"github.com/rst2openapi/rst2openapi/generated/iam"
	"github.com/rst2openapi/rst2openapi/generated/sample"
	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/fake"
)

// clients are the generated clients by the name of their document.
var clients = map[string]func(endpoint string) (any, error){
	"cbr":    func(url string) (any, error) { return cbr.New(context.Background(), sdk.Token("t"), at(url)...) },
	"csbs":   func(url string) (any, error) { return csbs.New(context.Background(), sdk.Token("t"), at(url)...) },
	"iam":    func(url string) (any, error) { return iam.New(context.Background(), sdk.Token("t"), at(url)...) },
	"sample": func(url string) (any, error) { return sample.New(context.Background(), sdk.Token("t"), at(url)...) },
}

func at(url string) []sdk.Option {
	return []sdk.Option{sdk.WithEndpoint(url), sdk.WithProjectID("11111111222243338444555555555555"), sdk.WithRetry(sdk.Retry{})}
}

// prismMock calls a mock of the document with the client that is generated of it.
func prismMock(j *job) {
	j.prism("mock", j.file)
}

// prismProxy calls the fake server through a proxy that holds both sides to the document.
func prismProxy(j *job) {
	server := j.fake()
	defer server.Close()
	j.prism("proxy", j.file, server.URL, "--errors")
}

// prism starts a server of Prism and calls it with all methods of the client that need no body.
func (j *job) prism(args ...string) {
	connect := clients[j.document]
	if connect == nil {
		j.skipped = true
		return
	}
	port := freePort(j)
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, j.npm("prism"), append(args, "-h", "127.0.0.1", "-p", port)...)
	ownGroup(cmd)
	cmd.Env = append(os.Environ(), "NO_COLOR=1")
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		j.error("start", err.Error())
		return
	}
	defer func() { cancel(); _ = cmd.Wait() }()
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() && !strings.Contains(lines.Text(), "Prism is listening") {
	}
	if ctx.Err() != nil || lines.Err() != nil {
		j.error("start", "Prism does not listen")
		return
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	client, err := connect("http://127.0.0.1:" + port)
	if err != nil {
		j.error("client", err.Error())
		return
	}
	j.callAll(ctx, client)
}

// callAll calls each method that takes texts, parameters and options only. A response that the
// client cannot read, or that Prism refuses, is an error.
func (j *job) callAll(ctx context.Context, client any) {
	ids := j.pathValues()
	v := reflect.ValueOf(client)
	called := 0
	for i := range v.NumMethod() {
		name, method := v.Type().Method(i).Name, v.Method(i)
		in, ok := arguments(ctx, name, method.Type(), ids[strings.ToLower(strings.TrimSuffix(name, "Page"))])
		if !ok {
			continue
		}
		called++
		out := method.Call(in)
		err, _ := out[len(out)-1].Interface().(error)
		var refused sdk.Violations
		switch {
		case err == nil, errors.As(err, &refused): // our own check, before anything is sent
		default:
			j.error("call", name+": "+err.Error())
		}
	}
	if called == 0 {
		j.error("call", "no method was called")
	}
}

// pathValues are values for the path parameters of each operation, by its ID in small letters; the
// client knows the project.
func (j *job) pathValues() map[string][]string {
	text, err := os.ReadFile(j.file)
	if err != nil {
		j.t.Fatal(err)
	}
	d, err := document.Load(text)
	if err != nil {
		j.t.Fatal(err)
	}
	all, err := d.Operations()
	if err != nil {
		j.t.Fatal(err)
	}
	out := map[string][]string{}
	for _, op := range all {
		for _, p := range op.Params {
			if p.In == "path" && p.Name != "project_id" {
				value, _ := d.Sample(p.Schema, document.SampleOptions{})
				out[strings.ToLower(op.ID)] = append(out[strings.ToLower(op.ID)], fmt.Sprint(value))
			}
		}
	}
	return out
}

// arguments are values for a method: those of the path, parameters without values.
func arguments(ctx context.Context, name string, method reflect.Type, ids []string) (in []reflect.Value, ok bool) {
	if method.NumIn() == 0 || method.NumOut() == 0 || method.In(0) != reflect.TypeFor[context.Context]() ||
		method.Out(method.NumOut()-1) != reflect.TypeFor[error]() || strings.HasPrefix(name, "WaitFor") || name == "Do" {
		return nil, false
	}
	in = append(in, reflect.ValueOf(ctx))
	for k := 1; k < method.NumIn(); k++ {
		switch t := method.In(k); {
		case method.IsVariadic() && k == method.NumIn()-1:
		case t.Kind() == reflect.String:
			id := "11111111222243338444555555555555"
			if len(ids) > 0 {
				id, ids = ids[0], ids[1:]
			}
			in = append(in, reflect.ValueOf(id).Convert(t))
		case t.Kind() == reflect.Struct && strings.HasSuffix(t.Name(), "Params"):
			in = append(in, reflect.Zero(t))
		default:
			return nil, false
		}
	}
	return in, true
}

// failure is a line of Schemathesis that begins a failure, with its number.
var failure = regexp.MustCompile(`(?m)^- (ST\d+) (.*)$`)

// schemathesis sends the fake server what the document allows and what it does not, and holds
// each response to the document.
func schemathesis(j *job) {
	server := j.fake()
	defer server.Close()
	out, errs, err := j.command([]string{"COLUMNS=200"}, j.python("schemathesis"), "run", j.file, "--url", server.URL, "--header", "X-Auth-Token: t",
		"--max-examples", "5", "--seed", "1", "--generation-deterministic", "--phases", "examples,coverage,fuzzing", "--max-failures", "50", "--report", "ndjson", "--report-dir", j.dir, "--workers", "1")
	found := failure.FindAllStringSubmatchIndex(out, -1)
	for i, at := range found {
		end := len(out)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		before := out[:at[0]] // the operation is in the last line of underscores
		if k := strings.LastIndex(before, "\n____"); k >= 0 {
			before, _, _ = strings.Cut(before[k+1:], "\n")
		}
		j.error(out[at[2]:at[3]], strings.Trim(before, "_ ")+": "+out[at[4]:min(end, at[4]+600)])
	}
	if err != nil && len(found) == 0 {
		j.error("run", err.Error()+": "+lastLines(errs+out))
	}
}

// fake is the fake server of the document.
func (j *job) fake() *httptest.Server {
	text, err := os.ReadFile(j.file)
	if err != nil {
		j.t.Fatal(err)
	}
	service, err := fake.New(text, fake.RequireToken("t"))
	if err != nil {
		j.t.Fatal(err)
	}
	return httptest.NewServer(service)
}

func freePort(j *job) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		j.t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
}
