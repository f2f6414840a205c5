package model

import (
	"slices"
	"strings"
	"time"
)

// ThankYouText is a short message of thanks after a meeting (practice 45). The error is ErrNoLetter.
func ThankYouText(f LetterFacts) (Document, error) {
	l, err := beginLetter(f, ThankYouLetter)
	if err != nil {
		return Document{}, err
	}
	l.doc.Greeting = ""
	soon := "within a week"
	if d := f.Today.Weekday(); f.Today.Valid() && d >= time.Monday && d <= time.Wednesday {
		soon = "this week"
	}
	if l.row().Attended == No {
		l.say("We were sorry to miss you "+l.day()+", "+oneLine(f.To.Formal())+".",
			"I will write down what we agreed"+l.aboutChild()+" and send it"+l.sendsTo()+" "+soon+".", "I would like to hear what you think.")
	} else {
		l.say("Thank you for "+l.taking()+" "+l.day()+", "+oneLine(f.To.Formal())+", and for saying it so openly.",
			"It helps us to help "+l.child()+".", "I will write down what we agreed and send it"+l.sendsTo()+" "+soon+".")
	}
	doc := l.sign()
	doc.Closing = nonEmpty(oneLine(f.Me.Name))
	return doc, nil
}

// Summary is what came of the meeting, for one adult: thanks, what was agreed, who does what by
// when, when we meet again, and that they may come back any time (practices 45 to 47). The error is
// ErrNoLetter.
func Summary(f LetterFacts) (Document, error) {
	l, err := beginLetter(f, SummaryOfMeeting)
	if err != nil {
		return Document{}, err
	}
	l.say(l.thanks()...)
	for few := range slices.Chunk(nonEmpty(l.agreed()...), mostInParagraph) {
		l.say(few...)
	}
	l.say(l.again()...)
	return l.sign(), nil
}

// mostInParagraph is how many sentences of what was agreed stand in one paragraph.
const mostInParagraph = 4

// taking is how they took part: "coming", "talking with us".
func (l *letter) taking() string {
	switch {
	case l.Meeting.HomeVisit:
		return "having us"
	case l.Meeting.Mode == OnPhone || l.Meeting.Mode == OnVideo:
		return "talking with us"
	case l.Meeting.Mode == Mixed:
		return "taking part"
	}
	return "coming"
}

func (l *letter) day() string {
	return firstText(onDay(l.Meeting.HeldOn(), l.Today), "today")
}

func (l *letter) thanks() []string {
	if l.row().Attended == No {
		return []string{"We were sorry to miss you " + l.day() + ".", "This is what came of our talk" + l.aboutChild() + "."}
	}
	came := "Thank you for " + l.taking() + " " + l.day()
	switch said := l.typed(l.Meeting.Thanks); {
	case said == "":
		return []string{came + ", and for saying what matters to you.", "It helps us to help " + l.child() + "."}
	case strings.HasPrefix(strings.ToLower(said), "for "):
		return []string{came + ", and " + strings.ToLower(said[:1]) + said[1:] + ".", "It helped."}
	default:
		return []string{came + ".", stopped(Capital(said))}
	}
}

func (l *letter) again() []string {
	open := "If anything worries you, however small, please tell me at once: I am always glad to hear from you."
	if !l.Meeting.NextDate.Valid() {
		return []string{open}
	}
	open = strings.Replace(open, "worries you,", "worries you before then,", 1)
	return []string{"We meet again on " + letterTime(l.Meeting.NextDate) + ".", open}
}
