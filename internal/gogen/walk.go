package gogen

import (
	"fmt"
	"strconv"
)

// walks says for each style of paging which function of sdk walks, what it tells the function
// that gets a page, and what it wants back beside the items.
var walks = map[string]walk{
	"offset": {"ByOffset", "offset", "int64", "total", "int64", "0"},
	"page":   {"ByPage", "page", "int64", "total", "int64", "0"},
	"marker": {"ByMarker", "marker", "string", "next", "string", `""`},
	"link":   {"ByLink", "link", "string", "next", "string", `""`},
}

type walk struct{ Helper, At, AtType, More, MoreType, None string }

// pagesView is the method that walks over all pages of a list.
type pagesView struct {
	walk
	Comment, Client, Name string
	Args, Elem            string
	Start                 string     // what the helper takes before the function, each with a comma after it
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
	out := &pagesView{walk: walks[p.style], Client: client, Name: op.Name, Args: args, Elem: p.elem.item(), Parts: p.parts()}
	out.Comment = op.Comment + "\n//\n" + comment(
		"It gives the items of all pages, each with a nil error, and asks for a page when it is needed. An error ends it.\n"+
			op.Name+"Page gives a single page.")
	switch p.style {
	case "offset":
		out.Start = p.start() + ", "
	case "page":
		out.Start = fmt.Sprintf("%s, %d, ", p.start(), p.first)
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
	case p.style == "page" || p.style == "offset" && p.param.required:
		return ""
	case p.style == "offset":
		return "offset > 0"
	}
	return `marker != ""`
}

// parts take items and what leads on out of the response.
func (p *paging) parts() []setView {
	const base = "response"
	items := reach(base, p.items, "items", "%s")
	unknown := setView{Target: "total", Value: "-1"}
	switch {
	case p.count != nil:
		return []setView{items, unknown, reach(base, p.count, "total", "gen.Number(%s)")}
	case p.style == "offset" || p.style == "page":
		return []setView{items, unknown}
	case p.key != nil:
		last := "items[len(items)-1]"
		cond := "len(items) > 0"
		if p.elem.itemPointer() {
			cond += " && " + last + " != nil"
		}
		return []setView{items, {[]string{cond}, "next", "sdk.Text(" + last + "." + p.key.Name + ")"}}
	case p.style == "link":
		return []setView{items, reach(base, p.next, "next", "gen.NextLink(%s)")}
	}
	return []setView{items, reach(base, p.next, "next", "sdk.Text(%s)")}
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
