package goodnews

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/loglists"
)

// Handlers bind the actions of the list.
func (l *List) Handlers() action.Handlers {
	h := l.list.Handlers(l.moved)
	h[action.NewsOpen] = action.Handler{Do: l.open, Why: l.nobody}
	h[action.NewsBegin] = action.Handler{Do: func() tea.Cmd { return l.begin(0) }, Why: l.whyNotBegin}
	h[action.NewsEarlier] = action.Handler{Do: func() tea.Cmd { return l.turnTo(1) }, Why: l.whyOneSpan}
	h[action.NewsLater] = action.Handler{Do: func() tea.Cmd { return l.turnTo(-1) }, Why: l.whyOneSpan}
	h[action.NewsOrder] = action.Handler{Do: l.otherOrder}
	h[action.NewsFind] = action.Handler{Do: func() tea.Cmd { l.typing = true; return nil }}
	h[action.FilterToRows] = action.Handler{Do: func() tea.Cmd { l.typing = false; return nil }}
	h[action.FilterDone] = action.Handler{Do: func() tea.Cmd { l.typing = false; return l.openSelected() }}
	screen.ForFamily(h, l)
	return loglists.Handlers(l.Env, h, screen.GoodNews)
}

func (l *List) nobody() string {
	if l.selected().Family == 0 {
		return "No family is selected."
	}
	return ""
}

func (l *List) open() tea.Cmd { return screen.Open(screen.Family, l.selected().Family) }

// openSelected opens the selected family, once the rows of the filter are there.
func (l *List) openSelected() tea.Cmd {
	if l.opens = l.fresh; l.opens || l.nobody() != "" {
		return nil
	}
	return l.open()
}

func (l *List) whyOneSpan() string {
	if len(l.spans) < 2 {
		return "No other half term of this school year has begun yet."
	}
	return ""
}

// turnTo goes to an earlier half term, or a later one.
func (l *List) turnTo(by int) tea.Cmd {
	l.span = (l.span + by + len(l.spans)) % len(l.spans)
	return l.anew()
}

// otherOrder puts the classes in the other order; the selection stays on its family.
func (l *List) otherOrder() tea.Cmd {
	l.order = l.order.Other()
	l.classes = model.NewsClasses(l.states, l.order)
	l.compose()
	return l.askNear()
}

func (l *List) whyNotBegin() string {
	switch {
	case len(l.rows) == 0:
		return "There is no family to ring in this list."
	case l.span > 0:
		return "Calls are of this half term: " + action.ByID(action.NewsLater).Keyname(false) + " goes back to it."
	}
	return ""
}

// begin walks through the families of the list in its order, where it was left when the list is as it was
// then; with a family it begins there.
func (l *List) begin(family int64) tea.Cmd {
	if l.calls == nil || l.calls.order != l.order || l.calls.filter.Words != l.filter.Text() || l.calls.over() {
		l.calls = newCalls(l.Env, l.store, l.order, l.filter.Text())
	}
	if family != 0 {
		l.calls.startAt(family)
	}
	return screen.Show(l.calls)
}

// Resume goes on with the call in which something was being typed.
func (l *List) Resume(form string, record int64) (open tea.Cmd, ready bool) {
	if form != callForm || !l.known {
		return nil, l.known
	}
	return l.begin(record), true
}

// anew asks for the list from its beginning.
func (l *List) anew() tea.Cmd {
	l.fresh, l.opens, l.near = true, false, nil
	return screen.Question(l, l.Load()...)
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

// Escape leaves the filter and clears it.
func (l *List) Escape() (string, func() tea.Cmd) {
	if !l.typing && l.filter.Text() == "" {
		return "", nil
	}
	return "clear", func() tea.Cmd {
		l.typing = false
		l.filter.SetText("")
		return l.anew()
	}
}
