//go:build e2e

package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/rst2openapi/rst2openapi/internal/golden"
	"github.com/rst2openapi/rst2openapi/sdk"
)

// record is what is remembered of the whole run: where the server differs from the pages,
// which operations were called, all that was logged, and what must not be in there.
type record struct {
	documented []operation

	mu      sync.Mutex
	differs map[string]bool
	driven  map[string]bool // by method and path of the document
	secrets map[string]bool
	text    bytes.Buffer
	handler slog.Handler
}

// operation is one of the document.
type operation struct {
	method, path string
	statuses     []string
}

func newRecord(t *testing.T) *record {
	t.Helper()
	text := must(os.ReadFile(filepath.Join(golden.Root(t), "spec", "iam.yaml")))(t)
	var document struct {
		Paths map[string]map[string]yaml.Node
	}
	ok(t, yaml.Unmarshal(text, &document))
	r := &record{differs: map[string]bool{}, driven: map[string]bool{}, secrets: map[string]bool{adminPassword: true}}
	for path, methods := range document.Paths {
		for method, node := range methods {
			var described struct {
				Responses map[string]yaml.Node
			}
			if node.Decode(&described) != nil || described.Responses == nil {
				continue // no operation: what all operations of a path have in common
			}
			o := operation{method: strings.ToUpper(method), path: path}
			for status := range described.Responses {
				o.statuses = append(o.statuses, status)
			}
			r.documented = append(r.documented, o)
		}
	}
	if len(r.documented) < 100 {
		t.Fatalf("spec/iam.yaml has %d operations only", len(r.documented))
	}
	r.handler = slog.NewTextHandler(&r.text, &slog.HandlerOptions{Level: slog.LevelDebug})
	return r
}

// Enabled, Handle, WithAttrs and WithGroup make it a slog.Handler, for sdk.WithLogger.
func (r *record) Enabled(context.Context, slog.Level) bool { return true }
func (r *record) WithAttrs([]slog.Attr) slog.Handler       { return r }
func (r *record) WithGroup(string) slog.Handler            { return r }

func (r *record) Handle(ctx context.Context, entry slog.Record) error {
	told := map[string]string{}
	entry.Attrs(func(a slog.Attr) bool {
		told[a.Key] = a.Value.String()
		return true
	})
	r.mu.Lock()
	defer r.mu.Unlock()
	if address, err := url.Parse(told["url"]); err == nil {
		r.attempt(told["operation"], told["method"], address.EscapedPath(), told["status"])
	}
	return r.handler.Handle(ctx, entry)
}

// attempt remembers an operation and a status that the pages do not have.
func (r *record) attempt(name, method, path, status string) {
	if path == "" {
		path = "/"
	}
	o := r.find(method, path)
	if o == nil || strings.Contains(name, " ") { // a call through Client.Do is not a test of a method
		return
	}
	r.driven[o.method+" "+o.path] = true
	if status != "" && !slices.Contains(o.statuses, status) {
		r.differs[name+": undocumented status "+status] = true
	}
}

// find is the operation that a path belongs to; a segment as it is counts more than a
// placeholder.
func (r *record) find(method, path string) *operation {
	var best *operation
	fewest := -1
	segments := strings.Split(path, "/")
	for i, o := range r.documented {
		pattern := strings.Split(o.path, "/")
		if o.method != method || len(pattern) != len(segments) {
			continue
		}
		holes := 0
		for j, segment := range pattern {
			if strings.HasPrefix(segment, "{") {
				holes++
			} else if segment != segments[j] {
				holes = -1
				break
			}
		}
		if holes >= 0 && (fewest < 0 || holes < fewest) {
			best, fewest = &r.documented[i], holes
		}
	}
	return best
}

// report is for sdk.WithResponseCheck.
func (r *record) report(_ context.Context, found sdk.Report) {
	for _, v := range found.Violations {
		line := fmt.Sprintf("%s: %s %s", found.Operation, v.Rule, general(v.Pointer))
		if v.Rule == "type" {
			line += ", which is " + kind(found.Response.Body, v.Pointer)
		}
		r.differ(line)
	}
}

