// Package school is section 7: who the user is, schools, term dates, staff, rooms, people from outside,
// and the settings of the school's own policy, all on one page.
package school

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/meetingforms"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	form.Store
	meetingforms.OwnStore

	Me(ctx context.Context) (model.Staff, error)
	Schools(ctx context.Context) ([]model.School, error)
	Staff(ctx context.Context) ([]model.Staff, error)
	Rooms(ctx context.Context) ([]model.Room, error)
	Professionals(ctx context.Context) ([]model.Professional, error)
	Settings(ctx context.Context) (model.Settings, error)
	Calendar(ctx context.Context, school int64) (*model.Calendar, error)
	SchoolsOwn(ctx context.Context) (view.SchoolsOwn, error)

	SaveMe(ctx context.Context, name string, role model.Role) (view.Change, error)
	SaveSchool(ctx context.Context, s model.School) (view.Change, error)
	RemoveSchool(ctx context.Context, id int64) (view.Change, error)
	SaveStaff(ctx context.Context, s model.Staff) (view.Change, error)
	RemoveStaff(ctx context.Context, id int64) (view.Change, error)
	SaveRoom(ctx context.Context, r model.Room) (view.Change, error)
	RemoveRoom(ctx context.Context, id int64) (view.Change, error)
	SaveProfessional(ctx context.Context, p model.Professional) (view.Change, error)
	RemoveProfessional(ctx context.Context, id int64) (view.Change, error)
	SaveSetting(ctx context.Context, key model.SettingKey, typed string) (view.Change, error)
	TakeInCalendar(ctx context.Context, school int64, dates model.CalendarDates) (view.Change, error)
	TakeInCalendarFile(ctx context.Context, school int64, path string) (view.Change, error)
	SaveClosedDay(ctx context.Context, school int64, d view.ClosedDay) (view.Change, error)
	MoveClosedDay(ctx context.Context, school int64, from, to view.ClosedDay) (view.Change, error)
	RemoveClosedDay(ctx context.Context, school int64, day model.Date, kind view.ClosedDayKind) (view.Change, error)
	SaveBankHoliday(ctx context.Context, h model.BankHoliday) (view.Change, error)
	RemoveBankHoliday(ctx context.Context, day model.Date) (view.Change, error)
	RemoveOwnItem(ctx context.Context, id int64) (view.Change, error)
	SwitchItem(ctx context.Context, item model.ItemID, on bool) (view.Change, error)
	RemoveOwnTemplate(ctx context.Context, id int64) (view.Change, error)
}

// part is one part of the page.
type part string

// The parts, in their order.
const (
	partYou       part = "You"
	partSchools   part = "Schools"
	partTerms     part = "Term dates"
	partHolidays  part = "Bank holidays"
	partStaff     part = "Staff"
	partRooms     part = "Rooms"
	partOutside   part = "People from outside"
	partTwice     part = "Twice in Kettle"
	partSettings  part = "How your school does it"
	partTemplates part = "Templates"
	partChecklist part = "Checklist"
	partIn        part = "Taking in"
	partOut       part = "Taking out"
	fromTermsFile      = "Take the term dates from a file"
)

// facts is everything the page shows.
type facts struct {
	me        model.Staff
	schools   []model.School
	calendars map[int64]*model.Calendar
	staff     []model.Staff
	rooms     []model.Room
	outside   []model.Professional
	settings  model.Settings
	own       view.SchoolsOwn
}

// line is one row of the page: a heading, or something that can be opened.
type line struct {
	part    part
	school  model.School // whose term dates these are
	heading bool
	words   string
	facts   string // behind the words, in a column of their own
	note    string // at the right edge
	warn    bool
	dim     bool           // the note is only what holds while nobody has answered
	open    func() tea.Cmd // nil: nothing to open
	remove  func(ctx context.Context) (view.Change, error)

	// Of the checklist:
	group bool // the name of a group, which cannot be selected
	item  model.ItemID
	of    model.Group
	off   bool // the school does without it
	about []string
}

// Page is the screen.
type Page struct {
	screen.Base
	store Store
	facts facts
	known bool
	lines []line
	list  widget.List
}

// New is the page.
func New(env *screen.Env, store Store) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store}
	p.list.Heading = func(i int) bool { return p.lines[i].heading || p.lines[i].group }
	return p
}

// Load asks for everything on the page.
func (p *Page) Load() []screen.Ask {
	return []screen.Ask{{Slot: "school", Do: func(ctx context.Context) (any, error) { return load(ctx, p.store) }}}
}

func load(ctx context.Context, s Store) (f facts, err error) {
	var errs [7]error
	f.me, errs[0] = s.Me(ctx)
	f.schools, errs[1] = s.Schools(ctx)
	f.staff, errs[2] = s.Staff(ctx)
	f.rooms, errs[3] = s.Rooms(ctx)
	f.outside, errs[4] = s.Professionals(ctx)
	f.settings, errs[5] = s.Settings(ctx)
	f.own, errs[6] = s.SchoolsOwn(ctx)
	f.calendars = map[int64]*model.Calendar{}
	for _, school := range f.schools {
		c, err := s.Calendar(ctx, school.ID)
		if err != nil {
			return f, err
		}
		f.calendars[school.ID] = c
	}
	return f, errors.Join(errs[:]...)
}

