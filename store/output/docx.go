package output

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"kettle/model"
)

// A DOCX is a zip of a few XML files (ECMA-376). It is written here, because what a letter needs is
// small: paragraphs, a list and a table. The libraries that were looked at put a megabyte of foreign
// styles, a picture and somebody else's name into every letter.

// docxParts are the files that are the same in every document.
var docxParts = []struct{ name, text string }{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
	{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`},
	{"word/numbering.xml", `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>` +
		`<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`},
}

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// docxStyles are the letters and the space between lines, for letters of so many half points.
func docxStyles(halfPoints int) string {
	return fmt.Sprintf(`<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>`+
		`<w:sz w:val="%d"/><w:szCs w:val="%d"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`+
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`+
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="%d"/></w:rPr></w:style>`+
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:keepNext/><w:spacing w:before="160" w:after="40"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
		wordSpace, halfPoints, halfPoints, halfPoints*3/2)
}

// DOCX is a sheet for a word processor, to be pasted on the school's letterhead.
func DOCX(s model.Sheet) ([]byte, error) {
	halfPoints := 2 * letterPoints
	if s.Large {
		halfPoints = 2 * largePoints
	}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	parts := append(docxParts[:len(docxParts):len(docxParts)], []struct{ name, text string }{
		{"word/styles.xml", docxStyles(halfPoints)}, {"word/document.xml", docxBody(s)},
	}...)
	for _, part := range parts {
		w, err := z.Create(part.name)
		if err == nil {
			_, err = w.Write([]byte(xml.Header + part.text))
		}
		if err != nil {
			return nil, fmt.Errorf("making the DOCX: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("making the DOCX: %w", err)
	}
	return file.Bytes(), nil
}

// docx is the body of a document while it is written.
type docx struct{ strings.Builder }

func docxBody(s model.Sheet) string {
	d := &docx{}
	d.WriteString(`<w:document ` + wordSpace + `><w:body>`)
	d.paragraph(`<w:jc w:val="right"/>`, s.Date)
	d.paragraph(`<w:pStyle w:val="Title"/>`, s.Title)
	d.paragraph("", s.Under)
	for _, b := range s.Blocks {
		d.paragraph(`<w:pStyle w:val="Heading1"/>`, b.Heading)
		d.paragraph("", b.Text)
		for _, item := range b.Items {
			if b.Boxes {
				item = "☐ " + item
				d.paragraph(`<w:spacing w:after="40"/>`, item)
				continue
			}
			d.paragraph(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="40"/>`, item)
		}
		d.table(b.Rows)
	}
	// A4, with margins of 22 mm, in twentieths of a point.
	d.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return d.String()
}

// paragraph writes one with these properties, nothing for no text; a line break in it stays one.
func (d *docx) paragraph(properties, text string) {
	if text == "" {
		return
	}
	d.WriteString(`<w:p><w:pPr>` + properties + `</w:pPr>`)
	for i, line := range strings.Split(text, "\n") {
		d.WriteString(`<w:r>`)
		if i > 0 {
			d.WriteString(`<w:br/>`)
		}
		d.WriteString(`<w:t xml:space="preserve">`)
		_ = xml.EscapeText(&d.Builder, []byte(line)) // a Builder never fails
		d.WriteString(`</w:t></w:r>`)
	}
	d.WriteString(`</w:p>`)
}

// table writes rows without lines around them; a paragraph must stand behind it.
func (d *docx) table(rows [][]string) {
	if len(rows) == 0 {
		return
	}
	d.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>` + strings.Repeat(`<w:gridCol/>`, len(rows[0])) + `</w:tblGrid>`)
	for _, row := range rows {
		d.WriteString(`<w:tr>`)
		for _, cell := range row {
			d.WriteString(`<w:tc><w:tcPr/>`)
			d.paragraph(`<w:spacing w:after="40"/>`, cell+textIf(cell == "", " "))
			d.WriteString(`</w:tc>`)
		}
		d.WriteString(`</w:tr>`)
	}
	d.WriteString(`</w:tbl><w:p/>`)
}

func textIf(so bool, text string) string {
	if so {
		return text
	}
	return ""
}
