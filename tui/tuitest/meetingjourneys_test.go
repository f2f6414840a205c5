//go:build !windows

package tuitest_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
	"kettle/store/demo"
	"kettle/tui/theme"
	"kettle/tui/tuitest"
	"kettle/tui/tuitest/console"
)

// Three meetings from the first thought to the last letter, each played twice: in the driver, and in
// the real program in a terminal.

// hand is somebody at the keyboard.
type hand interface {
	press(keys ...string)
	typed(text string)
	see(texts ...string)
	notSee(texts ...string)
	screen() string
}

// on moves to the row that holds a text.
func on(t *testing.T, h hand, text string) {
	t.Helper()
	h.press("g")
	for range 70 {
		for line := range strings.Lines(h.screen()) {
			if strings.Contains(line, theme.GlyphMarker) && strings.Contains(line, text) {
				return
			}
		}
		h.press("j")
	}
	t.Fatalf("there is no row %q:\n%s", text, h.screen())
}

// table is a made-up school with a family that a journey is about.
type table struct {
	t      *testing.T
	s      *store.Store
	path   string
	school int64
	family int64
	pupil  int64
}

// newTable lays a caseload with a family and one child.
func newTable(t *testing.T, family string, child model.Pupil) *table {
	t.Helper()
	c := &table{t: t, path: filepath.Join(t.TempDir(), "caseload.db")}
	clock := func() time.Time { return tuitest.Morning }
	s, err := store.Open(t.Context(), store.Options{Path: c.path, Window: "before", Now: clock, Machine: clock})
	if err != nil {
		t.Fatal(err)
	}
	c.s = s
	day, now := model.DateOf(tuitest.Morning), model.MomentOf(tuitest.Morning)
	if err := s.Fill(t.Context(), demo.Make(demo.Options{Families: 8, Seed: 1, Today: day, Now: now})); err != nil {
		t.Fatal(err)
	}
	if err := s.MarkAsked(t.Context()); err != nil {
		t.Fatal(err)
	}
	world, err := s.World(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c.school = world.Me.SchoolID
	c.family = c.made(s.SaveFamily(t.Context(), model.Family{Name: family}))
	child.FamilyID, child.SchoolID, child.Surname, child.Roll = c.family, c.school, family, model.OnRoll
	c.pupil = c.made(s.SavePupil(t.Context(), child))
	return c
}

func (c *table) made(change view.Change, err error) int64 {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
	return change.New
}

func (c *table) adult(a model.Adult, link model.Link) {
	c.t.Helper()
	link.PupilID = c.pupil
	c.made(c.s.AddAdult(context.Background(), a, c.family, link))
}

// play plays a journey in the driver and in a terminal, each on the caseload as it was laid.
func (c *table) play(journey func(h hand), after func(s *store.Store)) {
	if err := c.s.Close(); err != nil {
		c.t.Fatal(err)
	}
	both := func(name string, sit func(t *testing.T, path string) hand) {
		c.t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "caseload.db")
			file, err := os.ReadFile(c.path)
			if err == nil {
				err = os.WriteFile(path, file, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
			journey(sit(t, path))
			s, err := store.Open(t.Context(), store.Options{Path: path, ReadOnly: true})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			after(s)
		})
	}
	both("driver", func(t *testing.T, path string) hand {
		return driverHand{tuitest.New(t, tuitest.Options{Path: path, Width: 120, Height: 44})}
	})
	both("terminal", func(t *testing.T, path string) hand {
		program := console.Program(t)
		screen := console.Start(t, program, path, console.Options{Args: []string{"--today", "2026-11-24T08:41"}, Cols: 120, Rows: 44})
		screen.See("Promised")
		return consoleHand{t, screen}
	})
}

type driverHand struct{ d *tuitest.Driver }

func (h driverHand) press(keys ...string)   { h.d.Press(keys...) }
func (h driverHand) typed(text string)      { h.d.Type(text) }
func (h driverHand) see(texts ...string)    { h.d.See(texts...) }
func (h driverHand) notSee(texts ...string) { h.d.NotSee(texts...) }

func (h driverHand) screen() string { return h.d.Screen() }

type consoleHand struct {
	t *testing.T
	c *console.Console
}

