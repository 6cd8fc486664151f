package sdk_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// TestEchoedTokens has services whose credentials have names that no list has, and which send
// back all that they got: as request ID, in headers and in bodies.
func TestEchoedTokens(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request, _ int64) {
		token := strings.TrimPrefix(r.Header.Get("X-Session-Id")+r.Header.Get("Jwt")+r.URL.Query().Get("sid"), "Custom ")
		if c, err := r.Cookie("sid"); err == nil {
			token += c.Value
		}
		if _, password, ok := r.BasicAuth(); ok {
			token += password
		}
		token += r.Header.Get("Proof")
		w.Header().Set("X-Request-Id", "req-"+token)
		w.Header().Set("X-Echo", token)
		w.Header().Set("X-Session-Id", "another-of-the-service")
		quoted, _ := json.Marshal(token) // a text can always be written
		writeJSON(w, 400, `{"error_code":"E-1","error_msg":`+string(quoted)+`,"request_id":`+string(quoted)+`,"x_session_id":"another-of-the-service","errors":[`+string(quoted)+`]}`)
	})
	key := func(in, name string) sdk.Service {
		return sdk.Service{Name: "x", Token: sdk.TokenHeader{Name: name, In: in}}
	}
	const token = `s3ss"ion&<1>`
	for name, c := range map[string]struct {
		service sdk.Service
		auth    sdk.Auth
		options []sdk.Option
	}{
		"header":  {key("", "X-Session-Id"), sdk.Token(token), nil},
		"prefix":  {sdk.Service{Name: "x", Token: sdk.TokenHeader{Name: "JWT", Prefix: "Custom "}}, sdk.Token(token), nil},
		"query":   {key("query", "sid"), sdk.Token("s3ssion&<1>"), nil},
		"cookie":  {key("cookie", "sid"), sdk.Token("s3ssion&<1>"), nil},
		"basic":   {sdk.Service{Name: "x"}, sdk.Basic("user", token), nil},
		"by hand": {key("", "Proof"), sdk.NoAuth(), []sdk.Option{sdk.WithHeader("Proof", token)}},
	} {
		c.service.Security = nil
		var log bytes.Buffer
		logger := slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
		conn, err := sdk.NewConn(t.Context(), c.service, c.auth, append(c.options, sdk.WithEndpoint(s.URL), sdk.WithLogger(logger))...)
		if err != nil {
			t.Fatal(err)
		}
		err = send(conn, "PUT")
		var failed *sdk.Error
		if !errors.As(err, &failed) || failed.StatusCode != 400 {
			t.Fatalf("%s: %v", name, err)
		}
		for what, text := range map[string]string{
			"error": err.Error(), "request ID": failed.RequestID, "message": failed.Message, "header": fmt.Sprint(failed.Header),
			"problems": fmt.Sprint(failed.Problems), "URL": failed.URL, "log": log.String(),
		} {
			for _, part := range []string{"s3ss", "ion&", `ion\u0026`, `ion\\u0026`} {
				if strings.Contains(text, part) {
					t.Errorf("%s: the %s has %q: %s", name, what, part, text)
				}
			}
			if c.service.Token.Name == "X-Session-Id" && strings.Contains(text, "another-of") {
				t.Errorf("%s: the %s has the token of the response: %s", name, what, text)
			}
		}
		if !strings.Contains(log.String(), "req-(redacted)") || failed.RequestID != "req-(redacted)" {
			t.Errorf("%s: %s, %s", name, failed.RequestID, log.String())
		}
	}
}

// TestPrintedAuths prints what users keep an Auth in.
func TestPrintedAuths(t *testing.T) {
	const hidden = "hunter22-of-nobody"
	for _, auth := range []sdk.Auth{
		sdk.Token(hidden), sdk.Basic("user", hidden), &sdk.AccessKey{Access: "id", Secret: hidden, SecurityToken: hidden},
		sdk.Credentials{"a": sdk.Token(hidden), "b": sdk.Basic("user", hidden), "c": &sdk.AccessKey{Access: "id", Secret: hidden}},
		sdk.Credentials{"a": sdk.AccessKey{Access: "id", Secret: hidden}}, sdk.AccessKey{Access: "id", Secret: hidden},
	} {
		conn := connect(t, "https://x", auth, sdk.WithHeader("X-Auth-Token", hidden))
		type exported struct {
			Auth sdk.Auth
			Conn *sdk.Conn
			List []sdk.Auth
			Map  map[string]sdk.Auth
		}
		values := []any{auth, &auth, exported{auth, conn, []sdk.Auth{auth}, map[string]sdk.Auth{"x": auth}}, &exported{Auth: auth, Conn: conn}, []any{auth}, conn.Call(t.Context(), "X", nil)}
		switch auth.(type) {
		case sdk.AccessKey, *sdk.AccessKey, sdk.Credentials: // their fields are the user's, as their comments say
		default: // fmt asks no methods in a field that is not exported
			values = append(values, struct {
				auth sdk.Auth
				conn *sdk.Conn
				list []sdk.Auth
			}{auth, conn, []sdk.Auth{auth}})
		}
		for _, value := range values {
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t"} {
				text := fmt.Sprintf(verb, value)
				if strings.Contains(text, hidden) || strings.Contains(strings.ToLower(text), fmt.Sprintf("%x", hidden)) {
					t.Errorf("%s of %T: %s", verb, value, text)
				}
			}
			if text, err := json.Marshal(value); err == nil && strings.Contains(string(text), hidden) {
				t.Errorf("JSON of %T: %s", value, text)
			}
			var log bytes.Buffer
			slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "value", value)
			slog.New(slog.NewTextHandler(io.Writer(&log), nil)).Info("x", "value", value)
			if strings.Contains(log.String(), hidden) {
				t.Errorf("log of %T: %s", value, log.String())
			}
		}
	}
}
