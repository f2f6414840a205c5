package store

import (
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// twiceListed is an export in which the office spells one mother, and one child, in two ways.
const twiceListed = `UPN,Surname,Forename,DOB,Year,Reg,Relationship,Priority,Title,Contact Surname,Contact Forename,Mobile,Contact Address,Contact Postcode
,Hill,Ava,01/03/2016,4,4H,Mother,1,Ms,Hill,Ann,07700 900123,4 Mill Road,ZZ1 4DP
,Hill,Noah,02/05/2018,2,2B,Mother,1,Ms,Hill-Ash,Annie,07700 900123,9 Low Lane,ZZ1 5AB
,Hill,Noah,02/05/2018,2,2B,Father,2,Mr,Hill,Tom,07700 900124,9 Low Lane,ZZ1 5AB
,Hill,Avalon,01/03/2016,4,4H,Stepmother,1,Ms,Hill,Annie,07700 900125,,
`

// takeInText takes an export in.
func takeInText(t testing.TB, s *Store, text string) {
	t.Helper()
	preview, err := s.PreviewImport(ctx, "office.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	must(t)(s.TakeIn(ctx, preview))
}

// idNamed is the id of the one person of that first name and surname.
func idNamed(t testing.TB, s *Store, table, forename, surname string) (id int64) {
	t.Helper()
	if err := s.readers.QueryRow("SELECT id FROM "+table+" WHERE forename = ? AND surname = ? AND deleted_at = ''", forename, surname).Scan(&id); err != nil {
		t.Fatalf("%s %s: %v", forename, surname, err)
	}
	return id
}

// A join by hand outlives every import: the same file again changes nothing, whoever of the two stays,
// and in whichever order the rows come (import.md section 6).
func TestTheNextImportRecognisesThoseWhoWereJoined(t *testing.T) {
	for _, swapped := range []bool{false, true} {
		s := openNew(t)
		takeInText(t, s, twiceListed)
		for _, two := range []view.Two{
			{Of: view.OfPupils, Kept: idNamed(t, s, "pupil", "Ava", "Hill"), Gone: idNamed(t, s, "pupil", "Avalon", "Hill")},
			{Of: view.OfAdults, Kept: idNamed(t, s, "adult", "Ann", "Hill"), Gone: idNamed(t, s, "adult", "Annie", "Hill-Ash")},
			{Of: view.OfAdults, Kept: idNamed(t, s, "adult", "Ann", "Hill"), Gone: idNamed(t, s, "adult", "Annie", "Hill")},
		} {
			if swapped && two.Of == view.OfPupils {
				two = two.Swapped()
			}
			must(t)(s.JoinTwo(ctx, two, true))
		}
		lines := strings.Split(strings.TrimSpace(twiceListed), "\n")
		for _, text := range []string{twiceListed, strings.Join([]string{lines[0], lines[4], lines[2], lines[3], lines[1]}, "\n")} {
			preview, err := s.PreviewImport(ctx, "office.csv", []byte(text))
			if err != nil || !preview.Nothing {
				t.Errorf("swapped %v: the same file brings %+v (%v)", swapped, preview, err)
			}
		}
	}
}

// Split again, each is recognised in their own right.
func TestTheNextImportRecognisesThoseWhoWereSplitAgain(t *testing.T) {
	s := openNew(t)
	takeInText(t, s, twiceListed)
	ann := idNamed(t, s, "adult", "Ann", "Hill")
	must(t)(s.JoinTwo(ctx, view.Two{Of: view.OfAdults, Kept: ann, Gone: idNamed(t, s, "adult", "Annie", "Hill-Ash")}, true))
	joins, err := s.JoinsOf(ctx, view.OfAdults, ann)
	if err != nil || len(joins) != 1 {
		t.Fatal(joins, err)
	}
	must(t)(s.SplitOff(ctx, view.Split{Of: view.OfAdults, ID: ann, Joined: joins[0].ID}))
	if preview, err := s.PreviewImport(ctx, "office.csv", []byte(twiceListed)); err != nil || !preview.Nothing {
		t.Errorf("the same file brings %+v (%v)", preview, err)
	}
}

// Families that a file joined can be split; no import joins them again.
func TestASplitFamilyOutlivesTheImport(t *testing.T) {
	s := openNew(t)
	const mother = ",Mother,1,Ms,Hill,Ann,07700 900123\n"
	const head = "Surname,Forename,DOB,Year,Relationship,Priority,Title,Contact Surname,Contact Forename,Mobile\n"
	takeInText(t, s, head+"Hill,Ava,01/03/2016,4"+mother+"Hill,Noah,02/05/2018,2"+mother)
	family, ava, noah := int64(1), idNamed(t, s, "pupil", "Ava", "Hill"), idNamed(t, s, "pupil", "Noah", "Hill")
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: contactAbout(family, noah)}))
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: contactAbout(family, noah, ava)}))
	c := must(t)(s.SplitOff(ctx, view.Split{Of: view.OfFamilies, ID: family, Marked: []view.Thing{{Kind: view.ThingChild, ID: noah}}}))
	page, err := s.FamilyPage(ctx, c.New)
	if err != nil || len(page.Pupils) != 1 || page.Pupils[0].ID != noah || len(page.Adults) != 1 {
		t.Fatalf("the new family is %+v (%v)", page, err)
	}
	for family, want := range map[int64]int{family: 1, c.New: 1} {
		if line, err := s.Timeline(ctx, family, view.TimelineOf{Filter: view.OnlyGoodNews}, 10, 0); err != nil || line.Total != want {
			t.Errorf("family %d has %d entries, want %d (%v)", family, line.Total, want, err)
		}
	}
	takeInText(t, s, head+"Hill,Ava,01/03/2016,5"+strings.Replace(mother, "1", "2", 1)+"Hill,Noah,02/05/2018,3"+mother)
	if p, err := s.Pupil(ctx, noah); err != nil || p.FamilyID != c.New {
		t.Errorf("the import joined them again: %+v (%v)", p, err)
	}
}

func contactAbout(family int64, pupils ...int64) model.Contact {
	return model.Contact{FamilyID: family, Kind: model.GoodNews, Channel: model.ByPhone, Note: "sang", Pupils: pupils}
}

// One who was given another name by hand, and then joined, is still recognised under the name that the office
// gives them.
func TestTheNextImportRecognisesOneWhoWasRenamedAndThenJoined(t *testing.T) {
	s := openNew(t)
	takeInText(t, s, twiceListed)
	annie, err := s.Adult(ctx, idNamed(t, s, "adult", "Annie", "Hill-Ash"))
	if err != nil {
		t.Fatal(err)
	}
	annie.Forename, annie.Surname = "Annabel", "Ash"
	must(t)(s.SaveAdult(ctx, annie))
	must(t)(s.JoinTwo(ctx, view.Two{Of: view.OfAdults, Kept: idNamed(t, s, "adult", "Ann", "Hill"), Gone: annie.ID}, true))
	preview, err := s.PreviewImport(ctx, "office.csv", []byte(twiceListed))
	if err != nil || !preview.Nothing {
		t.Errorf("the same file brings %+v (%v)", preview.Counts, err)
	}
}
