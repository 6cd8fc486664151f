package config

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// schemes are the ways in which git may fetch. There is no ext:: among them, which runs a
// command that its URL names.
var schemes = []string{"https", "http", "ssh", "git", "file"}

// CheckGit takes what a source may name for git: a URL of a known scheme, user@host:path, or
// a path. Nothing that git would take for an option or a helper program passes, and no password:
// the file is meant to be committed.
func CheckGit(name string) error {
	scheme, _, isURL := strings.Cut(name, "://")
	switch {
	case strings.HasPrefix(name, "-"):
		return fmt.Errorf("%q begins with a dash, so git would take it for an option", name)
	case asksHelper(name):
		return fmt.Errorf("%q asks git to run a helper program, which sync never does", Redact(name))
	case strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return errors.New("the URL has control characters")
	case !isURL:
		return nil
	case !slices.Contains(schemes, scheme):
		return fmt.Errorf("%q is not a way to fetch; use %s", scheme, strings.Join(schemes, ", "))
	}
	u, err := url.Parse(name)
	if err != nil {
		return fmt.Errorf("%q is not a URL", Redact(name))
	}
	if strings.HasPrefix(u.Host, "-") || strings.HasPrefix(u.User.Username(), "-") {
		return fmt.Errorf("%q begins with a dash where a host or a user is wanted", Redact(name))
	}
	if _, secret := u.User.Password(); secret || u.User != nil && u.Scheme != "ssh" {
		return errors.New("a URL with a user or password does not belong in a file that is committed: let git's credential helper tell them")
	}
	return nil
}

// asksHelper reports whether git would take a name for an address of a helper program, as "ext::sh -c
// x". The colons of an IPv6 address in brackets are none.
func asksHelper(name string) bool {
	before, rest, bracket := strings.Cut(name, "[")
	if bracket {
		address, after, closed := strings.Cut(rest, "]")
		address, _, _ = strings.Cut(address, "%") // a zone may follow
		if closed && strings.Trim(address, "0123456789abcdefABCDEF:.") == "" {
			return strings.Contains(before, "::") || strings.Contains(after, "::")
		}
	}
	return strings.Contains(name, "::")
}

// CheckRef takes names of branches, tags and full refs, and commits, by the rules of
// git check-ref-format.
func CheckRef(name string) error {
	bad := name == "@" || strings.HasPrefix(name, "-") || strings.HasPrefix(name, "/") || strings.HasSuffix(name, "/") ||
		strings.HasSuffix(name, ".") || strings.ContainsAny(name, " ~^:?*[\\") ||
		strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f })
	for _, part := range []string{"..", "//", "@{", "/."} {
		bad = bad || strings.Contains(name, part)
	}
	for part := range strings.SplitSeq(name, "/") {
		bad = bad || strings.HasPrefix(part, ".") || strings.HasSuffix(part, ".lock")
	}
	if bad {
		return fmt.Errorf("%q cannot be the name of a branch, a tag or a commit", name)
	}
	return nil
}

// Redact replaces users and passwords in the URLs of a text.
func Redact(text string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "://")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		b.WriteString("://")
		end := strings.IndexAny(rest, "/ '\"\t\n")
		if end < 0 {
			end = len(rest)
		}
		if at := strings.LastIndexByte(rest[:end], '@'); at >= 0 {
			b.WriteString("***")
			rest = rest[at:]
		}
		text = rest
	}
}
