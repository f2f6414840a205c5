package output_test

import (
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/output"
)

func TestTodayAsPlainTextSaysTheSame(t *testing.T) {
	page := view.Today{
		Now: "2026-11-24T08:41", Week: "Autumn 2, week 4", Some: true, Families: 61, Terms: true,
		Promised: view.Promises{Open: 11, Lines: []view.PromiseLine{
			{Group: model.DueLate, When: "1 day late", What: "Thank Mrs Okafor for Friday's meeting", Family: "Okafor", Whose: model.Mine},
			{Group: model.DueToday, When: "today", What: "Ring Jan Nowak back", DueAt: "16:00", Family: "Nowak", Whose: model.Mine},
			{Group: model.DueThisWeek, When: "Fri 27", What: "Send us the hearing test letter", Family: "Haddad", Whose: model.OfFamily},
		}},
		Waiting: view.Questions{All: 1, Lines: []view.QuestionLine{{Family: "Malik", Words: "can we talk about the school trip?", Theirs: true,
			Channel: model.ByEmail, Clock: "day 2 of 5", Stage: model.StageHalf}}},
		Meetings: []view.TodayMeeting{{ID: 7, Family: "Okafor", Kind: model.HonestConversation, Start: "2026-11-24T15:30"}},
	}.With(view.TodayFigures{
		GoodNews: view.GoodNews{Had: 23, Of: 61, NoneYet: []view.ClassNone{{Class: "4B", N: 6}, {Class: "5A", N: 3}}, Turn: []view.NewsTurn{{Family: "Malik"}, {Family: "Petrov"}}, TurnAll: 5},
		Coming:   []view.ComingUp{{On: "2026-12-18", What: "last day of term"}},
		Ready:    []view.MeetingReady{{ID: 7, Ready: 11, Of: 14, Item: "agenda.sent", Presses: "agenda not sent yet", Asks: true}},
	})
	want := `Tue 24 Nov 2026 · Autumn 2, week 4

Good morning. One promise is late, one falls today. The Okafors come at 15:30;
their agenda has not gone out.

Promised (3 of 11)
  ! 1 day late    Thank Mrs Okafor for Friday's meeting (Okafor)
  ● today         Ring Jan Nowak back, by 16:00 (Nowak)
  ○ Fri 27        Send us the hearing test letter (Haddad; the family)

Waiting for an answer from us
  ◑ day 2 of 5    Malik: “can we talk about the school trip?” (e-mail)

Meetings
    today 15:30   Okafor, honest conversation: ready 11 of 14, agenda not sent
                  yet

Good news this half term
  23 of 61 families
  their turn today: Malik, Petrov, 3 more
  none yet: 4B 6, 5A 3

Coming up
    Fri 18 Dec    last day of term
`
	if got := output.TodayText(page); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestEveryLineFitsEightyColumns(t *testing.T) {
	page := view.Today{Now: "2026-11-24T08:41", Promised: view.Promises{Open: 1, Lines: []view.PromiseLine{
		{When: "today", What: strings.Repeat("a long word ", 40), Family: "Okafor"}}}}.With(view.TodayFigures{})
	for _, line := range strings.Split(output.TodayText(page), "\n") {
		if len([]rune(line)) > 80 {
			t.Errorf("%d characters: %s", len([]rune(line)), line)
		}
	}
}
