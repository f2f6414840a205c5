package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
	"kettle/model/view"
)

// newsCaseload is three families in two classes, known for years, and one that joined in November.
type newsCaseload struct {
	*Store
	t        testing.TB
	families map[string]int64
	adults   map[string]int64
}

func newNews(t testing.TB) *newsCaseload {
	t.Helper()
	c := &newsCaseload{openNew(t), t, map[string]int64{}, map[string]int64{}}
	addSchool(t, c.Store)
	c.family("Okafor", "4B", "2023-09-04")
	c.family("Haddad", "5A", "2023-09-04")
	c.family("Lane", "4B", "2023-09-04")
	c.family("Novak", "5A", "2026-11-09")
	return c
}

func (c *newsCaseload) family(name, class string, since model.Date) {
	c.t.Helper()
	id := must(c.t)(c.SaveFamily(ctx, model.Family{Name: name, Since: since})).New
	pupil := must(c.t)(c.SavePupil(ctx, model.Pupil{FamilyID: id, Forename: "Sam", Surname: name, Year: model.YearGroup(class[:1]), Class: class, Roll: model.OnRoll})).New
	c.adults[name] = must(c.t)(c.AddAdult(ctx, model.Adult{Title: "Mrs", Forename: "Ann", Surname: name, Phones: []model.Phone{{Type: model.PhoneMobile, Number: "07700 900123"}}}, id,
		model.Link{PupilID: pupil, Relation: model.Mother, LivesWith: model.Yes, Priority: 1})).New
	c.adults["Mr "+name] = must(c.t)(c.AddAdult(ctx, model.Adult{Title: "Mr", Forename: "Ben", Surname: name, Phones: []model.Phone{{Type: model.PhoneMobile, Number: "07700 900456"}}}, id,
		model.Link{PupilID: pupil, Relation: model.Father, LivesWith: model.No, Priority: 2})).New
	c.families[name] = id
}

func (c *newsCaseload) good(family string, at model.Moment, adults ...string) int64 {
	c.t.Helper()
	entry := model.Contact{FamilyID: c.families[family], At: at, Channel: model.ByPhone, Kind: model.GoodNews, Note: "sang on " + string(at)}
	for _, name := range adults {
		entry.Adults = append(entry.Adults, c.adults[name])
	}
	return must(c.t)(c.SaveContact(ctx, view.NewContact{Contact: entry})).New
}

func (c *newsCaseload) world() view.World {
	c.t.Helper()
	w, err := c.World(ctx)
	if err != nil {
		c.t.Fatal(err)
	}
	return w
}

// half is what the list is asked for: the half term at hand, or so many before it.
func (c *newsCaseload) half(before int, words string) view.NewsFilter {
	return view.NewsFilter{Span: model.NewsSpans(tuesday, c.world().Calendar(0))[before], Words: words, Today: tuesday}
}

// states are the families in words: "4B Lane had turn".
func (c *newsCaseload) states(f view.NewsFilter) string {
	c.t.Helper()
	states, err := c.GoodNewsStates(ctx, f, c.world())
	if err != nil {
		c.t.Fatal(err)
	}
	var all []string
	for _, s := range states {
		words := s.Class + " "
		for name, id := range c.families {
			if id == s.Family {
				words += name
			}
		}
		if s.Had {
			words += " had"
		}
		if s.Turn {
			words += " turn"
		}
		all = append(all, words)
	}
	return strings.Join(all, ", ")
}

func TestEachHalfTermSaysWhoHadGoodNews(t *testing.T) { // practice 1
	c := newNews(t)
	c.good("Okafor", "2026-09-18T15:10")
	c.good("Okafor", "2026-11-20T15:10")
	c.good("Haddad", "2026-10-23T16:00") // the last day of the first half
	c.good("Novak", "2026-11-12T15:10")
	removed := c.good("Lane", "2026-11-12T15:10")
	must(t)(c.RemoveContact(ctx, removed))
	for want, f := range map[string]view.NewsFilter{
		"4B Lane, 4B Okafor had, 5A Haddad, 5A Novak had":     c.half(0, ""),
		"4B Lane, 4B Okafor had, 5A Haddad had, 5A Novak had": c.half(1, ""), // Novak joined in November: the first half term is their own
		"4B Lane, 4B Okafor had":                              c.half(0, "4b"),
		"":                                                    c.half(0, "nobody"),
	} {
		if got := c.states(f); got != want {
			t.Errorf("%s, %q: %s\nwant %s", f.Span.Name, f.Words, got, want)
		}
	}
}

