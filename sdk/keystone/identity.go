package keystone

import (
	"maps"

	"github.com/gophercloud/gophercloud/v2"
)

// ask is the body of a request for a token, in the form that gophercloud wants it.
type ask struct {
	auth  map[string]any // replaces the identity that gophercloud builds
	user  gophercloud.AuthOptions
	scope map[string]any
}

// ToTokenV3CreateMap is called by gophercloud.
func (a ask) ToTokenV3CreateMap(scope map[string]any) (map[string]any, error) {
	if a.auth == nil {
		return a.user.ToTokenV3CreateMap(scope)
	}
	auth := maps.Clone(a.auth)
	if len(scope) > 0 {
		auth["scope"] = scope
	}
	return map[string]any{"auth": auth}, nil
}

// ToTokenV3HeadersMap is called by gophercloud.
func (a ask) ToTokenV3HeadersMap(map[string]any) (map[string]string, error) { return nil, nil }

// ToTokenV3ScopeMap is called by gophercloud.
func (a ask) ToTokenV3ScopeMap() (map[string]any, error) { return a.scope, nil }

// CanReauth is called by gophercloud, which does not renew anything here: Auth does.
func (a ask) CanReauth() bool { return false }

// userAsk asks for a token of the user.
func (o *Options) userAsk(scope map[string]any) ask {
	user := gophercloud.AuthOptions{
		UserID: o.UserID, Password: o.Password, Passcode: o.Passcode, TokenID: o.Token,
		ApplicationCredentialID: o.ApplicationCredentialID, ApplicationCredentialSecret: o.ApplicationCredentialSecret,
	}
	if o.Token != "" {
		user.UserID = "" // gophercloud takes it for a contradiction
	}
	if o.ApplicationCredentialID == "" {
		user.ApplicationCredentialName = o.ApplicationCredentialName
	}
	if o.UserID == "" && o.Token == "" {
		user.Username, user.DomainID = o.Username, o.UserDomainID
		if o.UserDomainID == "" {
			user.DomainName = o.UserDomainName
		}
	}
	if o.ApplicationCredentialID != "" || o.ApplicationCredentialName != "" {
		scope = nil // the credential has its own project, and Keystone refuses another
	}
	return ask{user: user, scope: scope}
}

// agencyAsk asks for a token of the domain that has delegated rights to the user, whose
// own token goes with the request.
func (o *Options) agencyAsk() ask {
	role := map[string]any{"agency_name": o.AgencyName}
	if o.AgencyDomainID != "" {
		role["domain_id"] = o.AgencyDomainID
	} else {
		role["domain_name"] = o.AgencyDomainName
	}
	identity := map[string]any{"methods": []string{"assume_role"}, "assume_role": role}
	scope := o.scope()
	if scope == nil {
		scope = map[string]any{"domain": named(o.AgencyDomainID, o.AgencyDomainName)}
	}
	return ask{auth: map[string]any{"identity": identity}, scope: scope}
}

// scope is what the token is for, or nil.
func (o *Options) scope() map[string]any {
	switch {
	case o.ProjectID != "":
		return map[string]any{"project": named(o.ProjectID, "")}
	case o.ProjectName != "":
		project := named("", o.ProjectName)
		project["domain"] = named(o.projectDomain())
		return map[string]any{"project": project}
	case o.DomainID != "" || o.DomainName != "":
		return map[string]any{"domain": named(o.DomainID, o.DomainName)}
	}
	return nil
}

// userScope is the domain of the user: only a token for it may use an agency.
func (o *Options) userScope() map[string]any {
	if o.UserDomainID == "" && o.UserDomainName == "" {
		return nil
	}
	return map[string]any{"domain": named(o.UserDomainID, o.UserDomainName)}
}

// projectDomain is the domain that a project is looked up in by its name.
func (o *Options) projectDomain() (id, name string) {
	switch {
	case o.ProjectDomainID != "" || o.ProjectDomainName != "":
		return o.ProjectDomainID, o.ProjectDomainName
	case o.AgencyName != "":
		return o.AgencyDomainID, o.AgencyDomainName
	case o.UserDomainID != "" || o.UserDomainName != "":
		return o.UserDomainID, o.UserDomainName
	}
	return o.DomainID, o.DomainName
}

// named names a thing by its ID, else by its name.
func named(id, name string) map[string]any {
	if id != "" {
		return map[string]any{"id": id}
	}
	return map[string]any{"name": name}
}
