package intake

import "slices"

// Head is the top of a file: the lines one of which holds the headings, and the first rows. From it is
// told what the columns would hold if another line held the headings, or if somebody said so of them.
type Head struct {
	Separator rune
	Row       int // the line with the headings, or the most likely one
	Own       int // the line that the headings alone tell, 0 for none
	records   []record
}

// headRows is how many rows below the last line that may hold headings are looked at.
const headRows = 40

// ReadHead reads the top of a file. A file in which no line is known for the headings has one all the same,
// where some line looks like it; the error is a *Refusal for one that could not be read whatever its columns
// are said to hold.
func ReadHead(data []byte, options Options) (*Head, error) {
	text, _, err := decode(data)
	if err != nil {
		return nil, err
	}
	text, given := takeSeparator(text)
	line, err := findHeadings(text, given, options)
	if refusal, ok := Refused(err); ok && refusal.Code == NoHeadings {
		if likely := likelyHeadings(text, given); likely != nil {
			line, err = likely, nil
		}
	}
	if err != nil {
		return nil, err
	}
	rows, err := readRows(text, line)
	if err != nil {
		return nil, err
	}
	h := &Head{Separator: rune(line.separator), Row: line.record.row}
	if own, err := findHeadings(text, line.separator, Options{}); err == nil {
		h.Own = own.record.row
	}
	h.records = topOf(text, line.separator)
	for _, r := range rows[:min(len(rows), headLines+headRows)] {
		if r.row > h.records[len(h.records)-1].row {
			h.records = append(h.records, r)
		}
	}
	return h, nil
}

// topOf are the lines among which the headings are looked for.
func topOf(text string, separator byte) []record {
	var top []record
	s := scan(text, separator)
	for {
		r, ok, err := s.next()
		if !ok || err != nil || r.row > headLines {
			return top
		}
		top = append(top, r)
	}
}

// likelyHeadings is the first line that is about as full as the fullest one, under the separator that
// fills the most cells; nil when nothing looks like a table.
func likelyHeadings(text string, given byte) *headingLine {
	var best *headingLine
	most := 0
	for _, separator := range separatorsOf(given) {
		top := topOf(text, separator)
		fullest, cells := 0, 0
		for _, r := range top {
			fullest, cells = max(fullest, r.filled()), cells+r.filled()
		}
		at := slices.IndexFunc(top, func(r record) bool { return r.filled()*4 >= fullest*3 })
		if fullest < 2 || at == len(top)-1 || cells <= most {
			continue
		}
		best, most = &headingLine{separator: separator, record: top[at]}, cells
	}
	return best
}

// Lines are the lines that may hold the headings, each with what stands in it.
func (h *Head) Lines() []HeadLine {
	var lines []HeadLine
	for i, r := range h.records {
		if r.row > headLines || i == len(h.records)-1 {
			break
		}
		line := HeadLine{Row: r.row}
		for _, cell := range r.cells {
			if cell = headingText(cell); cell != "" {
				line.Cells = append(line.Cells, cell)
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// HeadLine is a line that may hold the headings.
type HeadLine struct {
	Row   int
	Cells []string
}

// Columns are the columns of a file whose headings stand in that row, and the fingerprint of them, when it
// is said so of single ones. The relations are what headings such as "Mum" make of each contact.
func (h *Head) Columns(row int, said Said) (columns []Column, relations []string, layout string) {
	cells := h.heading(row).cells
	columns, blocks := sortColumns(cells, said)
	for _, b := range blocks {
		relations = append(relations, b.relation())
	}
	return columns, relations, layoutOf(cells)
}

func (h *Head) heading(row int) record {
	for _, r := range h.records {
		if r.row == row {
			return r
		}
	}
	return record{}
}

// mostSamples is how many values of a column are shown.
const mostSamples = 3

// Samples are the first values of a column below that row as they stand there, clean; none comes twice, nor
// does the heading where a file repeats it.
func (h *Head) Samples(row, column int) []string {
	var samples []string
	heading := ""
	if cells := h.heading(row).cells; column < len(cells) {
		heading = headingText(cells[column])
	}
	for _, r := range h.records {
		if r.row <= row || column >= len(r.cells) || len(samples) == mostSamples {
			continue
		}
		if text := headingText(r.cells[column]); text != "" && text != heading && !slices.Contains(samples, text) {
			samples = append(samples, text)
		}
	}
	return samples
}

// Named reports whether a column holds a pupil's name, without which no row is taken in.
func Named(columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return c.Block == 0 && len(nameParts(c.Field)) > 0 })
}

// Twice is the first other column that holds the same of the same person as this one, where one can be
// kept only; -1 for none. Of such columns the first that is filled counts in each row.
func Twice(columns []Column, at int) int {
	c := columns[at]
	if c.Field == "" || repeats(c.Field) {
		return -1
	}
	return slices.IndexFunc(columns, func(o Column) bool { return o.Index != c.Index && o.Target == c.Target })
}