// Take takes the facts.
func (p *Page) Take(answer any) tea.Cmd {
	if f, ok := answer.(facts); ok {
		p.facts, p.known = f, true
		p.lines = p.compose()
		p.list.SetTotal(len(p.lines))
	}
	return nil
}

// Stale is so when the school or a setting changed.
func (p *Page) Stale(c view.Change) bool { return c.Touches(view.School, view.Setting) }

// Crumbs are the section.
func (p *Page) Crumbs() []string { return []string{"School"} }

// Scopes are those of the page and its list.
func (p *Page) Scopes() []action.Scope {
	return []action.Scope{action.School, action.List, action.Parts}
}

// Handlers bind the page's actions.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return p.toPart(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return p.toPart(-1) }}
	h[action.SchoolOpen] = action.Handler{Do: func() tea.Cmd { return p.selected().open() }, Why: p.whyNotOpen}
	h[action.SchoolChange] = h[action.SchoolOpen]
	h[action.SchoolClosed] = action.Handler{Do: p.addClosedDay, Why: p.whyNoSchool}
	h[action.SchoolNew] = action.Handler{Do: p.addHere, Why: p.whyNotAdd}
	h[action.SchoolSwitch] = action.Handler{Do: p.switchItem, Why: p.whyNotSwitch}
	h[action.SchoolRemove] = action.Handler{Do: func() tea.Cmd { return screen.Keep(p.selected().remove) }, Why: p.whyNotRemove}
	return h
}

func (p *Page) selected() line {
	if at := p.list.At(); at >= 0 {
		return p.lines[at]
	}
	return line{}
}

func (p *Page) whyNotOpen() string {
	switch l := p.selected(); {
	case l.open == nil && l.item != "":
		return "This line is Kettle's own: " + action.ByID(action.SchoolSwitch).Keyname(false) + " switches it off and on."
	case l.open == nil:
		return "There is nothing to change in this line."
	}
	return ""
}

func (p *Page) whyNoSchool() string {
	if len(p.facts.schools) == 0 {
		return "Add your school first."
	}
	return ""
}

func (p *Page) addClosedDay() tea.Cmd {
	return p.changeClosedDay(p.schoolHere(), view.ClosedDay{Kind: view.ClosureDay})
}

func (p *Page) whyNotRemove() string {
	if p.selected().remove == nil {
		return "This line cannot be removed, only changed."
	}
	return ""
}

func (p *Page) whyNotAdd() string {
	switch p.selected().part {
	case partYou, partSettings, partIn, partOut, "":
		return "Nothing can be added in this part."
	}
	return ""
}

// toPart goes to the first line of the next part, or of the one before.
func (p *Page) toPart(step int) tea.Cmd {
	at := p.list.At()
	if at < 0 {
		return nil
	}
	i := at
	for i >= 0 && i < len(p.lines) && p.samePart(i, at) {
		i += step
	}
	if i < 0 {
		i = len(p.lines) - 1
	}
	if i == len(p.lines) {
		i = 0
	}
	for i > 0 && p.samePart(i-1, i) {
		i--
	}
	end := i
	for end+1 < len(p.lines) && p.samePart(end+1, i) {
		end++
	}
	p.list.Select(end) // so that as much of the part is seen as fits
	p.list.Select(i)
	return nil
}

// samePart reports whether two lines are of one part, and of one school in it.
func (p *Page) samePart(i, j int) bool {
	return p.lines[i].part == p.lines[j].part && p.lines[i].school.ID == p.lines[j].school.ID
}

// About says what the part is for.
func (p *Page) About() []string {
	l := p.selected()
	return append(slices.Clone(l.about), about()[l.part]...)
}

func about() map[part][]string {
	return map[part][]string{
		partYou:       {"Your name and role stand under letters and in the log."},
		partSchools:   {"Clocks count by the calendar of each child's own school. With one school it is never mentioned."},
		partTerms:     {"Every school sets its own terms. With them Kettle counts school days; without, it says so and counts weekdays.", "A date that was told to a family never moves by itself."},
		partHolidays:  {"The bank holidays of England are built in. Now and then one is proclaimed or moved: add or remove it here."},
		partStaff:     {"Colleagues who come to meetings, own promises or stand by.", "A class beside a teacher, as in “4B, not Wednesdays”, lets Kettle propose them to the meetings of its children."},
		partRooms:     {"A neutral, private, welcoming room lets people say what matters. The head's office makes them feel sent for."},
		partOutside:   {"Psychologists, health visitors, the council's SEN officer: they count for neither side of a meeting."},
		partTwice:     {"An export may bring one person under two spellings. Nothing is joined before somebody has looked."},
		partTemplates: {"What a meeting may begin with, as your school does it. A meeting that went well becomes one: “Keep as template” on its preparation."},
		partChecklist: {"Everything to think of before a meeting. What your school does not need is switched off, what it needs beside it is added.", "Marks that were made stay, and come back with their line."},
		partIn:        {"What comes into Kettle as a file. Each page shows what it would bring before anything is changed."},
		partOut:       {"What leaves Kettle as a file: contacts, a calendar, lists. Each page shows what would leave before it does."},
		partSettings:  {"Numbers that belong to your school's own policy. Change them to what it says."},
	}
}
