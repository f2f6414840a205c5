package intake

import (
	"strings"
	"unicode"

	"kettle/model"
)

// blankWords are what people write where there is nothing; the second group is a blank in every
// column but a name (section 4).
var (
	blankWords        = wordSet("n/a", "-", "--", "–", "—", "?", "tbc", "unknown", "not known")
	blankOutsideNames = wordSet("none", "null", "nil", "na")
)

func wordSet(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// text is the cell of a column, clean: without what a terminal would obey, unwrapped, blanks blank.
// Line breaks stay only in an address and between telephone numbers.
func (p *parser) text(c Column) string {
	p.formula = false
	if c.Index >= len(p.current.cells) || p.current.cells[c.Index] == "" {
		return ""
	}
	clean := p.clean(c, p.current.cells[c.Index])
	if isBlank(clean, c.Field) {
		return ""
	}
	if isFormula(clean) && mayNotBeFormula(c.Field) {
		p.warn(p.current.row, Formula, "%s: %s looks like a formula and is left blank.", c.Heading, quoted(clean))
		p.formula = true
		return ""
	}
	return clean
}

// clean cuts a cell that is too long, and takes out of it what a terminal would obey.
func (p *parser) clean(c Column, raw string) string {
	if short := cut(raw, maxCell); short != raw {
		p.warn(p.current.row, CellTooLong, "%s: the cell has more than %d characters; the rest is left out.", c.Heading, maxCell)
		raw = short
	}
	clean, changed := model.Clean(raw)
	clean = unguarded(unwrap(spaced(clean, hasLines(c.Field))))
	if changed {
		p.warn(p.current.row, ControlCharacters, "%s: control characters were taken out of %s.", c.Heading, quoted(clean))
	}
	return clean
}

// spaced turns every kind of space into one blank. Line breaks stay when lines is set.
func spaced(s string, lines bool) string {
	if !lines || !strings.Contains(s, "\n") {
		return joinFields(s)
	}
	parts := strings.Split(s, "\n")
	for i, part := range parts {
		parts[i] = joinFields(part)
	}
	return strings.Trim(strings.Join(parts, "\n"), "\n")
}

func joinFields(s string) string {
	odd := func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }
	if strings.IndexFunc(s, odd) < 0 && !strings.Contains(s, "  ") {
		return strings.Trim(s, " ")
	}
	return strings.Join(strings.Fields(s), " ")
}

// unwrap takes the text out of ="...", and the apostrophe off before a number or a sign, by which exports
// keep a spreadsheet from touching it.
func unwrap(s string) string {
	if inner, ok := strings.CutPrefix(s, `="`); ok && strings.HasSuffix(inner, `"`) {
		return strings.TrimSpace(strings.ReplaceAll(inner[:len(inner)-1], `""`, `"`))
	}
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte("=+-@0123456789", s[1]) >= 0 {
		return s[1:]
	}
	return s
}

// unguarded takes off the apostrophe that an export puts before what a spreadsheet would run.
func unguarded(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.IndexAny(s[1:], "=+-@＝＋－＠") == 0 {
		return s[1:]
	}
	return s
}

func isBlank(s string, f Field) bool {
	if len(s) > len("not known")+2 {
		return false
	}
	lower := strings.ToLower(s)
	return s == "" || blankWords[lower] || blankOutsideNames[lower] && !isName(f)
}

// isFormula reports whether a spreadsheet might evaluate s. A telephone number may begin with +.
func isFormula(s string) bool {
	switch s[0] {
	case '=', '@':
		return true
	case '+', '-':
		for _, r := range s[1:] {
			return unicode.IsLetter(r) || strings.ContainsRune(`("'[{`, r)
		}
	}
	return false
}
