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
	"github.com/rst2openapi/rst2openapi/tests/e2e/testdata/dns"
)

// domains drives the client of pages of our own against Designate.
type domains struct {
	service
	demo, other driver
}

func testDNS(t *testing.T, cloud *stack.Cloud) {
	s := domains{service: newService(t, cloud, "tests/e2e/testdata/dns.yaml")}
	address := cloud.StartDesignate(t)
	s.demo = s.client(t, cloud.Login("demo", "demo"))
	s.other = s.client(t, cloud.Login("other", "other"))
	s.run(t, "dns", []part{
		{"versions", func(t *testing.T) { s.versions(t, address) }}, {"life", s.life}, {"records", s.records}, {"null", s.null},
		{"pages", s.pages}, {"pointers", s.pointers}, {"errors", s.errors},
	})
}

func (s domains) client(t *testing.T, login keystone.Options) driver {
	t.Helper()
	return drive(stack.Must(dns.New(t.Context(), s.login(t, login), s.options(sdk.WithServiceName("dns"))...))(t))
}

// zone makes a zone that is deleted at the end of the test.
func (s domains) zone(t *testing.T, name string) string {
	t.Helper()
	id := text(s.demo.must(t, "CreateZone", object{"name": name, "email": "forester@oak.example"}), "id")
	t.Cleanup(func() {
		if _, err := s.demo.call(s.after(), "DeleteZone", id); err != nil && !errors.Is(err, sdk.ErrNotFound) {
			t.Error(err)
		}
	})
	return id
}

// versions need no token.
func (s domains) versions(t *testing.T, address string) {
	nobody := drive(stack.Must(dns.New(t.Context(), sdk.NoAuth(), s.options(sdk.WithEndpoint(address))...))(t))
	has(t, nobody.must(t, "ListAPIVersions"), "0/id", "v2")
	nobody.fails(t, sdk.ErrUnauthorized, "ListZonesPage", object{})
	has(t, s.demo.must(t, "ShowQuotas"), "zones", stack.ZoneQuota)
}

// life creates, shows, changes, lists and deletes a zone.
func (s domains) life(t *testing.T) {
	made := s.demo.must(t, "CreateZone", object{"name": "life.example.", "email": "a@life.example", "ttl": 600, "attributes": object{"colour": "green"}})
	id := text(made, "id")
	for path, want := range (object{"status": "PENDING", "action": "CREATE", "ttl": 600, "type": "PRIMARY", "description": nil, "attributes": object{"colour": "green"}}) {
		has(t, made, path, want)
	}
	has(t, s.demo.must(t, "WaitForZone", id, "ACTIVE"), "action", "NONE")
	has(t, s.demo.must(t, "UpdateZone", id, object{"description": "Bäume"}), "ttl", 600)
	has(t, s.demo.must(t, "WaitForZone", id, "ACTIVE"), "description", "Bäume")
	has(t, s.demo.must(t, "UpdateZone", id, object{"ttl": 700, "email": "b@life.example"}), "description", "Bäume")
	has(t, s.demo.must(t, "ListZones", object{"Name": "life*", "Email": "b@life.example", "TTL": 700, "Description": "Bäume"}), "0/id", id)
	has(t, s.demo.must(t, "ListZones", object{"Name": "life*", "TTL": 701}), "0", nil)
	has(t, s.demo.must(t, "ListZoneNameServers", id), "1", object{"hostname": "ns2.servers.example.", "priority": 2})
	s.other.fails(t, sdk.ErrNotFound, "ShowZone", id)
	has(t, s.other.must(t, "ListZones", object{}), "0", nil)
	has(t, s.demo.must(t, "DeleteZone", id), "action", "DELETE")
	s.demo.must(t, "WaitForZoneGone", id)
	s.demo.fails(t, sdk.ErrNotFound, "DeleteZone", id)
}

