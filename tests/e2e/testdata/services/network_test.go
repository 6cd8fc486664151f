//go:build linux

package services

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
	"github.com/rst2openapi/rst2openapi/tests/e2e/testdata/vpc"
)

// networks drives the client of Virtual Private Cloud against Neutron, which has the part of
// the API that this cloud has taken from it.
type networks struct {
	service
	demo, other, admin driver
}

func testNetwork(t *testing.T, cloud *stack.Cloud) {
	s := networks{service: newService(t, cloud, "spec/vpc.yaml")}
	address := cloud.StartNeutron(t)
	s.demo = s.client(t, cloud.Login("demo", "demo"))
	s.other = s.client(t, cloud.Login("other", "other"))
	s.admin = s.client(t, cloud.Login(stack.AdminName, "admin"))
	s.run(t, "network", []part{
		{"versions", func(t *testing.T) { s.versions(t, address) }}, {"life", s.life}, {"subnets", s.subnets}, {"ports", s.ports},
		{"routers", s.routers}, {"addresses", s.addresses}, {"groups", s.groups}, {"pools", s.pools}, {"pages", s.pages}, {"errors", s.errors},
	})
}

func (s networks) client(t *testing.T, login keystone.Options) driver {
	t.Helper()
	return drive(stack.Must(vpc.New(t.Context(), s.login(t, login), s.options(sdk.WithServiceName("network"))...))(t))
}

// versions need no token.
func (s networks) versions(t *testing.T, address string) {
	nobody := drive(stack.Must(vpc.New(t.Context(), sdk.NoAuth(), s.options(sdk.WithEndpoint(address))...))(t))
	has(t, nobody.must(t, "ListAPIVersions"), "0/id", "v2.0")
	s.demo.fails(t, sdk.ErrNotFound, "ShowAPIVersion", "v2.0") // it wants a slash at the end
}

// make creates something that is deleted at the end of the test.
func (s networks) make(t *testing.T, by driver, create, remove string, arguments ...any) any {
	t.Helper()
	made := by.must(t, create, arguments...)
	t.Cleanup(func() {
		if _, err := by.call(s.after(), remove, text(made, "id")); err != nil && !errors.Is(err, sdk.ErrNotFound) {
			t.Errorf("%s: %v", remove, err)
		}
	})
	return made
}

func (s networks) network(t *testing.T, name string) string {
	t.Helper()
	return text(s.make(t, s.demo, "CreateNetwork", "DeleteNetwork", object{"network": object{"name": name}}), "id")
}

func (s networks) subnet(t *testing.T, network, cidr string) string {
	t.Helper()
	return text(s.make(t, s.demo, "CreateSubnetV2", "DeleteSubnetV2", object{"subnet": object{"network_id": network, "cidr": cidr, "ip_version": 4}}), "id")
}

// life creates, shows, changes, lists and deletes a network. This cloud has nothing that is
// down, so that false is not among the documented values of admin_state_up; Neutron takes it.
func (s networks) life(t *testing.T) {
	made := s.demo.must(t, "CreateNetwork", object{"network": object{"name": "oak", "admin_state_up": false}}, sdk.WithoutValidation())
	id := text(made, "id")
	has(t, s.demo.must(t, "WaitForNetwork", id, vpc.NetworkStatusActive), "admin_state_up", false)
	changed := s.demo.must(t, "UpdateNetwork", id, object{"network": object{"name": "ulme ü", "admin_state_up": true}})
	has(t, changed, "name", "ulme ü")
	has(t, s.demo.must(t, "ListNetworks", object{"Name": "ulme ü"}), "0/id", id)
	has(t, s.demo.must(t, "ListNetworks", object{"AdminStateUp": false}), "0", nil)
	for path, want := range (object{"shared": false, "subnets": []any{}, "status": "ACTIVE", "router:external": false, "port_security_enabled": true}) {
		has(t, s.demo.must(t, "ShowNetwork", id), path, want)
	}
	s.other.fails(t, sdk.ErrNotFound, "ShowNetwork", id)
	s.demo.must(t, "DeleteNetwork", id)
	s.demo.must(t, "WaitForNetworkGone", id)
	s.demo.fails(t, sdk.ErrNotFound, "DeleteNetwork", id)
}