// differ notes a difference in words of our own.
func (r *record) differ(line string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.differs[line] = true
}

var identifier = regexp.MustCompile(`^([0-9]+|[0-9a-f]{32})$`)

// general is a pointer without what differs from run to run.
func general(pointer string) string {
	steps := strings.Split(pointer, "/")
	for i, step := range steps {
		if identifier.MatchString(step) {
			steps[i] = "*"
		}
	}
	return strings.Join(steps, "/")
}

// kind is the type of a value in a response. It is looked up there, because a violation does
// not have the values of what sounds like a secret, such as password_expires_at.
func kind(text []byte, pointer string) string {
	var at any
	if json.Unmarshal(text, &at) != nil {
		return "not JSON"
	}
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		switch inner := at.(type) {
		case map[string]any:
			at = inner[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(inner) {
				return "not there"
			}
			at = inner[i]
		}
	}
	if at == nil {
		return "null"
	}
	return fmt.Sprintf("a %T", at)
}

// secret remembers what must not be logged.
func (r *record) secret(text string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if text != "" {
		r.secrets[text] = true
	}
	return text
}

// withoutSecrets fails the test when one is in the text.
func (r *record) withoutSecrets(t *testing.T, where, text string) {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	for secret := range r.secrets {
		if i := strings.Index(text, secret); i >= 0 {
			t.Errorf("%s has the secret %s…: …%s", where, secret[:6], text[max(0, i-80):i])
		}
	}
}

// traffic is a transport that remembers all tokens as secrets, and counts what is sent.
type traffic struct {
	seen *record
	next http.RoundTripper

	mu     sync.Mutex
	logins int
	status map[int]int
}

// counting makes a traffic that sends few requests at a time: Keystone's test server does
// one after the other, and refuses connections when too many wait.
func (r *record) counting() *traffic {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxConnsPerHost = 4
	return &traffic{seen: r, next: transport, status: map[int]int{}}
}

func (c *traffic) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := c.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	c.seen.secret(req.Header.Get("X-Auth-Token"))
	c.seen.secret(req.Header.Get("X-Subject-Token"))
	c.seen.secret(resp.Header.Get("X-Subject-Token"))
	c.mu.Lock()
	defer c.mu.Unlock()
	c.status[resp.StatusCode]++
	if req.Method == http.MethodPost && strings.HasSuffix(req.URL.Path, "/auth/tokens") {
		c.logins++
	}
	return resp, nil
}

// counted gives how many logins there were, and how many responses of a status.
func (c *traffic) counted(status int) (logins, responses int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.logins, c.status[status]
}

// finish compares the differences with the committed list, and says which documented
// operations nobody called.
func (r *record) finish(t *testing.T, unserved map[string]string) {
	log := r.text.String()
	r.withoutSecrets(t, "the log", log)
	if !strings.Contains(log, "operation=ShowUserV3") || len(r.secrets) < 20 {
		t.Errorf("a log of %d bytes and %d secrets say nothing about secrets in logs", len(log), len(r.secrets))
	}
	for _, o := range r.documented {
		name := o.method + " " + o.path
		ours := o.path == "/" || o.path == "/v3" || strings.HasPrefix(o.path, "/v3/")
		_, excused := unserved[name]
		switch {
		case !ours:
		case !r.driven[name] && !excused:
			t.Errorf("%s was not called", name)
		case r.driven[name] && excused:
			t.Errorf("%s was called, so it is not one of those that cannot be", name)
		}
	}
	var lines []string
	for line := range r.differs {
		lines = append(lines, line)
	}
	slices.Sort(lines)
	text := "# Where OpenStack Keystone differs from the pages of Identity and Access Management.\n" +
		"# The client copes with all of these. GOLDEN=refresh make e2e writes this file.\n" +
		strings.Join(lines, "\n") + "\n"
	golden.Equal(t, "differences.txt", []byte(text))
	t.Log(strconv.Itoa(len(r.driven)) + " documented operations called, " + strconv.Itoa(len(lines)) + " differences")
}
