//go:build e2e

package e2e

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// Passwords and the like are long words of letters and digits, so that they are found in a
// log however it quotes them.
const (
	adminName     = "admin"
	adminPassword = "SecretOfAdmin7391"
)

// deadline is for Keystone to come up. It is long, because a busy machine is not a fault.
const deadline = 2 * time.Minute

// What the servers differ in. briefLife is the life of the tokens of the second one, half
// of which a test has for noticing that a token is old.
const (
	hourLife   = time.Hour
	briefLife  = 14 * time.Second
	noLimit    = 10000
	briefLimit = 3 // items of a list
)

// installation is what all servers of a run share: one database, one set of keys.
type installation struct{ dir string }

// install makes database, keys and the first user.
func install(t *testing.T) installation {
	t.Helper()
	in := installation{t.TempDir()}
	for _, name := range []string{"fernet", "credential"} {
		ok(t, os.Mkdir(filepath.Join(in.dir, name), 0o700))
	}
	me := must(user.Current())(t)
	group := must(user.LookupGroupId(me.Gid))(t)
	config := in.configure(t, "setup", hourLife, noLimit)
	owner := []string{"--keystone-user", me.Username, "--keystone-group", group.Name}
	in.manage(t, config, "db_sync")
	// Keystone leaves transactions open that only read, which keeps writers out, except when
	// there is a log that is written ahead.
	in.command(t, config, "python3", "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA journal_mode = WAL')",
		filepath.Join(in.dir, "keystone.db"))
	in.manage(t, config, "fernet_setup", owner...)
	in.manage(t, config, "credential_setup", owner...)
	return in
}

// configure writes a folder with keystone.conf, for tokens of some life and lists of some
// length.
func (in installation) configure(t *testing.T, name string, life time.Duration, limit int) string {
	t.Helper()
	dir := filepath.Join(in.dir, name)
	ok(t, os.Mkdir(dir, 0o700))
	// Cheap hashes of passwords, because nobody is kept out here.
	text := fmt.Sprintf(`[DEFAULT]
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
`, dir, in.dir, int(life.Seconds()), limit)
	ok(t, os.WriteFile(filepath.Join(dir, "keystone.conf"), []byte(text), 0o600))
	return dir
}

func (in installation) manage(t *testing.T, config, command string, arguments ...string) {
	t.Helper()
	in.command(t, config, "keystone-manage", append([]string{"--config-dir", config, command}, arguments...)...)
}

func (in installation) command(t *testing.T, config, name string, arguments ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	run := exec.CommandContext(ctx, name, arguments...)
	run.Env = append(os.Environ(), "OS_KEYSTONE_CONFIG_DIR="+config)
	// keystone-manage prints a traceback of eventlet at its end even when all went well; only
	// the status counts.
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%s %q: %v\n%s", name, arguments, err, out)
	}
}

// bootstrap makes the first user, the first project, and the catalogue entry of Keystone.
func (in installation) bootstrap(t *testing.T, config, address string) {
	t.Helper()
	in.manage(t, config, "bootstrap", "--bootstrap-username", adminName, "--bootstrap-password", adminPassword,
		"--bootstrap-project-name", "admin", "--bootstrap-region-id", "RegionOne", "--bootstrap-public-url", address+"/v3/")
}

// server is a running Keystone.
type server struct{ address string }

// start runs Keystone on a free port until the end of the test. The first one also makes
// the first user, because the address is in the catalogue.
func (in installation) start(t *testing.T, name string, life time.Duration, limit int, first bool) server {
	t.Helper()
	config := in.configure(t, name, life, limit)
	log := filepath.Join(config, "output")
	// Somebody else may take the port before Keystone does, so another one is tried.
	for attempt := 1; ; attempt++ {
		port := freePort(t)
		s := server{fmt.Sprintf("http://127.0.0.1:%d", port)}
		if first {
			in.bootstrap(t, config, s.address)
		}
		ended := run(t, config, log, port)
		err := s.wait(t.Context(), ended)
		if err == nil {
			return s
		}
		if attempt == 3 {
			text, _ := os.ReadFile(log) // what there is of it
			t.Fatalf("Keystone does not come up: %v\n%s", err, text)
		}
	}
}

func freePort(t *testing.T) int {
	t.Helper()
	listener := must(net.Listen("tcp", "127.0.0.1:0"))(t)
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

// run starts the process; the channel is closed when it has ended. It is stopped with all
// its children at the end of the test.
func run(t *testing.T, config, log string, port int) <-chan struct{} {
	t.Helper()
	out := must(os.Create(log))(t)
	process := exec.Command("keystone-wsgi-public", "--host", "127.0.0.1", "--port", fmt.Sprint(port))
	process.Env = append(os.Environ(), "OS_KEYSTONE_CONFIG_DIR="+config)
	process.Stdout, process.Stderr = out, out
	// A test that ends by its time limit cleans nothing up; then the kernel stops the
	// process. It does so when the thread that started it ends, so that one is kept.
	process.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	started, ended := make(chan error), make(chan struct{})
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := process.Start()
		started <- err
		if err == nil {
			_ = process.Wait() // it is killed
		}
		_ = out.Close()
		close(ended)
	}()
	ok(t, <-started)
	t.Cleanup(func() {
		_ = syscall.Kill(-process.Process.Pid, syscall.SIGKILL) // it may have ended by itself
		<-ended
	})
	return ended
}

// wait returns when the server responds.
func (s server) wait(ctx context.Context, ended <-chan struct{}) error {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.address+"/v3", nil)
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req)
		if err == nil {
			_ = resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return nil
			}
			err = fmt.Errorf("GET /v3: %s", resp.Status)
		}
		select {
		case <-ended:
			return fmt.Errorf("it has ended by itself")
		case <-ctx.Done():
			return fmt.Errorf("it does not respond after %v: %w", deadline, err)
		case <-time.After(100 * time.Millisecond):
		}
	}
}