// sent are the keys as a terminal sends them; others are themselves.
var sent = map[string]string{"enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "esc": "\x1b", "space": " ", "down": "\x1b[B", "up": "\x1b[A",
	"right": "\x1b[C", "left": "\x1b[D", "ctrl+s": "\x13", "ctrl+p": "\x10"}

// press presses a key and waits until the screen is still, as a person does.
func (h consoleHand) press(keys ...string) {
	for _, key := range keys {
		bytes, named := sent[key]
		if !named {
			bytes = key
		}
		was := h.c.Text()
		h.c.Keys(bytes)
		h.answered(key, was)
	}
}

func (h consoleHand) typed(text string) {
	was := h.c.Text()
	h.c.Keys(text)
	h.answered(text, was)
}

// answered waits until the screen has changed, which Esc always does and other keys may not, and is still
// again: what follows Esc too soon is one key with it to a terminal.
func (h consoleHand) answered(key, was string) {
	within := 1500 * time.Millisecond
	if key == "esc" {
		within = 20 * time.Second
	}
	for since := time.Now(); h.c.Text() == was && time.Since(since) < within; time.Sleep(5 * time.Millisecond) {
	}
	h.still()
}

func (h consoleHand) see(texts ...string) {
	for _, text := range texts {
		h.c.See(text)
	}
}

func (h consoleHand) notSee(texts ...string) {
	for _, text := range texts {
		h.c.Gone(text)
	}
}

func (h consoleHand) screen() string { return h.c.Text() }

// still waits until nothing changes any more.
func (h consoleHand) still() {
	const moment = 60 * time.Millisecond
	text := h.c.Text()
	for since := time.Now(); time.Since(since) < moment; time.Sleep(5 * time.Millisecond) {
		if now := h.c.Text(); now != text {
			text, since = now, time.Now()
		}
	}
}

// An honest conversation with parents who live apart, one of whom an order keeps away.
// practices 15, 22 to 28, 32, 34, 40, 41, 44 to 47
func TestAnHonestConversationWithSeparatedParents(t *testing.T) {
	c := newTable(t, "Marsh", model.Pupil{Forename: "Theo", Year: "5", Class: "5B", SEN: model.SENSupport, Strengths: "Draws maps"})
	c.adult(model.Adult{Title: "Ms", Forename: "Dana", Surname: "Marsh", Channel: model.ByPhone, Times: "after drop-off"},
		model.Link{Relation: model.Mother, Priority: 1, LivesWith: model.Yes, ParentalResponsibility: model.Yes})
	c.adult(model.Adult{Title: "Mr", Forename: "Paul", Surname: "Marsh", Address: "14 Quarry Row", Postcode: "ZZ7 1QQ",
		Phones: []model.Phone{{Number: "07700 900818"}}},
		model.Link{Relation: model.Father, Priority: 2, CourtOrder: true, OrderText: "no contact with Theo or his mother", MayBeContacted: model.No})
	c.play(func(h hand) {
		h.press("2", "/")
		h.typed("marsh")
		h.press("enter")
		h.see("Families › Marsh", "▲ about Theo")
		h.press("m", "tab", "tab")
		h.typed("How can Theo feel safe on the bus again?")
		h.press("tab", "down", "enter", "ctrl+s")
		h.see("Marsh · Honest conversation", "✓ A purpose in one sentence", "Mr Marsh: no contact with Theo or his mother")
		h.press("i")
		h.see("Ms Marsh", "Told why")
		h.notSee("Mr Marsh")
		h.press("space", "tab", "space", "esc")
		h.press("ctrl+p")
		h.typed("Who comes")
		h.press("enter", "G")
		h.see("Kept apart", "▲ Mr Marsh")
		h.press("enter", "tab")
		h.typed("Ms Reed")
		h.press("ctrl+s")
		h.see("read: stays out")
		h.press("esc", "ctrl+p")
		h.typed("Times offered")
		h.press("enter")
		h.see("Proposed, not offered yet", "suits Ms Marsh (after drop-off)")
		h.press("enter", "enter", "enter", "g", "space", "enter")
		h.see("✓ chosen")
		h.press("esc")
		h.see("✓ Three times offered", "✓ Theirs chosen", "Mr Marsh stays out")
		h.press("ctrl+p")
		h.typed("Room and where")
		h.press("enter", "v")
		h.typed("Rain")
		h.press("down", "enter", "ctrl+s", "enter", "b")
		h.see("Rainbow room", "Ms Marsh")
		h.press("esc", "r")
		h.see("How they came in")
		h.press("right", "right", "enter")
		h.typed("He is afraid of the bus.")
		h.press("tab")
		h.see("Came in worried")
		h.press("tab")
		h.typed("The driver shouts.")
		h.press("tab")
		h.typed("He counts the stops.")
		h.press("tab")
		h.typed("Ms Reed speaks to the driver by fri")
		h.press("enter")
		h.typed("Mum walks with Theo tomorrow")
		h.press("enter")
		h.see("Ms Reed speaks to the driver", "Fri 27")
		h.press("ctrl+s")
		h.see("Draw a line", "Dear Ms Marsh")
		h.press("ctrl+s")
		h.see("The line is drawn")
		h.press("4", "/")
		h.typed("marsh")
		h.see("Thank Ms Marsh", "Send the summary of the meeting", "Ask how the meeting was for them")
	}, func(s *store.Store) {
		letters, err := s.FamilyLetters(t.Context(), c.family)
		if err != nil || len(letters) != 1 {
			t.Fatalf("the letters are %+v, %v", letters, err)
		}
		for _, never := range []string{"Paul", "Mr Marsh", "Quarry", "ZZ7", "900818", "order"} {
			if strings.Contains(letters[0].Body, never) {
				t.Errorf("the letter to Ms Marsh says %q:\n%s", never, letters[0].Body)
			}
		}
	})
}

// An annual review with six from outside, two of them by video.
// practices 15, 24, 25, 30, 35, 39, 44, 46
func TestAnAnnualReviewWithSixProfessionals(t *testing.T) {
	c := newTable(t, "Brook", model.Pupil{Forename: "Ines", Year: "5", Class: "5B", SEN: model.EHCP, PlanMade: "2026-02-10", Strengths: "Sings"})
	c.adult(model.Adult{Title: "Mrs", Forename: "Lena", Surname: "Brook", Channel: model.ByPhone},
		model.Link{Relation: model.Mother, Priority: 1, LivesWith: model.Yes, ParentalResponsibility: model.Yes})
	var outside []int64
	for _, p := range []model.Professional{{Name: "Mr Lund", Role: "SEN officer"}, {Name: "Mrs Ode", Role: "school nurse"}, {Name: "Ms Pryce", Role: "social worker"},
		{Name: "Dr Vance", Role: "educational psychologist"}, {Name: "Mr Teal", Role: "speech and language therapist"}, {Name: "Ms Wren", Role: "occupational therapist"}} {
		outside = append(outside, c.made(c.s.SaveProfessional(t.Context(), p)))
	}
	c.made(c.s.SavePupilProfessionals(t.Context(), c.pupil, outside))
	c.play(func(h hand) {
		h.press("3", "v", "v", "v", "v", "/")
		h.typed("brook")
		h.press("down")
		h.see("Ines Brook", "no meeting yet")
		h.press("m")
		h.see("A new meeting: Brook", "annual review")
		h.press("ctrl+s")
		h.see("Brook · Annual review")
		h.press("ctrl+p")
		h.typed("Who comes")
		h.press("enter")
		h.see("Mr Lund", "Mrs Ode", "Ms Pryce", "Dr Vance", "Mr Teal", "Ms Wren")
		h.press("esc")
		on(t, h, "Face to face, by video")
		h.press("enter", "right", "right", "right", "right", "tab", "right", "ctrl+s")
		h.see("✓ Some in the room, some on the screen, the family's choice", "Those on the screen can see and hear the room")
		h.press("ctrl+p")
		h.typed("Who comes")
		h.press("enter")
		for _, name := range []string{"Dr Vance", "Ms Wren"} {
			on(t, h, name)
			h.press("enter", "tab", "tab", "tab", "tab", "right", "ctrl+s")
		}
		h.see("takes part by video")
		h.press("esc", "i", "space", "j", "j", "space", "j", "space", "j", "space", "j", "space", "j", "space", "j", "space")
		h.press("tab", "tab", "tab", "tab", "space", "k", "space", "k", "space", "k", "space", "k", "space", "k", "space", "esc")
		h.see("✓ Written advice asked", "✓ Local authority, health and care invited")
		h.press("ctrl+p")
		h.typed("Times offered")
		h.press("enter")
		h.see("Proposed, not offered yet")
		h.press("enter", "enter", "g", "space", "enter", "esc")
		h.see("✓ Enough notice")
		h.press("ctrl+p")
		h.typed("Room and where")
		h.press("enter", "v")
		h.typed("Rain")
		h.press("down", "enter", "ctrl+s", "enter", "b")
		h.see("Rainbow room", "Mr Lund", "beside both")
		h.notSee("Dr Vance", "Ms Wren") // they are on the screen
		h.press("esc", "v")
		h.see("The dates of this review", "✓ ask for written advice", "○ the report to all, and to the council")
		h.press("p")
		h.see("Does Ines's plan still say what Ines needs?", "We work this out together", "Sings")
		h.press("esc", "r", "tab", "tab", "tab", "tab", "tab")
		h.typed("Dr Vance sends two ideas for reading by fri week")
		h.press("enter")
		h.see("Dr Vance sends two ideas for reading", "Fri 4 Dec")
		h.press("ctrl+s")
		h.see("Dear Mrs Brook")
		h.press("ctrl+s")
		h.see("The line is drawn")
		h.press("3", "v", "v", "v", "v") // the list is as it was left
		h.see("/ brook", "report to all")
	}, func(s *store.Store) {
		preps, err := s.MeetingList(t.Context(), view.MeetingFilter{Words: "brook", Past: true}, 5, 0)
		if err != nil || len(preps.Rows) != 1 {
			t.Fatalf("the meetings held are %+v, %v", preps.Rows, err)
		}
		prep, err := s.MeetingPrep(t.Context(), preps.Rows[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		byVideo, asked := 0, 0
		for _, p := range prep.People {
			if p.ByVideo == model.Yes {
				byVideo++
			}
			if p.Side == model.OtherSide && p.Invited != "" && p.AdviceAsked != "" {
				asked++
			}
		}
		if byVideo != 2 || asked != 6 {
			t.Errorf("%d by video, %d of six invited and asked for advice", byVideo, asked)
		}
	})
}

// A return from suspension that is arranged for tomorrow morning.
// practices 14, 15, 24, 27, 29, 36, 40, 44 to 47
func TestAReturnFromSuspensionWithinADay(t *testing.T) {
	c := newTable(t, "Khan", model.Pupil{Forename: "Sami", Year: "6", Class: "6A", Interests: "football"})
	c.adult(model.Adult{Title: "Mrs", Forename: "Amal", Surname: "Khan", Channel: model.ByPhone},
		model.Link{Relation: model.Mother, Priority: 1, LivesWith: model.Yes, ParentalResponsibility: model.Yes})
	c.adult(model.Adult{Title: "Mr", Forename: "Tariq", Surname: "Khan", Channel: model.ByPhone},
		model.Link{Relation: model.Father, Priority: 2, LivesWith: model.Yes, ParentalResponsibility: model.Yes})
	c.play(func(h hand) {
		h.press("2", "/")
		h.typed("khan")
		h.press("enter", "m", "tab", "right", "right", "right", "tab", "down", "enter", "tab")
		h.typed("tomorrow 10:00")
		h.press("ctrl+s")
		h.see("Khan · Return from suspension", "tomorrow 10:00", "Three from school, two from the family", "The first day back, hour by hour")
		h.press("e", "tab", "tab", "tab", "tab", "tab", "space", "ctrl+s")
		h.notSee("Several times offered")
		h.press("i", "space", "j", "space", "shift+tab", "space", "k", "space", "esc")
		h.see("✓ Both parents asked, each for themselves", "✓ Both know why")
		on(t, h, "One agreed account")
		h.press("enter")
		h.typed("today")
		h.press("ctrl+s")
		h.see("✓ One agreed account of what happened")
		on(t, h, "Three from school")
		h.press("enter")
		on(t, h, "Mr Doyle")
		h.press("d", "esc")
		h.notSee("Three from school")
		h.press("r", "right", "right", "right", "enter")
		h.typed("He thinks nobody wants him back.")
		h.press("tab", "tab", "tab")
		h.typed("I said sorry already.")
		h.press("tab")
		h.typed("Mr Quaye meets Sami at the gate every morning until next fri")
		h.press("enter")
		h.see("Came in upset", "Mr Quaye meets Sami at the gate", "until Fri 4 Dec")
		h.press("ctrl+s")
		h.see("Dear Mrs Khan", "ask them how that was")
		h.press("ctrl+s")
		h.see("The line is drawn")
	}, func(s *store.Store) {
		letters, err := s.FamilyLetters(t.Context(), c.family)
		if err != nil || len(letters) != 2 {
			t.Fatalf("the letters are %+v, %v", letters, err)
		}
		for _, l := range letters {
			if !strings.Contains(l.Body, "Mr Quaye meets Sami at the gate") || strings.Contains(l.Body, "nobody wants him") {
				t.Errorf("the letter is\n%s", l.Body)
			}
		}
	})
}
