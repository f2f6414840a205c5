package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// okaforsSit is the Okafors' meeting with its people on these seats, by their initials, which stand in
// the order of the seats; "-" is a free one. Who is not named is not in the meeting.
func okaforsSit(t *testing.T, id LayoutID, change func(*Facts), seats string) Seating {
	t.Helper()
	f := okaforFacts()
	f.Meeting.Layout, f.Meeting.Mood = id, MoodEasy
	if change != nil {
		change(&f)
	}
	named := strings.Fields(seats)
	s := f.Seating()
	s.Sitters = slices.DeleteFunc(s.Sitters, func(w Sitter) bool { return !slices.Contains(named, w.Initials) })
	s = NewSeating(s.Layout, s.Sitters, s.Heated)
	for seat, initials := range named {
		if initials == "-" {
			continue
		}
		i := slices.IndexFunc(s.Sitters, func(w Sitter) bool { return w.Initials == initials })
		if i < 0 {
			t.Fatalf("nobody is %s", initials)
		}
		s = s.Move(i, seat+1)
	}
	return s
}

func chidiComes(f *Facts) {
	f.People = append(f.People, MeetingPerson{ID: 20, Side: FamilySide, PupilID: chidiID, Name: "Chidi"})
}

func interpreted(f *Facts) {
	f.Adults[0].Interpreter = Yes
	f.People = append(f.People, MeetingPerson{ID: 21, Side: OtherSide, Name: "Salma Qureshi", Interpreter: true})
}

// practices 25 and 34: what a picture says, in every layout.
func TestHowPeopleSitIsJudged(t *testing.T) {
	for _, tc := range []struct {
		name    string
		layout  LayoutID
		change  func(*Facts)
		seats   string
		word    Judgement
		says    string
		notWell string // the first one, "" for nothing
	}{
		{"mixed round a table", RoundTable, nil, "NO Re EO Sh", JudgedMixed, "Good: the sides are mixed, nobody is behind a desk", ""},
		{"two sides at a round table", RoundTable, nil, "NO EO - Re Sh", JudgedTwoSides, "There are two sides",
			"Mrs Okafor and Mr Okafor sit on one side, the school on the other."},
		{"one before three", RoundTable, nil, "NO - - - Re Sh It", JudgedTwoSides, "Somebody faces a row", "Mrs Okafor faces a row from school."},
		{"a friend beside her is no row, but a side", RoundTable, nil, "NO AG - - Re Sh", JudgedTwoSides, "There are two sides", "Mrs Okafor and Auntie Grace sit on one side"},
		{"the friend is far away", RoundTable, nil, "NO Re - - AG Sh", JudgedMixed, "The sides are mixed",
			"Auntie Grace came for the family, and sits beside none of them."},
		{"Chidi beside his teacher alone", RoundTable, chidiComes, "NO - - Ch Re", JudgedMixed, "Nobody faces", "Chidi sits beside nobody of their own."},
		{"the interpreter is elsewhere", RoundTable, interpreted, "NO Re - SQ", JudgedMixed, "Nobody faces", "Nobody interprets beside Mrs Okafor."},
		{"the interpreter is beside her", RoundTable, interpreted, "SQ NO Re", JudgedMixed, "Good: nobody faces", ""},
		{"easy chairs", EasyChairs, nil, "NO Re EO Sh", JudgedMixed, "Good: the sides are mixed", ""},
		{"easy chairs, one apart", EasyChairs, nil, "NO Re - - Sh", JudgedMixed, "Nobody", "Mr Shah sits apart from everybody."},
		{"a corner for two", CornerOfTable, nil, "NO Re", JudgedOpen, "Good: nobody faces a row of others", ""},
		{"side by side", SideBySide, nil, "NO Re EO", JudgedOpen, "Good", ""},
		{"side by side, two and two", SideBySide, nil, "NO EO Re Sh", JudgedTwoSides, "There are two sides", "Mrs Okafor and Mr Okafor sit on one side"},
		{"a horseshoe with a row", Horseshoe, nil, "NO EO AG - Re Sh It Be", JudgedTwoSides, "Somebody faces a row of others", "Mrs Okafor faces a row from school."},
		{"a horseshoe, mixed", Horseshoe, nil, "NO Re EO Sh It AG", JudgedMixed, "The sides are mixed", "Auntie Grace came for the family"},
		{"a horseshoe for four", Horseshoe, nil, "NO Re EO Sh", JudgedMixed, "The sides are mixed", "It is made for six or more, and you are four."},
		{"walking", WalkAndTalk, nil, "NO Re", JudgedForTwo, "Good: nobody faces a row of others, nobody is behind a desk, a pushchair or wheelchair fits.", ""},
		{"before a screen", OnAScreen, nil, "- - Re Sh", JudgedVideo, "Good: there are no two sides", ""},
		{"behind a desk", BehindADesk, nil, "Re NO EO", JudgedBarrier, "Nobody faces a row of others, a desk stands between them", "A desk parts Mrs Okafor and Mr Okafor from the school."},
		{"all on one side of a desk", BehindADesk, nil, "- NO Re EO", JudgedOpen, "Good", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := okaforsSit(t, tc.layout, tc.change, tc.seats)
			j := s.Judge()
			first := ""
			if len(j.NotWell) > 0 {
				first = j.NotWell[0]
			}
			if j.Word != tc.word || !strings.HasPrefix(j.Sentence, tc.says) || !strings.HasPrefix(first, tc.notWell) || j.Good != (len(j.NotWell) == 0) {
				t.Errorf("%+v", j)
			}
		})
	}
}

