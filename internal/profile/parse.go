package profile

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

//go:embed data
var data embed.FS

// Default is the name of the profile that is used where none is asked for.
const Default = "otc"

// BuiltIn gives the profile of a name that comes with this program, and its text. ok is
// false where there is none of that name.
func BuiltIn(name string) (p *Profile, text []byte, ok bool) {
	text, err := data.ReadFile("data/" + name + ".yaml")
	if err != nil {
		return nil, nil, false
	}
	p, err = Parse(name, text)
	return p, text, err == nil
}

// Names are the names of the profiles that come with this program, sorted.
func Names() []string {
	entries, err := data.ReadDir("data")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.TrimSuffix(e.Name(), ".yaml")
	}
	return names
}

// Parse reads a profile from YAML. file is how messages call the text. An unknown key, a
// value of another type and an address that cannot be one are errors; each message names
// the file and, where it is known, the line.
func Parse(file string, text []byte) (*Profile, error) {
	p, err := base(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	dec := yaml.NewDecoder(bytes.NewReader(text))
	dec.KnownFields(true)
	if err := dec.Decode(p); errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: a profile must not be empty: it has at least a name", file)
	} else if err != nil {
		return nil, fmt.Errorf("%s: %s", file, message(err))
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: a profile is one YAML document; there is a second one after it", file)
	}
	if err := p.check(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return p, nil
}

// base is the built-in profile that a text extends, an empty one where it extends none. What is
// wrong with the text but for that is found when it is read as a whole.
func base(text []byte) (*Profile, error) {
	var extends struct {
		Extends string `yaml:"extends"`
	}
	p := new(Profile)
	if yaml.Unmarshal(text, &extends) != nil || extends.Extends == "" {
		return p, nil
	}
	of, err := data.ReadFile("data/" + extends.Extends + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("extends: there is no built-in profile %q", extends.Extends)
	}
	if err := yaml.Unmarshal(of, p); err != nil || p.Extends != "" {
		return nil, fmt.Errorf("extends: %q cannot be extended", extends.Extends)
	}
	p.Name = ""
	return p, nil
}

// goTypes are what messages of the YAML library call the parts of a profile.
var goTypes = strings.NewReplacer(
	"field ", "unknown key ", " not found in type profile.Profile", "",
	" not found in type profile.FactKeys", " in facts", " not found in type profile.Environment", " in an entry of environments",
	" not found in type profile.Scheme", " in an entry of security", " not found in type profile.OtherService", " in an entry of services",
	" not found in type profile.PublishedHeader", " in a header of publish", " not found in type profile.Publish", " in publish",
	" not found in type profile.ScopeTags", " in publish.scope", " not found in type profile.ExamplesOf", " in publish.examples",
	" not found in type profile.Contact", " in contact", " into profile.Contact", " where a map is wanted",
	"cannot unmarshal ", "", "!!map", "a map", "!!seq", "a list", "!!str", "the text", "!!int", "the number", "!!bool", "the boolean",
	" into string", " where a text is wanted", " into []string", " where a list of texts is wanted",
	" into map[string][]string", " where a map of lists is wanted", " into map[string]profile.Environment", " where a map of environments is wanted",
	" into []profile.Scheme", " where a list of schemes is wanted", " into []profile.OtherService", " where a list of services is wanted",
	" into profile.FactKeys", " where a map is wanted", " into profile.Environment", " where a map is wanted",
	" into profile.Profile", " where a profile, a map, is wanted",
	" into []profile.PublishedHeader", " where a list of headers is wanted", " into map[string]profile.ExamplesOf", " where a map of methods is wanted",
	" into profile.PublishedHeader", " where a map is wanted", " into profile.Publish", " where a map is wanted", " into profile.ScopeTags", " where a map is wanted",
	" into profile.ExamplesOf", " where a map is wanted", " into bool", " where true or false is wanted",
	" into profile.Scheme", " where a map is wanted", " into profile.OtherService", " where a map is wanted",
)

// message says in the words of a profile what the YAML library found.
func message(err error) string {
	var typed *yaml.TypeError
	if errors.As(err, &typed) {
		lines := make([]string, len(typed.Errors))
		for i, e := range typed.Errors {
			lines[i] = goTypes.Replace(e)
		}
		return strings.Join(lines, "; ")
	}
	return strings.TrimPrefix(err.Error(), "yaml: ")
}

// check finds what the form alone does not tell to be wrong.
func (p *Profile) check() error {
	if p.Name == "" {
		return errors.New("name is missing")
	}
	if strings.ContainsAny(p.Facts.File, "/\\") {
		return fmt.Errorf("facts.file is the name of a file without folders, not %q", p.Facts.File)
	}
	if p.Folder != "" && (!fs.ValidPath(p.Folder) || p.Folder == ".") {
		return fmt.Errorf("folder is the path of a folder inside of a repository, with forward slashes, not %q", p.Folder)
	}
	if _, ok := p.Environments[p.Environment]; p.Environment != "" && !ok {
		return fmt.Errorf("environment %q has no entry in environments", p.Environment)
	}
	if _, ok := p.Environments[p.ExportedEnvironment]; p.ExportedEnvironment != "" && !ok {
		return fmt.Errorf("exported_environment %q has no entry in environments", p.ExportedEnvironment)
	}
	for _, name := range sortedKeys(p.Environments) {
		if err := p.Environments[name].check(); err != nil {
			return fmt.Errorf("environments.%s.%w", name, err)
		}
	}
	if u, err := url.Parse(p.Contact.URL); err != nil || (p.Contact != Contact{} && (u.Scheme != "https" || u.Host == "" || p.Contact.Name == "")) {
		return fmt.Errorf("contact needs a name and a url with https://: %q", p.Contact.URL)
	}
	if err := checkSchemes(p.Security); err != nil {
		return err
	}
	for i, s := range p.Services {
		if s.Name == "" || len(s.Paths) == 0 {
			return fmt.Errorf("services[%d] needs a name and paths", i)
		}
	}
	if err := p.Publish.check(); err != nil {
		return err
	}
	return checkPlaceholders(p.Placeholders)
}

func (e Environment) check() error {
	if e.Pages != "" {
		filled := strings.NewReplacer("{link}", "/link", "{page}", "page").Replace(e.Pages)
		u, err := url.Parse(filled)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.ContainsAny(filled, "{}") {
			return fmt.Errorf("pages is not an address with at most {link} and {page} in it: %q", e.Pages)
		}
		if !strings.Contains(e.Pages, "{page}") {
			return fmt.Errorf("pages lacks {page}: %q", e.Pages)
		}
	}
	if e.Edit != "" {
		filled := strings.NewReplacer("{repository}", "owner/name", "{file}", "file", "{line}", "1").Replace(e.Edit)
		u, err := url.Parse(filled)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.ContainsAny(filled, "{}") {
			return fmt.Errorf("edit is not an address with at most {repository}, {file} and {line} in it: %q", e.Edit)
		}
		if !strings.Contains(e.Edit, "{file}") {
			return fmt.Errorf("edit lacks {file}: %q", e.Edit)
		}
	}
	if host := strings.ReplaceAll(e.Host, "{service}", "service"); strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789-.") != "" {
		return fmt.Errorf("host is not a host name in lower case with at most {service} in it: %q", e.Host)
	}
	return nil
}

