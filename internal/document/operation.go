package document

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Requirements of security that a call without a secret meets.
func needsNothing(all openapi3.SecurityRequirements) bool {
	return len(all) == 0 || slices.ContainsFunc(all, func(r openapi3.SecurityRequirement) bool { return len(r) == 0 })
}

// Operations are all of the document in the order of its file, an operation with x-variants as
// its variants. The error says which entry of x-variants cannot be used, and its line.
func (d *Document) Operations() ([]*Operation, error) {
	_, paths := d.follow("/paths")
	var out []*Operation
	for _, path := range inOrder(d.Paths.Map(), names(paths)) {
		item := d.Paths.Value(path)
		if item == nil {
			continue
		}
		_, node := d.follow(Pointer("paths", path))
		ops := map[string]*openapi3.Operation{}
		for method, op := range item.Operations() {
			ops[strings.ToLower(method)] = op
		}
		for _, method := range inOrder(ops, names(d.referred(node, 0))) {
			all, err := d.variants(d.operation(path, method, item, ops[method]), ops[method])
			if err != nil {
				return nil, err
			}
			out = append(out, all...)
		}
	}
	return out, nil
}

func (d *Document) operation(path, method string, item *openapi3.PathItem, op *openapi3.Operation) *Operation {
	security := d.Security
	if op.Security != nil {
		security = *op.Security
	}
	upper := strings.ToUpper(method)
	out := &Operation{
		Method: upper, Path: path, ID: op.OperationID, Named: op.OperationID != "", Variant: -1,
		Summary: op.Summary, Description: op.Description,
		Source: Source.Of(op.Extensions), GoName: GoName.Of(op.Extensions),
		Tags: d.documentedTags(op.Tags), Deprecated: op.Deprecated, Open: needsNothing(security), Servers: d.Servers,
		ContentType: ContentType.Of(op.Extensions), Accept: Accept.Of(op.Extensions),
		Params: joined(item.Parameters, op.Parameters),
		Where:  upper + " " + OneLine(path), Pointer: Pointer("paths", path, method),
	}
	if !out.Named {
		out.ID = upper + " " + path
	}
	out.Parent = out.ID
	out.Security, out.SecurityStated = d.SecurityOf(op)
	if op.ExternalDocs != nil {
		out.DocsURL = op.ExternalDocs.URL
	}
	if len(item.Servers) > 0 {
		out.Servers = item.Servers
	}
	if op.Servers != nil && len(*op.Servers) > 0 {
		out.Servers = *op.Servers
	}
	if paging, there, err := Paging.Read(op.Extensions); err != nil {
		out.PagingError = err
	} else if there {
		out.Paging = &paging
	}
	if out.Accept == "" {
		out.Accept = out.mediaHeader("Accept")
	}
	if out.ContentType == "" && op.RequestBody == nil {
		out.ContentType = out.mediaHeader("Content-Type")
	}
	if op.RequestBody != nil && op.RequestBody.Value != nil {
		body := op.RequestBody.Value
		out.Body = &Body{Required: body.Required, Content: body.Content, Examples: examplesOf(body.Content)}
	}
	for _, key := range Sorted(op.Responses.Map()) { // statuses, ranges, default
		if ref := op.Responses.Value(key); ref != nil && ref.Value != nil {
			content := ref.Value.Content
			if status, err := strconv.Atoi(key); err == nil && upper != http.MethodHead && !HasBody(upper, status) && !meansOther(op.Responses, key) {
				content = nil
			}
			out.Responses = append(out.Responses, &Response{
				Key: key, Content: content, Headers: documented(ref.Value.Headers), Examples: examplesOf(content),
			})
		}
	}
	return out
}

// meansOther reports whether a response of a status without a body has one in a document that probably
// means another status: it says what is in the body, and no other good response has one. A service that
// sends the body does so under 200, and a caller wants it then.
func meansOther(all *openapi3.Responses, key string) bool {
	says := false
	for other, ref := range all.Map() {
		if ref == nil || ref.Value == nil || !strings.HasPrefix(other, "2") {
			continue
		}
		for _, media := range ref.Value.Content {
			switch {
			case other != key && other != "204" && other != "205":
				return false
			case other != key:
			case media != nil && media.Schema != nil && media.Schema.Value != nil && !media.Schema.Value.IsEmpty() && !TakesAnything(media.Schema.Value):
				says = true
			}
		}
	}
	return says
}

