package oauth

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/oauth2"

	"github.com/rst2openapi/rst2openapi/sdk/internal/flight"
)

// timeout is for one request for a token.
const timeout = time.Minute

var errNotMade = errors.New("oauth: the Auth was not made with ClientCredentials or Source")

// current gives the token, after a request for one where it is needed.
func (a Auth) current(ctx context.Context) (string, error) {
	if a.in == nil {
		return "", errNotMade
	}
	in := a.in
	in.mu.Lock()
	if in.token.Valid() {
		defer in.mu.Unlock()
		return in.token.AccessToken, nil
	}
	f := in.request.Flight()
	if f == nil {
		f = in.start(ctx)
	}
	f.Join()
	in.mu.Unlock()
	if err := f.Wait(ctx); err != nil {
		return "", fmt.Errorf("oauth: waiting for a token: %w", err)
	}
	token, err := f.Result()
	if err != nil {
		return "", fmt.Errorf("oauth: getting a token: %w", told(err))
	}
	return token.AccessToken, nil
}

// start asks for a token; a.mu is held.
func (a *auth) start(ctx context.Context) *flight.Flight[*oauth2.Token] {
	get := func(ctx context.Context) (*oauth2.Token, error) {
		token, err := a.get(ctx)
		if err == nil && token == nil {
			err = errors.New("the source gives neither a token nor an error")
		}
		return token, err
	}
	return a.request.Start(ctx, &a.mu, timeout, get, func(token *oauth2.Token, err error) {
		if err == nil {
			a.token = token
		}
	})
}
