package meeting_test

import (
	"context"
	"fmt"
	"testing"

	"kettle/model"
	"kettle/tui/tuitest"
)

var sizes = [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}}

// at each size the screen that open leads to looks as it did.
func looks(t *testing.T, name string, open func(s *school)) {
	t.Helper()
	s := at(t, 120, 46)
	s.halfPrepared()
	open(s)
	s.sizes(name)
}

// sizes looks at the screen as it is at each size.
func (s *school) sizes(name string) {
	s.t.Helper()
	for _, size := range sizes {
		s.d.Resize(size[0], size[1])
		s.d.Golden(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]))
	}
}

// halfPrepared is a meeting with some of its parts settled, some open and one question.
func (s *school) halfPrepared() *tuitest.Driver {
	d := s.planned()
	s.settle("Face to face, by video", func() { d.Press("right", "tab", "right", "ctrl+s") })
	s.settle("Several times offered", func() {
		d.Press("n").Type("fri 9:30").Press("ctrl+s", "n").Type("mon 15:30").Press("ctrl+s")
		s.on("Mon 30 Nov").d.Press("space", "tab", "space", "enter")
	})
	s.settle("Every parent knows why", func() { d.Press("space", "tab", "space", "j", "space") })
	s.settle("One person leads", func() { d.Press("n").Type("Mrs Bell").Press("ctrl+s") })
	s.settle("A neutral room", func() { d.Press("enter", "v").Type("Rain").Press("down", "enter", "ctrl+s") })
	s.on("Three from school")
	return d
}

func TestThePreparationLooksAsItDid(t *testing.T) {
	looks(t, "prepare", func(*school) {})
}

func TestPeopleLookAsTheyDid(t *testing.T) {
	looks(t, "people", func(s *school) { s.d.Press("enter") })
}

func TestInvitationsLookAsTheyDid(t *testing.T) {
	looks(t, "invitations", func(s *school) { s.d.Press("i") })
}

func TestTheAgendaLooksAsItDid(t *testing.T) {
	looks(t, "agenda", func(s *school) { s.on("An agenda with times").d.Press("enter") })
}

func TestTimesLookAsTheyDid(t *testing.T) {
	looks(t, "times", func(s *school) { s.on("times offered").d.Press("enter") })
}

func TestTheRoomLooksAsItDid(t *testing.T) {
	looks(t, "room", func(s *school) { s.on("Nobody behind a desk").d.Press("enter") })
}

func TestMovingPeopleLooksAsItDid(t *testing.T) {
	looks(t, "seats", func(s *school) { s.on("Nobody behind a desk").d.Press("enter", "tab", "enter", "down") })
}

func TestADrawingLooksAsItDid(t *testing.T) {
	looks(t, "drawing", func(s *school) {
		s.on("Nobody behind a desk").d.Press("enter", "n").Type("By the window").Press("tab").Type("We look out together.").Press("ctrl+s", "tab")
	})
}

func TestTheGlanceLooksAsItDid(t *testing.T) {
	looks(t, "glance", func(s *school) { s.d.Press("v") })
}

func TestTheOrderFormLooksAsItDid(t *testing.T) {
	looks(t, "order", func(s *school) { s.d.Press("enter", "G", "enter") })
}

// What a narrow column cuts off stands below the list in full.
func TestWhatIsCutAmongTheInvitationsStandsBelowThem(t *testing.T) {
	s := at(t, 80, 24)
	d := s.planned()
	mother := s.prep().People[0]
	mother.Invited, mother.InvitedBy = "2026-11-17", model.ByLetter
	s.must(d.Store.SaveMeetingPerson(context.Background(), mother))
	d.Press("1", "3").Press("enter").Press("i").See("Tue 17 Nov, le…", "Tue 17 Nov, letter. Nobody should hear it second hand.").NotSee("Mon 30 15:…")
}
