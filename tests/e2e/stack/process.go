//go:build linux

// Package stack starts OpenStack services from Debian's packages on loopback, for tests:
// Keystone, and Glance, Cinder, Neutron, Designate that use it. They keep all in a folder of the test,
// and end with it. It also remembers where a service differs from its document.
package stack

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// deadline is for a service to come up. It is long, because a busy machine is not a fault.
const deadline = 2 * time.Minute

// process is a program that runs until the end of the test.
type process struct {
	log   string // file of its output
	ended <-chan struct{}
}

// launch starts a program. It is stopped with all its children at the end of the test.
func launch(t *testing.T, dir string, env []string, name string, arguments ...string) process {
	t.Helper()
	log := filepath.Join(dir, "output")
	out, err := os.Create(log)
	OK(t, err)
	command := exec.Command(name, arguments...)
	command.Dir = dir
	command.Env = append(os.Environ(), env...)
	command.Stdout, command.Stderr = out, out
	// A test that ends by its time limit cleans nothing up; then the kernel stops the
	// process. It does so when the thread that started it ends, so that one is kept.
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	started, ended := make(chan error), make(chan struct{})
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := command.Start()
		started <- err
		if err == nil {
			_ = command.Wait() // it is killed
		}
		_ = out.Close()
		close(ended)
	}()
	OK(t, <-started)
	p := process{log, ended}
	t.Cleanup(func() {
		_ = syscall.Kill(-command.Process.Pid, syscall.SIGKILL) // it may have ended by itself
		<-ended
		if t.Failed() {
			t.Logf("the end of what %s says:\n%s", name, p.tail())
		}
	})
	return p
}

// serve starts a service on a free port, and gives its address when it responds. Somebody
// else may take the port before the service does, so another one is tried.
func serve(t *testing.T, name string, start func(port int) process) string {
	t.Helper()
	for attempt := 1; ; attempt++ {
		port := freePort(t)
		address := fmt.Sprintf("http://127.0.0.1:%d", port)
		p := start(port)
		err := p.wait(t.Context(), address)
		if err == nil {
			return address
		}
		if attempt == 3 {
			t.Fatalf("%s does not come up: %v\n%s", name, err, p.tail())
		}
	}
}

// tail is the end of the output, or what there is of it.
func (p process) tail() string {
	text, _ := os.ReadFile(p.log)
	return string(text[max(0, len(text)-16000):])
}

func freePort(t *testing.T) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	OK(t, err)
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

// wait returns when the service responds, whatever it says.
func (p process) wait(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"/", nil)
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req)
		if err == nil {
			_ = resp.Body.Close()
			if resp.StatusCode < http.StatusInternalServerError {
				return nil
			}
			err = fmt.Errorf("GET /: %s", resp.Status)
		}
		select {
		case <-p.ended:
			return fmt.Errorf("it has ended by itself")
		case <-ctx.Done():
			return fmt.Errorf("it does not respond after %v: %w", deadline, err)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// command runs a program to its end. Only its status counts: keystone-manage prints a
// traceback of eventlet at its end even when all went well.
func command(t *testing.T, env []string, name string, arguments ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	run := exec.CommandContext(ctx, name, arguments...)
	run.Env = append(os.Environ(), env...)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%s %q: %v\n%s", name, arguments, err, out)
	}
}

// writeAhead lets readers of a database keep their transactions open without keeping writers
// out, as these services do.
func writeAhead(t *testing.T, database string) {
	t.Helper()
	command(t, nil, "/usr/bin/python3", "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA journal_mode = WAL')", database)
}

// folder makes a folder and writes a file into it.
func folder(t *testing.T, dir, file, text string) {
	t.Helper()
	OK(t, os.MkdirAll(dir, 0o700))
	OK(t, os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600))
}
