package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/demo"
)

// writtenOut is what would be written, and how much it is.
func writtenOut(t testing.TB, s *Store, what model.TakeOut) (string, model.TakenOut) {
	t.Helper()
	var b bytes.Buffer
	out, err := s.WriteOut(ctx, what, &b)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), out
}

// contactsIn are all adults beside their children as a dump has them, in words that two caseloads share.
func contactsIn(e view.Export) (lines []string) {
	pupils, adults := map[int64]view.ExportPupil{}, map[int64]view.ExportAdult{}
	for _, p := range e.Pupils {
		pupils[p.ID] = p
	}
	for _, a := range e.Adults {
		adults[a.ID] = a
	}
	word := func(b *bool) string {
		if b == nil {
			return "?"
		}
		return map[bool]string{true: "yes", false: "no"}[*b]
	}
	for _, l := range e.Links {
		p, a := pupils[l.Pupil], adults[l.Adult]
		if p.Forename == "Kwame" && p.Surname == "Osei" { // the child of the made-up school who died, and is on no list
			continue
		}
		words := []string{p.Forename, p.Surname, p.KnownAs, p.Year, p.Form, a.Title, a.Forename, a.Surname, a.KnownAs, a.Address, a.Postcode, a.Language,
			l.Relation, word(l.Responsibility), word(l.LivesWith), word(&l.CourtOrder)}
		if l.Priority != nil {
			words = append(words, string(rune('0'+*l.Priority)))
		}
		var reach []string
		for _, phone := range a.Phones {
			reach = append(reach, phone.Number+phone.Ext+phone.Note)
		}
		slices.Sort(reach)
		lines = append(lines, strings.Join(append(append(words, reach...), a.Emails...), "|"))
	}
	slices.Sort(lines)
	return lines
}

