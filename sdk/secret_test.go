package sdk_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/gen"
)

// secretName says of names whether their values are secrets. It has all of spec/*.yaml that
// look like it, and others of the documentation of this cloud.
var secretName = map[string]bool{
	"X-Auth-Token": true, "X-Subject-Token": true, "SAMLResponse": true, "auth_key": true, "authentication_code": true,
	"authentication_code_first": true, "authentication_code_second": true, "base32_string_seed": true, "credential": true,
	"credentials": true, "ds:Signature": true, "ds:SignatureValue": true, "id_token": true, "original_password": true,
	"passcode": true, "password": true, "secret": true, "securitytoken": true, "token": true, "totp": true,

	"ds:SignatureMethod": false, "hw:passthrough": false, "last_pwd_auth_time": false, "maximum_password_length": false,
	"minimum_password_age": false, "minimum_password_length": false, "number_of_recent_passwords_disallowed": false,
	"password_char_combination": false, "password_expires_at": false, "password_not_username_or_invert": false,
	"password_policy": false, "password_regex": false, "password_regex_description": false, "password_requirements": false,
	"password_validity_period": false, "manage_password": false, "pwd_status": false, "pwd_strength": false,

	"psk": true, "pre_shared_key": true, "presharedKey": true, "sig": true, "db_user_pwd": true, "user_pwd": true, "pwd": true, "pwd_hash": true,
	"user_data": true, "personality": true, "auths": true, ".dockerconfigjson": true, "X-Swr-Dockerlogin": true, "app_code": true,
	"X-Apig-AppCode": true, "linkConfig.securityKey": true, "linkConfig.keytab": true, "serverKey": true, "client.key": true, "root.key": true,
	"common_shared.key": true, "client-key-data": true, "x-obs-server-side-encryption-customer-key": true, "sign_secret": true,
	"cluster_admin_secret": true, "ssl_cert_password": true, "kubeconfig": true, "userPassword": true, "secret_key": true, "sk": true, "pin": true,

	"pwd_max_days": false, "pwd_warn_left_days": false, "weak_pwd_accounts": false, "signature_algorithm": false, "signature_name": false,
	"secretName": false, "app_code_auth_type": false, "access_key": false, "signing_key": false, "public_key": false, "key": false,
	"key_name": false, "disk_encrypted_key": false, "design": false, "signal": false, "code": false, "error_code": false, "pass_rate": false,
	"pass_through": false, "signatureType": false, "private_ip": false, "mapping": false, "shipping": false, "task": false, "disk": false,
	"authors": false, "auth": false, "user_data_format": false, "certificate": false, "assigned": false, "name": false, "value": false,
}

var looksSecret = regexp.MustCompile(`(?i)pass|pwd|secret|token|credential|psk|saml|seed|otp|auth_?key|authentication_?code|signature`)

func TestSecretNames(t *testing.T) {
	for name, want := range secretName {
		var c gen.Checker
		c.In(name)
		c.Add("pattern", "hunter22", nil)
		var found sdk.Violations
		if !errors.As(c.Err(), &found) || (found[0].Value == nil) != want {
			t.Errorf("%s: a secret: %v, want %v", name, !want, want)
		}
	}
	documents, err := filepath.Glob("../spec/*.yaml")
	if err != nil || len(documents) < 5 {
		t.Fatalf("%v, %d documents", err, len(documents))
	}
	seen := func(document, name string) {
		if _, known := secretName[name]; !known && looksSecret.MatchString(name) {
			t.Errorf("%s: is the value of %s a secret? It belongs into the list above", document, name)
		}
	}
	for _, document := range documents {
		doc, err := openapi3.NewLoader().LoadFromFile(document)
		if err != nil {
			t.Fatal(err)
		}
		err = doc.WalkSchemas(func(_ string, ref *openapi3.SchemaRef) error {
			for name := range ref.Value.Properties {
				seen(document, name)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range doc.Paths.Map() {
			for _, operation := range item.Operations() {
				for _, p := range append(operation.Parameters, item.Parameters...) {
					seen(document, p.Value.Name)
				}
			}
		}
	}
}

// TestEchoedSecrets has a service that echoes in its messages what was sent.
func TestEchoedSecrets(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request, n int64) {
		text := `bad hunter22 in it, hunter2233, of /etc/shadow1, (hunt\"er&22), in query22, by short, web-server`
		switch r.URL.Path {
		case "/html":
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, "<html><title>"+strings.ReplaceAll(text, `\"`, `"`)+"</title></html>")
		default:
			writeJSON(w, 400, `{"error_code":"X.hunter22","error_msg":"`+text+`"}`)
		}
	})
	var log bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	conn := connect(t, s.URL, sdk.NoAuth(), sdk.WithLogger(logger))
	body := map[string]any{
		"name": "web-server", "adminPass": "hunter22", "pin": "short", "list": []any{map[string]any{"db_pwd": []string{"hunter2233"}}},
		"tags": []any{map[string]string{"key": "psk", "value": `hunt"er&22`}}, "secrets": map[string]any{"path": "/etc/shadow1", "n": 1, "none": nil},
	}
	for _, path := range []string{"/", "/html"} {
		log.Reset()
		var result map[string]any
		err := conn.Do(context.Background(), "POST", path+"?sig=query22", body, &result)
		var failed *sdk.Error
		if !errors.As(err, &failed) {
			t.Fatal(err)
		}
		for what, text := range map[string]string{"error": err.Error(), "message": failed.Message, "code": failed.Code, "URL": failed.URL, "log": log.String()} {
			for _, secret := range []string{"hunter22", "er&22", `er\\u002622`, "shadow1", "query22"} {
				if strings.Contains(text, secret) {
					t.Errorf("%s: the %s has %q: %s", path, what, secret, text)
				}
			}
		}
		if !strings.Contains(err.Error(), "bad (redacted) in it, (redacted), of (redacted), ((redacted)), in (redacted), by short, web-server") {
			t.Errorf("%s: %v", path, err)
		}
		if raw := string(failed.Body); !strings.Contains(raw, "hunter22") {
			t.Errorf("%s: the raw response is %s", path, raw)
		}
	}
}

// TestSecretsAreReadOnce reads a body for its secrets only when there is an error, and once.
func TestSecretsAreReadOnce(t *testing.T) {
	for _, c := range []struct{ status, reads int }{{200, 0}, {400, 1}} {
		transport := roundTripper(func(*http.Request) (*http.Response, error) {
			return response(c.status, `{"error_code":"E","error_msg":"hunter22"}`), nil
		})
		call := connect(t, "https://x", sdk.NoAuth(), sdk.WithHTTPClient(&http.Client{Transport: transport})).Call(t.Context(), "X", nil)
		req, err := call.NewRequest("POST", "/", nil, "application/json", call.JSON(map[string]string{"password": "hunter22"}))
		reads, get := 0, req.GetBody
		req.GetBody = func() (io.ReadCloser, error) { reads++; return get() }
		if err = call.Do(req, err, nil); (err != nil) != (c.status == 400) || err != nil && strings.Contains(err.Error(), "hunter22") || reads != c.reads {
			t.Errorf("%d: %v, the body was read %d times", c.status, err, reads)
		}
	}
}
