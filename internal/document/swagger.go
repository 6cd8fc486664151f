package document

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// insideSwagger is inside for Swagger 2.0.
var insideSwagger = func() map[string]map[string]string {
	out := maps.Clone(inside)
	out["document"] = map[string]string{"info": "info", "paths": "paths", "definitions": "schemas", "parameters": "parameters", "responses": "responses", "tags": "tags", "externalDocs": "externalDocs"}
	out["path"] = maps.Clone(inside["path"])
	delete(out["path"], "servers")
	delete(out["path"], "trace")
	out["operation"] = map[string]string{"parameters": "parameters", "responses": "responses", "externalDocs": "externalDocs"}
	out["parameter"] = map[string]string{"schema": "schema", "items": "schema"}
	out["response"] = map[string]string{"schema": "schema", "headers": "headers"}
	out["header"] = map[string]string{"items": "schema"}
	return out
}()

// knownSwagger are the members of elements of Swagger 2.0 where they are not those of OpenAPI 3.0.
var knownSwagger = func() map[string]map[string]bool {
	const limits = " type format items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf"
	return wordSets(map[string]string{
		"document":  "swagger info host basePath schemes consumes produces paths definitions parameters responses securityDefinitions security tags externalDocs",
		"path":      "$ref get put post delete options head patch parameters",
		"operation": "tags summary description externalDocs operationId consumes produces parameters responses schemes deprecated security",
		"parameter": "$ref name in description required schema allowEmptyValue" + limits,
		"header":    "description" + limits,
		"response":  "$ref description schema headers examples",
		// Of these, not, deprecated and writeOnly are none of Swagger's, and survive the conversion.
		"schema": "$ref title description maxProperties minProperties required allOf not properties additionalProperties discriminator readOnly writeOnly xml externalDocs example deprecated" + limits,
	})
}()

// swaggerRepairer prepares a document of Swagger 2.0 for the conversion: what this loses without
// a word is told, and what it takes for something else is said in the words that it knows.
type swaggerRepairer struct {
	repairer
	produces *yaml.Node
	consumes *yaml.Node
	shared   *yaml.Node          // the parameters of the path
	schemes  []string            // nil where the document gives no address
	joined   map[*yaml.Node]bool // parameters whose form is one of words, which can say how lists are joined
}

// prepareSwagger prepares a document of Swagger 2.0 in place.
func prepareSwagger(root *yaml.Node, beside places) []Warning {
	r := &swaggerRepairer{joined: map[*yaml.Node]bool{}, repairer: repairer{root: root, beside: beside}, produces: get(root, "produces"), consumes: get(root, "consumes")}
	if get(root, "host") != nil {
		r.schemes = []string{"https"}
		if given := get(root, "schemes"); given != nil {
			r.schemes = nil
			for _, v := range given.Content {
				r.schemes = append(r.schemes, v.Value)
			}
		}
	}
	r.address(root)
	r.element(root, "document")
	return append(r.warnings, swaggerFaults(root, beside)...)
}

func (r *swaggerRepairer) element(n *yaml.Node, kind string) {
	if n.Kind == yaml.SequenceNode {
		for _, v := range n.Content {
			r.element(v, insideSwagger[kind]["*"])
		}
		return
	}
	if n.Kind != yaml.MappingNode {
		return
	}
	if get(n, "$ref") == nil || kind == "path" {
		switch kind {
		case "path":
			r.shared = get(n, "parameters")
		case "operation":
			r.operation(n)
		case "parameter":
			r.body(n)
			r.parameter(n)
		case "document":
			if schemes := get(n, "securityDefinitions"); schemes != nil && schemes.Kind == yaml.MappingNode {
				for i := 0; i+1 < len(schemes.Content); i += 2 {
					r.scheme(schemes.Content[i], schemes.Content[i+1])
				}
			}
		}
		r.plainForms(n, kind)
		r.lost(n, kind)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i].Value
		inner, ok := insideSwagger[kind][name]
		if !ok {
			inner, ok = insideSwagger[kind]["*"]
		}
		if ok && !(strings.HasPrefix(name, "x-") && (kind == "paths" || kind == "responses")) {
			r.element(n.Content[i+1], inner)
		}
	}
}

// lost takes out the members that the conversion loses.
func (r *swaggerRepairer) lost(n *yaml.Node, kind string) {
	names := knownSwagger[kind]
	if names == nil {
		return
	}
	kept := n.Content[:0:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if !names[key.Value] && !strings.HasPrefix(key.Value, "x-") {
			r.warn(key, "%q is not a member of %s of Swagger 2.0, and ignored", key.Value, aKind(kind))
			continue
		}
		kept = append(kept, key, n.Content[i+1])
	}
	n.Content = kept
}

// operation gives an operation the media types of the document, which the conversion does for
// requests only, and a form that of a form.
func (r *swaggerRepairer) operation(n *yaml.Node) {
	r.oneBody(n)
	r.bodyOnce(n)
	r.form(n)
	if r.produces != nil && get(n, "produces") == nil {
		n.Content = append(n.Content, word("produces"), r.produces)
	}
	own := get(n, "schemes")
	if own != nil && r.schemes != nil && !slices.ContainsFunc(own.Content, func(v *yaml.Node) bool { return slices.Contains(r.schemes, v.Value) }) {
		r.warn(keyOf(n, "schemes"), "the schemes of an operation are ignored: it is called at the address of the document")
	}
}

