package model

// AgendaText is the plan of the meeting for one adult, to be in their hands beforehand (practice 35).
// The error is ErrNoLetter.
func AgendaText(f LetterFacts) (Document, error) {
	l, err := beginLetter(f, AgendaLetter)
	if err != nil {
		return Document{}, err
	}
	knows := "you know " + calledTogether(l.pupils) + " best, so tell us what works at home."
	if _, young := l.young(); young {
		knows = "you know best what helps you, so tell us."
	}
	l.say("Here is the plan for our meeting"+l.aboutChild()+l.whenAndWhere()+".", l.howLong(), l.fromSchool(), "We work this out together: "+knows)
	l.say(l.agendaLines())
	l.say("If you would like to talk about something else, or to leave something out, tell me before.", mayBring, l.language())
	return l.sign(), nil
}

func (l *letter) whenAndWhere() string {
	said := ""
	if l.Meeting.Start.Valid() {
		said = " on " + letterTime(l.Meeting.Start)
	}
	switch m := l.Meeting; {
	case m.HomeVisit:
		return said + ", at your home"
	case m.Mode == OnPhone:
		return said + ", by phone"
	case m.Mode == OnVideo:
		return said + ", by video, with " + cameraOff + " if you like"
	case m.Mode == Mixed:
		return said + ", in " + l.place() + " or by video"
	case l.RoomName != "":
		return said + ", in " + l.place()
	}
	return said
}

// agendaLines are the items, one a line, with the family's own marked.
func (l *letter) agendaLines() string {
	lines := ""
	for _, item := range (Facts{Agenda: l.Agenda}).agendaInOrder() {
		title := l.typed(item.Title)
		if title == "" {
			continue
		}
		if lines != "" {
			lines += "\n"
		}
		lines += "- " + title + textIf(item.Theirs, ", from the family") + textIf(item.Minutes > 0, " ("+countOf(item.Minutes, "minute")+")")
	}
	return lines
}
