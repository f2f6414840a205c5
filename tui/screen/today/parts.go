package today

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/promise"
	"kettle/tui/screen/sleeping"
)

// part is one heading with its items, and the column it stands in where there are three.
type part struct {
	title, note string
	column      int
	items       []item
}

// The columns of a wide window. Where there are two, the first two of these are one.
const (
	duties = iota
	people
	ahead
	mostColumns
)

// itemKey names an item over a refresh.
type itemKey struct {
	part string
	id   int64
}

// item is one thing that can be selected: one line, or a few.
type item struct {
	key    itemKey
	family int64
	about  string
	rows   int
	draw   func(c *canvas.Canvas)
	open   func() tea.Cmd

	promise *promise.Line  // what s, d, x and e work on
	sleep   func() tea.Cmd // what z does, nil for nothing
	settle  func() tea.Cmd // what space does, nil for nothing
	whyNot  string         // why space does nothing
}

// lay makes the parts of the page; those without items are left out.
func (p *Page) lay() []part {
	if !p.page.Some && len(p.page.Drafts) == 0 {
		return []part{p.firstSteps()}
	}
	all := []part{p.drafts(), p.promised(), p.waiting(), p.quiet(), p.worries(), p.meetings(), p.goodNews(), p.coming()}
	var parts []part
	for _, one := range all {
		if len(one.items) > 0 {
			parts = append(parts, one)
		}
	}
	return parts
}

func (p *Page) items() []item {
	var items []item
	for _, one := range p.parts {
		items = append(items, one.items...)
	}
	return items
}

func (p *Page) selected() (item, bool) {
	items := p.items()
	if at := p.list.At(); at >= 0 && at < len(items) {
		return items[at], true
	}
	return item{}, false
}

func (p *Page) openFamily(id int64) func() tea.Cmd {
	return func() tea.Cmd { return screen.Open(screen.Family, id) }
}

func (p *Page) promised() part {
	one := part{title: "Promised"}
	if n := len(p.page.Promised.Lines); n > 0 {
		one.note = fmt.Sprintf("%d of %d", n, p.page.Promised.Open)
		if asleep := p.page.Promised.Asleep; asleep > 0 {
			one.note += fmt.Sprintf(", %d asleep", asleep)
		}
	}
	for _, line := range p.page.Promised.Lines {
		l := promise.Line{ID: line.ID, FamilyID: line.FamilyID, AdultID: line.AdultID, MeetingID: line.MeetingID, What: line.What, Family: line.Family,
			Kind: line.Kind, Whose: line.Whose, Due: line.Due, DateTold: line.DateTold}
		one.items = append(one.items, item{
			key: itemKey{one.title, line.ID}, family: line.FamilyID, about: line.Family + ": " + line.What + ".", rows: 1,
			draw: func(c *canvas.Canvas) { p.drawPromise(c, line) }, promise: &l,
			open: func() tea.Cmd {
				if line.MeetingID != 0 {
					return screen.Open(screen.Meeting, line.MeetingID)
				}
				return screen.Open(screen.Family, line.FamilyID)
			},
			settle: func() tea.Cmd { return p.hands.Done(l) }, sleep: func() tea.Cmd { return p.hands.Sleep(l) },
		})
	}
	one.more(p, len(p.page.Promised.Lines), p.page.Promised.Open, p.page.Promised.Asleep, screen.FollowUps)
	return one
}

func (p *Page) waiting() part {
	one := part{title: "Waiting for an answer from us", note: more(len(p.page.Waiting.Lines), p.page.Waiting.All, p.page.Waiting.Asleep)}
	for _, line := range p.page.Waiting.Lines {
		one.items = append(one.items, item{
			key: itemKey{one.title, line.ContactID}, family: line.FamilyID, rows: 1,
			about: line.Family + " asked on " + line.Asked.Date().Short() + "; the answer is due on " + line.AnswerBy.Short() + ", " + line.Ack + ".",
			draw:  func(c *canvas.Canvas) { p.drawQuestion(c, line) }, open: p.openFamily(line.FamilyID),
			settle: p.keep(p.store.AnswerQuestion, line.ContactID), sleep: p.sleep(model.QuestionSleeps, line.ContactID, line.Family+" asked something"),
		})
	}
	one.more(p, len(p.page.Waiting.Lines), p.page.Waiting.All, p.page.Waiting.Asleep, screen.Replies)
	return one
}

func (p *Page) quiet() part {
	one := part{title: "Going quiet", column: people, note: more(len(p.page.Quiet.Lines), p.page.Quiet.All, p.page.Quiet.Asleep)}
	for _, line := range p.page.Quiet.Lines {
		one.items = append(one.items, item{
			key: itemKey{one.title, line.FamilyID}, family: line.FamilyID, rows: 1,
			about: quietAbout(line),
			draw:  func(c *canvas.Canvas) { p.drawQuiet(c, line) }, open: p.openFamily(line.FamilyID),
			settle: func() tea.Cmd {
				return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.LogCheckIn(ctx, line.FamilyID) })
			},
			sleep: p.sleep(model.QuietSleeps, line.FamilyID, "It is time to check in with "+line.Family),
		})
	}
	one.more(p, len(p.page.Quiet.Lines), p.page.Quiet.All, p.page.Quiet.Asleep, screen.GoingQuiet)
	return one
}

// quietAbout says why a family stands here, and whom to ring.
func quietAbout(line view.QuietLine) string {
	about := line.Family + ": we speak " + line.Every + "; it is time again. A quick word at the gate counts, and space says that you had it."
	if line.Ring != "" {
		about += " Ring " + strings.TrimSuffix(line.Ring+", "+line.RingHow, ", ") + "."
	}
	return about
}

