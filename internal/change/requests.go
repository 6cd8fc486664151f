package change

import (
	"mime"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
	"github.com/rst2openapi/rst2openapi/internal/urlpath"
)

// Rules about how requests are sent. Those of media types are oasdiff's, which tells them only where
// another media type of the same body changed.
const (
	ruleMediaRemoved     = "request-body-media-type-removed"
	ruleMediaAdded       = "request-body-media-type-added"
	ruleSecurityNarrowed = "security-narrowed"
	ruleSecurityWidened  = "security-widened"
	ruleServerPath       = "server-path-changed"
	ruleServers          = "servers-changed"
	rulePaging           = "pagination-changed"
)

// requests tells how requests are sent otherwise: where to, with which credentials, in which
// media types, and how lists and objects are written into parameters.
func requests(pairs []pair, a, b *form) []Change {
	var out []Change
	servers := map[string]int{} // by text: those of a document are one fact
	for _, p := range pairs {
		add := func(subject, rule string, l Level, text string) {
			c := change(p.new.ID, rule, l, a, b, p, text)
			c.Subject = document.OneLine(subject)
			out = append(out, c)
		}
		if rule, l, text := serversChange(p); text != "" {
			if i, there := servers[text]; there {
				out[i].add(Callers, l, rule, p.new.ID)
			} else {
				servers[text] = len(out)
				add("servers", rule, l, text)
			}
		}
		if rule, l, text := securityChange(p, a.side.Document, b.side.Document); text != "" {
			add(p.new.ID+" security", rule, l, text)
		}
		if p.old.Body != nil && p.new.Body != nil {
			was, is := mediaTypes(p.old.Body.Content), mediaTypes(p.new.Body.Content)
			for _, name := range missing(was, is) {
				add(p.new.ID+" body", ruleMediaRemoved, Breaking, "media type "+name+" gone")
			}
			for _, name := range missing(is, was) {
				add(p.new.ID+" body", ruleMediaAdded, Compatible, "media type "+name+" new")
			}
		}
		if l, text := pagingChange(p.old.Paging, p.new.Paging); text != "" {
			add(p.new.ID+" pages", rulePaging, l, text)
			out[len(out)-1].Effects = []Effect{{GoUsers, l, rulePaging, []string{p.new.ID}}}
		}
		for _, d := range append(sentChanges(p), callbackChanges(p, a.side.Document, b.side.Document)...) {
			add(p.new.ID+d.what, d.rule, d.level, d.text)
			out[len(out)-1].Effects[0].For = d.audience
		}
	}
	return out
}

// serversChange compares the addresses of an operation. A client may have its address from elsewhere, as
// from the catalogue of a token, but what it adds to that is a path.
func serversChange(p pair) (rule string, l Level, text string) {
	was, is := addresses(p.old.Servers), addresses(p.new.Servers)
	if slices.Equal(was, is) {
		return "", 0, ""
	}
	text = strings.Join(was, ", ") + " → " + strings.Join(is, ", ")
	paths := pathsOf(is)
	for _, path := range pathsOf(was) {
		if !slices.Contains(paths, path) {
			return ruleServerPath, Breaking, text
		}
	}
	if gone := slices.DeleteFunc(missing(was, is), isLocal); len(gone) == 0 {
		return ruleServers, Compatible, text
	}
	return ruleServers, Warning, text
}

// addresses are those of servers, with the values that their variables have where nobody sets them.
func addresses(all openapi3.Servers) []string {
	var out []string
	for _, s := range all {
		if s == nil {
			continue
		}
		address := s.URL
		for _, name := range document.Sorted(s.Variables) {
			if v := s.Variables[name]; v != nil {
				address = strings.ReplaceAll(address, "{"+name+"}", v.Default)
			}
		}
		if address = strings.TrimSuffix(address, "/"); !slices.Contains(out, address) {
			out = append(out, address)
		}
	}
	if len(out) == 0 {
		return []string{"/"} // as OpenAPI has it
	}
	return out
}

// isLocal reports whether an address is that of the caller's own machine, as in documents of pages
// that tell none.
func isLocal(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Hostname() == "localhost"
}

