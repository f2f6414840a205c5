package meeting

import (
	"cmp"
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/moving"
	"kettle/tui/widget"
)

// Times is what was offered, and whom it suits: times down, the family across (practice 32). Below
// them stand times that Kettle proposes.
type Times struct {
	page
	people []model.MeetingPerson // of the family and those they bring
	person int                   // the one whose answers are noted
	ahead  []view.MeetingSlot    // the meetings of the caseload from today on
	looked bool                  // they are known: before that nothing can be proposed
	rows   []timeRow
}

// timeRow is a heading, a time that is offered, or one that is proposed, with what speaks against it.
type timeRow struct {
	heading string
	option  model.TimeOption
	offer   model.TimeOffer
	against []model.TimeWarning
}

func (r timeRow) proposed() bool { return r.offer.Start != "" }

func (r timeRow) start() model.Moment { return cmp.Or(r.option.Start, r.offer.Start) }

func newTimes(below page) *Times {
	t := &Times{page: below}
	t.self = t
	t.list.Heading = t.isHeading
	t.rebuild()
	return t
}

func (p *Prepare) times() tea.Cmd { return screen.Show(newTimes(p.below("Times"))) }

// Load asks for the meeting, and for the others of the caseload.
func (t *Times) Load() []screen.Ask {
	today := t.Today()
	return append(t.page.Load(), screen.Ask{Slot: "ahead", Do: func(ctx context.Context) (any, error) {
		return t.store.MeetingsAhead(ctx, today)
	}})
}

// Take takes the meeting, or those ahead.
func (t *Times) Take(answer any) tea.Cmd {
	var cmd tea.Cmd
	if slots, ok := answer.([]view.MeetingSlot); ok {
		t.ahead, t.looked = slots, true
	} else {
		cmd = t.page.Take(answer)
	}
	t.rebuild()
	return cmd
}

func (t *Times) rebuild() {
	t.people, t.rows = nil, nil
	for _, m := range t.prep.People {
		if (m.Side == model.FamilySide || m.Side == model.Companion) && m.PupilID == 0 && !t.walled(m) {
			t.people = append(t.people, m)
		}
	}
	t.person = min(t.person, max(len(t.people)-1, 0))
	if t.known {
		t.addRows()
	}
	keys := make([]string, len(t.rows))
	for i, r := range t.rows {
		if r.heading == "" {
			keys[i] = string(r.start())
		}
	}
	t.setKeys(keys)
}

func (t *Times) addRows() {
	facts := t.prep.TimeFacts(t.Now(), t.ahead)
	for _, o := range t.prep.Options {
		t.rows = append(t.rows, timeRow{option: o, against: model.AgainstTime(facts, o.Start)})
	}
	if !t.looked {
		return
	}
	offers := model.ProposeTimes(facts)
	if len(offers) > 0 {
		t.rows = append(t.rows, timeRow{heading: "Proposed, not offered yet"})
	}
	for _, o := range offers {
		t.rows = append(t.rows, timeRow{offer: o, against: o.Against})
	}
}

// row is the selected row, the zero row for none.
func (t *Times) row() timeRow {
	if at := t.list.At(); at >= 0 && at < len(t.rows) {
		return t.rows[at]
	}
	return timeRow{}
}

// Scopes are those of times, or of a proposed one; Tab goes through the people.
func (t *Times) Scopes() []action.Scope {
	if t.row().proposed() {
		return []action.Scope{action.ProposedTimes, action.List, action.Parts}
	}
	return []action.Scope{action.MeetingTimes, action.List, action.Parts}
}

// Handlers bind what can be done with times.
func (t *Times) Handlers() action.Handlers {
	h := t.list.Handlers(t.remember)
	none := t.selected("No time is offered yet: " + key(action.TimeOffer) + " offers one.")
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return t.turn(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return t.turn(-1) }}
	h[action.TimeOffer] = action.Handler{Do: t.offer}
	h[action.TimeTake] = action.Handler{Do: t.take, Why: none}
	h[action.TimeAnswer] = action.Handler{Do: t.answer, Why: t.whyNotAnswer}
	h[action.TimeChoose] = action.Handler{Why: none, Do: t.choose}
	h[action.TimeDrop] = action.Handler{Why: none, Do: func() tea.Cmd {
		id := t.row().option.ID
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return t.store.WithdrawTime(ctx, id) })
	}}
	h[action.MeetingMove] = action.Handler{Do: t.move, Why: t.whyNotOff}
	return h
}

// choose makes the time the meeting's. Where people know another one, what hangs on that is shown first.
func (t *Times) choose() tea.Cmd {
	o := t.row().option
	choose := screen.Keep(func(ctx context.Context) (view.Change, error) { return t.store.ChooseTime(ctx, o.ID) })
	if m := t.prep.Meeting; m.Start == "" || m.Start == o.Start {
		return choose
	}
	return moving.To(t.Env, t.store, t.id, o.Start, choose)
}

// take offers the proposed time, and goes on to the next one.
func (t *Times) take() tea.Cmd {
	start, next := t.row().offer.Start, t.nextProposed()
	return screen.Do(screen.Write{
		Do:   func(ctx context.Context) (view.Change, error) { return t.store.OfferTime(ctx, t.id, start) },
		Then: func(view.Change) tea.Cmd { t.at = string(next); return nil },
	})
}

// nextProposed is the proposed time below the selected one, else the one above it, else itself.
func (t *Times) nextProposed() model.Moment {
	at := t.list.At()
	for _, i := range []int{at + 1, at - 1} {
		if i >= 0 && i < len(t.rows) && t.rows[i].proposed() {
			return t.rows[i].offer.Start
		}
	}
	return t.row().offer.Start
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
	o, m := t.row().option, t.people[t.person]
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
		Then: func(view.Change) tea.Cmd { t.at = string(start); return nil },
	})
}

func (t *Times) likedTimes() string {
	words := "Three to choose from are a real choice."
	for _, m := range t.people {
		if said := t.saidWhen(m); said != "" {
			words += "\n" + said
		}
	}
	return words
}

// unreadWords stand before what Kettle could not read of somebody's good times.
const unreadWords = " Keep in mind yourself: "

// saidWhen is what a person said about when it suits them, and what of it was not understood.
func (t *Times) saidWhen(m model.MeetingPerson) string {
	a := t.prep.Adult(m.AdultID)
	if a.Times == "" {
		return ""
	}
	said := a.Formal() + ": " + strings.TrimRight(a.Times, ". ") + "."
	if unread := model.ReadStatedTimes(a.Times).Unread; len(unread) > 0 {
		said += unreadWords + strings.Join(unread, "; ") + "."
	}
	return said
}

// About says why a choice of times is offered, and what each said about when.
func (t *Times) About() []string {
	about := []string{"A choice is respect: several times are offered, and theirs is taken.", "Choosing a time makes it the meeting's.",
		"What Kettle proposes is clear of your other meetings, on a school day, and within what everybody said."}
	for _, m := range t.people {
		if said := t.saidWhen(m); said != "" {
			about = append(about, said)
		}
	}
	return about
}