func (s networks) subnets(t *testing.T) {
	network := s.network(t, "subnets")
	made := s.make(t, s.demo, "CreateSubnetV2", "DeleteSubnetV2", object{"subnet": object{
		"network_id": network, "name": "first", "cidr": "10.1.0.0/24", "ip_version": 4, "gateway_ip": "10.1.0.1", "enable_dhcp": false,
		"dns_nameservers": []string{"10.0.0.2", "10.0.0.3"}, "allocation_pools": []object{{"start": "10.1.0.10", "end": "10.1.0.20"}},
	}}, sdk.WithoutValidation())
	id := text(made, "id")
	for path, want := range (object{"cidr": "10.1.0.0/24", "enable_dhcp": false, "dns_nameservers/1": "10.0.0.3", "allocation_pools/0/end": "10.1.0.20", "ipv6_ra_mode": nil}) {
		has(t, s.demo.must(t, "ShowSubnetV2", id), path, want)
	}
	changed := s.demo.must(t, "UpdateSubnetV2", id, object{"subnet": object{"name": "second", "dns_nameservers": []string{}, "enable_dhcp": true}})
	has(t, changed, "name", "second")
	has(t, changed, "dns_nameservers", []string{})
	has(t, s.demo.must(t, "ListSubnetsV2", object{"NetworkID": network, "CIDR": "10.1.0.0/24", "IPVersion": "4"}), "0/id", id)
	has(t, s.demo.must(t, "ListSubnetsV2", object{"GatewayIP": "10.9.0.1"}), "0", nil)
	has(t, s.admin.must(t, "ShowNetworkIPAddressUsage", network), "total_ips", 11)
	s.demo.fails(t, sdk.ErrBadRequest, "CreateSubnetV2", object{"subnet": object{"network_id": network, "cidr": "10.1.0.0/24", "ip_version": 4}})
	s.demo.fails(t, sdk.ErrBadRequest, "CreateSubnetV2", object{"subnet": object{"network_id": network, "cidr": "anything", "ip_version": 4}}, sdk.WithoutValidation())
}

func (s networks) ports(t *testing.T) {
	network := s.network(t, "ports")
	subnet := s.subnet(t, network, "10.2.0.0/24")
	fixed := func(address string) object {
		return object{"port": object{"network_id": network, "name": "p", "fixed_ips": []object{{"subnet_id": subnet, "ip_address": address}}}}
	}
	id := text(s.make(t, s.demo, "CreatePort", "DeletePort", fixed("10.2.0.5")), "id")
	shown := s.demo.must(t, "ShowPort", id)
	for path, want := range (object{"fixed_ips/0/ip_address": "10.2.0.5", "network_id": network, "device_id": "", "status": "DOWN", "allowed_address_pairs": []any{}}) {
		has(t, shown, path, want)
	}
	s.demo.fails(t, sdk.ErrConflict, "CreatePort", fixed("10.2.0.5"))
	changed := s.demo.must(t, "UpdatePort", id, object{"port": object{"name": "q", "admin_state_up": false, "security_groups": []string{}}})
	has(t, changed, "name", "q")
	has(t, changed, "security_groups", []string{})
	has(t, s.demo.must(t, "ListPorts", object{"NetworkID": network, "FixedIPs": "ip_address=10.2.0.5"}), "0/id", id)
	has(t, s.demo.must(t, "ListPorts", object{"FixedIPs": "ip_address=10.2.0.6"}), "0", nil)
	has(t, s.demo.must(t, "ListPorts", object{"MACAddress": text(shown, "mac_address"), "Status": "DOWN", "AdminStateUp": false}), "0/name", "q")
	s.demo.fails(t, sdk.ErrConflict, "DeleteNetwork", network)
	s.demo.must(t, "DeletePort", id)
	s.demo.must(t, "WaitForPortGone", id)
}

