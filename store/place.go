package store

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"kettle/model"
)

// place is what the system and the path tell of the folder in which a caseload lies.
type place struct {
	folder string   // absolute
	drive  string   // what the system calls its kind of drive, "" for what it does not tell
	hidden []string // names beginning with a dot, in the folder and in those above it
}

// networkDrives are the kinds of drive that lie on another machine. Linux names them in statfs(2) and
// /proc/self/mountinfo, macOS in statfs(2); "network" is what Windows calls all of them.
var networkDrives = []string{
	"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "afs", "coda", "ceph", "ncp", "9p", "webdav", "davfs",
	"fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.glusterfs", "network",
}

// synchronisers are the programs that carry a folder from computer to computer, with the names of
// their folders and what they leave in them. The home of Dropbox's own settings begins with .dropbox,
// too, so that its cache alone tells.
var synchronisers = []struct {
	name    string
	folders []string
	leaves  []string
}{
	{"OneDrive", []string{"OneDrive", "OneDrive - *", "OneDrive-*"}, nil},
	{"Dropbox", []string{"Dropbox", "Dropbox (*)", "* Dropbox"}, []string{".dropbox.cache"}},
	{"iCloud", []string{"Mobile Documents", "iCloudDrive", "iCloud Drive*"}, nil},
	{"Google Drive", []string{"Google Drive*", "GoogleDrive*", "My Drive"}, []string{".tmp.drivedownload", ".tmp.driveupload"}},
	{"Nextcloud", []string{"Nextcloud"}, []string{".sync_*.db", "._sync_*.db", ".nextcloudsync.log"}},
	{"ownCloud", []string{"ownCloud"}, []string{".owncloudsync.log"}},
	{"Syncthing", nil, []string{".stfolder"}},
}

// warning is what is to be said of the place, and its key in table about; the zero one is nothing.
func (p place) warning() warning {
	if p.onNetwork() {
		return plainWarning("network "+p.folder, fmt.Sprintf(
			"The caseload lies on a network drive, %s, where two computers that write at once, or a network that fails, can damage it: open it on one computer only, or keep it on this computer's own disk.",
			shownName(p.folder)))
	}
	if program := p.synchroniser(); program != "" {
		return plainWarning("synchronised "+p.folder, fmt.Sprintf(
			"The caseload lies in a folder that %s carries to other computers, %s, and what is written on two of them at once ends in two files: before you open it elsewhere, close Kettle here and let %[1]s finish, or keep it outside that folder.",
			program, shownName(p.folder)))
	}
	return warning{}
}

// onNetwork reports whether the folder lies on another machine: by its drive, or by a name that begins
// with that machine's (\\server\share; \\?\C:\ and \\.\ are names of this one).
func (p place) onNetwork() bool {
	if slices.Contains(networkDrives, p.drive) || strings.HasPrefix(p.folder, `\\?\UNC\`) {
		return true
	}
	return strings.HasPrefix(p.folder, `\\`) && !strings.HasPrefix(p.folder, `\\?\`) && !strings.HasPrefix(p.folder, `\\.\`)
}

// synchroniser is the program that carries the folder to other computers, "" for none that shows.
func (p place) synchroniser() string {
	parts := strings.FieldsFunc(p.folder, func(r rune) bool { return r == '/' || r == '\\' })
	for _, s := range synchronisers {
		if anyMatches(s.folders, parts) || anyMatches(s.leaves, p.hidden) {
			return s.name
		}
	}
	return ""
}

func anyMatches(patterns, names []string) bool {
	for _, pattern := range patterns {
		for _, name := range names {
			if ok, _ := path.Match(pattern, name); ok {
				return true
			}
		}
	}
	return false
}

// placeOf looks where a file lies. What cannot be looked at tells nothing.
func placeOf(file string) place {
	folder := filepath.Dir(file)
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	p := place{folder: folder, drive: driveOf(folder)}
	for at := folder; ; at = filepath.Dir(at) {
		entries, _ := os.ReadDir(at)
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), ".") {
				p.hidden = append(p.hidden, e.Name())
			}
		}
		if filepath.Dir(at) == at {
			return p
		}
	}
}

// The most characters that a name takes in a sentence, and how many of its first stay.
const (
	shownLength = 90
	shownStart  = 30
)

// shownName is the name of a file for a sentence: nothing in it steers the terminal, and the middle of
// a long one is left out.
func shownName(name string) string {
	clean, _ := model.Clean(name)
	letters := []rune(strings.Join(strings.Fields(clean), " "))
	if len(letters) <= shownLength {
		return string(letters)
	}
	return string(letters[:shownStart]) + "…" + string(letters[len(letters)-shownLength+shownStart+1:])
}