// What is exported as a table and taken in by an empty caseload are the same people, but for those whom
// no office lists.
func TestContactsComeBackAsTheSamePeople(t *testing.T) {
	from := openFilled(t, demo.Make(demo.Options{Families: 61, Seed: 3, Today: "2026-11-24", Now: "2026-11-24T14:30"}))
	family, err := from.FamilyNamed(ctx, "Okafor")
	if err != nil {
		t.Fatal(err)
	}
	adults, err := from.FamilyAdults(ctx, family)
	if err != nil {
		t.Fatal(err)
	}
	emeka := firstWhere(adults, func(a model.Adult) bool { return a.Forename == "Emeka" })
	emeka.Address, emeka.Phones = "=1+1 Mill Lane, Thornwick", []model.Phone{{Type: model.PhoneHome, Number: "+353861234567", Note: "after 3pm"}, {Type: model.PhoneWork, Number: "020 7946 0123", Ext: "12"}}
	must(t)(from.SaveAdult(ctx, emeka))
	pupils, err := from.FamilyPupils(ctx, family)
	if err != nil {
		t.Fatal(err)
	}
	ada := firstWhere(pupils, func(p model.Pupil) bool { return p.Forename == "Ada" })
	ada.Class = "3-4"
	must(t)(from.SavePupil(ctx, ada))

	doubles, err := from.Doubles(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range doubles { // whom an import takes as one
		must(t)(from.JoinTwo(ctx, d.Two, true))
	}

	file, out := writtenOut(t, from, model.TakeOut{Kind: model.OutContacts, Everyone: true})
	if got := out.LeftSentence(); got != "Left out: 1 linked to no child." {
		t.Errorf("with everyone it says %q", got)
	}
	to := openNew(t)
	preview, err := to.PreviewImport(ctx, "contacts.csv", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	must(t)(to.TakeIn(ctx, preview))
	want, got := contactsIn(dumped(t, from)), contactsIn(dumped(t, to))
	if len(want) < 100 || !slices.Equal(want, got) {
		t.Errorf("%d contacts left, %d came back:\n%s", len(want), len(got), differences(want, got))
	}
}

func TestContactsLeaveOutWhoIsNotToBeApproached(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	links, err := s.FamilyLinks(ctx, o.family)
	if err != nil {
		t.Fatal(err)
	}
	ofEmeka := firstWhere(links, func(l model.Link) bool { return l.AdultID == o.emeka })
	ofEmeka.CourtOrder = true
	must(t)(s.SaveLink(ctx, ofEmeka))
	must(t)(s.AddAdult(ctx, model.Adult{Forename: "Grace", Surname: "Obi"}, o.family))
	gone := must(t)(s.SaveFamily(ctx, model.Family{Name: "Gone"})).New
	child := must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: gone, Forename: "Tom", Surname: "Gone"})).New
	must(t)(s.AddAdult(ctx, model.Adult{Forename: "Una", Surname: "Gone"}, gone, model.Link{PupilID: child, Relation: model.Mother}))
	must(t)(s.RemoveFamily(ctx, gone))
	for _, kind := range []model.OutKind{model.OutContacts, model.OutCards} {
		text, out := writtenOut(t, s, model.TakeOut{Kind: kind})
		if strings.Contains(text, "Emeka") || strings.Contains(text, "Grace") || strings.Contains(text, "Gone") || !strings.Contains(text, "Ngozi") {
			t.Errorf("%s holds:\n%s", kind, text)
		}
		if got, want := out.LeftSentence(), "Left out: 1 behind a court order, 1 linked to no child."; got != want {
			t.Errorf("%s says %q, not %q", kind, got, want)
		}
		if out.Families != 1 || out.People != 1 {
			t.Errorf("%s counts %d people of %d families", kind, out.People, out.Families)
		}
		all, out := writtenOut(t, s, model.TakeOut{Kind: kind, Everyone: true})
		if !strings.Contains(all, "Emeka") || strings.Contains(all, "Grace") != (kind == model.OutCards) || !strings.Contains(all, "court order: read it first") || strings.Contains(all, "Gone") {
			t.Errorf("%s of everyone holds:\n%s\nwithout %v", kind, all, out.Left)
		}
	}
}

// Neither the address of the child, which may be that of another household, nor anything of another
// adult stands beside an adult (trust.md).
func TestARowHoldsOneHousehold(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	chidi, err := s.Pupil(ctx, o.chidi)
	if err != nil {
		t.Fatal(err)
	}
	chidi.Address, chidi.Phones, chidi.Emails = "4 Mill Lane", []model.Phone{{Number: "01632 960123"}}, []model.Email{{Address: "chidi@example.org"}}
	must(t)(s.SavePupil(ctx, chidi))
	for _, kind := range []model.OutKind{model.OutContacts, model.OutCards} {
		text, _ := writtenOut(t, s, model.TakeOut{Kind: kind, Everyone: true, Full: true})
		parts := strings.Split(text, "\n")
		if kind == model.OutCards {
			parts = strings.Split(text, "END:VCARD")
		}
		for _, part := range parts {
			if strings.Contains(part, "Mill Lane") || strings.Contains(part, "960123") || strings.Contains(part, "chidi@") ||
				strings.Contains(part, "Emeka") && (strings.Contains(part, "07700 900123") || strings.Contains(part, "ngozi@") || strings.Contains(part, "Ada")) {
				t.Errorf("%s: one row holds what belongs to another household:\n%s", kind, part)
			}
		}
	}
}

