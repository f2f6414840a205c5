package model

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Morning is what the sentence on top of Today is made from.
type Morning struct {
	Now   Clock // "" greets without a time of day
	Today Date
	Late  int // promises whose day has passed
	Due   int // promises that fall today
	Next  *MeetingAhead

	Waiting    int // questions that wait for an answer from us
	Worries    int // concerns that are not settled
	Quiet      int // families who have not heard from us for longer than usual
	QuietFirst string
	NoGoodNews int // families who have had no good news this half term
	GoodNewsTo int // of how many families that is known; 0 without term dates
	Families   int
	Resting    bool // in the evening, at the weekend, in the holidays: nobody is reminded of anything (rules.md R14)
}

// MeetingAhead is the meeting that comes next.
type MeetingAhead struct {
	Family string // "Okafor"
	Start  Moment
	Mode   Mode
	Home   bool   // we go to them
	Lacks  ItemID // what the checklist would settle next, "" nothing
}

// Greeting is the sentence on top of Today. It is never empty: it says what matters today, else the
// next thing to do.
func Greeting(m Morning) string {
	if m.Resting && m.Families > 0 {
		m.Late, m.Due = 0, 0
		if m.Next != nil {
			next := *m.Next
			next.Lacks = ""
			m.Next = &next
		}
		return strings.Join(nonEmpty(m.hello(), m.meeting(), "Nothing here has to be done before school goes on."), " ")
	}
	said := []string{m.hello(), m.promises(), m.meeting()}
	if m.Late+m.Due == 0 && !m.meetsToday() {
		said = append(said, m.nextThing())
	}
	return strings.Join(nonEmpty(said...), " ")
}

func (m Morning) hello() string {
	switch {
	case m.Now == "":
		return "Hello."
	case m.Now < "12:00":
		return "Good morning."
	case m.Now < "17:00":
		return "Good afternoon."
	}
	return "Good evening."
}

// promises says what is late and what falls today: "One promise is late, two fall today."
func (m Morning) promises() string {
	late, due := inWords(m.Late), inWords(m.Due)
	switch {
	case m.Late == 0 && m.Due == 0:
		return ""
	case m.Late == 0:
		return Capital(due) + byCount(m.Due, " promise falls", " promises fall", " promises fall") + " today."
	case m.Due == 0:
		return Capital(late) + byCount(m.Late, " promise is", " promises are", " promises are") + " late."
	}
	return Capital(late) + byCount(m.Late, " promise is", " promises are", " promises are") + " late, " +
		due + byCount(m.Due, " falls", " fall", " fall") + " today."
}

// meetingLacks are the items of the checklist that the greeting names.
func meetingLacks() map[ItemID]string {
	return map[ItemID]string{
		"who.parents":    "not every parent has been asked",
		"who.order":      "a court order has not been read",
		"why.told":       "not every parent knows why",
		"why.theirs":     "nobody has asked what they would like to talk about",
		"agenda.written": "there is no agenda yet",
		"agenda.sent":    "their agenda has not gone out",
		"agenda.changed": "their agenda has changed since it was sent",
		"room.booked":    "no room is booked",
	}
}

func (m Morning) meetsToday() bool { return m.Next != nil && m.Next.Start.Date() == m.Today }

// meeting names the next meeting when it is within a week: "The Okafors come at 15:30; their agenda
// has not gone out."
func (m Morning) meeting() string {
	if m.Next == nil || !m.Next.Start.Valid() {
		return ""
	}
	days := m.Today.DaysUntil(m.Next.Start.Date())
	if days < 0 || days > 6 {
		return ""
	}
	said := m.Next.comes() + m.Next.at(m.Today)
	if lacks := meetingLacks()[m.Next.Lacks]; lacks != "" {
		said += "; " + lacks
	}
	return said + "."
}

// comes is who meets and how: "The Okafors come", "You speak with the Okafors by phone".
func (n MeetingAhead) comes() string {
	who, verb := theFamily(n.Family)
	switch {
	case n.Home:
		return "You visit " + who
	case n.Mode == OnPhone:
		return "You speak with " + who + " by phone"
	case n.Mode == OnVideo:
		return "You speak with " + who + " by video"
	}
	return Capital(who) + " " + verb
}

func (n MeetingAhead) at(today Date) string {
	on, clock := "", ""
	if d := n.Start.Date(); d != today {
		on = " " + textIf(d != today.AddDays(1), "on ") + d.Near(today)
	}
	if n.Start.Clock() != "" {
		clock = " at " + string(n.Start.Clock())
	} else if on == "" {
		on = " today"
	}
	return on + clock
}

// theFamily names a family with its verb: "the Okafors come", "the Okafor-Lane family comes". Only a
// plain single name is given a plural.
func theFamily(name string) (who, verb string) {
	plain := name != "" && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
	switch {
	case name == "":
		return "a family", "comes"
	case !plain || utf8.RuneCountInString(name) > 20:
		return "the " + name + " family", "comes"
	case strings.HasSuffix(name, "s") || strings.HasSuffix(name, "x") || strings.HasSuffix(name, "z") ||
		strings.HasSuffix(name, "ch") || strings.HasSuffix(name, "sh"):
		return "the " + name + " family", "comes"
	}
	return "the " + name + "s", "come"
}

// nextThing says what to do when nothing is due and nobody comes today.
func (m Morning) nextThing() string {
	switch {
	case m.Families == 0:
		return "There are no families here yet: take in the office's list, or add the first one."
	case m.Waiting > 0:
		return Capital(inWords(m.Waiting)) + byCount(m.Waiting, " question waits", " questions wait", " questions wait") + " for an answer from us."
	case m.Worries > 0:
		return Capital(inWords(m.Worries)) + byCount(m.Worries, " worry is", " worries are", " worries are") + " not settled yet: what is the next small step?"
	case m.Quiet > 0 && m.QuietFirst != "":
		who, _ := theFamily(m.QuietFirst)
		return "Nothing is due today. It is a while since we spoke with " + who + ": a good day to ring."
	case m.Quiet > 0:
		return "Nothing is due today. " + Capital(inWords(m.Quiet)) +
			byCount(m.Quiet, " family has", " families have", " families have") + " not heard from us yet: whom would you like to greet at the gate?"
	case m.GoodNewsTo == 0:
		return "Nothing is due today. Whom would you like to greet at the gate?"
	case m.NoGoodNews > 0:
		return "Nothing is due today. " + Capital(inWords(m.NoGoodNews)) +
			byCount(m.NoGoodNews, " family has", " families have", " families have") + " had no good news yet this half term: who did something well?"
	}
	return "Nothing is due today, and every family has had good news this half term. Whom would you like to greet at the gate?"
}

var smallNumbers = []string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// inWords is a number as a sentence says it: in words up to ten, else in digits.
func inWords(n int) string {
	if n < 0 || n >= len(smallNumbers) {
		return strconv.Itoa(n)
	}
	return smallNumbers[n]
}

// Capital is s with a capital letter at its beginning.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
