package meeting

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/meetingforms"
	"kettle/tui/screen/moving"
)

// Prepare is the screen: the checklist with what settles it.
type Prepare struct {
	page
	items  []model.Item
	item   model.ItemID // the selected one
	glance bool         // everything at a glance instead of the checklist
	chosen bool         // the view was chosen by the person
}

// New is the preparation of one meeting.
func New(env *screen.Env, store Store, id int64) *Prepare {
	p := &Prepare{page: newPage(env, store, id, "")}
	p.self = p
	p.list.Heading = func(i int) bool {
		lines := p.lines()
		return !p.glance && i < len(lines) && !lines[i].isItem
	}
	return p
}

// Take takes the meeting and asks the rules what is settled.
func (p *Prepare) Take(answer any) tea.Cmd {
	was := p.glance
	cmd := p.page.Take(answer)
	p.items = model.Checklist(p.facts())
	if !p.chosen {
		p.glance = p.prep.Meeting.Status == model.Held
	}
	if p.glance && !was {
		p.toLetters()
	}
	p.reselect()
	return cmd
}

// reselect finds the selected item again; one that no longer applies leaves its neighbour.
func (p *Prepare) reselect() {
	if p.glance {
		p.list.SetTotal(len(p.glanceLines(p.Width)))
		return
	}
	lines := p.lines()
	p.list.SetTotal(len(lines))
	at := slices.IndexFunc(lines, func(l line) bool {
		return l.isItem && (l.item.ID == p.item || slices.ContainsFunc(l.beside, func(i model.Item) bool { return i.ID == p.item }))
	})
	if at >= 0 {
		p.list.Select(at)
	}
	p.remember()
}

func (p *Prepare) remember() tea.Cmd {
	if i, ok := p.selectedItem(); ok {
		p.item = i.ID
	}
	return nil
}

// selectedItem is the item under the marker.
func (p *Prepare) selectedItem() (model.Item, bool) {
	lines, at := p.lines(), p.list.At()
	if p.glance || at < 0 || at >= len(lines) || !lines[at].isItem {
		return model.Item{}, false
	}
	if l := lines[at]; len(l.beside) > 0 {
		return l.beside[p.inRow(l)], true
	}
	return lines[at].item, true
}

// Scopes are the checklist's, or those of the view at a glance.
func (p *Prepare) Scopes() []action.Scope {
	if p.glance {
		return []action.Scope{action.MeetingBrief, action.List}
	}
	return []action.Scope{action.Meeting, action.List}
}

// Handlers bind what can be done while preparing.
func (p *Prepare) Handlers() action.Handlers {
	h := p.list.Handlers(p.remember)
	h[action.Up] = action.Handler{Do: func() tea.Cmd { return p.step(-1) }}
	h[action.Down] = action.Handler{Do: func() tea.Cmd { return p.step(1) }}
	h[action.NextGroup] = action.Handler{Do: func() tea.Cmd { return p.toGroup(1) }}
	h[action.PrevGroup] = action.Handler{Do: func() tea.Cmd { return p.toGroup(-1) }}
	h[action.ItemSettle] = action.Handler{Do: p.settle, Why: p.noItem}
	h[action.ItemTick] = action.Handler{Do: p.tick, Why: p.whyNotTick}
	h[action.ItemLeaveOut] = action.Handler{Do: p.leaveOut, Why: p.whyNotLeaveOut}
	h[action.MeetingInvite] = action.Handler{Do: func() tea.Cmd { return p.invitations(invited) }, Why: p.notKnown}
	h[action.MeetingBegin] = action.Handler{Do: p.begin, Why: p.whyNotBegin}
	h[action.MeetingChange] = action.Handler{Do: p.frame, Why: p.notKnown}
	h[action.MeetingGlance] = action.Handler{Do: func() tea.Cmd { return p.see(true) }}
	h[action.GlanceOpen] = action.Handler{Do: p.openLetter, Why: p.whyNoLetter}
	h[action.GlanceBack] = action.Handler{Do: func() tea.Cmd { return p.see(false) }}
	h[action.MeetingMove] = action.Handler{Do: p.move, Why: p.whyNotOff}
	h[action.MeetingCalled] = action.Handler{Do: p.callOff, Why: p.whyNotOff}
	screen.ForFamily(h, p)
	for id, open := range p.parts() {
		h[id] = action.Handler{Do: open, Why: p.notKnown}
	}
	return h
}

