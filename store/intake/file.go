package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
)

// Options are what somebody has said about files.
type Options struct {
	Said map[string]Said // of the columns of a layout, by its fingerprint
}

// File is a file that could be read: how it is written, what its columns hold, and its rows.
type File struct {
	Name        string
	Size        int
	Fingerprint string // SHA-256 of the bytes
	Encoding    string
	Separator   rune
	HeadingRow  int
	Layout      string // fingerprint of the headings, by which what is said of the columns may be remembered
	Columns     []Column

	blocks  []*block
	heading record
	records []record // below the headings, those with text
}

// Read finds encoding, separator, headings and rows of a file (sections 2 and 3). The error is a
// *Refusal: such a file is not imported at all.
func Read(name string, data []byte, options Options) (*File, error) {
	text, encoding, err := decode(data)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	f := &File{Name: name, Size: len(data), Fingerprint: hex.EncodeToString(sum[:]), Encoding: encoding}
	text, given := takeSeparator(text)
	found, err := findHeadings(text, given, options)
	if err != nil {
		return nil, err
	}
	f.Separator, f.HeadingRow, f.heading = rune(found.separator), found.record.row, found.record
	f.Columns, f.blocks = sortColumns(found.record.cells, found.said)
	f.Layout = layoutOf(found.record.cells)
	if f.records, err = readRows(text, found); err != nil {
		return nil, err
	}
	return f, nil
}

// headLines is how many lines are looked at for the headings.
const headLines = 20

// takeSeparator takes a first line "sep=;" off, which spreadsheets hide and do not count.
func takeSeparator(text string) (rest string, separator byte) {
	end := strings.IndexAny(text, "\r\n")
	if end < 5 {
		return text, 0
	}
	line, rest := strings.Trim(text[:end], `"`), strings.TrimPrefix(text[end:], "\r")
	if rest == text[end:] || strings.HasPrefix(rest, "\n") {
		rest = rest[1:]
	}
	if len(line) < 5 || !strings.EqualFold(line[:4], "sep=") || strings.Trim(line[5:], line[4:5]) != "" {
		return text, 0
	}
	return rest, line[4]
}

// headingLine is the best line for headings that one separator gives.
type headingLine struct {
	separator byte
	record    record
	known     int
	named     bool // one of them is a pupil's name
	said      Said // what somebody said of just these headings; nil for nothing
}

// better prefers a line of which somebody said what its columns hold, then one with a pupil's name, then
// the one with more known headings.
func (h *headingLine) better(than *headingLine) bool {
	if h.isSaid() != than.isSaid() {
		return h.isSaid()
	}
	if h.named != than.named {
		return h.named
	}
	return h.known > than.known
}

func (h *headingLine) isSaid() bool { return h.said != nil && h.named }

// findHeadings tries the separators, unless the file says which it is, and takes the line with the
// most known headings. If none will do, a separator that could not be read at all says why.
func findHeadings(text string, given byte, options Options) (*headingLine, error) {
	best := &headingLine{}
	var trouble error
	for _, separator := range separatorsOf(given) {
		line, err := bestLine(text, separator, options)
		if line.better(best) {
			best = line
		}
		if trouble == nil {
			trouble = err
		}
	}
	switch {
	case best.isSaid(), best.known >= 3 && best.named:
		return best, nil
	case trouble != nil:
		return nil, trouble
	}
	return nil, refuse(NoHeadings, "No line among the first %d has three known headings with a pupil's name among them. "+
		"Put a heading line such as “Forename, Surname, Year” above the rows.", headLines)
}

func separatorsOf(given byte) []byte {
	if given != 0 {
		return []byte{given}
	}
	return []byte{',', ';', '\t', '|'}
}

func bestLine(text string, separator byte, options Options) (*headingLine, error) {
	best := &headingLine{}
	s := scan(text, separator)
	for {
		r, ok, err := s.next()
		if !ok || r.row > headLines {
			return best, err
		}
		line := &headingLine{separator: separator, record: r}
		line.count(options)
		if line.better(best) {
			best = line
		}
	}
}

func (h *headingLine) count(options Options) {
	if len(options.Said) > 0 {
		h.said = options.Said[layoutOf(h.record.cells)]
	}
	columns, _ := sortColumns(h.record.cells, h.said)
	for _, c := range columns {
		if c.Field != "" {
			h.known++
		}
	}
	h.named = Named(columns)
}

// readRows reads the records below the headings.
func readRows(text string, heading *headingLine) ([]record, error) {
	var rows []record
	s := scan(text, heading.separator)
	for {
		r, ok, err := s.next()
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		if r.row <= heading.record.row {
			continue
		}
		if len(rows) == maxRows {
			return nil, refuse(TooManyRows, "The file has more than %d rows. Export one year group at a time.", maxRows)
		}
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		return nil, refuse(NoRows, "There are headings in row %d and nothing below them. Export the file again with its rows.", heading.record.row)
	}
	return rows, nil
}

// Refused is the refusal in an error of Read, for the report.
func Refused(err error) (*Refusal, bool) {
	var refusal *Refusal
	ok := errors.As(err, &refusal)
	return refusal, ok
}
