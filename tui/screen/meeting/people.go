package meeting

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
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// People is who comes: those on the list by side, those who are proposed, and apart from all of them
// who is behind the wall.
type People struct {
	page
	rows []personRow
	asks []model.Item // the questions about people that are open
}

// personRow is one row: a heading, a person of the meeting, a proposal, or somebody kept apart.
type personRow struct {
	key      string
	heading  string
	person   model.MeetingPerson
	proposed model.Proposed
	apart    apart
	kind     rowKind
}

type rowKind int

const (
	headingRow rowKind = iota
	listedRow
	proposedRow
	apartRow
)

var sideTitles = map[model.Side]string{
	model.FamilySide: "From the family", model.Companion: "With them", model.SchoolSide: "From school", model.OtherSide: "From outside",
}

func newPeople(below page) *People {
	p := &People{page: below}
	p.self = p
	p.list.Heading = p.isHeading
	p.rebuild()
	return p
}

func (p *Prepare) people() tea.Cmd { return screen.Show(newPeople(p.below("People"))) }

// Take takes the meeting.
func (p *People) Take(answer any) tea.Cmd {
	cmd := p.page.Take(answer)
	p.rebuild()
	return cmd
}

func (p *People) rebuild() {
	p.rows = nil
	for _, side := range model.Sides {
		p.add(sideTitles[side], p.listed(side))
	}
	p.add("Proposed, not asked along yet", p.proposals())
	p.add("Kept apart", p.apartRows())
	keys := make([]string, len(p.rows))
	for i, r := range p.rows {
		keys[i] = r.key
	}
	p.setKeys(keys)
	p.asks = slices.DeleteFunc(model.Checklist(p.facts()), func(i model.Item) bool {
		return i.Group != model.GroupWho || i.State != model.ItemAsks
	})
}

func (p *People) add(heading string, rows []personRow) {
	if len(rows) > 0 {
		p.rows = append(append(p.rows, personRow{heading: heading}), rows...)
	}
}

func (p *People) listed(side model.Side) []personRow {
	var rows []personRow
	for _, m := range p.prep.People {
		if m.Side == side && !p.walled(m) {
			rows = append(rows, personRow{kind: listedRow, key: fmt.Sprint("person ", m.ID), person: m})
		}
	}
	return rows
}

// proposals are those who are proposed and not on the list yet.
func (p *People) proposals() []personRow {
	all := model.Propose(p.prep.ProposalFacts(p.Today()))
	var rows []personRow
	for _, one := range slices.Concat(all.Family, all.Children, all.Companions, all.School) {
		if !p.isListed(one.Person) {
			m := one.Person
			key := fmt.Sprint("proposed ", m.AdultID, " ", m.PupilID, " ", m.StaffID)
			rows = append(rows, personRow{kind: proposedRow, key: key, proposed: one, person: m})
		}
	}
	return rows
}

// isListed reports whether somebody is a person of the meeting already.
func (p *page) isListed(m model.MeetingPerson) bool {
	return slices.ContainsFunc(p.prep.People, func(o model.MeetingPerson) bool {
		return m.AdultID != 0 && o.AdultID == m.AdultID || m.PupilID != 0 && o.PupilID == m.PupilID ||
			m.StaffID != 0 && o.StaffID == m.StaffID || m.ProfessionalID != 0 && o.ProfessionalID == m.ProfessionalID
	})
}

func (p *People) row() (personRow, bool) {
	at := p.list.At()
	if at < 0 || at >= len(p.rows) {
		return personRow{}, false
	}
	return p.rows[at], p.rows[at].kind != headingRow
}

// Scopes are those of people.
func (p *People) Scopes() []action.Scope { return []action.Scope{action.MeetingPeople, action.List} }

// Handlers bind what can be done with people.
func (p *People) Handlers() action.Handlers {
	h := p.list.Handlers(p.remember)
	h[action.PersonOpen] = action.Handler{Do: p.open, Why: p.selected("Nobody is selected.")}
	h[action.PersonAdd] = action.Handler{Do: p.addSomebody}
	h[action.PersonLeads] = action.Handler{Do: p.lead, Why: p.whyNotLead}
	h[action.PersonRemove] = action.Handler{Do: p.remove, Why: p.whyNotRemove}
	h[action.MeetingInvite] = action.Handler{Do: func() tea.Cmd { return p.invitations(invited) }}
	return h
}

// open opens the selected person, asks a proposed one along, or reads the order about one kept apart.
func (p *People) open() tea.Cmd {
	switch r, _ := p.row(); r.kind {
	case listedRow:
		return p.changePerson(r.person)
	case proposedRow:
		m := r.person
		m.MeetingID = p.id
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.SaveMeetingPerson(ctx, m) })
	case apartRow:
		return p.readOrder(r.apart)
	}
	return nil
}

func (p *People) whyNotLead() string {
	if r, ok := p.row(); !ok || r.kind != listedRow || r.person.Side != model.SchoolSide {
		return "Somebody from school leads the meeting: select them first."
	}
	return ""
}

func (p *People) lead() tea.Cmd {
	r, _ := p.row()
	host := r.person.ID
	if p.prep.Meeting.HostID == host {
		host = 0
	}
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.ChooseHost(ctx, p.id, host) })
}