// practices 25, 28 and 34: the child and the aunt are beside their own, the interpreter beside her who
// needs one, and the sides are mixed.
func TestTheBestSeatsForAFamilyWithAChildAFriendAndAnInterpreter(t *testing.T) {
	f := okaforFacts()
	chidiComes(&f)
	interpreted(&f)
	f.People[5].Answer, f.People[6].Answer, f.Meeting.YoungerComes = CannotCome, CannotCome, true
	round, _ := LayoutOf(RoundTable)
	best := NewSeating(round, f.Sitters(), true).Best()
	if j := best.Judge(); !j.Good || j.Word != JudgedMixed {
		t.Fatalf("%+v", j)
	}
	seat := map[string]int{}
	for i, w := range best.Sitters {
		seat[w.Initials] = best.Seats[i] - 1
	}
	nextTo := func(a string, others ...string) bool {
		return slices.ContainsFunc(others, func(b string) bool { return best.plan.beside[seat[a]].has(seat[b]) })
	}
	if !nextTo("SQ", "NO") || !nextTo("Ch", "NO", "EO", "AG") || !nextTo("AG", "NO", "EO") {
		t.Errorf("the seats are %v", seat)
	}
	if seats := seatedOn(best); len(seats) != 7 {
		t.Errorf("seven people sit on %v", seats)
	}
}

func seatedOn(s Seating) map[int]bool {
	taken := map[int]bool{}
	for _, seat := range s.Kept() {
		taken[seat] = true
	}
	return taken
}

func TestALayoutWithTooFewSeatsSaysSo(t *testing.T) {
	f := okaforFacts()
	easy, _ := LayoutOf(EasyChairs)
	for _, tc := range []struct {
		s       Seating
		notWell string
	}{
		{NewSeating(easy, f.Sitters(), false), "Six seats for seven people."},
		{NewSeating(easy, f.Sitters(), false).Best(), "Six seats for seven people: Mrs Bell has none. Who is needed?"},
		{okaforsSit(t, RoundTable, nil, "NO Re").Move(1, 0), "Mrs Okafor has no seat yet."},
	} {
		if j := tc.s.Judge(); len(j.NotWell) == 0 || j.NotWell[0] != tc.notWell || j.Good {
			t.Errorf("%+v, want %q", j, tc.notWell)
		}
	}
}