// records are of all kinds of types and texts.
func (s domains) records(t *testing.T) {
	zone := s.zone(t, "records.example.")
	made := s.demo.must(t, "CreateRecordSet", zone, object{"name": "www.records.example.", "type": "A", "ttl": 300, "records": []string{"192.0.2.1", "192.0.2.2"}, "description": "the trees"})
	id := text(made, "id")
	has(t, made, "zone_name", "records.example.")
	has(t, s.demo.must(t, "WaitForRecordSet", zone, id, "ACTIVE"), "zone_id", zone)
	has(t, s.demo.must(t, "UpdateRecordSet", zone, id, object{"records": []string{"192.0.2.7"}}), "ttl", 300)
	shown := s.demo.must(t, "ShowRecordSet", zone, id)
	has(t, shown, "records", []string{"192.0.2.7"})
	has(t, shown, "description", "the trees")
	for kind, value := range map[string]string{"AAAA": "2001:db8::1", "MX": "10 mail.records.example.", "TXT": `"a; \"b\" c"`, "SRV": "0 5 5060 sip.records.example."} {
		name := map[bool]string{true: "_sip._tcp", false: "of"}[kind == "SRV"] + ".records.example."
		other := text(s.demo.must(t, "CreateRecordSet", zone, object{"name": name, "type": kind, "records": []string{value}}), "id")
		has(t, s.demo.must(t, "ShowRecordSet", zone, other), "records", []string{value})
		has(t, s.demo.must(t, "ListZoneRecordSets", zone, object{"Type": kind}), "0/id", other)
	}
	has(t, s.demo.must(t, "ListRecordSets", object{"Data": "192.0.*", "Name": "www.records.example."}), "0/id", id)
	has(t, s.demo.must(t, "ListRecordSets", object{"Data": "192.1.*"}), "0", nil)
	s.demo.fails(t, sdk.ErrConflict, "CreateRecordSet", zone, object{"name": "www.records.example.", "type": "A", "records": []string{"192.0.2.1"}})
	s.demo.fails(t, sdk.ErrBadRequest, "CreateRecordSet", zone, object{"name": "bad.records.example.", "type": "A", "records": []string{"oak"}})
	soa := s.demo.must(t, "ListZoneRecordSets", zone, object{"Type": "SOA"})
	s.demo.fails(t, sdk.ErrBadRequest, "DeleteRecordSet", zone, text(soa, "0/id"))
	s.demo.must(t, "DeleteRecordSet", zone, id)
	s.demo.must(t, "WaitForRecordSetGone", zone, id)
}

// null takes away what is there.
func (s domains) null(t *testing.T) {
	zone := s.zone(t, "null.example.")
	id := text(s.demo.must(t, "CreateRecordSet", zone, object{"name": "null.example.", "type": "A", "ttl": 300, "records": []string{"192.0.2.1"}, "description": "gone soon"}), "id")
	has(t, s.demo.must(t, "UpdateRecordSet", zone, id, object{"ttl": nil, "description": nil}), "ttl", nil)
	shown := s.demo.must(t, "ShowRecordSet", zone, id)
	has(t, shown, "ttl", nil)
	has(t, shown, "description", nil)
	has(t, shown, "records", []string{"192.0.2.1"})
}

// pages walks over lists, whose next page is at the address of a marker.
func (s domains) pages(t *testing.T) {
	var made []string
	for i := range 4 {
		made = append(made, s.zone(t, fmt.Sprintf("page-%d.example.", i)))
	}
	names := []string{"page-3.example.", "page-2.example.", "page-1.example.", "page-0.example."}
	for limit := 1; limit <= 5; limit++ {
		found := all(s.demo.must(t, "ListZones", object{"Limit": limit, "Name": "page-*"}), "id")
		stack.Same(t, fmt.Sprintf("zones with %d on a page", limit), fmt.Sprint(slices.Sorted(slices.Values(found))), fmt.Sprint(slices.Sorted(slices.Values(made))))
		found = all(s.demo.must(t, "ListZones", object{"Limit": limit, "Name": "page-*", "SortKey": "name", "SortDir": "desc"}), "name")
		stack.Same(t, fmt.Sprintf("names with %d on a page", limit), fmt.Sprint(found), fmt.Sprint(names))
		records := all(s.demo.must(t, "ListZoneRecordSets", made[0], object{"Limit": limit}), "type")
		stack.Same(t, "record sets of a new zone", fmt.Sprint(slices.Sorted(slices.Values(records))), "[NS SOA]")
		stack.Same(t, "record sets of all", len(all(s.demo.must(t, "ListRecordSets", object{"Limit": limit, "Name": "page-*"}), "id")), 8)
	}
	page := s.demo.must(t, "ListZonesPage", object{"Limit": 3, "Name": "page-*", "SortKey": "name", "SortDir": "desc"})
	has(t, page, "metadata/total_count", 4)
	has(t, s.demo.must(t, "ListZones", object{"Marker": text(page, "zones/2/id"), "Name": "page-*", "SortKey": "name", "SortDir": "desc"}), "0/name", names[3])
	s.demo.fails(t, sdk.ErrBadRequest, "ListZones", object{"Marker": "none"})
}