// parts are the screens and forms below the preparation, for the palette.
func (p *Prepare) parts() map[action.ID]func() tea.Cmd {
	return map[action.ID]func() tea.Cmd{
		action.MeetingToPeople:  p.people,
		action.MeetingToTimes:   p.times,
		action.MeetingToRoom:    p.room,
		action.MeetingToAgenda:  p.agenda,
		action.MeetingToPapers:  p.papers,
		action.MeetingToViews:   p.views,
		action.MeetingToStandby: p.standby,
		action.MeetingToMode:    p.mode,
	}
}

// toGroup selects the first item of the next or the previous group.
func (p *Prepare) toGroup(by int) tea.Cmd {
	now, ok := p.selectedItem()
	if !ok {
		return nil
	}
	var firsts []model.Item
	at := 0
	for _, i := range p.items {
		if len(firsts) == 0 || firsts[len(firsts)-1].Group != i.Group {
			firsts = append(firsts, i)
		}
		if i.ID == now.ID {
			at = len(firsts) - 1
		}
	}
	p.item = firsts[(at+by+len(firsts))%len(firsts)].ID
	p.reselect()
	return nil
}

func (p *Prepare) see(glance bool) tea.Cmd {
	p.glance, p.chosen = glance, true
	p.list.Select(0)
	p.reselect()
	return nil
}

func (p *page) notKnown() string {
	if !p.known {
		return "The meeting is still being read."
	}
	return ""
}

func (p *Prepare) noItem() string {
	if _, ok := p.selectedItem(); !ok {
		return "No item is selected."
	}
	return ""
}

func (p *Prepare) whyNotBegin() string {
	switch p.prep.Meeting.Status {
	case model.Planned, model.Running:
		return p.notKnown()
	}
	return "This meeting is " + string(p.prep.Meeting.Status) + ": " + key(action.MeetingMove) + " plans it again."
}

// begin lets the meeting run. What is not settled is no reason to wait.
func (p *Prepare) begin() tea.Cmd {
	now := p.Now()
	return screen.Do(screen.Write{
		Do:   func(ctx context.Context) (view.Change, error) { return p.store.BeginMeeting(ctx, p.id, now) },
		Then: func(view.Change) tea.Cmd { return screen.Open(screen.RunMeeting, p.id) },
	})
}

func (p *page) whyNotOff() string {
	if !p.known {
		return p.notKnown()
	}
	return meetingforms.WhyNotOff(p.offMeeting())
}

func (p *page) offMeeting() meetingforms.Meeting {
	m := p.prep.Meeting
	return meetingforms.Meeting{ID: m.ID, Family: p.prep.Family.Name, Start: m.Start, Status: m.Status}
}

func (p *page) move() tea.Cmd {
	return moving.Ask(p.Env, p.store, p.id, p.prep.Family.Name, p.prep.Meeting.Status)
}

func (p *Prepare) callOff() tea.Cmd {
	return screen.Show(meetingforms.CallOff(p.Env, p.store, p.offMeeting(), func() tea.Cmd { return screen.Close(p, nil) }))
}

// About says why the selected item matters, first of all.
func (p *Prepare) About() []string {
	i, ok := p.selectedItem()
	if !ok {
		return []string{"Everything that is prepared for this meeting, at a glance."}
	}
	about := []string{i.Asks + ".", i.Why}
	switch {
	case i.Question != "":
		about = append(about, i.Question)
	case i.ByHand:
		about = append(about, "Only you can know: "+key(action.ItemTick)+" ticks it.")
	default:
		about = append(about, "It settles itself from what is written here: "+key(action.ItemSettle)+" opens it.")
	}
	return append(about, "To be settled "+string(i.When)+". Whatever does not fit this meeting can be left out, with a reason.")
}
