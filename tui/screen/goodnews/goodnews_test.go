package goodnews_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

var ctx = context.Background()

// caseload is a school on a Tuesday in November: who has had good news, who none, and a father who lives
// elsewhere.
type caseload struct {
	*tuitest.Small
	t      *testing.T
	father int64 // Mr Okafor
}

func newCaseload(t *testing.T) *caseload {
	t.Helper()
	c := &caseload{Small: tuitest.NewSmall(t), t: t}
	for _, f := range [][4]string{{"Okafor", "Chidi", "4B", "Ngozi"}, {"Haddad", "Zoë", "6C", "Rana"}, {"Nowak", "Luki", "4B", "Ewa"}, {"Malik", "Sana", "4B", "Amina"}} {
		id := c.AddFamily(f[0], f[1], f[2], f[3])
		c.Keep(c.Store.SaveFamily(ctx, model.Family{ID: id, Name: f[0], Since: "2024-09-02"}))
		c.phone(c.Mother(f[0]), "07700 900123")
	}
	pupil := c.child("Okafor", model.Pupil{Strengths: "drawing", Interests: "trains"})
	c.father = c.Keep(c.Store.AddAdult(ctx, model.Adult{Title: "Mr", Forename: "Emeka", Surname: "Okafor", Times: "evenings", Channel: model.ByPhone,
		LeaveMessage: model.No, Language: "Igbo", Interpreter: model.Yes, Phones: []model.Phone{{Type: model.PhoneMobile, Number: "07700 900456"}}},
		c.Family("Okafor"), model.Link{PupilID: pupil, Relation: model.Father, LivesWith: model.No, Priority: 2}))
	c.good("Okafor", "2026-11-20T15:20", "First swim without armbands", c.Mother("Okafor"))
	c.good("Haddad", "2026-09-18T15:20", "A certificate", c.Mother("Haddad"))
	return c
}

func (c *caseload) good(family string, at model.Moment, note string, adults ...int64) {
	c.t.Helper()
	c.Log(family, model.Contact{At: at, Channel: model.ByGate, Kind: model.GoodNews, Note: note, Adults: adults})
}

// child writes down what the child of a family is good at and loves.
func (c *caseload) child(family string, card model.Pupil) int64 {
	c.t.Helper()
	pupils, err := c.Store.FamilyPupils(ctx, c.Family(family))
	if err != nil {
		c.t.Fatal(err)
	}
	p := pupils[0]
	p.Strengths, p.Interests = card.Strengths, card.Interests
	c.Keep(c.Store.SavePupil(ctx, p))
	return p.ID
}

func (c *caseload) phone(adult int64, number string) {
	c.t.Helper()
	a, err := c.Store.Adult(ctx, adult)
	if err != nil {
		c.t.Fatal(err)
	}
	a.Phones = []model.Phone{{Type: model.PhoneMobile, Number: number}}
	c.Keep(c.Store.SaveAdult(ctx, a))
}

func (c *caseload) at(kind screen.Kind, width, height int) *tuitest.Driver {
	return c.Open(tuitest.Options{Width: width, Height: height, Start: screen.Route{Kind: kind}})
}

func TestTheListSaysWhoHasHadSomeAndWhoNone(t *testing.T) { // practice 1
	d := newCaseload(t).at(screen.GoodNews, 120, 40)
	d.See("Autumn 2: this half term", "1 of 4 have had good news", "1 of 4 in the first half term", "4B  1 of 3 have had good news", "6C  0 of 1 have had good news")
	d.See("○ none yet      Malik", "◐ Fri 20        Okafor")
	d.Press("tab").See("✓ Fri 18 Sep    Haddad", "6C  all 1 have had good news").Press("shift+tab").See("○ none yet      Haddad")
	d.Press("tab").NotSee("begin the calls").Press("r").See("Calls are of this half term").Press("tab").See("begin the calls")
}

func TestTheParentWhoLivesElsewhereHearsItToo(t *testing.T) { // practices 1 and 15
	d := newCaseload(t).at(screen.GoodNews, 120, 40)
	d.See("Mr Okafor has heard nothing himself").Press("/").Type("okafor").Press("down", "r")
	d.See("Ring     ▌Mr Emeka Okafor  father, lives elsewhere  has heard nothing this half term", "Mrs Ngozi Okafor  mother  heard good news Fri 20")
	d.See("07700 900456", "ring, evenings · Igbo, needs an interpreter · leave no message").NotSee("07700 900123")
	d.See("First swim without armbands", "Chidi is good at drawing", "Chidi loves trains")
	d.Press("j").See("07700 900123", "not known whether a message may be left", "told Fri 20").NotSee("07700 900456")
	d.Press("k", "enter").Type("swam a length").Press("enter").See("That was everybody in this round")
	d.Press("esc").See("✓ today").NotSee("has heard nothing himself")
	d.Press("u").See("Mr Okafor has heard nothing himself")
}

