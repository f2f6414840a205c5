package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// MeetingPrep is everything that preparing one meeting shows, also of one that was removed.
func (s *Store) MeetingPrep(ctx context.Context, id int64) (view.MeetingPrep, error) {
	preps, err := s.MeetingPreps(ctx, []int64{id})
	if err == nil && len(preps) == 0 {
		err = errGone
	}
	if err != nil {
		return view.MeetingPrep{}, err
	}
	return preps[0], nil
}

// PrepOfPerson is MeetingPrep of the meeting that this person is on the list of.
func (s *Store) PrepOfPerson(ctx context.Context, person int64) (view.MeetingPrep, error) {
	var of model.MeetingPerson
	err := s.read(ctx, func(q querier) (err error) {
		of, err = q.meetingPerson(person)
		return err
	})
	if err != nil {
		return view.MeetingPrep{}, err
	}
	return s.MeetingPrep(ctx, of.MeetingID)
}

// MeetingPreps is MeetingPrep for several meetings, in the order asked for; those that are not there
// are left out. The number of queries does not grow with the number of meetings.
func (s *Store) MeetingPreps(ctx context.Context, ids []int64) (preps []view.MeetingPrep, err error) {
	err = s.read(ctx, func(q querier) error {
		preps, err = q.meetingPreps(ids)
		return err
	})
	return preps, err
}

func (q querier) meetingPreps(ids []int64) (preps []view.MeetingPrep, err error) {
	g := &gathering{querier: q, list: jsonList(ids), byID: map[int64]*view.MeetingPrep{}}
	for _, part := range []func() error{g.meetings, g.pupils, g.parts, g.agreedAccounts, g.adults, g.families, g.before, g.sameDay, g.school} {
		if err := part(); err != nil {
			return nil, fmt.Errorf("reading what is prepared: %w", err)
		}
	}
	for _, id := range ids {
		if p := g.byID[id]; p != nil {
			preps = append(preps, *p)
		}
	}
	return preps, nil
}

// gathering fills the preparations of several meetings, one table after the other.
type gathering struct {
	querier
	list   string // the meetings, for json_each
	byID   map[int64]*view.MeetingPrep
	policy model.Settings
}

const (
	ofListed   = " WHERE meeting_id IN (SELECT value FROM json_each(?))"
	thatListed = "id IN (SELECT value FROM json_each(?))"
)

// fill reads rows that belong to meetings and adds each to the list of its meeting.
func fill[T any](g *gathering, sql string, row func(*T) []any, meeting func(T) int64, list func(*view.MeetingPrep) *[]T) error {
	rows, err := g.query(sql, g.list)
	all, err := scanAll(rows, err, row)
	if err != nil {
		return err
	}
	for _, one := range all {
		if p := g.byID[meeting(one)]; p != nil {
			*list(p) = append(*list(p), one)
		}
	}
	return nil
}

func (g *gathering) meetings() error {
	rows, err := g.query(selectSQL("meeting", meetingColumns)+" WHERE "+thatListed, g.list)
	meetings, err := scanAll(rows, err, meetingRow)
	if err != nil {
		return err
	}
	g.policy, err = g.settings()
	for _, m := range meetings {
		g.byID[m.ID] = &view.MeetingPrep{Meeting: m, Settings: g.policy}
	}
	return err
}

// ids are what of gives for each meeting, each once, without 0.
func (g *gathering) ids(of func(*view.MeetingPrep) []int64) string {
	ids := []int64{}
	for _, p := range g.byID {
		ids = append(ids, of(p)...)
	}
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id int64) bool { return id == 0 })
	return jsonList(ids)
}

// pupils puts in the pupils of the meetings, with the links of any adult to them.
func (g *gathering) pupils() error {
	rows, err := g.query("SELECT meeting_id, pupil_id FROM meeting_pupil"+ofListed+" ORDER BY id", g.list)
	about, err := scanAll(rows, err, func(p *pair) []any { return []any{&p.owner, &p.id} })
	if err != nil {
		return err
	}
	for _, p := range about {
		m := &g.byID[p.owner].Meeting
		m.Pupils = append(m.Pupils, p.id)
	}
	list := g.ids(func(p *view.MeetingPrep) []int64 { return p.Meeting.Pupils })
	pupils, err := g.querier.pupils(thatListed, list)
	if err != nil {
		return err
	}
	rows, err = g.query(selectSQL("pupil_adult", linkColumns)+` WHERE deleted_at = '' AND pupil_id IN (SELECT value FROM json_each(?))
		AND EXISTS (SELECT 1 FROM adult a WHERE a.id = pupil_adult.adult_id AND a.deleted_at = '') ORDER BY priority = 0, priority, id`, list)
	links, err := scanAll(rows, err, linkRow)
	for _, p := range g.byID {
		p.Pupils = keep(pupils, func(one model.Pupil) bool { return slices.Contains(p.Meeting.Pupils, one.ID) })
		p.Links = keep(links, func(one model.Link) bool { return slices.Contains(p.Meeting.Pupils, one.PupilID) })
	}
	return err
}

