package model

import (
	"slices"
	"strings"
)

// Template is what a meeting of one kind begins with: all of it is offered, and may be changed.
type Template struct {
	Kind     MeetingKind
	Minutes  int
	Mood     Mood     // the mood to expect, until somebody says otherwise
	Purposes []string // beginnings of a purpose; {child} stands for the pupils' names
	School   []Seat   // who from school is usually needed, the most needed first
	Child    bool     // the child is asked to come along
	Agenda   []AgendaLine
	OwnID    int64 // of the school's own template that it comes from, 0 for one of the table
}

// Seat is one role that a kind of meeting needs from school, and what for.
type Seat struct {
	Role   Role   `json:"role"`
	Reason string `json:"reason"` // {child} stands for the pupils' names
}

// AgendaLine is one line of a template's agenda.
type AgendaLine struct {
	Title    string `json:"title"`
	Minutes  int    `json:"minutes"`
	Theirs   bool   `json:"theirs"` // the place where the family's own items come in; it has no minutes of its own
	AnyWorry bool   `json:"any_worry"`
}

// theirPlace marks where the family's own items stand (★ in checklist.md).
var theirPlace = AgendaLine{Theirs: true}

func agendaLine(title string, minutes int) AgendaLine {
	return AgendaLine{Title: title, Minutes: minutes}
}

func lastLine(title string, minutes int) AgendaLine {
	return AgendaLine{Title: title, Minutes: minutes, AnyWorry: true}
}

