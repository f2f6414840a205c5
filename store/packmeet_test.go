package store

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// twoSides are a FLO and a SENCO who both know the Okafors, each in a caseload of their own.
func twoSides(t *testing.T) (flo, senco *Store, there, here okafors) {
	t.Helper()
	flo, senco = openNew(t), openNew(t)
	must(t)(flo.SaveMe(ctx, "Mr Doyle", model.FLO))
	return flo, senco, addOkafors(t, flo), addOkafors(t, senco)
}

func packLogged(t *testing.T, s *Store, c model.Contact) int64 {
	t.Helper()
	c.At, c.Recorded, c.Channel, c.Dir = "2026-11-20T08:40", "2026-11-20T08:41", model.ByGate, model.In
	return must(t)(s.SaveContact(ctx, view.NewContact{Contact: c})).New
}

func adultNow(t *testing.T, s *Store, id int64) model.Adult {
	t.Helper()
	a, err := s.Adult(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// practice 16: two who know one family put what they know together, and nobody is there twice.
func TestTwoCaseloadsMeetInOneFamily(t *testing.T) {
	flo, senco, there, here := twoSides(t)
	packLogged(t, flo, model.Contact{FamilyID: there.family, Kind: model.GoodNews, Note: "loved the reading certificate", Adults: []int64{there.ngozi}, Pupils: []int64{there.chidi}})
	must(t)(flo.SaveFollowUp(ctx, model.FollowUp{FamilyID: there.family, What: "Ring about the trip", Whose: model.Mine, Kind: model.ActionPromised}))
	ngozi := adultNow(t, flo, there.ngozi)
	ngozi.Language, ngozi.Times = "Igbo", "after six"
	must(t)(flo.SaveAdult(ctx, ngozi))
	mine := adultNow(t, senco, here.ngozi)
	mine.Times = "before nine"
	must(t)(senco.SaveAdult(ctx, mine))

	preview := packPreviewed(t, senco, packOf(t, flo))
	if len(preview.Families) != 1 || preview.Families[0].State != view.PackKnown || preview.Families[0].Here != "Okafor" {
		t.Fatalf("%+v", preview.Families)
	}
	f := preview.Families[0]
	if len(f.Differences) != 1 || f.Differences[0].Ours != "before nine" || f.Differences[0].Theirs != "after six" || !slices.Contains(f.New, "1 entry of the log") {
		t.Errorf("the preview says %+v", f)
	}
	must(t)(senco.TakeInPack(ctx, preview))
	for table, want := range map[string]int{"family": 1, "pupil": 2, "adult": 2, "pupil_adult": 3, "contact": 1, "follow_up": 1, "phone": 1, "email": 1} {
		if got := rowCount(t, senco, "SELECT count(*) FROM "+table); got != want {
			t.Errorf("%d rows in %s, not %d", got, table, want)
		}
	}
	now := adultNow(t, senco, here.ngozi)
	if now.Times != "before nine" || now.Language != "Igbo" {
		t.Errorf("what stands now: %q, %q", now.Times, now.Language)
	}
	contacts, err := senco.FamilyContacts(ctx, here.family, 9, 0)
	if err != nil || contacts[0].By != "Mr Doyle" || !slices.Equal(contacts[0].Adults, []int64{here.ngozi}) || !slices.Equal(contacts[0].Pupils, []int64{here.chidi}) {
		t.Errorf("the entry is %+v, %v", contacts, err)
	}
	if whose := rowCount(t, senco, "SELECT count(*) FROM follow_up WHERE whose = 'me'"); whose != 1 {
		t.Error("the promise is not the one's who took over")
	}
}

func TestADifferenceIsTakenWhenItIsChosen(t *testing.T) {
	flo, senco, there, here := twoSides(t)
	emeka := adultNow(t, flo, there.emeka)
	emeka.Notes = "works nights"
	must(t)(flo.SaveAdult(ctx, emeka))
	mine := adultNow(t, senco, here.emeka)
	mine.Notes = "at home on Fridays"
	must(t)(senco.SaveAdult(ctx, mine))
	preview := packPreviewed(t, senco, packOf(t, flo))
	preview.Families[0].Differences[0].Take = true
	must(t)(senco.TakeInPack(ctx, preview))
	if now := adultNow(t, senco, here.emeka); now.Notes != "works nights" {
		t.Errorf("the note is %q", now.Notes)
	}
	must(t)(senco.Undo(ctx))
	if now := adultNow(t, senco, here.emeka); now.Notes != "at home on Fridays" {
		t.Errorf("taken back, the note is %q", now.Notes)
	}
}

func TestALaterPackBringsOnlyWhatChangedThere(t *testing.T) {
	flo, senco := openNew(t), openNew(t)
	there := addOkafors(t, flo)
	onlyThere := packLogged(t, flo, model.Contact{FamilyID: there.family, Kind: model.GoodNews, Note: "one"})
	both := packLogged(t, flo, model.Contact{FamilyID: there.family, Kind: model.GoodNews, Note: "two"})
	packTaken(t, senco, packOf(t, flo))

	change := func(s *Store, where, note string) {
		t.Helper()
		var id int64
		if err := s.readers.QueryRow("SELECT id FROM contact WHERE uid = ?", where).Scan(&id); err != nil {
			t.Fatal(err)
		}
		c, err := s.Contact(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		c.Note = note
		must(t)(s.SaveContact(ctx, view.NewContact{Contact: c}))
	}
	uid := func(id int64) (uid string) {
		t.Helper()
		if err := flo.readers.QueryRow("SELECT uid FROM contact WHERE id = ?", id).Scan(&uid); err != nil {
			t.Fatal(err)
		}
		return uid
	}
	change(flo, uid(onlyThere), "one, and more")
	change(flo, uid(both), "two there")
	change(senco, uid(both), "two here")
	packLogged(t, flo, model.Contact{FamilyID: there.family, Kind: model.GoodNews, Note: "three"})

	preview := packPreviewed(t, senco, packOf(t, flo))
	f := preview.Families[0]
	if !slices.Equal(f.New, []string{"1 entry of the log"}) || !slices.Equal(f.Changed, []string{"1 entry of the log"}) || len(f.Differences) != 1 {
		t.Errorf("the preview says %+v", f)
	}
	must(t)(senco.TakeInPack(ctx, preview))
	notes := func() (notes []string) {
		t.Helper()
		contacts, err := senco.contacts(ctx, " ORDER BY id")
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range contacts {
			notes = append(notes, c.Note)
		}
		slices.Sort(notes)
		return notes
	}
	if got := notes(); !slices.Equal(got, []string{"one, and more", "three", "two here"}) {
		t.Errorf("the log says %q", got)
	}
	if again := packPreviewed(t, senco, packOf(t, flo)); !again.Nothing {
		t.Errorf("once it was decided, it comes again: %+v", again.Families)
	}
}

func TestAFamilyThatIsLeftDoesNotCome(t *testing.T) {
	flo, senco := openNew(t), openNew(t)
	there := addOkafors(t, flo)
	other := must(t)(flo.SaveFamily(ctx, model.Family{Name: "Haddad"})).New
	must(t)(flo.SavePupil(ctx, model.Pupil{FamilyID: other, Forename: "Layla", Surname: "Haddad"}))
	packLogged(t, flo, model.Contact{FamilyID: there.family, Kind: model.GoodNews, Note: "a good day"})
	preview := packPreviewed(t, senco, packOf(t, flo))
	preview.Families[slices.IndexFunc(preview.Families, func(f view.PackFamily) bool { return f.Name == "Okafor" })].Leave = true
	must(t)(senco.TakeInPack(ctx, preview))
	if families, adults, entries := rowCount(t, senco, "SELECT count(*) FROM family"), rowCount(t, senco, "SELECT count(*) FROM adult"), rowCount(t, senco, "SELECT count(*) FROM contact"); families+adults+entries != 1 {
		t.Errorf("%d families, %d adults, %d entries came", families, adults, entries)
	}
}

// The wall: what either side knows of it stands, and is read first.
func TestAnOrderOfEitherSideStands(t *testing.T) {
	flo, senco, there, here := twoSides(t)
	link := func(s *Store, o okafors, adult, pupil int64, change func(*model.Link)) {
		t.Helper()
		links, err := s.FamilyLinks(ctx, o.family)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range links {
			if l.AdultID == adult && l.PupilID == pupil {
				change(&l)
				must(t)(s.SaveLink(ctx, l))
			}
		}
	}
	link(flo, there, there.emeka, there.chidi, func(l *model.Link) { l.CourtOrder, l.OrderText = true, "no contact" })
	link(senco, here, here.ngozi, here.chidi, func(l *model.Link) { l.MayBeContacted = model.No })
	link(senco, here, here.ngozi, here.ada, func(l *model.Link) { l.CourtOrder = true })
	ngozi := adultNow(t, flo, there.ngozi)
	ngozi.InTouch = model.AskedNotTo
	must(t)(flo.SaveAdult(ctx, ngozi))

	preview := packPreviewed(t, senco, packOf(t, flo))
	alarms := strings.Join(preview.Alarms, "\n")
	for _, want := range []string{"Emeka", "court order about Chidi Okafor", "no contact", "asked not to be contacted", "of which the pack knows nothing"} {
		if !strings.Contains(alarms, want) {
			t.Errorf("the alarms do not say %q:\n%s", want, alarms)
		}
	}
	must(t)(senco.TakeInPack(ctx, preview))
	links, err := senco.FamilyLinks(ctx, here.family)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range links {
		if !l.Walled() {
			t.Errorf("no wall any more: %+v", l)
		}
	}
	if a := adultNow(t, senco, here.ngozi); a.InTouch != model.AskedNotTo {
		t.Errorf("in touch: %q", a.InTouch)
	}
}

// inside is all that stands in a pack, unlocked.
func inside(t *testing.T, s *Store, families ...int64) string {
	t.Helper()
	text, err := json.Marshal(packOf(t, s, families...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// practice 49; trust.md: what must not be passed on by accident is not in the pack.
func TestWhatStaysBehind(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	other := must(t)(s.SaveFamily(ctx, model.Family{Name: "Haddad"})).New
	layla := must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: other, Forename: "Layla", Surname: "Haddad"})).New
	packLogged(t, s, model.Contact{FamilyID: o.family, Kind: model.PassedToDSL, DSLTo: "DSL-NAME", DSLRef: "DSL-REF", DSLWhen: "2026-11-20T09:00"})
	abuse := packLogged(t, s, model.Contact{FamilyID: o.family, Kind: model.Abuse, AbuseWhat: "ABUSE-WORDS", Note: "ABUSE-NOTE"})
	must(t)(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: o.family, ContactID: abuse, What: "ABUSE-PROMISE", Whose: model.Mine, Kind: model.ActionPromised}))
	meeting := must(t)(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: o.family, Kind: model.CheckInMeeting, Pupils: []int64{o.chidi}, Purpose: "a calm lunch"}})).New
	must(t)(s.KeepDebrief(ctx, meeting, view.Debrief{With: "DEBRIEF-WITH", Words: "DEBRIEF-WORDS", Leader: "DEBRIEF-LEADER"}))
	must(t)(s.SaveAccount(ctx, model.Account{What: "ACCOUNT-OF-BOTH", At: "2026-11-20T12:10", Pupils: []int64{o.chidi, layla}}))
	must(t)(s.SaveAccount(ctx, model.Account{What: "the push at the gate", At: "2026-11-20T12:10", Pupils: []int64{o.chidi}}))

	text := inside(t, s, o.family)
	for _, secret := range []string{"DSL-", "ABUSE-", "DEBRIEF-", "ACCOUNT-OF-BOTH", "Haddad", "Layla"} {
		if strings.Contains(text, secret) {
			t.Errorf("%s is in the pack", secret)
		}
	}
	for _, goes := range []string{"a calm lunch", "the push at the gate", "Chidi"} {
		if !strings.Contains(text, goes) {
			t.Errorf("%q is not in the pack", goes)
		}
	}
	if !strings.Contains(inside(t, s), "ACCOUNT-OF-BOTH") {
		t.Error("with both families the account of both does not go")
	}
	v, err := s.PreviewPackOut(ctx, []int64{o.family})
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(v.Behind, "\n")
	for _, want := range []string{"1 entry that was passed to the DSL", "1 entry about a threat or abuse", "2 promises that grew", "1 debrief", "1 account of an incident with children of other families"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
}

