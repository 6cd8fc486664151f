package gogen

import (
	"slices"
	"strconv"
	"strings"
)

// methodsView is a file of methods.
type methodsView struct {
	Client     *clientView // nil where another file has it
	Operations []operationView
	Failures   []failureView
	Security   *securityView // nil where the document says nothing
}

type operationView struct {
	Method  *methodView
	Headers *headersView  // nil where none are documented
	Further []*methodView // for other media types
	Pages   *pagesView
	Waiter  *waiterView
}

// clientView is the type of the client, the function that makes one, and Do.
type clientView struct {
	Name, Maker    string
	Named          string // the addresses of the document as lines of a comment, or empty
	Service        string // quoted, as Header and Prefix
	Servers        string // Go list of addresses
	Header, Prefix string
	ErrorBody      bool
	Security       *securityView
}

// methods prints methods of the client: one for each operation or variant, and those that
// walk over pages and wait for states; and the client itself, where it is wanted. The
// requests themselves are made by functions that oapi-codegen prints with our template.
func methods(v *view, ops []*operation, client bool) ([]byte, error) {
	var out methodsView
	if client {
		out.Client, out.Failures, out.Security = v.clientView(), v.failureViews(), v.securityView()
		out.Client.Security = out.Security
	}
	for _, op := range ops {
		out.Operations = append(out.Operations, operationView{op.methodView(v.client), op.headers, op.furtherViews(v.client), op.pagesView(v.client), op.waiterView(v.client)})
	}
	body, err := fill("methods", out)
	if err != nil {
		return nil, err
	}
	return finish(v, body)
}

func (v *view) clientView() *clientView {
	out := &clientView{
		Name: v.client, Maker: v.maker, Service: strconv.Quote(v.service),
		Header: strconv.Quote(v.auth.Header), Prefix: strconv.Quote(v.auth.Prefix),
		ErrorBody: slices.ContainsFunc(v.ops, func(op *operation) bool { return len(op.failures()) > 0 }),
	}
	var addresses []string
	for _, s := range v.servers {
		if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
			addresses = append(addresses, s)
		}
	}
	out.Servers = quoteList(addresses)
	if len(v.servers) > 0 {
		out.Named = comment("The document names:\n  - " + strings.Join(v.servers, "\n  - "))
	}
	return out
}
