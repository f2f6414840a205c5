package intake

import (
	"slices"
	"strings"

	"kettle/model"
)

// Column is one column of the file and what is taken from it.
type Column struct {
	Index   int // from 0
	Heading string
	Target
	Own  Target // what the headings alone say
	Said bool   // somebody said otherwise
}

// block is a person of a row: the pupil, or a contact.
type block struct {
	owner owner
	has   map[Field]string // the heading of each field, normalised
	lines map[string]bool  // the headings of address lines, each of which comes once
	// counted says that the block is one of several alike, whose place among them is its priority.
	counted bool
	place   int
}

// relation is the relationship that a block's own heading gives, in the office's words.
func (b *block) relation() string {
	switch b.owner.word {
	case "mother":
		return "Mum"
	case "father":
		return "Dad"
	}
	return ""
}

// sorter deals out the columns of one heading line to the pupil and the contacts (section 3).
type sorter struct {
	blocks []*block // the pupil first
	at     int      // the block in hand
	// named are the parts of the pupil's name that some column holds, taken are the fields that a
	// heading gives to the pupil in so many words.
	named, taken map[Field]bool
	// numbered are the contacts that headings number: "Contact name 2".
	numbered map[owner]bool
	// emergency says that headings such as "Emergency contact phone" give that contact a block.
	emergency bool
}

// sortColumns deals out the headings; what somebody said of single columns then stands in place of it.
func sortColumns(texts []string, said Said) ([]Column, []*block) {
	s := sorter{named: map[Field]bool{}, taken: map[Field]bool{}, numbered: map[owner]bool{}}
	s.start(owner{})
	columns := make([]Column, len(texts))
	meanings := make([]meaning, len(texts))
	for i, text := range texts {
		columns[i] = Column{Index: i, Heading: headingText(text)}
		meanings[i] = understand(text)
		s.look(meanings[i])
	}
	for i, m := range meanings {
		if m = s.inBlock(s.counted(m)); m.field != "" {
			columns[i].Own = Target{m.field, s.place(m)}
		}
	}
	for i, c := range fewContacts(columns) {
		columns[i].Target = c.Own
	}
	s.say(columns, said)
	s.countBlocks()
	return columns, s.blocks
}

// fewContacts leaves columns of more contacts than anybody has unknown, so that a file of nothing but
// contacts does not fill the memory.
func fewContacts(columns []Column) []Column {
	for i := range columns {
		if columns[i].Own.Block > MostContacts {
			columns[i].Own = Target{}
		}
	}
	return columns
}

func headingText(text string) string {
	text, _ = model.Clean(cut(text, 500))
	return cut(strings.Join(strings.Fields(text), " "), 100)
}

// look notes what must be known before the first column is dealt out.
func (s *sorter) look(m meaning) {
	if m.owner.pupil {
		s.taken[m.field] = true
	}
	if m.owner.pupil || !m.owner.said() && (m.field == LegalSurname || m.field == LegalForename) {
		s.nameParts(m.field)
	}
	s.numbered[m.owner] = m.owner.number > 0
	s.emergency = s.emergency || m.owner.word == "emergency contact" && m.text != ""
}

func (s *sorter) nameParts(f Field) {
	for _, part := range nameParts(f) {
		s.named[part] = true
	}
}

// counted reads the number of "Contact phone 2" as the contact's where other headings number contacts so.
func (s *sorter) counted(m meaning) meaning {
	if of := (owner{word: m.owner.word, number: m.count}); m.count > 0 && s.numbered[of] {
		m.owner = of
	}
	return m
}

// inBlock reads "Emergency contact" inside a block as its priority, as Arbor means it; inside the block that
// such a heading began, it is the next one's.
func (s *sorter) inBlock(m meaning) meaning {
	alone := m.owner == owner{word: "emergency contact"} && m.text == ""
	if alone && s.at > 0 && !s.emergency && s.blocks[s.at].owner != m.owner {
		return meaning{field: Priority, text: "emergency contact"}
	}
	return m
}

