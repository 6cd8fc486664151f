package lock

import (
	"cmp"
	"go/token"
	"slices"
	"strings"
	"unicode"

	"github.com/rst2openapi/rst2openapi/internal/urlpath"
	"go.yaml.in/yaml/v3"
)

var methods = []string{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"}

func (p *parser) checkLine(text string, line int) error {
	method, path, _ := strings.Cut(text, " ")
	if !slices.Contains(methods, method) || !strings.HasPrefix(path, "/") {
		return p.errorf(line, "%q is not a method and path, as GET /v1/jars is", text)
	}
	return nil
}

func (p *parser) operations(to Names) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		return p.each(n, func(key string, line int, value *yaml.Node) error {
			var op Operation
			err := cmp.Or(
				p.mapping(value, map[string]func(*yaml.Node) error{"id": p.text(&op.ID), "page": p.text(&op.Page)}),
				p.checkLine(key, line),
				p.checkName(op.ID, line),
				p.once("operation", urlpath.Shape(key), line),
				p.own(p.ids, op.ID, urlpath.Shape(key), line),
			)
			to.Operations[key] = op
			return err
		})
	}
}

func (p *parser) variants(to Names) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		return p.each(n, func(id string, line int, value *yaml.Node) error {
			var v Variant
			err := cmp.Or(
				p.mapping(value, map[string]func(*yaml.Node) error{
					"of": p.text(&v.Of), "page": p.text(&v.Page), "case": p.text(&v.Case), "query": p.texts(&v.Query), "body": p.texts(&v.Body),
				}),
				p.checkLine(v.Of, line),
				p.checkName(id, line),
				p.once("variant", id, line),
				p.own(p.ids, id, urlpath.Shape(v.Of), line),
			)
			to.Variants[id] = v
			return err
		})
	}
}

func (p *parser) schemas(to Names) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		return p.each(n, func(use string, line int, value *yaml.Node) error {
			var name string
			err := cmp.Or(
				p.text(&name)(value),
				p.checkName(name, line),
				p.once("schema", use, line),
				p.own(p.types, name, name, line),
			)
			to.Schemas[use] = name
			return err
		})
	}
}

// lists reads lists, in which nothing is twice.
func (p *parser) lists(to map[string][]string, check func(key string, line int) error) func(*yaml.Node) error {
	return func(n *yaml.Node) error {
		return p.each(n, func(key string, line int, value *yaml.Node) error {
			var list []string
			if err := cmp.Or(p.texts(&list)(value), check(key, line)); err != nil {
				return err
			}
			seen := map[string]bool{}
			for _, item := range list {
				if seen[item] {
					return p.errorf(line, "%s lists %q twice", key, item)
				}
				seen[item] = true
			}
			to[key] = list
			return nil
		})
	}
}

// distinct reads names for generators, no two of which are one beside each other.
func (p *parser) distinct(n *yaml.Node) error {
	return p.each(n, func(of string, line int, value *yaml.Node) error {
		names, owners := map[string]string{}, map[string]owner{}
		p.out.Distinct[of] = names
		return p.each(value, func(thing string, line int, value *yaml.Node) error {
			var name string
			err := p.text(&name)(value)
			if isOther := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }; err == nil && (name == "" || strings.ContainsFunc(name, isOther)) {
				err = p.errorf(line, "%q is not a name: it must be of letters and digits", name)
			}
			names[thing] = name
			return cmp.Or(err, p.own(owners, name, thing, line))
		})
	})
}

// spaces are the name spaces of a Go package, by list. Fields and parameters of different things
// may have one name, and what is gone has none.
var spaces = map[string]string{"methods": "method", "types": "type", "constants": "type"}

// packages reads the names in Go packages.
func (p *parser) packages(n *yaml.Node) error {
	return p.each(n, func(pkg string, line int, value *yaml.Node) error {
		if err := p.checkName(pkg, line); err != nil {
			return err
		}
		lists := Go{}
		p.out.Go[pkg] = lists
		keys, names := map[string]func(*yaml.Node) error{}, map[string]owner{}
		for _, list := range GoLists {
			keys[list] = func(n *yaml.Node) error {
				lists[list] = map[string]string{}
				return p.each(n, func(key string, line int, value *yaml.Node) error {
					var name string
					if err := p.text(&name)(value); err != nil {
						return err
					}
					if !token.IsIdentifier(name) || !token.IsExported(name) {
						return p.errorf(line, "%q is not an exported Go name", name)
					}
					lists[list][key] = name
					if spaces[list] == "" {
						return nil
					}
					name = spaces[list] + " " + name
					if before, taken := names[name]; taken {
						return p.errorf(line, "the Go %s is that of %s already, in line %d", name, before.what, before.line)
					}
					names[name] = owner{key, line}
					return nil
				})
			}
		}
		return p.mapping(value, keys)
	})
}
