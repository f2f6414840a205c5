package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// JoinsOf are the joins of a family or a person that were not split again, the last first.
func (s *Store) JoinsOf(ctx context.Context, of view.Of, id int64) (joins []view.JoinedBefore, err error) {
	err = s.read(ctx, func(q querier) error {
		joins, err = q.joinsOf("entity = ? AND kept_id = ?", string(of), id)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading what was joined: %w", err)
	}
	return joins, nil
}

func (q querier) joinsOf(where string, args ...any) ([]view.JoinedBefore, error) {
	rows, err := q.query("SELECT id, entity, kept_id, gone_id, on_day FROM joined WHERE split_on = '' AND "+where+" ORDER BY id DESC", args...)
	joins, err := scanAll(rows, err, func(j *view.JoinedBefore) []any {
		return []any{&j.ID, &j.Two.Of, &j.Two.Kept, &j.Two.Gone, &j.On}
	})
	for i, j := range joins {
		joins[i].Name = q.splitName(j.Two.Of, j.Two.Gone)
	}
	return joins, err
}

// splitName is what one of several that are one is called: two such adults are often alike in all but their
// first names.
func (q querier) splitName(of view.Of, id int64) string {
	if of == view.OfAdults {
		return q.wholeName(id)
	}
	return q.nameFor(of, id)
}

// wholeName is title, first name and surname of an adult.
func (q querier) wholeName(id int64) string {
	adults, err := q.adults("id = ?", id)
	if err != nil || len(adults) == 0 {
		return "it"
	}
	return adults[0].FullName()
}

// ToSplit is what a page shows on which something is split: a join that is split again, or, for join 0,
// a family of which some children go into one of their own, or an adult who is two people. A join says by
// itself of whom it is.
func (s *Store) ToSplit(ctx context.Context, of view.Of, id, join int64) (p view.Splitting, err error) {
	err = s.read(ctx, func(q querier) error {
		if join != 0 {
			return q.toSplitAgain(&p, join)
		}
		p = view.Splitting{Of: of, ID: id, Name: q.nameFor(of, id)}
		switch {
		case of == view.OfFamilies:
			err = q.familyToSplit(&p)
		default:
			err = q.adultToSplit(&p)
		}
		return err
	})
	if err != nil {
		return p, fmt.Errorf("reading what can be split: %w", err)
	}
	return p, nil
}

// toSplitAgain reads what came with one who was joined, and what was written since.
func (q querier) toSplitAgain(p *view.Splitting, join int64) error {
	joins, err := q.joinsOf("id = ?", join)
	if err != nil || len(joins) == 0 {
		return err
	}
	two := joins[0].Two
	*p = view.Splitting{Of: two.Of, ID: two.Kept, Name: q.nameFor(two.Of, two.Kept), Joined: joins[0]}
	type count struct {
		table string
		rows  int
	}
	rows, err := q.query(`SELECT tbl, count(DISTINCT row_id) FROM joined_row WHERE joined_id = ? AND col <> 'id'
		AND NOT (tbl = ? AND row_id IN (?, ?)) GROUP BY tbl ORDER BY tbl`, join, string(two.Of), two.Kept, two.Gone) // the two themselves did not come along
	counts, err := scanAll(rows, err, func(c *count) []any { return []any{&c.table, &c.rows} })
	if err != nil {
		return err
	}
	of := map[string]int{}
	for _, c := range counts {
		of[c.table] += c.rows
	}
	p.Back = cameAlong(of)
	var since model.Moment
	if err := q.queryRow("SELECT deleted_at FROM "+string(p.Of)+" WHERE id = ?", p.Joined.Two.Gone).Scan(&since); err != nil {
		return err
	}
	if p.Marks, err = q.things(p.Of, p.ID, since); err != nil {
		return err
	}
	rows, err = q.query("SELECT tbl, row_id FROM joined_row WHERE joined_id = ?", join)
	noted, err := scanAll(rows, err, func(k *rowKey) []any { return []any{&k.table, &k.id} })
	tables := map[view.ThingKind]string{view.ThingContact: "contact", view.ThingMeeting: "meeting", view.ThingPromise: "follow_up", view.ThingLetter: "letter", view.ThingNote: "family_entry"}
	p.Marks = slices.DeleteFunc(p.Marks, func(t view.Thing) bool { return slices.Contains(noted, rowKey{tables[t.Kind], t.ID}) })
	return err
}

// cameAlong says in words what hung on one who was joined.
func cameAlong(rows map[string]int) []string {
	var words []string
	for _, w := range []struct{ table, one, many string }{
		{"pupil", "child", "children"}, {"pupil_adult", "link", "links"}, {"phone", "phone number", "phone numbers"}, {"email", "e-mail address", "e-mail addresses"},
		{"contact", "entry", "entries"}, {"contact_adult", "entry", "entries"}, {"contact_pupil", "entry", "entries"}, {"meeting", "meeting", "meetings"},
		{"meeting_person", "place in a meeting", "places in meetings"}, {"follow_up", "promise", "promises"}, {"letter", "letter", "letters"},
		{"household", "household", "households"}, {"family_entry", "dated line", "dated lines"},
	} {
		if n := rows[w.table]; n > 0 {
			words = append(words, plural(n, w.one, w.many))
		}
	}
	return words
}

// familyToSplit reads the children and the adults added by hand, to be marked, and what goes with them.
func (q querier) familyToSplit(p *view.Splitting) error {
	p.Family = p.ID
	pupils, err := q.familyPupils(p.ID)
	if err != nil {
		return err
	}
	links, err := q.familyLinks(p.ID)
	if err != nil {
		return err
	}
	adults, err := q.familyAdults(p.ID)
	if err != nil {
		return err
	}
	for _, c := range pupils {
		p.Marks = append(p.Marks, view.Thing{Kind: view.ThingChild, ID: c.ID, What: strings.TrimSpace(c.Called() + " " + c.Surname + ", " + c.ClassName())})
	}
	for _, a := range adults {
		linked := slices.ContainsFunc(links, func(l model.Link) bool { return l.AdultID == a.ID })
		if !linked {
			p.Marks = append(p.Marks, view.Thing{Kind: view.ThingAdult, ID: a.ID, What: a.FullName() + ", added by hand"})
		}
	}
	p.Links = links
	p.Along, err = q.things(p.Of, p.ID, "")
	return err
}

// adultToSplit reads all that can belong to somebody else of the same name.
func (q querier) adultToSplit(p *view.Splitting) error {
	adults, err := q.adults("id = ?", p.ID)
	if err != nil || len(adults) == 0 {
		return err
	}
	a := adults[0]
	p.Name, p.Adult = a.FullName(), model.Adult{Title: a.Title, Forename: a.Forename, Surname: a.Surname}
	type row struct {
		id   int64
		what string
	}
	for _, t := range []struct {
		kind view.ThingKind
		sql  string
	}{
		{view.ThingLink, `SELECT l.id, l.relationship || ' of ' || trim(p.forename || ' ' || p.surname) FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id
			WHERE l.adult_id = ? AND l.deleted_at = '' AND p.deleted_at = '' ORDER BY l.id`},
		{view.ThingPhone, "SELECT id, number FROM phone WHERE adult_id = ? ORDER BY position, id"},
		{view.ThingEmail, "SELECT id, address FROM email WHERE adult_id = ? ORDER BY position, id"},
	} {
		rows, err := q.query(t.sql, p.ID)
		found, err := scanAll(rows, err, func(r *row) []any { return []any{&r.id, &r.what} })
		if err != nil {
			return err
		}
		for _, r := range found {
			p.Marks = append(p.Marks, view.Thing{Kind: t.kind, ID: r.id, What: strings.TrimSpace(r.what)})
		}
	}
	things, err := q.things(p.Of, p.ID, "")
	p.Marks = append(p.Marks, things...)
	return err
}

// SplitOff splits as one step: a join again, some children into a family of their own, or an adult into
// two. The two are kept apart from then on.
func (s *Store) SplitOff(ctx context.Context, split view.Split) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		switch {
		case split.Joined != 0:
			return w.splitJoined(split)
		case len(split.Marked) == 0:
			return Problem{Sentence: "Nothing is marked: mark what goes, then split."}
		case split.Of == view.OfFamilies:
			return w.splitFamily(split)
		}
		return w.splitAdult(split)
	})
}

