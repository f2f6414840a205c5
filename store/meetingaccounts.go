package store

import (
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// accountWithin is how many days before a meeting an incident may have happened to be the one that it is
// about [reading].
const accountWithin = 42

// agreedAccounts puts in the day on which the account was agreed of the last incident with one of the
// pupils, where it happened not long before the meeting (practice 14).
func (g *gathering) agreedAccounts() error {
	type agreed struct {
		pupil int64
		at    model.Moment
		on    model.Moment
	}
	list := g.ids(func(p *view.MeetingPrep) []int64 { return p.Meeting.Pupils })
	rows, err := g.query(`SELECT ap.pupil_id, a.at, a.agreed_on FROM account_pupil ap JOIN account a ON a.id = ap.account_id
		WHERE ap.pupil_id IN (SELECT value FROM json_each(?)) AND a.deleted_at = '' ORDER BY a.at DESC, a.id DESC`, list)
	all, err := scanAll(rows, err, func(a *agreed) []any { return []any{&a.pupil, &a.at, &a.on} })
	if err != nil {
		return fmt.Errorf("reading the accounts of incidents: %w", err)
	}
	for _, p := range g.byID {
		day := p.Meeting.Start.Date()
		of := func(a agreed) bool {
			return slices.Contains(p.Meeting.Pupils, a.pupil) && (day == "" || a.at.Date() <= day && a.at.Date() >= day.AddDays(-accountWithin))
		}
		p.AccountAgreed = firstWhere(all, of).on.Date()
	}
	return nil
}