func (p *Page) worries() part {
	one := part{title: "Worries to settle", column: people, note: more(len(p.page.Worries.Lines), p.page.Worries.All, p.page.Worries.Asleep)}
	for _, line := range p.page.Worries.Lines {
		one.items = append(one.items, item{
			key: itemKey{one.title, line.ContactID}, family: line.FamilyID, rows: 1,
			about: line.Family + ": raised " + line.Raised.Date().Short() + "; " + line.Step + ". Small things, done early, change a lot.",
			draw:  func(c *canvas.Canvas) { p.drawWorry(c, line) }, open: p.openFamily(line.FamilyID),
			settle: p.keep(p.store.SettleConcern, line.ContactID), sleep: p.sleep(model.WorrySleeps, line.ContactID, line.Family+" told of a worry"),
		})
	}
	one.more(p, len(p.page.Worries.Lines), p.page.Worries.All, p.page.Worries.Asleep, screen.Worries)
	one.items = append(one.items, p.accountItems()...)
	return one
}

func (p *Page) meetings() part {
	one := part{title: "Meetings", note: "this week", column: ahead}
	for _, line := range p.page.Meetings {
		rows := 2
		if line.Presses != "" {
			rows = 3
		}
		kind, about := screen.Meeting, "What presses most before it stands under the bar."
		if line.Over {
			kind, about = screen.DrawLine, "It is over: thank them, write down what was agreed, and draw a line under it."
		}
		one.items = append(one.items, item{
			key: itemKey{one.title, line.ID}, family: line.FamilyID, about: line.Family + ", " + string(line.Kind) + ". " + about, rows: rows,
			draw:   func(c *canvas.Canvas) { p.drawMeeting(c, line) },
			open:   func() tea.Cmd { return screen.Open(kind, line.ID) },
			whyNot: "A meeting is done when a line is drawn under it: open it.",
		})
	}
	return one
}

func (p *Page) goodNews() part {
	one := part{title: "Good news", note: "this half term", column: ahead}
	g := p.page.GoodNews
	open := func() tea.Cmd { return screen.Open(screen.GoodNews, 0) }
	about := "Every family hears something good about its child in each half term."
	switch {
	case !p.page.Terms:
		one.note, open = "", func() tea.Cmd { return screen.Open(screen.School, 0) }
		about = "Without term dates nobody knows when a half term began."
	case g.Of == 0:
		return one
	}
	one.items = []item{{
		key: itemKey{one.title, 0}, about: about, rows: 2, draw: p.drawGoodNews, open: open,
		whyNot: "Log good news with " + action.ByID(action.Log).Keyname(false) + " and a + in front.",
	}}
	if len(g.Turn) > 0 {
		one.items = append(one.items, item{
			key: itemKey{one.title, 1}, family: g.Turn[0].FamilyID, about: "It is the turn of " + turnWords(g) + ". They hear good news more often than once each half term.", rows: 1,
			draw: p.drawTurn, open: func() tea.Cmd { return screen.Open(screen.NewsCalls, 0) },
			whyNot: "Open it, and ring one after the other: each call is noted there.",
		})
	}
	return one
}

func (p *Page) coming() part {
	one := part{title: "Coming up", column: ahead}
	for i, line := range p.page.Coming {
		one.items = append(one.items, item{
			key: itemKey{one.title, int64(i)}, family: line.FamilyID, about: line.What + ".", rows: 1,
			draw: func(c *canvas.Canvas) { p.drawComing(c, line) }, open: func() tea.Cmd { return openComing(line) },
			whyNot: "It goes by itself when its day has passed.",
		})
	}
	return one
}

func openComing(line view.ComingUp) tea.Cmd {
	switch {
	case line.LookBack != "":
		return screen.Open(screen.Week, int64(slices.Index(model.Spans, line.LookBack)))
	case line.Reviews:
		return screen.Open(screen.Reviews, 0)
	case line.Years:
		return screen.Open(screen.YearsMoveOn, 0)
	case line.Moves:
		return screen.Open(screen.Moves, 0)
	case line.Welcome:
		return screen.Open(screen.Story, line.FamilyID)
	case line.Meeting != 0:
		return screen.Open(screen.Meeting, line.Meeting)
	case line.FamilyID != 0:
		return screen.Open(screen.Family, line.FamilyID)
	}
	return screen.Open(screen.School, 0)
}

// more adds a line that leads to the list with all there is, where not all is shown or some of it sleeps.
func (one *part) more(p *Page, shown, all, asleep int, list screen.Kind) {
	if shown >= all && asleep == 0 {
		return
	}
	words := "see them all"
	if shown < all {
		words = fmt.Sprintf("%d more", all-shown)
	}
	one.items = append(one.items, item{
		key: itemKey{one.title, 0}, about: "The list has them all, also what sleeps until a day.", rows: 1,
		draw: func(c *canvas.Canvas) { c.Text(whenWidth, 0, p.Theme.Dim, canvas.Cut(words, c.Width()-whenWidth)) },
		open: func() tea.Cmd { return screen.Open(list, 0) }, whyNot: "Open it: the list has them all.",
	})
}

// sleep asks until which day a line is off the page.
func (p *Page) sleep(what model.Sleeper, record int64, words string) func() tea.Cmd {
	return func() tea.Cmd { return sleeping.Ask(p.Env, p.store, what, record, "", words) }
}

// more says how many of all are shown, when it is not all of them, and how many sleep until a day.
func more(shown, all, asleep int) string {
	var notes []string
	if shown < all {
		notes = append(notes, fmt.Sprintf("%d of %d", shown, all))
	}
	if asleep > 0 {
		notes = append(notes, fmt.Sprintf("%d asleep", asleep))
	}
	return strings.Join(notes, ", ")
}
