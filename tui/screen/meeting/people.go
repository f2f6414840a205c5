package meeting

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
)

// People is who comes: those on the list by side, those who are proposed, and apart from all of them
// who is behind the wall.
type People struct {
	page
	rows  []personRow
	asks  []model.Item // the questions about people that are open
	sides model.SideCount
}

// personRow is one row: a heading, a person of the meeting, what to know of them, a proposal, or
// somebody kept apart.
type personRow struct {
	key      string
	heading  string
	note     string
	asks     bool // the note is a question
	person   model.MeetingPerson
	proposed model.Proposed
	apart    apart
	kind     rowKind
}

type rowKind int

const (
	headingRow rowKind = iota
	listedRow
	noteRow
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

// roleWords are what somebody is, beside the name.
func roleWords(m model.MeetingPerson) string { return model.Role(m.Role).Words() }

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
	facts := p.facts()
	p.sides = facts.Sides()
	p.asks = slices.DeleteFunc(model.Checklist(facts), func(i model.Item) bool {
		return i.Group != model.GroupWho || i.State != model.ItemAsks || i.ID == balanceItem || i.ID == insteadItem
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
			rows = append(rows, p.notesOf(m)...)
		}
	}
	return rows
}

// proposals are those who are proposed and not on the list yet.
func (p *People) proposals() []personRow {
	all := model.Propose(p.prep.ProposalFacts(p.Today()))
	var rows []personRow
	for _, one := range slices.Concat(all.Family, all.Children, all.Companions, all.School, all.Outside) {
		if !p.isListed(one.Person) {
			m := one.Person
			key := fmt.Sprint("proposed ", m.AdultID, " ", m.PupilID, " ", m.StaffID, " ", m.ProfessionalID)
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
	return p.rows[at], p.keys[at] != ""
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
	about := []string{p.nameOf(r.person) + "."}
	for _, note := range p.notesOf(r.person) {
		about = append(about, note.note)
	}
	return append(about, "Everyone from school has a reason to be there; no more from school than from the family.",
		"Who cannot come is heard in another way: open them and write what is done instead.")
}
