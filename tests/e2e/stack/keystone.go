//go:build linux

package stack

import (
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"testing"
	"time"
)

// Passwords and the like are long words of letters and digits, so that they are found in a
// log however it quotes them.
const (
	AdminName       = "admin"
	AdminPassword   = "SecretOfAdmin7391"
	servicePassword = "SecretOfService5512"
	UserPassword    = "SecretOfUser4410"
)

// Keystone is what all servers of a run share: one database, one set of keys.
type Keystone struct{ dir string }

// NewKeystone makes database and keys.
func NewKeystone(t *testing.T) Keystone {
	t.Helper()
	k := Keystone{t.TempDir()}
	for _, name := range []string{"fernet", "credential"} {
		OK(t, os.Mkdir(filepath.Join(k.dir, name), 0o700))
	}
	me, err := user.Current()
	OK(t, err)
	group, err := user.LookupGroupId(me.Gid)
	OK(t, err)
	config := k.configure(t, "setup", time.Hour, 100)
	owner := []string{"--keystone-user", me.Username, "--keystone-group", group.Name}
	k.manage(t, config, "db_sync")
	writeAhead(t, filepath.Join(k.dir, "keystone.db"))
	k.manage(t, config, "fernet_setup", owner...)
	k.manage(t, config, "credential_setup", owner...)
	return k
}

// Start runs Keystone until the end of the test, with tokens of some life and lists of some
// length, and gives its address. The first one also makes the first user, the first project
// and the catalogue entry of Keystone, because the address is in it.
func (k Keystone) Start(t *testing.T, name string, life time.Duration, limit int, first bool) string {
	t.Helper()
	config := k.configure(t, name, life, limit)
	return serve(t, "Keystone", func(port int) process {
		if first {
			k.manage(t, config, "bootstrap", "--bootstrap-username", AdminName, "--bootstrap-password", AdminPassword,
				"--bootstrap-project-name", "admin", "--bootstrap-region-id", "RegionOne",
				"--bootstrap-public-url", fmt.Sprintf("http://127.0.0.1:%d/v3/", port))
		}
		return launch(t, config, []string{"OS_KEYSTONE_CONFIG_DIR=" + config},
			"keystone-wsgi-public", "--host", "127.0.0.1", "--port", fmt.Sprint(port))
	})
}

// configure writes a folder with keystone.conf. The hashes of passwords are cheap, because
// nobody is kept out here.
func (k Keystone) configure(t *testing.T, name string, life time.Duration, limit int) string {
	t.Helper()
	dir := filepath.Join(k.dir, name)
	folder(t, dir, "keystone.conf", fmt.Sprintf(`[DEFAULT]
log_dir = %[1]s
[database]
connection = sqlite:///%[2]s/keystone.db
sqlite_synchronous = false
[fernet_tokens]
key_repository = %[2]s/fernet
[fernet_receipts]
key_repository = %[2]s/fernet
[credential]
key_repository = %[2]s/credential
[auth]
methods = password,token,totp,application_credential,mapped
[token]
provider = fernet
expiration = %[3]d
[identity]
password_hash_rounds = 4
list_limit = %[4]d
[security_compliance]
password_regex = ^.{6,}$
password_regex_description = six characters at least
`, dir, k.dir, int(life.Seconds()), limit))
	return dir
}

func (k Keystone) manage(t *testing.T, config, name string, arguments ...string) {
	t.Helper()
	command(t, []string{"OS_KEYSTONE_CONFIG_DIR=" + config}, "keystone-manage",
		append([]string{"--config-dir", config, name}, arguments...)...)
}
