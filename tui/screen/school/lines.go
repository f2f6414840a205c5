package school

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
)

// compose makes the lines of the page from the facts.
func (p *Page) compose() []line {
	var lines []line
	of := model.School{}
	add := func(name part, more []line, empty string) {
		lines = append(lines, line{part: name, school: of, heading: true, words: p.heading(name, of)})
		if len(more) == 0 && empty != "" {
			more = []line{{words: empty, note: "", open: p.adder(name)}}
		}
		for _, l := range more {
			l.part, l.school = name, of
			lines = append(lines, l)
		}
	}
	add(partYou, []line{p.youLine()}, "")
	add(partSchools, p.schoolLines(), "none yet: add your school")
	for _, of = range p.facts.schools {
		add(partTerms, p.termLines(of), "")
	}
	of = model.School{}
	if len(p.facts.schools) > 0 {
		add(partHolidays, p.holidayLines(), "none changed: those of England are built in")
	}
	add(partStaff, p.staffLines(), "nobody yet: add a colleague")
	add(partRooms, p.roomLines(), "none yet: add a room to meet in")
	add(partOutside, p.outsideLines(), "nobody yet")
	add(partIn, inLines(), "")
	add(partTwice, []line{{words: "Who is perhaps the same", note: "look at them, join them, or say that they are two",
		open: func() tea.Cmd { return screen.Open(screen.Doubles, 0) }}}, "")
	add(partSettings, p.settingLines(), "")
	add(partOut, outLines(), "")
	add(partTemplates, p.templateLines(), "none yet: a meeting that went well can become one")
	add(partChecklist, p.checklistLines(), "")
	return lines
}

func (p *Page) youLine() line {
	me := p.facts.me
	if me.Name == "" {
		return line{words: "Who are you? Your name stands under letters.", open: p.changeMe}
	}
	return line{words: me.Name, note: string(me.Role), open: p.changeMe}
}

// inLines lead to the pages on which something is taken in.
func inLines() []line {
	return []line{
		{words: "The office's export", note: "a CSV file of pupils and their contacts", open: func() tea.Cmd { return screen.Open(screen.Import, 0) }},
		{words: "A hand-over pack", note: "families from a colleague", open: func() tea.Cmd { return screen.Open(screen.PackIn, 0) }},
		{words: "The last import, taken back", note: "what you wrote since then stays", open: func() tea.Cmd { return screen.Open(screen.ImportBack, 0) }},
	}
}

// outLines lead to the pages on which something is written out.
func outLines() []line {
	return []line{
		{words: "Contacts, a calendar, lists or the log as a file", open: func() tea.Cmd { return screen.Open(screen.TakeOut, 0) }},
		{words: "Families, handed over to a colleague", open: func() tea.Cmd { return screen.Open(screen.PackOut, 0) }},
		{words: "A whole record, for who asks for it", note: "on the family’s page, with " + action.ByID(action.Palette).Keyname(false), open: func() tea.Cmd { return screen.Open(screen.Families, 0) }},
	}
}

func (p *Page) schoolLines() (lines []line) {
	for _, s := range p.facts.schools {
		lines = append(lines, line{
			words: s.Name, note: strings.TrimSpace(string(s.Kind) + "  " + s.YearGroups),
			open:   func() tea.Cmd { return p.changeSchool(s) },
			remove: func(ctx context.Context) (view.Change, error) { return p.store.RemoveSchool(ctx, s.ID) },
		})
	}
	if len(lines) > 0 {
		lines = append(lines, line{words: "Move the years on", note: "into a new school year", open: func() tea.Cmd { return screen.Open(screen.YearsMoveOn, 0) }})
	}
	return lines
}

// heading is the name of a part, with its school where there are several.
func (p *Page) heading(name part, of model.School) string {
	if of.ID != 0 && len(p.facts.schools) > 1 {
		return string(name) + ": " + of.Name
	}
	return string(name)
}

func (p *Page) termLines(s model.School) (lines []line) {
	c := p.facts.calendars[s.ID]
	dates := c.Dates()
	for _, t := range dates.Terms {
		lines = append(lines, line{words: t.String(), facts: termWords(t), open: func() tea.Cmd { return p.changeYear(s, t.Year) }})
	}
	lines = append(lines, p.closedLines(s, dates)...)
	for _, warning := range c.Check() {
		lines = append(lines, line{words: warning, warn: true})
	}
	newYear := func() tea.Cmd { return p.changeYear(s, "") }
	if year := c.NextYearMissing(p.Today()); year != "" && c.HasTerms() {
		lines = append(lines, line{words: year + " is still to be typed", warn: true, open: newYear})
	}
	if len(dates.Terms) == 0 {
		lines = append(lines, line{words: "no term dates yet: type a year's", open: newYear})
	}
	return append(lines, line{words: fromTermsFile, open: func() tea.Cmd { return p.termsFromFile(s) }})
}

