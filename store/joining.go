package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/intake"
)

// JoinTwo makes one of two families, children or adults, as one step: all that hangs on the one that
// goes comes to the one that stays, blanks are filled, and what differs stays as the kept one has it.
// An order outlives it, always the stricter of two. The one that goes is moved out of sight and can be
// split off again (SplitOff). Where something speaks against it that is to be answered first, it is a
// Problem unless sure. Children of two families bring their families along.
func (s *Store) JoinTwo(ctx context.Context, two view.Two, sure bool) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		refused, asks, err := w.against(two)
		if err != nil {
			return err
		}
		if refused == "" && !sure && len(asks) > 0 {
			refused = asks[0] + " Look at the two beside each other before they are joined."
		}
		if refused != "" {
			return Problem{Sentence: refused}
		}
		w.title("joined " + w.nameFor(two.Of, two.Gone) + " with " + w.nameFor(two.Of, two.Kept))
		return w.joinTwo(two)
	})
}

// nameFor is what one of two is called in a sentence.
func (q querier) nameFor(of view.Of, id int64) string {
	switch of {
	case view.OfFamilies:
		return familyName(q.nameOf("family", id))
	case view.OfPupils:
		return q.pupilName(id)
	}
	return q.adultName(id)
}

// joinTwo joins two of whom it is known that they can be joined.
func (w *work) joinTwo(two view.Two) error {
	if two.Of == view.OfPupils {
		if err := w.joinTheirFamilies(two); err != nil {
			return err
		}
	}
	table, today := string(two.Of), w.today()
	id, err := w.insert("joined", []string{"entity", "kept_id", "gone_id", "on_day"}, []any{&table, &two.Kept, &two.Gone, &today})
	if err != nil {
		return err
	}
	j := &joining{work: w, id: id}
	if err := w.touchBoth(two); err != nil {
		return err
	}
	for _, part := range []func(view.Two) error{j.alsoListed, j.oneHome, j.apartFrom} {
		if err := part(two); err != nil {
			return err
		}
	}
	if err := j.absorb(table, two.Kept, two.Gone); err != nil {
		return fmt.Errorf("joining: %w", err)
	}
	if err := j.set(table, two.Gone, "deleted_at", "", w.now()); err != nil {
		return err
	}
	return w.touchBoth(two)
}

// touchBoth has the lines of the families of both made anew.
func (w *work) touchBoth(two view.Two) error {
	rows, err := w.query(familiesOf[view.Kind(two.Of)], jsonList([]int64{two.Kept, two.Gone}))
	ids, err := scanIDs(rows, err)
	w.family(ids...)
	return err
}

// joinTheirFamilies joins the families of two children who are one.
func (w *work) joinTheirFamilies(two view.Two) error {
	families := view.Two{Of: view.OfFamilies}
	err := w.queryRow("SELECT (SELECT family_id FROM pupil WHERE id = ?), (SELECT family_id FROM pupil WHERE id = ?)", two.Kept, two.Gone).
		Scan(&families.Kept, &families.Gone)
	if err != nil || families.Kept == families.Gone {
		return err
	}
	return w.joinTwo(families)
}

// identity are the columns of also_listed that say who somebody is, each with the column or the office's
// field it comes from, "" for none.
var identity = map[view.Of][]string{
	view.OfPupils: {"", "forename", "surname", "dob", "upn", "office_id"},
	view.OfAdults: {"title", "forename", "surname", "", "", "office_id"},
}

var alsoListedColumns = []string{"entity", "entity_id", "title", "forename", "surname", "dob", "upn", "office_id"}

