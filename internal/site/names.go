package site

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/terminal"
)

// slugs give names that are safe in paths and in fragments of addresses, each once.
type slugs struct{ taken map[string]bool }

func newSlugs(taken ...string) *slugs {
	s := &slugs{map[string]bool{}}
	for _, name := range taken {
		s.taken[name] = true
	}
	return s
}

// of is a name of letters, digits, dots, hyphens and underscores. Names that differ by case only
// would be one file on some disks.
func (s *slugs) of(text string) string {
	slug := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_', r == '.':
			return r
		}
		return '-'
	}, text), "-.")
	if slug == "" {
		slug = "x"
	}
	free := slug
	for n := 2; s.taken[strings.ToLower(free)]; n++ {
		free = slug + "-" + strconv.Itoa(n)
	}
	s.taken[strings.ToLower(free)] = true
	return free
}

// clean is text of strangers on one line, without characters that are not seen.
func clean(text string) string {
	return terminal.Printable(strings.Join(strings.Fields(text), " "))
}

// shorten is the beginning of a text, at most so many characters.
func shorten(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return strings.TrimRight(string(runes[:most-1]), " ") + "…"
}

// webLink is an address that a page may link to, "" for one that is not of the web.
func webLink(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return ""
	}
	return address
}
