package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// WholeRecord is all that is held of a family, or of one of it who asks, for a subject access request
// (rules.md R42 to R49), with the names of others marked and what was decided about each entry. The number of
// queries does not grow with the entries. It reports how far it has come.
func (s *Store) WholeRecord(ctx context.Context, family int64, about model.PersonRef) (page view.WholeRecord, err error) {
	err = s.read(ctx, func(q querier) error {
		if page.Family, err = q.familyOf(family); err != nil {
			if errors.Is(err, errGone) {
				return nil
			}
			return err
		}
		g := &recordGathering{querier: q, RecordFacts: model.RecordFacts{About: about, Family: page.Family, Changed: map[model.RecordKey]model.Moment{}}}
		if err := g.gather(); err != nil {
			return fmt.Errorf("reading the whole record: %w", err)
		}
		page.Askers, page.School = g.askers(), g.school
		decided, err := q.disclosures(family, about)
		page.Record = model.NewWholeRecord(g.RecordFacts, model.DateOf(s.o.Now())).With(decided)
		return err
	})
	return page, err
}

// recordGathering reads what a whole record is made from.
type recordGathering struct {
	querier
	model.RecordFacts
	page   view.FamilyPage
	school model.SchoolKind
	pupils string // the ids of the family's children, for json_each
}

func (g *recordGathering) gather() error {
	parts := []struct {
		what string
		read func() error
	}{
		{"people", g.people}, {"log", g.log}, {"meetings", g.meetings}, {"letters and promises", g.rest}, {"accounts and moves", g.incidents},
		{"what was changed", g.changes}, {"names", g.names}, {"when each was changed", g.changed},
	}
	for i, part := range parts {
		if err := view.Report(g.ctx, view.Progress{What: part.what, Done: i, Total: len(parts)}); err != nil {
			return err
		}
		if err := part.read(); err != nil {
			return err
		}
	}
	return nil
}

func (g *recordGathering) people() (err error) {
	g.page.Family = g.Family
	if err = g.querier.pagePeople(&g.page); err != nil {
		return err
	}
	g.Pupils, g.Adults, g.Links, g.Households, g.Staff = g.page.Pupils, g.page.Adults, g.page.Links, g.page.Households, g.page.Staff
	g.RecordFacts.Entries, err = g.familyEntries(g.Family.ID)
	for _, h := range g.page.Outside {
		g.Outside = append(g.Outside, model.PupilHelp{PupilID: h.PupilID, Professional: h.Professional})
	}
	g.pupils = jsonList(idsOf(g.Pupils, func(p model.Pupil) int64 { return p.ID }))
	if err != nil {
		return err
	}
	rows, err := g.query("SELECT id, pupil_id, from_day, status FROM sen_change WHERE pupil_id IN (SELECT value FROM json_each(?)) ORDER BY from_day, id", g.pupils)
	if g.SEN, err = scanAll(rows, err, func(c *model.PupilSEN) []any { return []any{&c.ID, &c.PupilID, &c.From, &c.Status} }); err != nil {
		return err
	}
	if len(g.Pupils) > 0 {
		err = g.queryRow("SELECT coalesce((SELECT kind FROM school WHERE id = ?), '')", g.Pupils[0].SchoolID).Scan(&g.school)
	}
	return err
}

func (g *recordGathering) log() (err error) {
	g.Contacts, err = g.contacts(" WHERE family_id = ? AND deleted_at = '' ORDER BY at, id", g.Family.ID)
	return err
}

func (g *recordGathering) meetings() error {
	rows, err := g.query(selectSQL("meeting", meetingColumns)+" WHERE family_id = ? AND deleted_at = '' ORDER BY start, id", g.Family.ID)
	meetings, err := scanAll(rows, err, meetingRow)
	if err != nil {
		return err
	}
	list := jsonList(idsOf(meetings, func(m model.Meeting) int64 { return m.ID }))
	parts := &gathering{querier: g.querier, list: list, byID: map[int64]*view.MeetingPrep{}}
	for _, m := range meetings {
		parts.byID[m.ID] = &view.MeetingPrep{Meeting: m}
	}
	if err := parts.pupils(); err != nil {
		return err
	}
	if err := parts.parts(); err != nil {
		return err
	}
	for _, m := range meetings {
		p := parts.byID[m.ID]
		g.Meetings = append(g.Meetings, model.MeetingRecord{Meeting: p.Meeting, People: p.People, Agenda: p.Agenda, Outcomes: p.Outcomes,
			Agreements: p.Agreements, RoomName: g.roomName(m.RoomID)})
	}
	return nil
}

// roomName is what a room is called, "" for none. A school has few rooms.
func (g *recordGathering) roomName(id int64) string {
	for _, m := range g.Meetings {
		if m.RoomID == id {
			return m.RoomName
		}
	}
	if id == 0 {
		return ""
	}
	return g.nameOf("room", id)
}

