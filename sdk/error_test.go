package sdk_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// fail is the error of a call that gets this response.
func fail(t *testing.T, status int, body string, header ...string) *sdk.Error {
	t.Helper()
	transport := roundTripper(func(*http.Request) (*http.Response, error) { return response(status, body, header...), nil })
	conn := connect(t, "https://user:hunter22@cbr.example.com", sdk.Token(secret), sdk.WithoutRetry(), sdk.WithHTTPClient(&http.Client{Transport: transport}))
	err := conn.Do(context.Background(), "GET", "/v3/vaults?limit=5&access_token=hunter22&X-Amz-Signature=hunter22", nil, nil)
	var failed *sdk.Error
	if !errors.As(err, &failed) {
		t.Fatalf("%d %s: %v", status, body, err)
	}
	for _, text := range []string{err.Error(), failed.URL, fmt.Sprint(failed.Header), fmt.Sprintf("%+v %v", failed, failed.Message)} {
		if strings.Contains(text, "hunter22") || strings.Contains(text, secret) || strings.ContainsAny(err.Error(), "\r\n\x1b") || !utf8.ValidString(text) {
			t.Errorf("%q", text)
		}
	}
	if len(err.Error()) > 2000 {
		t.Errorf("an error of %d bytes", len(err.Error()))
	}
	return failed
}

func TestErrorForms(t *testing.T) {
	for _, c := range []struct{ body, code, message, request string }{
		{`{"error_code":"BackupService.6001","error_msg":"no such vault"}`, "BackupService.6001", "no such vault", ""},
		{`{"errorCode":"E1","errorMsg":"m","request_id":"r1"}`, "E1", "m", "r1"},
		{`{"errCode":"SMN.1","externalMessage":"m"}`, "SMN.1", "m", ""},
		{`{"code":"VPC.0202","message":"m"}`, "VPC.0202", "m", ""},
		{`{"code":400.5,"message":"m"}`, "400.5", "m", ""},
		{`{"error":{"code":404,"message":"m","title":"Not Found"}}`, "", "m", ""}, // the status again
		{`{"code":"404","type":"domain_not_found","message":"m","request_id":"r"}`, "domain_not_found", "m", "r"},
		{`{"badRequest":{"message":"m","code":404}}`, "badRequest", "m", ""},
		{`{"type":"about:blank","title":"Not Found","detail":"m"}`, "", "m", ""},
		{`<Error><Code>404</Code><Message>m</Message></Error>`, "", "m", ""},
		{`{"error":{"error_code":"E","error_msg":"m"},"request_id":"r"}`, "E", "m", "r"},
		{`{"error":{"message":"m","code":"Ecs.0013"}}`, "Ecs.0013", "m", ""},
		{`{"error":"invalid_grant","error_description":"m"}`, "invalid_grant", "m", ""},
		{`{"error":"Not Found","message":"m","status":404}`, "", "m", ""},
		{`{"error":"m"}`, "", "m", ""},
		{`{"code":404,"title":"Not Found","explanation":"It could not be found.","error":{"type":"E","message":"m","traceback":null}}`, "E", "m", ""},
		{`{"title":"Not Found","explanation":"m"}`, "", "m", ""},
		{`{"title":"No such vault","error":{"message":"m"}}`, "", "m", ""},
		{`{"title":"m","error":"too_late"}`, "too_late", "m", ""},
		{`{"title":"m","error":{"code":"E"}}`, "E", "m", ""},
		{`{"message":"Not Found","detail":"m"}`, "", "m", ""},
		{`{"message":"404 NOT_FOUND","error":{"message":"m"}}`, "", "m", ""},
		{`{"message":"m","error":"Not Found"}`, "", "m", ""},
		{`{"error":"Not Found","code":"E"}`, "E", "Not Found", ""},
		{`{"title":"Bad Request","errors":{"name":["is taken"]}}`, "", "Bad Request", ""},
		{`{"itemNotFound":{"message":"Not Found"}}`, "itemNotFound", "Not Found", ""},
		{`{"title":"Not Found","message":"Not found: the vault"}`, "", "Not found: the vault", ""},
		{`<Error><Title>Not Found</Title><Explanation>n</Explanation><Message>m</Message></Error>`, "", "m", ""},
		{`<Error><Title>Not Found</Title></Error>`, "", "Not Found", ""},
		{`{"badRequest":{"message":"m","code":400}}`, "400", "m", ""},
		{`{"itemNotFound":{"message":"m"}}`, "itemNotFound", "m", ""},
		{`{"NeutronError":{"type":"RouterNotFound","message":"m","detail":""}}`, "RouterNotFound", "m", ""},
		{`{"errors":[{"code":"E","message":"m","request_id":"r"},{"code":"F"}]}`, "E", "m", "r"},
		{`{"errors":["m"]}`, "", "m", ""},
		{`{"error_code":null,"code":"E","message":""}`, "E", "", ""},
		{`{"fault":{"faultcode":"F","faultstring":"m"}}`, "F", "m", ""},
		{`<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>m</Message><RequestId>r</RequestId></Error>`, "NoSuchKey", "m", "r"},
		{"<html>\r\n<head><title>502 Bad\nGateway</title></head><body><h1>x</h1></body></html>", "", "502 Bad Gateway", ""},
		{"<!DOCTYPE html><script>var a = '<b>'</script><body><p>Sign&nbsp;in<br>here", "", "Sign in here", ""},
		{"upstream connect error\x1b[31m or\nreset", "", "upstream connect error [31m or reset", ""},
		{"\xff\xfe\x00binary", "", "", ""},
		{`{"error_code":"E","error_msg":"tok`, "", "", ""},
		{`[1,2]`, "", "", ""},
		{"", "", "", ""},
		{`{"message":"bad token ` + secret + `, ` + strings.Repeat("é", 5000) + `"}`, "", "bad token (redacted), " + strings.Repeat("é", 1978) + "…", ""},
		{strings.Repeat(`{"error":`, 10000) + strings.Repeat(`}`, 10000), "", "", ""},
	} {
		e := fail(t, 404, c.body)
		if e.Code != c.code || e.Message != c.message || e.RequestID != c.request || string(e.Body) != c.body || !errors.Is(e, sdk.ErrNotFound) {
			t.Errorf("%.100s: %q, %q, %q", c.body, e.Code, e.Message, e.RequestID)
		}
	}
}

