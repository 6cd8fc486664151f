package extract

import (
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// saidVersion is what a paragraph says of the version that a request asks for.
type saidVersion struct {
	dialect.APIVersion
	origin api.Origin
}

// versionLine keeps what a paragraph says of the version that a request asks for.
func (p *page) versionLine(flow doc.Flow) {
	v := dialect.ParseAPIVersion(flow.Text)
	if v.Value != "" {
		p.versions = append(p.versions, saidVersion{v, p.at(flow.At(v.Off)).origin(api.FromProse)})
	}
}

// versionHeader adds the header that asks for the version of the API which the operation needs.
// A page may say so in a sentence only, and calls without the header then fail:
//
//	You are required to use the HTTP header X-Boat-API-Version: 2.26.
//
// or in two, of which one names the header and an example. Of "2.26 or later" the lowest is what
// clients send, because the page describes the API as it is from that version on; a service takes
// later ones, too. It does not apply where nothing says that all calls need it ("For example,
// X-Boat-API-Version: 2.4").
func (b *builder) versionHeader() {
	for _, v := range b.scope.versions {
		if v.Header == "" {
			continue
		}
		need := v.APIVersion
		if !need.Needed {
			need = b.scope.neededVersion(v.Value)
		}
		if !need.Needed {
			continue
		}
		param := b.headerParam(v)
		param.Need = api.NeedYes
		if !saysVersion(param) {
			param.Claims = append(param.Claims, api.Claim{Fact: factOfVersion(need), Values: []string{v.Value}, Origin: v.origin})
		}
		return
	}
	for _, q := range b.op.Params {
		if q.In != api.InHeader || q.Need != api.NeedYes || !dialect.IsVersionHeader(q.Name) || saysVersion(q) {
			continue
		}
		if v := dialect.ParseAPIVersion(q.Text); v.Value != "" {
			q.Claims = append(q.Claims, api.Claim{Fact: factOfVersion(v), Values: []string{v.Value}, Origin: q.Origin, Weak: true})
		}
	}
}

// saysVersion reports whether the row of a header lists the versions that may be asked for.
func saysVersion(q *api.Param) bool {
	return slices.ContainsFunc(q.Claims, func(c api.Claim) bool { return c.Fact == api.FactConst || c.Fact == api.FactEnum })
}

// factOfVersion is what a version says of the header that asks for it.
func factOfVersion(v dialect.APIVersion) api.Fact {
	if v.Lowest {
		return api.FactLowestVersion
	}
	return api.FactConst
}

// neededVersion is what a sentence without a header says of a version that all calls need.
func (s *scope) neededVersion(version string) dialect.APIVersion {
	for _, v := range s.versions {
		if v.Needed && v.Header == "" && v.Value == version {
			return v.APIVersion
		}
	}
	return dialect.APIVersion{}
}

// headerParam is the parameter for the header of a version, added where no table lists it.
func (b *builder) headerParam(v saidVersion) *api.Param {
	for _, q := range b.op.Params {
		if q.In == api.InHeader && strings.EqualFold(q.Name, v.Header) {
			return q
		}
	}
	q := &api.Param{In: api.InHeader, Field: api.Field{Name: v.Header, Type: api.Type{Kind: api.String}, Origin: v.origin}}
	b.op.Params = append(b.op.Params, q)
	return q
}
