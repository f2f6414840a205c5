package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// quietLine is a family that may have gone quiet, with how often it is usually spoken with.
type quietLine struct {
	view.QuietLine
	every  int
	passed int
}

// quietColumns are those of a quietLine; the last words are those of the last contact that counts.
const quietColumns = `SELECT i.family_id, f.name, i.last_contact, i.last_channel, f.checkin_every,
	coalesce((SELECT c.words FROM contact c WHERE c.family_id = i.family_id AND c.at = i.last_contact AND c.deleted_at = ''
		AND c.kind IN ('good news', 'check-in', 'information') LIMIT 1), '')
	FROM family_index i CROSS JOIN family f ON f.id = i.family_id`

// quiet finds the families whose check-in is due: for each rhythm that is in use the last day of which
// it is due is computed, and the list is asked for those whose last contact is not later. Families
// that were never spoken with come last: of them nobody knows how long it is.
func (p *todayPage) quiet() error {
	rows, err := p.query("SELECT DISTINCT checkin_every FROM family WHERE deleted_at = '' ORDER BY 1")
	rhythms, err := scanIDs(rows, err)
	if err != nil {
		return fmt.Errorf("reading how often families are spoken with: %w", err)
	}
	var found []quietLine
	for _, rhythm := range rhythms {
		some, all, err := p.quietWith(int(rhythm))
		if err != nil {
			return fmt.Errorf("reading who has not heard from us: %w", err)
		}
		found = append(found, some...)
		p.Quiet.All += all
	}
	slices.SortStableFunc(found, func(a, b quietLine) int {
		return cmp.Or(cmp.Compare(rank(a.Last != ""), rank(b.Last != "")), cmp.Compare(b.passed, a.passed), cmp.Compare(a.Last, b.Last))
	})
	for _, line := range found[:min(len(found), mostOfAPart)] {
		p.Quiet.Lines = append(p.Quiet.Lines, line.QuietLine)
	}
	return nil
}

// quietWith are those of one rhythm in school days, 0 the school's own, and how many there are.
func (p *todayPage) quietWith(rhythm int) (some []quietLine, all int, err error) {
	every := rhythm
	if every == 0 {
		every = p.settings.Number(model.CheckinEvery)
	}
	since := p.dueSince(every)
	if since == "" {
		return nil, 0, nil
	}
	// What is later on the day that is due counts, too: a moment is longer than its day.
	const due = " WHERE i.removed = 0 AND i.last_contact < ?1 AND f.checkin_every = ?2 AND i.pupils > 0"
	args := []any{string(since.AddDays(1)), rhythm}
	if some, err = p.quietLines(quietColumns+due+" AND i.last_contact <> '' ORDER BY i.last_contact LIMIT ?3", every, append(args, mostOfAPart)); err != nil {
		return nil, 0, err
	}
	if len(some) < mostOfAPart {
		never, err := p.quietLines(quietColumns+due+" AND i.last_contact = '' ORDER BY i.sort_key LIMIT ?3", every, append(args, mostOfAPart))
		if err != nil {
			return nil, 0, err
		}
		some = append(some, never...)
	}
	if all = len(some); all < mostOfAPart {
		return some, all, nil
	}
	err = p.queryRow("SELECT count(*) FROM family_index i CROSS JOIN family f ON f.id = i.family_id"+due, args...).Scan(&all)
	return some, all, err
}

// dueSince is the latest day of those that the schools' calendars give.
func (p *todayPage) dueSince(every int) model.Date {
	since := model.DueSince(every, p.today, p.calendar)
	for _, c := range p.others {
		since = max(since, model.DueSince(every, p.today, c))
	}
	return since
}

// quietLines reads the lines, and leaves out those that are not due by their own school's calendar.
func (p *todayPage) quietLines(text string, every int, args []any) ([]quietLine, error) {
	rows, err := p.query(text, args...)
	lines, err := scanAll(rows, err, func(l *quietLine) []any {
		return []any{&l.FamilyID, &l.Family, &l.Last, &l.Channel, &l.every, &l.Words}
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
		r := model.RhythmOf(l.Last.Date(), every, p.today, calendar)
		l.Since, l.Every, l.Stage, l.passed, l.Words = r.Words(), r.EveryWords(), r.Stage, r.Passed, firstLine(l.Words)
		if r.IsDue() {
			due = append(due, l)
		}
	}
	return due, nil
}

// classNone is a class in which families have had no good news, with one of these families.
type classNone struct {
	key    string
	n      int
	family int64
}

// goodNews counts the families that have had good news since the half term began, and in which
// classes they have not; a family counts with its eldest child's class (practice 1).
func (p *todayPage) goodNews() error {
	since, err := p.calendar.HalfTermStart(p.today)
	if err != nil {
		return nil // without term dates there is no half term to count in
	}
	p.GoodNews.Since = since
	const counted = " FROM family_index WHERE removed = 0 AND pupils > 0"
	err = p.queryRow("SELECT count(*), coalesce(sum(last_good_news >= ?), 0)"+counted, string(since)).Scan(&p.GoodNews.Of, &p.GoodNews.Had)
	if err != nil {
		return fmt.Errorf("counting the good news: %w", err)
	}
	rows, err := p.query("SELECT class_key, count(*) AS n, min(family_id)"+counted+" AND last_good_news < ? GROUP BY class_key ORDER BY n DESC, class_key LIMIT ?",
		string(since), mostOfAPart)
	classes, err := scanAll(rows, err, func(c *classNone) []any { return []any{&c.key, &c.n, &c.family} })
	if err != nil {
		return fmt.Errorf("counting the good news by class: %w", err)
	}
	for _, c := range classes {
		name, err := p.className(c)
		if err != nil {
			return err
		}
		p.GoodNews.NoneYet = append(p.GoodNews.NoneYet, view.ClassNone{Class: name, N: c.n})
	}
	return nil
}

// className is the class as the school writes it, which the key has folded.
func (p *todayPage) className(c classNone) (string, error) {
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