// oneBody takes out the body of an operation that has a form as well, or the form: a request has one
// body. What the operation consumes says which it is.
func (r *swaggerRepairer) oneBody(n *yaml.Node) {
	all := get(n, "parameters")
	in := map[string]bool{}
	for _, list := range []*yaml.Node{r.shared, all} {
		if list != nil {
			for _, p := range list.Content {
				in[text(orNone(r.referred(p)), "in")] = true
			}
		}
	}
	if all == nil || !in["body"] || !in["formData"] {
		return
	}
	given := get(n, "consumes")
	if given == nil {
		given = r.consumes
	}
	wrong := "formData"
	if given != nil && len(given.Content) > 0 && isForm(given.Content[0]) {
		wrong = "body"
	}
	all.Content = slices.DeleteFunc(all.Content, func(p *yaml.Node) bool {
		if text(orNone(r.referred(p)), "in") != wrong {
			return false
		}
		r.warn(p, "an operation has a body or a form; the parameter %q in %s is ignored", text(orNone(r.referred(p)), "name"), wrong)
		return true
	})
}

// orNone is an element without members in place of none.
func orNone(n *yaml.Node) *yaml.Node {
	if n == nil {
		return mapping()
	}
	return n
}

// form makes sure that parameters of a form are sent as one: a document often has one media type
// for all of its operations, and the conversion would make a body of that out of them.
func (r *swaggerRepairer) form(n *yaml.Node) {
	media := ""
	for _, all := range []*yaml.Node{r.shared, get(n, "parameters")} {
		if all == nil {
			continue
		}
		for _, p := range all.Content {
			switch p = r.referred(p); {
			case p == nil || text(p, "in") != "formData":
			case text(p, "type") == "file":
				media = multipartForm
			case media == "":
				media = urlForm
			}
		}
	}
	given := get(n, "consumes")
	if given == nil {
		given = r.consumes
	}
	is := func(form string) bool {
		return given != nil && slices.ContainsFunc(given.Content, func(v *yaml.Node) bool { return base(v.Value) == form })
	}
	if media == urlForm && !is(multipartForm) {
		r.joins(n)
	}
	if media == "" || is(urlForm) || is(multipartForm) {
		return
	}
	if given != nil && len(given.Content) > 0 {
		r.warn(n, "the operation has parameters of a form, but %q is none; %s is taken", given.Content[0].Value, media)
	}
	put(n, "consumes", list(word(media)))
}

// The media types of forms.
const (
	urlForm       = "application/x-www-form-urlencoded"
	multipartForm = "multipart/form-data"
)

// joins notes the parameters of an operation whose values its form can join.
func (r *swaggerRepairer) joins(operation *yaml.Node) {
	all := get(operation, "parameters")
	if all == nil {
		return
	}
	for _, p := range all.Content {
		r.joined[p] = text(p, "in") == "formData"
	}
}

// parameter says how the values of a list are sent, where the conversion would have it in
// another way. What OpenAPI 3.0 cannot say is a text, which the caller joins.
func (r *swaggerRepairer) parameter(n *yaml.Node) {
	in := text(n, "in")
	if schema := get(n, "schema"); schema != nil && in != "body" && get(n, "type") == nil && get(schema, "$ref") == nil {
		r.warn(keyOf(n, "schema"), "only a body has a schema in Swagger 2.0; this one is taken as the type of the parameter")
		remove(n, "schema")
		for i := 0; i+1 < len(schema.Content); i += 2 {
			if index(n, schema.Content[i].Value) < 0 {
				n.Content = append(n.Content, schema.Content[i], schema.Content[i+1])
			}
		}
	}
	if in == "body" || text(n, "type") != "array" {
		return
	}
	format := text(n, "collectionFormat")
	switch {
	case format == "":
		if format = "csv"; in == "query" {
			put(n, "collectionFormat", word(format)) // that of Swagger; OpenAPI 3.0 repeats the parameter
		}
	case format == "multi" && (in == "path" || in == "header"):
		r.warn(keyOf(n, "collectionFormat"), "multi is for queries and forms; the values of %q are joined with commas", text(n, "name"))
		format = "csv"
	}
	said := format == "multi" || format == "csv" && in != "formData" || (format == "ssv" || format == "pipes") && in == "query"
	if said {
		return
	}
	if in == "formData" && r.joined[n] && encodings[format] != "" {
		put(n, joinedKey, word(format))
		remove(n, "collectionFormat")
		return
	}
	with, known := separators[format]
	if !known {
		with = "what the service wants: collectionFormat " + format + " is not known"
	}
	r.warn(n, "the values of %q in %s are taken as one text, since OpenAPI 3.0 cannot say there how they are joined: with %s", text(n, "name"), in, with)
	for _, name := range []string{"items", "collectionFormat", "default", "enum", "maxItems", "minItems", "uniqueItems"} {
		remove(n, name)
	}
	put(n, "type", word("string"))
}
