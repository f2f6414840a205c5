package meeting_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// inTheRoom is the room of a meeting face to face, with both parents, Ms Reed and Mr Shah.
func (s *school) inTheRoom() *tuitest.Driver {
	d := s.planned()
	s.settle("Face to face, by video", func() { d.Press("right", "ctrl+s") })
	s.on("A neutral room").d.Press("enter")
	return d
}

// seats are the names of those who sit, by the number of their seat.
func (s *school) seats() map[int]string {
	all := map[int]string{}
	for _, p := range s.prep().People {
		if p.Seat > 0 {
			all[p.Seat] += p.Name
		}
	}
	return all
}

// practice 34
func TestSittingLikeThisGivesEverybodyTheirBestSeat(t *testing.T) {
	s := at(t, 120, 40)
	d := s.inTheRoom()
	d.See("Round table, as they could sit", "Nobody sits at the head")
	m := s.prep().Meeting
	m.Layout = model.RoundTable // as it was before seats were kept
	s.must(s.d.Store.SaveMeeting(t.Context(), m))
	d.Press("v", "esc", "esc")
	s.on("A neutral room").d.Press("enter").See("Without a seat:", "Nobody has a seat yet: b finds the best ones.")
	d.Press("enter").See("✓ Round table", "Good: the sides are mixed, nobody is behind a desk").NotSee("Without a seat")
	if got := s.seats(); len(got) != 4 {
		t.Fatalf("seated are %v", got)
	}
	j := s.prep().Facts("2026-11-24").Seating()
	if j.Weighs() != j.Best().Weighs() {
		t.Errorf("the seats weigh %d, the best %d", j.Weighs(), j.Best().Weighs())
	}
	d.Press("b").See("They sit as well as can be found")
	d.Press("j").See("Easy chairs, as they could sit", "◉ Mrs Okafor", "● Ms Reed")
	if p := s.prep(); p.Meeting.Layout != model.RoundTable {
		t.Errorf("looking at a layout takes it: %q", p.Meeting.Layout)
	}
	d.Press("b").See("✓ Easy chairs").Press("u").See("✓ Round table").Press("u")
	if got := s.seats(); len(got) != 0 {
		t.Errorf("after two undos %v sit", got)
	}
}

// practices 25 and 34: what is said follows the people.
func TestPeopleAreMovedByKeys(t *testing.T) {
	s := at(t, 120, 40)
	d := s.inTheRoom()
	d.Press("enter", "tab").See("Seat 1:")
	before := s.seats()
	d.Press("enter").See("You hold " + before[1])
	to := func() int { // where the cursor is by what is said of it
		for n := 2; n <= 8; n++ {
			if strings.Contains(d.Screen(), "puts them on seat "+string(rune('0'+n))) || before[n] != "" && strings.Contains(d.Screen(), "changes places with "+before[n]) {
				return n
			}
		}
		t.Fatalf("it is not said where one is:\n%s", d.Screen())
		return 0
	}
	d.Press("l")
	first := to()
	d.Press("esc").See("Seat ").NotSee("You hold")
	if got := s.seats(); got[1] != before[1] {
		t.Errorf("put back, %v sit", got)
	}
	d.Press("h", "space", "right", "enter")
	if got := s.seats(); got[first] != before[1] || got[1] != before[first] {
		t.Errorf("%v became %v", before, got)
	}
	d.Press("d").See("Without a seat: ", "has no seat yet", "! ")
	if got := s.seats(); len(got) != 3 {
		t.Errorf("after standing up %v sit", got)
	}
	d.Press("u", "u")
	for n, name := range s.seats() {
		if before[n] != name {
			t.Errorf("after undo %v, not %v", s.seats(), before)
		}
	}
	d.Press("tab").See("▌✓ Round table")
}