// alsoListed keeps under what else the office lists one whom it gave, as it last did and as it stands
// here, so that the next export is recognised.
func (j *joining) alsoListed(two view.Two) error {
	if two.Of == view.OfFamilies {
		return nil
	}
	now, err := j.rowValues(string(two.Of), two.Gone)
	if err != nil {
		return err
	}
	office, err := j.officeValuesOf(two)
	if err != nil || len(office) == 0 {
		return err
	}
	imported := maps.Clone(now)
	for field, value := range office {
		imported[string(field)] = value
	}
	var before []any
	for _, names := range []map[string]any{imported, now} {
		values := []any{string(two.Of), two.Gone}
		for _, column := range identity[two.Of] {
			text, _ := names[column].(string)
			values = append(values, text)
		}
		if slices.Equal(values, before) {
			continue
		}
		before = values
		id, err := j.insert("also_listed", alsoListedColumns, values)
		if err != nil {
			return err
		}
		if err := j.note("also_listed", id, "id", noted{nil, id}); err != nil {
			return err
		}
	}
	return nil
}

// officeValuesOf are the values last imported of the one who goes; none for one whom the office never gave.
func (q querier) officeValuesOf(two view.Two) (intake.Values, error) {
	all, err := q.officeValues("WHERE entity = ? AND entity_id = ?", string(two.Of), two.Gone)
	return all[officeKey{intake.Kind(two.Of), two.Gone}], err
}

// oneHome leaves a person in one household of each family: where the kept one stands in one, the other
// leaves theirs, and one that an import made and nobody lives in any more goes out of sight.
func (j *joining) oneHome(two view.Two) error {
	if two.Of == view.OfFamilies {
		return nil
	}
	column := string(two.Of) + "_id"
	rows, err := j.query(`SELECT p.id FROM household_person p JOIN household h ON h.id = p.household_id WHERE p.`+column+` = ?1
		AND EXISTS (SELECT 1 FROM household_person k JOIN household o ON o.id = k.household_id
			WHERE k.`+column+` = ?2 AND o.family_id = h.family_id AND o.deleted_at = '' AND o.id <> h.id)`, two.Gone, two.Kept)
	ids, err := scanIDs(rows, err)
	if err != nil {
		return err
	}
	for _, id := range ids {
		row, err := j.rowValues("household_person", id)
		if err != nil {
			return err
		}
		if err := j.drop("household_person", id, row); err != nil {
			return err
		}
		home, _ := row["household_id"].(int64)
		left, err := j.has(`household h WHERE h.id = ? AND (h.by_hand = 1 OR h.deleted_at <> ''
			OR EXISTS (SELECT 1 FROM household_person p WHERE p.household_id = h.id))`, home)
		if err != nil {
			return err
		}
		if !left {
			if err := j.set("household", home, "deleted_at", "", j.now()); err != nil {
				return err
			}
		}
	}
	return nil
}

// apartFrom brings to the kept one from whom the other was kept apart; between the two that is over.
func (j *joining) apartFrom(two view.Two) error {
	type apart struct{ id, first, second int64 }
	rows, err := j.query("SELECT id, first_id, second_id FROM kept_apart WHERE entity = ?1 AND ?2 IN (first_id, second_id) ORDER BY id", string(two.Of), two.Gone)
	pairs, err := scanAll(rows, err, func(a *apart) []any { return []any{&a.id, &a.first, &a.second} })
	if err != nil {
		return err
	}
	for _, p := range pairs {
		row, err := j.rowValues("kept_apart", p.id)
		if err != nil {
			return err
		}
		if err := j.drop("kept_apart", p.id, row); err != nil {
			return err
		}
		other := p.first + p.second - two.Gone
		if other == two.Kept {
			continue
		}
		id, err := j.keepApart(two.Of, two.Kept, other, model.Date(fmt.Sprint(row["on_day"])))
		if err == nil && id != 0 {
			err = j.note("kept_apart", id, "id", noted{nil, id})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// keepApart says that two are not one, and answers the id of the row, 0 where that is known already.
func (w *work) keepApart(of view.Of, a, b int64, on model.Date) (int64, error) {
	first, second, entity := min(a, b), max(a, b), string(of)
	known, err := w.has("kept_apart WHERE entity = ? AND first_id = ? AND second_id = ?", entity, first, second)
	if err != nil || known {
		return 0, err
	}
	return w.insert("kept_apart", []string{"entity", "first_id", "second_id", "on_day"}, []any{&entity, &first, &second, &on})
}

// KeepApart says that two are not one: they are not proposed again, and no import joins them.
func (s *Store) KeepApart(ctx context.Context, two view.Two) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title(w.nameFor(two.Of, two.Kept) + " and " + w.nameFor(two.Of, two.Gone) + " are two")
		_, err := w.keepApart(two.Of, two.Kept, two.Gone, w.today())
		return err
	})
}

