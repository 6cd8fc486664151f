//go:build linux

package stack

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"testing"
)

var (
	//go:embed cinder.py
	cinderProgram string
	//go:embed nowhere.py
	cinderBackend string
)

// The quotas of Cinder, for each project.
const (
	VolumeQuota   = 12
	SnapshotQuota = 10
)

// StartCinder runs the block storage service until the end of the test, and gives its
// address. It serves the third version of its API under /v2 as well, because that is what
// pages of the second describe; the operations are the same.
func (c *Cloud) StartCinder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(c.dir, "cinder")
	folder(t, dir, "serve.py", cinderProgram)
	folder(t, dir, "nowhere.py", cinderBackend)
	folder(t, dir, "paste.ini", cinderPaste)
	config := filepath.Join(dir, "cinder.conf")
	configure := func(port int) {
		folder(t, dir, "cinder.conf", fmt.Sprintf(`[DEFAULT]
host = here
osapi_volume_listen = 127.0.0.1
osapi_volume_listen_port = %[2]d
osapi_volume_workers = 1
state_path = %[1]s
api_paste_config = %[1]s/paste.ini
resource_query_filters_file = /etc/cinder/resource_filters.json
transport_url = fake:/
auth_strategy = keystone
enabled_backends = nowhere
default_volume_type = __DEFAULT__
glance_api_servers = %[3]s
quota_volumes = %[4]d
quota_snapshots = %[5]d
quota_gigabytes = 500
service_down_time = 3600
osapi_max_limit = 100
[oslo_concurrency]
lock_path = %[1]s/locks
[coordination]
backend_url = file://%[1]s/coordination
[database]
connection = sqlite:///%[1]s/cinder.db
[nowhere]
volume_driver = nowhere.Driver
volume_backend_name = nowhere
%[6]s`, dir, port, c.Images, VolumeQuota, SnapshotQuota, c.authToken()))
	}
	configure(0)
	command(t, nil, "cinder-manage", "--config-file", config, "db", "sync")
	writeAhead(t, filepath.Join(dir, "cinder.db"))
	address := serve(t, "Cinder", func(port int) process {
		configure(port)
		return launch(t, dir, []string{"PYTHONPATH=" + dir}, "/usr/bin/python3", filepath.Join(dir, "serve.py"), "--config-file", config)
	})
	c.register(t, "volumev3", address+"/v3/%(project_id)s")
	return address
}

const cinderPaste = `[composite:osapi_volume]
use = egg:Paste#urlmap
/ = versions
/v2 = volumes
/v3 = volumes
[composite:volumes]
use = call:cinder.api.middleware.auth:pipeline_factory
keystone = request_id faultwrap sizelimit authtoken context application
[pipeline:versions]
pipeline = request_id faultwrap described
[filter:request_id]
paste.filter_factory = oslo_middleware.request_id:RequestId.factory
[filter:faultwrap]
paste.filter_factory = cinder.api.middleware.fault:FaultWrapper.factory
[filter:sizelimit]
paste.filter_factory = oslo_middleware.sizelimit:RequestBodySizeLimiter.factory
[filter:authtoken]
paste.filter_factory = keystonemiddleware.auth_token:filter_factory
[filter:context]
paste.filter_factory = cinder.api.middleware.auth:CinderKeystoneContext.factory
[app:application]
paste.app_factory = cinder.api.v3.router:APIRouter.factory
[app:described]
paste.app_factory = cinder.api.versions:Versions.factory
`
