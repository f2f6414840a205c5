package output

import (
	"fmt"
	"strings"

	"kettle/model"
)

// Written is a sheet as a file of a form, and how the name of such a file ends.
func Written(s model.Sheet, form model.PrintForm) (file []byte, ending string, err error) {
	switch form {
	case model.AsPDF:
		file, err = PDF(s)
		return file, ".pdf", err
	case model.AsDOCX:
		file, err = DOCX(s)
		return file, ".docx", err
	case model.AsText:
		return []byte(SheetText(s)), ".txt", nil
	}
	return nil, "", fmt.Errorf("no such form: %q", form)
}

// SheetText is a sheet as a text file, its lines as the sheet has them.
func SheetText(s model.Sheet) string {
	return strings.TrimLeft(s.Date+"\n\n", "\n") + s.Text() + "\n"
}