// practice 29 and the circle: a seat is for those who will be in the room.
func TestWhoNeedsASeat(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*Facts)
		want   string
	}{
		{"everybody, those first whom it needs most", func(*Facts) {}, "Re NO EO AG Sh It Be"},
		{"not who cannot come", func(f *Facts) { f.People[1].Answer = CannotCome }, "Re NO AG Sh It Be"},
		{"not who is on standby", func(f *Facts) { f.Meeting.StandbyWho = "Mr Shah" }, "Re NO EO AG It Be"},
		{"not who is behind the wall", func(f *Facts) { f.Links[1].CourtOrder = true }, "Re NO AG Sh It Be"},
		{"an order read for another meeting opens nothing", func(f *Facts) {
			f.Links[1].CourtOrder = true
			f.OrderAnswers = []OrderAnswer{{MeetingID: 6, LinkID: 2, CheckedBy: "Ms Reed", Answer: OrderAllows}}
		}, "Re NO AG Sh It Be"},
		{"by video the school", func(f *Facts) { f.Meeting.Mode = OnVideo }, "Re Sh It Be"},
		{"in a mixed meeting not who is on the screen", func(f *Facts) { f.Meeting.Mode, f.People[1].ByVideo = Mixed, Yes }, "Re NO AG Sh It Be"},
		{"the same initials are told apart", func(f *Facts) { f.Adults[1].Forename = "Nnamdi" }, "Re NO NO2 AG Sh It Be"},
	} {
		f := okaforFacts()
		tc.change(&f)
		var got []string
		for _, s := range f.Sitters() {
			got = append(got, s.Initials)
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestAPushchairOrAWheelchairGetsRoom(t *testing.T) {
	for name, change := range map[string]func(*Facts){
		"a younger child comes": func(f *Facts) { f.Meeting.YoungerComes = true },
		"she said so":           func(f *Facts) { f.People[0].Needs = "space for my wheelchair" },
		"it is noted of her":    func(f *Facts) { f.Adults[0].Access = "comes with a buggy" },
	} {
		s := okaforsSit(t, Horseshoe, change, "NO Re")
		if j := s.Judge(); !slices.Contains(j.NotWell, "There is no room for a pushchair or wheelchair beside Mrs Okafor.") {
			t.Errorf("%s: %+v", name, j)
		}
		if j := okaforsSit(t, EasyChairs, change, "NO Re").Judge(); !j.Good || !strings.Contains(j.Sentence, "a pushchair or wheelchair fits") {
			t.Errorf("%s: %+v", name, j)
		}
	}
}

// Somebody wedged between a chair and the wall has to squeeze past, and that weighs most when voices
// may be raised.
func TestWhoIsShutInIsNamed(t *testing.T) {
	f := okaforFacts()
	f.OwnLayouts = []OwnLayout{{ID: 3, Name: "The cupboard", Seats: []Place{{3, 1}, {3, 4}, {12, 5}},
		Things: []Thing{thing(ATable, 7, 0, 30, 3), thing(ADoor, 36, PlanHeight-1, 6, 1)}}}
	f.Meeting.Layout = "own.3"
	f.People[0].Seat, f.People[3].Seat, f.People[4].Seat = 1, 2, 3
	j := f.Seating().Judge()
	if !slices.Contains(j.NotWell, "Mrs Okafor cannot leave without squeezing past somebody.") {
		t.Errorf("%+v", j)
	}
	if i, _ := itemOf(Checklist(f), "room.door"); i.State != ItemAsks || !strings.Contains(i.Question, "Mrs Okafor cannot leave") {
		t.Errorf("the checklist does not ask: %+v", i)
	}
}

// What was kept may be odd: a seat that two have, or one that is not there.
func TestKeptSeatsAreGivenOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := okaforFacts()
		f.Meeting.Layout = rapid.SampledFrom([]LayoutID{RoundTable, WalkAndTalk, "own.7", ""}).Draw(t, "layout")
		for i := range f.People {
			f.People[i].Seat = rapid.IntRange(0, 9).Draw(t, "seat")
		}
		s := f.Seating()
		seen := map[int]bool{0: false}
		for _, seat := range s.Seats {
			if seat > len(s.Layout.Seats) || seat > 0 && seen[seat] {
				t.Fatalf("seats %v of %d", s.Seats, len(s.Layout.Seats))
			}
			seen[seat] = true
		}
		s.Judge()
	})
}

func TestAnOwnDrawingIsJudgedByWhatStandsInIt(t *testing.T) {
	table, desk := thing(ATable, 17, 4, 14, 3), thing(ADesk, 17, 4, 14, 3)
	facing := []Place{{19, 2}, {28, 2}, {19, 8}}
	for _, tc := range []struct {
		name string
		own  OwnLayout
		want Judgement
	}{
		{"over a table", OwnLayout{ID: 1, Seats: facing, Things: []Thing{table}}, JudgedMixed},
		{"over a desk", OwnLayout{ID: 1, Seats: facing, Things: []Thing{desk}}, JudgedBarrier},
		{"a circle of chairs", OwnLayout{ID: 1, Seats: []Place{{19, 2}, {28, 2}, {34, 5}, {28, 8}, {19, 8}, {13, 5}}}, JudgedMixed},
		{"a row", OwnLayout{ID: 1, Seats: []Place{{10, 5}, {19, 5}, {28, 5}}}, JudgedOpen},
		{"two chairs", OwnLayout{ID: 1, Seats: []Place{{10, 5}, {19, 5}}}, JudgedForTwo},
		{"a screen", OwnLayout{ID: 1, Seats: facing, Things: []Thing{thing(AScreen, 17, 0, 14, 1)}}, JudgedVideo},
		{"nothing", OwnLayout{ID: 1}, JudgedOpen},
	} {
		l, ok := LayoutAmong("own.1", []OwnLayout{tc.own})
		if !ok || l.Judgement != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, l.Judgement, tc.want)
		}
	}
}

