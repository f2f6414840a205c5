package intake

import "slices"

// Decision is what somebody may decide about an item of a plan in place of what it proposes.
type Decision string

// The decisions. What is left is left for this time: the next import shows it again. A change about a
// court order or parental responsibility that an alarm is about is only left knowingly.
const (
	Leave          Decision = "leave"
	LeaveKnowingly Decision = "leave knowingly"
	TakeOffice     Decision = "take the office's" // in a conflict
	JoinLarge      Decision = "join"              // what a Question asks about, by its adult
	KeepApart      Decision = "keep apart"        // a Join, ID its From and Other its Into
	OneAdult       Decision = "one adult"         // a Double, by its adult
)

// Choice is one decision. Kind and ID say about whom; Field is the field that is left or whose value is
// taken, "" for the whole of a person or link.
type Choice struct {
	Decision Decision
	Kind     Kind
	ID       int64
	Other    int64
	Field    Field
}

// Choices are the decisions about one plan. Ids of what is new are those of the same file looked at
// with the same caseload, whatever is decided. What fits nothing of the plan does nothing.
type Choices map[Choice]bool

// pair is the field that says one thing together with this one: neither is taken without the other.
func pair(f Field) Field {
	switch f {
	case Address:
		return Postcode
	case Postcode:
		return Address
	case Relation:
		return RelationText
	case RelationText:
		return Relation
	case UPN:
		return UPNUnverified
	case UPNUnverified:
		return UPN
	}
	return f
}

// of reports whether the decision was made about the whole of one.
func (c Choices) of(d Decision, kind Kind, id int64) bool {
	return c[Choice{Decision: d, Kind: kind, ID: id}]
}

// field reports whether the decision was made about a field, or one that says the same thing with it.
func (c Choices) field(d Decision, kind Kind, id int64, f Field) bool {
	return c[Choice{Decision: d, Kind: kind, ID: id, Field: f}] || c[Choice{Decision: d, Kind: kind, ID: id, Field: pair(f)}]
}

// chooser does what was decided, once it is known what the file changes and before the families are.
type chooser struct {
	*matcher
	plan    *Plan
	alarmed map[alarmOf]bool
}

// alarmOf is what an alarm is about.
type alarmOf struct {
	link  int64
	field Field
}

func (m *matcher) choose(plan *Plan) {
	if len(m.choices) == 0 {
		return
	}
	c := chooser{matcher: m, plan: plan, alarmed: map[alarmOf]bool{}}
	for _, a := range plan.Alarms {
		c.alarmed[alarmOf{a.Link, a.Field}] = true
	}
	c.decideHeld()
	c.leaveNew()
	c.markAlarms()
}

// decideHeld settles the conflicts and leaves out changes of those whom the caseload holds.
func (c *chooser) decideHeld() {
	conflicts := map[Kind]map[int64][]*Conflict{APupil: {}, AnAdult: {}, ALink: {}}
	for i := range c.plan.Conflicts {
		of := &c.plan.Conflicts[i]
		conflicts[of.Kind][of.ID] = append(conflicts[of.Kind][of.ID], of)
	}
	var none Numbers
	for _, p := range c.pupils {
		if p.row > 0 && p.held != nil {
			c.decide(APupil, p.id, &p.entry, &p.numbers, conflicts[APupil][p.id])
			p.clearUnverified()
		}
	}
	for _, a := range c.adults {
		if a.row > 0 && a.held != nil {
			c.decide(AnAdult, a.id, &a.entry, &a.numbers, conflicts[AnAdult][a.id])
		}
	}
	for _, l := range c.links {
		if l.row > 0 && l.held != nil {
			c.decide(ALink, l.id, &l.entry, &none, conflicts[ALink][l.id])
		}
	}
}

// clearUnverified takes an unverified UPN away where the office's was taken in a conflict.
func (p *pupil) clearUnverified() {
	if is := p.held.Now[UPNUnverified]; is != "" && p.entry.Set[UPN] != "" {
		p.entry.take(UPNUnverified, is, "")
	}
}

func (c *chooser) decide(kind Kind, id int64, e *Entry, n *Numbers, conflicts []*Conflict) {
	whole := c.choices.of(Leave, kind, id)
	for _, of := range conflicts {
		switch {
		case whole && (kind != ALink || !c.alarmed[alarmOf{id, of.Field}] || c.choices.field(LeaveKnowingly, kind, id, of.Field)):
			of.Left = true
			delete(e.Imported, of.Field)
		case c.choices.field(TakeOffice, kind, id, of.Field):
			of.Taken = true
			e.take(of.Field, of.Yours, of.Office)
		}
	}
	taken := func(f Field) bool {
		return slices.ContainsFunc(conflicts, func(of *Conflict) bool { return of.Taken && of.Field == f })
	}
	var kept []Change
	for _, change := range e.Changes {
		if taken(change.Field) || !c.leaves(kind, id, change.Field, whole) {
			kept = append(kept, change)
			continue
		}
		e.Left = append(e.Left, change)
		delete(e.Set, change.Field)
		delete(e.Imported, change.Field)
		n.leave(change.Field)
	}
	e.Changes = kept
	if whole {
		e.forget(conflicts)
	}
	if e.State == Changed && len(kept) == 0 {
		e.State = Same
	}
}

