package main

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"

	"github.com/rst2openapi/rst2openapi/cmd/internal/download"
	"github.com/rst2openapi/rst2openapi/internal/config"
	"github.com/rst2openapi/rst2openapi/internal/convert"
	"github.com/rst2openapi/rst2openapi/internal/snapshot"
)

// openDownload opens the pages of an archive that is downloaded, once for each pin.
func (d docsReader) openDownload(ctx context.Context, set *config.Set, pin string) (*openDocs, error) {
	s := set.Source
	if pin == "" {
		return nil, fmt.Errorf("no archive is pinned yet: run rst2openapi sync --update %s", set.Name)
	}
	return &openDocs{pin, archiveKey(pin, s.Path), func() (convert.Set, error) {
		text, err := d.downloaded(ctx, set, pin)
		if err != nil {
			return convert.Set{}, err
		}
		name := s.Archive
		if u, err := url.Parse(name); err == nil {
			name = u.Path // its end tells the form
		}
		return d.unpack(set, name, text)
	}}, nil
}

// downloaded gives the archive that a pin names, from the cache or from its server.
func (d docsReader) downloaded(ctx context.Context, set *config.Set, pin string) ([]byte, error) {
	cached := d.cachedArchive(pin)
	if text, err := readCached(cached); err == nil && sumOf(text) == pin {
		return text, nil
	}
	if d.offline {
		return nil, fmt.Errorf("%s is not in the cache: run once without --offline", set.Source.Archive)
	}
	text, err := download.File(ctx, set.Source.Archive, snapshot.MaxBytes)
	if err != nil {
		return nil, err
	}
	if sum := sumOf(text); sum != pin {
		return nil, notPinned(set, sum)
	}
	return text, d.keep(cached, text)
}

// download downloads an archive and keeps it. It gives the pin.
func (d docsReader) download(ctx context.Context, name string) (string, error) {
	text, err := download.File(ctx, name, snapshot.MaxBytes)
	if err != nil {
		return "", err
	}
	sum := sumOf(text)
	return sum, d.keep(d.cachedArchive(sum), text)
}

// cachedArchive is the file of the cache for an archive, "" where there is no cache.
func (d docsReader) cachedArchive(sum string) string {
	if d.cache == "" {
		return ""
	}
	return filepath.Join(d.cache, "docs", sum+".archive")
}
