package output

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/text/unicode/norm"

	"kettle/model"
)

// Sizes on paper: letters in points, the rest in millimetres.
const (
	letterPoints = 12 // clear print
	largePoints  = 16 // large print
	briefPoints  = 11 // and down to briefLeast, so that a brief stays on one page
	briefLeast   = 7
	lineHeight   = 0.50 // of a line, in millimetres a point
	largeHeight  = 0.53
	pageWidth    = 210.0
	pageHeight   = 297.0
	letterSide   = 22.0
	briefSide    = 17.0
	letterTop    = 38.0 // room for the school's letterhead
	briefTop     = 15.0
	foot         = 18.0
	headingWide  = 41.0 // the column in which headings stand
	cellApart    = 3.0
	bulletWide   = 0.5 // a list's mark, in millimetres a point
)

const font = "sans"

// PDF is a sheet on A4 pages. Characters that its letters lack are an UnwritableError.
func PDF(s model.Sheet) ([]byte, error) {
	s = s.Map(norm.NFC.String) // an accent typed by itself becomes one letter with the one before
	if missing := unwritable(s.Everything()); len(missing) > 0 {
		return nil, UnwritableError{missing}
	}
	points := map[bool]float64{false: letterPoints, true: largePoints}[s.Large]
	if s.OnePage {
		return onePagePDF(s)
	}
	p, err := drawPDF(s, points, false)
	if err == nil && p.PageCount() > 1 {
		p, err = drawPDF(s, points, true)
	}
	return bytesOf(p, err)
}

// onePagePDF makes the letters a little smaller until everything stands on one page.
func onePagePDF(s model.Sheet) ([]byte, error) {
	for points := float64(briefPoints); ; points -= 0.5 {
		p, err := drawPDF(s, points, false)
		if err != nil || p.PageCount() <= 1 || points <= briefLeast {
			return bytesOf(p, err)
		}
	}
}

func bytesOf(p *fpdf.Fpdf, err error) ([]byte, error) {
	var b bytes.Buffer
	if err == nil {
		err = p.Output(&b)
	}
	if err != nil {
		return nil, fmt.Errorf("making the PDF: %w", err)
	}
	return b.Bytes(), nil
}

// pdf is a sheet while it is being drawn.
type pdf struct {
	*fpdf.Fpdf
	points, line float64
	side, left   float64 // the margins, and where a block begins
}

func drawPDF(s model.Sheet, points float64, numbered bool) (*fpdf.Fpdf, error) {
	p := &pdf{Fpdf: fpdf.New("P", "mm", "A4", ""), points: points, line: points * lineHeight, side: letterSide}
	if s.OnePage {
		p.side = briefSide
	}
	if s.Large {
		p.line = points * largeHeight
	}
	p.begin(s, numbered)
	p.head(s)
	for _, b := range s.Blocks {
		p.block(b)
	}
	return p.Fpdf, p.Error()
}

// begin sets the page up. Its times are those of no day, so that the same sheet is the same file.
func (p *pdf) begin(s model.Sheet, numbered bool) {
	p.AddUTF8FontFromBytes(font, "", liberationsansregular.TTF)
	p.AddUTF8FontFromBytes(font, "B", liberationsansbold.TTF)
	p.SetCreationDate(time.Unix(0, 0).UTC())
	p.SetModificationDate(time.Unix(0, 0).UTC())
	p.SetCatalogSort(true)
	p.SetProducer("Kettle", true)
	p.SetTitle(s.Name, true)
	p.SetLang("en-GB")
	top := letterTop
	if s.OnePage {
		top = briefTop
	}
	p.SetMargins(p.side, top, p.side)
	p.SetCellMargin(0)
	p.SetAutoPageBreak(true, foot)
	if numbered {
		p.AliasNbPages("")
		p.SetFooterFunc(func() {
			p.SetY(-foot + 4)
			p.SetFont(font, "", min(p.points, letterPoints))
			p.CellFormat(0, 6, fmt.Sprintf("Page %d of {nb}", p.PageNo()), "", 0, "C", false, 0, "")
		})
	}
	p.AddPage()
}

