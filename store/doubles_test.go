package store

import (
	"path/filepath"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/demo"
)

func doublesOf(t testing.TB, s *Store) map[view.Two]view.Double {
	t.Helper()
	all, err := s.Doubles(ctx)
	if err != nil {
		t.Fatal(err)
	}
	of := map[view.Two]view.Double{}
	for _, d := range all {
		of[d.Two] = d
	}
	return of
}

// Those who stand here twice are proposed, until they are joined or somebody says that they are two.
func TestThoseWhoArePerhapsTheSameAreProposed(t *testing.T) {
	s := openNew(t)
	o := addTwoOfOne(t, s)
	d := doublesOf(t, s)
	if len(d) != 2 || len(d[o.adults()].Why) != 2 || d[o.adults()].Names != [2]string{"Mrs Grace O'Brien", "Mrs Grace OBrien"} || d[o.pupils()].Two == (view.Two{}) {
		t.Fatalf("these are proposed: %+v", d)
	}
	must(t)(s.KeepApart(ctx, o.pupils()))
	if d = doublesOf(t, s); len(d) != 1 {
		t.Errorf("two that are two are proposed: %+v", d)
	}
	must(t)(s.JoinTwo(ctx, o.adults(), true))
	if d = doublesOf(t, s); len(d) != 0 {
		t.Errorf("families whose grandmother has an order about one of them are proposed: %+v", d)
	}
	must(t)(s.SaveLink(ctx, model.Link{PupilID: o.second, AdultID: o.ngozi, Relation: model.Mother}))
	if d = doublesOf(t, s); len(d) != 1 || d[o.families()].Why == nil {
		t.Errorf("families who share their mother: %+v", d)
	}
	must(t)(s.KeepApart(ctx, o.families()))
	joins, err := s.JoinsOf(ctx, view.OfAdults, o.nan)
	if err != nil {
		t.Fatal(err)
	}
	must(t)(s.SplitOff(ctx, view.Split{Of: view.OfAdults, ID: o.nan, Joined: joins[0].ID}))
	if d = doublesOf(t, s); len(d) != 0 {
		t.Errorf("split again, they are proposed: %+v", d)
	}
}

// Nobody is proposed on a surname, an e-mail or a name alone, nor a family on an adult behind an order.
func TestTooLittleProposesNobody(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	other := must(t)(s.SaveFamily(ctx, model.Family{Name: "Okafor"})).New
	child := must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: other, Forename: "Chidi", Surname: "Okafor", Born: "2018-03-03"})).New
	for _, a := range []model.Adult{
		{Title: "Mrs", Forename: "Adaora", Surname: "Okafor", Emails: []model.Email{{Address: "ngozi@example.org"}}},
		{Title: "Mrs", Forename: "Ngozi", Surname: "Okafor", Phones: []model.Phone{{Number: "07700 900999"}}},
		{Title: "Mrs", Forename: "N", Surname: "Okafor", Emails: []model.Email{{Address: "ngozi@example.org"}}},
	} {
		must(t)(s.AddAdult(ctx, a, other, model.Link{PupilID: child, Relation: model.Mother}))
	}
	must(t)(s.SaveLink(ctx, model.Link{PupilID: child, AdultID: o.emeka, Relation: model.Father, CourtOrder: true}))
	if d := doublesOf(t, s); len(d) != 0 {
		t.Errorf("these are proposed: %+v", d)
	}
}

// A mother who married comes with her new surname from the office: her forename, her child and her mobile
// propose her. Her sister, or another's mother, is nobody's double.
func TestAMotherWithANewSurnameIsProposed(t *testing.T) {
	s := openNew(t)
	family := must(t)(s.SaveFamily(ctx, model.Family{Name: "Hale"})).New
	child := must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: family, Forename: "Dexter", Surname: "Hale"})).New
	add := func(forename, surname, mobile string, is model.Relationship) int64 {
		a := model.Adult{Title: "Ms", Forename: forename, Surname: surname, Phones: []model.Phone{{Number: mobile}}}
		return must(t)(s.AddAdult(ctx, a, family, model.Link{PupilID: child, Relation: is})).New
	}
	before := add("Tanya", "Whitcombe", "07700 900140", model.Mother)
	add("Tanya", "Hale", "07700 900140", model.Aunt)
	add("Tanya", "Stone", "07700 900149", model.Mother)
	add("Rita", "Stone", "07700 900140", model.Mother)
	if d := doublesOf(t, s); len(d) != 0 {
		t.Fatalf("these are proposed: %+v", d)
	}
	after := add("TANYA", "Brandt", "07700900140", model.Mother)
	two := view.Two{Of: view.OfAdults, Kept: before, Gone: after}
	if d := doublesOf(t, s); len(d) != 1 || len(d[two].Why) != 2 {
		t.Fatalf("these are proposed: %+v", d)
	}
	must(t)(s.KeepApart(ctx, two))
	if d := doublesOf(t, s); len(d) != 0 {
		t.Errorf("two that are two are proposed: %+v", d)
	}
}

// BenchmarkDoubles looks for doubles among the people of 10,000 families.
func BenchmarkDoubles(b *testing.B) {
	s := openAt(b, filepath.Join(b.TempDir(), "caseload.kettle"))
	if err := s.Fill(ctx, demo.Make(demo.Options{Families: 10_000, Seed: 1, Today: tuesday, Now: tuesdayMorning})); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for b.Loop() {
		if _, err := s.Doubles(ctx); err != nil {
			b.Fatal(err)
		}
	}
}
