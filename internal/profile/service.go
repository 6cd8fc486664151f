package profile

import (
	"path"
	"strconv"
	"strings"
)

// Service is what a set says of the service that it describes. A fact that the set does not
// tell, or that makes no address, is "".
type Service struct {
	Title    string // "Cloud Server Backup Service"
	Name     string // "csbs"
	Category string // "storage"
	DocURL   string // the public address of the set's pages, with a slash at its end
	Host     string // the usual host name of the service

	pages string // public address of a page, with {page}
	edit  string // where the source of a page can be edited, with {file} and {line}
}

// Service reads the facts of a set out of its file of facts. The file is data: nothing of it
// runs, and only lines of the form
//
//	key = 'value'
//
// count, the last one of a key.
func (p *Profile) Service(text []byte) Service {
	facts := parseFacts(string(text))
	first := func(keys []string) string {
		for _, k := range keys {
			if v := facts[k]; v != "" {
				return v
			}
		}
		return ""
	}
	s := Service{Title: first(p.Facts.Title), Name: first(p.Facts.Service), Category: first(p.Facts.Category)}
	name := first(p.Facts.Environment)
	if name == "" {
		name = p.Environment
	}
	env := p.Environments[name]
	if link := first(p.Facts.Link); isLink(link) || !strings.Contains(env.Pages, "{link}") {
		s.pages = strings.ReplaceAll(env.Pages, "{link}", strings.TrimSuffix(link, "/"))
		s.DocURL, _, _ = strings.Cut(s.pages, "{page}")
	}
	if repository := first(p.Facts.Repository); isRepository(repository) || !strings.Contains(env.Edit, "{repository}") {
		s.edit = strings.ReplaceAll(env.Edit, "{repository}", repository)
	}
	if isHostLabel(s.Name) || !strings.Contains(env.Host, "{service}") {
		s.Host = strings.ReplaceAll(env.Host, "{service}", s.Name)
	}
	return s
}

func parseFacts(text string) map[string]string {
	facts := make(map[string]string)
	for line := range strings.Lines(text) {
		name, value, ok := strings.Cut(line, "=")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if !ok || len(value) < 2 || strings.ContainsAny(name, " \t#[]().") {
			continue
		}
		if q := value[0]; (q == '\'' || q == '"') && value[len(value)-1] == q {
			facts[name] = value[1 : len(value)-1]
		}
	}
	return facts
}

// isLink reports whether a text of a set can be the path in an address.
func isLink(s string) bool {
	return strings.HasPrefix(s, "/") && !strings.ContainsAny(s, " \"<>\\^`{|}")
}

// isRepository reports whether a text of a set can be the name of a repository: owner/name, or
// with further folders before it.
func isRepository(s string) bool {
	for part := range strings.SplitSeq(s, "/") {
		if part == "" || strings.Trim(part, ".") == "" || strings.Trim(strings.ToLower(part), "abcdefghijklmnopqrstuvwxyz0123456789-_.") != "" {
			return false
		}
	}
	return true
}

// isHostLabel reports whether a text of a set can be a part of a host name.
func isHostLabel(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// PageURL is the public address of a page, "" where the set's is not known. file is the
// page's path from the folder on that holds the file of facts. A path is text of the docs: all
// but plain characters are escaped.
func (s Service) PageURL(file string) string {
	if s.pages == "" {
		return ""
	}
	return strings.ReplaceAll(s.pages, "{page}", escapePath(strings.TrimSuffix(file, path.Ext(file))))
}

// EditURL is the address where a line of a page's source can be edited, "" where it is not known.
// file is as in PageURL.
func (s Service) EditURL(file string, line int) string {
	if s.edit == "" {
		return ""
	}
	return strings.NewReplacer("{file}", escapePath(file), "{line}", strconv.Itoa(line)).Replace(s.edit)
}

func escapePath(name string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(name) {
		c := name[i]
		if c == '/' || c == '_' || c == '-' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