// Half-brothers with one father are two families here: he has one card, with both, and each family alone
// has one that names its own child.
func TestAnAdultOfTwoFamiliesHasOneCard(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	other := must(t)(s.SaveFamily(ctx, model.Family{Name: "Lane"})).New
	zoe := must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: other, Forename: "Zoë", Surname: "Lane", Class: "6C"})).New
	must(t)(s.SaveLink(ctx, model.Link{PupilID: zoe, AdultID: o.emeka, Relation: model.Father}))
	for family, want := range map[int64]string{0: "NOTE:Z.L. 6C\\, C.O. 4B\r\n", o.family: "NOTE:C.O. 4B\r\n", other: "NOTE:Z.L. 6C\r\n"} {
		text, _ := writtenOut(t, s, model.TakeOut{Kind: model.OutCards, FamilyID: family})
		if strings.Count(text, "FN:Mr Emeka Okafor") != 1 || !strings.Contains(text, want) {
			t.Errorf("of family %d, %q is not in:\n%s", family, want, text)
		}
	}
}

// events are the events of a calendar by the words they begin with.
func eventsIn(t *testing.T, text string) map[string]*ics.VEvent {
	t.Helper()
	c, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	events := map[string]*ics.VEvent{}
	for _, e := range c.Events() {
		word, _, _ := strings.Cut(e.GetProperty(ics.ComponentPropertySummary).Value, " ")
		events[word] = e
	}
	return events
}

func TestASecondCalendarTakesThePlaceOfTheFirst(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	meeting := model.Meeting{FamilyID: o.family, Kind: model.HonestConversation, Start: "2026-11-27T15:30", Minutes: 45, Pupils: []int64{o.chidi}}
	meeting.ID = must(t)(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: meeting})).New
	promise := must(t)(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: o.family, What: "Ring Mrs Okafor", Due: "2026-11-30"})).New
	must(t)(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: o.family, What: "Without a day"}))
	what := model.TakeOut{Kind: model.OutCalendar}
	text, out := writtenOut(t, s, what)
	first := eventsIn(t, text)
	if len(first) != 2 || out.Rows != 2 || strings.Contains(text, "Okafor") || strings.Contains(text, "honest") {
		t.Fatalf("%d entries:\n%s", out.Rows, text)
	}
	if again, _ := writtenOut(t, s, what); again != text {
		t.Error("the same caseload makes another calendar")
	}

	meeting.Start = "2026-12-01T09:00"
	must(t)(s.SaveMeeting(ctx, meeting))
	must(t)(s.SettleFollowUp(ctx, promise, "2026-11-24", false))
	text, _ = writtenOut(t, s, what)
	second := eventsIn(t, text)
	sequence := func(e *ics.VEvent) int {
		n, err := strconv.Atoi(e.GetProperty(ics.ComponentPropertySequence).Value)
		if err != nil {
			t.Error(err)
		}
		return n
	}
	moved := second["Meeting"]
	if moved.Id() != first["Meeting"].Id() || sequence(moved) <= sequence(first["Meeting"]) {
		t.Errorf("the moved meeting is %s, sequence %d; it was %s, sequence %d", moved.Id(), sequence(moved), first["Meeting"].Id(), sequence(first["Meeting"]))
	}
	if start, _ := moved.GetStartAt(); start.Format(time.RFC3339) != "2026-12-01T09:00:00Z" {
		t.Errorf("the moved meeting begins %v", start)
	}
	if got := second["Promise"].GetProperty(ics.ComponentPropertyStatus).Value; got != "CANCELLED" {
		t.Errorf("a promise that was kept is %s", got)
	}

	// Taking it back is one more change: the sequence rises, and the old time comes again.
	must(t)(s.Undo(ctx))
	must(t)(s.Undo(ctx))
	text, _ = writtenOut(t, s, what)
	third := eventsIn(t, text)["Meeting"]
	if start, _ := third.GetStartAt(); start.Format(time.RFC3339) != "2026-11-27T15:30:00Z" || sequence(third) <= sequence(moved) {
		t.Errorf("taken back, the meeting begins %v with sequence %d after %d", start, sequence(third), sequence(moved))
	}
	must(t)(s.CancelMeeting(ctx, meeting.ID, "she is ill"))
	text, _ = writtenOut(t, s, what)
	if !strings.Contains(text, "STATUS:CANCELLED") || strings.Contains(text, "she is ill") {
		t.Errorf("a cancelled meeting is:\n%s", text)
	}
}

