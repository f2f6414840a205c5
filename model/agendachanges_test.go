package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func agendaOf(titles ...string) []AgendaItem {
	items := make([]AgendaItem, len(titles))
	for i, t := range titles {
		items[i] = AgendaItem{ID: int64(i + 1), Position: i + 1, Title: t, Minutes: 5}
	}
	return items
}

// sentNow is the letter that sends an agenda to Mrs Okafor.
func sentNow(t interface{ Fatal(...any) }, items []AgendaItem, start Moment) string {
	f := okaforFacts()
	m := f.Meeting
	m.Start = start
	doc, err := AgendaText(LetterFacts{Circle: f.Circle, To: f.Adults[0], Meeting: m, People: f.People, Agenda: items, RoomName: "Rainbow room", Today: okaforToday})
	if err != nil {
		t.Fatal(err)
	}
	return doc.Text()
}

func TestWhatChangedSinceTheAgendaWasSentIsSaid(t *testing.T) { // practice 35
	sent := agendaOf("Welcome", "Something good", "How it looks from home", "Any other worry")
	sent[2].Theirs = true
	const start = Moment("2026-11-26T15:30")
	body := sentNow(t, sent, start)
	longer := slices.Clone(sent)
	longer[0].Minutes = 1
	for _, test := range []struct {
		name  string
		now   []AgendaItem
		start Moment
		want  string
	}{
		{"nothing", sent, start, ""},
		{"a new line", agendaOf("Welcome", "Something good", "Homework", "How it looks from home", "Any other worry"), start, "“Homework” is new"},
		{"one taken out", agendaOf("Welcome", "How it looks from home", "Any other worry"), start, "“Something good” is taken out"},
		{"one moved up", agendaOf("Something good", "Welcome", "How it looks from home", "Any other worry"), start, "“Something good” moved up"},
		{"one moved down", agendaOf("Something good", "How it looks from home", "Welcome", "Any other worry"), start, "“Welcome” moved down"},
		{"minutes", longer, start, "“Welcome” has 1 minute instead of 5"},
		{"case and signs are no change", agendaOf("welcome.", "Something good", "How it looks from home", "Any other worry"), start, ""},
		{"the time", sent, "2026-11-27T09:00", "Friday 27 November at 9:00 instead of Thursday 26 November at 15:30"},
	} {
		if got := strings.Join(AgendaChanges(body, test.now, test.start), "; "); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestWhatEachHasInTheirHands(t *testing.T) { // practices 15 and 35
	f := okaforFacts()
	body := sentNow(t, f.Agenda, f.Meeting.Start)
	f.People[0].AgendaSent, f.People[0].AgendaSentBy = "2026-11-19", ByPhone
	letters := []Letter{{Kind: AgendaLetter, AdultID: ngoziID, Body: body, Sent: "2026-11-19"}}
	words := func() string {
		var all []string
		for _, h := range AgendaHands(f, letters) {
			all = append(all, h.Name+": "+h.Words(okaforToday))
		}
		return strings.Join(all, " | ")
	}
	if got := words(); got != "Mrs Okafor: Thu 19, phone: as it is now | Mr Okafor: not sent yet" {
		t.Error(got)
	}
	f.Agenda = TheirsOnAgenda(f.Agenda, f.Meeting.Kind, f.Meeting.Minutes, "Homework")
	f.People[0].AgendaOutdated = true
	if got := words(); !strings.HasPrefix(got, "Mrs Okafor: since Thu 19: “Homework” is new; ") {
		t.Error(got)
	}
	f.Links[1].CourtOrder = true
	if got := words(); strings.Contains(got, "Mr Okafor") {
		t.Errorf("behind the wall: %s", got)
	}
}

// The letter and what is read from it agree, whatever the titles are and however they are ordered.
func TestAnAgendaReadFromItsLetterHasNotChanged(t *testing.T) {
	title := rapid.StringMatching(`[A-Z][a-z]{2,8}( [a-z]{2,8}){0,3}`)
	rapid.Check(t, func(t *rapid.T) {
		items := agendaOf(rapid.SliceOfNDistinct(title, 1, 8, Fold).Draw(t, "titles")...)
		for i := range items {
			items[i].Minutes = rapid.IntRange(1, 30).Draw(t, "minutes")
			items[i].Theirs = rapid.Bool().Draw(t, "theirs")
		}
		body := sentNow(t, items, "2026-11-26T15:30")
		if got := AgendaChanges(body, items, "2026-11-26T15:30"); len(got) != 0 {
			t.Fatalf("%q\n%s", got, body)
		}
		from, to := rapid.IntRange(0, len(items)-1).Draw(t, "from"), rapid.IntRange(0, len(items)-1).Draw(t, "to")
		moved := slices.Clone(items)
		one := moved[from]
		moved = slices.Insert(slices.Delete(moved, from, from+1), to, one)
		for i := range moved {
			moved[i].Position = i + 1
		}
		says := AgendaChanges(body, moved, "2026-11-26T15:30")
		if from != to && len(says) != 1 || from == to && len(says) != 0 {
			t.Fatalf("moving one item from %d to %d: %q", from, to, says)
		}
	})
}

// The sum shown is the sum of the items, and placing an item makes no agenda longer than its meeting.
func TestPlacingAnItemKeepsTheLength(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(MeetingKinds).Draw(t, "kind")
		length := rapid.IntRange(5, 120).Draw(t, "length")
		items := AgendaFor(kind, nil, length)
		if rapid.Bool().Draw(t, "shorter") {
			items = items[:len(items)-1]
		}
		for i := range rapid.IntRange(1, 4).Draw(t, "named") {
			before := AgendaMinutes(items)
			title := fmt.Sprint("named ", i)
			next := TheirsOnAgenda(items, kind, length, title)
			if i == 3 {
				title = TemplateOf(kind).Agenda[len(TemplateOf(kind).Agenda)-1].Title
				next = WithAnyWorry(items, kind, length)
			}
			sum := 0
			for j, item := range next {
				sum += item.Minutes
				if item.Position != j+1 || item.Minutes < 0 {
					t.Fatalf("%+v", next)
				}
			}
			if sum != AgendaMinutes(next) || sum < before || sum > max(before, length) {
				t.Fatalf("%d minutes of %d became %d", before, length, sum)
			}
			if !slices.ContainsFunc(next, func(i AgendaItem) bool { return i.Title == title }) || len(next) != len(items)+1 {
				t.Fatalf("%q is not on it: %+v", title, next)
			}
			items = next
		}
	})
}

func TestTheFamilysOwnItemStandsWhereTheTemplateKeepsItsPlace(t *testing.T) {
	items := TheirsOnAgenda(AgendaFor(HonestConversation, nil, 45), HonestConversation, 45, "Homework")
	if items[3].Title != "Homework" || items[3].Minutes != 5 || !items[3].Theirs || AgendaMinutes(items) != 45 {
		t.Errorf("%+v", items)
	}
	items = TheirsOnAgenda(items, HonestConversation, 45, "The bus")
	if items[4].Title != "The bus" || items[4].Minutes < 2 || items[3].Minutes != 5 {
		t.Errorf("%+v", items)
	}
}
