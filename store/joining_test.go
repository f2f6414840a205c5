package store

import (
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// twoOfOne is a caseload in which one grandmother and one child stand twice.
type twoOfOne struct {
	okafors
	other, nan, gran, second int64 // the other family, the two adults, the child's double
}

func addTwoOfOne(t testing.TB, s *Store) twoOfOne {
	t.Helper()
	two := twoOfOne{okafors: addOkafors(t, s)}
	two.other = must(t)(s.SaveFamily(ctx, model.Family{Name: "Okafor (Mill Road)", Notes: "likes tea", CheckinEvery: 5})).New
	two.second = must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: two.other, Forename: "Chidi", Surname: "Okafor", Born: "2018-03-02", UPN: "G999999900001", Interests: "snails"})).New
	nan := model.Adult{Title: "Mrs", Forename: "Grace", Surname: "O'Brien", Phones: []model.Phone{{Type: model.PhoneMobile, Number: "07700 900321"}}}
	two.nan = must(t)(s.AddAdult(ctx, nan, two.family, model.Link{PupilID: two.chidi, Relation: model.Grandmother}, model.Link{PupilID: two.ada, Relation: model.Grandmother})).New
	nan.Surname, nan.Language, nan.Notes = "OBrien", "Igbo", "hard of hearing"
	nan.Phones = append(nan.Phones, model.Phone{Type: model.PhoneHome, Number: "020 7946 0321"})
	two.gran = must(t)(s.AddAdult(ctx, nan, two.other, model.Link{PupilID: two.second, Relation: model.Grandmother, CourtOrder: true, OrderText: "not to collect"},
		model.Link{PupilID: two.ada, Relation: model.Grandmother, MayBeContacted: model.No})).New
	must(t)(s.SaveHousehold(ctx, model.Household{FamilyID: two.other, Name: "Mill Road", Adults: []int64{two.gran}, Pupils: []int64{two.second}}))
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: two.other, Kind: model.GoodNews, Channel: model.ByPhone, Note: "sang",
		Adults: []int64{two.gran, two.nan}, Pupils: []int64{two.second}}}))
	addFollowUp(t, s, model.FollowUp{FamilyID: two.other, What: "ring about the choir", AdultID: two.gran})
	must(t)(s.SayWelcomePoint(ctx, two.other, 1, "2026-11-20"))
	must(t)(s.SayWelcomePoint(ctx, two.family, 1, "2026-11-19"))
	return two
}

func (o twoOfOne) adults() view.Two { return view.Two{Of: view.OfAdults, Kept: o.nan, Gone: o.gran} }
func (o twoOfOne) pupils() view.Two {
	return view.Two{Of: view.OfPupils, Kept: o.chidi, Gone: o.second}
}
func (o twoOfOne) families() view.Two {
	return view.Two{Of: view.OfFamilies, Kept: o.family, Gone: o.other}
}

// All joins can be taken back and done again; split again, all is as before but for the notes about it.
func TestAJoinIsTakenBackAndSplitAgain(t *testing.T) {
	for _, of := range []view.Of{view.OfAdults, view.OfPupils, view.OfFamilies} {
		t.Run(string(of), func(t *testing.T) {
			s := openNew(t)
			o := addTwoOfOne(t, s)
			two := map[view.Of]view.Two{view.OfAdults: o.adults(), view.OfPupils: o.pupils(), view.OfFamilies: o.families()}[of]
			start := contentOf(t, s)
			takeBackAndRedo(t, s, func() (view.Change, error) { return s.JoinTwo(ctx, two, true) })
			for _, entity := range []view.Of{of, view.OfFamilies} {
				for _, id := range []int64{two.Kept, o.family} {
					joins, err := s.JoinsOf(ctx, entity, id)
					if err != nil {
						t.Fatal(err)
					}
					for _, j := range joins {
						must(t)(s.SplitOff(ctx, view.Split{Of: entity, Joined: j.ID}))
					}
				}
			}
			if diff := differences(plain(start), plain(contentOf(t, s))); diff != "" {
				t.Error("split again, it is not as before:\n", diff)
			}
		})
	}
}

