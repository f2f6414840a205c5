package store

import (
	"context"
	"fmt"
	"math"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// newsRow is a family of the list of good news as it is read.
type newsRow struct {
	model.NewsState
	key  string // of its class
	last model.Moment
}

// GoodNewsStates are the families of the list of good news by class and name, each with whether it has had
// some in the half term that is asked about (practice 1). One index says so of the half term at hand; of
// earlier ones the log is looked through, which takes longer.
func (s *Store) GoodNewsStates(ctx context.Context, filter view.NewsFilter, w view.World) (states []model.NewsState, err error) {
	err = s.read(ctx, func(q querier) error {
		rows, err := q.newsRows()
		if err != nil {
			return err
		}
		if strings.TrimSpace(filter.Words) != "" {
			ids, _, err := s.search.page(q, view.ByClass, filter.Words, 0, math.MaxInt)
			if err != nil {
				return err
			}
			found := setOf(ids)
			rows = keep(rows, func(r newsRow) bool { return found[r.Family] })
		}
		if rows, err = q.judgeNews(rows, filter, w); err != nil {
			return err
		}
		states = make([]model.NewsState, len(rows))
		for i, r := range rows {
			states[i] = r.NewsState
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading who has had good news: %w", err)
	}
	return states, nil
}

// newsRows are the families with a child on roll, by class and name. Two indexes hold all of it: to read
// the line of each family would take ten times as long.
func (q querier) newsRows() ([]newsRow, error) {
	rows, err := q.query("SELECT family_id, class_key, last_good_news FROM family_index WHERE removed = 0 AND pupils > 0")
	all, err := scanAll(rows, err, func(r *newsRow) []any { return []any{&r.Family, &r.key, &r.last} })
	if err != nil {
		return nil, err
	}
	at := make(map[int64]int, len(all))
	for i, r := range all {
		at[r.Family] = i
	}
	ids, err := q.walkFamilies(familyOrders[view.ByClass], 0, math.MaxInt)
	if err != nil {
		return nil, err
	}
	ordered := make([]newsRow, 0, len(all))
	for _, id := range ids {
		if i, listed := at[id]; listed {
			ordered = append(ordered, all[i])
		}
	}
	return ordered, nil
}

// judgeNews says who has had good news and whose turn it is, leaves out who was not there yet, and names
// the classes.
func (q querier) judgeNews(rows []newsRow, filter view.NewsFilter, w view.World) ([]newsRow, error) {
	joined, err := q.joinedAfter(filter.Span.From)
	if err != nil {
		return nil, err
	}
	var there []newsRow
	var unsure []ownSpan
	for _, r := range rows {
		span, ok := filter.Span.For(joined[r.Family], filter.Today, w.Calendar(0))
		if !ok {
			continue
		}
		r.Had = r.last >= model.Moment(span.From)
		if r.Had && r.last.Date() > span.To {
			unsure = append(unsure, ownSpan{r.Family, span.From, span.To.AddDays(1)})
		}
		there = append(there, r)
	}
	had, err := q.hadNews(unsure)
	if err != nil {
		return nil, err
	}
	for i, r := range there {
		if yes, asked := had[r.Family]; asked {
			there[i].Had = yes
		}
	}
	if err := q.nameClasses(there); err != nil {
		return nil, err
	}
	return there, q.markTurns(there, filter, w)
}

// joinedAfter are the families that joined after a day, with the day of each.
func (q querier) joinedAfter(day model.Date) (map[int64]model.Date, error) {
	type joined struct {
		family int64
		on     model.Date
	}
	rows, err := q.query("SELECT id, since FROM family WHERE since > ?", string(day))
	all, err := scanAll(rows, err, func(j *joined) []any { return []any{&j.family, &j.on} })
	days := map[int64]model.Date{}
	for _, j := range all {
		days[j.family] = j.on
	}
	return days, err
}

// ownSpan is a family with the days that are looked at, as a row of JSON: id, first day, day after the last.
type ownSpan [3]any

// hadNews is for each of several families whether its log has good news in its span.
func (q querier) hadNews(spans []ownSpan) (map[int64]bool, error) {
	if len(spans) == 0 {
		return nil, nil
	}
	type answer struct {
		family int64
		had    bool
	}
	rows, err := q.query(`SELECT value ->> 0, EXISTS (SELECT 1 FROM contact c WHERE c.family_id = value ->> 0 AND c.at >= value ->> 1 AND c.at < value ->> 2
		AND c.kind = 'good news' AND c.deleted_at = '') FROM json_each(?)`, jsonList(spans))
	answers, err := scanAll(rows, err, func(a *answer) []any { return []any{&a.family, &a.had} })
	had := map[int64]bool{}
	for _, a := range answers {
		had[a.family] = a.had
	}
	return had, err
}

// nameClasses gives each family the name of its class, of which the key is folded: as the first family of
// the class has it.
func (q querier) nameClasses(rows []newsRow) error {
	var first []int64
	for i, r := range rows {
		if i == 0 || r.key != rows[i-1].key {
			first = append(first, r.Family)
		}
	}
	names, err := q.classesOf(first)
	if err != nil {
		return err
	}
	name := ""
	for i, r := range rows {
		if i == 0 || r.key != rows[i-1].key {
			name = names[r.Family]
		}
		rows[i].Class = name
	}
	return nil
}

// classesOf is for each of several families the class of its eldest child on roll, as the school writes it.
func (q querier) classesOf(families []int64) (map[int64]string, error) {
	rows, err := q.query(`SELECT family_id, year, reg FROM pupil WHERE family_id IN (SELECT value FROM json_each(?)) AND roll = 'on roll' AND deleted_at = ''
		ORDER BY dob = '', dob, id`, jsonList(families))
	pupils, err := scanAll(rows, err, func(p *model.Pupil) []any { return []any{&p.FamilyID, &p.Year, &p.Class} })
	if err != nil {
		return nil, fmt.Errorf("reading the names of the classes: %w", err)
	}
	names := map[int64]string{}
	for _, p := range pupils {
		if _, known := names[p.FamilyID]; !known {
			names[p.FamilyID] = p.ClassName()
		}
	}
	return names, nil
}

func setOf(ids []int64) map[int64]bool {
	set := make(map[int64]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}