func (s networks) routers(t *testing.T) {
	subnet := s.subnet(t, s.network(t, "routers"), "10.3.0.0/24")
	id := text(s.make(t, s.demo, "CreateRouter", "DeleteRouter", object{"router": object{"name": "r"}}), "id")
	has(t, s.demo.must(t, "WaitForRouter", id, vpc.RouterStatusActive), "external_gateway_info", nil)
	has(t, s.demo.must(t, "UpdateRouter", id, object{"router": object{"name": "s", "admin_state_up": false}}, sdk.WithoutValidation()), "name", "s")
	has(t, s.demo.must(t, "ListRouters", object{"AdminStateUp": false}), "0/id", id)
	has(t, s.demo.must(t, "AddRouterInterface", id, object{"subnet_id": subnet}), "subnet_id", subnet)
	s.demo.fails(t, sdk.ErrBadRequest, "AddRouterInterface", id, object{"subnet_id": subnet})
	s.demo.fails(t, sdk.ErrConflict, "DeleteRouter", id)
	has(t, s.demo.must(t, "UpdateRouter", id, object{"router": object{"routes": []object{{"destination": "10.9.0.0/24", "nexthop": "10.3.0.7"}}}}), "routes/0/nexthop", "10.3.0.7")
	s.demo.fails(t, sdk.ErrConflict, "RemoveRouterInterface", id, object{"subnet_id": subnet})
	has(t, s.demo.must(t, "UpdateRouter", id, object{"router": object{"routes": []object{}}}), "routes", []any{})
	has(t, s.demo.must(t, "RemoveRouterInterface", id, object{"subnet_id": subnet}), "id", id)
	s.demo.fails(t, sdk.ErrNotFound, "RemoveRouterInterface", id, object{"subnet_id": subnet})
}

// addresses are floating ones, of a network that the administrator makes.
func (s networks) addresses(t *testing.T) {
	outside := text(s.make(t, s.admin, "CreateNetwork", "DeleteNetwork", object{"network": object{"name": "outside", "router:external": true}}), "id")
	s.make(t, s.admin, "CreateSubnetV2", "DeleteSubnetV2", object{"subnet": object{"network_id": outside, "cidr": "192.0.2.0/24", "ip_version": 4}})
	network := s.network(t, "inside")
	subnet := s.subnet(t, network, "10.4.0.0/24")
	router := text(s.make(t, s.demo, "CreateRouter", "DeleteRouter", object{"router": object{"name": "gate", "external_gateway_info": object{"network_id": outside}}}), "id")
	has(t, s.demo.must(t, "ShowRouter", router), "external_gateway_info/network_id", outside)
	s.demo.must(t, "AddRouterInterface", router, object{"subnet_id": subnet})
	t.Cleanup(func() {
		if _, err := s.demo.call(s.after(), "RemoveRouterInterface", router, object{"subnet_id": subnet}); err != nil {
			t.Error(err)
		}
	})
	port := text(s.make(t, s.demo, "CreatePort", "DeletePort", object{"port": object{"network_id": network}}), "id")

	id := text(s.make(t, s.demo, "AssignFloatingIP", "DeleteFloatingIP", object{"floatingip": object{"floating_network_id": outside}}), "id")
	has(t, s.demo.must(t, "WaitForFloatingIP", id, vpc.FloatingIPStatusDown), "port_id", nil)
	has(t, s.demo.must(t, "UpdateFloatingIP", id, object{"floatingip": object{"port_id": port}}), "port_id", port)
	has(t, s.demo.must(t, "ListFloatingIPs", object{"PortID": port}), "0/id", id)
	has(t, s.demo.must(t, "UpdateFloatingIP", id, object{"floatingip": object{"port_id": nil}}), "port_id", nil)
	s.demo.must(t, "DeleteFloatingIP", id)
	s.demo.must(t, "WaitForFloatingIPGone", id)
	s.demo.fails(t, sdk.ErrNotFound, "UpdateFloatingIP", id, object{"floatingip": object{"port_id": port}})
}

func (s networks) groups(t *testing.T) {
	made := s.make(t, s.demo, "CreateSecurityGroupV2", "DeleteSecurityGroupV2", object{"security_group": object{"name": "g", "description": "first"}})
	id := text(made, "id")
	has(t, s.demo.must(t, "UpdateSecurityGroupV2", id, object{"security_group": object{"name": "h"}}), "description", "first")
	has(t, s.demo.must(t, "ShowSecurityGroupV2", id), "name", "h")
	has(t, s.demo.must(t, "ListSecurityGroupsV2", object{"Name": "h"}), "0/id", id)
	rule := object{"security_group_rule": object{"security_group_id": id, "direction": "ingress", "ethertype": "IPv4", "protocol": "tcp",
		"port_range_min": 22, "port_range_max": 23, "remote_ip_prefix": "10.0.0.0/8"}}
	added := s.demo.must(t, "AddSecurityGroupRuleV2", rule)
	for path, want := range (object{"port_range_min": 22, "port_range_max": 23, "remote_group_id": nil, "protocol": "tcp"}) {
		has(t, added, path, want)
	}
	s.demo.fails(t, sdk.ErrConflict, "AddSecurityGroupRuleV2", rule)
	has(t, s.demo.must(t, "ShowSecurityGroupRuleV2", text(added, "id")), "remote_ip_prefix", "10.0.0.0/8")
	listed := s.demo.must(t, "ListSecurityGroupRulesV2", object{"SecurityGroupID": id, "Direction": "ingress", "PortRangeMin": 22})
	has(t, listed, "0/id", text(added, "id"))
	icmp := s.demo.must(t, "AddSecurityGroupRuleV2", object{"security_group_rule": object{"security_group_id": id, "direction": "egress", "protocol": "icmp",
		"port_range_min": 8, "port_range_max": 0, "remote_group_id": id}})
	has(t, icmp, "port_range_max", 0)
	s.demo.must(t, "DeleteSecurityGroupRuleV2", text(added, "id"))
	s.demo.fails(t, sdk.ErrNotFound, "ShowSecurityGroupRuleV2", text(added, "id"))
}