func (g *recordGathering) rest() error {
	rows, err := g.query(selectSQL("follow_up", followUpColumns)+" WHERE family_id = ? AND deleted_at = '' ORDER BY id", g.Family.ID)
	if g.Promises, err = scanAll(rows, err, followUpRow); err != nil {
		return err
	}
	type oldDue struct {
		of int64
		model.OldDue
	}
	rows, err = g.query("SELECT follow_up_id, due, moved_on FROM follow_up_date WHERE follow_up_id IN (SELECT value FROM json_each(?)) ORDER BY id",
		jsonList(idsOf(g.Promises, func(f model.FollowUp) int64 { return f.ID })))
	old, err := scanAll(rows, err, func(d *oldDue) []any { return []any{&d.of, &d.Due, &d.MovedOn} })
	if err != nil {
		return err
	}
	dues := map[int64][]model.OldDue{}
	for _, d := range old {
		dues[d.of] = append(dues[d.of], d.OldDue)
	}
	for i, f := range g.Promises {
		g.Promises[i].OldDues = dues[f.ID]
	}
	g.Letters, err = g.letters(" WHERE family_id = ? AND deleted_at = '' ORDER BY id", g.Family.ID)
	return err
}

func (g *recordGathering) incidents() error {
	rows, err := g.accountRows("a.deleted_at = '' AND a.id IN (SELECT account_id FROM account_pupil WHERE pupil_id IN (SELECT value FROM json_each(?))) ORDER BY a.id", g.pupils)
	if err != nil {
		return err
	}
	for _, r := range rows {
		g.Accounts = append(g.Accounts, r.Account)
	}
	moves, err := g.query(selectSQL("transition", transitionColumns)+" WHERE deleted_at = '' AND pupil_id IN (SELECT value FROM json_each(?)) ORDER BY id", g.pupils)
	if g.Moves, err = scanAll(moves, err, func(t *model.Transition) []any { return withID(&t.ID, transitionFields(t)) }); err != nil {
		return err
	}
	visits, err := g.visitsOf(idsOf(g.Moves, func(t model.Transition) int64 { return t.ID }))
	for i, m := range g.Moves {
		g.Moves[i].Visits = visits[m.ID]
	}
	return err
}

// changed reads when each entry was last changed, so that what was decided before counts no more.
func (g *recordGathering) changed() error {
	type stamp struct {
		id int64
		at string
	}
	ofFamily, ofPupils := "family_id = ?1 AND ?2 <> ''", "pupil_id IN (SELECT value FROM json_each(?2)) AND ?1 > 0"
	for _, t := range []struct{ table, where string }{
		{"contact", ofFamily}, {"meeting", ofFamily}, {"follow_up", ofFamily}, {"letter", ofFamily}, {"family_entry", ofFamily}, {"transition", ofPupils},
		{"pupil", ofFamily}, {"family", "id = ?1 AND ?2 <> ''"},
		{"adult", "id IN (SELECT adult_id FROM pupil_adult WHERE " + ofPupils + " UNION SELECT adult_id FROM family_adult WHERE family_id = ?1)"},
		{"account", "id IN (SELECT account_id FROM account_pupil WHERE " + ofPupils + ")"},
		{"account_version", "account_id IN (SELECT account_id FROM account_pupil WHERE " + ofPupils + ")"},
	} {
		rows, err := g.query("SELECT id, updated_at FROM "+t.table+" WHERE "+t.where, g.Family.ID, g.pupils)
		stamps, err := scanAll(rows, err, func(s *stamp) []any { return []any{&s.id, &s.at} })
		if err != nil {
			return err
		}
		for _, s := range stamps {
			for _, what := range changedWith[t.table] {
				g.Changed[model.RecordKey{What: what, ID: s.id}] = model.Moment(s.at)
			}
			g.Changed[model.RecordKey{What: t.table, ID: s.id}] = model.Moment(s.at)
		}
	}
	return nil
}

// changedWith are the further entries that stand on a row of a table.
var changedWith = map[string][]string{"meeting": {"meeting words", "teacher view", "debrief"}}

// askers are those of the family who may ask for what is held of them.
func (g *recordGathering) askers() (all []view.Asker) {
	for _, a := range g.Adults {
		var of []string
		for _, l := range g.page.LinksOf(a.ID) {
			for _, p := range g.Pupils {
				if p.ID == l.PupilID {
					of = append(of, strings.TrimSpace(string(l.Relation)+" of "+p.Called()))
				}
			}
		}
		all = append(all, view.Asker{PersonRef: model.PersonRef{Kind: model.AnAdult, ID: a.ID}, Name: a.FullName(), Note: strings.Join(of, ", ")})
	}
	for _, p := range g.Pupils {
		all = append(all, view.Asker{PersonRef: model.PersonRef{Kind: model.AChild, ID: p.ID}, Name: p.FullName(), Note: p.ClassName()})
	}
	return all
}
