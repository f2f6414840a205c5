package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// How many lines each part of Today shows at most, and how far it looks ahead, in days.
const (
	mostPromises  = 40
	mostOfAPart   = 12
	promisesAhead = 7
	meetingsAhead = 6
	reviewsAhead  = 42
)

// Today is the page to open in the morning, at that moment: what is promised, who waits, who has not
// heard from us, and what comes up. What a rule decides is asked of model.
func (s *Store) Today(ctx context.Context, now model.Moment) (view.Today, error) {
	page := todayPage{Today: view.Today{Now: now}, now: now, today: now.Date(), lacks: map[int64]model.ItemID{}}
	err := s.read(ctx, func(q querier) error {
		page.querier = q
		for _, part := range []func() error{page.ground, page.promised, page.waiting, page.worries, page.quiet,
			page.goodNews, page.comingUp, page.meetings} {
			if err := part(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return view.Today{}, fmt.Errorf("reading what matters today: %w", err)
	}
	if err := page.prepared(ctx, s); err != nil {
		return view.Today{}, err
	}
	if page.Drafts, err = s.Drafts(ctx); err != nil {
		return view.Today{}, err
	}
	page.Greeting = model.Greeting(page.morning())
	return page.Today, nil
}

// todayPage is Today while it is filled, with what its parts count with.
type todayPage struct {
	view.Today
	querier
	now      model.Moment
	today    model.Date
	settings model.Settings
	calendar *model.Calendar           // of the first school
	others   map[int64]*model.Calendar // by school, when there are several
	ahead    map[int64]model.MeetingAhead
	lacks    map[int64]model.ItemID // by meeting
}

// ground reads what every part needs.
func (p *todayPage) ground() (err error) {
	if p.settings, err = p.querier.settings(); err != nil {
		return err
	}
	if p.calendar, err = p.querier.calendar(0); err != nil {
		return err
	}
	p.Terms, p.Week = p.calendar.HasTerms(), p.calendar.Week(p.today)
	rows, err := p.query("SELECT id FROM school WHERE deleted_at = '' ORDER BY id")
	schools, err := scanIDs(rows, err)
	if err != nil {
		return fmt.Errorf("reading the schools: %w", err)
	}
	p.others = map[int64]*model.Calendar{}
	for _, id := range schools[min(len(schools), 1):] {
		if p.others[id], err = p.querier.calendar(id); err != nil {
			return err
		}
	}
	return p.queryRow("SELECT count(*) FROM family_index WHERE removed = 0").Scan(&p.Families)
}

// calendarFor is the calendar of the family's school; with one school nobody has to look.
func (p *todayPage) calendarFor(family int64) (*model.Calendar, error) {
	if len(p.others) == 0 {
		return p.calendar, nil
	}
	return p.calendarOfFamily(family)
}

// promised finds the promises that are late, due today or in the next days, by date. What waits as a
// question stands there, and not here again.
func (p *todayPage) promised() error {
	filter := view.FollowUpFilter{Today: p.today, NotHidden: true}
	where := followUpCondition(filter)
	where.and("f.due <> '' AND f.due <= ?", string(p.today.AddDays(promisesAhead)))
	where.and("NOT (f.kind = ? AND EXISTS (SELECT 1 FROM contact q WHERE q.id = f.contact_id AND q.kind = ? AND q.settled = '' AND q.deleted_at = ''))",
		string(model.Reply), string(model.Question))
	rows, err := p.followUpRows(where, filter, mostPromises, 0)
	if err != nil {
		return fmt.Errorf("reading what is promised: %w", err)
	}
	slices.SortStableFunc(rows, func(a, b view.FollowUpRow) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(untimedLast(a.DueAt), untimedLast(b.DueAt)))
	})
	for _, r := range rows {
		line, err := p.promiseLine(r)
		if err != nil {
			return err
		}
		p.Promised.Lines = append(p.Promised.Lines, line)
	}
	return p.queryRow("SELECT count(*), coalesce(sum(hidden > ?), 0) FROM follow_up WHERE state = 'open' AND deleted_at = ''", string(p.today)).
		Scan(&p.Promised.Open, &p.Promised.Asleep)
}

func untimedLast(c model.Clock) model.Clock {
	if c == "" {
		return "99:99"
	}
	return c
}

func (p *todayPage) promiseLine(r view.FollowUpRow) (view.PromiseLine, error) {
	calendar, err := p.calendarFor(r.FamilyID)
	return view.PromiseLine{
		ID: r.ID, Group: model.DueGroupOf(r.Due, p.today), When: model.DueWords(r.Due, p.today, calendar), Due: r.Due, DueAt: r.DueAt,
		What: r.What, Kind: r.Kind, Whose: r.Whose, Who: r.Who, FamilyID: r.FamilyID, Family: r.Family,
		AdultID: r.AdultID, ToWhom: r.ToWhom, MeetingID: r.MeetingID, ContactID: r.ContactID, DateTold: r.DateTold,
	}, err
}

// morning is what the greeting is made from: what stands on the page.
func (p *todayPage) morning() model.Morning {
	m := model.Morning{Now: p.now.Clock(), Today: p.today, Waiting: p.Waiting.All, Worries: p.Worries.All,
		Quiet: p.Quiet.All, NoGoodNews: p.GoodNews.Of - p.GoodNews.Had, Families: p.Families}
	for _, line := range p.Promised.Lines {
		switch line.Group {
		case model.DueLate:
			m.Late++
		case model.DueToday:
			m.Due++
		}
	}
	for _, line := range p.Quiet.Lines {
		if line.Last != "" {
			m.QuietFirst = line.Family
			break
		}
	}
	for _, meeting := range p.Meetings {
		if !meeting.Over && m.Next == nil {
			next := p.ahead[meeting.ID]
			next.Family, next.Start, next.Lacks = meeting.Family, meeting.Start, p.lacks[meeting.ID]
			m.Next = &next
		}
	}
	return m
}
