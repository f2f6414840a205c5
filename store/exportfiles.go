package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"kettle/model"
	"kettle/model/view"
)

// mostExportFiles is how many files are offered: it is one of the newest.
const mostExportFiles = 12

// exportFolders are where an office's export is likely to lie: where browsers and people put files.
func (o Options) exportFolders() []string {
	if o.Exports != nil {
		return o.Exports
	}
	return []string{xdg.UserDirs.Download, xdg.UserDirs.Desktop, xdg.UserDirs.Documents}
}

// RecentExports are the newest CSV files of the folders in which a downloaded export is likely to lie,
// the newest first. A folder that is not there, or may not be read, holds none.
func (s *Store) RecentExports(ctx context.Context) ([]view.ExportFile, error) {
	s.observe(false)
	var found []view.ExportFile
	for _, folder := range s.o.exportFolders() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		entries, err := os.ReadDir(folder)
		if folder == "" || err != nil {
			continue
		}
		for _, e := range entries {
			if f, ok := exportFile(folder, e); ok {
				found = append(found, f)
			}
		}
	}
	model.InOrder(found, func(a, b view.ExportFile) int { return b.At.Compare(a.At) })
	return found[:min(len(found), mostExportFiles)], nil
}

// ownLists reports whether a file is a list that Kettle wrote and nobody takes in: of families, or of the log.
func ownLists(name string) bool {
	return strings.HasPrefix(name, "kettle-"+string(model.OutFamilies)+"-") || strings.HasPrefix(name, "kettle-"+string(model.OutLog)+"-")
}

func exportFile(folder string, e os.DirEntry) (view.ExportFile, bool) {
	ext := strings.ToLower(filepath.Ext(e.Name()))
	if ext != ".csv" && ext != ".tsv" || strings.HasPrefix(e.Name(), ".") || ownLists(e.Name()) {
		return view.ExportFile{}, false
	}
	info, err := os.Stat(filepath.Join(folder, e.Name()))
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostExport {
		return view.ExportFile{}, false
	}
	name, _ := model.Clean(e.Name())
	return view.ExportFile{Path: filepath.Join(folder, e.Name()), Name: name, Folder: filepath.Base(folder), At: info.ModTime(), Size: info.Size()}, true
}