// place finds the block of a heading and notes that it has the field now.
func (s *sorter) place(m meaning) int {
	at := 0
	switch {
	case m.field == NotImported:
		return 0
	case m.owner.pupil:
		s.at = 0
	case m.owner.said():
		at = s.owned(m)
		s.at = at
	case pupilsOwn(m.field), s.at > 0 && s.missing(m.field):
	default:
		at = s.unowned(m)
		s.at = at
	}
	s.note(at, m)
	return at
}

func (s *sorter) note(at int, m meaning) {
	s.blocks[at].has[m.field] = m.text
	if m.field == AddressLine {
		s.blocks[at].lines[m.text] = true
	}
	if at == 0 {
		s.nameParts(m.field)
	}
}

// missing reports whether f is a part of the pupil's name that no column has given yet.
func (s *sorter) missing(f Field) bool {
	parts := nameParts(f)
	for _, part := range parts {
		if s.named[part] {
			return false
		}
	}
	return len(parts) > 0
}

// again reports whether the block has the field already, so that the column is another person's.
func (b *block) again(m meaning) bool {
	if m.field == AddressLine {
		return b.lines[m.text]
	}
	text, has := b.has[m.field]
	return has && text == m.text && !repeats(m.field)
}

// owned is the block of an owner that the heading names: its own block, the block in hand if nobody
// has claimed it yet, else a new one.
func (s *sorter) owned(m meaning) int {
	for at := len(s.blocks) - 1; at > 0; at-- {
		if b := s.blocks[at]; b.owner == m.owner && !b.again(m) {
			return at
		}
	}
	if b := s.blocks[s.at]; s.at > 0 && !b.owner.said() && !b.again(m) && m.owner.number == 0 {
		b.owner = m.owner
		return s.at
	}
	return s.start(m.owner)
}

// unowned is the block for a heading without an owner: the block in hand, or the next one when the
// field comes again or cannot be the pupil's.
func (s *sorter) unowned(m meaning) int {
	if s.at > 0 && !s.blocks[s.at].again(m) {
		return s.at
	}
	last := len(s.blocks) - 1
	if s.at == 0 && !contactsOwn(m.field) && !s.taken[m.field] && !s.blocks[0].again(m) && !(last > 0 && s.blocks[last].cannotBeReached(m.field)) {
		return 0
	}
	if last > 0 && s.at == 0 && !s.blocks[last].again(m) {
		return last
	}
	return s.start(owner{})
}

// cannotBeReached reports whether f is a way to reach people of which the contact has none so far: a telephone
// behind the pupil's columns is the contact's then, who is rung before any pupil.
func (b *block) cannotBeReached(f Field) bool {
	switch f {
	case Mobile, Telephone, WorkPhone:
		return !b.hasAny(Mobile, Telephone, WorkPhone)
	case Email:
		return !b.hasAny(Email)
	}
	return false
}

func (b *block) hasAny(fields ...Field) bool {
	return slices.ContainsFunc(fields, func(f Field) bool { _, has := b.has[f]; return has })
}

func (s *sorter) start(o owner) int {
	s.blocks = append(s.blocks, &block{owner: o, has: map[Field]string{}, lines: map[string]bool{}})
	return len(s.blocks) - 1
}

// countBlocks finds the blocks whose place is their priority: numbered or repeated ones of a file
// without a priority column.
func (s *sorter) countBlocks() {
	alike := 0
	for _, b := range s.blocks[1:] {
		if _, has := b.has[Priority]; has {
			return
		}
		if b.relation() == "" {
			alike++
		}
	}
	place := 0
	for _, b := range s.blocks[1:] {
		if b.counted = b.relation() == "" && (alike > 1 || b.owner.number > 0); b.counted {
			place++
			b.place = place
		}
	}
}
