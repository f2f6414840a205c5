package store

import (
	"cmp"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// mostTurns is how many families Today names whose turn it is.
const mostTurns = 3

// turns says how often families hear good news, and since when that would be too long ago (practice 2).
type turns struct {
	own   map[int64]int // how often, of the families with a rhythm of their own
	usual int           // of the others, 0 once each half term
	since map[int]model.Date
}

// newsTurns are the rhythms of good news on a day; on days without school it is nobody's turn.
func (q querier) newsTurns(today model.Date, w view.World) (turns, error) {
	t := turns{own: map[int64]int{}, usual: w.Settings.Number(model.GoodNewsEvery), since: map[int]model.Date{}}
	type rhythm struct {
		family int64
		every  int
	}
	rows, err := q.query("SELECT id, good_news_every FROM family WHERE good_news_every > 0")
	all, err := scanAll(rows, err, func(r *rhythm) []any { return []any{&r.family, &r.every} })
	if err != nil {
		return t, fmt.Errorf("reading how often families hear good news: %w", err)
	}
	t.since[t.usual] = model.NewsTurnSince(t.usual, today, w.Calendar(0))
	for _, r := range all {
		t.own[r.family] = r.every
		if _, known := t.since[r.every]; !known {
			t.since[r.every] = model.NewsTurnSince(r.every, today, w.Calendar(0))
		}
	}
	return t, nil
}

func (t turns) every(family int64) int { return cmp.Or(t.own[family], t.usual) }

// some reports whether it may be anybody's turn.
func (t turns) some() bool {
	for _, since := range t.since {
		if since != "" {
			return true
		}
	}
	return false
}

// is reports whether it is the family's turn again after its last good news.
func (t turns) is(family int64, last model.Moment) bool {
	since := t.since[t.every(family)]
	return since != "" && last.Date() <= since
}

// markTurns marks the families whose turn it is, on the list of the half term at hand.
func (q querier) markTurns(rows []newsRow, filter view.NewsFilter, w view.World) error {
	if !filter.Span.Now {
		return nil
	}
	t, err := q.newsTurns(filter.Today, w)
	if err != nil {
		return err
	}
	for i, r := range rows {
		rows[i].Turn = t.is(r.Family, r.last)
	}
	return nil
}

// newsTurn finds whose turn for good news it is, those who have waited longest first.
func (p *todayPage) newsTurn() error {
	if p.resting() {
		return nil
	}
	t, err := p.newsTurns(p.today, p.world)
	if err != nil || !t.some() {
		return err
	}
	rows, err := p.newsInAnyOrder()
	if err != nil {
		return fmt.Errorf("reading whose turn for good news it is: %w", err)
	}
	rows = keep(rows, func(r newsRow) bool { return t.is(r.Family, r.last) })
	model.InOrder(rows, func(a, b newsRow) int { return cmp.Or(cmp.Compare(a.last, b.last), cmp.Compare(a.Family, b.Family)) })
	p.GoodNews.TurnAll = len(rows)
	for _, r := range rows[:min(len(rows), mostTurns)] {
		how := model.RhythmOf(r.last.Date(), t.every(r.Family), p.today, p.world.Calendar(0))
		p.GoodNews.Turn = append(p.GoodNews.Turn, view.NewsTurn{FamilyID: r.Family, Family: p.nameOf("family", r.Family),
			Every: how.EveryWords(), Since: how.Words(), Last: how.Last})
	}
	return nil
}