// plain is a dump without what a join and a split leave of themselves, and without the times of change.
func plain(dump []string) []string {
	var lines []string
	for _, line := range dump {
		if strings.HasPrefix(line, "joined") || strings.HasPrefix(line, "kept_apart") {
			continue
		}
		if at := strings.Index(line, "updated_at:"); at >= 0 {
			line = line[:at] + line[at+len("updated_at:2026-11-24T14:30"):]
		}
		lines = append(lines, line)
	}
	return lines
}

// What came with one who was joined stands at the one who stays: numbers once, blanks filled, the order
// kept, entries and promises, and nothing of it is lost.
func TestJoinedAdultsAreOne(t *testing.T) {
	s := openNew(t)
	o := addTwoOfOne(t, s)
	must(t)(s.JoinTwo(ctx, o.adults(), true))
	a, err := s.Adult(ctx, o.nan)
	if err != nil {
		t.Fatal(err)
	}
	if a.Surname != "O'Brien" || a.Language != "Igbo" || a.Notes != "hard of hearing" || len(a.Phones) != 2 {
		t.Errorf("she is %+v", a)
	}
	links, err := s.FamilyLinks(ctx, o.family)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range links {
		if l.AdultID == o.nan && l.PupilID == o.ada && l.MayBeContacted != model.No {
			t.Error("“may be contacted: no” did not survive:", l)
		}
	}
	if _, err := s.BringBackAdult(ctx, o.gran); err == nil || !strings.Contains(err.Error(), "split them again") {
		t.Errorf("the double was brought back: %v", err)
	}
	line, err := s.Timeline(ctx, o.other, view.TimelineOf{Filter: view.Everything, Adult: o.nan}, 10, 0)
	if err != nil || line.Total != 1 {
		t.Errorf("the timeline has %+v (%v)", line.Rows, err)
	}
	h, err := s.RecordHistory(ctx, view.Record{Kind: view.AdultRecord, ID: o.nan})
	if err != nil || !slices.ContainsFunc(h.Steps, func(st view.RecordStep) bool { return st.Title == "added Mrs OBrien" }) {
		t.Errorf("the history does not say how the other one was added: %+v (%v)", h.Steps, err)
	}
}

// A child who stood in two families brings them together, with all that was written of both.
func TestJoinedChildrenJoinTheirFamilies(t *testing.T) {
	s := openNew(t)
	o := addTwoOfOne(t, s)
	must(t)(s.JoinTwo(ctx, o.pupils(), true))
	page, err := s.FamilyPage(ctx, o.family)
	if err != nil {
		t.Fatal(err)
	}
	if len(page.Pupils) != 2 || len(page.Owed) != 1 || page.Family.Notes != "likes tea" || page.Family.CheckinEvery != 5 || len(page.Removed) != 0 {
		t.Errorf("the family has %d children, %d promises, %+v, removed %+v", len(page.Pupils), len(page.Owed), page.Family, page.Removed)
	}
	p, err := s.Pupil(ctx, o.chidi)
	if err != nil || p.UPN != "G999999900001" || p.Interests != "snails" || p.Class != "4B" {
		t.Errorf("Chidi is %+v (%v)", p, err)
	}
	for _, order := range []view.FamilyOrder{view.ByName, view.RemovedOnes} {
		if count, err := s.FamilyCount(ctx, "", order); err != nil || count.All != map[view.FamilyOrder]int{view.ByName: 1}[order] {
			t.Errorf("%s: %+v (%v)", order, count, err)
		}
	}
}

