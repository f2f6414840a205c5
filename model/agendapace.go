package model

import (
	"fmt"
	"slices"
	"strings"
)

// Pace is how a meeting that runs stands against its plan, in minutes.
type Pace struct {
	Used    int   // since it began
	Left    int   // until its end, below 0 when it runs over
	Item    int   // on the item that is talked about
	Planned int   // still planned for what is not done
	End     Clock // "" without a planned length
}

// PaceOf is the pace of a meeting at a moment. It ends when it was meant to, also when it began late:
// the room, the bus and the work of others wait for that hour; one that began early, or after that
// hour, has its whole length.
func PaceOf(m Meeting, agenda []AgendaItem, now Moment) Pace {
	if m.Began.Clock() == "" {
		return Pace{}
	}
	p := Pace{Used: max(m.Began.minutesUntil(now), 0)}
	p.Item = p.Used
	for _, i := range agenda {
		p.Item -= i.Used
		if !i.Done {
			p.Planned += i.Minutes
		}
	}
	p.Item = max(p.Item, 0)
	if at := CurrentItem(agenda); at >= 0 {
		p.Planned -= min(p.Item, agenda[at].Minutes)
	}
	if m.Minutes > 0 {
		end := m.Began.Add(m.Minutes)
		if meant := m.Start.Add(m.Minutes); m.Start.Clock() != "" && m.Start <= m.Began && meant > m.Began {
			end = meant
		}
		p.End, p.Left = end.Clock(), now.minutesUntil(end)
	}
	return p
}

// minutesUntil is how many minutes lie between two moments with a time of day.
func (m Moment) minutesUntil(other Moment) int {
	return m.Date().DaysUntil(other.Date())*24*60 + other.Clock().Minutes() - m.Clock().Minutes()
}

// CurrentItem is the place of the item that is talked about, the first that is not done; -1 for none.
func CurrentItem(agenda []AgendaItem) int {
	return slices.IndexFunc(agenda, func(i AgendaItem) bool { return !i.Done })
}

// Words say how much is left and until when, quietly: "23 min left, until quarter past four".
func (p Pace) Words() string {
	switch {
	case p.End == "":
		return ""
	case p.Left > 0:
		return fmt.Sprintf("%d min left, until %s", p.Left, p.End.Words())
	case p.Left == 0:
		return "it is " + p.End.Words()
	}
	return fmt.Sprintf("%d min past %s", -p.Left, p.End.Words())
}

// OverWords say of an item that it has used more than was planned: "over by 2"; "" as long as it has not.
func OverWords(used, planned int) string {
	if planned <= 0 || used <= planned {
		return ""
	}
	return fmt.Sprintf("over by %d", used-planned)
}

var hourWords = []string{"twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"}

// Words are a time as it is said: "quarter past four", "ten to five", "four o'clock"; to the minute
// it is left in figures.
func (c Clock) Words() string {
	if !c.Valid() {
		return ""
	}
	hour, minute := c.Minutes()/60, c.Minutes()%60
	side := " past "
	if minute > 30 {
		hour, minute, side = hour+1, 60-minute, " to "
	}
	said := hourWords[hour%12]
	switch minute {
	case 0:
		return said + " o'clock"
	case 15:
		return "quarter" + side + said
	case 30:
		return "half" + side + said
	case 25:
		return "twenty-five" + side + said
	}
	for word, n := range minuteWords {
		if n == minute {
			return word + side + said
		}
	}
	return string(c)
}

// ParkedItems are what was parked for another time, one a line.
func ParkedItems(text string) []string {
	var items []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "-*• ")); line != "" {
			items = append(items, line)
		}
	}
	return items
}

// AgendaWithParked is the agenda of the next meeting with what was parked in this one, in the place in
// which the family's own items stand, but as ours.
func AgendaWithParked(kind MeetingKind, parked []string, minutes int) []AgendaItem {
	items := AgendaFor(kind, parked, minutes)
	for i := range items {
		if items[i].Theirs {
			items[i].Theirs, items[i].Brings = false, ""
		}
	}
	return items
}
