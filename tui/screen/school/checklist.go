package school

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/meetingforms"
)

// What the school makes of the checklist and of meetings: lines of its own and those it does without,
// and its templates.

// checklistLines are all lines of the checklist by group, the school's own behind Kettle's.
func (p *Page) checklistLines() (lines []line) {
	for _, g := range model.Groups {
		lines = append(lines, line{group: true, words: string(g), of: g})
		for _, r := range model.ChecklistRules {
			if r.Group == g {
				lines = append(lines, p.itemLine(r, string(r.When)))
			}
		}
		for _, i := range p.facts.own.Items {
			if i.Part != g {
				continue
			}
			l := p.itemLine(i.Rule(), strings.Join(append([]string{"ours", string(i.Rule().When)}, kindWords(i.Kinds)...), ", "))
			l.open = func() tea.Cmd { return p.changeItem(i) }
			l.remove = func(ctx context.Context) (view.Change, error) { return p.store.RemoveOwnItem(ctx, i.ID) }
			lines = append(lines, l)
		}
	}
	return lines
}

func (p *Page) itemLine(r model.Rule, note string) line {
	l := line{words: r.Asks, note: note, dim: true, item: r.ID, of: r.Group, about: []string{r.Asks + ".", r.Why}}
	if r.Try != "" {
		l.about = append(l.about, "Try: "+r.Try)
	}
	settled := "It settles itself from what is written of the meeting"
	switch {
	case r.Settle == nil:
		settled = "A person ticks it"
	case r.Hand:
		settled += ", or a person ticks it"
	}
	l.about = append(l.about, settled+", "+string(r.When)+".")
	for _, off := range p.facts.own.Off {
		if off == r.ID {
			l.off, l.note = true, "switched off"
		}
	}
	return l
}

// kindWords are the meetings to which a line belongs, none for all.
func kindWords(kinds []model.MeetingKind) []string {
	switch len(kinds) {
	case 0:
		return nil
	case 1:
		return []string{string(kinds[0]) + " only"}
	}
	return []string{"some meetings"}
}

func (p *Page) changeItem(i model.OwnItem) tea.Cmd {
	return screen.Show(meetingforms.OwnItem(p.Env, p.store, i, i.ID, ""))
}

// switchItem leaves the selected line out of every checklist of the school, or takes it in again.
func (p *Page) switchItem() tea.Cmd {
	l := p.selected()
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.SwitchItem(ctx, l.item, l.off) })
}

func (p *Page) whyNotSwitch() string {
	l := p.selected()
	if l.item == "" {
		return "Only lines of the checklist are switched off and on."
	}
	return model.WhyNotOff(l.item)
}

func (p *Page) templateLines() (lines []line) {
	for _, t := range p.facts.own.Templates {
		lines = append(lines, line{
			words: t.Name, note: string(t.Kind), open: func() tea.Cmd { return p.changeTemplate(t) },
			remove: func(ctx context.Context) (view.Change, error) { return p.store.RemoveOwnTemplate(ctx, t.ID) },
		})
	}
	return lines
}

func (p *Page) changeTemplate(t model.OwnTemplate) tea.Cmd {
	return screen.Show(meetingforms.OwnTemplate(p.Env, p.store, t, t.ID))
}
