package sdk_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// records are the lines of a log.
func records(t *testing.T, text string) (lines []map[string]any) {
	t.Helper()
	for line := range strings.Lines(text) {
		var record map[string]any
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, record)
	}
	return lines
}

func TestLog(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request, n int64) {
		w.Header().Set("X-Request-Id", "r-1")
		w.Header().Set("X-Subject-Token", "hunter22")
		if n == 1 {
			writeJSON(w, 503, `{"error":"busy, token `+r.Header.Get("X-Auth-Token")+`"}`)
			return
		}
		writeJSON(w, 200, `{"server":{"id":"s-1","adminPass":"hunter22","n":12345678901234567890},"url":"https://u:hunter22@x/?X-Amz-Signature=hunter22&a=1"}`)
	})
	var out bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}))
	conn := connect(t, s.URL, sdk.Token(secret), sdk.WithLogger(logger))
	err := conn.Do(context.Background(), "PUT", "/v3/servers?token=hunter22&limit=2", map[string]any{
		"name": "web", "auth": map[string]any{"identity": map[string]any{"password": map[string]string{"user": "hunter22"}}},
		"metadata": []any{map[string]any{"key": "db_password", "value": "hunter22"}}, "list": []int{1, 2}, "secret_key": 5, "sk": []string{"hunter22"},
	}, nil, sdk.WithHeader("Cookie", "hunter22"), sdk.WithHeader("X-Security-Token", "hunter22"))
	if err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if strings.Contains(text, "hunter22") || strings.Contains(text, secret) {
		t.Errorf("the log has a secret: %s", text)
	}
	lines := records(t, text)
	if len(lines) != 2 {
		t.Fatalf("%d records", len(lines))
	}
	for i, record := range lines {
		for name, want := range map[string]any{"operation": "PUT /v3/servers", "method": "PUT", "url": s.URL + "/v3/servers?token=(redacted)&limit=2",
			"attempt": float64(i + 1), "status": []float64{503, 200}[i], "request_id": "r-1"} {
			if record[name] != want {
				t.Errorf("%s: %v, want %v", name, record[name], want)
			}
		}
		request := record["request"].(map[string]any)["body"]
		if want := `{"auth":{"identity":{"password":"(redacted)"}},"list":[1,2],"metadata":[{"key":"db_password","value":"(redacted)"}],"name":"web","secret_key":"(redacted)","sk":"(redacted)"}`; request != want {
			t.Errorf("request %v", request)
		}
		response := record["response"].(map[string]any)["body"]
		if want := []string{`{"error":"busy, token (redacted)"}`,
			`{"server":{"id":"s-1","adminPass":"(redacted)","n":12345678901234567890},"url":"https://x/?X-Amz-Signature=(redacted)\u0026a=1"}`}[i]; response != want {
			t.Errorf("response %v", response)
		}
	}
}

// TestLogOfOthers has bodies that are long, cut, no JSON, or streams.
func TestLogOfOthers(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		switch r.URL.Path {
		case "/long":
			writeJSON(w, 200, `{"list":["`+strings.Repeat(`abcdefgh","`, 1000)+`"],"password":"hunter22"}`)
		case "/secret":
			writeJSON(w, 200, `{"a":1,"password":"`+strings.Repeat("hunter22", 1000)+`"}`)
		case "/text":
			_, _ = io.WriteString(w, "hunter22")
		case "/no-json":
			writeJSON(w, 200, "{password: hunter22}")
		case "/cut":
			hijack(w, "")
		}
	})
	var out bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}))
	conn := connect(t, s.URL, sdk.NoAuth(), sdk.WithLogger(logger), sdk.WithoutRetry())
	for path, want := range map[string]string{"/long": "… (11035 bytes)", "/secret": `{"a":1,"password":"(redacted)"… (8021 bytes)`, "/text": "(8 bytes)",
		"/no-json": "{…", "/cut": "EOF", "/empty": `"response":{`} {
		out.Reset()
		var result []byte
		err := conn.Do(context.Background(), "PUT", path, strings.NewReader("hunter22"), &result)
		if (err != nil) != (path == "/cut") {
			t.Errorf("%s: %v", path, err)
		}
		text := strings.ReplaceAll(out.String(), `\"`, `"`)
		if strings.Contains(text, "hunter22") || !strings.Contains(text, want) || strings.Count(text, "\n") != 1 || len(text) > 6000 {
			t.Errorf("%s: %s", path, text)
		}
	}
	// A stream that was not read to its end.
	out.Reset()
	call := conn.Call(context.Background(), "Download", nil)
	req, err := call.NewRequest("GET", "/long", nil, "", nil)
	body, err := call.Stream(req, err)
	if err != nil {
		t.Fatal(err)
	}
	if err := body.Close(); err != nil || len(records(t, out.String())) != 1 {
		t.Errorf("%v, %s", err, out.String())
	}
}

// TestNoLog has a logger that is not interested.
func TestNoLog(t *testing.T) {
	s := serve(t, func(http.ResponseWriter, *http.Request, int64) {})
	var out bytes.Buffer
	conn := connect(t, s.URL, sdk.Token(secret), sdk.WithLogger(slog.New(slog.NewTextHandler(&out, nil))))
	if err := conn.Do(context.Background(), "GET", "/", nil, nil); err != nil || out.Len() > 0 {
		t.Errorf("%v, %s", err, out.String())
	}
}
