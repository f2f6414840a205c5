package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Target is what a column holds.
type Target struct {
	Field Field // "" when nobody knows, NotImported when it is left where it is
	Block int   // 0 the pupil, 1 and more the contacts from the left
}

// Said is what somebody said that single columns hold, by their index.
type Said map[int]Target

// say puts what somebody said of single columns in place of what their headings say. The others stay what
// they are, so that one answer changes one column.
func (s *sorter) say(columns []Column, said Said) {
	for i := range columns {
		c := &columns[i]
		target, ok := said[i]
		if !ok || !target.valid() || target == c.Own {
			continue
		}
		c.Target, c.Said = target, true
		for len(s.blocks) <= target.Block {
			s.start(owner{})
		}
		if b := s.blocks[target.Block]; !b.owner.said() && target.Block > 0 {
			if o, _ := takeOwner(normalHeading(c.Heading)); !o.pupil {
				b.owner = o // “Mum's landline at night” is still Mum's
			}
		}
	}
	if len(said) > 0 {
		s.hasAnew(columns)
	}
}

// hasAnew notes which fields each block has.
func (s *sorter) hasAnew(columns []Column) {
	for _, b := range s.blocks {
		b.has = map[Field]string{}
	}
	for _, c := range columns {
		if c.Field != "" {
			s.blocks[c.Block].has[c.Field] = ""
		}
	}
}

// valid reports whether a column may hold it: a person of a row has no field of the other kind.
func (t Target) valid() bool {
	return t.Block >= 0 && t.Block <= MostContacts && t.Field.known() && !(t.Block == 0 && contactsOwn(t.Field)) && !(t.Block > 0 && onlyPupils(t.Field))
}

// layoutOf is a fingerprint of the headings, by which what somebody said of its columns is remembered.
func layoutOf(texts []string) string {
	normal := make([]string, len(texts))
	for i, text := range texts {
		normal[i] = normalHeading(text)
	}
	sum := sha256.Sum256([]byte(strings.Join(normal, "\x1f")))
	return hex.EncodeToString(sum[:8])
}