// TestErrorProblems keeps what a body says beside code and message: its type, and the problems
// that it lists in any of the usual forms.
func TestErrorProblems(t *testing.T) {
	for _, c := range []struct{ body, kind, problems string }{
		{`{"code":404,"type":"invalid_object","message":"m","errors":{"errors":[{"message":"too long","path":["zone","name"]},{"message":"none","path":[]}]}}`,
			"invalid_object", "zone.name: too long|none"},
		{`{"type":"https://errors.example.com/quota","title":"m","errors":{"name":["is taken","is short"],"size":"too big"}}`,
			"https://errors.example.com/quota", "name: is taken|name: is short|size: too big"},
		{`{"message":"m","errors":[{"field":"name","message":"is taken"},"and more",{"code":"E7"}]}`, "", "name: is taken|and more|E7"},
		{`{"error":{"message":"m","errors":[{"message":"m"},{"message":"inner ` + secret + `"}]}}`, "", "inner (redacted)"},
		{`{"errors":[{"message":"m"},{"message":"n"}]}`, "", "n"},
		{`{"message":"m","errors":7,"type":3}`, "", "7"},
		{`{"message":"m"}`, "", ""},
		{`{"message":"m","errors":` + strings.Repeat(`[`, 1000) + strings.Repeat(`]`, 1000) + `}`, "", ""},
	} {
		e := fail(t, 404, c.body)
		if e.Type != c.kind || strings.Join(e.Problems, "|") != c.problems || e.Message != "m" {
			t.Errorf("%.150s: %q, %q, %q", c.body, e.Message, e.Type, e.Problems)
		}
		for _, problem := range e.Problems {
			if !strings.Contains(e.Error(), problem) {
				t.Errorf("%s lacks %s", e.Error(), problem)
			}
		}
	}
	if e := fail(t, 404, `{"message":"m","errors":["`+strings.Repeat(`e","`, 100)+`"]}`); len(e.Problems) > 20 {
		t.Errorf("%d problems", len(e.Problems))
	}
}