// parts puts in the tables whose rows belong to one meeting.
func (g *gathering) parts() error {
	inOrder := ofListed + " ORDER BY position, id"
	byID := ofListed + " ORDER BY id"
	return errors.Join(
		fill(g, selectSQL("meeting_person", meetingPersonColumns)+inOrder, meetingPersonRow,
			func(p model.MeetingPerson) int64 { return p.MeetingID }, func(p *view.MeetingPrep) *[]model.MeetingPerson { return &p.People }),
		fill(g, selectSQL("agenda_item", agendaColumns)+inOrder, agendaRow,
			func(i model.AgendaItem) int64 { return i.MeetingID }, func(p *view.MeetingPrep) *[]model.AgendaItem { return &p.Agenda }),
		fill(g, selectSQL("paper", paperColumns)+byID, func(p *model.Paper) []any { return withID(&p.ID, paperFields(p)) },
			func(p model.Paper) int64 { return p.MeetingID }, func(p *view.MeetingPrep) *[]model.Paper { return &p.Papers }),
		fill(g, "SELECT meeting_id, item, state, reason, on_day FROM checklist_mark"+byID, markFields,
			func(m model.Mark) int64 { return m.MeetingID }, func(p *view.MeetingPrep) *[]model.Mark { return &p.Marks }),
		fill(g, selectSQL("outcome", outcomeColumns)+inOrder, func(o *model.Outcome) []any { return withID(&o.ID, outcomeFields(o)) },
			func(o model.Outcome) int64 { return o.MeetingID }, func(p *view.MeetingPrep) *[]model.Outcome { return &p.Outcomes }),
		fill(g, selectSQL("agreement", agreementColumns)+inOrder, func(a *model.Agreement) []any { return withID(&a.ID, agreementFields(a)) },
			func(a model.Agreement) int64 { return a.MeetingID }, func(p *view.MeetingPrep) *[]model.Agreement { return &p.Agreements }),
		fill(g, selectSQL("letter", letterColumns)+ofListed+" AND deleted_at = '' ORDER BY id", letterRow,
			func(l model.Letter) int64 { return l.MeetingID }, func(p *view.MeetingPrep) *[]model.Letter { return &p.Letters }),
		fill(g, selectSQL("order_answer", orderAnswerColumns)+byID, orderAnswerRow,
			func(a model.OrderAnswer) int64 { return a.MeetingID }, func(p *view.MeetingPrep) *[]model.OrderAnswer { return &p.OrderAnswers }),
		g.times(),
	)
}

// times puts in the times offered, with what everybody said to them.
func (g *gathering) times() error {
	err := fill(g, selectSQL("time_option", timeOptionColumns)+ofListed+" ORDER BY start, id", timeOptionRow,
		func(o model.TimeOption) int64 { return o.MeetingID }, func(p *view.MeetingPrep) *[]model.TimeOption { return &p.Options })
	if err != nil {
		return err
	}
	type answer struct {
		option int64
		model.TimeAnswer
	}
	rows, err := g.query("SELECT option_id, person_id, answer FROM time_answer WHERE option_id IN (SELECT id FROM time_option"+ofListed+") ORDER BY id", g.list)
	answers, err := scanAll(rows, err, func(a *answer) []any { return []any{&a.option, &a.PersonID, &a.Answer} })
	for _, p := range g.byID {
		for i := range p.Options {
			for _, a := range answers {
				if a.option == p.Options[i].ID {
					p.Options[i].Answers = append(p.Options[i].Answers, a.TimeAnswer)
				}
			}
		}
	}
	return err
}

// adults puts in the adults of the links and of the people, and who of the first is not asked yet.
func (g *gathering) adults() error {
	around := func(p *view.MeetingPrep) (ids []int64) {
		for _, l := range p.Links {
			ids = append(ids, l.AdultID)
		}
		for _, m := range p.People {
			ids = append(ids, m.AdultID)
		}
		return ids
	}
	adults, err := g.querier.adults(thatListed, g.ids(around))
	for _, p := range g.byID {
		ids := around(p)
		p.Adults = keep(adults, func(a model.Adult) bool { return slices.Contains(ids, a.ID) })
		for _, l := range p.Links {
			onList := slices.ContainsFunc(p.People, func(m model.MeetingPerson) bool { return m.AdultID == l.AdultID })
			if !onList && !slices.Contains(p.NotAsked, l.AdultID) {
				p.NotAsked = append(p.NotAsked, l.AdultID)
			}
		}
	}
	return err
}
