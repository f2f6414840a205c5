package followups

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/promise"
)

// Handlers bind the list's actions.
func (l *List) Handlers() action.Handlers {
	h := l.list.Handlers(l.moved)
	on := func(do func(view.FollowUpRow) tea.Cmd) action.Handler {
		return action.Handler{Why: l.whyNothing, Do: func() tea.Cmd {
			r, _ := l.selected()
			return do(r)
		}}
	}
	line := func(do func(promise.Line) tea.Cmd) action.Handler {
		return on(func(r view.FollowUpRow) tea.Cmd { return do(lineOf(r)) })
	}
	h[action.LineOpen] = on(open)
	h[action.PromiseDone] = line(l.hands.Done)
	h[action.PromiseReopen] = on(func(r view.FollowUpRow) tea.Cmd { return l.hands.Reopen(r.ID) })
	h[action.PromiseMove] = line(l.hands.Move)
	h[action.PromiseDrop] = line(l.hands.Drop)
	h[action.PromiseTold] = line(l.hands.Told)
	h[action.PromiseChange] = on(func(r view.FollowUpRow) tea.Cmd { return l.hands.Change(r.ID) })
	h[action.PromiseNew] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.NewFollowUp, 0) }}
	h[action.PromiseFor] = on(func(r view.FollowUpRow) tea.Cmd { return screen.Open(screen.NewFollowUp, r.FamilyID) })
	h[action.PromiseMeeting] = on(func(r view.FollowUpRow) tea.Cmd { return screen.Open(screen.NewMeeting, r.FamilyID) })
	h[action.PromisesPast] = action.Handler{Do: l.otherView}
	h[action.PromisesOpen] = action.Handler{Do: l.otherView}
	h[action.PromisesFind] = action.Handler{Do: func() tea.Cmd { l.typing = true; return nil }}
	h[action.FilterToRows] = action.Handler{Do: func() tea.Cmd { l.typing = false; return nil }}
	h[action.FilterDone] = action.Handler{Do: l.filterDone}
	return h
}

func (l *List) whyNothing() string {
	if _, ok := l.selected(); !ok {
		return "No promise is selected."
	}
	return ""
}

func lineOf(r view.FollowUpRow) promise.Line {
	return promise.Line{ID: r.ID, FamilyID: r.FamilyID, AdultID: r.AdultID, MeetingID: r.MeetingID, What: r.What, Family: r.Family,
		Kind: r.Kind, Whose: r.Whose, Due: r.Due, DateTold: r.DateTold}
}

// open opens where the promise was made: its meeting, else the family with its log.
func open(r view.FollowUpRow) tea.Cmd {
	if r.MeetingID != 0 {
		return screen.Open(screen.Meeting, r.MeetingID)
	}
	return screen.Open(screen.Family, r.FamilyID)
}

func (l *List) otherView() tea.Cmd {
	l.past, l.detail = !l.past, model.FollowUp{}
	return l.anew()
}

// anew asks for the list from its beginning.
func (l *List) anew() tea.Cmd {
	l.fresh, l.opens = true, false
	return screen.Question(l, l.Load()...)
}

// filterDone leaves the filter and opens the first that fits.
func (l *List) filterDone() tea.Cmd {
	l.typing = false
	return l.openSelected()
}

// openSelected opens what the selected promise is about, once the rows of the filter are there.
func (l *List) openSelected() tea.Cmd {
	l.opens = l.fresh
	if r, ok := l.selected(); ok {
		return open(r)
	}
	return nil
}

// Key types into the filter, which narrows the list at once.
func (l *List) Key(msg tea.KeyPressMsg) tea.Cmd {
	if !l.filter.Key(msg) {
		return nil
	}
	return l.anew()
}

// Paste pastes into the filter.
func (l *List) Paste(text string) tea.Cmd {
	l.filter.Paste(text)
	return l.anew()
}

// Escape leaves the filter and clears it, then leaves the past.
func (l *List) Escape() (string, func() tea.Cmd) {
	switch {
	case l.typing || l.filter.Text() != "":
		return "clear", func() tea.Cmd {
			l.typing = false
			l.filter.SetText("")
			return l.anew()
		}
	case l.past:
		return "open ones", l.otherView
	}
	return "", nil
}
