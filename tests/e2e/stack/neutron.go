//go:build linux

package stack

import (
	"fmt"
	"path/filepath"
	"testing"
)

// NetworkQuota is how many networks a project may have.
const NetworkQuota = 10

// neutronTables makes the tables from the models: the migrations change constraints, which
// sqlite cannot.
const neutronTables = `
import sys
import sqlalchemy
from neutron.db.migration.models import head
from neutron_lib.db import model_base
model_base.BASEV2.metadata.create_all(sqlalchemy.create_engine("sqlite:///" + sys.argv[1]))
`

// StartNeutron runs the network service until the end of the test, and gives its address.
// It has no agents: networks and ports exist in its database only.
func (c *Cloud) StartNeutron(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(c.dir, "neutron")
	folder(t, dir, "ml2.ini", `[ml2]
type_drivers = local,flat,vxlan
tenant_network_types = vxlan
mechanism_drivers =
extension_drivers = port_security
[ml2_type_flat]
flat_networks = *
[ml2_type_vxlan]
vni_ranges = 1:1000
`)
	database := filepath.Join(dir, "neutron.db")
	command(t, nil, "/usr/bin/python3", "-c", neutronTables, database)
	writeAhead(t, database)
	address := serve(t, "Neutron", func(port int) process {
		folder(t, dir, "neutron.conf", fmt.Sprintf(`[DEFAULT]
bind_host = 127.0.0.1
bind_port = %[2]d
api_workers = 0
rpc_workers = 0
state_path = %[1]s
api_paste_config = /usr/share/neutron-common/api-paste.ini
core_plugin = ml2
service_plugins = router,network_ip_availability
transport_url = fake:/
auth_strategy = keystone
notify_nova_on_port_status_changes = false
notify_nova_on_port_data_changes = false
dhcp_agent_notification = false
pagination_max_limit = 100
[oslo_concurrency]
lock_path = %[1]s/locks
[quotas]
quota_network = %[4]d
[database]
connection = sqlite:///%[3]s
%[5]s`, dir, port, database, NetworkQuota, c.authToken()))
		return launch(t, dir, nil, "neutron-server", "--config-file", filepath.Join(dir, "neutron.conf"), "--config-file", filepath.Join(dir, "ml2.ini"))
	})
	c.register(t, "network", address)
	return address
}