func (w *work) splitJoined(split view.Split) error {
	two, err := w.splitAgain(split.Joined)
	if err != nil {
		return err
	}
	w.title("split " + w.nameFor(two.Of, two.Gone) + " from " + w.nameFor(two.Of, two.Kept))
	return w.handOver(two.Of, split.Marked, two.Kept, two.Gone)
}

// splitAdult makes the other one of an adult who is two people. What keeps one of them out of touch
// keeps out both, until somebody says otherwise.
func (w *work) splitAdult(split view.Split) error {
	adults, err := w.adults("id = ?", split.ID)
	if err != nil || len(adults) == 0 {
		return orGone(err)
	}
	was, other := adults[0], split.Adult
	if other.Surname+other.Forename == "" {
		return Problem{Sentence: "The other one has no name: write one, then split."}
	}
	other.InTouch, other.InTouchSince, other.InTouchBy = was.InTouch, was.InTouchSince, was.InTouchBy
	if err := w.saveAdult(&other); err != nil {
		return err
	}
	w.title("split " + other.FullName() + " from " + was.FullName())
	if err := w.handOver(view.OfAdults, split.Marked, split.ID, other.ID); err != nil {
		return err
	}
	if err := w.staysFindable(split.ID, other.ID); err != nil {
		return err
	}
	_, err = w.keepApart(view.OfAdults, split.ID, other.ID, w.today())
	return err
}

func orGone(err error) error {
	if err == nil {
		err = errGone
	}
	return err
}

// staysFindable adds the other one to the families of the first where no link took them along, so that
// nobody is lost.
func (w *work) staysFindable(adult, other int64) error {
	linked, err := w.has("pupil_adult WHERE adult_id = ? AND deleted_at = ''", other)
	if err != nil || linked {
		return err
	}
	rows, err := w.query(familiesOf[view.Adult], jsonList([]int64{adult}))
	families, err := scanIDs(rows, err)
	for _, family := range families {
		if err := w.joinFamily(family, other); err != nil {
			return err
		}
	}
	return err
}
