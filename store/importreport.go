package store

import (
	"context"
	"io"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/output"
)

// KeepImportReport writes a preview as a text to keep, which only its owner can read, and answers where it
// lies. place is a folder or a file; "" is the usual folder. A file that is there stays.
func (s *Store) KeepImportReport(ctx context.Context, preview view.Import, place string) (path string, err error) {
	now := model.MomentOf(s.o.Now())
	path, err = s.NewPlace(place, "import report "+string(now.Date())+".txt")
	if err != nil {
		return "", err
	}
	return output.WriteNew(path, func(w io.Writer) error {
		if err := output.WriteImportReport(w, preview, now); err != nil {
			return err
		}
		return ctx.Err()
	})
}
