package payload

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Element is an element of printed XML.
type Element struct {
	Name     string   // with its prefix, if it has one
	Attrs    []string // names with their prefixes; declarations of name spaces are left out
	Text     string   // the text of an element without others inside, trimmed
	Children []*Element
	Off      int  // of its start tag
	More     bool // "…" or "..." after it says that there may be more of it
}

// maxXMLDepth bounds how deep printed elements are followed.
const maxXMLDepth = 50

// ParseXML reads the element that text starts with, after a declaration if there is one,
// and tells where it ends. A page may forget an end tag, mix two up or stop in the middle;
// what stands there is taken as it is. The error says that no element stands there.
func ParseXML(text string) (root *Element, end int, err error) {
	if !strings.HasPrefix(strings.TrimSpace(text), "<") {
		return nil, 0, errors.New("no XML element stands here")
	}
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var open []*Element
	for {
		off := int(d.InputOffset())
		tok, err := d.RawToken()
		if err != nil {
			if root == nil {
				return nil, 0, errors.New("no XML element stands here")
			}
			return root, len(text), nil
		}
		switch t := tok.(type) {
		case xml.StartElement:
			e := &Element{Name: xmlName(t.Name), Off: off, Attrs: xmlAttrs(t.Attr)}
			if root == nil {
				root = e
			}
			n := len(open)
			if n >= maxXMLDepth {
				continue
			}
			if n > 0 {
				open[n-1].Children = append(open[n-1].Children, e)
			}
			open = append(open, e)
		case xml.EndElement:
			open = closeElement(open, xmlName(t.Name))
			if root != nil && len(open) == 0 {
				return root, int(d.InputOffset()), nil
			}
		case xml.CharData:
			addText(open, strings.TrimSpace(string(t)))
		}
	}
}

// closeElement ends the innermost open element of that name and those inside it. An end
// tag that nothing opened is passed over.
func closeElement(open []*Element, name string) []*Element {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].Name == name {
			return open[:i]
		}
	}
	return open
}

func addText(open []*Element, text string) {
	if len(open) == 0 || text == "" {
		return
	}
	e := open[len(open)-1]
	n := len(e.Children)
	if n == 0 {
		e.Text = text
	} else if strings.HasPrefix(text, "...") || strings.HasPrefix(text, "…") {
		e.Children[n-1].More = true
	}
}

func xmlName(n xml.Name) string {
	if n.Space != "" {
		return n.Space + ":" + n.Local
	}
	return n.Local
}

func xmlAttrs(attrs []xml.Attr) []string {
	var out []string
	for _, a := range attrs {
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
			out = append(out, xmlName(a.Name))
		}
	}
	return out
}

// StartsXML reports whether a printed line is the start of an XML body. It must not apply
// to a placeholder in angle brackets ("<your token>") or to a comparison.
func StartsXML(line string) bool {
	s := strings.TrimSpace(line)
	if strings.HasPrefix(s, "<?xml") {
		return true
	}
	if len(s) < 3 || s[0] != '<' || !(s[1] >= 'A' && s[1] <= 'Z' || s[1] >= 'a' && s[1] <= 'z') {
		return false
	}
	tag, rest, ok := strings.Cut(s[1:], ">")
	if !ok {
		return false
	}
	name, attrs, _ := strings.Cut(tag, " ")
	if StartsHTML(s) {
		return false
	}
	if strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:_-/") != "" {
		return false
	}
	return (attrs == "" || strings.Contains(attrs, "=") || attrs == "/") && (rest == "" || strings.Contains(rest, "<"))
}

// StartsHTML reports whether a printed line is the start of a page for people, which a proxy or a
// framework sends. It is not a payload, and neither are the elements in it.
func StartsHTML(line string) bool {
	name, _, _ := strings.Cut(strings.TrimSpace(line), ">")
	name, doctype := strings.CutPrefix(strings.ToLower(name), "<!doctype ")
	return doctype && strings.HasPrefix(name, "html") || name == "<html" || strings.HasPrefix(name, "<html ")
}

// EndsHTML reports whether a printed line ends such a page.
func EndsHTML(line string) bool { return strings.Contains(strings.ToLower(line), "</html>") }
