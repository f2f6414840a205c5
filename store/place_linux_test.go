package store

import "testing"

func TestAMountIsFoundInTheSystemsTable(t *testing.T) {
	const mounts = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 22 0:44 / /home/bell/server rw,nosuid,nodev shared:5 - fuse.sshfs bell@office:/srv rw,user_id=1000
37 22 0:45 / /home/bell/web rw,nosuid - fuse https://cloud.example.org/dav rw
38 22 0:46 / /home/bell/a\040b rw - fuse.rclone drive: rw
broken line
`
	for device, want := range map[string]string{"8:1": "ext4", "0:44": "fuse.sshfs", "0:45": "davfs", "0:46": "fuse.rclone", "0:47": ""} {
		if got := mountedKind(mounts, device); got != want {
			t.Errorf("device %s is %q, want %q", device, got, want)
		}
	}
	for number, want := range map[uint64]string{0x801: "8:1", 0x2c: "0:44", 0x10305: "259:5", 0x10300005: "0:66309"} {
		if got := deviceName(number); got != want {
			t.Errorf("%#x is %s, want %s", number, got, want)
		}
	}
}

func TestAFolderOfThisMachineIsOnNoNetwork(t *testing.T) {
	if kind := driveOf("/proc"); kind != "" {
		t.Errorf("/proc is on %q", kind)
	}
	if kind := driveOf("/nowhere at all"); kind != "" {
		t.Errorf("a folder that is not there is on %q", kind)
	}
}
