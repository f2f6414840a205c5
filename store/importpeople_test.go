package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

func TestTheOfficeAndTheUserEachKeepTheirOwn(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, chidiAndNgozi))
	pupil, adult := onlyPupil(t, s), onlyAdult(t, s)
	pupil.Class, pupil.Strengths = "4A", "patient with puzzles"
	must(t)(s.SavePupil(ctx, pupil))
	adult.Phones = append(adult.Phones, model.Phone{Type: model.PhoneWork, Number: "020 7946 0009"})
	must(t)(s.SaveAdult(ctx, adult))

	changed := strings.NewReplacer("4B", "4C", "07700 900101", "07700 900155", "Year 4", "Year 5").Replace(chidiAndNgozi)
	path := export(t, changed)
	preview := previewed(t, s, path)
	if len(preview.Conflicts) != 1 || preview.Conflicts[0].Yours != "4A" || preview.Conflicts[0].Office != "4C" {
		t.Errorf("the class was changed on both sides, and the preview says %+v", preview.Conflicts)
	}
	must(t)(s.TakeIn(ctx, preview))
	pupil, adult = onlyPupil(t, s), onlyAdult(t, s)
	if pupil.Class != "4A" || pupil.Year != "5" || pupil.Strengths != "patient with puzzles" {
		t.Errorf("%+v", pupil)
	}
	if got := phoneNumbers(adult.Phones); got != "07700 900155 office, 020 7946 0009" {
		t.Errorf("the telephones are %s", got)
	}
	if again := previewed(t, s, path); !again.Nothing {
		t.Errorf("taken in again, it would change %+v, %+v", again.Changes, again.Conflicts)
	}
}

func phoneNumbers(phones []model.Phone) string {
	var all []string
	for _, p := range phones {
		text := p.Number
		if p.FromOffice {
			text += " office"
		}
		all = append(all, text)
	}
	return strings.Join(all, ", ")
}

func onlyPupil(t testing.TB, s *Store) model.Pupil {
	t.Helper()
	dump := dumped(t, s)
	if len(dump.Pupils) != 1 {
		t.Fatalf("%d children", len(dump.Pupils))
	}
	p, err := s.Pupil(ctx, dump.Pupils[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func onlyAdult(t testing.TB, s *Store) model.Adult {
	t.Helper()
	dump := dumped(t, s)
	if len(dump.Adults) != 1 {
		t.Fatalf("%d adults", len(dump.Adults))
	}
	a, err := s.Adult(ctx, dump.Adults[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// The wall must stand after an import, and only a person takes down what a person wrote.
func TestACourtOrderOfTheFileStandsFirstAndIsTakenUp(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, chidiAndEmeka))
	ordered := export(t, strings.Replace(chidiAndEmeka, "Yes,No", "Yes,Yes", 1))
	preview := previewed(t, s, ordered)
	if len(preview.Alarms) != 1 || !strings.Contains(preview.Alarms[0].Text, "court order") || !strings.Contains(preview.Alarms[0].Text, "Emeka Okafor") {
		t.Fatalf("%+v", preview.Alarms)
	}
	must(t)(s.TakeIn(ctx, preview))
	link := onlyLink(t, s)
	if !link.CourtOrder || !link.OrderFromOffice || link.OrderWords("2026-11-24") != "from the office's file: ask to see it" {
		t.Errorf("%+v", link)
	}
	link.OrderText = "may not collect"
	must(t)(s.SaveLink(ctx, link))
	takenIn(t, s, export(t, chidiAndEmeka))
	if link := onlyLink(t, s); !link.CourtOrder || link.OrderText != "may not collect" {
		t.Errorf("the file took down an order that the user wrote: %+v", link)
	}
}

func TestAnOrderOnALinkMadeByHandIsTakenUp(t *testing.T) {
	s := openNew(t)
	family := must(t)(s.SaveFamily(ctx, model.Family{Name: "Okafor"})).New
	chidi := must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: family, Forename: "Chidi", Surname: "Okafor", Born: "2018-03-02"})).New
	emeka := model.Adult{Title: "Mr", Forename: "Emeka", Surname: "Okafor", Phones: []model.Phone{{Type: model.PhoneMobile, Number: "07700 900102"}}}
	must(t)(s.AddAdult(ctx, emeka, family, model.Link{PupilID: chidi, Relation: model.Father}))
	takenIn(t, s, export(t, strings.Replace(chidiAndEmeka, "Yes,No", "Yes,Yes", 1)))
	if link := onlyLink(t, s); !link.CourtOrder || !link.OrderFromOffice {
		t.Errorf("the order was not taken up: %+v", link)
	}
}

func onlyLink(t testing.TB, s *Store) model.Link {
	t.Helper()
	links, err := s.FamilyLinks(ctx, dumped(t, s).Families[0].ID)
	if err != nil || len(links) != 1 {
		t.Fatal(links, err)
	}
	return links[0]
}

func TestParentsWhoLiveApartAreTwoHouseholds(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, chidiAndNgozi, chidiAndEmeka))
	family := dumped(t, s).Families[0].ID
	if got := homes(t, s, family); got != "Mrs Okafor's home: 1 adults, 1 children; Mr Okafor's home: 1 adults, 0 children" {
		t.Errorf("the households are %s", got)
	}
	moved := strings.Replace(chidiAndEmeka, "11 Quay Street, Thornwick, ZZ2 9AB", "4 Mill Lane, Thornwick, ZZ1 4DP", 1)
	takenIn(t, s, export(t, chidiAndNgozi, moved))
	if got := homes(t, s, family); got != "Mrs Okafor's home: 2 adults, 1 children" {
		t.Errorf("after he moved in, the households are %s", got)
	}
}

