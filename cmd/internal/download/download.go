// Package download gets files from web servers, within budgets. URLs must have passed
// config.CheckArchive. Messages are without users and passwords.
package download

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/rst2openapi/rst2openapi/internal/config"
)

// The budgets of a download.
const (
	timeout      = 10 * time.Minute
	maxRedirects = 5
)

// File gets a file of at most most bytes. Servers may send elsewhere, but not from an encrypted
// connection to one that is not.
func File(ctx context.Context, name string, most int64) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	text, err := get(ctx, name, most)
	if wrong := (*url.Error)(nil); errors.As(err, &wrong) {
		err = wrong.Err // the rest is the URL, which the caller names
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be downloaded: %s", config.Redact(name), config.Redact(err.Error()))
	}
	return text, nil
}

func get(ctx context.Context, name string, most int64) (text []byte, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, name, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", "rst2openapi")
	client := &http.Client{CheckRedirect: checkRedirect}
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, resp.Body.Close()) }()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the server says %d", resp.StatusCode)
	}
	text, err = io.ReadAll(io.LimitReader(resp.Body, most+1))
	if err == nil && int64(len(text)) > most {
		err = fmt.Errorf("it has more than %d MiB", most>>20)
	}
	return text, err
}

func checkRedirect(next *http.Request, before []*http.Request) error {
	switch {
	case len(before) > maxRedirects:
		return fmt.Errorf("the server sends elsewhere more than %d times", maxRedirects)
	case next.URL.Scheme != "https" && before[len(before)-1].URL.Scheme == "https":
		return errors.New("the server sends from https to a connection that is not encrypted")
	}
	return nil
}
