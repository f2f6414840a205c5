package store

import (
	"fmt"

	"kettle/model"
)

// Small questions that several aggregates ask, and what they do with lists of rows.

// pair is a row of a table that joins two others.
type pair struct{ owner, id int64 }

// pairs asks for the rows of a joining table for several owners at once, in the order they were made.
func (q querier) pairs(table, ownerColumn, column string, owners []int64) (map[int64][]int64, error) {
	rows, err := q.query("SELECT "+ownerColumn+", "+column+" FROM "+table+
		" WHERE "+ownerColumn+" IN (SELECT value FROM json_each(?)) ORDER BY id", jsonList(owners))
	all, err := scanAll(rows, err, func(p *pair) []any { return []any{&p.owner, &p.id} })
	if err != nil {
		return nil, err
	}
	ids := map[int64][]int64{}
	for _, p := range all {
		ids[p.owner] = append(ids[p.owner], p.id)
	}
	return ids, nil
}

// has reports whether there is a row; from is the table and what it must fulfil.
func (q querier) has(from string, args ...any) (bool, error) {
	var yes bool
	err := q.queryRow("SELECT EXISTS (SELECT 1 FROM "+from+")", args...).Scan(&yes)
	return yes, err
}

// formalName is how an adult is named in a sentence.
func (q querier) formalName(adult int64) (string, error) {
	var a model.Adult
	err := q.queryRow("SELECT title, forename, surname, known_as, address_as FROM adult WHERE id = ?", adult).
		Scan(&a.Title, &a.Forename, &a.Surname, &a.KnownAs, &a.AddressAs)
	if err != nil {
		return "", fmt.Errorf("reading an adult's name: %w", err)
	}
	return a.Formal(), nil
}

// pupilName is how a pupil is named in a sentence; one who is not there is "this child".
func (q querier) pupilName(id int64) string {
	var p model.Pupil
	err := q.queryRow("SELECT known_as, forename, surname FROM pupil WHERE id = ?", id).Scan(&p.KnownAs, &p.Forename, &p.Surname)
	if err != nil || p.Called() == "" {
		return "this child"
	}
	return p.Called()
}

// firstOf is the first of ids, 0 when there is none.
func firstOf(ids []int64) int64 {
	if len(ids) == 0 {
		return 0
	}
	return ids[0]
}

// keep are those that fit, in their order.
func keep[T any](all []T, fits func(T) bool) []T {
	var kept []T
	for _, one := range all {
		if fits(one) {
			kept = append(kept, one)
		}
	}
	return kept
}

// idsOf are the ids of all.
func idsOf[T any](all []T, id func(T) int64) []int64 {
	ids := make([]int64, len(all))
	for i, one := range all {
		ids[i] = id(one)
	}
	return ids
}

// firstWhere is the first that fits, the zero value for none.
func firstWhere[T any](all []T, fits func(T) bool) T {
	for _, one := range all {
		if fits(one) {
			return one
		}
	}
	var none T
	return none
}

// takeOut takes out a row of a table that has no deleted_at; errGone when there is none.
func (w *work) takeOut(table string, id int64) error {
	done, err := w.exec("DELETE FROM "+table+" WHERE id = ?", id)
	if err != nil {
		return fmt.Errorf("removing from %s: %w", table, err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return errGone
	}
	return nil
}