func termWords(t model.Term) string {
	words := t.Start.Short() + " – " + t.End.Short()
	if t.HalfTermStart != "" {
		words += ", half-term " + t.HalfTermStart.Short() + " – " + t.HalfTermEnd.Short()
	}
	return words
}

func (p *Page) closedLines(s model.School, dates model.CalendarDates) (lines []line) {
	closed := func(d view.ClosedDay, words string) line {
		return line{
			words: words, note: d.Reason, open: func() tea.Cmd { return p.changeClosedDay(s, d) },
			remove: func(ctx context.Context) (view.Change, error) {
				return p.store.RemoveClosedDay(ctx, s.ID, d.Day, d.Kind)
			},
		}
	}
	for _, d := range dates.Inset {
		lines = append(lines, closed(view.ClosedDay{Day: d, Kind: view.InsetDay}, "INSET "+d.Full()))
	}
	for _, c := range dates.Closures {
		lines = append(lines, closed(view.ClosedDay{Day: c.Date, Kind: view.ClosureDay, Reason: c.Reason}, "Closed "+c.Date.Full()))
	}
	return lines
}

func (p *Page) holidayLines() (lines []line) {
	dates := p.facts.calendars[p.facts.schools[0].ID].Dates()
	for _, h := range dates.BankHolidays {
		lines = append(lines, line{
			words: h.Date.Full(), note: h.Name,
			remove: func(ctx context.Context) (view.Change, error) { return p.store.RemoveBankHoliday(ctx, h.Date) },
		})
	}
	for _, d := range dates.NotBankHolidays {
		lines = append(lines, line{words: d.Full(), note: "is no bank holiday"})
	}
	return lines
}

func (p *Page) staffLines() (lines []line) {
	for _, s := range p.facts.staff {
		note := string(s.Role)
		if s.Me {
			note += ", you"
		}
		if s.Inactive {
			note += ", not here any more"
		}
		if s.Classes != "" {
			note += ", " + s.Classes
		}
		if s.Availability != "" {
			note += ", " + s.Availability
		}
		lines = append(lines, line{
			words: s.Name, note: note, open: func() tea.Cmd { return p.changeStaff(s) },
			remove: func(ctx context.Context) (view.Change, error) { return p.store.RemoveStaff(ctx, s.ID) },
		})
	}
	return lines
}

func (p *Page) roomLines() (lines []line) {
	for _, r := range p.facts.rooms {
		lines = append(lines, line{
			words: r.Name, note: roomWords(r), open: func() tea.Cmd { return p.changeRoom(r) },
			remove: func(ctx context.Context) (view.Change, error) { return p.store.RemoveRoom(ctx, r.ID) },
		})
	}
	return lines
}

func roomWords(r model.Room) string {
	var words []string
	for _, fact := range []struct {
		is   bool
		word string
	}{{r.Neutral, "neutral"}, {r.Private, "private"}, {r.Welcoming, "welcoming"}, {r.StepFree, "step-free"}} {
		if fact.is {
			words = append(words, fact.word)
		}
	}
	if r.WhoseRoom != "" {
		words = append(words, r.WhoseRoom+"'s own")
	}
	return strings.Join(words, ", ")
}

func (p *Page) outsideLines() (lines []line) {
	for _, o := range p.facts.outside {
		lines = append(lines, line{
			words: o.Name, note: strings.Trim(o.Role+", "+o.Organisation, ", "), open: func() tea.Cmd { return p.changeOutside(o) },
			remove: func(ctx context.Context) (view.Change, error) { return p.store.RemoveProfessional(ctx, o.ID) },
		})
	}
	return lines
}

func (p *Page) settingLines() (lines []line) {
	for _, s := range model.SettingTable {
		answer := p.facts.settings.Text(s.Key)
		if answer == "" {
			answer = "nothing"
		}
		lines = append(lines, line{words: s.Question, note: answer, dim: !p.facts.settings.Answered(s.Key), open: func() tea.Cmd { return p.changeSetting(s) }})
	}
	return lines
}
