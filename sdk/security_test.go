package sdk_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// secured is a service whose operations are named after what they take.
var secured = sdk.Service{
	Token: sdk.TokenHeader{Name: "X-Fallback"},
	Schemes: []sdk.Scheme{
		{Name: "key", Type: sdk.SchemeAPIKey, In: "header", Key: "X-Key"},
		{Name: "id", Type: sdk.SchemeAPIKey, In: "query", Key: "app"},
		{Name: "session", Type: sdk.SchemeAPIKey, In: "cookie", Key: "sid"},
		{Name: "login", Type: sdk.SchemeBasic},
		{Name: "bearer", Type: sdk.SchemeBearer, Prefix: "Bearer "},
		{Name: "signature", Type: sdk.SchemeAPIKey, In: "header", Key: "Authorization"},
	},
	Security: func(operation string) ([][]string, bool) {
		if operation == "unstated" {
			return nil, false
		}
		var sets [][]string
		for set := range strings.SplitSeq(operation, "|") { // "key+id|bearer|"
			if operation == "none" {
				return nil, true
			}
			sets = append(sets, strings.FieldsFunc(set, func(r rune) bool { return r == '+' }))
		}
		return sets, true
	},
}

// TestWhichCredential: what an operation takes decides which credential goes where.
func TestWhichCredential(t *testing.T) {
	all := sdk.Credentials{"key": sdk.Token("k-value"), "id": sdk.Token("i d"), "session": sdk.Token("s-value"), "login": sdk.Basic("u", "p"), "bearer": sdk.Token("b-value")}
	two := sdk.Credentials{"key": sdk.Token("k-value"), "login": sdk.Basic("u", "p")}
	signed := sdk.AccessKey{Access: "a", Secret: "s"}
	for _, c := range []struct {
		auth            sdk.Auth
		operation, want string
	}{
		// A declared key does not win over the bearer that the operation takes.
		{sdk.Token("t"), "bearer", "Authorization: Bearer t"},
		{sdk.Token("t"), "key", "X-Key: t"},
		{sdk.Token("t"), "id", "?app=t"},
		{sdk.Token("t&x"), "id", "?app=t%26x"},
		{sdk.Token("t"), "session", "Cookie: sid=t"},
		{sdk.Token("t"), "none", ""},
		{sdk.Token("t"), "unstated", "X-Fallback: t"},
		{sdk.Token("t"), "key+id|bearer", "Authorization: Bearer t"},
		{sdk.Token("t"), "|key", "X-Key: t"}, // who has a credential sends it
		{sdk.Token("t"), "|login", ""},
		{sdk.Token("t"), "signature|key", "X-Key: t"},
		{sdk.Token("t"), "signature", "Authorization: t"},
		{sdk.Token("t"), "key+id", "error: key (apiKey) and id (apiKey); use Credentials"},
		{sdk.Token("t"), "login", "error: login (basic)"},
		{sdk.TokenFunc(func(context.Context) (string, error) { return "f", nil }), "id", "?app=f"},
		{&pointerAuth{"own"}, "bearer", "Authorization: Bearer own"},
		{sdk.NoAuth(), "key+id", ""},
		{sdk.NoAuth(), "unstated", ""},
		{sdk.Basic("u", "p"), "key|login", "Authorization: Basic dTpw"},
		{sdk.Basic("u", "p"), "none", ""},
		{sdk.Basic("", ""), "login", "error: empty"},
		{signed, "none", ""},
		{&signed, "signature|key", "Authorization: SDK-HMAC-SHA256"},
		{all, "key+id", "X-Key: k-value ?app=i+d"},
		{all, "login+session", "Authorization: Basic dTpw Cookie: sid=s-value"},
		{all, "bearer|key", "Authorization: Bearer b-value"},
		{all, "none", ""},
		{all, "unstated", "error: does not say"},
		{sdk.Credentials{"any": sdk.Token("t")}, "unstated", "X-Fallback: t"},
		{two, "key+id|login", "Authorization: Basic dTpw"}, // the first set of which all are there
		{two, "key+id|", ""},
		{two, "key+id", "error: the operation takes key (apiKey) and id (apiKey); there are only key, login"},
	} {
		got := ""
		client := &http.Client{Transport: roundTripper(func(r *http.Request) (*http.Response, error) {
			for _, name := range []string{"Authorization", "X-Key", "X-Fallback", "Cookie"} {
				if value := r.Header.Get(name); value != "" {
					value, _, _ = strings.Cut(value, " Access")
					got += " " + name + ": " + value
				}
			}
			if r.URL.RawQuery != "" {
				got += " ?" + r.URL.RawQuery
			}
			return response(200, ""), nil
		})}
		conn := secure(t, c.auth, sdk.WithHTTPClient(client))
		err := take(conn, c.operation)
		if wrong, ok := strings.CutPrefix(c.want, "error: "); ok {
			if err == nil || !strings.Contains(err.Error(), wrong) || got != "" {
				t.Errorf("%v, %s: %q %v", c.auth, c.operation, got, err)
			}
		} else if err != nil || strings.TrimSpace(got) != c.want {
			t.Errorf("%v, %s: got %q, want %q: %v", c.auth, c.operation, got, c.want, err)
		}
	}
}

