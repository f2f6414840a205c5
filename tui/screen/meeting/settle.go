package meeting

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
)

// Items that the screens speak of: the court order, which cannot be left out, and those that the list of
// people shows in its own way.
const (
	orderItem   model.ItemID = "who.order"
	balanceItem model.ItemID = "who.balance"
	insteadItem model.ItemID = "who.instead"
	leaderItem  model.ItemID = "who.leader"
)

// editors say which part of the preparation settles an item. An item without a row is one that only
// a person can know: opening it ticks it.
func editors() map[model.ItemID]func(p *Prepare) tea.Cmd {
	return map[model.ItemID]func(p *Prepare) tea.Cmd{
		"why.purpose":  (*Prepare).purpose,
		"why.presumes": (*Prepare).purpose,
		"why.told":     func(p *Prepare) tea.Cmd { return p.invitations(toldWhy) },
		"why.voice":    func(p *Prepare) tea.Cmd { return p.invitations(toldWhy) },
		"why.theirs":   sideBySide((*Prepare).theirs),
		"why.home":     sideBySide((*Prepare).changeViews),
		"why.good":     (*Prepare).opening,
		"why.story":    (*Prepare).story,
		"why.last":     (*Prepare).promises,
		"why.teacher":  sideBySide((*Prepare).changeViews),
		"why.child":    sideBySide((*Prepare).changeViews),
		"why.account":  (*Prepare).account,

		"who.parents":     func(p *Prepare) tea.Cmd { return p.invitations(invited) },
		orderItem:         (*Prepare).keptApart,
		"who.reason":      (*Prepare).people,
		balanceItem:       (*Prepare).people,
		"who.companion":   (*Prepare).companion,
		insteadItem:       (*Prepare).people,
		"who.flo":         (*Prepare).people,
		"who.next":        (*Prepare).people,
		"who.host":        (*Prepare).people,
		"who.concerned":   (*Prepare).people,
		leaderItem:        (*Prepare).leader,
		"who.standby":     (*Prepare).standby,
		"who.notalone":    (*Prepare).standby,
		"who.knows":       (*Prepare).standby,
		"who.interpreter": (*Prepare).standby,
		"who.advice":      func(p *Prepare) tea.Cmd { return p.invitations(adviceAsked) },
		"who.la":          (*Prepare).people,
		"who.access":      (*Prepare).people,

		"how.mode":     (*Prepare).mode,
		"how.face":     (*Prepare).mode,
		"how.camera":   (*Prepare).mode,
		"how.reminder": func(p *Prepare) tea.Cmd { return p.invitations(reminded) },

		"when.options": (*Prepare).times,
		"when.theirs":  (*Prepare).times,
		"when.notice":  func(p *Prepare) tea.Cmd { return p.invitations(invited) },
		"when.length":  (*Prepare).frame,
		"when.friday":  (*Prepare).frame,
		"when.soon":    (*Prepare).frame,

		"room.neutral": (*Prepare).room,
		"room.private": (*Prepare).room,
		"room.booked":  (*Prepare).room,
		"room.steps":   (*Prepare).room,
		"room.barrier": (*Prepare).room,
		"room.sides":   (*Prepare).room,
		"room.door":    (*Prepare).room,

		"agenda.written":  (*Prepare).agenda,
		"agenda.theirs":   (*Prepare).agenda,
		"agenda.fits":     (*Prepare).agenda,
		"agenda.sent":     func(p *Prepare) tea.Cmd { return p.invitations(agendaSent) },
		"agenda.changed":  func(p *Prepare) tea.Cmd { return p.invitations(agendaSent) },
		"agenda.anyworry": (*Prepare).agenda,

		"papers.ready":  (*Prepare).papers,
		"after.asked":   (*Prepare).feedback,
		"after.debrief": (*Prepare).debrief,
		"review.report": func(p *Prepare) tea.Cmd { return p.invitations(reportSent) },
	}
}

// sideBySide opens what is written already beside the other views, and the form for what is not.
func sideBySide(write func(p *Prepare) tea.Cmd) func(p *Prepare) tea.Cmd {
	return func(p *Prepare) tea.Cmd {
		if i, _ := p.selectedItem(); i.State == model.SettledByFacts {
			return p.views()
		}
		return write(p)
	}
}

// settle opens what settles the selected item.
func (p *Prepare) settle() tea.Cmd {
	i, _ := p.selectedItem()
	if open, ok := editors()[i.ID]; ok {
		return open(p)
	}
	return p.tick()
}
