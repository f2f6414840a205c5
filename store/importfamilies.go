package store

import (
	"fmt"
	"slices"
	"strings"

	"kettle/store/intake"
)

func (t *taking) writeFamilies() error {
	for _, f := range t.plan.Families {
		if f.State == intake.New {
			t.families[f.ID] = t.made.family.add(newUID(t.s.o.Machine()), f.Name, t.today())
			continue
		}
		t.families[f.ID] = f.ID
		for _, joined := range f.Joined {
			if err := t.joinFamilies(f.ID, joined); err != nil {
				return err
			}
		}
		if f.Was == "" {
			continue
		}
		if err := t.update("family", f.ID, []string{"name"}, []any{f.Name}); err != nil {
			return err
		}
	}
	return t.work.write(t.made.family)
}

// ofFamily are the tables whose rows hang on a family, with the column that must not come twice in
// one family, "" for none.
var ofFamily = []struct{ table, once string }{
	{"pupil", ""}, {"family_entry", ""}, {"welcome_point", "point"}, {"family_adult", "adult_id"}, {"household", ""},
	{"contact", ""}, {"meeting", ""}, {"follow_up", ""}, {"letter", ""},
}

// joinFamilies moves all that hangs on a family to the one it goes into, and the empty one out of sight.
func (t *taking) joinFamilies(into, from int64) error {
	for _, of := range ofFamily {
		sql := "UPDATE " + of.table + " SET family_id = ?1 WHERE family_id = ?2"
		if of.once != "" {
			sql += fmt.Sprintf(" AND %[2]s NOT IN (SELECT %[2]s FROM %[1]s WHERE family_id = ?1)", of.table, of.once)
		}
		if _, err := t.exec(sql, into, from); err != nil {
			return fmt.Errorf("moving %s: %w", of.table, err)
		}
	}
	if err := t.joinNotes(into, from); err != nil {
		return err
	}
	t.family(into, from)
	return t.remove("family", from)
}

// joinNotes puts the notes of both families one below the other.
func (t *taking) joinNotes(into, from int64) error {
	kept, err := t.familyOf(into)
	if err != nil {
		return err
	}
	gone, err := t.familyOf(from)
	if err != nil || gone.Notes == "" {
		return err
	}
	notes := slices.DeleteFunc([]string{kept.Notes, gone.Notes}, func(s string) bool { return s == "" })
	return t.update("family", into, []string{"notes"}, []any{strings.Join(notes, "\n\n")})
}
