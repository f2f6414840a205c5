package reviews

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/screen"
)

// Handlers bind the actions of both views.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(p.moved)
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return p.turn(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return p.turn(-1) }}
	h[action.ReviewOpen] = action.Handler{Do: p.open, Why: p.nobody}
	h[action.ReviewPlan] = action.Handler{Do: p.plan, Why: p.whyNotPlan}
	h[action.ReviewRecord] = action.Handler{Do: func() tea.Cmd { return p.giveRecord(p.selectedTerms(), p.cell()) }, Why: p.whyNoRecord}
	h[action.ReviewStep] = action.Handler{Do: func() tea.Cmd { r := p.selectedReview(); return p.stepForm(r, r.next.ID) }, Why: p.whyNoStep}
	h[action.ReviewToCount] = action.Handler{Do: p.otherView}
	h[action.ReviewToTerms] = action.Handler{Do: p.otherView}
	h[action.ReviewFind] = action.Handler{Do: func() tea.Cmd { p.typing = true; return nil }}
	h[action.FilterToRows] = action.Handler{Do: func() tea.Cmd { p.typing = false; return nil }}
	h[action.FilterDone] = action.Handler{Do: func() tea.Cmd { p.typing = false; return p.openSelected() }}
	h[action.PromiseFor] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.NewFollowUp, p.FamilyID()) }}
	return h
}

// turn goes to another term.
func (p *Page) turn(by int) tea.Cmd {
	if n := len(p.terms); n > 0 {
		p.term = (p.term + by + n) % n
	}
	return nil
}

func (p *Page) nobody() string {
	if _, ok := p.pupil(p.list.At()); !ok {
		return "No pupil is selected."
	}
	return ""
}

// open opens the meeting that is looked at, else the pupil's family.
func (p *Page) open() tea.Cmd {
	meeting := p.cell().Meeting.ID
	if p.countdown {
		meeting = p.selectedReview().Meeting.ID
	}
	if meeting != 0 {
		return screen.Open(screen.Meeting, meeting)
	}
	return screen.Open(screen.Family, p.FamilyID())
}

// openSelected opens what is selected, once the rows of the filter are there.
func (p *Page) openSelected() tea.Cmd {
	if p.opens = p.fresh; p.opens || p.nobody() != "" {
		return nil
	}
	return p.open()
}

func (p *Page) whyNotPlan() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if p.countdown {
		if m := p.selectedReview().Meeting; m.ID != 0 && m.Status != model.Held {
			return "The review has a meeting: " + name(action.ReviewOpen) + " opens it."
		}
		if p.selectedReview().Meeting.ID != 0 {
			return "This review has met, and waits for the council."
		}
		return ""
	}
	switch p.cell().State {
	case model.TermMet, model.TermPlanned:
		return "This term has its meeting: " + name(action.ReviewOpen) + " opens it."
	case model.TermNone:
		return "That term is over: " + name(action.NextPart) + " goes to the next one."
	}
	return ""
}

// plan opens the form of the missing meeting, filled in for the pupil.
func (p *Page) plan() tea.Cmd {
	kind := screen.TermlyFor
	if p.countdown {
		kind = screen.AnnualFor
	}
	c, _ := p.pupil(p.list.At())
	return screen.Open(kind, c.ID)
}

func (p *Page) whyNoRecord() string {
	if why := p.nobody(); why != "" {
		return why
	}
	if p.cell().State != model.TermMet {
		return "No meeting was held in this term yet, so there is no record to give."
	}
	return ""
}

func (p *Page) whyNoStep() string {
	r := p.selectedReview()
	switch {
	case p.nobody() != "":
		return p.nobody()
	case len(r.chain.Steps) == 0:
		return "The day of the plan is not known: " + name(action.ReviewOpen) + " opens the family, where it is written on the child's page."
	case !r.open:
		return "All steps of this review are done."
	case r.Meeting.ID == 0:
		return "The review has no meeting yet: " + name(action.ReviewPlan) + " plans it."
	case r.next.ID == model.StepMeet:
		return "A meeting is done when it has been held: " + name(action.ReviewOpen) + " opens it."
	}
	return ""
}

// name is how the key of an action is written.
func name(id action.ID) string { return action.ByID(id).Keyname(false) }

// otherView opens the other view in the place of this one.
func (p *Page) otherView() tea.Cmd {
	other := screen.ReviewDates
	if p.countdown {
		other = screen.Reviews
	}
	return screen.Close(p, screen.Open(other, 0))
}

// anew asks for the list from its beginning.
func (p *Page) anew() tea.Cmd {
	p.fresh, p.opens = true, false
	return screen.Question(p, p.Load()...)
}

// Key types into the filter, which narrows the list at once.
func (p *Page) Key(msg tea.KeyPressMsg) tea.Cmd {
	if !p.filter.Key(msg) {
		return nil
	}
	return p.anew()
}

// Paste pastes into the filter.
func (p *Page) Paste(text string) tea.Cmd {
	p.filter.Paste(text)
	return p.anew()
}

// Escape leaves the filter and clears it.
func (p *Page) Escape() (string, func() tea.Cmd) {
	if !p.typing && p.filter.Text() == "" {
		return "", nil
	}
	return "clear", func() tea.Cmd {
		p.typing = false
		p.filter.SetText("")
		return p.anew()
	}
}
