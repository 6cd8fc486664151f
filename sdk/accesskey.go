package sdk

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/rst2openapi/rst2openapi/sdk/internal/redact"
)

// AccessKey is an Auth that signs requests (SDK-HMAC-SHA256), so that nothing has to log
// in and no secret is sent. It is Scoped as well, with the IDs that are set. A value and a
// pointer do the same; do not change it while it is in use. Printing it shows no secret, but
// package fmt does not ask the methods of what is in a field that is not exported: keep an
// AccessKey in an exported field, or in a Conn.
//
// A request is signed when it is authorized, with its method, path, query, body and the
// headers it has then. Headers that are added later, by net/http or a middleware, are
// sent unsigned, and the service takes them. A middleware must not change what is signed.
// Headers that belong to the way and not to the request are never signed: Host, User-Agent,
// Content-Type, Content-Length, Accept-Encoding, those of proxies and of tracing.
//
// A body that can be read only once (http.Request.GetBody is nil) is sent unsigned, with
// the header X-Sdk-Content-Sha256: UNSIGNED-PAYLOAD that says so.
type AccessKey struct {
	Access string // the ID of the key
	Secret string

	// SecurityToken comes with a temporary key; empty for a permanent one.
	SecurityToken string

	// ProjectID and DomainID are sent as X-Project-Id and X-Domain-Id, where they are set
	// and the request has no such header. Services of a project need the first, global
	// ones such as IAM the second.
	ProjectID, DomainID string

	Region string // "eu-de"

	now func() time.Time // for tests; nil is time.Now
}

const (
	signScheme      = "SDK-HMAC-SHA256"
	signDate        = "X-Sdk-Date"
	signPayload     = "X-Sdk-Content-Sha256"
	unsignedPayload = "UNSIGNED-PAYLOAD"
)

// unsigned are headers that net/http, a proxy or a tracing middleware may add or change
// after the request is signed, and the signature itself. Nor are Content-Type and Host
// signed, as in the provider's own signer.
var unsigned = []string{
	"accept-encoding", "authorization", "baggage", "connection", "content-length", "content-type", "expect", "forwarded",
	"host", "keep-alive", "proxy-authorization", "proxy-connection", "te", "traceparent", "tracestate", "trailer",
	"transfer-encoding", "upgrade", "user-agent", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto",
}

// Authorize signs the request with the current time. The service compares the time with
// its own, so the clock must be right within some minutes.
func (k AccessKey) Authorize(req *http.Request, _ TokenHeader) error {
	if k.Access == "" || k.Secret == "" {
		return errors.New("the access key lacks its ID (Access) or its secret (Secret)")
	}
	now := time.Now
	if k.now != nil {
		now = k.now
	}
	for name, value := range map[string]string{"X-Project-Id": k.ProjectID, "X-Domain-Id": k.DomainID, "X-Security-Token": k.SecurityToken} {
		if value != "" && req.Header.Get(name) == "" {
			req.Header.Set(name, value)
		}
	}
	req.Header.Set(signDate, now().UTC().Format("20060102T150405Z"))
	payload, err := payloadHash(req)
	if err != nil {
		return fmt.Errorf("signing the request: %w", err)
	}
	names, lines := signedHeaders(req.Header)
	mac := hmac.New(sha256.New, []byte(k.Secret))
	mac.Write([]byte(signScheme + "\n" + req.Header.Get(signDate) + "\n" + requestHash(req, names, lines, payload)))
	req.Header.Set("Authorization", fmt.Sprintf("%s Access=%s, SignedHeaders=%s, Signature=%s", signScheme, k.Access, names, hex.EncodeToString(mac.Sum(nil))))
	return nil
}

// Scope gives the IDs and the region that are set; it asks nobody.
func (k AccessKey) Scope(context.Context) (Scope, error) {
	return Scope{ProjectID: k.ProjectID, DomainID: k.DomainID, Region: k.Region}, nil
}

// requestHash is the hash of the request in the form that both sides make of it.
func requestHash(req *http.Request, names, lines, payload string) string {
	canonical := []string{req.Method, canonicalPath(req.URL.Path), canonicalQuery(req.URL.Query()), lines, names, payload}
	hash := sha256.Sum256([]byte(strings.Join(canonical, "\n")))
	return hex.EncodeToString(hash[:])
}

// payloadHash is what the signature says of the body. The body itself stays unread.
func payloadHash(req *http.Request) (string, error) {
	if given := req.Header.Get(signPayload); given != "" {
		return given, nil
	}
	hash := sha256.New()
	switch {
	case req.Body == nil || req.Body == http.NoBody:
	case req.GetBody == nil:
		req.Header.Set(signPayload, unsignedPayload)
		return unsignedPayload, nil
	default:
		body, err := req.GetBody()
		if err != nil {
			return "", err
		}
		_, err = io.Copy(hash, body)
		if err := errors.Join(err, body.Close()); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// signedHeaders gives the names of the headers to sign, as the signature lists them, and
// one line for each value.
func signedHeaders(header http.Header) (names, lines string) {
	values := make(map[string][]string)
	var keys []string
	for name, list := range header {
		key := strings.ToLower(name)
		if slices.Contains(unsigned, key) || len(list) == 0 {
			continue
		}
		if values[key] == nil {
			keys = append(keys, key)
		}
		values[key] = append(values[key], list...)
	}
	slices.Sort(keys)
	var b strings.Builder
	for _, key := range keys {
		slices.Sort(values[key])
		for _, value := range values[key] {
			b.WriteString(key + ":" + strings.TrimSpace(value) + "\n")
		}
	}
	return strings.Join(keys, ";"), b.String()
}

// canonicalPath escapes the segments of a path and puts a slash at its end.
func canonicalPath(path string) string {
	segments := strings.Split(strings.TrimSuffix(path, "/"), "/")
	for i, segment := range segments {
		segments[i] = escape(segment)
	}
	return strings.Join(segments, "/") + "/"
}

// canonicalQuery sorts by name first and then by value.
func canonicalQuery(query map[string][]string) string {
	names := make([]string, 0, len(query))
	for name := range query {
		names = append(names, name)
	}
	slices.Sort(names)
	var pairs []string
	for _, name := range names {
		for _, value := range slices.Sorted(slices.Values(query[name])) {
			pairs = append(pairs, escape(name)+"="+escape(value))
		}
	}
	return strings.Join(pairs, "&")
}

// escape writes all but the unreserved characters of RFC 3986 as %XX; the functions of
// net/url leave more of them, or write a space as plus.
func escape(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-_.~", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// String names the key and leaves its secrets out, as all ways to print it do.
func (k AccessKey) String() string {
	return fmt.Sprintf("sdk.AccessKey{Access: %q, Secret: %s, ProjectID: %q, DomainID: %q, Region: %q}", k.Access, redact.Secret, k.ProjectID, k.DomainID, k.Region)
}

// GoString is String.
func (k AccessKey) GoString() string { return k.String() }

// Format prints String for all verbs.
func (k AccessKey) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, k.String()) }

// LogValue is String, for log/slog.
func (k AccessKey) LogValue() slog.Value { return slog.StringValue(k.String()) }

// MarshalText is String, for encoding/json and others. There is no way back.
func (k AccessKey) MarshalText() ([]byte, error) { return []byte(k.String()), nil }
