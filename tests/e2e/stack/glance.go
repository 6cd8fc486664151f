//go:build linux

package stack

import (
	"fmt"
	"path/filepath"
	"testing"
)

// ImageQuota is how many bytes of images a project may have at Glance: the large image of a
// test fits, a second one does not.
const ImageQuota = 150 << 20

// StartGlance runs the image service until the end of the test, and gives its address.
func (c *Cloud) StartGlance(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(c.dir, "glance")
	config := filepath.Join(dir, "glance-api.conf")
	configure := func(port int) {
		folder(t, dir, "glance-api.conf", fmt.Sprintf(`[DEFAULT]
bind_host = 127.0.0.1
bind_port = %[2]d
workers = 0
lock_path = %[1]s/locks
transport_url = fake:/
node_staging_uri = file://%[1]s/staging
filesystem_store_datadir = %[1]s/images
public_endpoint = http://127.0.0.1:%[2]d
image_member_quota = 2
image_tag_quota = 3
image_property_quota = 8
user_storage_quota = %[3]dB
[database]
connection = sqlite:///%[1]s/glance.db
[glance_store]
stores = file
default_store = file
filesystem_store_datadir = %[1]s/images
[paste_deploy]
flavor = keystone
config_file = /usr/share/glance-common/glance-api-paste.ini
%[4]s`, dir, port, ImageQuota, c.authToken()))
	}
	configure(0)
	command(t, nil, "glance-manage", "--config-file", config, "db_sync")
	writeAhead(t, filepath.Join(dir, "glance.db"))
	c.Images = serve(t, "Glance", func(port int) process {
		configure(port)
		return launch(t, dir, nil, "glance-api", "--config-file", config)
	})
	c.register(t, "image", c.Images)
	return c.Images
}
