package intake

import (
	"strings"

	"kettle/model"
)

// record is one line of the file as a spreadsheet counts them: a line break inside quotes does not
// end it. Blank lines are counted and not kept.
type record struct {
	row   int // from 1, as a spreadsheet shows it
	cells []string
	width int // cells as written, trailing blank ones included, which cells leaves out
	text  bool
}

// filled counts the cells with text.
func (r record) filled() int {
	n := 0
	for _, cell := range r.cells {
		if hasText(cell) {
			n++
		}
	}
	return n
}

// hasText reports whether anything of a cell can be seen.
func hasText(cell string) bool {
	cell = strings.TrimSpace(cell)
	if cell == "" || cell[0] > ' ' && cell[0] < 0x7F && cell[0] != '=' {
		return cell != ""
	}
	clean, _ := model.Clean(cell)
	return unwrap(joinFields(clean)) != ""
}

// scanner reads records one after another.
type scanner struct {
	text      string
	separator byte
	row       int
	width     int // cells of the last record, which the next one likely has
	// carriage says that lines end with a carriage return alone, as no line feed is in the file.
	carriage bool
}

func scan(text string, separator byte) *scanner {
	return &scanner{text: text, separator: separator, carriage: !strings.Contains(text, "\n")}
}

// next is the next record with text in it; ok is false at the end. An error is a refusal.
func (s *scanner) next() (r record, ok bool, err error) {
	for s.text != "" {
		r, err = s.record()
		if err != nil {
			return r, false, err
		}
		if r.text {
			return r, true, nil
		}
	}
	return r, false, nil
}

func (s *scanner) record() (record, error) {
	s.row++
	r := record{row: s.row, cells: make([]string, 0, s.width)}
	defer func() { s.width = len(r.cells) }()
	for {
		cell, last, err := s.cell()
		if err != nil {
			return r, err
		}
		r.width++
		if strings.TrimSpace(cell) != "" {
			if r.width > maxColumns {
				return r, refuse(TooManyColumns, "Row %d has more than %d columns. Export fewer, or check the separator.", s.row, maxColumns)
			}
			for len(r.cells) < r.width-1 {
				r.cells = append(r.cells, "")
			}
			r.cells = append(r.cells, cell)
			r.text = r.text || hasText(cell)
		}
		if last {
			return r, nil
		}
	}
}

// cell takes one cell and what ends it off the text; last says that the line ends with it.
func (s *scanner) cell() (cell string, last bool, err error) {
	if strings.HasPrefix(s.text, `"`) {
		cell, err = s.quoted()
		if err != nil {
			return "", true, err
		}
	}
	end := s.end()
	cell += s.text[:end]
	if end == len(s.text) {
		s.text = ""
		return cell, true, nil
	}
	last = s.text[end] != s.separator
	s.text = s.text[end+1:]
	if last && !s.carriage {
		cell = strings.TrimSuffix(cell, "\r")
	}
	return cell, last, nil
}

// end is where an unquoted cell, or what is left after a closing quote, ends.
func (s *scanner) end() int {
	for i := 0; i < len(s.text); i++ {
		if b := s.text[i]; b == s.separator || b == '\n' || b == '\r' && s.carriage {
			return i
		}
	}
	return len(s.text)
}

// quoted takes a quoted cell off the text. Two quotes inside are one.
func (s *scanner) quoted() (string, error) {
	var b strings.Builder
	rest := s.text[1:]
	lines := 1
	for {
		at := strings.IndexByte(rest, '"')
		if at < 0 {
			return "", s.unclosed()
		}
		if lines += strings.Count(rest[:at], s.lineEnd()); lines > maxCellLines {
			return "", s.unclosed()
		}
		b.WriteString(rest[:at])
		rest = rest[at+1:]
		if !strings.HasPrefix(rest, `"`) {
			s.text = rest
			return b.String(), nil
		}
		b.WriteByte('"')
		rest = rest[1:]
	}
}

func (s *scanner) lineEnd() string {
	if s.carriage {
		return "\r"
	}
	return "\n"
}

func (s *scanner) unclosed() error {
	return refuse(QuoteUnclosed, "A quotation mark in row %d is never closed, so that rows run into each other. Save the file again as CSV.", s.row)
}

// cut shortens s to so many characters.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n == most {
			return s[:i]
		}
		n++
	}
	return s
}
