//go:build linux

package stack

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"testing"
)

//go:embed designate.py
var designateProgram string

// ZoneQuota is how many zones a project may have.
const ZoneQuota = 8

// The floating addresses that Designate knows of, of the projects demo and other.
const (
	FloatingIPOfDemo  = "5b1e1c44-6a17-4d0c-9a3c-0d7f4ad1c100"
	FloatingIPOfOther = "5b1e1c44-6a17-4d0c-9a3c-0d7f4ad1c101"
)

// designatePool makes the one pool of name servers, which designate-manage would ask a running
// service for.
const designatePool = `
import datetime, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
pool, now = "794ccc2cd75144feb57f8894c9f5c842", datetime.datetime(2026, 1, 1).isoformat(" ")
if not database.execute("select count(*) from pools").fetchone()[0]:
    database.execute("insert into pools (id, created_at, version, name, provisioner) values (?, ?, 1, 'default', 'UNMANAGED')", (pool, now))
for number in (1, 2):
    database.execute("insert into pool_ns_records (id, created_at, version, pool_id, priority, hostname) values (?, ?, 1, ?, ?, ?)",
                     ("%032d" % number, now, pool, number, "ns%d.servers.example." % number))
database.commit()
`

// StartDesignate runs the service of domain names until the end of the test, and gives its
// address. It does one thing after the other: two writers at a time are one too many for sqlite.
func (c *Cloud) StartDesignate(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(c.dir, "designate")
	folder(t, dir, "serve.py", designateProgram)
	config := filepath.Join(dir, "designate.conf")
	configure := func(port int) {
		folder(t, dir, "designate.conf", fmt.Sprintf(`[DEFAULT]
state_path = %[1]s
transport_url = fake:/
executor_thread_pool_size = 1
network_api = fake
quota_zones = %[3]d
[oslo_concurrency]
lock_path = %[1]s/locks
[service:api]
listen = 127.0.0.1:%[2]d
api_base_uri = http://127.0.0.1:%[2]d
auth_strategy = keystone
api_paste_config = /etc/designate/api-paste.ini
max_limit_v2 = 100
[service:central]
managed_resource_tenant_id = %[4]s
[storage:sqlalchemy]
connection = sqlite:///%[1]s/designate.db
%[5]s`, dir, port, ZoneQuota, c.Projects["service"], c.authToken()))
	}
	configure(0)
	command(t, nil, "designate-manage", "--config-file", config, "database", "sync")
	database := filepath.Join(dir, "designate.db")
	command(t, nil, "/usr/bin/python3", "-c", designatePool, database)
	writeAhead(t, database)
	address := serve(t, "Designate", func(port int) process {
		configure(port)
		return launch(t, dir, nil, "/usr/bin/python3", filepath.Join(dir, "serve.py"), "--config-file", config, "--", c.Projects["demo"], c.Projects["other"])
	})
	c.register(t, "dns", address)
	return address
}
