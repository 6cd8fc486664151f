//go:build linux

package services

import (
	"fmt"
	"net/http"
	"slices"
	"testing"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/tests/e2e/testdata/evs"
)

// snapshot makes one of a disk, with which it is deleted.
func (s volumes) snapshot(t *testing.T, v volumeNames, disk, name string) string {
	t.Helper()
	id := text(s.demo.must(t, v.createSnapshot, object{"snapshot": object{"volume_id": disk, "name": name, "description": nil}}), "id")
	s.ready(t, v.showSnapshot, id)
	return id
}

// snapshots has the life of one, and a disk that is made of it.
func (s volumes) snapshots(t *testing.T, v volumeNames) {
	disk := s.make(t, v, "disk")
	id := text(s.demo.must(t, v.createSnapshot, object{"snapshot": object{"volume_id": disk, "name": "friday", "metadata": object{"a": "b"}, "force": false}}), "id")
	shown := s.demo.must(t, v.waitSnapshot, id, evs.SnapshotStatusAvailable)
	for path, want := range (object{"name": "friday", "description": nil, "metadata/a": "b", "volume_id": disk, "size": 1}) {
		has(t, shown, path, want)
	}
	has(t, s.demo.must(t, v.updateSnapshot, id, object{"snapshot": object{"name": "monday", "description": "second"}}), "name", "monday")
	listed := s.demo.must(t, v.listSnapshots, object{"Name": "monday", "VolumeID": disk})
	has(t, listed, "0/id", id)
	has(t, s.demo.must(t, v.snapshotDetails, object{"Status": "available"}), "0/description", "second")
	made := text(s.demo.must(t, v.create, object{"volume": object{"availability_zone": zone, "size": 2, "snapshot_id": id}}), "id")
	has(t, s.ready(t, v.show, made), "snapshot_id", id)
	s.demo.must(t, v.remove, made, object{})
	s.gone(t, v.show, made)
	s.demo.must(t, v.removeSnapshot, id)
	s.demo.must(t, v.waitSnapshot+"Gone", id)
	s.demo.fails(t, sdk.ErrNotFound, v.removeSnapshot, id)
	s.demo.fails(t, sdk.ErrNotFound, v.createSnapshot, object{"snapshot": object{"volume_id": id}})
}

// transfer gives a disk to another project.
func (s volumes) transfer(t *testing.T, v volumeNames) {
	disk := s.make(t, v, "transfer")
	offer := func() (id, key string) {
		made := s.demo.must(t, v.createTransfer, object{"transfer": object{"volume_id": disk, "name": "gift"}})
		return text(made, "id"), s.seen.Secret(text(made, "auth_key"))
	}
	first, _ := offer()
	s.demo.fails(t, sdk.ErrBadRequest, v.createTransfer, object{"transfer": object{"volume_id": disk, "name": "twice"}})
	has(t, s.demo.must(t, v.showTransfer, first), "volume_id", disk)
	for _, method := range []string{v.listTransfers, v.transferDetails} {
		has(t, s.demo.must(t, method+"Page", object{}), "transfers/0/id", first)
		if found := all(s.demo.must(t, method, object{}), "id"); !slices.Equal(found, []string{first}) {
			s.seen.Differ(method + ": Cinder takes limit and offset for members of a transfer, and finds none")
		}
	}
	s.demo.must(t, v.removeTransfer, first)
	s.demo.fails(t, sdk.ErrNotFound, v.showTransfer, first)
	s.ready(t, v.show, disk)
	second, key := offer()
	s.other.fails(t, sdk.ErrBadRequest, v.acceptTransfer, second, object{"accept": object{"auth_key": "KeyOfNobody9933"}})
	has(t, s.other.must(t, v.acceptTransfer, second, object{"accept": object{"auth_key": key}}), "volume_id", disk)
	s.demo.fails(t, sdk.ErrNotFound, v.show, disk)
	s.other.must(t, v.remove, disk, object{})
}

// actions are variants of one method and path.
func (s volumes) actions(t *testing.T, v volumeNames) {
	disk := s.make(t, v, "actions")
	s.demo.must(t, v.extend, disk, object{"os-extend": object{"new_size": 3}})
	until(t, "three GB", func() bool { return fmt.Sprint(at(s.ready(t, v.show, disk), "size")) == "3" })
	s.demo.must(t, v.bootable, disk, object{"os-set_bootable": object{"bootable": true}})
	has(t, s.demo.must(t, v.show, disk), "bootable", "true")
	s.demo.must(t, v.readOnly, disk, object{"os-update_readonly_flag": object{"readonly": true}})
	has(t, s.demo.must(t, v.show, disk), "metadata/readonly", "True")
	s.demo.must(t, v.reserve, disk, object{"os-reserve": object{}})
	has(t, s.demo.must(t, v.show, disk), "status", "attaching")
	s.demo.fails(t, sdk.ErrBadRequest, v.reserve, disk, object{"os-reserve": object{}})
	s.demo.must(t, v.unreserve, disk, object{"os-unreserve": object{}})
	exported := s.demo.must(t, v.export, disk, object{"os-volume_upload_image": object{"image_name": "exported", "disk_format": "raw", "container_format": "bare", "force": true}})
	has(t, exported, "image_name", "exported")
	s.ready(t, v.show, disk)
	id := text(exported, "image_id")
	if _, err := s.images.WaitForImage(t.Context(), id, "active"); err != nil {
		t.Error(err)
	}
	if err := s.images.DeleteImage(t.Context(), id); err != nil {
		t.Error(err)
	}
}

// summary counts disks, which Cinder does since the version 3.12 of its API only; the page
// does not say so.
func (s volumes) summary(t *testing.T) {
	s.make(t, third, "summary")
	s.demo.fails(t, sdk.ErrNotFound, "ShowEVSDiskSummary")
	s.seen.Differ("ShowEVSDiskSummary: it is there only with OpenStack-API-Version: volume 3.12")
	has(t, s.demo.must(t, "ShowEVSDiskSummary", sdk.WithHeader("OpenStack-API-Version", "volume 3.12")), "total_count", 1)
}

// attach feigns the compute service.
func (s volumes) attach(t *testing.T) {
	disk := s.make(t, second, "attach")
	s.demo.must(t, "AttachEVSDisk", disk, object{"os-attach": object{"instance_uuid": "5b1e1c44-6a17-4d0c-9a3c-0d7f4ad1c101", "mountpoint": "/dev/vdb"}})
	shown := s.demo.must(t, second.show, disk)
	has(t, shown, "status", "in-use")
	has(t, shown, "attachments/0/device", "/dev/vdb")
	s.demo.fails(t, sdk.ErrBadRequest, second.remove, disk, object{})
	s.demo.must(t, "DetachEVSDisk", disk, object{"os-detach": object{"attachment_id": text(shown, "attachments/0/attachment_id")}})
	s.ready(t, second.show, disk)
	s.demo.fails(t, sdk.ErrNotFound, "ChangeEVSDiskType", disk, object{"os-retype": object{"new_type": kind}})
}

// quota asks for one snapshot more than a project may have.
func (s volumes) quota(t *testing.T) {
	disk := s.make(t, third, "quota")
	for i := range 10 {
		s.snapshot(t, third, disk, fmt.Sprint(i))
	}
	s.demo.status(t, http.StatusRequestEntityTooLarge, third.createSnapshot, object{"snapshot": object{"volume_id": disk}})
}
