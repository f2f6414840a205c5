package school

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// What the names of drafts begin with, for forms of which there are several.
const (
	settingForm   = "setting "
	yearForm      = "school year "
	closedDayForm = "closed day"
	termsFileForm = "term dates file"
)

// addHere adds something to the part of the selected line.
func (p *Page) addHere() tea.Cmd {
	if add := p.adder(p.selected().part); add != nil {
		return add()
	}
	return nil
}

// adder is what adds something to a part, nil where nothing can be added.
func (p *Page) adder(name part) func() tea.Cmd {
	switch name {
	case partSchools:
		return func() tea.Cmd { return p.changeSchool(model.School{}) }
	case partTerms:
		return func() tea.Cmd { return p.changeYear(p.schoolHere(), "") }
	case partHolidays:
		return p.addHoliday
	case partStaff:
		return func() tea.Cmd { return p.changeStaff(model.Staff{Role: model.ClassTeacher}) }
	case partRooms:
		return func() tea.Cmd { return p.changeRoom(model.Room{}) }
	case partOutside:
		return func() tea.Cmd { return p.changeOutside(model.Professional{}) }
	case partTemplates:
		return func() tea.Cmd { return p.changeTemplate(model.OwnTemplate{}) }
	case partChecklist:
		return func() tea.Cmd {
			return p.changeItem(model.OwnItem{Part: p.selected().of, Due: model.TheDayBefore})
		}
	}
	return nil
}

// forms opens a form of these fields.
func (p *Page) forms(title, name string, record int64, fields []widget.Field, keep func(ctx context.Context) (view.Change, error)) tea.Cmd {
	return screen.Show(form.New(p.Env, p.store, form.Spec{Title: title, Name: name, Record: record, Groups: form.Fields(fields...), Keep: keep}))
}

// schoolHere is the school whose term dates are selected, else the first.
func (p *Page) schoolHere() model.School {
	if s := p.selected().school; s.ID != 0 {
		return s
	}
	return p.facts.schools[0]
}

func (p *Page) days() widget.Days { return widget.Days{Today: p.Today(), Calendar: p.Calendar()} }

func (p *Page) changeMe() tea.Cmd {
	me := p.facts.me
	if me.Role == "" {
		me.Role = model.SENCO
	}
	return p.forms("You", "me", 0, []widget.Field{
		widget.Text("Your name", &me.Name).Hint("as you sign: Ms Reed").Needed("Your name, please, as you sign."),
		widget.Choice("Your role", &me.Role, widget.Options(model.Roles)),
	}, func(ctx context.Context) (view.Change, error) { return p.store.SaveMe(ctx, me.Name, me.Role) })
}

func (p *Page) changeSchool(s model.School) tea.Cmd {
	if s.Kind == "" {
		s.Kind = model.Maintained
	}
	return p.forms(title(s.Name, "A school"), "school", s.ID, []widget.Field{
		widget.Text("Name", &s.Name).Needed("The school's name, please."),
		widget.Choice("Kind", &s.Kind, widget.Options(model.SchoolKinds)),
		widget.Text("Year groups", &s.YearGroups).Hint("R 1 2 3 4 5 6"),
	}, func(ctx context.Context) (view.Change, error) { return p.store.SaveSchool(ctx, s) })
}

func title(name, otherwise string) string {
	if name == "" {
		return otherwise
	}
	return name
}

// schoolField asks which school, where there are several.
func (p *Page) schoolField(id *int64) []widget.Field {
	if len(p.facts.schools) < 2 {
		return nil
	}
	var options []widget.Option
	for _, s := range p.facts.schools {
		options = append(options, widget.IDOption(s.ID, s.Name, ""))
	}
	return []widget.Field{widget.PickID("School", *id, options, func(chosen int64, _ string) { *id = chosen })}
}

func (p *Page) changeStaff(s model.Staff) tea.Cmd {
	fields := []widget.Field{
		widget.Text("Name", &s.Name).Hint("as one says it: Mr Shah").Needed("A name, please."),
		widget.Choice("Role", &s.Role, widget.Options(model.Roles)),
		widget.Text("Classes", &s.Classes).Hint("4B, 5A"),
		widget.Text("When here", &s.Availability).Hint("not Wednesdays"),
		widget.YesNo("Not here any more", &s.Inactive),
	}
	return p.forms(title(s.Name, "A colleague"), "staff", s.ID, append(fields, p.schoolField(&s.SchoolID)...),
		func(ctx context.Context) (view.Change, error) { return p.store.SaveStaff(ctx, s) })
}

