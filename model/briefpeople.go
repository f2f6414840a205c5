package model

import "strings"

// whoComes are those who will be there, the family first, with why and with what each needs.
func (b *brief) whoComes() Block {
	var rows [][]string
	for _, side := range Sides {
		for _, p := range b.inRoom() {
			if p.Side == side {
				rows = append(rows, b.personRow(p))
			}
		}
	}
	said := nonEmpty(b.leads(), b.standby(), b.interprets(), b.absent())
	return Block{Heading: "Who comes", Text: strings.Join(said, "\n"), Rows: atMost(b, rows, briefPeople, "who comes")}
}

func (b *brief) personRow(p MeetingPerson) []string {
	note := b.typed(p.Reason, briefReason)
	switch {
	case p.Interpreter:
		note = firstText(note, "interprets, takes no side")
	case p.AdultID != 0:
		note = b.typed(b.needsOf(p), briefReason)
	case p.Side == SchoolSide && note == "":
		note = "why is still open"
	}
	answer := ""
	if p.Side != SchoolSide && !p.Answer.Absent() && p.PupilID == 0 {
		answer = firstText(string(p.Answer), "no answer yet")
	}
	return []string{b.typed(b.nameOf(p), briefCell), b.roleOf(p), strings.Join(nonEmpty(answer, note), "; ")}
}

// roleOf is what a person is here: to the child, or at school.
func (b *brief) roleOf(p MeetingPerson) string {
	if links := b.linksOf(p.AdultID); p.AdultID != 0 && len(links) > 0 {
		return links[0].Relation.Words()
	}
	role := firstText(p.Role, string(b.staff(p).Role))
	return b.typed(Role(role).Words(), briefRole)
}

// needsOf is what an adult needs to take part.
func (b *brief) needsOf(p MeetingPerson) string {
	a, _ := b.adult(p.AdultID)
	needs := firstText(strings.TrimSpace(p.Needs), a.Access)
	if strings.EqualFold(needs, "nothing") {
		needs = ""
	}
	return strings.Join(nonEmpty(textIf(p.CameraOff == Yes, "camera off"), textIf(a.Interpreter == Yes, "interpreter: "+a.Language), needs), "; ")
}

func (b *brief) leads() string {
	for _, p := range b.People {
		if p.ID == b.Meeting.HostID && p.ID != 0 && b.counts(p) {
			return b.typed(b.nameOf(p), briefCell) + " leads."
		}
	}
	return ""
}

func (b *brief) standby() string {
	who := b.typed(b.Meeting.StandbyWho, briefCell)
	if who == "" {
		return ""
	}
	where := b.typed(b.Meeting.StandbyWhere, briefCell)
	return "On standby, not in the room: " + who + textIf(where != "", ", "+where) + "."
}

func (b *brief) interprets() string {
	if who := b.typed(b.Meeting.Interpreter, briefCell); who != "" {
		return "Interpreter: " + who + "."
	}
	return ""
}

// absent are those who said that they cannot come, with what is done instead.
func (b *brief) absent() string {
	var who []string
	for _, p := range b.People {
		if p.Answer.Absent() && b.counts(p) {
			instead := b.typed(p.Instead, briefCell)
			who = append(who, b.typed(b.nameOf(p), briefCell)+textIf(instead != "", " ("+instead+")"))
		}
	}
	if len(who) == 0 {
		return ""
	}
	return shortened("Cannot come: "+listOf(nonEmpty(who...))+".", 2*briefLine)
}

// housekeeping are kinds of promises that say nothing of what was agreed.
func housekeeping() map[FollowUpKind]bool {
	return map[FollowUpKind]bool{ThankYou: true, SummaryLetter: true, MeetAgain: true, AskUnderstood: true}
}

// lastTime is what came of the meeting before this one, and whether what was promised was kept.
func (b *brief) lastTime() Block {
	if b.LastOn == "" {
		return Block{}
	}
	var came []string
	for _, o := range b.LastCame {
		came = append(came, b.typed(stopped(strings.TrimRight(oneLine(o.Text), " .")), 2*briefLine))
	}
	var rows [][]string
	for _, f := range b.LastOwed {
		if row := b.promiseRow(f); row != nil {
			rows = append(rows, row)
		}
	}
	day := b.LastOn.Letter() + ", " + string(b.LastKind) + "."
	said := append([]string{day, b.lastFelt()}, came...)
	return Block{Heading: "The last time", Text: shortened(strings.Join(nonEmpty(said...), " "), 3*briefLine),
		Rows: atMost(b, rows, briefPromises, "what was promised")}
}

// promiseRow says what became of a promise; nil for one that is none of this page's.
func (b *brief) promiseRow(f FollowUp) []string {
	a, known := b.adult(f.AdultID)
	what := b.typed(f.What, briefLine-12)
	if housekeeping()[f.Kind] || what == "" || known && !b.mayApproach(a) {
		return nil
	}
	switch f.State {
	case Done:
		return []string{"kept", what}
	case Dropped:
		return []string{"not kept", strings.Join(nonEmpty(what, b.typed(f.StateWhy, briefCell)), ": ")}
	}
	if f.Due != "" && f.Due < b.Today {
		return []string{"late", what + ", by " + f.Due.Short()}
	}
	return []string{"open", strings.Join(nonEmpty(what, f.Due.Short()), ", by ")}
}
