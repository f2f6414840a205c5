package output

import (
	"encoding/json"
	"fmt"
	"io"

	"kettle/model/view"
)

// WriteExport writes the caseload as one JSON object (import.md section 9), indented for a person.
func WriteExport(w io.Writer, e view.Export) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(e); err != nil {
		return fmt.Errorf("writing the export: %w", err)
	}
	return nil
}