func TestAHouseholdPutByHandOutlivesImports(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, chidiAndNgozi, chidiAndEmeka))
	family := dumped(t, s).Families[0].ID
	households, err := s.Households(ctx, family)
	if err != nil || len(households) != 2 {
		t.Fatal(households, err)
	}
	households[0].Name, households[0].Adults = "All together", append(households[0].Adults, households[1].Adults...)
	must(t)(s.SaveHousehold(ctx, households[0]))
	must(t)(s.RemoveHousehold(ctx, households[1].ID))
	takenIn(t, s, export(t, strings.Replace(chidiAndNgozi, "4 Mill", "5 Mill", 1), chidiAndEmeka))
	if got := homes(t, s, family); got != "All together: 2 adults, 1 children" {
		t.Errorf("the households are %s", got)
	}
}

func homes(t testing.TB, s *Store, family int64) string {
	t.Helper()
	households, err := s.Households(ctx, family)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, h := range households {
		all = append(all, fmt.Sprintf("%s: %d adults, %d children", h.Name, len(h.Adults), len(h.Pupils)))
	}
	return strings.Join(all, "; ")
}

func TestPeopleOutOfSightAndFamiliesNamedByHandStaySo(t *testing.T) {
	s := openNew(t)
	takenIn(t, s, export(t, chidiAndNgozi, chidiAndEmeka))
	dump := dumped(t, s)
	family := must2(t)(s.Family(ctx, dump.Families[0].ID))
	family.Name, family.NameByHand = "The Okafors of Mill Lane", true
	must(t)(s.SaveFamily(ctx, family))
	emeka := dump.Adults[slices.IndexFunc(dump.Adults, func(a view.ExportAdult) bool { return a.Forename == "Emeka" })].ID
	must(t)(s.RemoveAdult(ctx, emeka))
	takenIn(t, s, export(t, strings.Replace(chidiAndNgozi, "4B", "4C", 1), strings.Replace(chidiAndEmeka, "900102", "900177", 1)))
	dump = dumped(t, s)
	if len(dump.Adults) != 1 || len(dump.Families) != 1 || dump.Families[0].Name != "The Okafors of Mill Lane" {
		t.Errorf("%+v", dump)
	}
}

