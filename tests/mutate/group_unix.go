//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// killGroup makes the command the head of a process group, all of which ends with its context:
// a mutant that loops must not go on in a process that the test started.
func killGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
