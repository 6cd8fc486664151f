package sdk

import (
	"cmp"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/sdk/internal/redact"
)

// minSecret is how long a value must be to be looked for in texts. A shorter one is not a
// secret, and likely to be part of something else.
const minSecret = 6

// hide replaces the secrets that were sent, in the text of a server that echoes them.
func (x *exchange) hide(text string) string { return x.hideIn(x.authorized, text) }

// hideIn is hide with the headers of one request of the call, or nil.
func (x *exchange) hideIn(req *http.Request, text string) string {
	if text == "" {
		return ""
	}
	return x.sent().Replace(hideSent(req, x.call.conn.secretKeys, text))
}

// headers are a copy of headers without secrets: those known by their names, and the echoes of
// what was sent with req, under whatever name.
func (x *exchange) headers(req *http.Request, header http.Header) http.Header {
	out := redact.Header(header, x.call.conn.secretKeys...)
	for _, values := range out {
		for i := range values {
			values[i] = x.hideIn(req, values[i])
		}
	}
	return out
}

// url is an address as it can be told.
func (x *exchange) url(address *url.URL) string {
	return redact.URL(address.String(), x.call.conn.secretKeys...)
}

// hideSent replaces the secrets that went out in the headers and the query of req; keys are
// names of further ones.
func hideSent(req *http.Request, keys []string, text string) string {
	if req == nil {
		return text
	}
	if len(keys) > 0 {
		query := req.URL.Query()
		for _, key := range keys {
			if value := query.Get(key); len(value) >= minSecret {
				text = without(without(text, value), url.QueryEscape(value))
			}
		}
	}
	for name, values := range req.Header {
		if !redact.Named(name, keys) {
			continue
		}
		for _, value := range values {
			if i := strings.LastIndexByte(value, ' '); i >= 0 { // after Bearer
				value = value[i+1:]
			}
			text = without(text, value)
		}
	}
	for _, cookie := range req.Cookies() {
		text = without(text, cookie.Value)
	}
	if user, password, ok := req.BasicAuth(); ok {
		text = without(without(text, user+":"+password), password)
	}
	return text
}

// without replaces a secret in a text, also as JSON writes it.
func without(text, secret string) string {
	if len(secret) < minSecret {
		return text
	}
	text = strings.ReplaceAll(text, secret, redact.Secret)
	if quoted, err := json.Marshal(secret); err == nil && len(quoted) != len(secret)+2 {
		text = strings.ReplaceAll(text, string(quoted[1:len(quoted)-1]), redact.Secret)
	}
	return text
}

// sentSecrets replaces the secrets in the query and in the JSON body of a request. A body of
// more than 64 MiB is not looked through.
func sentSecrets(req *http.Request, keys []string) *strings.Replacer {
	found := map[string]bool{}
	for name, values := range req.URL.Query() {
		gatherSecrets(name, values, redact.IsSecret(name), found)
	}
	for name, values := range req.Header { // of WithHeader; what an Auth adds is not here
		gatherSecrets(name, values, redact.Named(name, keys), found)
	}
	if req.GetBody != nil && isJSONType(req.Header.Get("Content-Type")) {
		if body, err := req.GetBody(); err == nil {
			var value any
			if json.NewDecoder(io.LimitReader(body, DefaultMaxResponseSize)).Decode(&value) == nil {
				gatherSecrets("", value, false, found)
			}
			_ = body.Close() // it was only read
		}
	}
	// The longest first, as one may be the beginning of another.
	secrets := slices.SortedFunc(maps.Keys(found), func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	pairs := make([]string, 0, 2*len(secrets))
	for _, secret := range secrets {
		pairs = append(pairs, secret, redact.Secret)
	}
	return strings.NewReplacer(pairs...)
}

// gatherSecrets finds the texts in secret members, and in all that is in them.
func gatherSecrets(name string, value any, secret bool, found map[string]bool) {
	switch v := value.(type) {
	case string:
		if secret && len(v) >= minSecret {
			found[v] = true
			// As the log writes it.
			if quoted, err := json.Marshal(v); err == nil {
				found[string(quoted[1:len(quoted)-1])] = true
			}
		}
	case []string:
		for _, item := range v {
			gatherSecrets(name, item, secret, found)
		}
	case []any:
		for _, item := range v {
			gatherSecrets(name, item, secret, found)
		}
	case map[string]any:
		named := false // {"key": "password", "value": …}
		for _, member := range []string{"key", "name"} {
			text, _ := v[member].(string)
			named = named || redact.IsSecret(text)
		}
		for member, inner := range v {
			gatherSecrets(member, inner, secret || redact.IsSecret(member) || named && member == "value", found)
		}
	}
}
