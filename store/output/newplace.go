package output

import (
	"io/fs"
	"os"
	"path/filepath"
)

// Place is the path of a new file that a person named: a folder, in which it is called name, or a file,
// which ends as name does where they gave no ending. A relative path lies in the folder usual, and ""
// is that folder. A folder that is not there is an error in one sentence.
func Place(typed, usual, name string) (path string, err error) {
	path = typed
	if !filepath.IsAbs(path) {
		path = filepath.Join(usual, path)
	}
	ends := typed == "" || os.IsPathSeparator(typed[len(typed)-1])
	path = filepath.Clean(path)
	if info, err := os.Stat(path); ends || err == nil && info.IsDir() {
		return filepath.Join(path, name), isFolder(path)
	}
	if filepath.Ext(path) == "" {
		path += filepath.Ext(name)
	}
	return path, isFolder(filepath.Dir(path))
}

// isFolder is nil for a folder that is there, else what to say.
func isFolder(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return notWritten(path, err)
	case !info.IsDir():
		return fileProblem{path + " is no folder: name another.", fs.ErrInvalid}
	}
	return nil
}
