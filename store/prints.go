package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"kettle/model"
	"kettle/store/output"
)

// printsFolder lies beside the caseload and holds what was printed since the last start.
const printsFolder = "prints"

func (s *Store) prints() string { return filepath.Join(filepath.Dir(s.o.Path), printsFolder) }

// Print writes a sheet as a file beside the caseload, which only its owner can read and whose name
// holds nobody's name, and answers its path. The file goes at the next start.
func (s *Store) Print(ctx context.Context, sheet model.Sheet, form model.PrintForm) (path string, err error) {
	s.observe(true)
	if s.o.ReadOnly {
		return "", Problem{Sentence: "Kettle only looks just now (--read-only), so nothing is written, prints neither: copy it instead, or start Kettle without it."}
	}
	if err := s.here(); err != nil {
		return "", err
	}
	file, ending, err := output.Written(sheet, form)
	if err != nil {
		return "", err
	}
	if err := ctx.Err(); err != nil {
		return "", err
	}
	return s.keepPrint(sheet.Name+"-*"+ending, file)
}

func (s *Store) keepPrint(name string, text []byte) (path string, err error) {
	if err := os.MkdirAll(s.prints(), 0o700); err != nil {
		return "", notPrinted(err)
	}
	folder, err := os.OpenRoot(filepath.Dir(s.o.Path)) // a link to somewhere else is not followed
	if err != nil {
		return "", notPrinted(err)
	}
	defer folder.Close()
	if err := folder.Chmod(printsFolder, 0o700); err != nil {
		return "", notPrinted(err)
	}
	f, err := os.CreateTemp(s.prints(), name)
	if err != nil {
		return "", notPrinted(err)
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err != nil {
		return "", errors.Join(notPrinted(err), os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// notPrinted gives an error of printing a sentence that says so.
func notPrinted(err error) error {
	var known Problem
	if err = said(err, ", so nothing was printed"); errors.As(err, &known) {
		return err
	}
	return Problem{"Nothing was printed, for a file could not be made in the folder prints beside the caseload: look what lies there, and try again.", err}
}

// ClearPrints empties the folder of prints, at the start. What another program still holds open goes
// at the next one.
func (s *Store) ClearPrints() {
	if info, err := os.Lstat(s.prints()); err != nil || !info.IsDir() || s.o.ReadOnly {
		return // none yet, or a link to somewhere else
	}
	entries, _ := os.ReadDir(s.prints())
	for _, e := range entries {
		if e.Type().IsRegular() {
			_ = os.Remove(filepath.Join(s.prints(), e.Name()))
		}
	}
}