func TestAChildWhoLeftIsNotCounted(t *testing.T) {
	c := newNews(t)
	pupils, err := c.FamilyPupils(ctx, c.families["Lane"])
	if err != nil {
		t.Fatal(err)
	}
	pupils[0].Roll, pupils[0].LeftOn = model.Left, "2026-11-13"
	must(t)(c.SavePupil(ctx, pupils[0]))
	if got := c.states(c.half(0, "")); strings.Contains(got, "Lane") {
		t.Error(got)
	}
	list, err := c.GateList(ctx, "", tuesday, 10, 0)
	if err != nil || list.Total != 3 {
		t.Errorf("at the gate %d, %v", list.Total, err)
	}
}

func TestWhoseTurnItIsComesFromTheirOwnRhythm(t *testing.T) { // practice 2
	c := newNews(t)
	for name, every := range map[string]int{"Okafor": 5, "Haddad": 1, "Lane": 10} {
		must(t)(c.SaveFamily(ctx, model.Family{ID: c.families[name], Name: name, Since: "2023-09-04", GoodNewsEvery: every}))
	}
	c.good("Okafor", "2026-11-17T15:10") // five school days ago
	c.good("Haddad", "2026-11-24T08:10") // today
	c.good("Lane", "2026-11-12T15:10")   // eight
	if got, want := c.states(c.half(0, "")), "4B Lane had, 4B Okafor had turn, 5A Haddad had, 5A Novak"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	page, err := c.TodayFigures(ctx, tuesdayMorning, c.world())
	if err != nil || page.GoodNews.TurnAll != 1 || page.GoodNews.Turn[0] != (view.NewsTurn{FamilyID: c.families["Okafor"], Family: "Okafor", Every: "every week", Since: "1 week", Last: "2026-11-17"}) {
		t.Errorf("%+v, %v", page.GoodNews, err)
	}
	saturday, err := c.TodayFigures(ctx, "2026-11-28T09:00", c.world())
	if err != nil || saturday.GoodNews.TurnAll != 0 {
		t.Errorf("on Saturday: %+v, %v", saturday.GoodNews.Turn, err)
	}
}

func (c *newsCaseload) next(round ...string) view.NewsCall {
	c.t.Helper()
	var states []model.NewsState
	for _, name := range round {
		states = append(states, model.NewsState{Family: c.families[name]})
	}
	call, err := c.NextCall(ctx, states, c.half(0, ""), c.world())
	if err != nil {
		c.t.Fatal(err)
	}
	return call
}

func TestTheWalkPassesOverWhereEverybodyHasHeard(t *testing.T) { // practices 1 and 15
	c := newNews(t)
	c.good("Okafor", "2026-11-20T15:10", "Okafor", "Mr Okafor")
	c.good("Haddad", "2026-11-20T15:10", "Haddad")
	call := c.next("Okafor", "Haddad", "Lane")
	if call.Name != "Haddad" || call.At != 1 || call.News.Hearings()[0].Adult.Formal() != "Mr Haddad" || call.News.Hearings()[0].Adult.Phones[0].Number != "07700 900456" {
		t.Errorf("%+v", call)
	}
	if got := c.next("Okafor"); got.Found {
		t.Errorf("%s is rung though all have heard", got.Name)
	}
}

func TestACallIsOneStepAndIsNotedWithOneAdult(t *testing.T) { // practices 1, 6 and 15
	c := newNews(t)
	ring := view.NewsRing{Family: c.families["Lane"], Adult: c.adults["Mr Lane"], Channel: model.ByPhone, Said: "read to the class"}
	noAnswer := must(t)(c.LogNoAnswer(ctx, ring))
	if got := c.states(c.half(0, "lane")); got != "4B Lane" || noAnswer.Title != "no answer: Mr Lane" {
		t.Errorf("an attempt counts: %s; %q", got, noAnswer.Title)
	}
	entry := contactIn(t, c.Store, must(t)(c.LogGoodNews(ctx, ring)).New)
	if entry.Kind != model.GoodNews || entry.Dir != model.Out || entry.Note != ring.Said || !slices.Equal(entry.Adults, []int64{ring.Adult}) || len(entry.Pupils) != 1 {
		t.Errorf("%+v", entry)
	}
	calls, err := c.CallsToday(ctx, tuesday)
	if err != nil || calls != (view.CallsToday{Reached: 1, NoAnswer: 1}) {
		t.Errorf("today %+v, %v", calls, err)
	}
	if _, err := c.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if calls, _ := c.CallsToday(ctx, tuesday); calls.Reached != 0 || calls.NoAnswer != 1 {
		t.Errorf("one step was taken back, and left %+v", calls)
	}
}

