package model

import (
	"errors"
	"slices"
	"strings"
)

// capturedDays are parts of a day that say the day, and no time (capture.md section 5).
func capturedDays() map[string]int {
	return map[string]int{"thismorning": 0, "thisafternoon": 0, "thisevening": 0, "lastnight": -1}
}

// dateBeginnings are the words besides weekdays, months and numbers with which a date may begin.
var dateBeginnings = captureSet("today,tomorrow,tom,tmrw,yesterday,in,a,an,the,next,last,this,half,quarter,noon,midday,at,end,start,before,after," +
	"fortnight,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,twenty,wc,wb,week,on,by")

// mayBeginDate reports whether a date or a time may begin with a word; it saves reading all others.
func mayBeginDate(text string) bool {
	if text == "" {
		return false
	}
	if isDigit(rune(text[0])) || text[0] == '@' {
		return true
	}
	word := strings.ToLower(strings.TrimRight(text, ".,"))
	if dateBeginnings[word] || word == "w/c" || word == "w/b" {
		return true
	}
	_, day := weekdayWord(word)
	_, month := monthWord(word)
	return day || month
}

// readWhen reads when it happened (rules.md R57 to R63). A date and a time may stand apart.
func (r *captureReader) readWhen(h *captureHead, w []capturedWord) int {
	if len(w) == 0 || !mayBeginDate(w[0].text) || h.date != "" && h.clock != "" {
		return 0
	}
	for n := min(mostWhenWords, len(w)); n > 0; n-- {
		date, clock := r.whenSaid(w[:n])
		if date == "" && clock == "" || date != "" && h.date != "" || clock != "" && h.clock != "" {
			continue
		}
		h.date, h.clock = Date(firstText(string(h.date), string(date))), Clock(firstText(string(h.clock), string(clock)))
		return h.span(w[:n], PartWhen)
	}
	return 0
}

// whenSaid is the date and the time that all of the words say; neither lies ahead of today.
func (r *captureReader) whenSaid(w []capturedWord) (Date, Clock) {
	today := r.now.Now.Date()
	if days, ok := capturedDays()[keyOf(w)]; ok {
		return today.AddDays(days), ""
	}
	if len(w) == 1 {
		if clock := timeSaid(w); clock != "" {
			return "", clock
		}
	}
	p, err := ParseWhen(typedText(w), DateOptions{Today: today, Past: true, Calendar: r.now.Calendar})
	if err == nil && p.Date <= today {
		return p.Date, p.Clock
	}
	return "", timeSaid(w)
}

// timeSaid is the time that all of the words say; a bare hour needs "at" (rules.md R63).
func timeSaid(w []capturedWord) Clock {
	words := typedWords(typedText(w))
	at := len(words) > 1 && words[0] == "at"
	if at {
		words = words[1:]
	}
	if len(words) == 0 {
		return ""
	}
	clock, err := readTime(words, at)
	if err != nil {
		return ""
	}
	return clock
}

// happened is when it happened: a time alone is of today, or of yesterday when it still lies ahead.
func (r *captureReader) happened() (at Moment, now bool) {
	h := r.head
	switch {
	case h.date == "" && h.clock == "":
		return r.now.Now, true
	case h.date != "":
		at = At(h.date, h.clock)
		if h.clock != "" && at > r.now.Now {
			r.hints = append(r.hints, string(h.clock)+" still lies ahead")
		}
		return at, false
	}
	today := r.now.Now.Date()
	if at = At(today, h.clock); at > r.now.Now {
		at = At(today.AddDays(-1), h.clock)
		r.hints = append(r.hints, string(h.clock)+" still lies ahead today: taken as yesterday")
	}
	return at, false
}

// The hours in which families stand at the gate (capture.md section 3).
const (
	morningGateEnds Clock = "09:15"
	gateAgainFrom   Clock = "14:45"
	gateAgainUntil  Clock = "16:00"
)

// channelThen is where one most likely spoke at that time, when nothing was said; a time of today that was
// not said is now.
func (r *captureReader) channelThen(at Moment) Channel {
	school, err := r.now.Calendar.IsSchoolDay(at.Date())
	if err != nil {
		school = r.now.Calendar.IsWorkingDay(at.Date())
	}
	clock := at.Clock()
	if clock == "" && at.Date() == r.now.Now.Date() {
		clock = r.now.Now.Clock()
	}
	if school && clock != "" && (clock < morningGateEnds || clock >= gateAgainFrom && clock <= gateAgainUntil) {
		return ByGate
	}
	return FaceToFace
}

// dateAtEdge is the longest date at the end of words, or at their beginning when end is false, read into
// the future; n is how many words it has, 0 without one. A day behind "every", "the" or "his" is none.
func (r *captureReader) dateAtEdge(words []capturedWord, end bool) (p Parsed, n int) {
	for n = min(mostWhenWords+1, len(words)-1); n > 0; n-- {
		said := words[:n]
		if end {
			said = words[len(words)-n:]
			if notBeforeDue[words[len(words)-n-1].key] {
				continue
			}
		}
		if date, ok := r.dueSaid(said); ok {
			return date, n
		}
	}
	return Parsed{}, 0
}

// notBeforeDue stand before what only looks like a date.
var notBeforeDue = captureSet("the,a,an,every,each,his,her,their,my,our,your,of")

// dueLeads may stand before the date of a follow-up.
var dueLeads = []string{"by", "on", "before"}

// withoutCalendar is how many words at the beginning say a date for which there are no term dates yet,
// "in 10 school days"; a hint says so.
func (r *captureReader) withoutCalendar(words []capturedWord) int {
	if !mayBeginDate(words[0].text) {
		return 0
	}
	o := DateOptions{Today: r.now.Now.Date(), Calendar: r.now.Calendar}
	for n := min(mostWhenWords, len(words)-1); n > 0; n-- {
		if _, err := ParseWhen(typedText(words[:n]), o); errors.Is(err, ErrNoCalendar) {
			r.hints = append(r.hints, err.Error())
			return n
		}
	}
	return 0
}

func (r *captureReader) dueSaid(w []capturedWord) (Parsed, bool) {
	if !mayBeginDate(w[0].text) || len(w) == 1 && w[0].key == "tom" && w[0].text != "tom" {
		return Parsed{}, false
	}
	o := DateOptions{Today: r.now.Now.Date(), Calendar: r.now.Calendar}
	if p, err := ParseWhen(typedText(w), o); err == nil {
		return p, true
	}
	if len(w) < 2 || !slices.Contains(dueLeads, w[0].key) {
		return Parsed{}, false
	}
	p, err := ParseWhen(typedText(w[1:]), o)
	return p, err == nil
}
