package store

import "syscall"

// driveOf is the kind of drive that a folder lies on, as statfs(2) of macOS names it: "apfs", "smbfs".
// It is written from the documentation and has not run on a Mac.
func driveOf(folder string) string {
	var fs syscall.Statfs_t
	if syscall.Statfs(folder, &fs) != nil {
		return ""
	}
	var name []byte
	for _, c := range fs.Fstypename {
		if c == 0 {
			break
		}
		name = append(name, byte(c))
	}
	return string(name)
}
