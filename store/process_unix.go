//go:build !windows

package store

import "syscall"

// processRuns reports whether a process of that number runs; one of another user does, too.
func processRuns(pid int) bool {
	if pid <= 0 {
		return false
	}
	err := syscall.Kill(pid, 0)
	return err == nil || err == syscall.EPERM
}