func checkSchemes(schemes []Scheme) error {
	seen := make(map[string]bool)
	for i, s := range schemes {
		if !isWord(s.Name) {
			return fmt.Errorf("security[%d].name must be of letters and digits, not %q", i, s.Name)
		}
		if seen[s.Name] {
			return fmt.Errorf("security[%d].name: there are two schemes %q", i, s.Name)
		}
		seen[s.Name] = true
		for _, h := range append([]string{s.Header}, s.Further...) {
			if !isHeader(h) {
				return fmt.Errorf("security[%d]: %q is not the name of a header", i, h)
			}
		}
	}
	return nil
}

func checkPlaceholders(placeholders map[string][]string) error {
	of := make(map[string]string)
	for _, name := range sortedKeys(placeholders) {
		if !isWord(name) {
			return fmt.Errorf("placeholders: a name must be of letters and digits, not %q", name)
		}
		for _, w := range placeholders[name] {
			if other, twice := of[strings.ToLower(w)]; twice {
				return fmt.Errorf("placeholders: %q stands for both %s and %s", w, other, name)
			}
			of[strings.ToLower(w)] = name
		}
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func isWord(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
}

// isHeader reports whether s can be the name of a header.
func isHeader(s string) bool { return isWord(strings.ReplaceAll(s, "-", "x")) }
