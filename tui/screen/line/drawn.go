package line

import (
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// drawn is the line as it is to be kept, and the sentence that says what came of it.
func (p *Page) drawn() (view.DrawnLine, string) {
	a := p.answers
	line := view.DrawnLine{
		MeetingID: p.id, Ended: p.Now(), Closed: a.Closed, Thanks: a.Thanks, OpenDoor: a.OpenDoor,
		Agreements: p.prep.Agreements,
		AskHow:     a.AskHow, AskHowOn: p.notByRule(a.AskHowOn, p.dues().AskHow.Due),
		Next: view.NextMeeting{Start: a.Next, RoomID: a.RoomID, Parked: p.broughtUp()}, AskAgain: p.notByRule(a.AskAgain, p.dues().AskAgain.Due),
	}
	for _, o := range p.prep.Outcomes {
		line.Outcomes = append(line.Outcomes, o.Text)
	}
	for _, reader := range p.adults {
		adult, pupil := model.ReaderIDs(reader.ID)
		body, err := p.letterTo(reader)
		if err == nil && !a.None[reader.ID] {
			line.Letters = append(line.Letters, model.Letter{AdultID: adult, PupilID: pupil, Kind: model.SummaryOfMeeting, Body: body})
		}
	}
	line.NoSummary = len(line.Letters) == 0
	for _, reader := range p.adults {
		adult, pupil := model.ReaderIDs(reader.ID)
		by, ok := a.By[reader.ID]
		if !ok {
			continue
		}
		line.ThankYous = append(line.ThankYous, view.ThankYou{AdultID: adult, PupilID: pupil, By: by, Due: p.notByRule(a.On[reader.ID], p.dues().ThankYou.Due)})
		if doc, err := model.ThankYouText(p.letterFacts(reader)); err == nil && by.Written() {
			line.Letters = append(line.Letters, model.Letter{AdultID: adult, PupilID: pupil, Kind: model.ThankYouLetter, Body: doc.Text()})
		}
	}
	return line, outcomeWords(line)
}

// notByRule is a day that was chosen by hand; that of the rule is left to it, which notes how it counts.
func (p *Page) notByRule(day, rule model.Date) model.Date {
	if day == rule {
		return ""
	}
	return day
}

// broughtUp is what was parked and comes up the next time.
func (p *Page) broughtUp() []string {
	return slices.DeleteFunc(model.ParkedItems(p.prep.Meeting.Parked), func(item string) bool { return p.answers.Stays[item] })
}

func ofKind(letters []model.Letter, kind model.LetterKind) (n int) {
	for _, l := range letters {
		if l.Kind == kind {
			n++
		}
	}
	return n
}

// outcomeWords count what a line makes: "1 meeting, 5 follow-ups, 2 letters, 1 thank-you".
func outcomeWords(line view.DrawnLine) string {
	followUps := len(line.Agreements) + len(line.ThankYous)
	if !line.NoSummary {
		followUps++
	}
	if line.AskHow {
		followUps++
	}
	meetings := 1
	if line.Next.Start == "" {
		meetings = 0
		followUps++
	}
	var parts []string
	for _, n := range []struct {
		n    int
		word string
	}{{meetings, "meeting"}, {followUps, "follow-up"}, {ofKind(line.Letters, model.SummaryOfMeeting), "letter"}, {ofKind(line.Letters, model.ThankYouLetter), "thank-you"}} {
		switch n.n {
		case 0:
		case 1:
			parts = append(parts, "1 "+n.word)
		default:
			parts = append(parts, fmt.Sprintf("%d %ss", n.n, n.word))
		}
	}
	return "The line is drawn: " + strings.Join(parts, ", ") + "."
}