func TestTheWallIsNeitherProposedNorCounted(t *testing.T) {
	c := newCaseload(t)
	links, err := c.Store.FamilyLinks(ctx, c.Family("Okafor"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range links {
		if l.AdultID == c.father {
			l.CourtOrder, l.OrderText = true, "no contact"
			c.Keep(c.Store.SaveLink(ctx, l))
		}
	}
	d := c.at(screen.GoodNews, 120, 40)
	d.See("✓ Fri 20        Okafor").NotSee("Mr Okafor").Press("r", "tab", "tab", "tab").See("That was everybody").NotSee("Emeka")
}

// practices 1 to 4: an hour of happy phone calls, by keyboard alone.
func TestAnHourOfHappyCalls(t *testing.T) {
	c := newCaseload(t)
	c.child("Malik", model.Pupil{Interests: "beetles"})
	d := c.at(screen.GoodNews, 120, 40)
	d.Press("r").See("Good news calls", "family 1 of 4 · today 0 heard it", "Malik", "Mrs Amina Malik", "Sana loves beetles")
	d.Press("enter").See("keep, next family").Type("found a stag beetle, x of them").Press("enter")
	d.See("family 2 of 4 · today 1 heard it", "Nowak", "Nothing good is written down yet").Press("x")
	d.See("family 3 of 4 · today 1 heard it, 1 no answer", "Haddad").Press("tab")
	d.See("family 4 of 4", "Okafor", "Mr Emeka Okafor").Press("shift+tab").See("Haddad", "A certificate")
	d.Press("esc").See("4B  2 of 3 have had good news")
	d.Press("r").See("family 3 of 4", "Haddad") // the place is kept
	d.Press("u").See("today 1 heard it").NotSee("no answer,").Press("u").See("today 0 heard it")
	entries, err := d.Store.FamilyContacts(ctx, c.Family("Malik"), 1, 0)
	if err != nil || len(entries) != 0 {
		t.Errorf("taken back, and still there: %+v %v", entries, err)
	}
	d.Press("ctrl+r")
	if entries, _ := d.Store.FamilyContacts(ctx, c.Family("Malik"), 1, 0); len(entries) != 1 || entries[0].Note != "found a stag beetle, x of them" || entries[0].Adults[0] != c.Mother("Malik") {
		t.Errorf("%+v", entries)
	}
}

func TestWhatWasSaidIsKeptUntilTheCallIs(t *testing.T) {
	c := newCaseload(t)
	d := c.at(screen.GoodNews, 120, 40)
	d.Press("r", "enter").Type("sang").Press("esc", "tab").See("Nowak").NotSee("sang").Press("shift+tab").See("Malik", "sang")
	d.Press("enter").Type(" the solo").Wait(3 * time.Second)
	next := tuitest.New(t, tuitest.Options{Path: c.Path, Window: "next"})
	next.See("Unfinished", "a call with good news: sang the solo").Press("g", "enter").See("Good news calls", "Malik", "sang the solo").Press("enter")
	next.See("today 1 heard it").Press("1").NotSee("Unfinished")
}

// practice 2
func TestTodaySaysWhoseTurnItIsAndWalksThrough(t *testing.T) {
	c := newCaseload(t)
	c.Keep(c.Store.SaveFamily(ctx, model.Family{ID: c.Family("Okafor"), Name: "Okafor", Since: "2024-09-02", GoodNewsEvery: 1}))
	d := c.at(screen.Today, 120, 40)
	d.See("their turn  1 Okafor", "walk through")
	d.ClickOn("their turn").Press("enter").See("Good news calls", "family 1 of 4", "Mr Emeka Okafor").Press("enter").Type("drew a train").Press("enter")
	d.See("family 2 of 4", "Malik").Press("1").NotSee("their turn")
	d.Press("ctrl+p").Type("good news: who").Press("enter").See("Autumn 2: this half term").NotSee("Their turn today")
	d.Press("u").See("Their turn today", "they hear good news more often", "Okafor")
}

func TestTodayLeadsToTheList(t *testing.T) { // practice 1
	d := newCaseload(t).at(screen.Today, 120, 40)
	d.ClickOn("none yet").Press("enter").See("Autumn 2: this half term")
}

func TestTheOrderIsChangedAndTheListFiltered(t *testing.T) {
	d := newCaseload(t).at(screen.GoodNews, 120, 40)
	d.See("by who lacks most").Press("o").See("by class").Press("/").Type("zzz").See("No family fits “zzz”").Press("esc").See("4 families")
	d.Press("/").Type("haddad").Press("enter").See("Families › Haddad").Press("esc", "esc").See("Malik")
	d.Press("v").See("The lists of the log").ClickOn("At the gate").Press("enter").See("greeted longest ago first")
}

func TestWithoutTermDatesOrFamiliesItSaysWhatToDo(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Width: 80, Height: 24, Start: screen.Route{Kind: screen.GoodNews}})
	d.See("The term dates are not known yet", "7 opens the school")
	d = tuitest.NewSmall(t).Open(tuitest.Options{Width: 80, Height: 24, Start: screen.Route{Kind: screen.GoodNews}})
	d.See("No family has a child at the school").Press("r").See("There is no family to ring in this list")
	d = tuitest.NewSmall(t).Open(tuitest.Options{Width: 80, Height: 24, Start: screen.Route{Kind: screen.NewsCalls}})
	d.See("There is nobody to ring yet")
}

func TestALongListIsWalkedThroughInPages(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 400, Width: 80, Height: 24, Start: screen.Route{Kind: screen.GoodNews}})
	d.Press("G", "pgup", "pgdown")
	if rows := strings.Count(d.Screen(), "✓") + strings.Count(d.Screen(), "○") + strings.Count(d.Screen(), "◐"); rows < 8 {
		t.Errorf("only %d families stand at the end of the list:\n%s", rows, d.Screen())
	}
}

func TestTheListAndTheWalkLookAsTheyDid(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		name := func(what string) string { return fmt.Sprintf("%s-%dx%d", what, size[0], size[1]) }
		d := tuitest.New(t, tuitest.Options{Families: 60, Width: size[0], Height: size[1], Start: screen.Route{Kind: screen.GoodNews}})
		d.Golden(name("list")).Press("tab").Golden(name("firsthalf")).Press("tab", "/").Type("okafor").Press("down", "down", "r").Golden(name("call"))
		d.Press("enter").Type("drew the whole team").Golden(name("said"))
	}
}