// pointers lead from the floating address of a project to a name.
func (s domains) pointers(t *testing.T) {
	one := []any{"RegionOne", stack.FloatingIPOfDemo}
	key := "RegionOne:" + stack.FloatingIPOfDemo
	set := s.demo.must(t, "SetPTRRecord", append(one, object{"ptrdname": "www.oak.example.", "ttl": 300, "description": "a tree"})...)
	for path, want := range (object{"id": key, "ptrdname": "www.oak.example.", "ttl": 300, "status": "PENDING", "address": "192.0.2.10"}) {
		has(t, set, path, want)
	}
	has(t, s.demo.must(t, "WaitForPTRRecord", append(one, "ACTIVE")...), "description", "a tree")
	list := s.demo.must(t, "ListPTRRecords", object{})
	has(t, list, "0/id", key)
	has(t, list, "1", nil)
	s.demo.must(t, "UnsetPTRRecord", append(one, object{"ptrdname": nil})...)
	until(t, "the end of the name", func() bool { return at(s.demo.must(t, "ShowPTRRecord", one...), "ptrdname") == nil })
	s.demo.fails(t, sdk.ErrNotFound, "ShowPTRRecord", "RegionOne", stack.FloatingIPOfOther)
	s.demo.fails(t, sdk.ErrBadRequest, "ShowPTRRecord", "RegionOne", "none")
	s.demo.fails(t, sdk.ErrNotFound, "ShowPTRRecord", "Region/One", stack.FloatingIPOfDemo)
}

// errors asks for what Designate refuses.
func (s domains) errors(t *testing.T) {
	failed := s.demo.fails(t, sdk.ErrBadRequest, "ShowZone", "none")
	if failed.Message == "" || failed.RequestID == "" || failed.Code != "invalid_uuid" || failed.Type != "invalid_uuid" {
		t.Errorf("the error is %q, %q, %q of %q: %s", failed.Code, failed.Type, failed.Message, failed.RequestID, failed.Body)
	}
	s.zone(t, "once.example.")
	s.demo.fails(t, sdk.ErrConflict, "CreateZone", object{"name": "once.example.", "email": "a@once.example"})
	s.other.fails(t, sdk.ErrForbidden, "CreateZone", object{"name": "of.once.example.", "email": "a@once.example"})
	s.demo.fails(t, sdk.ErrBadRequest, "CreateZone", object{"name": "nodot.example", "email": "a@nodot.example"})
	s.demo.fails(t, sdk.ErrBadRequest, "CreateZone", object{"name": "x.example.", "email": "nobody"})
	until(t, "the end of all other zones", func() bool { return len(s.demo.must(t, "ListZones", object{}).([]any)) == 1 })
	for i := range stack.ZoneQuota - 1 {
		s.zone(t, fmt.Sprintf("quota-%d.example.", i))
	}
	_, err := s.demo.call(t.Context(), "CreateZone", object{"name": "more.example.", "email": "a@more.example"})
	var full *sdk.Error
	if !errors.As(err, &full) || full.StatusCode != 413 || full.Type != "over_quota" {
		t.Errorf("one more than the quota: %v", err)
	}
}
