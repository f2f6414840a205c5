package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// callsAhead is how many families are looked at together for one to ring, and mostNewsOf how many of the
// last good news are at hand for it.
const (
	callsAhead = 40
	mostNewsOf = 12
)

// NextCall is the first family of a round in which there is somebody to ring with good news, with all that
// is good to know before. The round is looked through as far as it takes; Found is false at its end.
func (s *Store) NextCall(ctx context.Context, round []model.NewsState, filter view.NewsFilter, w view.World) (call view.NewsCall, err error) {
	for from := 0; from < len(round) && !call.Found && err == nil; from += callsAhead {
		some := round[from:min(from+callsAhead, len(round))]
		err = s.read(ctx, func(q querier) error {
			call, err = q.callAmong(some, filter, w)
			call.At += from
			return err
		})
	}
	if err != nil {
		return view.NewsCall{}, fmt.Errorf("reading whom to ring with good news: %w", err)
	}
	return call, nil
}

func (q querier) callAmong(round []model.NewsState, filter view.NewsFilter, w view.World) (view.NewsCall, error) {
	families, err := q.newsFamilies(idsOf(round, func(s model.NewsState) int64 { return s.Family }), filter, w)
	if err != nil {
		return view.NewsCall{}, err
	}
	for i, f := range families {
		if f.News.ToRing(round[i].Turn) {
			call := view.NewsCall{NewsFamily: f, At: i, Found: true}
			err := q.completeCall(&call)
			return call, err
		}
	}
	return view.NewsCall{}, nil
}

// completeCall adds how each adult is reached, the last good news from before the half term, and what helps.
func (q querier) completeCall(call *view.NewsCall) (err error) {
	n := &call.News
	if n.Adults, err = q.familyAdults(call.ID); err != nil {
		return err
	}
	n.Log, err = q.contacts(" WHERE family_id = ? AND kind = 'good news' AND deleted_at = '' ORDER BY at DESC, id DESC LIMIT ?", call.ID, mostNewsOf)
	if err != nil {
		return err
	}
	entries, err := q.familyEntries(call.ID)
	call.Entries = keep(entries, func(e model.FamilyEntry) bool { return e.Kind == model.WhatHelps })
	return err
}

// LogGoodNews notes good news that was told to one adult just now, about the children they are linked to.
func (s *Store) LogGoodNews(ctx context.Context, r view.NewsRing) (view.Change, error) {
	return s.ring(ctx, r, model.GoodNews, "logged good news: ")
}

// LogNoAnswer notes that an adult was rung with good news and did not answer. That is no contact.
func (s *Store) LogNoAnswer(ctx context.Context, r view.NewsRing) (view.Change, error) {
	return s.ring(ctx, r, model.Attempt, "no answer: ")
}

func (s *Store) ring(ctx context.Context, r view.NewsRing, kind model.ContactKind, title string) (view.Change, error) {
	if err := soundChannel(r.Channel); err != nil {
		return view.Change{}, err
	}
	return s.step(ctx, "", func(w *work) error {
		c := model.Contact{FamilyID: r.Family, Channel: r.Channel, Dir: model.Out, Kind: kind, Note: r.Said, Adults: []int64{r.Adult}}
		if err := w.mayTell(r.Adult, c); err != nil {
			return err
		}
		name, err := w.formalName(r.Adult)
		if err != nil {
			return err
		}
		w.title(title + name)
		rows, err := w.query(`SELECT p.id FROM pupil p JOIN pupil_adult l ON l.pupil_id = p.id
			WHERE p.family_id = ? AND l.adult_id = ? AND p.roll = 'on roll' AND p.deleted_at = '' AND l.deleted_at = '' ORDER BY p.id`, r.Family, r.Adult)
		if c.Pupils, err = scanIDs(rows, err); err != nil {
			return fmt.Errorf("reading whose parent they are: %w", err)
		}
		return w.saveContact(&c)
	})
}

// CallsToday counts the calls of good news of a day: those that were answered, and those that were not.
func (s *Store) CallsToday(ctx context.Context, today model.Date) (calls view.CallsToday, err error) {
	err = s.read(ctx, func(q querier) error {
		return q.queryRow(`SELECT coalesce(sum(kind = 'good news'), 0), coalesce(sum(kind = 'attempt without answer'), 0) FROM contact
			WHERE at >= ? AND at < ? AND direction = 'out' AND deleted_at = ''`, string(today), string(today.AddDays(1))).Scan(&calls.Reached, &calls.NoAnswer)
	})
	if err != nil {
		return calls, fmt.Errorf("counting the calls of today: %w", err)
	}
	return calls, nil
}