func secure(t *testing.T, auth sdk.Auth, options ...sdk.Option) *sdk.Conn {
	t.Helper()
	conn, err := sdk.NewConn(t.Context(), secured, auth, append(options, sdk.WithEndpoint("https://x"))...)
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// take makes a call of an operation.
func take(conn *sdk.Conn, operation string) error {
	call := conn.Call(context.Background(), operation, nil)
	defer call.End()
	req, err := call.NewRequest("GET", "/", nil, "", nil)
	return call.Do(req, err, nil)
}

// TestKeysAreSecrets: keys are in no log and no error, although nothing in their names tells
// that they are secrets.
func TestKeysAreSecrets(t *testing.T) {
	const value = "nobody-may-see-this"
	var log bytes.Buffer
	client := &http.Client{Transport: roundTripper(func(r *http.Request) (*http.Response, error) {
		resp := response(403, `{"message": "`+r.URL.RawQuery+r.Header.Get("X-Key")+`"}`, "X-Key", r.Header.Get("X-Key"))
		resp.Request = r // as net/http does
		return resp, nil
	})}
	auth := sdk.Credentials{"key": sdk.Token(value), "id": sdk.Token(value), "login": sdk.Basic("u", value)}
	conn := secure(t, auth, sdk.WithHTTPClient(client), sdk.WithLogger(slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))))
	err := take(conn, "key+id")
	var failed *sdk.Error
	if !errors.As(err, &failed) || !strings.Contains(failed.URL, "?app=(redacted)") {
		t.Errorf("%v", err)
	}
	if text := fmt.Sprintf("%v %+v %v %+v", err, failed.Header, failed.URL, auth) + failed.Message + log.String(); strings.Contains(text, value) || !strings.Contains(log.String(), "app=(redacted)") {
		t.Error(text)
	}
}

// TestRenewedCredentials renews what can be, once.
func TestRenewedCredentials(t *testing.T) {
	calls := 0
	client := &http.Client{Transport: roundTripper(func(*http.Request) (*http.Response, error) {
		if calls++; calls == 1 {
			return response(401, ""), nil
		}
		return response(200, ""), nil
	})}
	renewer := &renewable{Auth: sdk.Token("t")}
	if err := take(secure(t, sdk.Credentials{"key": renewer, "id": sdk.Token("i")}, sdk.WithHTTPClient(client)), "key+id"); err != nil || renewer.times != 1 {
		t.Errorf("renewed %d times: %v", renewer.times, err)
	}
	calls = 0
	if err := take(secure(t, sdk.Credentials{"key": sdk.Token("t")}, sdk.WithHTTPClient(client)), "key"); !errors.Is(err, sdk.ErrUnauthorized) {
		t.Error(err)
	}
}

type renewable struct {
	sdk.Auth
	times int
}

func (r *renewable) Renew(context.Context, *http.Request) error { r.times++; return nil }

// What an operation takes is asked for once, and not kept for any number of paths, each of which
// Conn.Do makes an operation of.
func TestSecurityIsAskedOnce(t *testing.T) {
	asked := map[string]int{}
	service := secured
	service.Security = func(operation string) ([][]string, bool) {
		asked[operation]++
		return [][]string{{"key"}}, true
	}
	keys := 0
	client := &http.Client{Transport: roundTripper(func(req *http.Request) (*http.Response, error) {
		if req.Header.Get("X-Key") == "secret-token" {
			keys++
		}
		return &http.Response{StatusCode: http.StatusNoContent, Body: http.NoBody, Header: http.Header{}, Request: req}, nil
	})}
	conn, err := sdk.NewConn(t.Context(), service, sdk.Token("secret-token"), sdk.WithEndpoint("https://example.com"), sdk.WithHTTPClient(client))
	if err != nil {
		t.Fatal(err)
	}
	call := func(path string) {
		t.Helper()
		if err := conn.Do(t.Context(), http.MethodGet, path, nil, nil); err != nil {
			t.Fatal(err)
		}
	}
	for range 3 {
		call("/jars")
	}
	if n := asked["GET /jars"]; n != 1 || keys != 3 {
		t.Errorf("asked %d times, %d keys sent in 3 calls", n, keys)
	}
	const others = 5000
	for i := range others {
		call(fmt.Sprintf("/jars/%d", i))
	}
	call("/jars")
	if n := asked["GET /jars"]; n != 2 || keys != others+4 {
		t.Errorf("asked %d times after %d other calls, %d keys sent", n, others, keys)
	}
}
