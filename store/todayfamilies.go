package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// quietLine is a family that may have gone quiet.
type quietLine struct {
	view.QuietLine
	passed int // school days since the last contact
}

// quietColumns are those of a quietLine; the last words are those of the last contact that counts.
const quietColumns = `SELECT i.family_id, (SELECT name FROM family WHERE id = i.family_id), i.last_contact, i.last_channel,
	coalesce((SELECT c.words FROM contact c WHERE c.family_id = i.family_id AND c.at = i.last_contact AND c.deleted_at = ''
		AND c.kind IN ('good news', 'check-in', 'information') LIMIT 1), '')`

// quietFrom are the families of one rhythm whose last contact is not later than a day; one index of the
// list has them in the order of that contact.
const quietFrom = ` FROM family_index i WHERE i.removed = 0 AND i.last_contact < ?1 AND i.checkin_every = ?2 AND i.pupils > 0`

// rhythm is one of those in use, with the arguments of quietFrom.
type rhythm struct {
	every int
	args  []any
}

// rhythms are those in use whose families may be due: for each the last day of which it is due is
// computed, so that the list is asked for one date. What is later on that day counts, too: a moment is
// longer than its day.
func (p *todayPage) rhythms() ([]rhythm, error) {
	rows, err := p.query(`WITH RECURSIVE used (every) AS (SELECT min(checkin_every) FROM family_index WHERE removed = 0
		UNION ALL SELECT (SELECT min(checkin_every) FROM family_index WHERE removed = 0 AND checkin_every > used.every) FROM used WHERE used.every IS NOT NULL)
		SELECT every FROM used WHERE every IS NOT NULL`)
	used, err := scanIDs(rows, err)
	if err != nil {
		return nil, fmt.Errorf("reading how often families are spoken with: %w", err)
	}
	var all []rhythm
	for _, kept := range used {
		r := rhythm{every: int(kept)}
		if kept == 0 {
			r.every = p.world.Settings.Number(model.CheckinEvery)
		}
		if since := p.dueSince(r.every); since != "" {
			r.args = []any{string(since.AddDays(1)), kept}
			all = append(all, r)
		}
	}
	return all, nil
}

// quiet finds the families whose check-in is due, longest ago first. Families that were never spoken
// with come last: of them nobody knows how long it is.
func (p *todayPage) quiet() error {
	rhythms, err := p.rhythms()
	if err != nil {
		return err
	}
	var found []quietLine
	for _, r := range rhythms {
		some, err := p.quietWith(r)
		if err != nil {
			return fmt.Errorf("reading who has not heard from us: %w", err)
		}
		found = append(found, some...)
		n := 0
		if err := p.queryRow("SELECT count(*)"+quietFrom, r.args...).Scan(&n); err != nil {
			return fmt.Errorf("counting who has not heard from us: %w", err)
		}
		p.Quiet.All += n
	}
	model.InOrder(found, func(a, b quietLine) int {
		return cmp.Or(cmp.Compare(rank(a.Last != ""), rank(b.Last != "")), cmp.Compare(b.passed, a.passed), cmp.Compare(a.Last, b.Last))
	})
	for _, line := range found[:min(len(found), mostQuiet)] {
		p.Quiet.Lines = append(p.Quiet.Lines, line.QuietLine)
	}
	return nil
}

// quietWith are those of one rhythm, as many as are shown at most.
func (p *todayPage) quietWith(r rhythm) ([]quietLine, error) {
	spoken, err := p.quietLines(r, " AND i.last_contact > '' ORDER BY i.last_contact")
	if err != nil || len(spoken) == mostQuiet {
		return spoken, err
	}
	never, err := p.quietLines(r, " AND i.last_contact = '' ORDER BY i.sort_key")
	return append(spoken, never...), err
}

// dueSince is the latest day of those that the schools' calendars give.
func (p *todayPage) dueSince(every int) model.Date {
	since := model.DueSince(every, p.today, p.world.Calendar(0))
	for _, c := range p.world.Calendars {
		since = max(since, model.DueSince(every, p.today, c))
	}
	return since
}

// quietLines reads the lines, and leaves out those that are not due by their own school's calendar.
func (p *todayPage) quietLines(r rhythm, more string) ([]quietLine, error) {
	rows, err := p.query(quietColumns+quietFrom+more+" LIMIT ?3", append(slices.Clone(r.args), mostQuiet)...)
	lines, err := scanAll(rows, err, func(l *quietLine) []any {
		return []any{&l.FamilyID, &l.Family, &l.Last, &l.Channel, &l.Words}
	})
	if err != nil {
		return nil, err
	}
	var due []quietLine
	for _, l := range lines {
		calendar, err := p.calendarFor(l.FamilyID)
		if err != nil {
			return nil, err
		}
		how := model.RhythmOf(l.Last.Date(), r.every, p.today, calendar)
		l.Since, l.Every, l.Stage, l.passed, l.Words = how.Words(), how.EveryWords(), how.Stage, how.Passed, firstLine(l.Words)
		if how.IsDue() {
			due = append(due, l)
		}
	}
	return due, nil
}

// classNews is a class with how many of its families have had no good news, and one of these.
type classNews struct {
	key     string
	all, no int
	family  int64
}

// goodNews counts the families that have had good news since the half term began, and in which
// classes they have not; a family counts with its eldest child's class (practice 1). One index holds
// all that is counted.
func (p *todayPage) goodNews() error {
	since, err := p.world.Calendar(0).HalfTermStart(p.today)
	if err != nil {
		return nil // without term dates there is no half term to count in
	}
	p.GoodNews.Since = since
	rows, err := p.query(`SELECT class_key, count(*), sum(last_good_news < ?1), coalesce(min(iif(last_good_news < ?1, family_id, NULL)), 0)
		FROM family_index WHERE removed = 0 AND pupils > 0 GROUP BY class_key`, string(since))
	classes, err := scanAll(rows, err, func(c *classNews) []any { return []any{&c.key, &c.all, &c.no, &c.family} })
	if err != nil {
		return fmt.Errorf("counting the good news: %w", err)
	}
	model.InOrder(classes, func(a, b classNews) int { return cmp.Or(cmp.Compare(b.no, a.no), cmp.Compare(a.key, b.key)) })
	for i, c := range classes {
		p.GoodNews.Of += c.all
		p.GoodNews.Had += c.all - c.no
		if c.no == 0 || i >= mostOfAPart {
			continue
		}
		name, err := p.className(c)
		if err != nil {
			return err
		}
		p.GoodNews.NoneYet = append(p.GoodNews.NoneYet, view.ClassNone{Class: name, N: c.no})
	}
	return nil
}

// className is the class as the school writes it, which the key has folded.
func (p *todayPage) className(c classNews) (string, error) {
	rows, err := p.query(`SELECT year, reg FROM pupil WHERE family_id = ? AND roll = ? AND deleted_at = '' ORDER BY dob = '', dob, id LIMIT 1`,
		c.family, string(model.OnRoll))
	pupils, err := scanAll(rows, err, func(p *model.Pupil) []any { return []any{&p.Year, &p.Class} })
	switch {
	case err != nil:
		return "", fmt.Errorf("reading the name of a class: %w", err)
	case len(pupils) == 0:
		return strings.ToUpper(c.key), nil
	case pupils[0].Class != "":
		return pupils[0].Class, nil
	case pupils[0].Year != "":
		return pupils[0].Year.Short(), nil
	}
	return "no class", nil
}
