package keystone

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/gophercloud/gophercloud/v2/openstack/identity/v3/tokens"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// Endpoint finds the public address of a service in the catalogue of the token, by the
// first of these that is found: its type, its name, the first label of its host. The last
// one finds services that are listed once for each version, such as volumev3 at
// evs.eu-de.otc.t-systems.com. The error for one that is not listed names those that are.
//
// Without a region it takes the one of the options, else the only one the service is in,
// else the one that the name of the project begins with. An endpoint of region "*" is for
// all regions.
func (a *Auth) Endpoint(ctx context.Context, service sdk.Service, region string) (string, error) {
	s, err := a.current(ctx)
	if err != nil {
		return "", err
	}
	if region == "" {
		region = a.options.Region
	}
	var elsewhere []string
	for _, matches := range []func(tokens.CatalogEntry, tokens.Endpoint) bool{
		func(c tokens.CatalogEntry, _ tokens.Endpoint) bool { return c.Type == service.Name },
		func(c tokens.CatalogEntry, _ tokens.Endpoint) bool { return c.Name == service.Name },
		func(_ tokens.CatalogEntry, e tokens.Endpoint) bool { return firstLabel(e.URL) == service.Name },
	} {
		var found []tokens.Endpoint
		for _, entry := range s.entries {
			for _, endpoint := range entry.Endpoints {
				if endpoint.Interface == "public" && endpoint.URL != "" && matches(entry, endpoint) {
					found = append(found, endpoint)
				}
			}
		}
		regions := regionsIn(found)
		wanted := region
		if wanted == "" {
			wanted = chooseRegion(regions, s.scope.ProjectName)
		}
		for _, name := range []string{wanted, anyRegion} {
			i := slices.IndexFunc(found, func(e tokens.Endpoint) bool { return regionOf(e) == name })
			if i >= 0 {
				return found[i].URL, nil
			}
		}
		elsewhere = append(elsewhere, regions...)
	}
	if len(elsewhere) == 0 {
		return "", notListed(service.Name, s.entries)
	}
	slices.Sort(elsewhere)
	list := strings.Join(slices.Compact(elsewhere), ", ")
	if region == "" {
		return "", fmt.Errorf("keystone: the catalogue lists %s in several regions (%s); choose one with sdk.WithRegion", service.Name, list)
	}
	return "", fmt.Errorf("keystone: the catalogue does not list %s in region %s, only in %s", service.Name, region, list)
}

// notListed names the services that the catalogue has instead.
func notListed(name string, entries []tokens.CatalogEntry) error {
	const remedy = "choose one with sdk.WithServiceName, or an address with sdk.WithEndpoint"
	var types []string
	for _, entry := range entries {
		types = append(types, entry.Type)
	}
	if len(types) == 0 {
		return fmt.Errorf("keystone: the token has no catalogue that could list %s, as one without a project; use sdk.WithEndpoint", name)
	}
	slices.Sort(types)
	return fmt.Errorf("keystone: the catalogue does not list %s, only %s; %s", name, strings.Join(slices.Compact(types), ", "), remedy)
}

// anyRegion is what the catalogue has for services that are the same in all regions.
const anyRegion = "*"

func regionOf(e tokens.Endpoint) string {
	for _, region := range []string{e.Region, e.RegionID} {
		if region != "" {
			return region
		}
	}
	return anyRegion
}

// regionsIn lists the regions of endpoints, each once, in order of their names.
func regionsIn(endpoints []tokens.Endpoint) []string {
	var out []string
	for _, e := range endpoints {
		if region := regionOf(e); region != anyRegion {
			out = append(out, region)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func regionsOf(entries []tokens.CatalogEntry) []string {
	var all []tokens.Endpoint
	for _, entry := range entries {
		all = append(all, entry.Endpoints...)
	}
	return regionsIn(all)
}

// chooseRegion takes the only region, or the one a project is named after: "eu-de",
// "eu-de_web". It is empty when neither is there.
func chooseRegion(regions []string, project string) string {
	if len(regions) == 1 {
		return regions[0]
	}
	prefix, _, _ := strings.Cut(project, "_")
	if slices.Contains(regions, prefix) {
		return prefix
	}
	return ""
}

// firstLabel is the name that a host begins with: "cbr" of cbr.eu-de.otc.t-systems.com.
func firstLabel(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	label, _, _ := strings.Cut(u.Hostname(), ".")
	return label
}
