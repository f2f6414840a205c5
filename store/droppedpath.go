package store

import (
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// DroppedPath is the path that a terminal pastes when a file is dropped on it: in quotes, with
// escaped spaces, or as a file:// address; "~" is the home folder.
func DroppedPath(typed string) string {
	path := strings.TrimSpace(typed)
	if n := len(path); n > 1 && (path[0] == '\'' || path[0] == '"') && path[n-1] == path[0] {
		path = path[1 : n-1]
	} else if runtime.GOOS != "windows" {
		path = unescaped(path)
	}
	if address, err := url.Parse(path); err == nil && address.Scheme == "file" {
		path = filepath.FromSlash(address.Path)
	}
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			path = filepath.Join(home, rest)
		}
	}
	return path
}

// readDropped reads a file that was dropped on the terminal, of at most so many bytes, and answers its name.
// what is meant is said of a folder: "a CSV file".
func readDropped(typed string, most int64, what string) (name string, data []byte, err error) {
	path := DroppedPath(typed)
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return "", nil, Problem{Sentence: path + " is a folder: choose " + what + " in it."}
	}
	data, err = readSmallFile(path, most)
	return filepath.Base(path), data, err
}

// unescaped takes the backslashes away that a shell needs before spaces and signs.
func unescaped(path string) string {
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		if path[i] == '\\' && i+1 < len(path) {
			i++
		}
		b.WriteByte(path[i])
	}
	return b.String()
}
