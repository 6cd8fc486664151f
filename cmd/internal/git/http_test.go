package git

import (
	"context"
	"math/rand/v2"
	"net/http"
	"net/http/cgi"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// TestHTTP fetches from a server as code hosts are, which leaves files out where it is asked to,
// and must send no more than the folder that is wanted.
func TestHTTP(t *testing.T) {
	out, err := exec.Command("git", "--exec-path").Output()
	if err != nil {
		t.Fatal(err)
	}
	backend := filepath.Join(strings.TrimSpace(string(out)), "git-http-backend")
	if _, err := os.Stat(backend); err != nil {
		t.Skip("this git has no server for HTTP")
	}
	dir, mark, commits := docs(t)
	noise := make([]byte, 1<<20)                   // which no compression makes small
	_, _ = rand.NewChaCha8([32]byte{}).Read(noise) // never an error
	if err := os.WriteFile(filepath.Join(dir, "umn.pdf"), noise, 0o644); err != nil {
		t.Fatal(err)
	}
	run1(t, dir, "-c", "core.hooksPath=/dev/null", "add", "umn.pdf")
	run1(t, dir, "-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", "three")
	last := run1(t, dir, "rev-parse", "HEAD")
	var sent atomic.Int64
	handler := &cgi.Handler{Path: backend, Env: []string{"GIT_PROJECT_ROOT=" + filepath.Dir(dir), "GIT_HTTP_EXPORT_ALL=1"}}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/private/") {
			w.Header().Set("WWW-Authenticate", `Basic realm="docs"`)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		handler.ServeHTTP(counter{w, &sent}, r)
	}))
	defer server.Close()
	ctx, url := context.Background(), server.URL+"/"+filepath.Base(dir)
	got, full, err := Resolve(ctx, url, "main")
	if err != nil || got != last || full != "refs/heads/main" {
		t.Fatalf("%s %s %v", got, full, err)
	}
	for id, index := range map[string]string{commits[0]: "first\n", last: "second\n"} {
		c, err := Fetch(ctx, url, id)
		if err != nil {
			t.Fatal(err)
		}
		s, err := c.Read(ctx, "api-ref/source")
		if err != nil {
			t.Fatal(err)
		}
		checkFiles(t, url, s, index)
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
	if n := sent.Load(); n == 0 || n > 100<<10 {
		t.Errorf("the server sent %d bytes, more than the folder", n)
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("something of the repository was executed")
	}
	// A server that wants a password gets none, and nobody is asked for one.
	_, _, err = Resolve(ctx, server.URL+"/private/docs", "")
	if err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("%v", err)
	}
}

// counter counts what is sent.
type counter struct {
	http.ResponseWriter
	n *atomic.Int64
}

func (c counter) Write(p []byte) (int, error) {
	c.n.Add(int64(len(p)))
	return c.ResponseWriter.Write(p)
}
