package store

import (
	"errors"

	"kettle/model"
	"kettle/store/demo"
)

func (w *work) fillLog(d demo.School) error {
	var told []toldRow
	for _, c := range d.Contacts {
		for _, t := range c.Told {
			told = append(told, toldRow{contact: c.ID, Told: t})
		}
	}
	return errors.Join(
		addNumbered(w, "contact", contactColumns, d.Contacts, contactRow),
		w.addPairs("contact_adult", "contact_id", "adult_id", pairsOf(d.Contacts, func(c model.Contact) (int64, []int64) { return c.ID, c.Adults })),
		w.addPairs("contact_pupil", "contact_id", "pupil_id", pairsOf(d.Contacts, func(c model.Contact) (int64, []int64) { return c.ID, c.Pupils })),
		addRows(w, "contact_told", toldColumns, told, (*toldRow).fields))
}

func (w *work) fillMeetings(d demo.School) error {
	return errors.Join(
		addNumbered(w, "meeting", meetingColumns, d.Meetings, meetingRow),
		w.addPairs("meeting_pupil", "meeting_id", "pupil_id", pairsOf(d.Meetings, func(m model.Meeting) (int64, []int64) { return m.ID, m.Pupils })),
		addNumbered(w, "meeting_person", meetingPersonColumns, d.People, meetingPersonRow),
		addNumbered(w, "time_option", timeOptionColumns, d.Times, timeOptionRow),
		w.fillTimeAnswers(d))
}

func (w *work) fillTimeAnswers(d demo.School) error {
	type answer struct {
		option int64
		model.TimeAnswer
	}
	var answers []answer
	for _, o := range d.Times {
		for _, a := range o.Answers {
			answers = append(answers, answer{o.ID, a})
		}
	}
	return addRows(w, "time_answer", []string{"option_id", "person_id", "answer"}, answers, func(a *answer) []any {
		return []any{&a.option, &a.PersonID, &a.Answer}
	})
}

func (w *work) fillMeetingParts(d demo.School) error {
	return errors.Join(
		addNumbered(w, "agenda_item", agendaColumns, d.Agenda, func(i *model.AgendaItem) []any { return withID(&i.ID, agendaFields(i)) }),
		addNumbered(w, "paper", paperColumns, d.Papers, func(p *model.Paper) []any { return withID(&p.ID, paperFields(p)) }),
		addRows(w, "checklist_mark", markColumns, d.Marks, markFields),
		addNumbered(w, "outcome", outcomeColumns, d.Outcomes, func(o *model.Outcome) []any { return withID(&o.ID, outcomeFields(o)) }),
		addNumbered(w, "letter", letterColumns, d.Letters, letterRow),
		addNumbered(w, "order_answer", orderAnswerColumns, d.Orders, orderAnswerRow))
}

// fillPromises comes last: an agreement points at the follow-up that was made from it.
func (w *work) fillPromises(d demo.School) error {
	type oldDue struct {
		followUp int64
		model.OldDue
	}
	var old []oldDue
	for _, f := range d.FollowUps {
		for _, due := range f.OldDues {
			old = append(old, oldDue{f.ID, due})
		}
	}
	return errors.Join(
		addNumbered(w, "follow_up", followUpColumns, d.FollowUps, followUpRow),
		addRows(w, "follow_up_date", []string{"follow_up_id", "due", "moved_on"}, old, func(o *oldDue) []any {
			return []any{&o.followUp, &o.Due, &o.MovedOn}
		}),
		addNumbered(w, "agreement", agreementColumns, d.Agreements, func(a *model.Agreement) []any { return withID(&a.ID, agreementFields(a)) }))
}

// fillAccounts writes the accounts of incidents with their versions and who was told.
func (w *work) fillAccounts(d demo.School) error {
	var versions []model.AccountVersion
	var told []model.AccountTold
	for _, a := range d.Accounts {
		versions, told = append(versions, a.Versions...), append(told, a.Told...)
	}
	return errors.Join(
		addNumbered(w, "account", accountColumns, d.Accounts, func(a *model.Account) []any { return withID(&a.ID, accountFields(a)) }),
		w.addPairs("account_pupil", "account_id", "pupil_id", pairsOf(d.Accounts, func(a model.Account) (int64, []int64) { return a.ID, a.Pupils })),
		addNumbered(w, "account_version", accountVersionColumns, versions, func(v *model.AccountVersion) []any { return withID(&v.ID, accountVersionFields(v)) }),
		addRows(w, "account_told", accountToldColumns, told, accountToldFields))
}

// fillMoves writes the moves with their visits.
func (w *work) fillMoves(d demo.School) error {
	var visits []model.TransitionVisit
	for _, t := range d.Moves {
		visits = append(visits, t.Visits...)
	}
	return errors.Join(
		addNumbered(w, "transition", transitionColumns, d.Moves, func(t *model.Transition) []any { return withID(&t.ID, transitionFields(t)) }),
		addNumbered(w, "transition_visit", transitionVisitColumns, visits, func(v *model.TransitionVisit) []any { return withID(&v.ID, transitionVisitFields(v)) }))
}
