//go:build !windows

package store

import (
	"errors"
	"os"
	"syscall"
)

// holdFolder is a Problem when somebody holds the folder in a way that does not allow it.
func holdFolder(path string, alone bool) (folderHold, error) {
	folder, err := os.Open(path)
	if err != nil {
		return folderHold{}, nil
	}
	how := syscall.LOCK_SH
	if alone {
		how = syscall.LOCK_EX
	}
	err = syscall.Flock(int(folder.Fd()), how|syscall.LOCK_NB)
	if err == nil {
		return folderHold{folder}, nil
	}
	folder.Close()
	if !errors.Is(err, syscall.EWOULDBLOCK) {
		return folderHold{}, nil
	}
	if alone {
		return folderHold{}, inUse(err)
	}
	return folderHold{}, Problem{"The caseload is just being replaced by one of its backups: try again in a moment.", err}
}