func (p *People) whyNotRemove() string {
	if r, ok := p.row(); !ok || r.kind != listedRow {
		return "Only who is on the list can be taken off it."
	}
	return ""
}

func (p *People) remove() tea.Cmd {
	r, _ := p.row()
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.RemoveMeetingPerson(ctx, r.person.ID) })
}

var peopleColumns = widget.Columns{
	{Title: "Name", Width: 20, Grow: 1},
	{Title: "Is", Width: 14, Grow: 2, From: 76},
	{Title: "Here because", Width: 20, Grow: 4},
	{Title: "Answer", Width: 14, Grow: 1},
}

// Draw draws the open questions, then everybody.
func (p *People) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	p.drawCrumbs(c, c.Width()-1)
	y := top
	for _, i := range p.asks {
		y += p.drawQuestion(c.Rows(y, c.Height()-y), i)
	}
	if len(p.asks) > 0 {
		y++
	}
	if len(p.rows) == 0 {
		p.drawEmpty(c.Sub(2, y, c.Width()-4, c.Height()-y), "Nobody is on the list, and nobody is linked to these children.",
			key(action.PersonAdd)+" adds somebody by name.")
		return
	}
	cells := peopleColumns.Lay(c.Width() - 2)
	p.list.Draw(c.Rows(y, c.Height()-y), p.Theme, true, func(row *canvas.Canvas, i int, _ bool) { p.drawRow(row, cells, p.rows[i]) },
		func() tea.Cmd { return screen.Run(action.PersonOpen) })
}

// shortWindow is the height below which a question takes one row.
const shortWindow = 20

// drawQuestion draws an open question about people, and gives the rows it took.
func (p *People) drawQuestion(c *canvas.Canvas, i model.Item) int {
	if p.Height < shortWindow {
		c.Text(1, 0, p.Theme.Warn, canvas.Cut(i.State.Glyph()+" "+i.Question, c.Width()-2))
		return 1
	}
	c.Text(1, 0, p.Theme.Warn, i.State.Glyph()+" "+canvas.Cut(i.Asks, c.Width()-4))
	in := c.Columns(3, c.Width()-4)
	return 1 + in.Rows(1, in.Height()-1).Wrap(0, 0, p.Theme.Dim, i.Question)
}

func (p *People) drawRow(row *canvas.Canvas, cells []widget.Cell, r personRow) {
	th := p.Theme
	switch r.kind {
	case headingRow:
		row.Text(0, 0, th.Accent, r.heading)
	case listedRow:
		cells[0].Text(row, 0, th.Text, p.listedName(r.person))
		cells[1].Text(row, 0, th.Dim, r.person.Role)
		reason, style := p.reasonOf(r.person)
		cells[2].Text(row, 0, style, reason)
		cells[3].Text(row, 0, th.Text, p.answerWords(r.person))
	case proposedRow:
		cells[0].Text(row, 0, th.Dim, theme.GlyphOpen+" "+r.person.Name)
		cells[1].Text(row, 0, th.Dim, r.person.Role)
		cells[2].Text(row, 0, th.Dim, r.proposed.Why)
		cells[3].Text(row, 0, th.Info, key(action.PersonOpen)+" ask along")
	case apartRow:
		p.drawApart(row, cells, r.apart)
	}
}

func (p *People) listedName(m model.MeetingPerson) string {
	name := p.nameOf(m)
	if m.ID == p.prep.Meeting.HostID {
		name += " (leads)"
	}
	if m.Interpreter {
		name += " (interprets)"
	}
	return name
}

// reasonOf is why somebody is here; from school an empty reason is asked about.
func (p *People) reasonOf(m model.MeetingPerson) (string, canvas.Style) {
	switch {
	case strings.TrimSpace(m.Reason) != "":
		return m.Reason, p.Theme.Text
	case m.Side == model.SchoolSide && !m.Interpreter:
		return theme.GlyphAsk + " no reason yet: who needs them there?", p.Theme.Warn
	}
	return m.Needs, p.Theme.Dim
}

func (p *page) answerWords(m model.MeetingPerson) string {
	switch {
	case m.StaffID != 0 && m.StaffID == p.World.Me.ID:
		return "you"
	case m.Answer != model.NoAnswerYet:
		return string(m.Answer)
	case m.Invited != "":
		return "asked"
	case m.WhyNot != "":
		return "not asked: " + m.WhyNot
	case m.PupilID != 0:
		return ""
	}
	return "not asked yet"
}

// About says what is to be thought of about the selected person.
func (p *People) About() []string {
	r, ok := p.row()
	switch {
	case !ok:
		return []string{"Who comes, and why. Each parent is asked in their own right."}
	case r.kind == apartRow:
		return []string{r.apart.name + ": " + r.apart.words + ".",
			"Whoever is kept apart is not proposed, invited or written to, until somebody has read this and answers that it allows this meeting."}
	case r.kind == proposedRow:
		return nonEmpty(r.person.Name+" is proposed: "+r.proposed.Why+".", r.proposed.Ask)
	}
	return []string{p.nameOf(r.person) + ".", "Everyone from school has a reason to be there; no more from school than from the family."}
}