func (s networks) pools(t *testing.T) {
	made := s.make(t, s.demo, "CreateSubnetPool", "DeleteSubnetPool", object{"subnetpool": object{"name": "pool", "prefixes": []string{"10.5.0.0/16"}, "min_prefixlen": 20, "default_prefixlen": 24}})
	id := text(made, "id")
	shown := s.demo.must(t, "ShowSubnetPool", id)
	stack.Same(t, "the length", text(shown, "default_prefixlen"), "24")
	has(t, shown, "prefixes", []string{"10.5.0.0/16"})
	has(t, s.demo.must(t, "UpdateSubnetPool", id, object{"subnetpool": object{"name": "lake"}}), "name", "lake")
	has(t, s.demo.must(t, "ListSubnetPools"), "0/id", id)
	has(t, s.demo.must(t, "ListSubnetPoolsPage"), "subnetpools/0/name", "lake")
}

// pages walks over lists.
func (s networks) pages(t *testing.T) {
	var made []string
	for i := range 4 {
		made = append(made, s.network(t, fmt.Sprintf("page-%d", i)))
	}
	slices.Sort(made)
	for limit := 1; limit <= 5; limit++ {
		if found := all(s.demo.must(t, "ListNetworks", object{"Limit": limit}), "id"); !slices.Equal(slices.Sorted(slices.Values(found)), made) {
			t.Errorf("with %d on a page there are %v, want %v", limit, found, made)
		}
		rules := all(s.demo.must(t, "ListSecurityGroupRulesV2", object{"Limit": limit}), "id")
		stack.Same(t, fmt.Sprintf("the number of rules with %d on a page", limit), len(rules), len(all(s.demo.must(t, "ListSecurityGroupRulesV2", object{}), "id")))
	}
	for _, list := range []string{"ListSubnetsV2", "ListPorts", "ListRouters", "ListSecurityGroupsV2", "ListFloatingIPs"} {
		first, then := all(s.demo.must(t, list, object{}), "id"), all(s.demo.must(t, list, object{"Limit": 1}), "id")
		stack.Same(t, list, fmt.Sprint(slices.Sorted(slices.Values(then))), fmt.Sprint(slices.Sorted(slices.Values(first))))
	}
	s.demo.fails(t, sdk.ErrNotFound, "ListNetworks", object{"Marker": "5b1e1c44-6a17-4d0c-9a3c-0d7f4ad1c101"})
}

// errors asks for what Neutron refuses.
func (s networks) errors(t *testing.T) {
	failed := s.demo.fails(t, sdk.ErrNotFound, "ShowNetwork", "none")
	if failed.Message == "" || failed.RequestID == "" || failed.Type != "NetworkNotFound" && failed.Code != "NetworkNotFound" {
		t.Errorf("the error is %q, %q, %q of %q: %s", failed.Code, failed.Type, failed.Message, failed.RequestID, failed.Body)
	}
	s.demo.fails(t, sdk.ErrForbidden, "CreateNetwork", object{"network": object{"name": "mine", "provider:network_type": "flat"}})
	s.demo.fails(t, sdk.ErrForbidden, "CreateNetwork", object{"network": object{"name": "for all", "shared": true}})
	s.demo.fails(t, sdk.ErrBadRequest, "CreateNetwork", object{"network": object{"colour": "red"}})
	for i := range stack.NetworkQuota {
		s.network(t, fmt.Sprint("quota-", i))
	}
	full := s.demo.fails(t, sdk.ErrConflict, "CreateNetwork", object{"network": object{"name": "one more"}})
	stack.Same(t, "the kind of error", full.Type, "OverQuota")
}
