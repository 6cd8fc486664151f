package openapi

import (
	"cmp"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rst2openapi/rst2openapi/internal/api"
)

// info is what the document says of itself, in our own words: those of the pages are not needed.
func info(svc *api.Service) *openapi3.Info {
	title := cmp.Or(svc.Title, svc.Name, "API")
	out := &openapi3.Info{
		Title: title, Version: cmp.Or(svc.Version, "v1"),
		Description: "The API of " + title + ", as its documentation describes it.",
	}
	if c := svc.Contact; c != nil {
		out.Contact = &openapi3.Contact{Name: c.Name, URL: c.URL}
	}
	return out
}

// tag is a group of operations: a chapter of the documentation.
func tag(t api.Tag) *openapi3.Tag {
	out := &openapi3.Tag{Name: t.Name, Description: "Operations that the documentation describes under “" + t.Name + "”."}
	if t.DocURL != "" {
		out.ExternalDocs = &openapi3.ExternalDocs{Description: "The chapter “" + t.Name + "” of the documentation.", URL: t.DocURL}
	}
	return out
}
