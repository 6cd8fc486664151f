// Package redact replaces secrets in what is logged or printed. They are recognized by the
// names of headers, query parameters and JSON members.
package redact

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// Secret stands where a secret would be printed.
const Secret = "(redacted)"

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

// IsSecret reports whether a value of this name is a secret.
func IsSecret(name string) bool {
	name = plainName.Replace(strings.ToLower(name))
	if slices.ContainsFunc(plainEnds, func(end string) bool { return strings.HasSuffix(name, end) }) {
		return false
	}
	return secretNames[name] || slices.ContainsFunc(secretParts, func(part string) bool { return strings.Contains(name, part) })
}

// Named is IsSecret, or one of further names without regard to case, - and _: what a header
// X-Session-Id says is told as x_session_id in a body.
func Named(name string, further []string) bool {
	if IsSecret(name) {
		return true
	}
	if len(further) == 0 {
		return false
	}
	name = plainName.Replace(strings.ToLower(name))
	return slices.ContainsFunc(further, func(one string) bool { return plainName.Replace(strings.ToLower(one)) == name })
}

// Header is a copy of header without secrets; further are names of such.
func Header(header http.Header, further ...string) http.Header {
	out := header.Clone()
	for name, values := range out {
		for i, value := range values {
			if Named(name, further) {
				values[i] = Secret
			} else if slices.Contains(linkHeaders, name) {
				values[i] = URL(value, further...)
			}
		}
	}
	return out
}

// URL removes the user info and the fragment of an address and replaces the secrets
// in its query; further are names of such. It takes any text, as an address may be broken.
func URL(address string, further ...string) string {
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
		if Named(plain, further) {
			pairs[i] = name + "=" + Secret
		}
	}
	return address + "?" + strings.Join(pairs, "&")
}
