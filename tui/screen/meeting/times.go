package meeting

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// Times is what was offered, and whom it suits: times down, the family across (practice 32).
type Times struct {
	page
	people []model.MeetingPerson // of the family and those they bring
	person int                   // the one whose answers are noted
}

func newTimes(below page) *Times {
	t := &Times{page: below}
	t.self = t
	t.rebuild()
	return t
}

func (p *Prepare) times() tea.Cmd { return screen.Show(newTimes(p.below("Times"))) }

// Take takes the meeting.
func (t *Times) Take(answer any) tea.Cmd {
	cmd := t.page.Take(answer)
	t.rebuild()
	return cmd
}

func (t *Times) rebuild() {
	t.people = nil
	for _, m := range t.prep.People {
		if (m.Side == model.FamilySide || m.Side == model.Companion) && m.PupilID == 0 && !t.walled(m) {
			t.people = append(t.people, m)
		}
	}
	t.person = min(t.person, max(len(t.people)-1, 0))
	keys := make([]string, len(t.prep.Options))
	for i, o := range t.prep.Options {
		keys[i] = fmt.Sprint(o.ID)
	}
	t.setKeys(keys)
}

func (t *Times) option() model.TimeOption { return t.prep.Options[t.list.At()] }

// Scopes are those of times; Tab goes through the people.
func (t *Times) Scopes() []action.Scope {
	return []action.Scope{action.MeetingTimes, action.List, action.Parts}
}

// Handlers bind what can be done with times.
func (t *Times) Handlers() action.Handlers {
	h := t.list.Handlers(t.remember)
	none := t.selected("No time is offered yet: " + key(action.TimeOffer) + " offers one.")
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return t.turn(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return t.turn(-1) }}
	h[action.TimeOffer] = action.Handler{Do: t.offer}
	h[action.TimeAnswer] = action.Handler{Do: t.answer, Why: t.whyNotAnswer}
	h[action.TimeChoose] = action.Handler{Why: none, Do: func() tea.Cmd {
		id := t.option().ID
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return t.store.ChooseTime(ctx, id) })
	}}
	h[action.TimeDrop] = action.Handler{Why: none, Do: func() tea.Cmd {
		id := t.option().ID
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return t.store.WithdrawTime(ctx, id) })
	}}
	return h
}

func (t *Times) turn(by int) tea.Cmd {
	if n := len(t.people); n > 0 {
		t.person = (t.person + by + n) % n
	}
	return nil
}

func (t *Times) whyNotAnswer() string {
	switch {
	case t.list.At() < 0:
		return "No time is offered yet: " + key(action.TimeOffer) + " offers one."
	case len(t.people) == 0:
		return "Nobody from the family is on the list of people yet."
	}
	return ""
}

// answer goes from not said to yes, to no, and back.
func (t *Times) answer() tea.Cmd {
	o, m := t.option(), t.people[t.person]
	next := map[model.YesNo]model.YesNo{model.NotKnown: model.Yes, model.Yes: model.No, model.No: model.NotKnown}[answerOf(o, m)]
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return t.store.AnswerTime(ctx, o.ID, m.ID, next) })
}

func answerOf(o model.TimeOption, m model.MeetingPerson) model.YesNo {
	for _, a := range o.Answers {
		if a.PersonID == m.ID {
			return a.Answer
		}
	}
	return model.NotKnown
}

// offer adds a time; what each likes best stands above the field.
func (t *Times) offer() tea.Cmd {
	var start model.Moment
	when := widget.Moment("Day and time", &start, t.days()).Hint("tue 15:30").Needed("Which day, and when? fri 9:00, or next tue at 2.")
	return t.show(form.Spec{
		Title:  "Offer a time",
		Name:   "meeting time",
		Record: t.id,
		Intro:  t.likedTimes(),
		Groups: form.Fields(when),
		Check: func() string {
			switch {
			case start.Clock() == "":
				return "At what time? Write it behind the day: fri 15:30."
			case start < t.Now():
				return "This time has passed: offer one that lies ahead."
			}
			return ""
		},
		Keep: func(ctx context.Context) (view.Change, error) { return t.store.OfferTime(ctx, t.id, start) },
	})
}

func (t *Times) likedTimes() string {
	words := "Three to choose from are a real choice."
	for _, m := range t.people {
		if a := t.prep.Adult(m.AdultID); a.Times != "" {
			words += "\n" + a.Formal() + ": " + a.Times + "."
		}
	}
	return words
}

const (
	timeWidth   = 24
	answerWidth = 16
)

// Draw draws times down and people across.
func (t *Times) Draw(c *canvas.Canvas) {
	if !t.known {
		return
	}
	t.drawCrumbs(c, c.Width()-1)
	if len(t.prep.Options) == 0 {
		t.drawEmpty(c.Sub(2, top, c.Width()-4, c.Height()-top), "No times are offered yet.",
			key(action.TimeOffer)+" offers one. Two or three to choose from are a real choice: work, nights, nursery, prayers.")
		return
	}
	first, n := t.window(c.Width())
	for x := range n {
		style := t.Theme.Dim
		if first+x == t.person {
			style = t.Theme.Section
		}
		c.Text(1+timeWidth+x*answerWidth, top, style, " "+canvas.Cut(t.nameOf(t.people[first+x]), answerWidth-3)+" ")
	}
	t.list.Draw(c.Rows(top+1, c.Height()-top-1), t.Theme, true, func(row *canvas.Canvas, i int, _ bool) { t.drawRow(row, t.prep.Options[i], first, n) },
		func() tea.Cmd { return screen.Run(action.TimeChoose) })
}

// window is the first person that is drawn and how many.
func (t *Times) window(width int) (first, n int) {
	n = min(max((width-timeWidth-14)/answerWidth, 1), len(t.people))
	return max(min(max(t.person-n+1, 0), len(t.people)-n), 0), n
}

var answerStyles = map[model.YesNo]struct{ glyph, words string }{
	model.Yes: {theme.GlyphDone, "suits"}, model.No: {"x", "does not"}, model.NotKnown: {theme.GlyphOpen, "not said"},
}

func (t *Times) drawRow(row *canvas.Canvas, o model.TimeOption, first, n int) {
	th := t.Theme
	row.Text(0, 0, th.Text, canvas.Cut(o.Start.Date().Short()+"  "+string(o.Start.Clock()), timeWidth-1))
	for x := range n {
		a := answerOf(o, t.people[first+x])
		style := th.Dim
		if a != model.NotKnown {
			style = th.Text
		}
		row.Text(timeWidth+1+x*answerWidth, 0, style, answerStyles[a].glyph+" "+answerStyles[a].words)
	}
	if o.Chosen {
		row.Text(timeWidth+1+n*answerWidth, 0, th.Good, theme.GlyphDone+" chosen")
	}
}

// About says why a choice of times is offered.
func (t *Times) About() []string {
	return []string{"A choice is respect: several times are offered, and theirs is taken.", "Choosing a time makes it the meeting's."}
}