func (p *Page) changeRoom(r model.Room) tea.Cmd {
	fields := []widget.Field{
		widget.Text("Name", &r.Name).Hint("Rainbow room").Needed("The room's name, please."),
		widget.YesNo("Neutral", &r.Neutral),
		widget.YesNo("Private", &r.Private),
		widget.YesNo("Welcoming", &r.Welcoming),
		widget.YesNo("Step-free", &r.StepFree),
		widget.Text("Whose office", &r.WhoseRoom).Hint("nobody's, or: the head"),
	}
	return p.forms(title(r.Name, "A room"), "room", r.ID, append(fields, p.schoolField(&r.SchoolID)...),
		func(ctx context.Context) (view.Change, error) { return p.store.SaveRoom(ctx, r) })
}

func (p *Page) changeOutside(o model.Professional) tea.Cmd {
	return p.forms(title(o.Name, "Somebody from outside"), "professional", o.ID, []widget.Field{
		widget.Text("Name", &o.Name).Needed("A name, please."),
		widget.Text("Role", &o.Role).Hint("educational psychologist"),
		widget.Text("Organisation", &o.Organisation),
		widget.Text("Phone", &o.Phone),
		widget.Text("E-mail", &o.Email),
	}, func(ctx context.Context) (view.Change, error) { return p.store.SaveProfessional(ctx, o) })
}

func (p *Page) changeSetting(s model.Setting) tea.Cmd {
	answer := p.facts.settings.Text(s.Key)
	field := settingField(s, &answer)
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: string(partSettings), Intro: s.Question, Name: settingForm + string(s.Key), Groups: form.Fields(field),
		Keep: func(ctx context.Context) (view.Change, error) { return p.store.SaveSetting(ctx, s.Key, answer) },
	}))
}

// settingField is the field that fits the kind of a setting.
func settingField(s model.Setting, answer *string) widget.Field {
	switch s.Kind {
	case model.AChoice:
		return widget.Choice("Answer", answer, widget.Options(s.Choices))
	case model.AYesOrNo:
		return widget.Choice("Answer", answer, widget.Options([]model.YesNo{model.Yes, model.No}))
	}
	return widget.Text("Answer", answer).Checked(func(typed string) string {
		if _, err := s.Parse(typed); err != nil {
			return "Please " + err.Error() + "."
		}
		return ""
	})
}

func (p *Page) addHoliday() tea.Cmd {
	h := model.BankHoliday{}
	return p.forms("A bank holiday", "bank holiday", 0, []widget.Field{
		widget.Date("Day", &h.Date, p.days()).Needed("Which day?"),
		widget.Text("Name", &h.Name).Needed("What is it called?"),
	}, func(ctx context.Context) (view.Change, error) { return p.store.SaveBankHoliday(ctx, h) })
}

func (p *Page) changeClosedDay(s model.School, d view.ClosedDay) tea.Cmd {
	was := d
	return p.forms(p.heading("A day without pupils", s), strings.TrimSpace(closedDayForm+" "+string(d.Day)), s.ID, []widget.Field{
		widget.Date("Day", &d.Day, p.days()).Needed("Which day?"),
		widget.Choice("Kind", &d.Kind, []widget.Option{{Value: string(view.InsetDay), Words: "INSET"}, {Value: string(view.ClosureDay), Words: "closed"}}),
		widget.Text("Why", &d.Reason).Hint("snow, a burst boiler"),
	}, func(ctx context.Context) (view.Change, error) {
		if was.Day != "" {
			return p.store.MoveClosedDay(ctx, s.ID, was, d)
		}
		return p.store.SaveClosedDay(ctx, s.ID, d)
	})
}

