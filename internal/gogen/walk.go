package gogen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// walks says for each style of paging which function of sdk walks, what it tells the function
// that gets a page, and what it wants back beside the items.
var walks = map[string]struct{ helper, at, atType, more, moreType, none string }{
	"offset": {"ByOffset", "offset", "int64", "total", "int64", "0"},
	"page":   {"ByPage", "page", "int64", "total", "int64", "0"},
	"marker": {"ByMarker", "marker", "string", "next", "string", `""`},
	"link":   {"ByLink", "link", "string", "next", "string", `""`},
}

// printPages prints the method that walks over all pages of a list.
func (op *operation) printPages(f *jen.File, client string) {
	p := op.page
	args, names := op.args()
	elem, walk := p.elem.item(), walks[p.style]
	f.Comment(op.Comment + "\n//\n" + comment(
		"It gives the items of all pages, each with a nil error, and asks for a page when it is needed. An error ends it.\n"+
			op.Name+"Page gives a single page."))
	start := "" // what the helper takes before the function
	switch p.style {
	case "offset":
		start = p.start() + ", "
	case "page":
		start = fmt.Sprintf("%s, %d, ", p.start(), p.first)
	}
	failed := code("return nil, %s, err", walk.none)
	f.Add(code("func (c *%s) %s(ctx context.Context%s, options ...sdk.Option) iter.Seq2[%s, error]", client, op.Name, args, elem)).Block(
		jen.Return(code("gen.%s(%sfunc", walk.helper, start).Params(code("%s %s", walk.at, walk.atType)).
			Params(code("items []%s", elem), code("%s %s", walk.more, walk.moreType), code("err error")).
			BlockFunc(func(g *jen.Group) {
				passed := "options..."
				if p.style == "link" {
					passed = "gen.FollowLink(options, link)..."
				} else {
					p.printParam(g, walk.at, failed)
				}
				g.Add(code("answer, err := c.%sPage(ctx%s, %s)", op.Name, names, passed))
				g.If(code("err != nil")).Block(failed)
				op.printPageParts(g)
				g.Add(code("return items, %s, nil", walk.more))
			}).Op(")")),
	)
}

// printParam prints what sets the parameter that says which page. The first page goes without
// an offset or marker, unless the document demands one: some services take no offset of 0.
func (p *paging) printParam(g *jen.Group, at string, failed jen.Code) {
	g.Add(code("%s := %s // each page has its own", p.in, p.in))
	set := jen.If(code("err := gen.SetParam(%s, %s)", p.target(), at), code("err != nil")).Block(failed)
	switch {
	case p.style == "page" || p.style == "offset" && p.param.required:
		g.Add(set)
	case p.style == "offset":
		g.If(code("offset > 0")).Block(set)
	default:
		g.If(code(`marker != ""`)).Block(set)
	}
}

// printPageParts takes items and what leads on out of the response.
func (op *operation) printPageParts(g *jen.Group) {
	p := op.page
	base := "answer"
	g.Add(reach(base, p.items, func(expr string) jen.Code { return code("items = %s", expr) }))
	switch {
	case p.count != nil:
		g.Add(code("total = -1"))
		g.Add(reach(base, p.count, func(expr string) jen.Code { return code("total = gen.Number(%s)", expr) }))
	case p.style == "offset" || p.style == "page":
		g.Add(code("total = -1"))
	case p.key != nil:
		last := "items[len(items)-1]"
		take := code("next = sdk.Text(%s.%s)", last, p.key.Name)
		cond := "len(items) > 0"
		if p.elem.itemPointer() {
			cond += " && " + last + " != nil"
		}
		g.If(code("%s", cond)).Block(take)
	case p.style == "link":
		g.Add(reach(base, p.next, func(expr string) jen.Code { return code("next = gen.NextLink(%s)", expr) }))
	default:
		g.Add(reach(base, p.next, func(expr string) jen.Code { return code("next = sdk.Text(%s)", expr) }))
	}
}

// reach prints a statement about a member deep in a response, inside the conditions under
// which it is there.
func reach(expr string, path []*field, then func(expr string) jen.Code) jen.Code {
	for i, f := range path {
		expr += "." + f.Name
		last := i == len(path)-1
		switch {
		case f.wrapped && (!last || f.typ.shape == shapeSlice):
			name := "p" + strconv.Itoa(i)
			inner := name
			if last {
				inner = "*" + name
			}
			return jen.If(code("%s := %s.Ptr()", name, expr), code("%s != nil", name)).Block(reach(inner, path[i+1:], then))
		case f.pointer && !last:
			return jen.If(code("%s != nil", expr)).Block(reach(expr, path[i+1:], then))
		}
	}
	return then(expr)
}

// printWaiter prints the methods that wait for a state and for the end of a resource.
func (op *operation) printWaiter(f *jen.File, client string) {
	w := op.waiter
	args, names := op.pathArgs()
	if op.Params != "" {
		names += ", " + op.Params + "{}" // what narrows the response is not for a waiter
	}
	thing := w.thing.expr()
	query := func(g *jen.Group) {
		g.Add(code("Query: func(ctx context.Context) (*%s, error) { return c.%s(ctx%s, options...) },", thing, op.Name, names))
		g.Add(jen.Id("State").Op(":").Func().Params(code("v *%s", thing)).Params(code("state string")).Block(
			reach("v", w.state, func(expr string) jen.Code { return code("state = sdk.Text(%s)", expr) }),
			code("return state"),
		).Op(","))
		if w.reason != nil {
			g.Add(code("Reason: func(v *%s) string { return sdk.Text(v.%s) },", thing, w.reason.Name))
		}
	}
	states := ""
	if len(w.failed) > 0 {
		states = "One of these states ends the wait with an *sdk.WaitError, since nothing leaves it by itself:\n" + plain(strings.Join(w.failed, ", ")) + "."
	}
	f.Comment(comment(fmt.Sprintf("%s asks %s again and again until the %s is the wanted one, and gives what it\n"+
		"got. ctx bounds the wait; sdk.WithPoll says how often it asks.", w.name, op.Name, plain(w.state[len(w.state)-1].JSON)), states))
	f.Add(code("func (c *%s) %s(ctx context.Context%s, want %s, options ...sdk.Option) (*%s, error)", client, w.name, args, w.enum.Name, thing)).Block(
		jen.Return(code("gen.Wait(ctx, c.conn, options, gen.Waiting[%s]", thing)).BlockFunc(func(g *jen.Group) {
			g.Add(code("Name: %q,", w.noun))
			query(g)
			g.Add(code("Want: string(want), Failed: %s,", quoteList(slices.Concat(w.failed, w.gone))))
		}).Op(")"))
	if w.untilGone == "" {
		return
	}
	f.Line()
	f.Comment(comment(w.untilGone+" asks "+op.Name+" until there is no such resource any more.", states))
	f.Add(code("func (c *%s) %s(ctx context.Context%s, options ...sdk.Option) error", client, w.untilGone, args)).Block(
		jen.Return(code("gen.WaitGone(ctx, c.conn, options, gen.Waiting[%s]", thing)).BlockFunc(func(g *jen.Group) {
			g.Add(code("Name: %q,", w.noun))
			query(g)
			g.Add(code("Gone: %s, Failed: %s,", quoteList(w.gone), quoteList(w.failed)))
		}).Op(")"))
}

func quoteList(values []string) string {
	if len(values) == 0 {
		return "nil"
	}
	var quoted []string
	for _, v := range values {
		quoted = append(quoted, strconv.Quote(v))
	}
	return "[]string{" + strings.Join(quoted, ", ") + "}"
}
