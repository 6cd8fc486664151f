package sdk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/rst2openapi/rst2openapi/sdk/internal/redact"
)

// Scheme is a security scheme of a document: where a credential goes.
type Scheme struct {
	Name   string // in the document
	Type   SchemeType
	In     string // of an API key: header, query or cookie
	Key    string // of an API key: the name of the header, query parameter or cookie
	Prefix string // before a token in Authorization: "Bearer "
}

// SchemeType says what a scheme takes.
type SchemeType string

// The types of schemes.
const (
	SchemeAPIKey SchemeType = "apiKey"
	SchemeBearer SchemeType = "bearer" // a token in Authorization, of OAuth 2 and OpenID Connect as well
	SchemeBasic  SchemeType = "basic"  // a user and a password
	SchemeOther  SchemeType = "other"  // such as certificates, which are none of an Auth's business
)

// Credentials is an Auth for services whose operations take different credentials, or several
// at once: an Auth for each security scheme by its name in the document.
//
//	sdk.Credentials{"app_id": sdk.Token(id), "app_key": sdk.Token(key), "login": sdk.Basic(user, password)}
//
// A call gets those of the first set that its operation takes and that are all here.
type Credentials map[string]Auth

// Authorize is for operations of which the document does not say what they take: they get
// all credentials only where there is a single one.
func (c Credentials) Authorize(req *http.Request, header TokenHeader) error {
	if len(c) != 1 {
		return errors.New("the document does not say which credentials the operation takes")
	}
	for _, auth := range c {
		return auth.Authorize(req, header)
	}
	return nil
}

// Renew renews those that can be renewed.
func (c Credentials) Renew(ctx context.Context, refused *http.Request) error {
	renewed, errs := false, []error(nil)
	for _, name := range slices.Sorted(maps.Keys(c)) {
		if auth, ok := c[name].(Renewer); ok {
			renewed = true
			if err := auth.Renew(ctx, refused); err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", name, err))
			}
		}
	}
	if !renewed {
		return errors.New("none of the credentials can be renewed")
	}
	return errors.Join(errs...)
}

// Basic is an Auth that sends a user and a password (RFC 7617).
func Basic(user, password string) Auth { return basic{&user, &password} }

// basic has pointers for the same reason as fixedToken.
type basic struct{ user, password *string }

func (b basic) Authorize(req *http.Request, _ TokenHeader) error {
	if *b.user == "" && *b.password == "" || strings.Contains(*b.user, ":") {
		return errors.New("the user is empty, or has a colon")
	}
	req.SetBasicAuth(*b.user, *b.password)
	return nil
}

func (b basic) serves(s Scheme) bool         { return s.Type == SchemeBasic }
func (b basic) String() string               { return "sdk.Basic" + redact.Secret }
func (b basic) Format(f fmt.State, _ rune)   { _, _ = io.WriteString(f, b.String()) }
func (b basic) LogValue() slog.Value         { return slog.StringValue(b.String()) }
func (b basic) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// authorize adds the credentials that an operation takes, and reports whether it takes any.
// What the document says decides, and not what the Auth could send: an operation that takes
// none gets none.
func (c *conn) authorize(operation string, req *http.Request) (sent bool, err error) {
	sets, stated := c.credentialSets(operation)
	switch auth := c.auth.(type) {
	case noAuth:
		return false, nil
	case Credentials:
		if stated {
			return auth.authorize(req, sets)
		}
	case AccessKey, *AccessKey: // a signature is for the whole request
		if stated && len(sets) == 0 {
			return false, nil
		}
		return true, c.auth.Authorize(req, c.service.Token)
	}
	if !stated {
		return true, c.auth.Authorize(req, c.service.Token)
	}
	if len(sets) == 0 {
		return false, nil
	}
	header, ok := alone(c.auth, sets)
	if !ok && slices.ContainsFunc(sets, func(set []Scheme) bool { return len(set) == 0 }) {
		return false, nil
	}
	return true, c.auth.Authorize(req, header)
}

// credentialSets are the sets of credentials of which an operation takes one, and whether
// the document says so. The empty set is none.
func (c *conn) credentialSets(operation string) (sets [][]Scheme, stated bool) {
	if c.service.Security == nil {
		return nil, false
	}
	c.known.mu.RLock()
	known, ok := c.known.of[operation]
	c.known.mu.RUnlock()
	if !ok {
		known.sets, known.stated = c.findSets(operation)
		c.known.keep(operation, known)
	}
	return known.sets, known.stated
}

