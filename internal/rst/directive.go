package rst

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// form is how the inside of a directive is read.
type form int

const (
	formNote    form = iota + 1 // ordinary text, from its first line on
	formText                    // an argument, then ordinary text
	formTable                   // see tableDirective
	formCode                    // lines as they are
	formIgnored                 // nothing that we need
	formTree                    // names of pages
	formFile                    // what stands in another file
)

// forms are the known directives of docutils and of Sphinx.
var forms = func() map[string]form {
	m := make(map[string]form)
	for f, names := range map[form]string{
		formNote: "attention caution danger error hint important note tip warning seealso",
		formText: "admonition figure container topic sidebar rubric compound epigraph highlights pull-quote " +
			"only versionadded versionchanged deprecated centered header footer",
		formTable:   "table list-table csv-table",
		formCode:    "code code-block sourcecode parsed-literal math",
		formIgnored: "image class contents default-role highlight index meta role sectnum target-notes title tabularcolumns",
		formTree:    doc.PageList,
		formFile:    "include literalinclude raw",
	} {
		for _, name := range strings.Fields(names) {
			m[name] = f
		}
	}
	return m
}()

// directive is one directive of a page, taken apart.
type directive struct {
	name    string
	at      doc.At
	labels  []doc.Label
	all     []line // everything after the "::"
	args    []line
	options []line
	content []line
}

// directive reads a directive whose name ends, with "::" and spaces, at offset n of the
// line (docutils Body.parse_directive_block).
func (b *body) directive(name string, n int) {
	p := b.p
	d := &directive{name: strings.ToLower(name), at: p.at(b.ls[b.i])}
	pos := p.pos(b.ls[b.i], 0)
	d.all, b.i = p.firstKnown(b.ls, b.i, n)
	f := forms[d.name]
	if f == 0 {
		p.report("tool/unknown-directive", pos, "the directive "+quote(name)+" is not known; its text was kept, but not read")
		o := p.errorBlock(d.name, d.all)
		o.At, o.Labels = d.at, p.takeLabels()
		b.add(o)
		b.needBlankOrMarkup("a directive")
		return
	}
	rest := d.all
	if len(rest) > 0 && rest[0].blank() {
		rest = rest[1:]
	}
	end := 0
	for end < len(rest) && !rest[end].blank() {
		end++
	}
	head := rest[:end]
	d.content = trimBlank(rest[end:])
	d.args = head
	for i, l := range head {
		if k, _ := fieldMarker(l.text); k > 0 {
			d.args, d.options = head[:i], head[i:]
			break
		}
	}
	if len(d.args) > 0 && (f == formNote || d.name == "parsed-literal" || d.name == "math") {
		// The text may begin on the line of the directive.
		d.content = trimBlank(rest)
		if len(d.options) > 0 {
			d.content = trimBlank(append(append([]line(nil), d.args...), rest[end:]...))
		}
		d.args = nil
	}
	d.labels = p.takeLabels()
	switch f {
	case formNote:
		b.note(d)
	case formText:
		if d.name == "admonition" {
			b.note(d)
		} else {
			b.textInside(d)
		}
	case formTable:
		b.tableDirective(d)
	case formCode:
		b.codeBlock(d)
	case formIgnored:
		b.keepWhole(d)
	case formTree:
		b.toctree(d)
	case formFile:
		b.fileDirective(d)
	}
	b.needBlankOrMarkup("a directive")
}

// option gives the value of an option; the line is where the value starts.
func (d *directive) option(name string) (line, bool) {
	for _, l := range d.options {
		n, k := fieldMarker(l.text)
		if n > 0 && l.text[1:1+k] == name {
			return l.from(n), true
		}
	}
	return line{}, false
}

// argText is the argument in one string.
func (d *directive) argText() string {
	if len(d.args) == 1 {
		return d.args[0].text
	}
	var b strings.Builder
	for i, l := range d.args {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimSpace(l.text))
	}
	return b.String()
}

func (d *directive) other() *doc.Other {
	return &doc.Other{At: d.at, Kind: d.name, Args: d.argText(), Labels: d.labels}
}

// note reads an admonition (docutils docs, "Admonitions").
func (b *body) note(d *directive) {
	n := &doc.Note{At: d.at, Kind: d.name, Labels: d.labels}
	if len(d.args) > 0 {
		n.Title = b.p.inline(d.args)
	}
	b.add(n)
	n.Blocks = b.p.nested(d.content)
}

// codeBlock reads a block of code; all lines between the first and the last are kept.
func (b *body) codeBlock(d *directive) {
	c := b.p.code(d.content)
	c.At, c.Labels = d.at, d.labels
	c.Lang = d.argText()
	if c.Lang == "" && (d.name == "math" || d.name == "parsed-literal") {
		c.Lang = d.name
	}
	b.add(c)
}

// keepWhole keeps a directive that has no text of its own.
func (b *body) keepWhole(d *directive) {
	o := d.other()
	if len(d.content) > 0 {
		o.Blocks = []doc.Block{b.p.code(d.content)}
	}
	b.add(o)
}

// textInside keeps a directive whose content is ordinary text.
func (b *body) textInside(d *directive) {
	o := d.other()
	b.add(o)
	o.Blocks = b.p.nested(d.content)
}

// toctree keeps the names that a table of contents lists (Sphinx docs, "toctree").
func (b *body) toctree(d *directive) {
	o := d.other()
	for _, l := range d.content {
		if !l.blank() {
			o.Entries = append(o.Entries, strings.TrimSpace(l.text))
		}
	}
	b.add(o)
}

// fileDirective never follows a directive that reads a file. Without :file: and :url:,
// "raw" holds its text itself, in a language that is not ours.
func (b *body) fileDirective(d *directive) {
	name := d.argText()
	if d.name == "raw" {
		l, ok := d.option("file")
		if !ok {
			l, ok = d.option("url")
		}
		if !ok {
			b.keepWhole(d)
			return
		}
		name = l.text
	}
	b.refuseFile(d, name)
	b.keepWhole(d)
}

func (b *body) refuseFile(d *directive, name string) {
	b.p.report("docs/include-directive", d.at.Start,
		"the directive "+quote(d.name)+" wants to read "+quote(name)+", which is not done; put the text into the page itself")
}