func (p *pdf) head(s model.Sheet) {
	if s.Date != "" {
		p.SetFont(font, "", p.points)
		p.CellFormat(0, p.line, s.Date, "", 1, "R", false, 0, "")
		p.Ln(p.line)
	}
	if s.Title != "" {
		p.SetFont(font, "B", p.points*1.6)
		p.MultiCell(0, p.line*1.6, s.Title, "", "L", false)
	}
	if s.Under != "" {
		p.SetFont(font, "", p.points)
		p.MultiCell(0, p.line*1.2, s.Under, "", "L", false)
		p.SetDrawColor(150, 150, 150)
		p.Line(p.side, p.GetY()+1, pageWidth-p.side, p.GetY()+1)
		p.Ln(p.line * 0.7)
	}
}

// block draws a heading in its own column, and beside it what belongs to it; without a heading the
// whole width is taken.
func (p *pdf) block(b model.Block) {
	p.left = p.side
	page, below := p.PageNo(), 0.0
	if b.Heading != "" {
		p.SetFont(font, "B", p.points)
		height := p.line * float64(len(p.SplitText(b.Heading, headingWide-cellApart)))
		if p.GetY()+height > pageHeight-foot { // a heading stays beside its first line
			p.AddPage()
		}
		page = p.PageNo()
		y := p.GetY()
		p.MultiCell(headingWide-cellApart, p.line, b.Heading, "", "L", false)
		below = p.GetY()
		p.SetY(y)
		p.left += headingWide
	}
	p.SetFont(font, "", p.points)
	if b.Text != "" {
		p.paragraph(p.left, b.Text)
	}
	for _, item := range b.Items {
		p.item(item, b.Boxes)
	}
	widths := p.columns(b.Rows)
	for _, row := range b.Rows {
		p.row(row, widths)
	}
	if p.PageNo() == page && p.GetY() < below {
		p.SetY(below)
	}
	apart := 0.8
	if b.Heading != "" {
		apart = 0.45
	}
	p.Ln(p.line * apart)
}

// paragraph draws text from x to the right margin.
func (p *pdf) paragraph(x float64, text string) {
	p.SetLeftMargin(x)
	p.SetX(x)
	p.MultiCell(0, p.line, text, "", "L", false)
	p.SetLeftMargin(p.side)
}

// item draws one line of a list with its mark, which is drawn and not written.
func (p *pdf) item(text string, box bool) {
	if p.GetY()+p.line > pageHeight-foot {
		p.AddPage()
	}
	middle, wide := p.GetY()+p.line/2, p.points*bulletWide
	p.SetDrawColor(60, 60, 60)
	if box {
		size := p.points * 0.24
		p.Rect(p.left, middle-size/2, size, size, "D")
	} else {
		p.SetFillColor(60, 60, 60)
		p.Circle(p.left+wide/4, middle, p.points*0.05, "F")
	}
	p.paragraph(p.left+wide, text)
}

// columns are the widths of a table's columns: as wide as their texts, the last as wide as what is
// left.
func (p *pdf) columns(rows [][]string) []float64 {
	var widths []float64
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], p.GetStringWidth(cell)+cellApart)
		}
	}
	rest := pageWidth - p.side - p.left
	for i := range widths {
		if i == len(widths)-1 {
			widths[i] = rest
		}
		widths[i] = math.Min(widths[i], rest*0.6)
		rest -= widths[i]
	}
	if n := len(widths); n > 0 {
		widths[n-1] += rest
	}
	return widths
}

// row draws one row of a table; a cell that is too long goes on below.
func (p *pdf) row(row []string, widths []float64) {
	cells := make([][]string, len(row))
	lines := 1
	for i, cell := range row {
		cells[i] = p.SplitText(cell, widths[i]-0.5)
		lines = max(lines, len(cells[i]))
	}
	if p.GetY()+p.line*float64(lines) > pageHeight-foot {
		p.AddPage()
	}
	x, y := p.left, p.GetY()
	for i, cell := range cells {
		for n, line := range cell {
			p.SetXY(x, y+float64(n)*p.line)
			p.CellFormat(widths[i], p.line, strings.TrimSpace(line), "", 0, "L", false, 0, "")
		}
		x += widths[i]
	}
	p.SetXY(p.side, y+p.line*float64(lines))
}
