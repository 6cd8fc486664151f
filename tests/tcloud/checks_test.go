package tcloud

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// check gives the places of a document that a rule refuses. with is what stands after the
// check's name in rules.yaml.
type check func(p *published, with string) []string

// checks are all that rules.yaml may name.
var checks = map[string]check{
	"versionPrefix":   version(func(v string) bool { return strings.HasPrefix(v, "v") }),
	"versionForm":     version(regexp.MustCompile(`^v[0-9]+(\.[0-9]+){0,2}$`).MatchString),
	"versionSegments": version(func(v string) bool { return strings.Count(v, ".") < 4 }),
	"versionMajor":    version(func(v string) bool { return !strings.Contains(v, ".") }),
	"openapiVersion": func(p *published, _ string) []string {
		return where(!strings.HasPrefix(p.OpenAPI, "3.0."), p.OpenAPI)
	},
	"standardRoot": func(p *published, _ string) []string {
		return slices.Sorted(maps.Keys(p.Extensions))
	},
	"https": func(p *published, _ string) []string {
		var out []string
		for _, s := range p.Servers {
			out = append(out, where(!strings.HasPrefix(s.URL, "https://"), s.URL)...)
		}
		return out
	},
	"noHan":   noHan,
	"methods": each(func(c call) bool { return c.method == "OPTIONS" || c.method == "TRACE" || c.method == "CONNECT" }),

	"contentTypeParameter": each(func(c call) bool {
		return slices.Contains([]string{"POST", "PUT", "DELETE"}, c.method) && c.RequestBody != nil && !c.header("Content-Type")
	}),
	"contentTypeOfBody": each(func(c call) bool { return c.RequestBody != nil && !c.header("Content-Type") }),
	"noContentTypeOfGet": each(func(c call) bool {
		return c.method == "GET" && c.RequestBody == nil && c.header("Content-Type")
	}),
	"someCredentials": each(func(c call) bool {
		return !c.listsVersions() && !c.header("Authorization") && !c.header("X-Auth-Token")
	}),
	"tokenParameter":  each(func(c call) bool { return !c.listsVersions() && !c.header("X-Auth-Token") }),
	"domainWithToken": each(func(c call) bool { return c.header("X-Auth-Token") && !c.header("X-Domain-Id") }),
	"withAuthorization": func(p *published, name string) []string {
		return each(func(c call) bool { return c.header("Authorization") && !c.header(name) })(p, "")
	},
	"withHeader": func(p *published, name string) []string {
		return each(func(c call) bool {
			for _, r := range c.responses("1", "2", "3", "4", "5", "d") {
				if !slices.ContainsFunc(slices.Collect(maps.Keys(r.Headers)), func(h string) bool { return strings.EqualFold(h, name) }) {
					return true
				}
			}
			return false
		})(p, "")
	},
	"headerForm": headerForm,
	"noSecretInQuery": each(func(c call) bool {
		return slices.ContainsFunc(c.Parameters, func(p *openapi3.ParameterRef) bool {
			return p.Value.In == openapi3.ParameterInQuery && slices.Contains([]string{"password", "credential", "secret", "apikey", "token"}, strings.ToLower(p.Value.Name))
		})
	}),

	"getOK":   each(func(c call) bool { return c.method == "GET" && c.Responses.Value("200") == nil }),
	"getSafe": each(getActs),
	"getOne":  getOne,
	"getList": getList,
	"requestMedia": each(func(c call) bool {
		return c.RequestBody != nil && len(c.RequestBody.Value.Content) == 0
	}),
	"responseMedia": each(func(c call) bool {
		return slices.ContainsFunc(slices.Collect(maps.Values(c.Responses.Map())), func(r *openapi3.ResponseRef) bool { return r.Value.Content[""] != nil })
	}),
	"batchPost": each(func(c call) bool { return isBatch(c) && c.method != "POST" }),

	"scopeTag": each(func(c call) bool {
		regional, global := slices.Contains(c.Tags, "regional"), slices.Contains(c.Tags, "global")
		inPath := c.Parameters.GetByInAndName(openapi3.ParameterInPath, "project_id") != nil
		return regional == global || regional != inPath
	}),
	"examples": examples,
	"times":    times,

	"uriLength":     each(func(c call) bool { return len(c.path) > 2048 }),
	"uriCharacters": each(func(c call) bool { return strings.Trim(c.path, uriCharacters) != "" }),

	// What follows is the design of an API.
	"batchBody":   batchBody,
	"commonNames": commonNames,
	"onePaging":   each(func(c call) bool { return c.query("offset") != nil && c.query("marker") != nil }),
	"limitDefault": each(func(c call) bool {
		q := c.query("limit")
		return q != nil && fmt.Sprint(q.Schema.Value.Default) != "1000"
	}),
	"snakeCase":    snakeCase,
	"uriForm":      each(func(c call) bool { return !c.listsVersions() && !uriForm.MatchString(c.path) }),
	"uriLowerCase": each(func(c call) bool { return c.path != strings.ToLower(c.path) }),
	"uriPlural":    each(notPlural),
	"uriLevels":    each(func(c call) bool { return strings.Count(c.path, "/{")-1 > 3 }),
	"crud":         crud,
	"count":        count,
	"quotas": func(p *published, _ string) []string {
		return where(!slices.ContainsFunc(p.calls(), func(c call) bool { return strings.HasSuffix(c.path, "/quotas") }), "the document")
	},
	"sorting": each(func(c call) bool {
		return c.method == "GET" && c.query("limit") != nil && (c.query("sort_key") == nil || c.query("sort_dir") == nil)
	}),
	"timeNames": timeNames,
}

const uriCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/{}_-.:"

var uriForm = regexp.MustCompile(`^/v[0-9.]+(/\{project_id\})?(/[a-z0-9_-]+|/\{[a-z0-9_]+\})*$`)

// where is a place that is refused where bad is true.
func where(bad bool, place string) []string {
	if bad {
		return []string{place}
	}
	return nil
}

func version(good func(string) bool) check {
	return func(p *published, _ string) []string { return where(!good(p.Info.Version), p.Info.Version) }
}

// each is a check of operations.
func each(bad func(call) bool) check {
	return func(p *published, _ string) []string {
		var out []string
		for _, c := range p.calls() {
			out = append(out, where(bad(c), c.String())...)
		}
		return out
	}
}

func noHan(p *published, _ string) []string {
	text, err := p.MarshalJSON()
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	for _, r := range string(text) {
		out = append(out, where(unicode.Is(unicode.Han, r), string(r))...)
	}
	return out
}

var (
	customHeader    = regexp.MustCompile(`^(?:[xX]-[a-z0-9]+(?:-[a-z0-9]+)*(?:-[A-Za-z0-9]{2,})?|[xX]-(?:[A-Z][a-z0-9]*)(?:-(?:[A-Z][a-z0-9]*))*)$`)
	standardHeaders = strings.Fields(`accept accept-encoding accept-language authorization cache-control content-disposition content-encoding
		content-length content-md5 content-type cookie date etag expect host if-match if-modified-since if-none-match if-unmodified-since origin pragma
		range referer user-agent vary www-authenticate access-control-allow-origin access-control-allow-headers access-control-allow-methods
		access-control-expose-headers access-control-max-age access-control-request-headers access-control-request-method connection`)
)

func headerForm(p *published, _ string) []string {
	bad := func(name string) bool {
		return !slices.Contains(standardHeaders, strings.ToLower(name)) && !customHeader.MatchString(name)
	}
	var out []string
	for _, c := range p.calls() {
		for _, param := range c.Parameters {
			out = append(out, where(param.Value.In == openapi3.ParameterInHeader && bad(param.Value.Name), c.String()+" "+param.Value.Name)...)
		}
		for _, ref := range c.Responses.Map() {
			for name := range ref.Value.Headers {
				out = append(out, where(bad(name), c.String()+" "+name)...)
			}
		}
	}
	return out
}

func getActs(c call) bool {
	verbs := []string{"create", "update", "delete", "restart", "trigger", "action", "execute", "run", "reset", "change"}
	return c.method == "GET" && (c.RequestBody != nil || slices.ContainsFunc(verbs, func(v string) bool { return strings.Contains(c.path, v) }))
}

func getOne(p *published, _ string) []string {
	return each(func(c call) bool {
		if c.method != "GET" || !strings.HasSuffix(c.path, "id}") {
			return false
		}
		for _, r := range c.responses("2") {
			if slices.ContainsFunc(p.schemas(r.Content), func(s *openapi3.Schema) bool { return !s.Type.Is("object") }) {
				return true
			}
		}
		return false
	})(p, "")
}

var collection = regexp.MustCompile(`/[^/]*s$`)

func getList(p *published, _ string) []string {
	return each(func(c call) bool {
		if c.method != "GET" || !collection.MatchString(c.path) || strings.HasSuffix(c.path, "status") {
			return false
		}
		for _, r := range c.responses("2") {
			if !slices.ContainsFunc(p.schemas(r.Content), hasList) {
				return true
			}
		}
		return false
	})(p, "")
}

// hasList reports whether a body is a list, or has one.
func hasList(s *openapi3.Schema) bool {
	if s.Type.Is("array") {
		return true
	}
	for _, property := range s.Properties {
		kind := document.KindOf(property.Value)
		if kind == document.KindList || kind == document.KindMap {
			return true
		}
	}
	return false
}

func isBatch(c call) bool {
	return strings.Contains(c.path, "batch")
}
