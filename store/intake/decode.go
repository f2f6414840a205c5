package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Limits of what is read (section 2). A cell is cut, anything else refused.
const (
	maxBytes     = 20 << 20
	maxRows      = 20_000
	maxColumns   = 400
	maxCell      = 10_000 // characters
	maxCellLines = 50
)

// MostContacts is how many contacts side by side in one row are read.
const MostContacts = 20

// signatures are the beginnings of files that are no text, with what to say about them.
var signatures = []struct{ start, kind string }{
	{"PK\x03\x04", "a spreadsheet or another packed file"},
	{"PK\x05\x06", "an empty packed file"},
	{"PK\x07\x08", "a packed file"},
	{"\xD0\xCF\x11\xE0", "an old spreadsheet or document"},
	{"%PDF", "a PDF"},
	{"{\\rtf", "a word-processor document"},
	{"\x89PNG", "a picture"},
	{"\xFF\xD8\xFF", "a picture"},
	{"GIF8", "a picture"},
	{"\x1F\x8B", "a packed file"},
	{"SQLite format 3\x00", "a database"},
}

// decode gives the text of a file and the name of its encoding: by its byte-order mark, else UTF-8 if
// it is valid, else Windows-1252; many NULs without a mark are UTF-16.
func decode(data []byte) (text, name string, err error) {
	if err := refuseBinary(data); err != nil {
		return "", "", err
	}
	name, coding := encodingOf(data)
	if coding == nil {
		text = strings.TrimPrefix(string(data), "\uFEFF")
	} else {
		if strings.HasPrefix(name, "UTF-16") {
			data = data[:len(data)&^1] // half a character at the end is none
		}
		decoded, err := coding.NewDecoder().Bytes(data)
		if err != nil {
			return "", "", refuse(FileNotText, "The file cannot be read as %s. Save it again as CSV (UTF-8).", name)
		}
		text = string(decoded)
	}
	if strings.TrimSpace(text) == "" {
		return "", "", refuse(FileEmpty, "The file is empty. Export it again from the office's system.")
	}
	if !looksLikeText(text) {
		return "", "", refuse(FileNotText, "The file is not text. Open it in a spreadsheet and save it as CSV.")
	}
	return text, name, nil
}

func refuseBinary(data []byte) error {
	if len(data) == 0 {
		return refuse(FileEmpty, "The file is empty. Export it again from the office's system.")
	}
	if len(data) > maxBytes {
		return refuse(FileTooBig, "The file has %d MB, more than the 20 that are read. Export fewer columns or one year group.", (len(data)+1<<20-1)>>20)
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.start)) {
			return refuse(FileNotText, "This is %s, not a CSV file: open it in a spreadsheet and save it as CSV.", s.kind)
		}
	}
	return nil
}

func encodingOf(data []byte) (string, encoding.Encoding) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return "UTF-8", unicode.UTF8BOM
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return "UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return "UTF-16 (big-endian)", unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	case manyNULs(data):
		return "UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case utf8.Valid(data):
		return "UTF-8", nil
	}
	return "Windows-1252", charmap.Windows1252
}

// manyNULs reports whether every second byte of the beginning is mostly NUL, as in UTF-16 without a
// mark.
func manyNULs(data []byte) bool {
	head := data[:min(len(data), 4096)]
	nuls := 0
	for i := 1; i < len(head); i += 2 {
		if head[i] == 0 {
			nuls++
		}
	}
	return nuls*4 > len(head)
}

// looksLikeText reports whether hardly any of the beginning is control characters. A few are cleaned
// away cell by cell.
func looksLikeText(text string) bool {
	head := text[:min(len(text), 8192)]
	controls := 0
	for i := 0; i < len(head); i++ {
		if b := head[i]; b < ' ' && b != '\t' && b != '\r' && b != '\n' && b != 0x1B {
			controls++
		}
	}
	return controls*20 <= len(head)
}
