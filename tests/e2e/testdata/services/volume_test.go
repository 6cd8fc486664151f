//go:build linux

package services

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/sdk/keystone"
	"github.com/rst2openapi/rst2openapi/tests/e2e/stack"
	"github.com/rst2openapi/rst2openapi/tests/e2e/testdata/evs"
	"github.com/rst2openapi/rst2openapi/tests/e2e/testdata/image"
)

// zone and kind are what each disk of Cinder must be in and may be of.
const (
	zone = "nova"
	kind = "SSD"
)

// volumes drives the client of Elastic Volume Service against Cinder.
type volumes struct {
	service
	demo, other driver
	client      *evs.Client
	images      *image.Client
}

// volumeNames are the methods of one version of the API by what they do; both versions have
// the same.
type volumeNames struct {
	version                                                          string
	create, show, update, remove, list, details                      string
	extend                                                           string
	createSnapshot, showSnapshot, updateSnapshot, removeSnapshot     string
	listSnapshots, snapshotDetails                                   string
	wait, waitSnapshot                                               string
	types, showType, zones, extensions, quotas                       string
	bootable, readOnly, export, reserve, unreserve                   string
	createTransfer, showTransfer, acceptTransfer, removeTransfer     string
	listTransfers, transferDetails                                   string
	showMeta, addMeta, replaceMeta, showItem, updateItem, deleteItem string // with %s for Disk or Snapshot
}

var third = volumeNames{
	version: "V3", create: "CreateVolumesV3", show: "ShowDiskV3", update: "UpdateEVSDiskV3", remove: "DeleteEVSDiskV3",
	list: "ListEVSDisksV3", details: "ListDiskDetailsV3", extend: "ExpandEVSDiskCapacityV3",
	createSnapshot: "CreateEVSSnapshotV3", showSnapshot: "ShowEVSSnapshotV3", updateSnapshot: "UpdateEVSSnapshotV3", removeSnapshot: "DeleteEVSSnapshotV3",
	listSnapshots: "ListEVSSnapshotsV3", snapshotDetails: "ListEVSSnapshotDetailsV3", wait: "WaitForDiskV3", waitSnapshot: "WaitForEVSSnapshotV3",
}.common()

var second = volumeNames{
	version: "V2", create: "CreateVolumesV2", show: "ShowVolume", update: "UpdateVolume", remove: "DeleteVolume",
	list: "ListVolumes", details: "ListVolumeDetails", extend: "ExpandVolume",
	createSnapshot: "CreateSnapshot", showSnapshot: "ShowSnapshot", updateSnapshot: "UpdateSnapshot", removeSnapshot: "DeleteSnapshot",
	listSnapshots: "ListEVSSnapshotsV2", snapshotDetails: "ListSnapshotDetails", wait: "WaitForVolume", waitSnapshot: "WaitForSnapshot",
}.common()

// common adds the methods whose names differ in the version only.
func (n volumeNames) common() volumeNames {
	v := n.version
	n.types, n.showType, n.zones, n.extensions, n.quotas = "ListEVSDiskTypes"+v, "ShowEVSDiskType"+v, "ListAZs"+v, "ListExtensionAPIs"+v, "ListTenantQuotas"+v
	n.bootable, n.readOnly, n.export = "SetEVSDiskBootableFlag"+v, "SetEVSDiskReadOnlyFlag"+v, "ExportEVSDiskDataAsImage"+v
	n.reserve, n.unreserve = "ReserveEVSDisk"+v, "CancelEVSDiskReservation"+v
	n.createTransfer, n.showTransfer, n.acceptTransfer, n.removeTransfer = "CreateDiskTransfer"+v, "ShowDiskTransfer"+v, "AcceptDiskTransfer"+v, "DeleteDiskTransfer"+v
	n.listTransfers, n.transferDetails = "ListDiskTransfers"+v, "ListDiskTransferDetails"+v
	n.showMeta, n.addMeta, n.replaceMeta = "ShowEVS%sMetadata"+v, "AddEVS%sMetadata"+v, "UpdateEVS%sMetadata"+v
	n.showItem, n.updateItem, n.deleteItem = "ShowEVS%sMetadataItem"+v, "UpdateEVS%sMetadataItem"+v, "DeleteEVS%sMetadataItem"+v
	return n
}

func testVolume(t *testing.T, cloud *stack.Cloud) {
	s := volumes{service: newService(t, cloud, "spec/evs.yaml")}
	address := cloud.StartCinder(t)
	s.client = s.connect(t, cloud.Login("demo", "demo"))
	s.demo, s.other = drive(s.client), drive(s.connect(t, cloud.Login("other", "other")))
	s.images = stack.Must(image.New(t.Context(), s.login(t, cloud.Login("demo", "demo"))))(t)
	admin := s.connect(t, cloud.Login(stack.AdminName, "admin"))
	stack.OK(t, admin.Do(t.Context(), http.MethodPost, "/v3/{project_id}/types", object{"volume_type": object{"name": kind}}, nil))
	parts := []part{{"described", func(t *testing.T) { s.described(t, address) }}}
	for _, v := range []volumeNames{third, second} {
		for _, p := range []struct {
			name string
			run  func(*testing.T, volumeNames)
		}{
			{"life", s.life}, {"metadata", s.metadata}, {"snapshots", s.snapshots}, {"transfer", s.transfer}, {"actions", s.actions},
			{"pages", s.pages}, {"errors", s.errors}, {"constants", s.constants},
		} {
			parts = append(parts, part{v.version + "/" + p.name, func(t *testing.T) { p.run(t, v) }})
		}
	}
	s.run(t, "volume", append(parts, part{"summary", s.summary}, part{"attach", s.attach}, part{"quota", s.quota}))
}

