package model

import (
	"slices"
	"strings"
)

// Invitation asks one adult to the meeting: what about, when, how and where, whom they may bring,
// and what they would like to talk about (checklist.md, letters). The error is ErrNoLetter.
func Invitation(f LetterFacts) (Document, error) {
	l, err := beginLetter(f, InvitationLetter)
	if err != nil {
		return Document{}, err
	}
	l.say(l.about(), l.opening())
	l.say(l.times(), l.howLong())
	l.say(l.how(), l.fromSchool(), l.helpers(), mayBring, textIf(f.Meeting.YoungerComes, "Little ones are welcome, too."), l.language())
	l.say("Please tell me beforehand what would make it easier for you" + l.forExample() + ".")
	l.say(whatTheyWish,
		textIf(!f.Meeting.Urgent, "I will send the plan for the meeting the day before."),
		textIf(f.Meeting.Mode == InPerson && !f.Meeting.HomeVisit || f.Meeting.Mode == ModeNotChosen, "The kettle will be on."))
	return l.sign(), nil
}

// What an invitation says in these words, so that it can be known again.
const (
	mayBring     = "Bring anyone you wish."
	whatTheyWish = "What would you like to talk about?"
	cameraOff    = "your camera off"
)

// SaidInLetter is what a letter tells its reader, beside what it is about.
type SaidInLetter struct {
	MayBring     bool // somebody of their own (practice 28)
	CameraOff    bool // it may stay off (practice 31)
	WhatTheyWish bool // what would they like to talk about?
}

// SaysLetter reads what a letter tells, also after it was changed by hand.
func SaysLetter(body string) SaidInLetter {
	has := func(words string) bool { return strings.Contains(strings.ToLower(body), strings.ToLower(words)) }
	return SaidInLetter{MayBring: has(mayBring), CameraOff: has(cameraOff), WhatTheyWish: has(whatTheyWish)}
}

// forExample names what may be asked for, of what is not known yet.
func (l *letter) forExample() string {
	var asks []string
	if l.To.Interpreter == NotKnown {
		asks = append(asks, "an interpreter")
	}
	if l.Meeting.Mode.InRoom() || l.Meeting.Mode == ModeNotChosen {
		asks = append(asks, "a room without steps")
	}
	if l.To.LargePrint != Yes {
		asks = append(asks, "large print")
	}
	switch last := len(asks) - 1; last {
	case -1:
		return ""
	case 0:
		return ", such as " + asks[0]
	default:
		return ", such as " + strings.Join(asks[:last], ", ") + " or " + asks[last]
	}
}

// askingWords begin a purpose that is a question, asked or told.
var askingWords = []string{"how", "what", "why", "where", "when", "whether", "who"}

// yesNoWords begin a purpose that is a question to be answered with yes or no.
var yesNoWords = []string{"is", "are", "does", "do", "did", "has", "have", "can", "could", "will", "would", "should", "may"}

// smallWords begin a text and no name.
var smallWords = []string{"the", "a", "an", "his", "her", "their", "he", "she", "they", "first", "how", "that"}

// about turns the purpose into a sentence. Without one, the children are named.
func (l *letter) about() string {
	purpose := l.typed(l.Meeting.Purpose)
	first, rest, _ := strings.Cut(purpose, " ")
	first = strings.ToLower(first)
	asks := slices.Contains(askingWords, first)
	switch {
	case purpose == "":
		return "I would like to talk with you about " + l.subject() + "."
	case (asks || slices.Contains(yesNoWords, first)) && strings.HasSuffix(rest, "?"):
		return "I would like to talk with you about this: " + first + " " + rest
	case asks:
		return "I would like to talk with you about " + first + " " + rest + "."
	case first == "to":
		return "I would like to meet you to " + rest + "."
	}
	return stopped("I would like to talk with you about " + l.subject() + ": " + purpose)
}

func (l *letter) opening() string {
	if good := l.typed(l.Meeting.Opening); good != "" {
		if first, _, _ := strings.Cut(good, " "); slices.Contains(smallWords, strings.ToLower(first)) {
			good = lowerFirst(good)
		}
		return stopped("We will begin with something good: " + good)
	}
	return ""
}

func (l *letter) times() string {
	offered := l.offered()
	switch len(offered) {
	case 0:
		return "Which days and times suit you best?"
	case 1:
		return "Would " + offered[0] + " suit you? If not, tell me what would."
	}
	last := len(offered) - 1
	return "Would one of these times suit you: " + strings.Join(offered[:last], ", ") + " or " + offered[last] + "? If none does, tell me what would."
}

// offered are the times in words: the chosen one alone, else those on offer, else the meeting's own.
func (l *letter) offered() []string {
	var times []string
	for _, o := range l.Options {
		if o.Chosen {
			return []string{letterTime(o.Start)}
		}
		if o.Start.Valid() {
			times = append(times, letterTime(o.Start))
		}
	}
	if len(times) == 0 && l.Meeting.Start.Valid() {
		times = []string{letterTime(l.Meeting.Start)}
	}
	return times
}

func (l *letter) howLong() string {
	if l.Meeting.Minutes == 0 {
		return ""
	}
	return "It takes about " + countOf(l.Meeting.Minutes, "minute") + "."
}

// how says how and where to meet, and that another way is welcome (practices 30 and 31).
func (l *letter) how() string {
	place := l.place()
	switch {
	case l.Meeting.HomeVisit:
		return "I can come to you, if you like; or we meet at school, speak by phone, or by video with " + cameraOff + "."
	case l.Meeting.Mode == OnVideo:
		return "We can meet by video, with " + cameraOff + " if you like. If you would rather come to school or speak by phone, tell me."
	case l.Meeting.Mode == OnPhone:
		return "We can speak by phone. If you would rather come to school or meet by video, tell me."
	case l.Meeting.Mode == Mixed:
		return "You can come to school and meet us in " + place + ", or join by video, with " + cameraOff + " if you like."
	}
	return "We can meet in " + place + ", by phone, or by video, with " + cameraOff + " if you like."
}

// place is the room in a sentence: "the Rainbow room".
func (l *letter) place() string {
	room := l.typed(l.RoomName)
	switch {
	case room == "":
		return "a quiet room at school"
	case strings.HasPrefix(strings.ToLower(room), "the "):
		return room
	}
	return "the " + room
}

// fromSchool names who will be there, so that nobody is a surprise.
func (l *letter) fromSchool() string {
	var names []string
	for _, p := range l.People {
		name := l.typed(p.Name)
		isMe := p.StaffID == l.Me.ID && l.Me.ID != 0
		if p.Side != SchoolSide || p.Answer.Absent() || p.Interpreter || isMe || name == "" || strings.EqualFold(name, l.Meeting.StandbyWho) {
			continue
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return "From school, " + listOf(append(names, "I")) + " will be there."
}

// language says that an interpreter comes, or is found by us, where one is needed.
func (l *letter) language() string {
	if l.To.Interpreter != Yes {
		return ""
	}
	comes := textIf(l.interpreterNamed(), "There will be an interpreter")
	return firstText(comes, "I will find an interpreter") + textIf(l.To.Language != "", " for "+oneLine(l.To.Language)) +
		", so nobody in your family needs to do this."
}

func (l *letter) interpreterNamed() bool {
	return l.Meeting.Interpreter != "" || slices.ContainsFunc(l.People, func(p MeetingPerson) bool { return p.Interpreter })
}
