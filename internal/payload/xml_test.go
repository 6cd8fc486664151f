package payload

import (
	"strings"
	"testing"
)

func shape(e *Element) string {
	var b strings.Builder
	b.WriteString(e.Name)
	for _, a := range e.Attrs {
		b.WriteString("@" + a)
	}
	if e.More {
		b.WriteString("+")
	}
	if e.Text != "" {
		b.WriteString("=" + e.Text)
	}
	if len(e.Children) > 0 {
		b.WriteString("(")
		for i, c := range e.Children {
			if i > 0 {
				b.WriteString(" ")
			}
			b.WriteString(shape(c))
		}
		b.WriteString(")")
	}
	return b.String()
}

func TestParseXML(t *testing.T) {
	for _, c := range []struct{ text, want, rest string }{
		{"<A><B>1</B><B>2</B></A> tail", "A(B=1 B=2)", " tail"},
		{"<?xml version=\"1.0\" encoding=\"gbk\"?>\n<A xmlns=\"u\" xsi:type=\"t\"/>", "A@xsi:type", ""},
		{"<A>\n<B/>\n...\n</A>", "A(B+)", ""},
		{"<A><B>x</A>", "A(B=x)", ""},    // an end tag is missing
		{"<A></C><B>x", "A(B=x)", ""},    // one too many, and cut off
		{"<A>a & b < c</A>", "A", ""},    // no XML, but an element all the same
		{"words <A/>", "", "words <A/>"}, // starts with something else
		{"", "", ""},
	} {
		e, end, err := ParseXML(c.text)
		if (err != nil) != (c.want == "") {
			t.Errorf("%q: error %v", c.text, err)
			continue
		}
		if err == nil && (!strings.HasPrefix(shape(e), c.want) || c.text[end:] != c.rest) {
			t.Errorf("%q: %s, rest %q; want %s, rest %q", c.text, shape(e), c.text[end:], c.want, c.rest)
		}
	}
	deep, _, err := ParseXML(strings.Repeat("<A>", 100_000))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for e := deep; len(e.Children) > 0; e = e.Children[0] {
		n++
	}
	if n > maxXMLDepth {
		t.Errorf("depth %d", n)
	}
}

func TestStartsXML(t *testing.T) {
	for line, want := range map[string]bool{
		"<?xml version=\"1.0\"?>": true, "<Owner>": true, "  <A xmlns=\"u\">": true, "<Location>x</Location>": true,
		"<A/>": true, "<html>": false, "<your token>": false, "<token> is yours": false, "< 5": false, "<>": false, "a <b>": false, "<a": false, "": false,
	} {
		if got := StartsXML(line); got != want {
			t.Errorf("StartsXML(%q) = %v", line, got)
		}
	}
}

func TestStartsHTML(t *testing.T) {
	for line, want := range map[string]bool{
		"<html>": true, "  <HTML lang=\"en\">": true, "<!DOCTYPE html>": true, "<!doctype HTML PUBLIC \"-//W3C//DTD\">": true, "<html": true,
		"<head>": false, "<htmlList>": false, "html": false, "<!DOCTYPE note>": false, "": false,
	} {
		if got := StartsHTML(line); got != want {
			t.Errorf("StartsHTML(%q) = %v", line, got)
		}
	}
	if !EndsHTML("</body></HTML>") || EndsHTML("</body>") || EndsHTML("<html>") {
		t.Error("EndsHTML")
	}
}
