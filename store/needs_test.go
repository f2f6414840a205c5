package store

import (
	"slices"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// needsOf are the needs of the only pupil, as they are kept.
func needsOf(t *testing.T, s *Store) model.Pupil {
	t.Helper()
	pupils, err := s.FamilyPupils(ctx, dumped(t, s).Families[0].ID)
	if err != nil || len(pupils) != 1 {
		t.Fatal(pupils, err)
	}
	return pupils[0]
}

// rules.md R30: the office's file says nothing of needs, so an import leaves them as they are; whatever
// changes the primary one, no further need is lost or stands there twice.
func TestFurtherNeedsOutliveImportsAndAnotherPrimaryNeed(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, chidiAndNgozi))
	p := needsOf(t, s)
	p.PrimaryNeed, p.FurtherNeeds = "SLCN", "SEMH HI"
	must(t)(s.SavePupil(ctx, p))
	takenIn(t, s, export(t, chidiAndNgozi, chidiAndEmeka))
	if p = needsOf(t, s); p.PrimaryNeed != "SLCN" || p.FurtherNeeds != "SEMH HI" {
		t.Errorf("after an import: %s, %s", p.PrimaryNeed, p.FurtherNeeds)
	}
	p.PrimaryNeed = "SEMH"
	must(t)(s.SavePupil(ctx, p))
	if p = needsOf(t, s); p.PrimaryNeed != "SEMH" || p.FurtherNeeds != "HI" {
		t.Errorf("after another primary need: %s, %s", p.PrimaryNeed, p.FurtherNeeds)
	}
	wantAll(t, told(t, s, view.ChildRecord, p.ID), "|further needs|nothing|social, emotional and mental health; hearing impairment|",
		"|primary need|speech, language and communication needs|social, emotional and mental health|")
	must(t)(s.Undo(ctx))
	if p = needsOf(t, s); p.PrimaryNeed != "SLCN" || p.FurtherNeeds != "SEMH HI" {
		t.Errorf("after undo: %s, %s", p.PrimaryNeed, p.FurtherNeeds)
	}
}

func TestTheExportHoldsNeedsInTheirRank(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, chidiAndNgozi))
	p := needsOf(t, s)
	p.PrimaryNeed, p.FurtherNeeds = "SLCN", "SEMH"
	must(t)(s.SavePupil(ctx, p))
	e, err := s.Export(ctx)
	if err != nil || !slices.Equal(e.Pupils[0].Needs, []model.Need{"SLCN", "SEMH"}) {
		t.Errorf("needs are %+v, %v", e.Pupils, err)
	}
	if dumped(t, s).Pupils[0].Needs != nil {
		t.Error("what an import is compared with holds what no file brings")
	}
}
