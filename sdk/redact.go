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
)

// secretNames are names of headers, query parameters and JSON members whose values are
// secrets, in lower case without - and _. What they show in a log or an error is replaced.
var secretNames = map[string]bool{
	"authorization": true, "proxyauthorization": true, "cookie": true, "setcookie": true, "authenticationinfo": true,
	"pass": true, "sk": true, "psk": true, "otp": true, "totp": true, "pin": true, "sig": true, "samlresponse": true,
	"userdata": true, "personality": true, "kubeconfig": true, "auths": true, "dockerconfigjson": true,
	"serverkey": true, "clientkey": true, "rootkey": true, "base32stringseed": true,
}

// secretParts make a name that has one of them a secret one: adminPass, X-Subject-Token,
// db_password, X-Amz-Signature, X-Apig-AppCode.
var secretParts = []string{
	"password", "passwd", "pwd", "passphrase", "passcode", "adminpass", "secret", "token", "credential", "privatekey",
	"presharedkey", "sharedkey", "apikey", "authkey", "securitykey", "customerkey", "signature", "keydata", "appcode",
	"authenticationcode", "dockerlogin", "keytab",
}

// plainEnds make a name a plain one although it has such a part: password_expires_at says
// when, and not what.
var plainEnds = []string{
	"expiresat", "expires", "createdat", "updatedat", "time", "days", "period", "passwordage", "regex", "regexdescription", "length",
	"type", "status", "strength", "policy", "requirements", "combination", "disallowed", "usernameorinvert", "algorithm", "method",
	"secretname", "signaturename", "pwdaccounts", "managepassword",
}

// linkHeaders are headers whose values are addresses.
var linkHeaders = []string{"Location", "Content-Location", "Referer"}

var plainName = strings.NewReplacer("-", "", "_", "", ".", "", " ", "")

// isSecret reports whether a value of this name is a secret.
func isSecret(name string) bool {
	name = plainName.Replace(strings.ToLower(name))
	if slices.ContainsFunc(plainEnds, func(end string) bool { return strings.HasSuffix(name, end) }) {
		return false
	}
	return secretNames[name] || slices.ContainsFunc(secretParts, func(part string) bool { return strings.Contains(name, part) })
}

// redactHeader is a copy without secrets.
func redactHeader(header http.Header) http.Header {
	out := header.Clone()
	for name, values := range out {
		for i, value := range values {
			if isSecret(name) {
				values[i] = redacted
			} else if slices.Contains(linkHeaders, name) {
				values[i] = redactURL(value)
			}
		}
	}
	return out
}

// redactURL removes the user info and the fragment of an address and replaces the secrets
// in its query. It takes any text, as an address may be broken.
func redactURL(address string) string {
	address, _, _ = strings.Cut(address, "#")
	address, query, hasQuery := strings.Cut(address, "?")
	if start := strings.Index(address, "//"); start >= 0 {
		start += len("//")
		end := len(address)
		if i := strings.IndexByte(address[start:], '/'); i >= 0 {
			end = start + i
		}
		if at := strings.LastIndexByte(address[start:end], '@'); at >= 0 {
			address = address[:start] + address[start+at+1:]
		}
	}
	if !hasQuery {
		return address
	}
	pairs := strings.Split(query, "&")
	for i, pair := range pairs {
		name, _, _ := strings.Cut(pair, "=")
		plain, err := url.QueryUnescape(name)
		if err != nil {
			plain = name
		}
		if isSecret(plain) {
			pairs[i] = name + "=" + redacted
		}
	}
	return address + "?" + strings.Join(pairs, "&")
}

// minSecret is how long a value must be to be looked for in texts. A shorter one is no
// secret, and likely to be part of something else.
const minSecret = 6

// hide replaces the secrets that were sent, in the text of a server that repeats them.
func (x *exchange) hide(text string) string { return x.hideIn(x.authorized, text) }

// hideIn is hide with the headers of one request of the call, or nil.
func (x *exchange) hideIn(req *http.Request, text string) string {
	if text == "" {
		return ""
	}
	return x.sent().Replace(hideSent(req, text))
}

// hideSent replaces the secrets that went out in the headers of req.
func hideSent(req *http.Request, text string) string {
	if req == nil {
		return text
	}
	for name, values := range req.Header {
		if !isSecret(name) {
			continue
		}
		for _, value := range values {
			if i := strings.LastIndexByte(value, ' '); i >= 0 { // after Bearer
				value = value[i+1:]
			}
			if len(value) >= minSecret {
				text = strings.ReplaceAll(text, value, redacted)
			}
		}
	}
	return text
}

// sentSecrets replaces the secrets in the query and in the JSON body of a request. A body of
// more than 64 MiB is not looked through.
func sentSecrets(req *http.Request) *strings.Replacer {
	found := map[string]bool{}
	for name, values := range req.URL.Query() {
		gatherSecrets(name, values, isSecret(name), found)
	}
	if req.GetBody != nil && isJSONType(req.Header.Get("Content-Type")) {
		if body, err := req.GetBody(); err == nil {
			var value any
			if json.NewDecoder(io.LimitReader(body, DefaultMaxAnswer)).Decode(&value) == nil {
				gatherSecrets("", value, false, found)
			}
			_ = body.Close() // it was only read
		}
	}
	// The longest first, as one may be the beginning of another.
	secrets := slices.SortedFunc(maps.Keys(found), func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	pairs := make([]string, 0, 2*len(secrets))
	for _, secret := range secrets {
		pairs = append(pairs, secret, redacted)
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
			named = named || isSecret(text)
		}
		for member, inner := range v {
			gatherSecrets(member, inner, secret || isSecret(member) || named && member == "value", found)
		}
	}
}
