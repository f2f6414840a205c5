package store

import (
	"os"
	"path/filepath"

	"kettle/store/output"
)

// outFolder lies beside the caseload and takes what is written out where there is no folder for
// downloads.
const outFolder = "exports"

// usualOut is the folder into which things are written out unless another is named: where browsers put
// files, if it is there, else one beside the caseload.
func (s *Store) usualOut() string {
	folders := s.o.exportFolders()
	if len(folders) > 0 && folders[0] != "" {
		if info, err := os.Stat(folders[0]); err == nil && info.IsDir() {
			return folders[0]
		}
	}
	return filepath.Join(filepath.Dir(s.o.Path), outFolder)
}

// NewPlace is the path of a new file of that name in the place that a person typed: a folder or a file,
// as dropped on the terminal, "" for the usual folder, "~" for the home folder. What cannot be is one
// sentence; nothing is made but the folder of exports beside the caseload.
func (s *Store) NewPlace(typed, name string) (path string, err error) {
	path, usual := folderNamed(typed), s.usualOut()
	if beside := filepath.Join(filepath.Dir(s.o.Path), outFolder); usual == beside && !filepath.IsAbs(path) && !s.o.ReadOnly {
		if err := os.MkdirAll(beside, 0o700); err != nil {
			return "", Problem{"The folder " + outFolder + " cannot be made beside the caseload: name another folder.", err}
		}
	}
	return output.Place(path, usual, name)
}