// leaves reports whether a change is left out. One that an alarm is about is, only where somebody said
// so knowingly.
func (c *chooser) leaves(kind Kind, id int64, f Field, whole bool) bool {
	if kind == ALink && c.alarmed[alarmOf{id, f}] {
		return c.choices.field(LeaveKnowingly, kind, id, f)
	}
	return whole || c.choices.field(Leave, kind, id, f)
}

// take takes a value that was not to be taken.
func (e *Entry) take(f Field, from, to string) {
	if e.Set == nil {
		e.Set = Values{}
	}
	if _, set := e.Set[f]; set {
		return
	}
	e.Set[f] = to
	e.Changes = append(e.Changes, Change{Field: f, From: from, To: to})
	e.State = Changed
}

// forget notes nothing as last imported of one who is left out, but for what is taken all the same.
func (e *Entry) forget(conflicts []*Conflict) {
	for f := range e.Imported {
		_, set := e.Set[f]
		decided := slices.ContainsFunc(conflicts, func(of *Conflict) bool { return of.Field == f && !of.Left })
		if !set && !decided {
			delete(e.Imported, f)
		}
	}
}

func (n *Numbers) leave(f Field) {
	switch f {
	case Phones:
		n.Phones = nil
	case Emails:
		n.Emails = nil
	}
}

// leaveNew leaves out new people and links. A child goes with all that hangs on them; an adult does, but
// stays where a link to a child who comes is alarming and was not left knowingly.
func (c *chooser) leaveNew() {
	for _, p := range c.pupils {
		p.left = p.held == nil && c.choices.of(Leave, APupil, p.id)
	}
	bound, linked := map[*adult]bool{}, map[*adult]bool{}
	for _, l := range c.links {
		if l.held != nil || l.row == 0 {
			continue
		}
		alarming := c.alarmed[alarmOf{l.id, CourtOrder}] || c.alarmed[alarmOf{l.id, Responsibility}]
		l.left = c.choices.of(LeaveKnowingly, ALink, l.id) || !alarming && c.choices.of(Leave, ALink, l.id)
		bound[l.adult] = bound[l.adult] || alarming && !l.hidden()
	}
	for _, a := range c.adults {
		a.left = a.held == nil && !bound[a] && c.choices.of(Leave, AnAdult, a.id)
	}
	for _, l := range c.links {
		linked[l.adult] = linked[l.adult] || !l.hidden()
	}
	for _, a := range c.adults {
		a.left = a.left || a.held == nil && a.into == nil && !linked[a]
	}
}

func (c *chooser) markAlarms() {
	of := map[int64]*link{}
	for _, l := range c.links {
		if l.row > 0 {
			of[l.id] = l
		}
	}
	for i := range c.plan.Alarms {
		a := &c.plan.Alarms[i]
		l := of[a.Link]
		left := func(change Change) bool { return change.Field == a.Field }
		a.Left = l.held == nil && l.hidden() || slices.ContainsFunc(l.entry.Left, left)
	}
}

// listLeft names the new ones who are left out, in the order of the file.
func (m *matcher) listLeft(plan *Plan) {
	if len(m.choices) == 0 {
		return
	}
	for _, p := range m.pupils {
		if p.left {
			plan.Left.Pupils = append(plan.Left.Pupils, PupilPlan{ID: p.id, Entry: p.entry, Numbers: p.numbers})
		}
	}
	for _, a := range m.adults {
		if a.left {
			plan.Left.Adults = append(plan.Left.Adults, AdultPlan{ID: a.id, Entry: a.entry, Numbers: a.numbers})
		}
	}
	for _, l := range m.links {
		if l.held == nil && l.row > 0 && l.hidden() && !l.outOfSight() {
			plan.Left.Links = append(plan.Left.Links, LinkPlan{ID: l.id, Pupil: l.pupil.id, Adult: l.adult.id, Entry: l.entry})
		}
	}
}

// outOfSight reports whether one of the link's people was moved out of sight.
func (l *link) outOfSight() bool {
	return l.pupil.held != nil && l.pupil.held.Removed || l.adult.held != nil && l.adult.held.Removed
}