func (p *Page) termsFromFile(s model.School) tea.Cmd {
	path := ""
	return p.forms(p.heading("Term dates from a file", s), termsFileForm, s.ID, []widget.Field{
		widget.Text("File", &path).Hint("drop the .json file on this window, or type where it lies").Needed("Which file?"),
	}, func(ctx context.Context) (view.Change, error) { return p.store.TakeInCalendarFile(ctx, s.ID, path) })
}

// changeYear asks for one school year: its three terms and INSET days, kept as one step.
func (p *Page) changeYear(s model.School, year string) tea.Cmd {
	y := p.yearOf(s, year)
	fields := []widget.Field{widget.Text("School year", &y.name).Checked(checkYear)}
	for i := range y.terms {
		fields = append(fields, p.termFields(&y.terms[i])...)
	}
	fields = append(fields, widget.ListField("INSET days", y.inset, p.checkDay, func(days []string) { y.inset = days }).Hint("2 Nov 2026"))
	return p.forms(p.heading("A school year", s), yearForm+year, s.ID, fields, func(ctx context.Context) (view.Change, error) {
		return p.store.TakeInCalendar(ctx, s.ID, p.datesOf(y))
	})
}

// schoolYear is what the form of a year holds while it is typed.
type schoolYear struct {
	name     string
	terms    [3]model.Term
	inset    []string
	closures []model.Closure
}

// yearOf is a year as it stands, or the next one to be typed, with empty terms.
func (p *Page) yearOf(s model.School, year string) *schoolYear {
	dates := p.facts.calendars[s.ID].Dates()
	y := &schoolYear{name: year}
	if year == "" {
		y.name = p.nextYear(dates)
	}
	for i, name := range model.TermNames {
		y.terms[i].Name = name
		at := slices.IndexFunc(dates.Terms, func(t model.Term) bool { return t.Year == year && t.Name == name })
		if at >= 0 {
			y.terms[i] = dates.Terms[at]
		}
	}
	for _, d := range dates.Inset {
		if schoolYearOf(d) == y.name {
			y.inset = append(y.inset, d.Full())
		}
	}
	for _, c := range dates.Closures {
		if schoolYearOf(c.Date) == y.name {
			y.closures = append(y.closures, c)
		}
	}
	return y
}

// schoolYearOf names the school year of a day, which begins on 1 September (rules.md R1).
func schoolYearOf(d model.Date) string {
	start := d.AddMonths(-8).Time().Year()
	return fmt.Sprintf("%d/%02d", start, (start+1)%100)
}

func (p *Page) nextYear(dates model.CalendarDates) string {
	if len(dates.Terms) == 0 {
		return schoolYearOf(p.Today())
	}
	last := dates.Terms[len(dates.Terms)-1]
	return schoolYearOf(last.Start.AddMonths(12))
}

func checkYear(typed string) string {
	var first, second int
	if n, _ := fmt.Sscanf(typed, "%4d/%2d", &first, &second); n != 2 || second != (first+1)%100 {
		return "Write the year as 2026/27."
	}
	return ""
}

// termFields ask for one term; its first and last days include INSET.
func (p *Page) termFields(t *model.Term) []widget.Field {
	name := string(t.Name)
	return []widget.Field{
		widget.Date(name+" begins", &t.Start, p.days()).Needed("The first day of the term, INSET included."),
		widget.Date(name+" half-term from", &t.HalfTermStart, p.days()).Hint("none"),
		widget.Date(name+" half-term to", &t.HalfTermEnd, p.days()).Hint("none"),
		widget.Date(name+" ends", &t.End, p.days()).Needed("The last day of the term."),
	}
}

func (p *Page) parseDay(text string) (model.Date, error) {
	parsed, err := model.ParseDate(text, model.DateOptions{Today: p.Today(), Calendar: p.Calendar()})
	return parsed.Date, err
}

func (p *Page) checkDay(text string) string {
	if _, err := p.parseDay(text); err != nil {
		return err.Error()
	}
	return ""
}

func (p *Page) datesOf(y *schoolYear) model.CalendarDates {
	dates := model.CalendarDates{Closures: y.closures}
	for _, t := range y.terms {
		t.Year = y.name
		dates.Terms = append(dates.Terms, t)
	}
	for _, text := range y.inset {
		if d, err := p.parseDay(text); err == nil {
			dates.Inset = append(dates.Inset, d)
		}
	}
	return dates
}
