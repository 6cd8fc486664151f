package sdk

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// secretNames are names of headers, query parameters and JSON members whose values are
// secrets, in lower case without - and _. What they show in a log or an error is replaced.
var secretNames = map[string]bool{
	"authorization": true, "proxyauthorization": true, "cookie": true, "setcookie": true, "authenticationinfo": true,
	"pass": true, "pwd": true, "sk": true, "otp": true, "pin": true, "userdata": true, "kubeconfig": true,
}

// secretParts make a name that has one of them a secret one: adminPass, X-Subject-Token,
// db_password, X-Amz-Signature.
var secretParts = []string{
	"password", "passwd", "passphrase", "passcode", "adminpass", "secret", "token", "credential", "privatekey", "apikey",
	"authkey", "signature", "keydata",
}

// plainEnds make a name a plain one although it has such a part: password_expires_at says
// when, and not what.
var plainEnds = []string{"expiresat", "expires", "createdat", "updatedat", "regex", "regexdescription", "length", "type"}

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

// hideSent replaces the secrets that went out in the headers of req, for texts of a server
// that repeats them.
func hideSent(req *http.Request, text string) string {
	if req == nil {
		return text
	}
	const short = 6 // is no secret, and likely to be part of something else
	for name, values := range req.Header {
		if !isSecret(name) {
			continue
		}
		for _, value := range values {
			if i := strings.LastIndexByte(value, ' '); i >= 0 { // after Bearer
				value = value[i+1:]
			}
			if len(value) >= short {
				text = strings.ReplaceAll(text, value, redacted)
			}
		}
	}
	return text
}