func TestAPackFileFromMakingToOpening(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "a.kettle"), func(o *Options) { o.Sealing = 1 })
	addOkafors(t, s)
	folder := t.TempDir()
	const phrase = "acorn ladder violet mint tunnel"
	_, err := s.MakePack(ctx, nil, folder, "okafor")
	if problem := (Problem{}); !errors.As(err, &problem) || !strings.Contains(problem.Sentence, "too short") {
		t.Errorf("a weak passphrase: %v", err)
	}
	path, err := s.MakePack(ctx, nil, folder, phrase)
	if err != nil || strings.Contains(filepath.Base(path), "kafor") {
		t.Fatal(path, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if !IsPack(path) || IsPack(simsExport) {
		t.Error("a pack is not told from an export")
	}
	to := openNew(t)
	preview, err := to.PreviewPack(ctx, path, phrase)
	if err != nil || len(preview.Families) != 1 {
		t.Fatalf("%+v, %v", preview, err)
	}
	before := contentOf(t, to)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	cut := filepath.Join(folder, "cut.kettlepack")
	for n := 0; n < len(file); n += 1024 {
		if err := os.WriteFile(cut, file[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := to.PreviewPack(ctx, cut, phrase)
		if problem := (Problem{}); !errors.As(err, &problem) {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
	}
	if !slices.Equal(before, contentOf(t, to)) {
		t.Error("a file that was refused changed something")
	}
}

// A pack with values that cannot be is refused before anything is shown of it.
func TestHostileValuesAreRefused(t *testing.T) {
	s, to := openNew(t), openNew(t)
	o := addOkafors(t, s)
	packLogged(t, s, model.Contact{FamilyID: o.family, Kind: model.GoodNews, Note: "x"})
	before := contentOf(t, to)
	for _, c := range []struct{ table, column, value string }{
		{"pupil", "dob", "2018-02-31"}, {"pupil", "roll", "gone"}, {"pupil", "sen", "Q"}, {"adult", "in_touch", "maybe"},
		{"pupil_adult", "relationship", "owner"}, {"contact", "at", "yesterday"}, {"contact", "kind", "passed to the DSL"}, {"contact", "kind", "threat or abuse"},
		{"contact", "channel", "telepathy"}, {"family", "since", "long ago"}, {"pupil_adult", "may_be_contacted", "perhaps"}, {"family", "checkin_every", "-3"},
	} {
		pack := packOf(t, s)
		for i := range pack.Records {
			if pack.Records[i].Table == c.table {
				pack.Records[i].Values[c.column] = c.value
			}
		}
		preview, err := to.previewPack(ctx, "x", pack)
		if err == nil {
			_, err = to.TakeInPack(ctx, preview)
		}
		if problem := (Problem{}); !errors.As(err, &problem) {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if !slices.Equal(before, contentOf(t, to)) {
		t.Error("something of it was kept")
	}
}

func TestAPreviewThatIsOutdatedIsNotTaken(t *testing.T) {
	flo, senco, there, here := twoSides(t)
	packLogged(t, flo, model.Contact{FamilyID: there.family, Kind: model.GoodNews, Note: "x"})
	preview := packPreviewed(t, senco, packOf(t, flo))
	a := adultNow(t, senco, here.ngozi)
	a.Surname = "Eze"
	must(t)(senco.SaveAdult(ctx, a))
	if _, err := senco.TakeInPack(ctx, preview); err != errOutdated {
		t.Errorf("answered %v", err)
	}
}

// Whoever was moved out of sight here stays so.
func TestAPackBringsNobodyBackIntoSight(t *testing.T) {
	flo, senco := openNew(t), openNew(t)
	addOkafors(t, flo)
	pack := packOf(t, flo)
	packTaken(t, senco, pack)
	must(t)(senco.RemoveFamily(ctx, 1))
	if preview := packPreviewed(t, senco, pack); preview.Families[0].State != view.PackGone || !preview.Nothing {
		t.Errorf("%+v", preview)
	}
}
