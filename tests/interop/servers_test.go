//go:build interop

package interop

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http/httptest"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

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
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	var url, said string
	for range 3 { // somebody else may take the port in the meantime
		var stop func()
		if url, said, stop = j.startPrism(ctx, args); url != "" {
			defer stop()
			break
		}
	}
	if url == "" {
		j.error("start", "Prism does not listen: "+lastLines(said))
		return
	}
	client, err := connect(url)
	if err != nil {
		j.error("client", err.Error())
		return
	}
	j.callAll(ctx, client)
}

// startPrism gives the address of a server of Prism and what stops it, or no address and what
// Prism has said until it ended.
func (j *job) startPrism(ctx context.Context, args []string) (url, said string, stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	port := freePort(j)
	cmd := exec.CommandContext(ctx, j.npm("prism"), slices.Concat(args, []string{"-h", "127.0.0.1", "-p", port})...)
	ownGroup(cmd)
	cmd.Env = append(os.Environ(), "NO_COLOR=1")
	cmd.WaitDelay = 5 * time.Second
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		cancel()
		return "", err.Error(), nil
	}
	stop = func() { cancel(); _ = cmd.Wait() }
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		if strings.Contains(lines.Text(), "Prism is listening") {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return "http://127.0.0.1:" + port, "", stop
		}
		said += lines.Text() + "\n"
	}
	stop()
	return "", said + errs.String(), nil
}

// callAll calls each method that takes texts, parameters and options only. A response that the
// client cannot read, or that Prism refuses, is an error.
func (j *job) callAll(ctx context.Context, client any) {
	values := j.values()
	v := reflect.ValueOf(client)
	called := 0
	for i := range v.NumMethod() {
		name, method := v.Type().Method(i).Name, v.Method(i)
		in, ok := arguments(ctx, name, method.Type(), values[strings.ToLower(strings.TrimSuffix(name, "Page"))])
		if !ok {
			continue
		}
		out := method.Call(in)
		err, _ := out[len(out)-1].Interface().(error)
		var refused sdk.Violations
		if errors.As(err, &refused) {
			continue // our own check, before anything is sent
		}
		called++
		if err != nil {
			j.error("call", name+": "+err.Error())
		}
	}
	if called == 0 {
		j.error("call", "no method was called")
	}
}

// values are what an operation is called with.
type values struct {
	path      []string       // without the project, which the client knows
	mandatory map[string]any // parameters of the query and headers, by their letters and digits
}

// values are those of each operation, by its ID in small letters.
func (j *job) values() map[string]values {
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
	out := map[string]values{}
	for _, op := range all {
		one := values{mandatory: map[string]any{}}
		for _, p := range op.Params {
			value, _ := d.Sample(p.Schema, document.SampleOptions{})
			switch {
			case p.In != "path" && p.Required:
				one.mandatory[plainLetters(p.Name)] = value
			case p.In == "path" && p.Name != "project_id":
				one.path = append(one.path, fmt.Sprint(value))
			}
		}
		out[strings.ToLower(op.ID)] = one
	}
	return out
}

// plainLetters is what a name in a document and the one in Go have in common.
func plainLetters(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// arguments are values for a method: those of the path, and the mandatory ones of parameters.
func arguments(ctx context.Context, name string, method reflect.Type, v values) (in []reflect.Value, ok bool) {
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
			if len(v.path) > 0 {
				id, v.path = v.path[0], v.path[1:]
			}
			in = append(in, reflect.ValueOf(id).Convert(t))
		case t.Kind() == reflect.Struct && strings.HasSuffix(t.Name(), "Params"):
			in = append(in, parameters(t, v.mandatory))
		default:
			return nil, false
		}
	}
	return in, true
}

// parameters is a struct of parameters with the mandatory ones. What Go cannot take stays zero,
// so that the client refuses the call.
func parameters(t reflect.Type, mandatory map[string]any) reflect.Value {
	out := reflect.New(t).Elem()
	for i := range t.NumField() {
		if value, ok := mandatory[plainLetters(t.Field(i).Name)]; ok {
			text, err := json.Marshal(value)
			if err == nil {
				_ = json.Unmarshal(text, out.Field(i).Addr().Interface())
			}
		}
	}
	return out
}

// failure is a line of Schemathesis that begins a failure, with its number.
var failure = regexp.MustCompile(`(?m)^- (ST\d+) (.*)$`)

// schemathesis sends the fake server what the document allows and what it does not, and holds
// each response to the document.
func schemathesis(j *job) {
	server := j.fake()
	defer server.Close()
	out, errs, err := j.command([]string{"COLUMNS=200"}, j.python("schemathesis"), "run", j.file, "--url", server.URL, "--header", "X-Auth-Token: t",
		"--max-examples", "5", "--seed", "1", "--generation-deterministic", "--phases", "examples,coverage,fuzzing", "--max-failures", "50", "--request-timeout", "120", "--suppress-health-check", "too_slow", "--report", "ndjson", "--report-dir", j.dir, "--workers", "1")
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
