package fake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// Media types of forms.
const (
	urlForm       = "application/x-www-form-urlencoded"
	multipartForm = "multipart/form-data"
)

// form is a body of names with texts, in the order in which each name has them. A file has a nil
// text, for nothing is said of what is in it.
type form map[string][]*string

// readForm reads a body of one of the media types of forms; ok is false for other ones.
func readForm(mediaType string, media *openapi3.MediaType, body []byte) (f form, ok bool, err error) {
	name, params, err := mime.ParseMediaType(mediaType)
	switch {
	case name == urlForm:
		f, err = readURLForm(media, body)
	case name != multipartForm:
		return nil, false, nil
	case err == nil && params["boundary"] == "":
		err = errors.New("the media type has no boundary")
	case err == nil && !bytes.Contains(body, []byte("--"+params["boundary"])):
		err = errors.New("it does not have the boundary of its media type")
	case err == nil:
		f, err = readParts(multipart.NewReader(bytes.NewReader(body), params["boundary"]))
	}
	return f, true, err
}

// readURLForm takes a list that is one value with commas apart: a comma with an escape is part of an item.
func readURLForm(media *openapi3.MediaType, body []byte) (form, error) {
	values, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, err
	}
	f := form{}
	for pair := range strings.SplitSeq(string(body), "&") {
		key, value, _ := strings.Cut(pair, "=")
		name, _ := url.QueryUnescape(key) // all of them can be, as ParseQuery had no error
		if len(values[name]) != 1 || media == nil || !hasCommas(media.Encoding[name]) {
			continue
		}
		values[name] = strings.Split(value, ",")
		for i, item := range values[name] {
			values[name][i], _ = url.QueryUnescape(item)
		}
	}
	for name, texts := range values {
		for i := range texts {
			f[name] = append(f[name], &texts[i])
		}
	}
	return f, nil
}

// hasCommas reports whether a form has a list as one value with commas between its items.
func hasCommas(encoding *openapi3.Encoding) bool {
	return encoding != nil && encoding.Explode != nil && !*encoding.Explode && (encoding.Style == "" || encoding.Style == openapi3.SerializationForm)
}

func readParts(r *multipart.Reader) (form, error) {
	f := form{}
	for {
		part, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return f, nil
		}
		if err != nil {
			return nil, err
		}
		var text *string
		if part.FileName() == "" {
			all, err := io.ReadAll(part)
			if err != nil {
				return nil, err
			}
			one := string(all)
			text = &one
		}
		f[part.FormName()] = append(f[part.FormName()], text)
	}
}

// checkForm says in what a form breaks what the document says of its media type.
func checkForm(mediaType string, media *openapi3.MediaType, f form) (problems []string) {
	defer func() { problems = append(problems, caught(recover())...) }()
	if media == nil || media.Schema == nil || media.Schema.Value == nil {
		return nil
	}
	s, err := document.Merged(media.Schema.Value)
	if err != nil || document.KindOf(s) != document.KindObject {
		return nil // it does not say what members there are
	}
	for _, name := range s.Required {
		if len(f.texts(name)) == 0 && !readOnly(s.Properties[name]) {
			problems = append(problems, fmt.Sprintf("body: the member %s is missing", document.OneLine(name)))
		}
	}
	apart := strings.HasPrefix(strings.ToLower(mediaType), urlForm) // see readURLForm
	for _, name := range document.Sorted(s.Properties) {
		if texts := f.texts(name); len(texts) > 0 && !slices.Contains(texts, nil) {
			for _, text := range checkMember(s.Properties[name], media.Encoding[name], apart, name, texts) {
				problems = append(problems, fmt.Sprintf("body: the member %s: %s", document.OneLine(name), text))
			}
		}
	}
	return problems
}

func readOnly(s *openapi3.SchemaRef) bool { return s != nil && s.Value != nil && s.Value.ReadOnly }

// texts are those of a member. Some servers want the names of lists with brackets.
func (f form) texts(name string) []*string { return append(slices.Clip(f[name]), f[name+"[]"]...) }

// checkMember says in what the texts of a member break its schema; apart is true where the items of a list that is one
// value are. Of objects only those are
// checked that are JSON, for their members may be members of the form as well.
func checkMember(ref *openapi3.SchemaRef, encoding *openapi3.Encoding, apart bool, name string, texts []*string) []string {
	if ref == nil || ref.Value == nil {
		return nil
	}
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = *text
	}
	if isText(ref) || isText(document.Items(ref.Value)) {
		p := &openapi3.Parameter{Name: name, In: openapi3.ParameterInQuery, Schema: ref}
		if encoding != nil {
			p.Style, p.Explode = encoding.Style, encoding.Explode
		}
		if apart && hasCommas(encoding) {
			p.Explode = nil
		}
		return fitsTexts(p, all)
	}
	if v, err := decode([]byte(all[0])); err == nil && len(all) == 1 && document.KindOf(ref.Value) == document.KindObject {
		return problemsOf(document.CheckValue(ref.Value, v, openapi3.VisitAsRequest(), openapi3.MultiErrors()))
	}
	return nil
}

// isText reports whether a form has a value of a schema as one text.
func isText(ref *openapi3.SchemaRef) bool {
	if ref == nil || ref.Value == nil {
		return false
	}
	switch document.KindOf(ref.Value) {
	case document.KindText, document.KindInteger, document.KindNumber, document.KindBoolean, document.KindEnum, document.KindScalar:
		return true
	}
	return false
}
