package profile

import (
	"bytes"
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"
)

// Exported is what pages say of their service that were exported or saved without a file of
// facts. name is the service's short name, where a table of contents or the pages tell it.
// Which environment they are of, and where they stand, the addresses in them tell: those of
// the environment's pages and services, and those that end in the name of one of the files.
func (p *Profile) Exported(name string, texts map[string][]byte) Service {
	own := make(map[string]bool, len(texts))
	for file := range texts {
		own[baseName(file)] = true
	}
	environments, folders := map[string]int{}, map[string]int{}
	for _, text := range texts {
		eachAddress(text, func(address string) {
			for key, env := range p.Environments {
				if env.has(address) {
					environments[key]++
				}
			}
			if dir, file := path.Split(address); own[baseName(file)] && strings.HasSuffix(file, ".html") {
				folders[dir]++
			}
		})
	}
	key := cmp.Or(most(environments), p.ExportedEnvironment, p.Environment)
	s := Service{Name: name}
	env := p.Environments[key]
	if isHostLabel(name) || !strings.Contains(env.Host, "{service}") {
		s.Host = strings.ReplaceAll(env.Host, "{service}", name)
	}
	// Only addresses of the cloud's own pages are taken from the text of pages.
	if dir := most(folders); dir != "" && env.has(dir) {
		s.DocURL, s.pages = dir, dir+"{page}.html"
	}
	return s
}

// has reports whether an address is one of the environment's pages or services.
func (e Environment) has(address string) bool {
	_, rest, _ := strings.Cut(address, "://")
	host, _, _ := strings.Cut(rest, "/")
	pages, _, _ := strings.Cut(strings.TrimPrefix(e.Pages, "https://"), "/")
	if pages, _, _ = strings.Cut(pages, "{"); host == pages && host != "" {
		return true
	}
	before, after, ok := strings.Cut(e.Host, "{service}")
	label, fits := strings.CutSuffix(strings.TrimPrefix(host, before), after)
	return ok && after != "" && fits && isHostLabel(label)
}

// eachAddress gives the web addresses in a text, without what follows a question or
// number sign.
func eachAddress(text []byte, found func(address string)) {
	for {
		i := bytes.Index(text, []byte("://"))
		if i < 0 {
			return
		}
		start := i - len("https")
		if start < 0 || string(text[start:i]) != "https" {
			text = text[i+len("://"):]
			continue
		}
		end := i + len("://")
		for end < len(text) && isAddressByte(text[end]) {
			end++
		}
		found(string(text[start:end]))
		text = text[end:]
	}
}

func isAddressByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' || c == '/'
}

// baseName is the name of a file without folder and extension.
func baseName(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}

// most is the key with the highest count, the first by name of several, "" for none.
func most(counts map[string]int) string {
	best := ""
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		if best == "" || counts[key] > counts[best] {
			best = key
		}
	}
	return best
}