// connect makes a client. The address of Cinder comes from the catalogue, where it is of
// another type and has the version and the project in it.
func (s volumes) connect(t *testing.T, login keystone.Options) *evs.Client {
	t.Helper()
	return stack.Must(evs.New(t.Context(), s.login(t, login), s.options(sdk.WithServiceName("volumev3"))...))(t)
}

// described asks for versions.
func (s volumes) described(t *testing.T, address string) {
	ctx := t.Context()
	nobody := stack.Must(evs.New(ctx, sdk.NoAuth(), s.options(sdk.WithEndpoint(address))...))(t)
	var raw sdk.Response
	versions := stack.Must(nobody.ListAPIVersions(ctx, sdk.WithCapture(&raw)))(t)
	stack.Same(t, "the status", raw.StatusCode(), http.StatusMultipleChoices)
	if len(versions) != 1 || sdk.Text(versions[0].ID) != "v3.0" {
		t.Errorf("the versions are %+v", versions)
	}
	_, err := nobody.ShowAPIVersion(ctx, "v3")
	stack.Fails(t, "a version without a token", err, sdk.ErrUnauthorized)
	one := stack.Must(s.client.ShowAPIVersion(ctx, "v3"))(t)
	if len(one) != 1 || sdk.Text(one[0].ID) != "v3.0" {
		t.Errorf("the version is %+v", one)
	}
}

// make creates a disk of 1 GB, and waits for it. It is deleted at the end of the test.
func (s volumes) make(t *testing.T, v volumeNames, name string) string {
	t.Helper()
	id := text(s.demo.must(t, v.create, object{"volume": object{"availability_zone": zone, "size": 1, "name": name}}), "id")
	s.ready(t, v.show, id)
	t.Cleanup(func() {
		if _, err := s.demo.call(s.after(), v.remove, id, object{"Cascade": true}); err != nil && !errors.Is(err, sdk.ErrNotFound) {
			t.Errorf("%s is left: %v", name, err)
		}
		s.gone(t, v.show, id)
	})
	return id
}

// ready waits until something is available, more often than a waiter asks.
func (s volumes) ready(t *testing.T, show, id string) (value any) {
	t.Helper()
	until(t, id+" available", func() bool {
		value = s.demo.must(t, show, id)
		if status := text(value, "status"); len(status) >= 5 && status[:5] == "error" {
			t.Fatalf("%s is %s", id, status)
		}
		return text(value, "status") == "available"
	})
	return value
}

// gone waits until something is not found.
func (s volumes) gone(t *testing.T, show, id string) {
	t.Helper()
	until(t, id+" gone", func() bool {
		_, err := s.demo.call(s.after(), show, id)
		if err != nil && !errors.Is(err, sdk.ErrNotFound) {
			t.Fatal(err)
		}
		return err != nil
	})
}

// life creates, shows, changes, lists and deletes a disk.
func (s volumes) life(t *testing.T, v volumeNames) {
	made := s.demo.must(t, v.create, object{"volume": object{"availability_zone": zone, "size": 1, "name": "oak", "description": `first "one" ü`,
		"volume_type": kind, "metadata": object{"season": "autumn"}}})
	id := text(made, "id")
	shown := s.demo.must(t, v.wait, id, evs.VolumeStatusAvailable)
	for path, want := range (object{"name": "oak", "description": `first "one" ü`, "size": 1, "volume_type": kind, "metadata/season": "autumn",
		"snapshot_id": nil, "attachments": []any{}, "bootable": "false", "encrypted": false}) {
		has(t, shown, path, want)
	}
	changed := s.demo.must(t, v.update, id, object{"volume": object{"name": "elm", "description": ""}})
	has(t, changed, "name", "elm")
	has(t, changed, "description", "")
	stack.Same(t, "what has the name", fmt.Sprint(all(s.demo.must(t, v.list, object{"Name": "elm"}), "id")), "["+id+"]")
	listed := s.demo.must(t, v.details, object{"Name": "elm"})
	has(t, listed, "0/id", id)
	has(t, listed, "0/volume_type", kind)
	s.demo.must(t, v.remove, id, object{})
	s.demo.must(t, v.wait+"Gone", id)
	s.demo.fails(t, sdk.ErrNotFound, v.remove, id, object{})
}

