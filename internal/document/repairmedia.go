package document

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// ranges makes JSON of bodies of any media type that have a structure: documents that are made from
// the code of a service give all of its bodies as */*, and what is neither binary nor a text is JSON
// there. A body that has a media type of its own beside it stays as it is.
func (r *repairer) ranges(content *yaml.Node) {
	if content == nil || content.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(content.Content); i += 2 {
		if key := content.Content[i]; IsJSON(key.Value) || IsXML(key.Value) {
			return
		}
	}
	for i := 0; i+1 < len(content.Content); i += 2 {
		key := content.Content[i]
		if base(key.Value) != "*/*" && base(key.Value) != "application/*" || !r.structured(get(content.Content[i+1], "schema"), 0) {
			continue
		}
		key.Value = "application/json"
		return
	}
}

// structured reports whether values of a schema are neither texts nor anything at all.
func (r *repairer) structured(schema *yaml.Node, depth int) bool {
	if schema == nil || depth > maxNesting {
		return false
	}
	if schema = r.referred(schema); schema == nil {
		return false
	}
	if t := get(schema, "type"); t != nil {
		return t.Kind == yaml.SequenceNode || !strings.EqualFold(t.Value, "string") && t.Value != "file"
	}
	for _, name := range []string{"properties", "items", "additionalProperties"} {
		if get(schema, name) != nil {
			return true
		}
	}
	for _, name := range []string{"allOf", "oneOf", "anyOf"} {
		if all := get(schema, name); all != nil {
			for _, one := range all.Content {
				if r.structured(one, depth+1) {
					return true
				}
			}
		}
	}
	return false
}

// files takes a file or a list of them, as a member of a form of several parts, for the list: one file
// is sent like a list of one.
func (r *repairer) files(content *yaml.Node) {
	form := get(content, multipartForm)
	if form == nil {
		return
	}
	schema := get(form, "schema")
	if schema != nil {
		schema = r.referred(schema)
	}
	properties := get(schema, "properties")
	if properties == nil || properties.Kind != yaml.MappingNode {
		return
	}
	for i := 1; i < len(properties.Content); i += 2 {
		for _, name := range []string{"oneOf", "anyOf"} {
			if all := get(properties.Content[i], name); all != nil && len(all.Content) == 2 {
				r.fileOrList(properties.Content[i], name, all.Content[0], all.Content[1])
			}
		}
	}
}

func (r *repairer) fileOrList(n *yaml.Node, name string, one, list *yaml.Node) {
	if one, list = r.referred(one), r.referred(list); isFile(list) {
		one, list = list, one
	}
	if items := get(list, "items"); isFile(one) && items != nil && isFile(r.referred(items)) {
		remove(n, name)
		put(n, "type", word("array"))
		put(n, "items", items)
		if bound := get(list, "maxItems"); bound != nil && get(n, "maxItems") == nil {
			put(n, "maxItems", bound)
		}
	}
}

// isFile reports whether a schema is that of the content of a file.
func isFile(n *yaml.Node) bool {
	if t := get(n, "type"); !isWord(t) || t.Value != "string" {
		return false
	}
	format, encoding := get(n, "format"), get(n, "contentEncoding")
	if format != nil {
		return isWord(format) && format.Value == "binary"
	}
	return encoding == nil && get(n, "contentMediaType") != nil || isWord(encoding) && strings.EqualFold(encoding.Value, "binary")
}
