package store

import (
	"path/filepath"
	"syscall"
	"unsafe"
)

var getDriveType = syscall.NewLazyDLL("kernel32.dll").NewProc("GetDriveTypeW")

// remoteDrive is DRIVE_REMOTE of GetDriveTypeW.
const remoteDrive = 4

// driveOf is "network" for a folder on another machine: a drive letter that stands for a share, or the
// share's own name. It is written from the documentation of GetDriveTypeW, which wants a backslash at
// the end, and has not run on Windows.
func driveOf(folder string) string {
	root, err := syscall.UTF16PtrFromString(filepath.VolumeName(folder) + `\`)
	if err != nil {
		return ""
	}
	if kind, _, _ := getDriveType.Call(uintptr(unsafe.Pointer(root))); kind == remoteDrive {
		return "network"
	}
	return ""
}