// metadata is that of a disk and that of a snapshot.
func (s volumes) metadata(t *testing.T, v volumeNames) {
	disk := s.make(t, v, "metadata")
	for of, id := range map[string]string{"Disk": disk, "Snapshot": s.snapshot(t, v, disk, "metadata")} {
		call := func(name string, arguments ...any) any {
			t.Helper()
			return s.demo.must(t, fmt.Sprintf(name, of), append([]any{id}, arguments...)...)
		}
		has(t, call(v.addMeta, object{"metadata": object{"a": "1", "b c/d": "2"}}), "metadata/a", "1")
		has(t, call(v.showMeta), "metadata", object{"a": "1", "b c/d": "2"})
		has(t, call(v.replaceMeta, object{"metadata": object{"a": "3", "e": ""}}), "metadata", object{"a": "3", "e": ""})
		has(t, call(v.showItem, "a"), "meta/a", "3")
		has(t, call(v.updateItem, "a", object{"meta": object{"a": "ü"}}), "meta/a", "ü")
		call(v.deleteItem, "a")
		has(t, call(v.showMeta), "metadata", object{"e": ""})
		s.demo.fails(t, sdk.ErrNotFound, fmt.Sprintf(v.showItem, of), id, "a")
		s.demo.fails(t, sdk.ErrNotFound, fmt.Sprintf(v.deleteItem, of), id, "a")
		s.demo.fails(t, sdk.ErrBadRequest, fmt.Sprintf(v.updateItem, of), id, "a", object{"meta": object{"b": "not a"}})
	}
}

// pages walks over lists.
func (s volumes) pages(t *testing.T, v volumeNames) {
	var made, snapshots []string
	for i := range 4 {
		made = append(made, s.make(t, v, fmt.Sprintf("page-%d", i)))
		snapshots = append(snapshots, s.snapshot(t, v, made[0], fmt.Sprintf("page-%d", i)))
	}
	slices.Sort(made)
	slices.Sort(snapshots)
	for limit := 1; limit <= 5; limit++ {
		for _, method := range []string{v.list, v.details, v.listSnapshots, v.snapshotDetails} {
			found, want := slices.Sorted(slices.Values(all(s.demo.must(t, method, object{"Limit": limit}), "id"))), made
			if method == v.listSnapshots || method == v.snapshotDetails {
				want = snapshots
			}
			if !slices.Equal(found, want) {
				t.Errorf("with %d on a page %s gives %v, want %v", limit, method, found, want)
			}
		}
	}
	whole := all(s.demo.must(t, v.list, object{}), "id")
	if rest := all(s.demo.must(t, v.list, object{"Marker": whole[1], "Limit": 1}), "id"); !slices.Equal(rest, whole[2:]) {
		t.Errorf("after the second there are %v, want %v", rest, whole[2:])
	}
	s.demo.fails(t, sdk.ErrNotFound, v.list, object{"Marker": "5b1e1c44-6a17-4d0c-9a3c-0d7f4ad1c101"})
}

// errors asks for what Cinder refuses.
func (s volumes) errors(t *testing.T, v volumeNames) {
	disk := func(size int, zone string) object {
		return object{"volume": object{"availability_zone": zone, "size": size}}
	}
	failed := s.demo.fails(t, sdk.ErrNotFound, v.show, "5b1e1c44-6a17-4d0c-9a3c-0d7f4ad1c101")
	if failed.Message == "" || failed.RequestID == "" {
		t.Errorf("the error is %q of %q: %s", failed.Message, failed.RequestID, failed.Body)
	}
	s.demo.fails(t, sdk.ErrBadRequest, v.create, disk(-1, zone), sdk.WithoutValidation())
	s.demo.fails(t, sdk.ErrBadRequest, v.create, disk(1, "nowhere"))
	id := s.make(t, v, "errors")
	s.demo.fails(t, sdk.ErrBadRequest, v.extend, id, object{"os-extend": object{"new_size": 1}})
	s.snapshot(t, v, id, "errors")
	s.demo.fails(t, sdk.ErrBadRequest, v.remove, id, object{})
	s.demo.fails(t, sdk.ErrForbidden, v.quotas, s.cloud.Projects["other"], object{"Usage": "True"})
	s.demo.status(t, http.StatusRequestEntityTooLarge, v.create, disk(900, zone))
}

// constants asks for what a service is set up with.
func (s volumes) constants(t *testing.T, v volumeNames) {
	found := s.demo.must(t, v.types)
	i := slices.Index(all(found, "name"), kind)
	if i < 0 {
		t.Fatalf("the types are %v", found)
	}
	has(t, s.demo.must(t, v.showType, all(found, "id")[i]), "name", kind)
	has(t, s.demo.must(t, v.zones), "0/zoneName", zone)
	if aliases := all(s.demo.must(t, v.extensions), "alias"); !slices.Contains(aliases, "os-volume-transfer") {
		t.Errorf("the extensions are %v", aliases)
	}
	has(t, s.demo.must(t, v.quotas, s.cloud.Projects["demo"], object{"Usage": "True"}), "volumes/limit", stack.VolumeQuota)
}
