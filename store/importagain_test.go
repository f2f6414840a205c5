package store

import (
	"maps"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"

	"pgregory.net/rapid"
)

// decidedAgain is a new preview of a file, with what was decided about the last one.
func decidedAgain(t fatal, s *Store, was view.Import, choices view.ImportChoices, path string) (view.Import, view.ImportChoices, int) {
	t.Helper()
	now, err := s.PreviewImportFile(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	again, still, dropped, err := s.DecideAgain(ctx, was, now, choices)
	if err != nil {
		t.Fatal(err)
	}
	return again, still, dropped
}

// Of a caseload that has not changed every decision stands, and the same comes of it.
func TestDecisionsStandWhileTheCaseloadDoes(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, twoFamilies...))
	preview := previewed(t, s, simsExport)
	rapid.Check(t, func(r *rapid.T) {
		choices := view.ImportChoices{}
		for _, i := range preview.Items {
			for _, k := range i.Keys {
				if rapid.IntRange(0, 9).Draw(r, "turned") == 0 {
					choices[k] = true
				}
			}
		}
		was, err := s.ChooseImport(ctx, preview, choices)
		if err != nil {
			r.Fatal(err)
		}
		again, still, dropped := decidedAgain(r, s, was, choices, simsExport)
		if again.Sum != was.Sum || dropped != 0 {
			r.Fatalf("%s, then %s with %d dropped:\n%v\n%v", was.Sum, again.Sum, dropped, choices, still)
		}
	})
}

// Ids are those of one preview: once somebody has come, a decision must not fall on another.
func TestADecisionStaysWithWhomItIsAbout(t *testing.T) {
	s := openNew(t)
	path := export(t, twoFamilies...)
	was := previewed(t, s, path)
	choices := view.ImportChoices{}
	for _, i := range was.Items {
		if i.Lead == "Ava Hill" || i.Lead == "Mr Emeka Okafor" {
			maps.Insert(choices, maps.All(keysOf(i)))
		}
	}
	was, err := s.ChooseImport(ctx, was, choices)
	if err != nil || was.Sum != "takes in 1 child, 1 adult; 3 left out" {
		t.Fatal(was.Sum, err)
	}
	family := must(t)(s.SaveFamily(ctx, model.Family{Name: "Okafor"})).New
	must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: family, Forename: "Chidi", Surname: "Okafor", Born: "2018-03-02", Year: "4"}))
	again, _, dropped := decidedAgain(t, s, was, choices, path)
	left := map[string]bool{}
	for _, i := range again.Items {
		if i.Left && len(i.Keys) > 0 {
			left[i.Lead] = true
		}
	}
	if dropped != 0 || !maps.Equal(left, map[string]bool{"Ava Hill": true, "Mr Emeka Okafor": true, "Hill": true}) {
		t.Errorf("%d dropped, left are %v: %s", dropped, left, again.Sum)
	}
}

func keysOf(i view.ImportItem) view.ImportChoices {
	keys := view.ImportChoices{}
	for _, k := range i.Keys {
		keys[k] = true
	}
	return keys
}

// What says something else now was not decided: it is as proposed.
func TestADecisionAboutWhatHasChangedIsDropped(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, twoFamilies...))
	p := pupilNamed(t, s, "Chidi")
	p.Class = "4A"
	must(t)(s.SavePupil(ctx, p))
	path := export(t, strings.ReplaceAll(chidiAndEmeka, "Year 4,4B", "Year 5,5C"), strings.ReplaceAll(twoFamilies[0], "Year 4,4B", "Year 5,5C"))
	was := previewed(t, s, path)
	choices := view.ImportChoices{}
	for _, i := range was.Items {
		maps.Insert(choices, maps.All(keysOf(i)))
	}
	p.Class = "4D"
	must(t)(s.SavePupil(ctx, p))
	again, still, dropped := decidedAgain(t, s, was, choices, path)
	if dropped != 1 || len(still) != len(choices)-1 {
		t.Errorf("%d dropped, %d of %d stand: %s", dropped, len(still), len(choices), again.Sum)
	}
}
