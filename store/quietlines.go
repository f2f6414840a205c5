package store

import (
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// quietFamily is a family that is going quiet, with what its line is made from.
type quietFamily struct {
	view.QuietLine
	sortKey string
	every   int // its own rhythm, 0 for the school's
	school  int64
	days    []model.Moment // on which school and family were in touch in the last year, the first one first
	tries   model.Attempts
	circle  model.Circle
}

// quietLines make the lines of some families: what the rules say of each.
func (q querier) quietLines(found []quietFamily, today model.Date, w view.World) ([]view.QuietLine, error) {
	ids := jsonList(idsOf(found, func(l quietFamily) int64 { return l.FamilyID }))
	all := map[int64]*quietFamily{}
	for i := range found {
		all[found[i].FamilyID] = &found[i]
	}
	for _, gather := range []func(map[int64]*quietFamily, string, model.Date) error{q.gatherNames, q.gatherDays, q.gatherTries, q.gatherLastWords, q.gatherCircles} {
		if err := gather(all, ids, today); err != nil {
			return nil, fmt.Errorf("reading when families were spoken with: %w", err)
		}
	}
	lines := make([]view.QuietLine, len(found))
	for i := range found {
		lines[i] = found[i].line(today, w)
	}
	return lines, nil
}

func (f *quietFamily) line(today model.Date, w view.World) view.QuietLine {
	l := f.QuietLine
	l.EveryDays = f.every
	if f.every == 0 {
		l.EveryDays = w.Settings.Number(model.CheckinEvery)
	}
	calendar := w.Calendar(f.school)
	how := model.RhythmOf(l.Last.Date(), l.EveryDays, today, calendar)
	l.Since, l.Every, l.Stage, l.OwnRhythm = how.Words(), how.EveryWords(), how.Stage, f.every > 0
	l.Usual = model.UsualWords(model.UsualGap(daysOf(f.days), calendar), how)
	l.Counted = model.QuietSince(l.Last, before(f.days, l.Last), l.Channel, l.EveryDays, calendar)
	l.Tried = f.tries.Words(today)
	if a, ok := model.WhomToRing(f.circle); ok {
		l.RingID, l.Ring, l.RingHow = a.ID, a.Formal(), a.ReachWords()
		l.RingBy = a.Channel
		if len(a.Phones) > 0 {
			l.RingNumber = a.Phones[0].Number
		}
	}
	return l
}

func daysOf(moments []model.Moment) []model.Date {
	days := make([]model.Date, len(moments))
	for i, m := range moments {
		days[i] = m.Date()
	}
	return days
}

// before is the last of some moments on an earlier day than one of them, "" for none.
func before(moments []model.Moment, last model.Moment) model.Moment {
	for i := len(moments) - 1; i >= 0; i-- {
		if moments[i].Date() < last.Date() {
			return moments[i]
		}
	}
	return ""
}

func (q querier) gatherNames(all map[int64]*quietFamily, ids string, _ model.Date) error {
	type named struct {
		family         int64
		name, children string
	}
	rows, err := q.query("SELECT f.id, f.name, i.children FROM family f JOIN family_index i ON i.family_id = f.id WHERE f.id"+inFamilies, ids)
	names, err := scanAll(rows, err, func(n *named) []any { return []any{&n.family, &n.name, &n.children} })
	for _, n := range names {
		all[n.family].Family, all[n.family].Children = n.name, n.children
	}
	return err
}

// gatherDays reads when school and family were in touch in the last year: contacts that count, and
// meetings that were held.
func (q querier) gatherDays(all map[int64]*quietFamily, ids string, today model.Date) error {
	type day struct {
		family int64
		at     model.Moment
	}
	rows, err := q.query(`SELECT family_id, at FROM contact WHERE family_id`+inFamilies+` AND at >= ?2 AND kind NOT IN (?3, ?4) AND deleted_at = ''
		UNION ALL SELECT family_id, iif(began = '', start, began) AS at FROM meeting WHERE family_id`+inFamilies+` AND start >= ?2 AND status = ?5 AND deleted_at = ''
		ORDER BY 2`, ids, string(today.AddMonths(-12)), string(model.Attempt), string(model.PassedToDSL), string(model.Held))
	days, err := scanAll(rows, err, func(d *day) []any { return []any{&d.family, &d.at} })
	for _, d := range days {
		all[d.family].days = append(all[d.family].days, d.at)
	}
	return err
}

// gatherTries reads the attempts since the last contact, which do not count as contact.
func (q querier) gatherTries(all map[int64]*quietFamily, ids string, _ model.Date) error {
	type try struct {
		family int64
		at     model.Moment
		by     model.Channel
	}
	rows, err := q.query(`SELECT c.family_id, c.at, c.channel FROM family_index i JOIN contact c ON c.family_id = i.family_id AND c.at > i.last_contact
		WHERE i.family_id`+inFamilies+` AND c.kind = ?2 AND c.deleted_at = '' ORDER BY c.at, c.id`, ids, string(model.Attempt))
	tries, err := scanAll(rows, err, func(t *try) []any { return []any{&t.family, &t.at, &t.by} })
	for _, t := range tries {
		f := all[t.family]
		f.tries = model.Attempts{N: f.tries.N + 1, Last: t.at, By: t.by}
	}
	return err
}

// gatherLastWords reads what they said last, of the last contact.
func (q querier) gatherLastWords(all map[int64]*quietFamily, ids string, _ model.Date) error {
	type said struct {
		family int64
		words  string
	}
	rows, err := q.query(`SELECT c.family_id, c.words FROM family_index i JOIN contact c ON c.family_id = i.family_id AND c.at = i.last_contact
		WHERE i.family_id`+inFamilies+` AND c.deleted_at = '' AND c.kind IN (?2, ?3, ?4) AND c.words <> ''`,
		ids, string(model.GoodNews), string(model.CheckIn), string(model.Information))
	words, err := scanAll(rows, err, func(s *said) []any { return []any{&s.family, &s.words} })
	for _, s := range words {
		all[s.family].Words = firstLine(s.words)
	}
	return err
}

// gatherCircles reads the children of the families, and who is there for them.
func (q querier) gatherCircles(all map[int64]*quietFamily, ids string, _ model.Date) error {
	pupils, err := q.pupils("deleted_at = '' AND family_id"+inFamilies, ids)
	if err != nil {
		return err
	}
	rows, err := q.query(selectSQL("pupil_adult", linkColumns)+` WHERE deleted_at = ''
		AND pupil_id IN (SELECT id FROM pupil WHERE deleted_at = '' AND family_id`+inFamilies+`) ORDER BY priority = 0, priority, id`, ids)
	links, err := scanAll(rows, err, linkRow)
	if err != nil {
		return err
	}
	adults, err := q.adults("deleted_at = '' AND id IN (SELECT value FROM json_each(?))", jsonList(idsOf(links, func(l model.Link) int64 { return l.AdultID })))
	if err != nil {
		return err
	}
	of := map[int64]*quietFamily{}
	for _, p := range pupils {
		f := all[p.FamilyID]
		f.circle.Pupils, of[p.ID] = append(f.circle.Pupils, p), f
		if f.school == 0 {
			f.school = p.SchoolID
		}
	}
	for _, l := range links {
		if f := of[l.PupilID]; f != nil {
			f.circle.Links = append(f.circle.Links, l)
		}
	}
	for _, f := range all {
		f.circle.Adults = adults
	}
	return nil
}
