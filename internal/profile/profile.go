// Package profile holds what is known of one cloud and of how its documentation is kept:
// where a set says what service it describes, public addresses, the headers of
// authentication, words that mean something in these pages only. All else in this module
// knows no cloud.
//
// A profile is data, in a file of YAML: data/otc.yaml is the one that is built in, with a
// comment on each key. Users write their own by the same keys, see Parse.
package profile

import "strings"

// Profile is what is known of one cloud.
type Profile struct {
	// Name is what the profile is called in messages.
	Name string `yaml:"name"`
	// Extends is the built-in profile whose keys hold where this one does not have them, "" for
	// none.
	Extends string   `yaml:"extends"`
	Facts   FactKeys `yaml:"facts"`
	// Environment is that of a set which names none, a key of Environments or "".
	Environment string `yaml:"environment"`
	// ExportedEnvironment is that of pages without a file of facts whose links tell none, a
	// key of Environments or "".
	ExportedEnvironment string                 `yaml:"exported_environment"`
	Environments        map[string]Environment `yaml:"environments"`
	// Contact is whom users of the cloud's services can turn to, empty where that is not known.
	Contact Contact `yaml:"contact"`
	// Security are the ways of authentication, of which each request needs one.
	Security []Scheme `yaml:"security"`
	// Services are those whose calls the guides of any set show.
	Services []OtherService `yaml:"services"`
	// Placeholders are words that stand for a name of the caller's though nothing marks them,
	// by the name that they are given.
	Placeholders map[string][]string `yaml:"placeholders"`
	// Folder is where a repository of documentation has the pages of its API, with forward slashes;
	// "" where repositories differ.
	Folder string `yaml:"folder"`
	// OutdatedFolders begin the titles of folders whose pages should no longer be used.
	OutdatedFolders []string `yaml:"outdated_folders"`
	// Publish is what documents have beside what their pages say.
	Publish Publish `yaml:"publish"`
}

// FactKeys say where a set tells what it describes: for each fact, the keys that may hold it
// in the file of facts, the best first.
type FactKeys struct {
	File        string   `yaml:"file"` // its name, without folders
	Title       []string `yaml:"title"`
	Service     []string `yaml:"service"`
	Category    []string `yaml:"category"`
	Environment []string `yaml:"environment"`
	Link        []string `yaml:"link"`
	Repository  []string `yaml:"repository"`
}

// Environment is a part of the cloud with addresses of its own.
type Environment struct {
	// Pages is the public address of a page: {link} stands for the set's link, and {page} for
	// the page's path without its extension.
	Pages string `yaml:"pages"`
	// Edit is the address where the source of a page can be edited: {repository} stands for the
	// set's repository, {file} for the page's path, and {line} for a line of it.
	Edit string `yaml:"edit"`
	// Host is the host name of a service: {service} stands for the service's short name.
	Host string `yaml:"host"`
}

// Contact is whom users can turn to.
type Contact struct {
	Name string `yaml:"name"`
	URL  string `yaml:"url"`
}

// Scheme is a way of authentication by a header of each request.
type Scheme struct {
	Name        string   `yaml:"name"` // of the security scheme in the document
	Header      string   `yaml:"header"`
	Further     []string `yaml:"further"` // headers that belong to it
	Description string   `yaml:"description"`
}

// OtherService is a service with the paths of its calls that guides of other services show.
type OtherService struct {
	Name  string   `yaml:"name"` // as in "this is a call of the identity service"
	Paths []string `yaml:"paths"`
}

// Authenticates reports whether a request header of that name belongs to a way of
// authentication; case does not count.
func (p *Profile) Authenticates(header string) bool {
	for _, s := range p.Security {
		if strings.EqualFold(header, s.Header) {
			return true
		}
		for _, h := range s.Further {
			if strings.EqualFold(header, h) {
				return true
			}
		}
	}
	return false
}

// ServiceOf names the other service that a path in a guide belongs to, "" where the path is
// not known to be another one's.
func (p *Profile) ServiceOf(path string) string {
	for _, s := range p.Services {
		for _, known := range s.Paths {
			if path == known {
				return s.Name
			}
		}
	}
	return ""
}

// Placeholder is the name of what a bare word stands for, or "" for a word that stands for
// itself; case does not count. It must be asked only where the page marks no placeholder:
// elsewhere "object" is a fixed segment.
func (p *Profile) Placeholder(word string) string {
	for name, words := range p.Placeholders {
		for _, w := range words {
			if strings.EqualFold(word, w) {
				return name
			}
		}
	}
	return ""
}
