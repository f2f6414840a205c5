package store

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// How many lines each part of Today shows at most, and how far it looks ahead, in days.
const (
	mostPromises  = 24
	mostOfAPart   = 12
	mostQuiet     = 6
	promisesAhead = 7
	meetingsAhead = 6
	reviewsAhead  = 42
)

// Today is the page to open in the morning, at that moment: what is promised, who waits for an answer,
// which worries are open and which meetings come. What a rule decides is asked of model, with the
// calendars and settings of w. TodayFigures completes it.
func (s *Store) Today(ctx context.Context, now model.Moment, w view.World) (view.Today, error) {
	page := todayPage{now: now, today: now.Date(), world: w}
	calendar := w.Calendar(0)
	page.Now, page.Terms, page.Week, page.Resting = now, calendar.HasTerms(), calendar.Week(page.today), model.Resting(now, calendar)
	err := s.read(ctx, func(q querier) error {
		page.querier = q
		return inTurn(page.known, page.promised, page.waiting, page.worries, page.accounts, page.meetings)
	})
	if err != nil {
		return view.Today{}, fmt.Errorf("reading what matters today: %w", err)
	}
	if page.Drafts, err = s.Drafts(ctx); err != nil {
		return view.Today{}, err
	}
	for i, d := range page.Drafts {
		if d.Form == view.DebriefForm {
			page.Drafts[i].Body = nil
		}
	}
	return page.Today, nil
}

// TodayFigures are the parts of Today that take longer: who has not heard from us, counts over the whole
// caseload, what comes up, and how ready the meetings of the page are.
func (s *Store) TodayFigures(ctx context.Context, now model.Moment, w view.World) (view.TodayFigures, error) {
	page := todayPage{now: now, today: now.Date(), world: w}
	err := s.read(ctx, func(q querier) error {
		page.querier = q
		return inTurn(page.counted, page.meetings, page.quiet, page.goodNews, page.newsTurn, page.comingUp)
	})
	if err != nil {
		return view.TodayFigures{}, fmt.Errorf("reading the figures of today: %w", err)
	}
	ready, err := s.ready(ctx, page.Meetings, page.today)
	return view.TodayFigures{Families: page.Families, Quiet: page.Quiet, GoodNews: page.GoodNews, Coming: page.Coming, Ready: ready}, err
}

// inTurn does one thing after the other, up to the first error.
func inTurn(parts ...func() error) error {
	for _, part := range parts {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// todayPage is Today while it is filled, with what its parts count with.
type todayPage struct {
	view.Today
	querier
	now   model.Moment
	today model.Date
	world view.World

	schools map[int64]int64 // of the families that were asked for, 0 for none
}

// known sees whether there is a family at all: w may be older than the first one.
func (p *todayPage) known() error {
	if err := p.queryRow("SELECT " + someFamily).Scan(&p.Some); err != nil {
		return fmt.Errorf("looking for families: %w", err)
	}
	return nil
}

// counted is how many families there are.
func (p *todayPage) counted() error {
	if err := p.queryRow("SELECT count(*) FROM family_index WHERE removed = 0").Scan(&p.Families); err != nil {
		return fmt.Errorf("counting the families: %w", err)
	}
	return nil
}

// calendarFor is the calendar of the family's school; with one school nobody has to look.
func (p *todayPage) calendarFor(family int64) (*model.Calendar, error) {
	if err := p.learnSchools(family); err != nil {
		return nil, err
	}
	return p.world.Calendar(p.schools[family]), nil
}

// learnSchools asks for the schools of several families at once, as far as they are not known yet.
func (p *todayPage) learnSchools(families ...int64) error {
	unknown := keep(families, func(id int64) bool { _, known := p.schools[id]; return !known })
	if len(p.world.Schools) < 2 || len(unknown) == 0 {
		return nil
	}
	rows, err := p.query(`SELECT family_id, school_id FROM pupil WHERE family_id IN (SELECT value FROM json_each(?))
		AND school_id IS NOT NULL AND deleted_at = '' ORDER BY roll <> 'on roll', id`, jsonList(unknown))
	found, err := scanAll(rows, err, func(f *pair) []any { return []any{&f.owner, &f.id} })
	if err != nil {
		return fmt.Errorf("reading the families' schools: %w", err)
	}
	if p.schools == nil {
		p.schools = map[int64]int64{}
	}
	for _, id := range unknown {
		p.schools[id] = firstWhere(found, func(f pair) bool { return f.owner == id }).id
	}
	return nil
}

// pressingReply is a promised reply, r, that presses as a promise: it is due, or was promised for an
// hour. Any other stands among the questions, with the clock of the answer.
const pressingReply = "(r.due <> '' AND r.due <= ?1 OR r.due_at <> '')"

// promised finds the promises that are late, due today or in the next days, by date. A question and
// the reply promised to it stand on the page once.
func (p *todayPage) promised() error {
	filter := view.FollowUpFilter{Today: p.today, NotHidden: true}
	where := followUpCondition(filter)
	where.and("f.due <> '' AND f.due <= ?", string(p.today.AddDays(promisesAhead)))
	where.and(`NOT (f.kind = 'reply' AND EXISTS (SELECT 1 FROM contact q WHERE q.id = f.contact_id AND q.kind = 'question'
		AND q.settled = '' AND q.deleted_at = '') AND NOT `+strings.NewReplacer("r.", "f.", "?1", "?").Replace(pressingReply)+")", string(p.today))
	rows, err := p.followUpRows(where, filter, mostPromises, 0)
	if err != nil {
		return fmt.Errorf("reading what is promised: %w", err)
	}
	model.InOrder(rows, func(a, b view.FollowUpRow) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(untimedLast(a.DueAt), untimedLast(b.DueAt)))
	})
	late := keep(rows, func(r view.FollowUpRow) bool { return r.Due < p.today })
	if err := p.learnSchools(idsOf(late, func(r view.FollowUpRow) int64 { return r.FamilyID })...); err != nil {
		return err
	}
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
	var calendar *model.Calendar
	var err error
	if r.Due < p.today { // days late are school days of the family's own school
		calendar, err = p.calendarFor(r.FamilyID)
	}
	return view.PromiseLine{
		ID: r.ID, Group: model.DueGroupOf(r.Due, p.today), When: model.DueWords(r.Due, p.today, calendar), Due: r.Due, DueAt: r.DueAt,
		What: r.What, Kind: r.Kind, Whose: r.Whose, Who: r.Who, FamilyID: r.FamilyID, Family: r.Family,
		AdultID: r.AdultID, ToWhom: r.ToWhom, MeetingID: r.MeetingID, ContactID: r.ContactID, DateTold: r.DateTold,
	}, err
}
