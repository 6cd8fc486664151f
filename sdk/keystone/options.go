package keystone

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Options say who logs in, and where to. One of these groups must be there:
//
//   - a password, with Username and the domain of the user, or with UserID; and a Passcode
//     where the user has a virtual MFA device
//   - a Token
//   - an application credential: ID and secret, or name, secret and user
//
// and, for a token with rights, a scope: a project, or a domain. Where a thing has an ID
// and a name, the ID counts when both are there.
type Options struct {
	AuthURL string // "https://iam.eu-de.otc.t-systems.com/v3"; /v3 is added when it is not there

	Username, UserID string
	Password         string
	Passcode         string // of a virtual MFA device; it can be used once, so the token is not renewed
	UserDomainName   string
	UserDomainID     string

	// Token is used as it is when there is no scope and no agency; else it is exchanged
	// for one with them. Neither can be renewed.
	Token string

	ApplicationCredentialID     string
	ApplicationCredentialName   string
	ApplicationCredentialSecret string

	// A project scope. Without a project domain it is the one of the user, or of the agency.
	ProjectID, ProjectName             string
	ProjectDomainName, ProjectDomainID string

	// A domain scope; it counts when there is no project.
	DomainName, DomainID string

	// An agency lets this user act for another domain, which has delegated rights to it.
	// The scope is then one of that domain, and that domain itself when there is none.
	AgencyName                       string
	AgencyDomainName, AgencyDomainID string

	// Region chooses among the endpoints of the catalogue. It may be empty when there is
	// only one, or when the project is named after its region, as in "eu-de_web".
	Region string

	// HTTPClient sends the logins; nil is a client like http.DefaultClient. It is copied.
	// Redirects are not followed, because they would take the password elsewhere.
	HTTPClient *http.Client

	// RenewBefore is how long before its end a token is renewed. Zero is five minutes, or
	// a tenth of the life of the token where that is less.
	RenewBefore time.Duration

	// Timeout is for one login with its retries; zero is one minute.
	Timeout time.Duration
}

// check says what is missing, and what cannot be together.
func (o *Options) check() error {
	if err := o.checkURL(); err != nil {
		return err
	}
	var ways []string
	if o.Password != "" || o.Passcode != "" {
		ways = append(ways, "a password or passcode")
	}
	if o.Token != "" {
		ways = append(ways, "a token")
	}
	if o.ApplicationCredentialID != "" || o.ApplicationCredentialName != "" || o.ApplicationCredentialSecret != "" {
		ways = append(ways, "an application credential")
	}
	switch {
	case len(ways) == 0:
		return errors.New("nothing to log in with: set Password (with Username or UserID), Token or ApplicationCredentialID")
	case len(ways) > 1:
		return fmt.Errorf("%s: only one of them can be used to log in", strings.Join(ways, " and "))
	case o.RenewBefore < 0 || o.Timeout < 0:
		return errors.New("RenewBefore and Timeout must not be negative")
	}
	if o.Token == "" && o.ApplicationCredentialID == "" {
		if o.Username == "" && o.UserID == "" {
			return errors.New("the user is missing: set Username or UserID")
		}
		if o.UserID == "" && o.UserDomainID == "" && o.UserDomainName == "" {
			return errors.New("a Username needs its domain: set UserDomainName or UserDomainID")
		}
	}
	if (o.ApplicationCredentialID != "" || o.ApplicationCredentialName != "") && o.ApplicationCredentialSecret == "" {
		return errors.New("ApplicationCredentialSecret is missing")
	}
	if o.ApplicationCredentialSecret != "" && o.ApplicationCredentialID == "" && o.ApplicationCredentialName == "" {
		return errors.New("ApplicationCredentialID is missing")
	}
	return o.checkScope()
}