// A sentence that begins with a name begins with its letter, whatever alphabet it is of.
func TestANameBeginsASentence(t *testing.T) {
	s := openNew(t)
	family := must(t)(s.SaveFamily(ctx, model.Family{Name: "Zając"})).New
	two := view.Two{Of: view.OfPupils}
	two.Kept = must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: family, Forename: "Łucja", Surname: "Zając"})).New
	two.Gone = must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: family, Forename: "Éva", Surname: "Zając"})).New
	c, err := s.Compare(ctx, two)
	if err != nil {
		t.Fatal(err)
	}
	if first, last := c.Happens[0], c.Happens[len(c.Happens)-1]; !strings.HasPrefix(first, "Łucja Zając stays.") || !strings.HasPrefix(last, "Éva Zając goes out of sight") {
		t.Errorf("%q, %q", first, last)
	}
	if said := must(t)(s.KeepApart(ctx, two)).Sentence(); !strings.HasPrefix(said, "Łucja and Éva") {
		t.Errorf("%q", said)
	}
}

func TestWhatMakesNoSenseIsRefused(t *testing.T) {
	s := openNew(t)
	o := addTwoOfOne(t, s)
	p, err := s.Pupil(ctx, o.second)
	if err != nil {
		t.Fatal(err)
	}
	p.Born = "2018-03-20"
	must(t)(s.SavePupil(ctx, p))
	must(t)(s.SaveLink(ctx, model.Link{PupilID: o.ada, AdultID: o.gran, Relation: model.Aunt}))
	for want, two := range map[string]view.Two{
		"one already": {Of: view.OfAdults, Kept: o.nan, Gone: o.nan},
		"born on different days: Fri 2 Mar 2018, Tue 20 Mar 2018": o.pupils(),
		"To Ada one is the grandmother and the other the aunt":    o.adults(),
		"no longer there": {Of: view.OfFamilies, Kept: o.family, Gone: 999},
	} {
		if _, err := s.JoinTwo(ctx, two, false); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", two, err, want)
		}
	}
	must(t)(s.JoinTwo(ctx, o.pupils(), true))
}

// What never was joined is split, taken back and done again; the order goes with its link, and who is not
// in touch is so as both.
func TestWhatNeverWasJoinedIsSplit(t *testing.T) {
	s := openNew(t)
	o := addTwoOfOne(t, s)
	takeBackAndRedo(t, s, func() (view.Change, error) {
		return s.SplitOff(ctx, view.Split{Of: view.OfFamilies, ID: o.family, Marked: []view.Thing{{Kind: view.ThingChild, ID: o.ada}}})
	})
	gran, err := s.Adult(ctx, o.gran)
	if err != nil {
		t.Fatal(err)
	}
	gran.InTouch = model.AskedNotTo
	must(t)(s.SaveAdult(ctx, gran))
	page, err := s.ToSplit(ctx, view.OfAdults, o.gran, 0)
	if err != nil {
		t.Fatal(err)
	}
	goes := slices.DeleteFunc(page.Marks, func(th view.Thing) bool { return th.Kind == view.ThingLink && !strings.Contains(th.What, "Chidi") })
	takeBackAndRedo(t, s, func() (view.Change, error) {
		return s.SplitOff(ctx, view.Split{Of: view.OfAdults, ID: o.gran, Marked: goes, Adult: model.Adult{Surname: "Other"}})
	})
	other := idNamed(t, s, "adult", "", "Other")
	a, err := s.Adult(ctx, other)
	if err != nil || a.InTouch != model.AskedNotTo || len(a.Phones) != 2 {
		t.Errorf("the other one is %+v (%v)", a, err)
	}
	links, err := s.FamilyLinks(ctx, o.other)
	if err != nil || len(links) != 1 || links[0].AdultID != other || !links[0].CourtOrder {
		t.Errorf("the order did not go with its link: %+v (%v)", links, err)
	}
	if _, err := s.SplitOff(ctx, view.Split{Of: view.OfAdults, ID: o.nan}); err == nil {
		t.Error("nothing was marked, and it was split")
	}
}