func TestTheWallIsNotRung(t *testing.T) {
	c := newNews(t)
	links, err := c.FamilyLinks(ctx, c.families["Lane"])
	if err != nil {
		t.Fatal(err)
	}
	links[1].CourtOrder = true
	must(t)(c.SaveLink(ctx, links[1]))
	if h := c.next("Lane").News.Hearings(); len(h) != 1 || h[0].Adult.ID != c.adults["Lane"] {
		t.Errorf("%+v", h)
	}
	ring := view.NewsRing{Family: c.families["Lane"], Adult: c.adults["Mr Lane"], Channel: model.ByPhone}
	refuses(t, "may not be approached")(c.LogGoodNews(ctx, ring))
	refuses(t, "may not be approached")(c.LogNoAnswer(ctx, ring))
}

// practice 1: whatever is logged, on whatever day, each family is counted once and n never exceeds m.
func TestTheCoverHoldsWhateverIsLogged(t *testing.T) {
	c := newNews(t)
	names := []string{"Okafor", "Haddad", "Lane", "Novak"}
	rapid.Check(t, func(t *rapid.T) {
		day := model.Date("2026-09-01").AddDays(rapid.IntRange(0, 84).Draw(t, "day"))
		name := rapid.SampledFrom(names).Draw(t, "family")
		kind := rapid.SampledFrom([]model.ContactKind{model.GoodNews, model.CheckIn, model.Attempt}).Draw(t, "kind")
		if _, err := c.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: c.families[name], At: model.At(day, "15:10"), Channel: model.ByPhone, Kind: kind}}); err != nil {
			t.Fatal(err)
		}
		for before := range 2 {
			states, err := c.GoodNewsStates(ctx, c.half(before, ""), c.world())
			if err != nil {
				t.Fatal(err)
			}
			cover := model.CoverOf(model.NewsClasses(states, model.NewsByClass))
			if cover.Had > cover.Of || cover.Of != len(names) || len(states) != len(names) {
				t.Fatalf("%d of %d, of %d families", cover.Had, cover.Of, len(names))
			}
			for _, s := range states {
				if want := c.hadByHand(t, s.Family, before); s.Had != want {
					t.Fatalf("%d half terms ago, family %d: had %v, the log says %v", before, s.Family, s.Had, want)
				}
			}
		}
	})
}

// hadByHand looks through the log for good news in a half term, as a person would.
func (c *newsCaseload) hadByHand(t *rapid.T, family int64, before int) bool {
	log, err := c.FamilyContacts(ctx, family, 10_000, 0)
	if err != nil {
		t.Fatal(err)
	}
	from, to := model.Date("2026-11-02"), model.Date("2026-12-18")
	switch {
	case family == c.families["Novak"]:
		from = "2026-11-09"
	case before == 1:
		from, to = "2026-09-02", "2026-10-23"
	}
	return slices.ContainsFunc(log, func(e model.Contact) bool {
		return e.Kind == model.GoodNews && e.At.Date() >= from && e.At.Date() <= to
	})
}

func TestTheGateBeginsWithWhoWasGreetedLongestAgo(t *testing.T) { // practice 5
	c := newNews(t)
	greet := func(name string, at model.Moment) {
		must(t)(c.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: c.families[name], At: at, Channel: model.ByGate, Kind: model.CheckIn}}))
	}
	greet("Okafor", "2026-11-20T08:40")
	greet("Haddad", "2026-09-20T08:40")
	greet("Novak", "2026-11-10T08:40")
	must(t)(c.SaveMeeting(ctx, model.Meeting{FamilyID: c.families["Novak"], Kind: model.CheckInMeeting, Start: "2026-11-24T15:30"}))
	must(t)(c.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: c.families["Haddad"], At: "2026-11-02T09:00", Channel: model.ByPhone, Kind: model.Concern, Note: "lunch"}}))
	gate := func(words string, limit, offset int) string {
		list, err := c.GateList(ctx, words, tuesday, limit, offset)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, g := range list.Rows {
			all = append(all, strings.TrimSpace(g.Class+" "+g.Family+" "+g.Note()))
		}
		return fmt.Sprintf("%s (%d)", strings.Join(all, ", "), list.Total)
	}
	if got, want := gate("", 10, 0), "4B Lane, 5A Haddad a worry is open: say hello, talk inside, 5A Novak comes today at 15:30: say hello only, 4B Okafor (4)"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got, want := gate("", 1, 3), "4B Okafor (4)"; got != want {
		t.Errorf("the window: %s, want %s", got, want)
	}
	if got, want := gate("4b", 10, 0), "4B Lane, 4B Okafor (2)"; got != want {
		t.Errorf("found: %s, want %s", got, want)
	}
	entry := contactIn(t, c.Store, must(t)(c.LogGreeting(ctx, c.families["Lane"])).New)
	if entry.Kind != model.CheckIn || entry.Channel != model.ByGate || entry.Dir != model.BothWays {
		t.Errorf("%+v", entry)
	}
	if got, want := gate("4b", 10, 0), "4B Okafor, 4B Lane (2)"; got != want {
		t.Errorf("greeted: %s, want %s", got, want)
	}
}
