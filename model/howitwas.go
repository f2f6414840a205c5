package model

// AskedAfter are those who are asked how a meeting was for them, each in their own right (practices 15
// and 48): the adults of the family who were asked or came, and a young person whose plan it is; nobody
// behind the wall or not in touch.
func (f Facts) AskedAfter() []MeetingPerson {
	return f.peopleWhere(func(p MeetingPerson) bool {
		adult := p.Side == FamilySide && p.AdultID != 0 && !p.Interpreter && (p.Attended == Yes || p.WhyNot == "" && (p.wasAsked() || p.Attended != No))
		return (adult || f.isYoung(p)) && f.counts(p)
	})
}

// isYoung reports whether a person is a pupil of the meeting whose plan is their own (rules.md R39).
func (f Facts) isYoung(p MeetingPerson) bool {
	for _, young := range f.YoungPeople(f.Today) {
		if young.ID == p.PupilID {
			return true
		}
	}
	return false
}

// NotAskedAfter are those of them who were not asked yet. The promise to ask is kept once there are none:
// no parent answers for another.
func (f Facts) NotAskedAfter() []MeetingPerson {
	var left []MeetingPerson
	for _, p := range f.AskedAfter() {
		if p.AskedHow == "" {
			left = append(left, p)
		}
	}
	return left
}

// feedbackAsked: each was asked; of what was kept earlier, or with nobody of the family on the list, all
// of them together.
func feedbackAsked(f Facts) Finding {
	people, left := f.AskedAfter(), f.NotAskedAfter()
	on := f.Meeting.FeedbackAsked
	switch {
	case on != "" || len(people) == 0:
		return Finding{Settled: on != "", Says: firstText(textIf(on != "", "asked "+on.Near(f.Today)), "not asked yet")}
	case len(left) == 0:
		for _, p := range people {
			on = max(on, p.AskedHow)
		}
		return Finding{Settled: true, Says: "asked " + on.Near(f.Today)}
	case len(left) == len(people):
		return Finding{Says: "not asked yet"}
	}
	var names []string
	for _, p := range left {
		names = append(names, f.nameOf(p))
	}
	return Finding{Says: listOf(names) + " not asked yet"}
}

// lastFelt says how the last meeting was for those who were asked, without a name: the page lies on the
// table of more than one household.
func (b *brief) lastFelt() string {
	var said []string
	for _, felt := range Felts {
		n := 0
		for _, p := range b.LastFelt {
			if p.Felt == felt && b.MayCount(p) {
				n++
			}
		}
		if n > 0 {
			said = append(said, inWords(n)+" "+string(felt))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return "Asked how that was: " + listOf(said) + "."
}