func (o *Options) checkScope() error {
	agency := o.AgencyDomainID != "" || o.AgencyDomainName != ""
	switch {
	case o.AgencyName != "" && !agency:
		return errors.New("an agency needs the domain that made it: set AgencyDomainName or AgencyDomainID")
	case o.AgencyName == "" && agency:
		return errors.New("AgencyName is missing")
	}
	if o.ProjectName != "" && o.ProjectID == "" {
		if id, name := o.projectDomain(); id == "" && name == "" {
			return errors.New("a ProjectName needs its domain: set ProjectDomainName or ProjectDomainID")
		}
	}
	return nil
}

// checkURL also puts AuthURL into the form that is used: with version, without a slash.
func (o *Options) checkURL() error {
	if o.AuthURL == "" {
		return errors.New("AuthURL is missing, such as https://iam.eu-de.otc.t-systems.com/v3")
	}
	address, err := url.Parse(o.AuthURL)
	if err != nil {
		return errors.New("AuthURL cannot be read as a URL") // the text of err has it, and it may hold a password
	}
	if address.Scheme != "http" && address.Scheme != "https" || address.Host == "" {
		return fmt.Errorf("AuthURL %q is not like https://host/v3", address.Redacted())
	}
	if address.User != nil || address.RawQuery != "" || address.Fragment != "" {
		return errors.New("AuthURL must have no user, query or fragment")
	}
	address.Path = strings.TrimRight(address.Path, "/")
	switch last := address.Path[strings.LastIndex(address.Path, "/")+1:]; last {
	case "v3":
	case "v2.0":
		return errors.New("AuthURL is of version 2.0 of Keystone, which is not supported; it must end in /v3")
	default:
		address.Path += "/v3"
	}
	o.AuthURL = address.String()
	return nil
}

// renewable reports whether the credentials can be used again to log in.
func (o *Options) renewable() bool { return o.Token == "" && o.Passcode == "" }

// secrets are the values that must not get into an error.
func (o *Options) secrets() []string {
	return []string{o.Password, o.Passcode, o.Token, o.ApplicationCredentialSecret}
}

// String says who logs in and where to, without secrets, as all ways to print it do.
func (o Options) String() string {
	var b strings.Builder
	b.WriteString("keystone.Options{")
	for _, field := range []struct{ name, value string }{
		{"AuthURL", o.AuthURL}, {"Username", o.Username}, {"UserID", o.UserID}, {"UserDomainName", o.UserDomainName}, {"UserDomainID", o.UserDomainID},
		{"Password", hide(o.Password)}, {"Passcode", hide(o.Passcode)}, {"Token", hide(o.Token)},
		{"ApplicationCredentialID", o.ApplicationCredentialID}, {"ApplicationCredentialName", o.ApplicationCredentialName},
		{"ApplicationCredentialSecret", hide(o.ApplicationCredentialSecret)},
		{"ProjectID", o.ProjectID}, {"ProjectName", o.ProjectName}, {"ProjectDomainName", o.ProjectDomainName}, {"ProjectDomainID", o.ProjectDomainID},
		{"DomainName", o.DomainName}, {"DomainID", o.DomainID},
		{"AgencyName", o.AgencyName}, {"AgencyDomainName", o.AgencyDomainName}, {"AgencyDomainID", o.AgencyDomainID}, {"Region", o.Region},
	} {
		if field.value != "" {
			fmt.Fprintf(&b, " %s: %s", field.name, field.value)
		}
	}
	b.WriteString(" }")
	return b.String()
}

const redacted = "(redacted)"

func hide(secret string) string {
	if secret == "" {
		return ""
	}
	return redacted
}

// GoString is String.
func (o Options) GoString() string { return o.String() }

// Format prints String for all verbs.
func (o Options) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, o.String()) }

// LogValue is String, for log/slog.
func (o Options) LogValue() slog.Value { return slog.StringValue(o.String()) }

// MarshalText is String, for encoding/json and others. There is no way back.
func (o Options) MarshalText() ([]byte, error) { return []byte(o.String()), nil }