func TestPeopleAreMovedByTheMouse(t *testing.T) {
	s := at(t, 120, 40)
	d := s.inTheRoom()
	d.Press("enter")
	before := s.seats()
	seatOf := func(name string) int {
		for n, who := range s.seats() {
			if who == name {
				return n
			}
		}
		return 0
	}
	mother, reed := seatOf("Mrs Okafor"), seatOf("Ms Reed")
	d.Drag("◉ Mrs Okafor", "● Ms Reed")
	if seatOf("Mrs Okafor") != reed || seatOf("Ms Reed") != mother {
		t.Errorf("dragged, %v became %v", before, s.seats())
	}
	d.ClickOn("◉ Mrs Okafor").See("You hold Mrs Okafor").ClickOn("● Ms Reed")
	if seatOf("Mrs Okafor") != mother {
		t.Errorf("clicked, %v became %v", before, s.seats())
	}
	d.ClickOn("◉ Mrs Okafor").ClickOn("◉ Mrs Okafor").NotSee("You hold")
	d.ClickOn("◉ Mrs Okafor").ClickOn("Without a seat: ").See("You hold").Press("esc")
	free := 0
	for n := range 8 {
		if before[n+1] == "" {
			free = n + 1
		}
	}
	d.Drag("◉ Mrs Okafor", "○   ") // a free seat
	if got := seatOf("Mrs Okafor"); got == mother || free == 0 {
		t.Errorf("dragged to a free seat, %v became %v", before, s.seats())
	}
}

// practice 34: the desk is there as what to avoid.
func TestTheCheckListFollowsTheSeats(t *testing.T) {
	s := at(t, 120, 40)
	d := s.inTheRoom()
	d.Press("enter", "esc").See("✓ Seats mixed, no two sides", "round table")
	s.on("Seats mixed").d.Press("enter")
	d.Drag("◉ Mrs Okafor", "● Mr Shah").See("There are two sides", "! Mrs Okafor and Mr Okafor sit on one side, the school on the other.", "two sides")
	d.Press("esc").See("! Seats mixed, no two sides", "Could the two sides sit mixed?")
	s.on("Nobody behind a desk").d.Press("enter").Press("G").See("Behind a desk, as they could sit", "desk stands between").Press("b", "esc")
	d.See("! Nobody behind a desk", "Could everybody sit without a desk between them?")
}

// practice 33
func TestALayoutWithTooFewSeatsSaysWhoHasNone(t *testing.T) {
	s := at(t, 120, 40)
	d := s.inTheRoom()
	s.on("Walk and talk").d.See("2 seats", "Two seats for four people: Mr Okafor and Mr Shah have none.")
	d.Press("enter").See("Without a seat:", "◉ Mr Okafor")
	if got := s.seats(); len(got) != 2 {
		t.Errorf("on two seats sit %v", got)
	}
}

func TestAnOwnLayoutIsDrawnAndSatInAndRemoved(t *testing.T) {
	s := at(t, 120, 44)
	d := s.inTheRoom()
	d.Press("d").See("This one comes with Kettle")
	s.on("Corner of a table").d.Press("n").See("It begins like: Corner of a table").Press("ctrl+s").See("What do you call it?")
	d.Type("By the window").Press("tab").Type("We look out together.").Press("ctrl+s")
	d.See("By the window", "We look out together.", "Seat 1 is selected", "3 seats")
	own := func() model.OwnLayout { return s.prep().Own.Layouts[0] }
	was := own().Seats[0]
	d.Press("space", "right", "right", "up").See("arrows move it").Press("enter").See("Seat 1 is selected")
	if got := own().Seats[0]; got != (model.Place{X: was.X + 2, Y: was.Y - 1}) {
		t.Errorf("%v became %v", was, got)
	}
	d.Press("space", "left", "esc")
	if got := own().Seats[0]; got.X != was.X+2 {
		t.Errorf("put back it is at %v", got)
	}
	d.Press("n").See("What stands there?", "A seat", "A desk").Press("enter").See("Seat 4 is selected", "4 seats")
	d.Press("d").See("3 seats").Press("u").See("4 seats")
	d.Press("n", "j", "j", "enter").See("The desk is selected").Press("shift+right", "shift+down")
	if got := own().Things[len(own().Things)-1]; got.W != 15 || got.H != 4 || got.Kind != model.ADesk {
		t.Errorf("the desk is %+v", got)
	}
	d.Press("d", "e").See("Name of the layout").Type(" seat").Press("ctrl+s").See("By the window seat")
	d.Press("esc").See("▌○ By the window seat").Press("enter").See("✓ By the window seat")
	if got := s.seats(); len(got) != 4 {
		t.Errorf("in the own layout sit %v", got)
	}
	d.Press("d").See("✓ By the window seat") // people sit like that
	s.on("Easy chairs").d.Press("enter").NotSee("By the window seat")
	d.Press("u", "u").See("By the window seat")
	if p := s.prep(); p.Own.Layouts[0].Removed {
		t.Error("after undo it is removed")
	}
}