// anyMeeting is a meeting of up to 14 people in one of the layouts.
func anyMeeting(t *rapid.T) Seating {
	l := rapid.SampledFrom(Layouts).Draw(t, "layout")
	n := rapid.IntRange(0, 14).Draw(t, "people")
	bit := rapid.Bool()
	who := make([]Sitter, n)
	for i := range who {
		who[i] = Sitter{Person: int64(i + 1), Name: fmt.Sprint("person ", i), sitterKind: sitterKind{Group: rapid.SampledFrom(SeatGroups).Draw(t, "group")}}
		if who[i].Group == WithFamily {
			switch rapid.IntRange(0, 4).Draw(t, "is") {
			case 0:
				who[i].Child = true
			case 1:
				who[i].Friend = true
			case 2:
				who[i].NeedsInterpreter, who[i].NeedsRoom = bit.Draw(t, "language"), bit.Draw(t, "wheels")
			}
		}
		who[i].Interprets = who[i].Group == BesideBoth && bit.Draw(t, "interprets")
	}
	return NewSeating(l, who, bit.Draw(t, "heated"))
}

func TestTheBestSeatsKeepTheirLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyMeeting(t)
		best := s.Best()
		seen := map[int]bool{}
		for _, seat := range best.Seats {
			if seat < 0 || seat > len(s.Layout.Seats) || seat > 0 && seen[seat] {
				t.Fatalf("seats %v of %d", best.Seats, len(s.Layout.Seats))
			}
			seen[seat] = true
		}
		if standing := len(best.Standing()); standing != max(len(s.Sitters)-len(s.Layout.Seats), 0) {
			t.Fatalf("%d stand, %d people on %d seats", standing, len(s.Sitters), len(s.Layout.Seats))
		}
		if again := s.Best(); !slices.Equal(again.Seats, best.Seats) {
			t.Fatalf("the second time the seats are %v, not %v", again.Seats, best.Seats)
		}
		if len(s.Sitters) > len(s.Layout.Seats) {
			return
		}
		order := rapid.Permutation(seatNumbers(len(s.Layout.Seats))).Draw(t, "at random")
		random := s
		random.Seats = order[:len(s.Sitters)]
		if random.Weighs() < best.Weighs() {
			t.Fatalf("%s: best %v weighs %d, at random %v weighs %d", s.Layout.ID, best.Seats, best.Weighs(), random.Seats, random.Weighs())
		}
		who := rapid.IntRange(0, max(len(s.Sitters)-1, 0)).Draw(t, "who moves")
		if len(s.Sitters) > 0 {
			moved := best.Move(who, order[0])
			if len(moved.Standing()) != 0 || moved.Seats[who] != order[0] {
				t.Fatalf("moving %d to %d of %v gives %v", who, order[0], best.Seats, moved.Seats)
			}
		}
	})
}

// practice 29, and the wall: whoever is not in the room is given no seat, everybody else is.
func TestEverybodyInTheRoomAndNobodyElseGetsASeat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts(t)
		f.Meeting.StandbyWho = rapid.SampledFrom([]string{"", "Mr Shah"}).Draw(t, "standby")
		best := NewSeating(rapid.SampledFrom(Layouts).Draw(t, "where"), f.Sitters(), mayGetHeated(f)).Best()
		kept, seats := best.Kept(), len(best.Layout.Seats)
		if len(kept) != min(len(best.Sitters), seats) {
			t.Fatalf("%d of %d people sit on %d seats", len(kept), len(best.Sitters), seats)
		}
		for _, p := range f.People {
			absent := p.Answer.Absent() || p.Name != "" && p.Name == f.Meeting.StandbyWho || p.AdultID == emekaID && f.Links[1].CourtOrder
			if absent && kept[p.ID] != 0 {
				t.Fatalf("%+v is given seat %d", p, kept[p.ID])
			}
			if !absent && f.Meeting.Mode == InPerson && kept[p.ID] == 0 && len(best.Sitters) <= seats {
				t.Fatalf("%+v stands", p)
			}
		}
	})
}

func seatNumbers(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i + 1
	}
	return all
}
