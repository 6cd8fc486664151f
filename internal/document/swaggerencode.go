package document

import "go.yaml.in/yaml/v3"

func isForm(media *yaml.Node) bool {
	return base(media.Value) == multipartForm || base(media.Value) == urlForm
}

// joinedKey is the member of a property of a form, on the way through the conversion, that says how
// its values are joined.
const joinedKey = "x-rst2openapi-joined"

// encodings are the styles of OpenAPI for what joins values.
var encodings = map[string]string{"csv": "form", "ssv": "spaceDelimited", "pipes": "pipeDelimited"}

// encodeForms says at the forms of a converted document how their lists are joined.
func encodeForms(n *yaml.Node) {
	if content := get(n, "content"); content != nil && content.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(content.Content); i += 2 {
			encodeForm(content.Content[i+1], base(content.Content[i].Value) == urlForm)
		}
	}
	if body := get(n, "requestBody"); n.Kind == yaml.MappingNode && body != nil {
		needForm(body)
	}
	for _, c := range n.Content {
		encodeForms(c)
	}
}

// needForm makes a form required that has a field which is: the conversion makes a body of the fields, and says
// of each, but not of the body, that it must be there.
func needForm(body *yaml.Node) {
	content := get(body, "content")
	if content == nil || get(body, "required") != nil {
		return
	}
	for i := 0; i+1 < len(content.Content); i += 2 {
		needed := get(orNone(get(content.Content[i+1], "schema")), "required")
		if isForm(content.Content[i]) && needed != nil && len(needed.Content) > 0 {
			put(body, "required", &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"})
			return
		}
	}
}

// encodeForm says so at one body, and takes the members of the conversion out of those that are not forms.
func encodeForm(media *yaml.Node, form bool) {
	if get(media, "schema") == nil {
		return
	}
	properties := get(get(media, "schema"), "properties")
	if properties == nil {
		return
	}
	made := mapping()
	for i := 0; i+1 < len(properties.Content); i += 2 {
		if style := encodings[text(properties.Content[i+1], joinedKey)]; style != "" {
			one := mapping()
			put(one, "style", word(style))
			put(one, "explode", &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "false"})
			put(made, properties.Content[i].Value, one)
			remove(properties.Content[i+1], joinedKey)
		}
	}
	if form && len(made.Content) > 0 {
		put(media, "encoding", made)
	}
}

// separators are what joins the values of a parameter, by its collectionFormat.
var separators = map[string]string{"csv": "commas", "ssv": "spaces", "tsv": "tabs", "pipes": "|"}
