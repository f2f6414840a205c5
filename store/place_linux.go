package store

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

// driveKinds are the numbers that statfs(2) gives the file systems of other machines, and that of those
// which a program of the user's provides.
var driveKinds = map[uint32]string{
	0x6969: "nfs", 0x517B: "smb", 0xFF534D42: "cifs", 0xFE534D42: "smb2", 0x01021997: "9p",
	0x5346414F: "afs", 0x6B414653: "afs", 0x73757245: "coda", 0x00C36400: "ceph", 0x564C: "ncp",
	0x65735546: "fuse",
}

// driveOf is the kind of drive that a folder lies on, "" for one of this machine.
func driveOf(folder string) string {
	var fs syscall.Statfs_t
	var info syscall.Stat_t
	if syscall.Statfs(folder, &fs) != nil || syscall.Stat(folder, &info) != nil {
		return ""
	}
	kind := driveKinds[uint32(fs.Type)]
	if kind != "fuse" {
		return kind
	}
	mounts, _ := os.ReadFile("/proc/self/mountinfo")
	return mountedKind(string(mounts), deviceName(uint64(info.Dev)))
}

// deviceName writes a device number as mountinfo does; the bits are those of makedev(3).
func deviceName(dev uint64) string {
	major := dev>>8&0xFFF | dev>>32&^0xFFF
	minor := dev&0xFF | dev>>12&^0xFF&0xFFFFFFFF
	return fmt.Sprintf("%d:%d", major, minor)
}

// mountedKind finds a device in the table of mounts (proc_pid_mountinfo(5)) and gives the kind of its
// file system: "fuse.sshfs". davfs2 calls itself "fuse", and shows an address of the web as its source.
func mountedKind(mounts, device string) string {
	for line := range strings.Lines(mounts) {
		where, what, _ := strings.Cut(line, " - ")
		fields, kind := strings.Fields(where), strings.Fields(what)
		if len(fields) < 3 || len(kind) < 2 || fields[2] != device {
			continue
		}
		if kind[0] == "fuse" && strings.HasPrefix(kind[1], "http") {
			return "davfs"
		}
		return kind[0]
	}
	return ""
}
