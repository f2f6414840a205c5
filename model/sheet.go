package model

import (
	"strings"
	"unicode/utf8"
)

// Sheet is what goes on paper, on a page of the screen or into a file: blocks one under another, drawn
// alike by whoever draws them.
type Sheet struct {
	Name    string // of the file, without anybody's name in it: "letter", "brief"
	Title   string // on top, "" for a letter
	Under   string // a line under the title
	Date    string // of a letter
	Blocks  []Block
	OnePage bool // stays on one A4 page
	Large   bool // large print: letters of 16 points
}

// Block is a heading and what stands under it; each part may be missing.
type Block struct {
	Heading string
	Text    string // its lines stay lines
	Items   []string
	Boxes   bool       // the items are ticked by hand, on paper
	Rows    [][]string // a table: the last column takes the room that is left
}

// PrintForm is what kind of file a sheet becomes.
type PrintForm string

// The forms.
const (
	AsPDF  PrintForm = "PDF"
	AsDOCX PrintForm = "DOCX"
	AsText PrintForm = "text"
)

// Valid reports whether f is a known form.
func (f PrintForm) Valid() bool { return f == AsPDF || f == AsDOCX || f == AsText }

// bullet begins a line of a list in the text of a letter.
const bullet = "- "

// LetterSheet is the text of a letter as a sheet: paragraphs lie between empty lines, and lines that
// begin with a hyphen are a list.
func LetterSheet(body string, on Date) Sheet {
	s := Sheet{Name: "letter", Date: strings.TrimSpace(on.Letter() + " " + on.format("2006"))}
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(body, "\r\n", "\n"), "\n\n") {
		var lines []string
		var b Block
		for line := range strings.SplitSeq(paragraph, "\n") {
			item, isItem := strings.CutPrefix(strings.TrimSpace(line), bullet)
			switch {
			case isItem:
				b.Items = append(b.Items, item)
			case len(b.Items) > 0 && strings.TrimSpace(line) != "": // text behind a list stands under it
				s.add(b, lines)
				b, lines = Block{}, []string{strings.TrimSpace(line)}
			case strings.TrimSpace(line) != "":
				lines = append(lines, strings.TrimSpace(line))
			}
		}
		s.add(b, lines)
	}
	return s
}

func (s *Sheet) add(b Block, lines []string) {
	b.Text = strings.Join(lines, "\n")
	if b.Text != "" || len(b.Items) > 0 {
		s.Blocks = append(s.Blocks, b)
	}
}

// Text is the sheet as plain text, without breaking lines.
func (s Sheet) Text() string {
	var parts []string
	if head := strings.Join(nonEmpty(s.Title, s.Under), "\n"); head != "" {
		parts = append(parts, head)
	}
	for _, b := range s.Blocks {
		parts = append(parts, b.plain())
	}
	return strings.Join(nonEmpty(parts...), "\n\n")
}

func (b Block) plain() string {
	lines := nonEmpty(b.Heading, b.Text)
	mark := bullet
	if b.Boxes {
		mark = "[ ] "
	}
	for _, item := range b.Items {
		lines = append(lines, mark+item)
	}
	widths := b.columns()
	for _, row := range b.Rows {
		line := ""
		for i, cell := range row {
			if i < len(row)-1 {
				cell += strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2)
			}
			line += cell
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return strings.Join(lines, "\n")
}

// columns are the widths of a table's columns, in characters.
func (b Block) columns() []int {
	var widths []int
	for _, row := range b.Rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	return widths
}

// Map is the sheet with each of its texts as f makes it.
func (s Sheet) Map(f func(text string) string) Sheet {
	s.Title, s.Under, s.Date = f(s.Title), f(s.Under), f(s.Date)
	blocks := make([]Block, len(s.Blocks))
	for i, b := range s.Blocks {
		b.Heading, b.Text, b.Items = f(b.Heading), f(b.Text), mapped(b.Items, f)
		rows := make([][]string, len(b.Rows))
		for at, row := range b.Rows {
			rows[at] = mapped(row, f)
		}
		b.Rows, blocks[i] = rows, b
	}
	s.Blocks = blocks
	return s
}

func mapped(texts []string, f func(string) string) []string {
	all := make([]string, len(texts))
	for i, t := range texts {
		all[i] = f(t)
	}
	return all
}

// Everything is all text of the sheet, for looking through it.
func (s Sheet) Everything() string { return s.Text() + s.Date }
