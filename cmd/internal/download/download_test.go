package download

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestFile(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/docs.zip", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("0123456789")) })
	mux.Handle("/moved.zip", http.RedirectHandler("/docs.zip", http.StatusFound))
	mux.Handle("/round.zip", http.RedirectHandler("/round.zip", http.StatusFound))
	server := httptest.NewServer(mux)
	defer server.Close()
	ctx := context.Background()
	for _, name := range []string{"/docs.zip", "/moved.zip"} {
		if text, err := File(ctx, server.URL+name, 10); err != nil || string(text) != "0123456789" {
			t.Errorf("%s: %q %v", name, text, err)
		}
	}
	for name, want := range map[string]string{
		"/none.zip":  "/none.zip cannot be downloaded: the server says 404",
		"/round.zip": "sends elsewhere more than 5 times",
	} {
		if _, err := File(ctx, server.URL+name, 10); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
	if _, err := File(ctx, server.URL+"/docs.zip", 9); err == nil || !strings.Contains(err.Error(), "it has more than 0 MiB") {
		t.Errorf("too large: %v", err)
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := File(ended, server.URL+"/docs.zip", 10); err == nil {
		t.Error("a run that was ended downloads")
	}
	server.Close()
	if _, err := File(ctx, server.URL+"/docs.zip", 10); err == nil || strings.Count(err.Error(), "docs.zip") != 1 {
		t.Errorf("no server: %v", err)
	}
}

// TestPlainAfterEncrypted: who asked over https does not get the file over http.
func TestPlainAfterEncrypted(t *testing.T) {
	request := func(url string) *http.Request {
		r, err := http.NewRequest(http.MethodGet, url, nil)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if err := checkRedirect(request("http://example.org/a.zip"), []*http.Request{request("https://example.org/a.zip")}); err == nil {
		t.Error("it is followed")
	}
	if err := checkRedirect(request("https://example.org/b.zip"), []*http.Request{request("https://example.org/a.zip")}); err != nil {
		t.Error(err)
	}
}
