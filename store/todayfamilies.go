package store

import (
	"cmp"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// quiet finds the families whose check-in is due, longest ago first. Families that were never spoken
// with come last: of them nobody knows how long it is.
func (p *todayPage) quiet() error {
	if p.resting() {
		return nil
	}
	page, err := p.goingQuiet("", p.today, p.world, mostQuiet, 0)
	if err != nil {
		return fmt.Errorf("reading who has not heard from us: %w", err)
	}
	p.Quiet.All, p.Quiet.Asleep = page.Total-page.Asleep, page.Asleep
	p.Quiet.Lines = keep(page.Rows, func(l view.QuietLine) bool { return l.Asleep == "" })
	return nil
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
	}
	return pupils[0].ClassName(), nil
}
