package gogen

import (
	"slices"
	"strconv"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/document"
)

// call is an operation of the document, or one of the variants it describes, that becomes a
// method.
type call struct {
	*document.Operation
	where  string       // for messages: "GET /v1/lamps (line 12)"
	fixed  []fixedValue // query words that a variant always sends
	sample sample
}

// calls lists all operations.
func (b *builder) calls() ([]call, error) {
	all, err := b.doc.Operations()
	if err != nil {
		return nil, err
	}
	var out []call
	for _, op := range all {
		c := call{Operation: op, where: op.Where, sample: sampleOf(op)}
		for _, f := range op.Fixed {
			c.fixed = append(c.fixed, fixedValue{In: f.In, Name: f.Name, Value: f.Value})
		}
		out = append(out, c)
	}
	return out, nil
}

// id is what the name of the method is made of.
func (c call) id() string {
	if c.Named {
		return c.ID
	}
	return strings.ToLower(c.Method) + " " + strings.NewReplacer("/", " ", "{", " ", "}", " ").Replace(c.Path)
}

// target is where an overlay finds the operation or variant.
func (c call) target() string {
	text := "$.paths[" + single(c.Path) + "]." + strings.ToLower(c.Method)
	if c.Variant >= 0 {
		text += "['x-variants'][" + strconv.Itoa(c.Variant) + "]"
	}
	return text
}

// operations builds the methods of the client.
func (b *builder) operations(calls []call) error {
	for _, c := range calls {
		name, by := b.methodName(c)
		others := b.lasting.choices(keptMethods, c.id(), b.namer.name(c.id()), b.namer.asWritten(c.id()), b.namer.name(c.line()))
		name, err := b.methods.firstFree(by, append([]string{name}, others...)...)
		if err != nil {
			return err
		}
		b.lasting.note(keptMethods, c.id(), name)
		op := &operation{Name: name, Method: c.Method, where: c.where, security: c.Security, stated: c.SecurityStated}
		if len(c.Tags) > 0 {
			op.tag, op.chapter = tagOf(b.namer, c.Tags[0]), printable(c.Tags[0])
		}
		b.view.ops = append(b.view.ops, op)
	}
	for i, c := range calls {
		if err := b.operation(b.view.ops[i], c); err != nil {
			return err
		}
	}
	if err := b.decideResults(calls); err != nil {
		return err
	}
	if err := b.decidePages(calls); err != nil {
		return err
	}
	b.decideWaiters(calls)
	b.decideFurther(calls)
	return nil
}

func (b *builder) operation(op *operation, c call) error {
	link := ""
	if c.DocsURL != "" {
		link = "See " + printable(c.DocsURL)
	}
	summary, line := strings.TrimSuffix(printable(c.Summary), "."), c.Method+" "+printable(c.Path)
	op.line, op.summary = line, summary
	if summary == "" {
		summary, line = line, ""
	}
	elsewhere := ""
	if op.own = b.ownServer(c); op.own != "" {
		elsewhere = "It is called at an address of its own, " + op.own + ", unless sdk.WithEndpoint or a catalogue gives one."
	}
	op.Comment = comment(op.Name+": "+summary+".", line, prose(c.Description), link, elsewhere, deprecated(c.Deprecated), sourceLine(c.Source))
	op.Fixed, op.sample = c.fixed, c.sample
	if err := b.parameters(op, c); err != nil {
		return err
	}
	if err := b.body(op, c); err != nil {
		return err
	}
	err := b.responses(op, c)
	op.mediaHeaders(c)
	return err
}

// mediaHeaders are the headers of media types that a request has whatever its body is.
func (op *operation) mediaHeaders(c call) {
	accept := strings.Join(slices.DeleteFunc(strings.Split(c.Accepts(), ", "), func(media string) bool {
		return op.noXML && document.IsXML(media) || c.besideJSON(media)
	}), ", ")
	if accept != "" && accept != "application/json" { // which all others have
		op.Media = append(op.Media, fixedValue{In: "header", Name: "Accept", Value: accept})
	}
	if !op.HasBody && c.ContentType != "" {
		op.Media = append(op.Media, fixedValue{In: "header", Name: "Content-Type", Value: c.ContentType})
	}
}

// besideJSON reports whether a media type, neither JSON nor XML, is only a choice of responses that
// may be JSON, too: a method that reads JSON cannot read it, and does not ask for it.
func (c call) besideJSON(media string) bool {
	if c.Accept != "" || document.IsJSON(media) || document.IsXML(media) {
		return false
	}
	beside := false
	for _, r := range c.Responses {
		switch {
		case r.Content[media] == nil || r.Key[:1] != "2" && r.Key != "default":
		case document.JSONMedia(r.Content) == "":
			return false
		default:
			beside = true
		}
	}
	return beside
}
