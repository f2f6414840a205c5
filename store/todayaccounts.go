package store

import (
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// How many accounts of incidents Today shows, and how many days back it looks for parents to tell.
const (
	mostAccounts    = 4
	accountsLooked  = 24
	accountsLookAgo = 60
)

// accounts finds the incidents whose account is not agreed yet, and those of which parents are still to
// be told. On a day without school nobody is asked to do that.
func (p *todayPage) accounts() error {
	if open, err := p.world.Calendar(0).IsSchoolDay(p.today); !open && err == nil || p.resting() {
		return nil
	}
	rows, err := p.accountRows("a.deleted_at = '' AND (a.agreed_on = '' OR a.agreed_on >= ?) ORDER BY a.at DESC, a.id DESC LIMIT ?",
		string(p.today.AddDays(-accountsLookAgo)), accountsLooked)
	if err != nil {
		return fmt.Errorf("reading the accounts of incidents: %w", err)
	}
	for _, r := range rows {
		if len(p.Accounts) == mostAccounts {
			break
		}
		line, some, err := p.accountLine(r)
		if err != nil {
			return err
		}
		if some {
			p.Accounts = append(p.Accounts, line)
		}
	}
	return nil
}

func (p *todayPage) accountLine(r view.AccountRow) (line view.AccountLine, some bool, err error) {
	tell, _ := r.Account.Tellings(r.Circle, p.today)
	line = view.AccountLine{ID: r.Account.ID, When: r.Account.At.Date().Near(p.today)}
	if line.What, line.Behind = r.Account.OnToday(tell, p.today); line.What == "" {
		return line, false, nil
	}
	if len(r.Circle.Pupils) > 0 {
		line.FamilyID = r.Circle.Pupils[0].FamilyID
	}
	if !r.Account.IsAgreed() {
		return line, true, nil
	}
	calendar, err := p.calendarFor(line.FamilyID)
	by := r.Account.TellBy(calendar)
	line.When, line.Late = model.DueWords(by, p.today, calendar), by < p.today
	return line, true, err
}