// joined are the parameters of an operation, after those of its path that it does not replace.
func joined(shared, own openapi3.Parameters) []*Parameter {
	var out []*Parameter
	add := func(ref *openapi3.ParameterRef) {
		if PolicyOnly.Of(ref.Extensions, ref.Value.Extensions) {
			return
		}
		p := &Parameter{Parameter: ref.Value}
		var ofSchema map[string]any
		if s := ref.Value.Schema; s != nil && s.Value != nil {
			ofSchema = s.Value.Extensions
		}
		if p.Constant = Constant.Of(ref.Extensions, ref.Value.Extensions, ofSchema); p.Constant == nil {
			p.Constant = onlyValue(ref.Value)
		}
		if p.Constant == nil && ref.Value.In == openapi3.ParameterInHeader {
			p.Constant = LowestVersion.Of(ofSchema)
		}
		out = append(out, p)
	}
	for _, ref := range shared {
		if ref != nil && ref.Value != nil && own.GetByInAndName(ref.Value.In, ref.Value.Name) == nil {
			add(ref)
		}
	}
	for _, ref := range own {
		if ref != nil && ref.Value != nil {
			add(ref)
		}
	}
	return out
}

// documented are the headers of a response but for those that a policy added.
func documented(headers openapi3.Headers) openapi3.Headers {
	var out openapi3.Headers
	for name, ref := range headers {
		if ref != nil && ref.Value != nil && PolicyOnly.Of(ref.Extensions, ref.Value.Extensions) {
			continue
		}
		if out == nil {
			out = openapi3.Headers{}
		}
		out[name] = ref
	}
	return out
}

// documentedTags are tags but for those that a policy added.
func (d *Document) documentedTags(tags []string) []string {
	return slices.DeleteFunc(slices.Clone(tags), func(name string) bool {
		tag := d.Tags.Get(name)
		return tag != nil && PolicyOnly.Of(tag.Extensions)
	})
}

// examplesOf are the examples of a content, by media type and name: example2 before example10.
func examplesOf(content openapi3.Content) []Example {
	var out []Example
	for _, name := range Sorted(content) {
		media := content[name]
		if media == nil {
			continue
		}
		for _, e := range Examples(media.Examples) {
			e.Media = name
			out = append(out, e)
		}
		if len(media.Examples) == 0 && media.Example != nil {
			out = append(out, Example{Media: name, Name: "example", Value: media.Example, Own: true})
		}
	}
	return out
}

// Examples are the examples of a list that are written in the document, by name.
func Examples(all openapi3.Examples) []Example {
	var out []Example
	for name, ref := range all {
		if ref != nil && ref.Value != nil && ref.Value.ExternalValue == "" && !PolicyOnly.Of(ref.Extensions, ref.Value.Extensions) {
			out = append(out, Example{Name: name, Value: ref.Value.Value, Own: true})
		}
	}
	slices.SortFunc(out, func(a, b Example) int {
		if len(a.Name) != len(b.Name) {
			return len(a.Name) - len(b.Name)
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
}

// Response is that of a key, nil where there is none.
func (op *Operation) Response(key string) *Response {
	for _, r := range op.Responses {
		if r.Key == key {
			return r
		}
	}
	return nil
}

// Status is what a key of responses stands for: from the lowest status of a range to its
// highest; 0 and 0 for default; ok is false where it is none of these.
func Status(key string) (low, high int, ok bool) {
	if key == "default" {
		return 0, 0, true
	}
	if len(key) != 3 || key[0] < '1' || key[0] > '5' {
		return 0, 0, false
	}
	if strings.EqualFold(key[1:], "XX") {
		low = int(key[0]-'0') * 100
		return low, low + 99, true
	}
	n, err := strconv.Atoi(key)
	return n, n, err == nil && strings.Trim(key, "0123456789") == ""
}