func TestTwoSeatsDoNotStandOnOneAnother(t *testing.T) {
	s := at(t, 120, 44)
	d := s.inTheRoom()
	s.on("Walk and talk").d.Press("n").Type("Bench").Press("ctrl+s", "space")
	for range 7 {
		d.Press("l")
	}
	d.Press("space").See("Something stands here already").Press("esc", "tab", "space", "h", "space")
	places := s.prep().Own.Layouts[0].Seats
	if !slices.Equal(places, []model.Place{{X: 20, Y: 5}, {X: 27, Y: 5}}) {
		t.Errorf("the seats are at %v", places)
	}
}

func TestALayoutHalfNamedIsGoneOnWith(t *testing.T) {
	s := at(t, 120, 44)
	d := s.inTheRoom()
	d.Press("n").Type("By the win").Wait(3*time.Second).Press("esc", "esc", "esc")
	id := s.prep().Meeting.ID
	d.Send(screen.ResumeMsg{Route: screen.Route{Kind: screen.Meeting, ID: id}, Form: "own layout", Record: -id})
	d.See("A layout of your own", "By the win").Type("dow").Press("ctrl+s").See("Drawing", "By the window", "8 seats")
}

// practice 33: rooms with their facts, and what else is in them.
func TestTheRoomSaysFromWhenToWhenItIsBooked(t *testing.T) {
	s := at(t, 80, 24)
	d := s.inTheRoom()
	d.Press("v").Type("Rain").Press("down", "enter", "ctrl+s").See("Rainbow room", "✓ neutral", "✓ step-free").NotSee("booked")
	d.Press("esc").Press("e", "tab", "tab").Type("fri 9:30").Press("ctrl+s")
	s.on("A neutral room").d.Press("enter").See("booked 09:15 to 10:30")
}

// Nobody who presses keys at random, while others come and go, breaks the room or sits on two seats.
func TestARandomWalkThroughTheRoomBreaksNothing(t *testing.T) {
	s := at(t, 100, 28)
	d := s.inTheRoom()
	random := rand.New(rand.NewPCG(3, 3))
	keys := []string{"up", "down", "left", "right", "h", "j", "k", "l", "enter", "space", "tab", "b", "d", "u", "ctrl+r", "G", "g"}
	for i := range 300 {
		d.Press(keys[random.IntN(len(keys))])
		switch i % 25 {
		case 7:
			d.Resize([]int{60, 80, 120, 200}[random.IntN(4)], []int{16, 24, 40}[random.IntN(3)])
		case 13:
			d.Click(random.IntN(100), 3+random.IntN(20))
		case 19:
			people := s.prep().People
			p := people[random.IntN(len(people))]
			s.must(s.d.Store.AnswerInvitation(t.Context(), p.ID, model.Answers[random.IntN(len(model.Answers))]))
		}
		if !strings.Contains(d.Screen(), "layouts") && !strings.Contains(d.Screen(), "sit like this") {
			d.Press("esc", "esc", "esc", "esc", "3", "enter")
			s.on("A neutral room").d.Press("enter")
		}
	}
	for seat, names := range s.seats() {
		if strings.Count(names, "M") != 1 {
			t.Errorf("on seat %d sit %q", seat, names)
		}
	}
}

// In a small window the picture and the layouts take turns.
func TestAtSixtyColumnsTheLayoutsAndThePictureTakeTurns(t *testing.T) {
	s := at(t, 60, 16)
	d := s.inTheRoom()
	d.See("▌○ Round table", "tab shows the").NotSee("door")
	d.Press("enter", "tab").See("Round table", "door", "◉NO", "◉EO", "Seat 1:", "Good: the sides are mixed").NotSee("Horseshoe")
	d.Press("tab").See("▌✓ Round table").NotSee("door")
}
