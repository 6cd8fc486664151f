package gogen

import (
	"fmt"
	"strconv"
	"strings"
)

// walks says for each style of paging which function of sdk walks, what it tells the function
// that gets a page, and what it wants back beside the items.
var walks = map[string]walk{
	"offset": {"ByOffset", "offset", "int64"},
	"page":   {"ByPage", "number", "int64"},
	"marker": {"ByMarker", "marker", "string"},
	"link":   {"ByLink", "link", "string"},
}

type walk struct{ Helper, At, AtType string }

// pagesView is the method that walks over all pages of a list.
type pagesView struct {
	walk
	Comment, Client, Name string
	Quoted                string // its name
	Args, Elem            string
	Start                 string     // further fields of the walk, each after a comma
	Key                   string     // the statement that gives what identifies an item, or empty
	Refused               string     // the parameters that shift pages, or empty
	Limit                 string     // the arguments that set how many items a page has, or empty
	Param                 *pageParam // nil where a link says which page
	Passed                string     // to the method for a page, after ctx
	Parts                 []setView  // take what is wanted out of the response
}

// pageParam sets the parameter that says which page.
type pageParam struct {
	Holder string // the variable that it is in
	Target string // the pointer to it
	Guard  string // the Go condition under which it is set, or empty
}

// setView is an assignment inside the conditions under which its value is there.
type setView struct {
	Conds         []string
	Target, Value string
}

func (op *operation) pagesView(client string) *pagesView {
	p := op.page
	if p == nil {
		return nil
	}
	args, names := op.args()
	out := &pagesView{walk: walks[p.style], Client: client, Name: op.Name, Quoted: strconv.Quote(op.Name), Args: args, Elem: p.elem.item(), Parts: p.parts()}
	out.Key, out.Refused = p.identity(), p.refused()
	if p.limit != nil {
		out.Limit = fmt.Sprintf("%s, %d", p.reach(p.limit), p.size)
	}
	out.Comment = op.Comment + "\n//\n" + comment(
		"It gives the items of all pages, each with a nil error, and asks for a page when it is needed. An error ends it.\n"+
			op.Name+"Page gives a single page.")
	switch p.style {
	case "offset":
		out.Start = ", Start: " + p.start()
	case "page":
		out.Start = fmt.Sprintf(", Start: %s, First: %d", p.start(), p.first)
	case "marker":
		if p.in == "params" {
			out.Start = ", Partial: gen.IsSet(params." + p.param.Name + ")"
		}
		if p.key != nil {
			out.Start += ", Member: " + p.key.Quoted()
		}
	}
	if p.style == "link" {
		out.Passed = names + ", gen.FollowLink(options, link)..."
	} else {
		out.Passed, out.Param = names+", options...", &pageParam{p.in, p.target(), p.guard()}
	}
	return out
}

// guard is the condition under which the parameter is set. The first page goes without an
// offset or marker, unless the document demands one: some services take no offset of 0.
func (p *paging) guard() string {
	switch {
	case p.style == "page", p.style == "offset" && p.param.required:
		return ""
	case p.style == "offset":
		return "offset > 0"
	}
	return `marker != ""`
}

// parts take items and what leads on out of the response.
func (p *paging) parts() []setView {
	const base = "response"
	out := []setView{reach(base, p.items, "page.Items", "%s")}
	if p.count != nil {
		out = append(out, reach(base, p.count, "page.Total", "gen.Number(%s)"))
	}
	switch {
	case p.key != nil:
		last := "page.Items[len(page.Items)-1]"
		cond := "len(page.Items) > 0"
		if p.elem.itemPointer() {
			cond += " && " + last + " != nil"
		}
		out = append(out, setView{[]string{cond}, "page.Next", "sdk.Text(" + last + "." + p.key.Name + ")"})
	case p.style == "link":
		out = append(out, reach(base, p.next, "page.Next", "gen.NextLink(%s)"))
	case p.style == "marker":
		out = append(out, reach(base, p.next, "page.Next", "sdk.Text(%s)"))
	}
	return out
}

// identity is the statement that gives what identifies an item, or empty.
func (p *paging) identity() string {
	if p.id == nil {
		return ""
	}
	text := "return sdk.Text(item." + p.id.Name + ")"
	if p.elem.itemPointer() {
		return "if item == nil {\nreturn \"\"\n}\n" + text
	}
	return text
}

// refused are the parameters that shift pages, each with the caller's value.
func (p *paging) refused() string {
	var out []string
	for _, f := range p.shifts {
		out = append(out, "{Name: "+f.Quoted()+", Value: params."+f.Name+"}")
	}
	return strings.Join(out, ", ")
}

// reach assigns a member deep in a response, under the conditions under which it is there.
// form is what is assigned, with the member for %s.
func reach(expr string, path []*field, target, form string) setView {
	out := setView{Target: target}
	start := 0 // variables count the fields since the last condition
	for i, f := range path {
		expr += "." + f.Name
		last := i == len(path)-1
		switch {
		case f.wrapped && (!last || f.typ.shape == shapeSlice):
			name := "p" + strconv.Itoa(i-start)
			out.Conds = append(out.Conds, fmt.Sprintf("%s := %s.Ptr(); %s != nil", name, expr, name))
			if expr, start = name, i+1; last {
				expr = "*" + name
			}
		case f.pointer && !last:
			out.Conds, start = append(out.Conds, expr+" != nil"), i+1
		}
	}
	out.Value = fmt.Sprintf(form, expr)
	return out
}
