package extract

import (
	"slices"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/merge"
)

// service joins the operations of all pages into the API of the set.
func (x *extraction) service() *api.Service {
	svc := &api.Service{
		Name: x.about.Name, Title: x.about.Title, Category: x.about.Category,
		DocURL: x.about.DocURL, Host: x.about.Host,
		ErrorCodes: x.errorCodes, ErrorBody: x.errorBody,
	}
	if c := x.profile.Contact; c.Name != "" {
		svc.Contact = &api.Contact{Name: c.Name, URL: c.URL}
	}
	for _, s := range x.profile.Security {
		svc.Security = append(svc.Security, api.SecurityScheme{Name: s.Name, Header: s.Header, Description: s.Description})
	}
	var ops []*api.Operation
	for _, p := range x.pages {
		ops = append(ops, p.operations()...)
		if t := p.tag(); len(p.operations()) > 0 && t.Name != "" &&
			!slices.ContainsFunc(svc.Tags, func(have api.Tag) bool { return have.Name == t.Name }) {
			svc.Tags = append(svc.Tags, t)
		}
	}
	svc.Operations = merge.Operations(ops, x.found)
	if x.rename != nil {
		svc.Operations = x.rename(svc.Operations)
	}
	for _, op := range svc.Operations {
		describeVariants(op)
	}
	svc.Version = merge.Version(svc.Operations)
	merge.Schemas(svc, x.found)
	openMaps(svc)
	return svc
}

// openMaps lets a map of objects that nobody describes have any values, and rows of such objects any cells: the
// Object of a Map<String,Object> or List<List<Object>> is that of Java, which texts and numbers are, too.
func openMaps(svc *api.Service) {
	open := func(t *api.Type) {
		if t.Kind == api.Array && t.Elem.Kind == api.Array {
			t = t.Elem
		} else if t.Kind != api.Map {
			return
		}
		if t.Elem.Kind == api.Object && t.Elem.Schema == nil {
			*t.Elem = api.Type{Kind: api.Any, Open: true}
		}
	}
	for _, op := range svc.Operations {
		for _, part := range op.All() {
			part.EachType(open)
		}
	}
	for _, s := range svc.Schemas {
		s.EachType(open)
	}
}