// Templates is the table of kinds (checklist.md, agendas). Each ends by asking for any other worry
// (practice 43).
var Templates = []Template{
	{Kind: HonestConversation, Minutes: 45, Mood: MoodWorried,
		Purposes: []string{"How can {child}'s … be calm again?", "What would help {child} with …?", "How {child} can feel safe and welcome again"},
		School:   []Seat{{FLO, "knows the family, someone familiar"}, {ClassTeacher, "sees {child} every day"}},
		Agenda: []AgendaLine{agendaLine("Welcome and tea", 5), agendaLine("Something good", 3), agendaLine("How it looks from home", 10), theirPlace,
			agendaLine("How it looks from school", 7), agendaLine("What we could try", 10), agendaLine("What we agree, who does what", 5),
			lastLine("Any other worry, however small", 5)}},
	{Kind: FirstMeeting, Minutes: 40, Mood: MoodEasy,
		Purposes: []string{"To get to know {child}, and each other", "How can we make {child}'s start a good one?"},
		School:   []Seat{{ClassTeacher, "will be with {child} every day"}},
		Agenda: []AgendaLine{agendaLine("Welcome and tea", 5), agendaLine("Tell us about your child: what they love, what helps", 10),
			agendaLine("What school has been like for you so far", 10), theirPlace,
			agendaLine("How we work: good news, honesty, tell us on Monday", 7), agendaLine("How and when to reach you, and us", 5),
			lastLine("Any worry already, however small", 3)}},
	{Kind: TermlyReview, Minutes: 30, Mood: MoodEasy, Child: true,
		Purposes: []string{"How is {child}'s support going, and what comes next?"},
		School:   []Seat{{ClassTeacher, "teaches {child} and gives the support"}},
		Agenda: []AgendaLine{agendaLine("Something good", 3), agendaLine("Your view, your child's view", 7), agendaLine("What we planned and how it went", 7), theirPlace,
			agendaLine("What next: outcomes, support, who", 8), lastLine("Date, any other worry", 5)}},
	{Kind: AnnualReview, Minutes: 60, Mood: MoodEasy, Child: true,
		Purposes: []string{"Does {child}'s plan still say what {child} needs?"},
		School:   []Seat{{SENCO, "leads the review"}, {ClassTeacher, "teaches {child}"}},
		Agenda: []AgendaLine{agendaLine("Welcome, who is who", 5), agendaLine("The child's view", 8), agendaLine("The family's view", 8),
			agendaLine("Progress towards each outcome", 15), theirPlace, agendaLine("What should change in the plan", 10), agendaLine("Health and care", 4),
			agendaLine("Preparing for adulthood (from Year 9), or the next phase", 5), lastLine("What goes into the report, any other worry", 5)}},
	{Kind: ReturnFromSuspension, Minutes: 30, Mood: MoodUpset, Child: true,
		Purposes: []string{"How can {child}'s first day back be a good one?"},
		School:   []Seat{{FLO, "knows the family, someone familiar"}, {Head, "welcomes {child} back"}},
		Agenda: []AgendaLine{agendaLine("Welcome back", 3), agendaLine("Something good", 2), agendaLine("What happened: the agreed account, the child's words", 7),
			agendaLine("What would help", 7), theirPlace, agendaLine("The first day back, hour by hour", 6), agendaLine("Who to go to, when we speak next", 3),
			lastLine("Any other worry", 2)}},
	{Kind: AttendanceMeeting, Minutes: 30, Mood: MoodWorried,
		Purposes: []string{"What would make mornings easier for {child} and you?"},
		School:   []Seat{{FLO, "knows the family, someone familiar"}},
		Agenda: []AgendaLine{agendaLine("Something good", 3), agendaLine("What mornings are like", 8), theirPlace, agendaLine("What the pattern shows, without blame", 5),
			agendaLine("What we can change, what you can", 9), lastLine("A small first step, date, any other worry", 5)}},
	{Kind: TransitionMeeting, Minutes: 40, Mood: MoodWorried, Child: true,
		Purposes: []string{"How can {child}'s move to … go well?"},
		School:   []Seat{{ClassTeacher, "knows what helps {child}"}},
		Agenda: []AgendaLine{agendaLine("Something good", 3), agendaLine("Hopes and worries, child first", 10), theirPlace, agendaLine("What will be different", 8),
			agendaLine("Visits, photos, a named person", 9), agendaLine("What the new place must know", 5),
			lastLine("Check-ins before and after, any other worry", 5)}},
	{Kind: InformalComplaint, Minutes: 40, Mood: MoodUpset,
		Purposes: []string{"To hear what went wrong for {child} and you, and what you would like"},
		School:   []Seat{{FLO, "knows the family, someone familiar"}},
		Agenda: []AgendaLine{agendaLine("Thanks for raising it", 3), agendaLine("What happened, in your words", 12), agendaLine("How it was handled, in your words", 5),
			agendaLine("What you would like", 5), theirPlace, agendaLine("What we can say today", 8), agendaLine("What we will find out, by when", 5),
			lastLine("Your right to take it further, any other worry", 2)}},
	{Kind: CheckInMeeting, Minutes: 20, Mood: MoodEasy,
		Purposes: []string{"How are things going for {child} and you?"},
		Agenda: []AgendaLine{agendaLine("Something good", 3), agendaLine("How things are, at home and here", 7), theirPlace, agendaLine("What would help", 5),
			lastLine("Any other worry, however small", 5)}},
	{Kind: OtherMeeting, Minutes: 30,
		Purposes: []string{"To talk about … together"},
		Agenda: []AgendaLine{agendaLine("Something good", 3), agendaLine("What we meet for", 9), theirPlace, agendaLine("What we could try", 8),
			agendaLine("What we agree, who does what", 5), lastLine("Any other worry, however small", 5)}},
}

// TemplateOf is the template of a kind of meeting, the general one for a kind without its own.
func TemplateOf(kind MeetingKind) Template {
	at := slices.IndexFunc(Templates, func(t Template) bool { return t.Kind == kind })
	if at < 0 {
		at = len(Templates) - 1
	}
	return Templates[at]
}

// PurposesFor are the beginnings of a purpose with the pupils' names in them.
func (t Template) PurposesFor(pupils []Pupil) []string {
	purposes := make([]string, len(t.Purposes))
	for i, p := range t.Purposes {
		purposes[i] = withChild(p, pupils)
	}
	return purposes
}

func withChild(text string, pupils []Pupil) string {
	return strings.ReplaceAll(text, "{child}", calledTogether(pupils))
}