func TestTheDaysOfACalendar(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	for _, start := range []model.Moment{"2026-09-08T09:00", "2026-11-24T09:00", "2026-12-01T09:00", "2027-07-20T09:00"} {
		must(t)(s.SaveMeeting(ctx, model.Meeting{FamilyID: o.family, Kind: model.CheckInMeeting, Start: start, Pupils: []int64{o.chidi}}))
	}
	for want, what := range map[int]model.TakeOut{
		3: {}, // from today
		4: {From: "2026-09-01"},
		2: {From: "2026-11-24", Until: "2026-12-01"},
		1: {From: "2027-01-01"},
	} {
		what.Kind = model.OutCalendar
		if _, out := writtenOut(t, s, what); out.Rows != want {
			t.Errorf("from %q until %q there are %d entries, not %d", what.From, what.Until, out.Rows, want)
		}
	}
}

// practice 49, rules.md R49: what went to the DSL, threats and debriefs never leave.
func TestTheLogLeavesWithoutWhatMustStay(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	for _, c := range []model.Contact{
		{Kind: model.GoodNews, Channel: model.ByGate, At: "2026-11-23T08:40", Note: "=loved the certificate", Words: "he beamed", Adults: []int64{o.ngozi}, Pupils: []int64{o.chidi}},
		{Kind: model.Abuse, At: "2026-11-20T15:00", AbuseWhat: "SECRET threat", Note: "SECRET"},
		{Kind: model.PassedToDSL, At: "2026-11-19T15:00", DSLTo: "SECRET name", DSLRef: "SECRET 7"},
		{Kind: model.CheckIn, At: "2026-09-08T09:00", Note: "settled in"},
	} {
		c.FamilyID = o.family
		must(t)(s.SaveContact(ctx, view.NewContact{Contact: c}))
	}
	text, out := writtenOut(t, s, model.TakeOut{Kind: model.OutLog})
	if strings.Contains(text, "SECRET") || !strings.Contains(text, `2026-11-23,08:40,Okafor,Chidi,Mrs Okafor,,gate`) || !strings.Contains(text, "'=loved") || !strings.Contains(text, "settled in") {
		t.Errorf("the log holds:\n%s", text)
	}
	if got, want := out.Sentence()+" "+out.LeftSentence(), "2 rows of 1 family. Left out: 1 passed to the DSL, 1 about threat or abuse."; got != want {
		t.Errorf("it says %q, not %q", got, want)
	}
	if text, _ := writtenOut(t, s, model.TakeOut{Kind: model.OutLog, Until: "2026-11-01"}); strings.Contains(text, "certificate") || !strings.Contains(text, "settled in") {
		t.Errorf("until November the log holds:\n%s", text)
	}
}

func TestTheListOfFamiliesAsATable(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: o.family, What: "Ring about the SECRET", Due: "2026-11-30"}))
	text, out := writtenOut(t, s, model.TakeOut{Kind: model.OutFamilies})
	if want := "Okafor,Chidi 4B K · Ada 1A,\"Mrs Ngozi Okafor, Mr Emeka Okafor\",,,,2026-11-30,\r\n"; !strings.HasSuffix(text, want) || out.Rows != 1 {
		t.Errorf("the list is %q", text)
	}
}

func TestSomeFamiliesAreTakenOut(t *testing.T) {
	s := openFilled(t, madeUp(61))
	all, whole := writtenOut(t, s, model.TakeOut{Kind: model.OutContacts})
	some, part := writtenOut(t, s, model.TakeOut{Kind: model.OutContacts, Words: "4B"})
	if part.Rows == 0 || part.Rows >= whole.Rows || part.Families >= whole.Families || len(some) >= len(all) {
		t.Errorf("of %d rows, %d are of 4B", whole.Rows, part.Rows)
	}
	if _, none := writtenOut(t, s, model.TakeOut{Kind: model.OutContacts, Words: "nobody of that name"}); none.Rows != 0 {
		t.Errorf("a filter that finds nobody took out %d rows", none.Rows)
	}
}