func pathsOf(addresses []string) []string {
	out := make([]string, len(addresses))
	for i, address := range addresses {
		if u, err := url.Parse(address); err == nil {
			out[i] = strings.TrimSuffix(u.Path, "/")
		} else {
			out[i] = address
		}
	}
	return out
}

// securityChange compares what an operation takes as credentials: who sends one of the sets of the
// old side goes on to be served where all of a set of the new side is in it.
func securityChange(p pair, a, b *document.Document) (rule string, l Level, text string) {
	was, is := credentials(p.old, a), credentials(p.new, b)
	if slices.EqualFunc(was, is, slices.Equal) {
		return "", 0, ""
	}
	text = credentialsText(p.old, was) + " → " + credentialsText(p.new, is)
	for _, set := range was {
		served := slices.ContainsFunc(is, func(other []string) bool { return len(missing(other, set)) == 0 })
		switch {
		case served:
		case !p.old.SecurityStated: // it was left open what to send
			return ruleSecurityNarrowed, Warning, text
		default:
			return ruleSecurityNarrowed, Breaking, text
		}
	}
	return ruleSecurityWidened, Compatible, text
}

// credentials are the sets of credentials of which an operation takes one, each by what is sent: names
// of schemes are not. An operation whose document does not say it has the empty set.
func credentials(op *document.Operation, d *document.Document) [][]string {
	sent := map[string]string{}
	for _, s := range d.SecuritySchemes() {
		switch s.Type {
		case document.SchemeAPIKey:
			sent[s.Name] = s.In + " " + s.Key
		case document.SchemeOther:
			sent[s.Name] = s.Name
		default:
			sent[s.Name] = s.Type
		}
	}
	var out [][]string
	for _, set := range op.Security {
		var one []string
		for _, name := range set {
			one = append(one, sent[name])
		}
		slices.Sort(one)
		out = append(out, slices.Compact(one))
	}
	if len(out) == 0 {
		out = [][]string{nil}
	}
	slices.SortFunc(out, slices.Compare)
	return slices.CompactFunc(out, slices.Equal)
}

func credentialsText(op *document.Operation, sets [][]string) string {
	if !op.SecurityStated {
		return "not stated"
	}
	var out []string
	for _, set := range sets {
		if len(set) == 0 {
			out = append(out, none)
		} else {
			out = append(out, strings.Join(set, " and "))
		}
	}
	return strings.Join(out, " or ")
}

// pagingChange compares how all pages of a list are got. What a request may say is told with its
// parameters; but the Go method of a list with pages is another one than that without.
func pagingChange(was, is *document.Pagination) (l Level, text string) {
	switch {
	case was == nil && is == nil:
		return 0, ""
	case was == nil:
		return Breaking, "the list has pages now, by " + is.Style
	case is == nil:
		return Breaking, "the list has no pages any more, it had them by " + was.Style
	case !reflect.DeepEqual(was, is):
		return Warning, "its pages are got in another way: by " + was.Style + " → by " + is.Style
	}
	return 0, ""
}

// mediaTypes are those of a body without their parameters, as "charset=utf-8", by name.
func mediaTypes(c openapi3.Content) []string {
	var out []string
	for _, name := range document.Sorted(c) {
		if plain, _, err := mime.ParseMediaType(name); err == nil {
			name = plain
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// paramOf is a parameter of the new side as the old side has it, nil where it has none. Those of the
// path have their place in common, not their name.
func paramOf(p pair, q *document.Parameter) *document.Parameter {
	name := q.Name
	if q.In == openapi3.ParameterInPath {
		old, new := urlpath.Params(p.old.Path), urlpath.Params(p.new.Path)
		if i := slices.Index(new, name); i >= 0 && i < len(old) {
			name = old[i]
		}
	}
	for _, before := range p.old.Params {
		if before.In == q.In && (before.Name == name || q.In == openapi3.ParameterInHeader && strings.EqualFold(before.Name, name)) {
			return before
		}
	}
	return nil
}

// missing are the items of a list that another one lacks.
func missing(all, other []string) []string {
	var out []string
	for _, one := range all {
		if !slices.Contains(other, one) {
			out = append(out, one)
		}
	}
	return out
}
