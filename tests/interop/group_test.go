//go:build interop

package interop

import (
	"os/exec"
	"syscall"
)

// ownGroup lets a program be stopped with all that it starts, as node and java start others.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
