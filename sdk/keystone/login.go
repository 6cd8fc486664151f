package keystone

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/gophercloud/gophercloud/v2"
	"github.com/gophercloud/gophercloud/v2/openstack/identity/v3/tokens"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/internal/upgrade"
)

// details are the members of a token that are used.
type details struct {
	ExpiresAt sdk.Time              `json:"expires_at"`
	IssuedAt  sdk.Time              `json:"issued_at"`
	Project   tokens.Project        `json:"project"`
	Domain    tokens.Domain         `json:"domain"`
	User      tokens.User           `json:"user"`
	Catalog   []tokens.CatalogEntry `json:"catalog"`
}

// empty reports whether a response has nothing of a token.
func (d *details) empty() bool { return d.ExpiresAt == "" && d.User.ID == "" }

var (
	errNoToken = errors.New("it has no token")
	errStatus  = errors.New("it does not have the status of a login")
)

// login gets a token, in two steps for an agency.
func (a *Auth) login(ctx context.Context) (*session, error) {
	o := a.options
	if o.AgencyName == "" {
		if o.Token != "" && o.scope() == nil {
			return a.inspect(ctx)
		}
		return a.create(ctx, "", o.userAsk(o.scope()))
	}
	token := o.Token
	if token == "" {
		user, err := a.create(ctx, "", o.userAsk(o.userScope()))
		if err != nil {
			return nil, err
		}
		token = user.token
	}
	return a.create(ctx, token, o.agencyAsk())
}

// create asks for a new token. The old one, if any, says who asks.
func (a *Auth) create(ctx context.Context, old string, body ask) (*session, error) {
	client, seen := a.client(old)
	asked := a.now().Round(0)
	result := tokens.Create(ctx, client, body)
	var d details
	err := result.Err
	if err == nil {
		err = result.ExtractIntoStructPtr(&d, "token")
	}
	token := result.Header.Get("X-Subject-Token")
	if err == nil && (token == "" || d.empty()) {
		err = errNoToken
	}
	if err != nil {
		return nil, a.failure(seen, err, old)
	}
	return a.newSession(token, &d, asked), nil
}

// inspect looks up what a token that was given is for.
func (a *Auth) inspect(ctx context.Context) (*session, error) {
	client, seen := a.client(a.options.Token)
	result := tokens.Get(ctx, client, a.options.Token)
	var d details
	err := result.Err
	if err == nil {
		err = result.ExtractIntoStructPtr(&d, "token")
	}
	if err == nil && d.empty() {
		err = errNoToken
	}
	if err != nil {
		return nil, a.failure(seen, err, "")
	}
	d.IssuedAt = "" // long ago
	return a.newSession(a.options.Token, &d, a.now()), nil
}

// newSession works out when the token ends. The clock of the server may differ from ours,
// so the time between its two dates counts from when we asked. Wall clocks are compared,
// because the other clock of a computer stands still while it sleeps.
func (a *Auth) newSession(token string, d *details, asked time.Time) *session {
	s := &session{token: token, entries: d.Catalog}
	if end, err := d.ExpiresAt.Time(); err == nil {
		s.expires = end
		if begin, err := d.IssuedAt.Time(); err == nil && a.options.renewable() {
			s.expires = asked.Add(end.Sub(begin))
		}
		s.renewAt = s.expires
		if a.options.renewable() {
			life := s.expires.Sub(asked)
			before := min(5*time.Minute, life/10)
			if a.options.RenewBefore > 0 {
				before = min(a.options.RenewBefore, life/2)
			}
			s.renewAt = s.expires.Add(-before)
		}
	}
	s.scope = sdk.Scope{ProjectID: d.Project.ID, ProjectName: d.Project.Name}
	for _, id := range []string{d.Project.Domain.ID, d.Domain.ID, d.User.Domain.ID} {
		if s.scope.DomainID == "" {
			s.scope.DomainID = id
		}
	}
	s.scope.Region = a.options.Region
	if s.scope.Region == "" {
		s.scope.Region = chooseRegion(regionsOf(s.entries), s.scope.ProjectName)
	}
	return s
}

// client makes what sends one request of a login. Each has its own, because gophercloud
// keeps the token in it.
func (a *Auth) client(token string) (*gophercloud.ServiceClient, *recorder) {
	base := a.options.HTTPClient
	if base == nil {
		base = &http.Client{}
	}
	seen := &recorder{next: base.Transport}
	if seen.next == nil {
		seen.next = http.DefaultTransport
	}
	provider := &gophercloud.ProviderClient{TokenID: token, RetryFunc: a.retry}
	provider.HTTPClient = *base
	provider.HTTPClient.Transport = seen
	provider.HTTPClient.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	provider.UserAgent.Prepend("rst2openapi-sdk-keystone")
	return &gophercloud.ServiceClient{ProviderClient: provider, Endpoint: a.options.AuthURL + "/"}, seen
}

// retry is asked by gophercloud after a failed request: nil means once more. Asking twice
// for a token does no harm, except with a passcode.
func (a *Auth) retry(ctx context.Context, _, _ string, _ *gophercloud.RequestOpts, err error, failures uint) error {
	const most, longest = 2, 10 * time.Second
	wait, again := transient(err)
	if !again || failures > most || a.options.Passcode != "" || ctx.Err() != nil {
		return err
	}
	wait = min(max(wait, time.Duration(failures)*time.Second/2), longest)
	if a.sleep(ctx, wait) != nil {
		return err
	}
	return nil
}

// transient reports whether an error may be gone a little later, and after how long the
// server says it is.
func transient(err error) (time.Duration, bool) {
	var response gophercloud.ErrUnexpectedResponseCode
	if errors.As(err, &response) {
		switch response.Actual {
		case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			seconds, _ := strconv.Atoi(response.ResponseHeader.Get("Retry-After"))
			return time.Duration(min(max(seconds, 0), 60)) * time.Second, true
		}
		return 0, false
	}
	var (
		broken      *url.Error
		certificate *tls.CertificateVerificationError
	)
	return 0, errors.As(err, &broken) && !errors.As(err, &certificate) && !errors.Is(err, sdk.ErrTooLarge) && !errors.Is(err, upgrade.ErrSwitched)
}

// failure is the error of a login: an *sdk.Error where there was a response. The text of
// gophercloud's errors is not used, because it shows bodies.
func (a *Auth) failure(seen *recorder, err error, old string) error {
	var (
		broken   *url.Error
		response gophercloud.ErrUnexpectedResponseCode
	)
	switch {
	case seen.cut != nil:
		err = seen.cut
	case errors.As(err, &broken) || seen.status == 0:
		return fmt.Errorf("keystone: logging in: %w", err)
	case errors.As(err, &response):
		err = errStatus
	}
	return fmt.Errorf("keystone: %w", seen.failure(err, append(a.options.secrets(), old)))
}