func TestAFamilyIsNamedOnACommand(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	lane := must(t)(s.SaveFamily(ctx, model.Family{Name: "Okafor-Lane"})).New
	must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: lane, Forename: "Zoë", Surname: "Lane"}))
	for typed, want := range map[string]int64{"Okafor": o.family, "okafor": o.family, "zoe": lane, "Lane": lane} {
		if got, err := s.FamilyNamed(ctx, typed); err != nil || got != want {
			t.Errorf("%q is family %d, not %d: %v", typed, got, want, err)
		}
	}
	for typed, says := range map[string]string{"okaf": "may be 2 families: Okafor (Chidi 4B K · Ada 1A), Okafor-Lane (Zoë)", "Nowak": `no family "Nowak"`, " ": "no family"} {
		if _, err := s.FamilyNamed(ctx, typed); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q says %v, not %q", typed, err, says)
		}
	}
}

func TestWhatIsStoppedWhileItIsTakenOutLeavesNoFile(t *testing.T) {
	s := openFilled(t, madeUp(61))
	folder := t.TempDir()
	stopping, stop := context.WithCancel(ctx)
	var told int
	stopping = view.WithProgress(stopping, func(view.Progress) { told++; stop() })
	for _, kind := range model.OutKinds {
		if _, err := s.TakeOut(stopping, model.TakeOut{Kind: kind}, filepath.Join(folder, "x")); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, stopped, says %v", kind, err)
		}
	}
	if left, _ := os.ReadDir(folder); told == 0 || len(left) > 0 {
		t.Errorf("told %d times, left %v", told, left)
	}
	out, err := s.TakeOut(ctx, model.TakeOut{Kind: model.OutContacts}, filepath.Join(folder, "x.csv"))
	looked, lookErr := s.LookAtOut(ctx, model.TakeOut{Kind: model.OutContacts})
	if err != nil || lookErr != nil || out.Rows == 0 || out.Rows != looked.Rows || out.Path != filepath.Join(folder, "x.csv") {
		t.Errorf("taken out %+v, %v; looked at %d, %v", out.Sentence(), err, looked.Rows, lookErr)
	}
}

func TestTheUsualFolderIsThatOfDownloads(t *testing.T) {
	downloads, folder := t.TempDir(), t.TempDir()
	for want, exports := range map[string][]string{
		filepath.Join(downloads, "x.csv"):         {downloads},
		filepath.Join(folder, "exports", "x.csv"): {filepath.Join(downloads, "gone")},
	} {
		s := openAt(t, filepath.Join(folder, "caseload.kettle"), func(o *Options) { o.Exports = exports })
		if got, err := s.NewPlace("", "x.csv"); err != nil || got != want {
			t.Errorf("with %v it is %q, not %q: %v", exports, got, want, err)
		}
		if got, err := s.NewPlace("'"+downloads+"'", "x.csv"); err != nil || got != filepath.Join(downloads, "x.csv") {
			t.Errorf("a folder that was dropped is %q: %v", got, err)
		}
	}
}

// BenchmarkTakeOutTenThousand writes out what 10,000 families have.
func BenchmarkTakeOutTenThousand(b *testing.B) {
	s := openFilled(b, madeUp(10_000))
	for _, kind := range model.OutKinds {
		b.Run(string(kind), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				what := model.TakeOut{Kind: kind, From: "2020-01-01"}
				out, err := s.LookAtOut(ctx, what)
				if err != nil || out.Rows < 1000 {
					b.Fatal(out.Rows, err)
				}
				b.ReportMetric(float64(out.Rows), "rows")
			}
		})
	}
}