// goneInto is the one into which another was joined, 0 for none.
func (q querier) goneInto(of view.Of, id int64) (into int64, err error) {
	rows, err := q.query("SELECT kept_id FROM joined WHERE entity = ? AND gone_id = ? AND split_on = ''", string(of), id)
	ids, err := scanIDs(rows, err)
	return firstOf(ids), err
}

// notGone refuses to bring back one that was joined with another.
func (w *work) notGone(of view.Of, id int64) error {
	into, err := w.goneInto(of, id)
	if err == nil && into != 0 {
		return Problem{Sentence: w.nameFor(of, id) + " was joined with " + w.nameFor(of, into) + ": split them again to have both."}
	}
	return err
}

// goneSQL is the condition that a row of a table was joined with another.
func goneSQL(of view.Of, column string) string {
	return column + " IN (SELECT gone_id FROM joined WHERE entity = '" + string(of) + "' AND split_on = '')"
}

// joinable are the kinds of records that can be joined, with what joined calls them.
var joinable = map[view.RecordKind]view.Of{view.FamilyRecord: view.OfFamilies, view.ChildRecord: view.OfPupils, view.AdultRecord: view.OfAdults}

// joinedInto is a record, and those that went into it: their history is its own.
func (q querier) joinedInto(r view.Record) ([]int64, error) {
	ids := []int64{r.ID}
	of, can := joinable[r.Kind]
	if !can {
		return ids, nil
	}
	rows, err := q.query(`WITH RECURSIVE of (id) AS (SELECT ?2
		UNION SELECT j.gone_id FROM joined j JOIN of ON j.kept_id = of.id WHERE j.entity = ?1 AND j.split_on = '') SELECT id FROM of`, string(of), r.ID)
	return scanIDs(rows, err)
}

// Joinable are all families, children or adults, to choose the other one from.
func (s *Store) Joinable(ctx context.Context, of view.Of) (all []view.Joinable, err error) {
	sql := map[view.Of]string{
		view.OfFamilies: "SELECT f.id, f.name, coalesce(i.children, '') FROM family f LEFT JOIN family_index i ON i.family_id = f.id WHERE f.deleted_at = ''",
		view.OfPupils: `SELECT p.id, trim(iif(p.known_as <> '', p.known_as, p.forename) || ' ' || p.surname || ' ' || p.reg), f.name
			FROM pupil p JOIN family f ON f.id = p.family_id WHERE p.deleted_at = '' AND f.deleted_at = ''`,
		view.OfAdults: `SELECT a.id, trim(replace(a.title || ' ' || iif(a.forename <> '', a.forename, a.known_as) || ' ' || a.surname, '  ', ' ')),
			coalesce((SELECT group_concat(DISTINCT f.name) FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id JOIN family f ON f.id = p.family_id
				WHERE l.adult_id = a.id AND l.deleted_at = '' AND p.deleted_at = ''), '') FROM adult a WHERE a.deleted_at = ''`,
	}[of]
	err = s.read(ctx, func(q querier) error {
		rows, err := q.query(sql)
		all, err = scanAll(rows, err, func(j *view.Joinable) []any { return []any{&j.ID, &j.Name, &j.Note} })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading whom there is to choose from: %w", err)
	}
	return sortedByName(all, func(j view.Joinable) string { return j.Name }), nil
}