func TestErrorLine(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{fail(t, 404, `{"error_code":"BackupService.6001","error_msg":"no such\nvault"}`, "X-Request-Id", "4f0a").Error(),
			"GET /v3/vaults: 404 Not Found: BackupService.6001: no such vault (request 4f0a)"},
		{fail(t, 502, "<html><title>502 Bad Gateway</title>").Error(), "GET /v3/vaults: 502 Bad Gateway"},
		{fail(t, 404, `{"title":"Not Found","errors":{"name":["is taken"]}}`).Error(), "GET /v3/vaults: 404 Not Found: name: is taken"},
		{fail(t, 409, `{"title":"Not Found"}`).Error(), "GET /v3/vaults: 409 Conflict: Not Found"},
		{fail(t, 599, "").Error(), "GET /v3/vaults: 599"},
		{fail(t, 404, `{"error":{"code":404,"message":"gone"}}`, "x-obs-request-id", "r\x1b").Error(), "GET /v3/vaults: 404 Not Found: gone (request r)"},
		{fail(t, 404, "").URL, "https://cbr.example.com/v3/vaults?limit=5&access_token=(redacted)&X-Amz-Signature=(redacted)"},
	} {
		if c.got != c.want {
			t.Errorf("got  %s\nwant %s", c.got, c.want)
		}
	}
}

func TestErrorKinds(t *testing.T) {
	for status, kind := range map[int]error{400: sdk.ErrBadRequest, 401: sdk.ErrUnauthorized, 403: sdk.ErrForbidden, 404: sdk.ErrNotFound,
		409: sdk.ErrConflict, 410: sdk.ErrNotFound, 429: sdk.ErrRateLimited, 502: sdk.ErrUnavailable, 503: sdk.ErrUnavailable, 504: sdk.ErrUnavailable, 500: nil, 418: nil, 304: nil} {
		e := fail(t, status, "{}")
		for _, other := range []error{sdk.ErrBadRequest, sdk.ErrUnauthorized, sdk.ErrForbidden, sdk.ErrNotFound, sdk.ErrConflict, sdk.ErrRateLimited, sdk.ErrUnavailable, sdk.ErrUnreadable} {
			if errors.Is(e, other) != (other == kind) {
				t.Errorf("%d is %v", status, other)
			}
		}
	}
}

func TestErrorHeaderAndDecode(t *testing.T) {
	e := fail(t, 400, `{"error_msg":"m","details":[{"n":1}]}`, "X-Subject-Token", secret, "Set-Cookie", "a="+secret,
		"Location", "https://u:hunter22@x/?token=hunter22#f", "Www-Authenticate", "Keystone uri=x")
	for name, want := range map[string]string{"X-Subject-Token": "(redacted)", "Set-Cookie": "(redacted)",
		"Location": "https://x/?token=(redacted)", "Www-Authenticate": "Keystone uri=x"} {
		if got := e.Header.Get(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	var more struct{ Details []struct{ N int } }
	if err := e.Decode(&more); err != nil || len(more.Details) != 1 {
		t.Errorf("%v, %+v", err, more)
	}
	if err := fail(t, 400, "").Decode(&more); err == nil {
		t.Error("nothing was decoded")
	}
	var root struct{ Code string }
	if err := fail(t, 400, "<Error><Code>X</Code></Error>", "Content-Type", "application/xml").Decode(&root); err != nil || root.Code != "X" {
		t.Errorf("%v, %+v", err, root)
	}
}

// FuzzError reads any body.
func FuzzError(f *testing.F) {
	for _, seed := range []string{`{"error":{"code":1,"message":"m"}}`, "<a><Code>x", "<html><title>x</ti", "<html><İ<title>", `{"errors":[[{"a":1}]]}`} {
		f.Add(seed, "text/html")
	}
	transport := func(body, contentType string) *http.Client {
		return &http.Client{Transport: roundTripper(func(*http.Request) (*http.Response, error) {
			return response(400, body, "Content-Type", contentType), nil
		})}
	}
	f.Fuzz(func(t *testing.T, body, contentType string) {
		conn := connect(t, "https://x", sdk.NoAuth(), sdk.WithHTTPClient(transport(body, contentType)))
		err := conn.Do(context.Background(), "GET", "/", nil, nil)
		if line := err.Error(); !utf8.ValidString(line) || strings.ContainsAny(line, "\n\r\x00") || len(line) > 5000 {
			t.Errorf("%q", line)
		}
	})
}