// knownSets are the sets of credentials of operations that were called.
type knownSets struct {
	mu sync.RWMutex
	of map[string]operationSets
}

type operationSets struct {
	sets   [][]Scheme
	stated bool
}

// mostKnown bounds what is kept: Conn.Do names each call by its path.
const mostKnown = 4096

func (k *knownSets) keep(operation string, sets operationSets) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.of == nil || len(k.of) >= mostKnown {
		k.of = make(map[string]operationSets)
	}
	k.of[operation] = sets
}

func (c *conn) findSets(operation string) (sets [][]Scheme, stated bool) {
	names, stated := c.service.Security(operation)
	for _, set := range names {
		schemes := []Scheme{}
		for _, name := range set {
			if i := slices.IndexFunc(c.service.Schemes, func(s Scheme) bool { return s.Name == name }); i >= 0 {
				schemes = append(schemes, c.service.Schemes[i])
			}
		}
		sets = append(sets, schemes)
	}
	return sets, stated
}

// alone finds the set that a single credential is enough for. An API key in Authorization
// comes last, because documents describe signatures so, too. Where there is no such set, what
// the operation takes is in the error of TokenHeader.Set.
func alone(auth Auth, sets [][]Scheme) (TokenHeader, bool) {
	serves := func(s Scheme) bool { return s.Type == SchemeAPIKey || s.Type == SchemeBearer }
	if one, ok := auth.(interface{ serves(Scheme) bool }); ok {
		serves = one.serves
	}
	best, found := Scheme{}, false
	for _, set := range sets {
		if len(set) != 1 || !serves(set[0]) {
			continue
		}
		if !found || best.isSignature() && !set[0].isSignature() {
			best, found = set[0], true
		}
	}
	if !found {
		return TokenHeader{wanted: describeSets(sets)}, false
	}
	return best.header(), true
}

func (s Scheme) isSignature() bool {
	return s.Type == SchemeAPIKey && strings.EqualFold(s.Key, "Authorization")
}

func (s Scheme) header() TokenHeader {
	if s.Type == SchemeAPIKey {
		return TokenHeader{Name: s.Key, In: s.In}
	}
	return TokenHeader{Name: "Authorization", Prefix: s.Prefix}
}

// describeSets is what an operation takes, as text.
func describeSets(sets [][]Scheme) string {
	var texts []string
	for _, set := range sets {
		var names []string
		for _, s := range set {
			names = append(names, fmt.Sprintf("%s (%s)", s.Name, s.Type))
		}
		if len(names) > 0 {
			texts = append(texts, strings.Join(names, " and "))
		}
	}
	return strings.Join(texts, ", or ")
}

// authorize adds the first set of which all are there.
func (c Credentials) authorize(req *http.Request, sets [][]Scheme) (sent bool, err error) {
	none := len(sets) == 0
	for _, set := range sets {
		none = none || len(set) == 0
		if len(set) == 0 || slices.ContainsFunc(set, func(s Scheme) bool { return c[s.Name] == nil && s.Type != SchemeOther }) {
			continue
		}
		for _, s := range set {
			if auth := c[s.Name]; auth != nil {
				if err := auth.Authorize(req, s.header()); err != nil {
					return false, fmt.Errorf("%s: %w", s.Name, err)
				}
			}
		}
		return true, nil
	}
	if none {
		return false, nil
	}
	return false, fmt.Errorf("the operation takes %s; there are only %s", describeSets(sets), strings.Join(slices.Sorted(maps.Keys(c)), ", "))
}

// setIn puts a token into the query or a cookie.
func (h TokenHeader) setIn(req *http.Request, token string) {
	if h.In == "cookie" {
		req.AddCookie(&http.Cookie{Name: h.Name, Value: token})
		return
	}
	// A redirect may have taken the one before along.
	pieces := slices.DeleteFunc(strings.Split(req.URL.RawQuery, "&"), func(piece string) bool {
		name, _, _ := strings.Cut(piece, "=")
		plain, err := url.QueryUnescape(name)
		return piece == "" || err == nil && plain == h.Name
	})
	req.URL.RawQuery = strings.Join(append(pieces, url.QueryEscape(h.Name)+"="+url.QueryEscape(token)), "&")
}

// secretKeys are the names under which the document sends credentials, its token header among
// them, also those that do not sound so.
func (s Service) secretKeys() []string {
	keys := []string{}
	if s.Token.Name != "" {
		keys = append(keys, s.Token.Name)
	}
	for _, scheme := range s.Schemes {
		if scheme.Type == SchemeAPIKey {
			keys = append(keys, scheme.Key)
		}
	}
	return keys
}