func must2(t testing.TB) func(model.Family, error) model.Family {
	return func(f model.Family, err error) model.Family {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
}

// What was written about both families goes on in the one they become.
func TestFamiliesThatAFileJoinsKeepEverything(t *testing.T) {
	s := openNew(t)
	ada := strings.NewReplacer("Chidi", "Ada", "02/03/2018", "05/06/2021", "Year 4,4B", "Year 1,1A").Replace(chidiAndEmeka)
	takenIn(t, s, export(t, chidiAndNgozi, ada))
	dump := dumped(t, s)
	if len(dump.Families) != 2 {
		t.Fatalf("%+v", dump.Families)
	}
	for _, f := range dump.Families {
		family := must2(t)(s.Family(ctx, f.ID))
		family.Notes = fmt.Sprintf("note %d", f.ID)
		must(t)(s.SaveFamily(ctx, family))
		must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: f.ID, Channel: model.ByPhone, Dir: model.BothWays, Kind: model.GoodNews, Note: "lovely", Pupils: f.Pupils}}))
		must(t)(s.SayWelcomePoint(ctx, f.ID, 0, "2026-11-20"))
	}
	before := contentOf(t, s)
	takenIn(t, s, export(t, chidiAndNgozi, chidiAndEmeka, ada))
	after := dumped(t, s)
	if len(after.Families) != 1 || len(after.Families[0].Pupils) != 2 || len(after.Families[0].Adults) != 2 {
		t.Fatalf("%+v", after.Families)
	}
	id := after.Families[0].ID
	log, err := s.FamilyContacts(ctx, id, 10, 0)
	if err != nil || len(log) != 2 {
		t.Errorf("the log has %d entries, %v", len(log), err)
	}
	if f := must2(t)(s.Family(ctx, id)); !strings.Contains(f.Notes, fmt.Sprintf("note %d", dump.Families[0].ID)) || !strings.Contains(f.Notes, fmt.Sprintf("note %d", dump.Families[1].ID)) {
		t.Errorf("the notes are %q", f.Notes)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if back := contentOf(t, s); !slices.Equal(before, back) {
		t.Errorf("taken back, it differs:\n%s", differences(before, back))
	}
}

// Families that the user keeps apart are not joined by the next export (import.md section 6).
func TestFamiliesPartedByHandStayApart(t *testing.T) {
	s := openNew(t)
	ada := strings.NewReplacer("Chidi", "Ada", "02/03/2018", "05/06/2021", "Year 4,4B", "Year 1,1A").Replace(chidiAndEmeka)
	takenIn(t, s, export(t, chidiAndEmeka, ada))
	dump := dumped(t, s)
	if len(dump.Families) != 1 {
		t.Fatalf("%+v", dump.Families)
	}
	pupil, err := s.Pupil(ctx, dump.Pupils[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	pupil.FamilyID = must(t)(s.SaveFamily(ctx, model.Family{Name: "Another"})).New
	must(t)(s.SavePupil(ctx, pupil))
	takenIn(t, s, export(t, strings.Replace(chidiAndEmeka, "Father,2", "Father,1", 1), strings.Replace(ada, "Father,2", "Father,1", 1)))
	if dump := dumped(t, s); len(dump.Families) != 2 {
		t.Errorf("the export joined what the user had parted: %+v", dump.Families)
	}
}

func TestWhoLeftIsMarkedAndWhoDiedStaysSo(t *testing.T) {
	s := openNew(t)
	const headings = "Surname,Forename,DOB,Year,Status\n"
	take := func(rows string) {
		t.Helper()
		preview, err := s.PreviewImport(ctx, "roll.csv", []byte(headings+rows))
		if err != nil {
			t.Fatal(err)
		}
		must(t)(s.TakeIn(ctx, preview))
	}
	take("Okafor,Chidi,02/03/2018,4,On roll\n")
	take("Okafor,Chidi,02/03/2018,4,Left\n")
	pupil := onlyPupil(t, s)
	if pupil.Roll != model.Left || pupil.LeftOn != "2026-11-24" {
		t.Errorf("%s on %q", pupil.Roll, pupil.LeftOn)
	}
	pupil.Roll = model.Died
	must(t)(s.SavePupil(ctx, pupil))
	take("Okafor,Chidi,02/03/2018,5,On roll\n")
	if pupil := onlyPupil(t, s); pupil.Roll != model.Died || pupil.Year != "5" {
		t.Errorf("%s in year %s", pupil.Roll, pupil.Year)
	}
}
