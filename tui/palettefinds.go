package tui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
)

// How much of each the palette shows when there is more.
const (
	mostActions = 5
	mostNotes   = 4
)

// paletteFound and paletteNotes are the answers for what was typed.
type paletteFound struct {
	view.Found
	typed string
}

type paletteNotes struct {
	view.FoundNotes
	typed string
}

// Load asks for what the words find, and looks through the newest stretch of the log.
func (p *palette) Load() []screen.Ask {
	typed := p.line.Text()
	if strings.TrimSpace(typed) == "" {
		return nil
	}
	return []screen.Ask{
		{Slot: "found", Do: func(ctx context.Context) (any, error) {
			found, err := p.app.store.Find(ctx, typed)
			return paletteFound{found, typed}, err
		}},
		p.askNotes(typed, view.LogPlace{}),
	}
}

// askNotes looks through the stretch of the log that begins at a place.
func (p *palette) askNotes(typed string, from view.LogPlace) screen.Ask {
	return screen.Ask{Slot: "notes", Do: func(ctx context.Context) (any, error) {
		found, err := p.app.store.FindNotes(ctx, typed, from)
		return paletteNotes{found, typed}, err
	}}
}

// Take takes what was found. The log is looked through further back while too little is found and
// nothing else is typed.
func (p *palette) Take(answer any) tea.Cmd {
	typed := p.line.Text()
	switch answer := answer.(type) {
	case paletteFound:
		if answer.typed == typed {
			p.found = answer.Found
		}
	case paletteNotes:
		if answer.typed != typed {
			return nil
		}
		p.notes = append(p.notes, answer.Notes...)
		if answer.More && len(p.notes) < mostNotes {
			p.narrow()
			return screen.Question(p, p.askNotes(typed, answer.Back))
		}
	}
	p.narrow()
	return nil
}

// narrow says what is shown: where one has been before anything is typed; then the actions that are
// called so, what was found, words of notes, and last the actions that fit by some letters.
func (p *palette) narrow() {
	typed := strings.TrimSpace(p.line.Text())
	if typed == "" {
		p.shown = append(slices.Clone(p.recent), p.actions...)
	} else {
		called, likely := p.actionsFor(typed)
		found := p.finds()
		p.shown = append(called[:min(len(called), max(mostActions, mostShown-len(found)))], found...)
		if len(p.shown) == 0 {
			p.shown = p.elsewhere(typed)
		}
		p.shown = append(p.shown, likely...)
	}
	p.shown = p.shown[:min(len(p.shown), mostShown)]
	p.at = min(p.at, max(len(p.shown)-1, 0))
}

// actionsFor are the actions whose title, or what else people call them, has every word, or the beginning
// of it, and those that fit by some of their letters, each the best first.
func (p *palette) actionsFor(typed string) (called, likely []choice) {
	for _, m := range fuzzy.FindFrom(typed, titles(p.actions)) {
		if c := p.actions[m.Index]; isCalled(c.words, typed) {
			called = append(called, c)
		} else {
			likely = append(likely, c)
		}
	}
	for _, c := range p.actions { // words in another order, and other words
		if isCalled(c.words+" "+c.also, typed) && !slices.ContainsFunc(called, func(o choice) bool { return o.words == c.words }) {
			called = append(called, c)
		}
	}
	return called, likely
}

// elsewhere are the actions of other pages that are called so: they say where they are.
func (p *palette) elsewhere(typed string) (all []choice) {
	for _, place := range []struct {
		scope action.Scope
		words string
	}{{action.Family, "on a family’s page"}, {action.Meeting, "on a meeting’s page"}} {
		for _, act := range action.In(place.scope) {
			if act.Hidden || !isCalled(act.Title+" "+act.Also, typed) || slices.ContainsFunc(p.actions, func(c choice) bool { return c.words == act.Title }) {
				continue
			}
			words := "“" + act.Title + "” is " + place.words + ": open that first."
			all = append(all, choice{words: act.Title, key: place.words, why: words, do: func() tea.Cmd { return screen.Say(words) }})
		}
	}
	return all
}

// isCalled reports whether each word of what was typed begins a word of a title.
func isCalled(title, typed string) bool {
	words := strings.Fields(model.FoldSearch(title))
	for _, t := range strings.Fields(model.FoldSearch(typed)) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, t) }) {
			return false
		}
	}
	return true
}

// finds are the lines of what was found.
func (p *palette) finds() []choice {
	var all []choice
	for _, f := range p.found.Families {
		all = append(all, choice{words: f.Name, key: f.Children, do: opens(screen.Family, f.ID)})
	}
	for _, f := range p.found.People {
		of := f.Family
		if f.IsPupil {
			of = strings.TrimPrefix(f.Pupil+" · "+f.Family, " · ")
		}
		all = append(all, choice{words: f.Name, key: of, do: opens(screen.Family, f.FamilyID)})
	}
	for _, m := range p.found.Meetings {
		all = append(all, choice{words: m.Family + " · " + string(m.Kind), key: p.meetingDay(m), do: opens(screen.Meeting, m.ID)})
	}
	for _, n := range p.notes[:min(len(p.notes), mostNotes)] {
		all = append(all, choice{words: n.Family + ": " + strings.Join(strings.Fields(n.Text), " "), key: n.At.Date().Near(p.Today()), do: opens(screen.LogEntry, n.ContactID)})
	}
	return all
}

func (p *palette) meetingDay(m view.FoundMeeting) string {
	if m.Start == "" {
		return "no date yet"
	}
	return string(m.Status) + " " + m.Start.Date().Near(p.Today())
}

func opens(kind screen.Kind, id int64) func() tea.Cmd {
	return func() tea.Cmd { return screen.Open(kind, id) }
}

type titles []choice

// String is the words of one choice, for the fuzzy search.
func (t titles) String(i int) string { return t[i].words }

// Len is the number of choices.
func (t titles) Len() int { return len(t) }
