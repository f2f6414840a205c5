package wholerecord

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

func (p *Page) whyNotYet() string {
	if !p.known {
		return "The record has not been read yet."
	}
	return ""
}

func (p *Page) whyNothing() string {
	if _, ok := p.selected(); !ok {
		return "No entry is selected."
	}
	return ""
}

func (p *Page) whyNotDecide() string {
	switch why := p.whyNothing(); {
	case why != "":
		return why
	case p.about == model.PersonRef{}:
		return "First say who asks: " + action.ByID(action.RecordAsker).Keyname(false) + ". What is decided holds for them alone."
	}
	return ""
}

// decide goes through show, leave out and not decided; what names nobody is shown unless it is left out.
func (p *Page) decide() tea.Cmd {
	e, _ := p.selected()
	next := e.Decision().Next()
	if !e.Marked() && next == model.ShowEntry {
		next = model.LeaveOut
	}
	return screen.Keep(p.decided(e.RecordKey, next, ""))
}

func (p *Page) decided(key model.RecordKey, decision model.Decision, why string) func(ctx context.Context) (view.Change, error) {
	d := model.Disclosure{RecordKey: key, About: p.about, Decision: decision, Why: why}
	return func(ctx context.Context) (view.Change, error) { return p.store.Decide(ctx, p.family, d) }
}

// leaveOutDraft names the draft of a reason: for whom, and what kind of entry it is.
const leaveOutDraft = "left out for %s %d: "

// leaveOut asks why an entry is left out.
func (p *Page) leaveOut() tea.Cmd {
	e, _ := p.selected()
	return screen.Show(p.leaveOutForm(e.RecordKey, e.Decided.Why))
}

func (p *Page) leaveOutForm(key model.RecordKey, why string) *form.Form {
	return form.New(p.Env, p.store, form.Spec{
		Title: "Leave the entry out", Name: fmt.Sprintf(leaveOutDraft, p.about.Kind, p.about.ID) + key.What, Record: key.ID,
		Intro:  "The reason stays with you and the data protection officer; it is not given out.",
		Groups: form.Fields(widget.LongText("Why", &why, 4).Hint("it is about another family's child")),
		Keep: func(ctx context.Context) (view.Change, error) {
			return p.decided(key, model.LeaveOut, why)(ctx)
		},
	})
}

// Resume opens the form in which something was being typed.
func (p *Page) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	if name == askerDraft {
		if !p.known {
			return nil, false
		}
		return screen.Show(p.askerForm()), true
	}
	var who model.PersonRef
	_, what, _ := strings.Cut(name, ": ")
	if _, err := fmt.Sscanf(name, leaveOutDraft, &who.Kind, &who.ID); err != nil || what == "" {
		return nil, true
	}
	if p.about != who {
		p.about, p.known = who, false
		return screen.Question(p, p.Load()...), false
	}
	if !p.known {
		return nil, false
	}
	return screen.Show(p.leaveOutForm(model.RecordKey{What: what, ID: record}, "")), true
}

const askerDraft = "who asks for a record"

// askerForm says who asks, and when the request came; the days are not kept.
func (p *Page) askerForm() *form.Form {
	asker, request := askerValue(p.about), p.request
	days := widget.Days{Today: p.Today(), Calendar: p.Calendar()}
	options := []widget.Option{{Value: "", Words: "nobody yet", Note: "the family as a whole"}}
	for _, a := range p.page.Askers {
		options = append(options, widget.Option{Value: askerValue(a.PersonRef), Words: a.Name, Note: a.Note})
	}
	return form.New(p.Env, p.store, form.Spec{
		Title: "Who asks, and since when", Name: askerDraft, Intro: "The days make the clock on this page; they are not kept.",
		About: []string{"One calendar month from the day it came, holidays counted; from the day on which it was shown who they are, where that was really needed. The days of a question that was truly needed do not count (rules.md R42, R43)."},
		Groups: form.Fields(
			widget.Choice("Who asks", &asker, options),
			widget.Date("It came on", &request.Received, days).Past(),
			widget.Date("Shown who they are on", &request.IDReceived, days).Past().Hint("only where that was needed"),
			widget.Date("You asked back on", &request.Asked, days).Past(),
			widget.Date("They answered on", &request.Answered, days).Past(),
			widget.YesNo("Three months, told why", &request.Extended),
		),
		Keep: func(context.Context) (view.Change, error) { return view.Change{}, nil },
		Then: func(view.Change) tea.Cmd { return p.asks(asker, request) },
	})
}

func askerValue(who model.PersonRef) string {
	if who == (model.PersonRef{}) {
		return ""
	}
	return fmt.Sprint(who.Kind, " ", who.ID)
}

// asks takes who asks, and reads the record for them.
func (p *Page) asks(asker string, request model.AccessRequest) tea.Cmd {
	p.request, p.about = request, model.PersonRef{}
	for _, a := range p.page.Askers {
		if askerValue(a.PersonRef) == asker {
			p.about = a.PersonRef
		}
	}
	return screen.Question(p, p.Load()...)
}

// kinds are the two prints, as they are offered.
var kinds = []struct {
	kind model.RecordPrint
	note string
}{
	{model.ForDecision, "everything, with the marks"},
	{model.ToGiveOut, "as decided; the rest is blacked out"},
}

// choose asks for which of the two, and goes on with its sheet, which is made beside the screen.
func (p *Page) choose(title string, then func(sheet model.Sheet) tea.Cmd) tea.Cmd {
	var choices []choose.Choice
	for _, k := range kinds {
		choices = append(choices, choose.Choice{Words: string(k.kind), Note: k.note, Do: func() tea.Cmd {
			if k.kind == model.ToGiveOut && p.about == (model.PersonRef{}) {
				return screen.Say("First say who asks: " + action.ByID(action.RecordAsker).Keyname(false) + ". A record is given to one person.")
			}
			record, made, by := p.page.Record, p.Today(), p.World.Me.Name
			return screen.ReadLong("Writing the record", func(context.Context) (any, error) { return record.Sheet(k.kind, made, by), nil },
				func(answer any) tea.Cmd {
					sheet, _ := answer.(model.Sheet)
					return then(sheet)
				})
		}})
	}
	return screen.Show(choose.New(p.Env, title, choices))
}

func (p *Page) print() tea.Cmd {
	return p.choose("Print the record", func(sheet model.Sheet) tea.Cmd { return screen.Show(choose.Print(p.Env, "the record", sheet)) })
}

func (p *Page) copy() tea.Cmd {
	return p.choose("Copy the record", func(sheet model.Sheet) tea.Cmd { return screen.Copy(sheet.Text(), "the record") })
}
