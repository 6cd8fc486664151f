package gogen

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// The media types of forms.
const (
	formMedia      = "application/x-www-form-urlencoded"
	multipartMedia = "multipart/form-data"
)

// formRequest decides the type of a request body that is a form: a structure, whose files are
// readers. It is not ok where the form has no structure.
func (b *builder) formRequest(op *operation, c call) (ok bool, err error) {
	media := formMedia
	if c.Body.Content[media] == nil || b.hasFiles(c.Body.Content[multipartMedia]) { // only parts hold files
		media = multipartMedia
	}
	content := c.Body.Content[media]
	if content == nil || content.Schema == nil {
		return false, nil
	}
	if s, err := b.doc.Shape(content.Schema); err != nil || s.Kind != document.KindObject || s.Nullable {
		return false, err
	}
	hint, err := b.firstFree(op.Name+"Body", op.Name+"RequestBody", op.Name+"Payload")
	if err != nil {
		return false, fmt.Errorf("%s: %w", c.where, err)
	}
	t, err := b.resolve(content.Schema, hint, c.where+" requestBody")
	if err != nil || !t.isStruct() {
		return false, err
	}
	op.bodyType, op.JSONType, op.JSONBody, op.Form = t, media, t.expr(), media
	if !op.BodyNeeded {
		op.JSONBody = "*" + t.expr()
	}
	op.encoding = encodingOf(media, content)
	return true, nil
}

// encodingOf is a Go map of what a document says of the members of a form: how they are written,
// or of a form of several parts their media types.
//
// OpenAPI 3.0.3, Encoding Object: style and explode "SHALL be ignored if the request body media
// type is not application/x-www-form-urlencoded".
func encodingOf(media string, content *openapi3.MediaType) string {
	var entries []string
	for _, name := range sorted(content.Encoding) {
		e := content.Encoding[name]
		if e == nil {
			continue
		}
		value := ""
		switch {
		case media == multipartMedia:
			value = e.ContentType
		case e.Style == openapi3.SerializationDeepObject:
			value = "deepObject"
		case separatorOf(e) != "":
			value = separatorOf(e)
		case document.IsJSON(e.ContentType):
			value = "json"
		}
		if value != "" {
			entries = append(entries, strconv.Quote(name)+": "+strconv.Quote(value))
		}
	}
	if len(entries) == 0 {
		return "nil"
	}
	return "map[string]string{" + strings.Join(entries, ", ") + "}"
}

// separatorOf names what stands between the items of a list of a form, "" where each item has the
// name before it.
func separatorOf(e *openapi3.Encoding) string {
	whole := e.Explode == nil || !*e.Explode
	switch {
	case e.Style == openapi3.SerializationSpaceDelimited && whole:
		return "space"
	case e.Style == openapi3.SerializationPipeDelimited && whole:
		return "pipe"
	case e.Explode != nil && whole && (e.Style == "" || e.Style == openapi3.SerializationForm):
		return "comma"
	}
	return ""
}

// FormStyles is a further argument of the call by which a server reads a form.
func (op *operation) FormStyles() string {
	if op.Form != formMedia {
		return ""
	}
	return ", " + op.encoding
}

// formPayload is the call that writes a form.
func (op *operation) formPayload() string {
	writer := "gen.Form"
	if op.Form == multipartMedia {
		writer = "gen.Multipart"
	}
	call := writer + "(call.Sendable(body), " + op.encoding + ")"
	if op.Form == multipartMedia {
		return "call.Parts(" + call + ")"
	}
	return "call.Payload(" + call + ")"
}

// BodyReader is the call by which a server reads the body, up to whether it is required.
func (op *operation) BodyReader() string {
	switch {
	case op.XMLRoot != "":
		return "XML(" + strconv.Quote(op.XMLRoot) + ", "
	case op.Form == formMedia:
		return "Form("
	case op.Form == multipartMedia:
		return "Multipart("
	}
	return "JSON("
}

// findFiles finds the schemas of files: binary texts in forms of several parts, and nowhere
// else, since nothing else can hold one beside other members.
func (b *builder) findFiles(calls []call) {
	found, elsewhere := fileFinder{}, fileFinder{}
	look := func(content openapi3.Content) {
		for _, media := range sorted(content) {
			if content[media] == nil {
				continue
			}
			if media == multipartMedia || media == formMedia && content[multipartMedia] != nil {
				found.look(content[media].Schema, 0)
			} else {
				elsewhere.look(content[media].Schema, 0)
			}
		}
	}
	for _, c := range calls {
		if c.Body != nil {
			look(c.Body.Content)
		}
		for _, r := range c.Responses {
			for _, media := range r.Content {
				if media != nil {
					elsewhere.look(media.Schema, 0)
				}
			}
		}
	}
	b.files = map[*openapi3.Schema]bool{}
	for s := range found {
		b.files[s] = s.Type.Is("string") && s.Format == "binary" && !elsewhere[s]
	}
}

// hasFiles reports whether a form has a member that is a file, or a list of files.
func (b *builder) hasFiles(form *openapi3.MediaType) bool {
	if form == nil || form.Schema == nil {
		return false
	}
	s, err := b.doc.Shape(form.Schema)
	if err != nil || s.Schema == nil {
		return false
	}
	for _, p := range s.Schema.Properties {
		if p.Value != nil && (b.files[p.Value] || p.Value.Items != nil && b.files[p.Value.Items.Value]) {
			return true
		}
	}
	return false
}

// fileFinder are the schemas that can be reached.
type fileFinder map[*openapi3.Schema]bool

func (f fileFinder) look(ref *openapi3.SchemaRef, depth int) {
	if ref == nil || ref.Value == nil || f[ref.Value] || depth > maxDepth {
		return
	}
	f[ref.Value] = true
	for _, one := range document.Inside(ref.Value) {
		f.look(one, depth+1)
	}
}
