package output

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"kettle/model"
)

// Table writes rows as a CSV file that opens right in a spreadsheet: UTF-8 with its mark, CRLF, and no
// cell that a spreadsheet would run, or take for a number or a date (import.md section 4).
type Table struct {
	csv   *csv.Writer
	taken *regexp.Regexp
}

// byteOrderMark tells a spreadsheet that the file is UTF-8.
const byteOrderMark = "\uFEFF"

// NewTable begins a table with its headings.
func NewTable(w io.Writer, headings ...string) (*Table, error) {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return nil, err
	}
	t := &Table{csv: csv.NewWriter(w), taken: regexp.MustCompile(takenForOther)}
	t.csv.UseCRLF = true
	return t, t.csv.Write(headings)
}

// Add writes one row.
func (t *Table) Add(cells ...string) error {
	for i, cell := range cells {
		cells[i] = t.safe(cell)
	}
	return t.csv.Write(cells)
}

// Close writes what is still held.
func (t *Table) Close() error {
	t.csv.Flush()
	return t.csv.Error()
}

// takenForOther are texts that a spreadsheet takes for a number or a date: the classes 3-4, 10/11 and
// 1E2, a number with a zero before it, one too long to be kept whole.
const takenForOther = `(?i)^(\d{1,2}[-/.]\d{1,2}([-/.]\d{1,4})?|\d+(\.\d+)?e[-+]?\d+|0\d+|\d{12,}|true|false|\d{1,2}[- ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]?\d{1,4})$`

// longestTaken is longer than any such text but a number, which is long enough to be seen as a text.
const longestTaken = 20

// runs begin a cell that a spreadsheet evaluates; the wide ones are those of Chinese and Japanese keyboards.
const runs = "=+-@\t\r＝＋－＠"

// noBreak behind a text keeps it a text, and is not seen; Kettle's own import takes it off.
const noBreak = "\u00A0"

// safe is a cell as it may stand in a table. An apostrophe is put before what would run, which
// Kettle's own import takes off again.
func (t *Table) safe(cell string) string {
	starts := wouldRun(cell)
	cell, _ = model.Clean(strings.ToValidUTF8(cell, "?"))
	cell = strings.TrimSpace(cell)
	switch {
	case starts || wouldRun(cell):
		return "'" + cell
	case len(cell) <= longestTaken && t.taken.MatchString(cell):
		return cell + noBreak
	}
	return cell
}

// wouldRun reports whether a spreadsheet would evaluate the cell.
func wouldRun(cell string) bool {
	first, size := utf8.DecodeRuneInString(cell)
	return size > 0 && strings.ContainsRune(runs, first)
}

// day is a date as a spreadsheet takes it for one, whatever the country.
func day(d model.Date) string { return string(d) }

// number is a telephone's number, which a spreadsheet leaves alone: numbers of other countries with the
// 00 that is dialled here instead of the + that would run.
func number(n string) string {
	if rest, abroad := strings.CutPrefix(n, "+"); abroad {
		return "00 " + rest
	}
	return n
}

// numbers are telephones in one cell, as Kettle's own import reads them again.
func numbers(phones []model.Phone, of ...model.PhoneType) string {
	var all []string
	for _, p := range phones {
		for _, t := range of {
			if p.Type != t {
				continue
			}
			text := number(p.Number)
			if p.Ext != "" {
				text += " ext " + p.Ext
			}
			if p.Note != "" {
				text += " (" + p.Note + ")"
			}
			all = append(all, text)
		}
	}
	return strings.Join(all, "; ")
}
