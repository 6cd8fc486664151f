package config

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// checkSet checks what a set says; key and value are its nodes.
func (r *reader) checkSet(s *Set, key, value *yaml.Node) error {
	if err := r.checkSource(&s.Source, key, value); err != nil {
		return err
	}
	if s.Prose != "" && s.Prose != "full" && s.Prose != "none" {
		_, at := find(value, "prose")
		return r.at(at, "%q is not known here; it is full or none", s.Prose)
	}
	if s.Spec == "" {
		return r.at(key, "the set %s has no spec: say where the document goes", s.Name)
	}
	for _, one := range []struct {
		key, value string
		extensions []string
	}{
		{"spec", s.Spec, []string{".yaml", ".yml", ".json"}},
		{"findings", s.Findings, []string{".txt", ".json", ".sarif"}},
		{"sources", s.Sources, []string{".json"}},
		{"lock", s.Lock, []string{".yaml", ".yml"}},
	} {
		if one.value == "" {
			continue
		}
		_, at := find(value, one.key)
		if err := isOutput(one.value); err != nil {
			return r.at(at, "%s", err)
		}
		if !slices.Contains(one.extensions, strings.ToLower(path.Ext(one.value))) {
			return r.at(at, "%s must end in %s", one.value, strings.Join(one.extensions, " or "))
		}
	}
	if s.Go == nil {
		return nil
	}
	at, options := find(value, "go")
	if s.Go.Package == "" || s.Go.Out == "" {
		return r.at(at, "go needs the keys package and out")
	}
	_, at = find(options, "out")
	if err := isOutput(s.Go.Out); err != nil {
		return r.at(at, "%s", err)
	}
	return nil
}

// checkSource checks where the pages of a set are.
func (r *reader) checkSource(s *Source, key, set *yaml.Node) error {
	at, value := find(set, "source")
	if at == nil {
		return r.at(key, "the set %s has no source: give one with the key git, folder or archive", key.Value)
	}
	kinds := 0
	for _, one := range []string{s.Git, s.Folder, s.Archive} {
		if one != "" {
			kinds++
		}
	}
	if kinds != 1 {
		return r.at(at, "a source is one of git, folder and archive")
	}
	wrong := func(name string, err error) error {
		if err == nil {
			return nil
		}
		_, at := find(value, name)
		return r.at(at, "%s", err)
	}
	for _, one := range []struct {
		key, value, with string
		has              bool
		check            func(string) error
	}{
		{"git", s.Git, "", true, CheckGit},
		{"ref", s.Ref, "git", s.Git != "", CheckRef},
		{"commit", s.Commit, "git", s.Git != "", hexOf("commit", 40, 64)},
		{"archive", s.Archive, "", true, CheckArchive},
		{"sha256", s.SHA256, "archive", s.Archive != "", hexOf("sha256", 64)},
		{"path", s.Path, "", true, isInside},
	} {
		if one.value == "" {
			continue
		}
		if !one.has {
			return wrong(one.key, fmt.Errorf("%s goes with %s only", one.key, one.with))
		}
		if err := wrong(one.key, one.check(one.value)); err != nil {
			return err
		}
	}
	return nil
}

// checkOutputs refuses outputs that two sets would write, and those that would replace what a
// run reads.
func (r *reader) checkOutputs(c *Config, sets *yaml.Node) error {
	inputs := c.inputs()
	inputs[strings.ToLower(path.Base(r.file))] = "this configuration"
	files, folders := map[string]string{}, map[string]string{}
	for i, s := range c.Sets {
		key := sets.Content[2*i]
		for _, name := range s.Outputs() {
			name = path.Clean(name)
			if input := inputs[strings.ToLower(name)]; input != "" {
				return r.at(key, "%s is %s: an output cannot go there", name, input)
			}
			if other, twice := files[strings.ToLower(name)]; twice {
				return r.at(key, "%s is an output of %s already: two outputs cannot go to one file", name, other)
			}
			files[strings.ToLower(name)] = "the set " + s.Name
		}
		if s.Go == nil {
			continue
		}
		out := path.Clean(s.Go.Out)
		if other, twice := folders[strings.ToLower(out)]; twice {
			return r.at(key, "%s has the Go package of %s already", out, other)
		}
		folders[strings.ToLower(out)] = "the set " + s.Name
	}
	return nil
}

// inputs are the files beside the configuration that sets read, in small letters, and what they are.
func (c *Config) inputs() map[string]string {
	out := map[string]string{}
	for _, s := range c.Sets {
		for _, name := range append([]string{s.Profile, s.Source.Archive, s.Source.Git}, s.Overlays...) {
			if name != "" {
				out[strings.ToLower(path.Clean(name))] = "read for the set " + s.Name
			}
		}
	}
	return out
}

// isName reports whether a text can name a set: it becomes part of file names and messages.
func isName(s string) bool {
	return s != "" && !strings.ContainsAny(s[:1], "._-") && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789._-") == ""
}

// isOutput takes paths that stay in the folder of the configuration.
func isOutput(name string) error {
	clean := path.Clean(name)
	if !fs.ValidPath(clean) || strings.ContainsAny(name, "\\:") {
		return fmt.Errorf("%q leaves the folder of the configuration, or is not a path with forward slashes: outputs must lie in it", name)
	}
	for part := range strings.SplitSeq(clean, "/") { // some file systems have no case
		if strings.EqualFold(part, StateFolder) || strings.EqualFold(part, ".git") {
			return fmt.Errorf("%q is in a folder that is not for outputs", name)
		}
	}
	return nil
}

// StateFolder is the folder beside the configuration in which runs keep what they need to be
// finished after a crash.
const StateFolder = ".rst2openapi"

// isInside takes the path of a folder inside of a source.
func isInside(name string) error {
	if clean := path.Clean(name); !fs.ValidPath(clean) || strings.Contains(name, "\\") {
		return fmt.Errorf("%q is not the path of a folder in the source: no .., no slash at the start, forward slashes", name)
	}
	return nil
}

// IsURL reports whether the name of an archive is a URL, and not a path.
func IsURL(name string) bool { return strings.Contains(name, "://") }

// CheckArchive takes paths and URLs of archives, without a password: the file is meant to be committed.
func CheckArchive(name string) error {
	file := name
	if IsURL(name) {
		u, err := url.Parse(name)
		switch {
		case err != nil || u.Host == "":
			return fmt.Errorf("%q is not a URL", Redact(name))
		case u.Scheme != "https" && u.Scheme != "http":
			return fmt.Errorf("%q is not a way to download; use https or http", u.Scheme)
		case u.User != nil:
			return errors.New("a URL with a user or password does not belong in a file that is committed")
		}
		file = u.Path
	}
	lower := strings.ToLower(file)
	for _, ext := range []string{".zip", ".tar.gz", ".tgz"} {
		if strings.HasSuffix(lower, ext) {
			return nil
		}
	}
	return fmt.Errorf("%s must end in .zip, .tar.gz or .tgz", Redact(name))
}

// hexOf takes hexadecimal numbers of some lengths, as git and sha256sum print them.
func hexOf(what string, lengths ...int) func(string) error {
	return func(s string) error {
		if slices.Contains(lengths, len(s)) && strings.Trim(s, "0123456789abcdef") == "" {
			return nil
		}
		return fmt.Errorf("%q is not a %s: it has %d lower-case hexadecimal digits; sync --update writes it", s, what, lengths[0])
	}
}
