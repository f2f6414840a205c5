package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
)

func recordOf(t *testing.T, s *Store, family int64, about model.PersonRef) model.WholeRecord {
	t.Helper()
	page, err := s.WholeRecord(ctx, family, about)
	if err != nil || page.Family.ID != family {
		t.Fatal(page.Family, err)
	}
	return page.Record
}

// entryOf is the entry of a table's row.
func entryOf(t *testing.T, r model.WholeRecord, what string, id int64) model.RecordEntry {
	t.Helper()
	found := keep(r.Entries, func(e model.RecordEntry) bool { return e.RecordKey == model.RecordKey{What: what, ID: id} })
	if len(found) != 1 {
		t.Fatalf("%d entries are %s %d", len(found), what, id)
	}
	return found[0]
}

// rules.md R48: what is decided holds for the one who asks, ends when the entry is changed, and each
// decision is a step.
func TestWhatIsDecidedIsAStepForTheOneWhoAsks(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Kind: model.Information, Note: "Rang 07700 900999.", Adults: []int64{o.ngozi}}})).New
	ngozi, emeka := model.PersonRef{Kind: model.AnAdult, ID: o.ngozi}, model.PersonRef{Kind: model.AnAdult, ID: o.emeka}
	before := contentOf(t, s)
	e := entryOf(t, recordOf(t, s, o.family, ngozi), "contact", id)
	if !e.Marked() || e.Decision() != model.Undecided {
		t.Fatalf("a number that nobody is known by is not marked: %+v", e)
	}
	change := must(t)(s.Decide(ctx, o.family, model.Disclosure{RecordKey: e.RecordKey, About: ngozi, Decision: model.LeaveOut, Why: "asked"}))
	if change.Step == 0 || !change.TouchesOne(view.Family, o.family) {
		t.Errorf("%+v is no step of the family", change)
	}
	if e = entryOf(t, recordOf(t, s, o.family, ngozi), "contact", id); e.Decision() != model.LeaveOut || e.Decided.Why != "asked" {
		t.Errorf("it stands as %+v", e.Decided)
	}
	for _, other := range []model.PersonRef{emeka, {}} {
		if e := entryOf(t, recordOf(t, s, o.family, other), "contact", id); e.Decided.Decision != model.Undecided {
			t.Errorf("what was decided for one stands for %v: %+v", other, e.Decided)
		}
	}
	must(t)(s.Undo(ctx))
	if diff := differences(before, contentOf(t, s)); diff != "" {
		t.Errorf("taken back, there is left:\n%s", diff)
	}
}

func TestAChangeOfAPhoneStandsInTheRecordInWords(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	a, err := s.Adult(ctx, o.ngozi)
	if err != nil {
		t.Fatal(err)
	}
	a.Phones = []model.Phone{{Type: model.PhoneMobile, Number: "07700 900777"}}
	must(t)(s.SaveAdult(ctx, a))
	var said []string
	for _, e := range recordOf(t, s, o.family, model.PersonRef{}).Entries {
		if e.What == "change" {
			said = append(said, e.Title()+": "+e.Said())
		}
	}
	if all := strings.Join(said, "\n"); !strings.Contains(all, "07700 900777") || !strings.Contains(all, "Okafor") {
		t.Errorf("the changes are:\n%s", all)
	}
}

func BenchmarkWholeRecord(b *testing.B) {
	s, family := longFamily(b, 2000)
	b.ResetTimer()
	for range b.N {
		page, err := s.WholeRecord(ctx, family, model.PersonRef{})
		if err != nil || len(page.Record.Entries) < 2000 {
			b.Fatal(len(page.Record.Entries), err)
		}
	}
}

// longFamily is a family with so many entries of the log.
func longFamily(tb testing.TB, entries int) (*Store, int64) {
	tb.Helper()
	s, err := Open(ctx, Options{Path: tb.TempDir() + "/caseload.db", Window: "test", Now: func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) }})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	family := model.Family{Name: "Okafor"}
	if _, err := s.Together(ctx, "all", func(b *Batch) error { return b.Family(&family) }); err != nil {
		tb.Fatal(err)
	}
	_, err = s.step(ctx, "logged", func(w *work) error {
		for i := range entries {
			c := model.Contact{FamilyID: family.ID, Kind: model.Information, At: model.Moment(fmt.Sprintf("2026-%02d-%02dT09:00", 1+i%10, 1+i%28)), Note: strings.Repeat("Rang about Luki Nowak and the trip. ", 6)}
			if err := w.saveContact(&c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return s, family.ID
}

// On a command a family, and who of it asks, is named: where nobody or several fit, it says so in words.
func TestARecordIsNamedOnACommand(t *testing.T) {
	s := openNew(t)
	addOkafors(t, s)
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Hill"}))
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Hill"}))
	for _, c := range []struct{ family, about, want string }{
		{"Nobody", "", "No family fits the name “Nobody”"},
		{"Hill", "", "2 families fit the name “Hill”"},
		{"Okafor", "Zed", "Nobody of the family fits the name “Zed”"},
		{"Okafor", "Okafor", "of the family fit the name “Okafor”"},
	} {
		if _, err := s.WholeRecordNamed(ctx, c.family, c.about); !isProblem(err, c.want) {
			t.Errorf("%s, %s: %v", c.family, c.about, err)
		}
	}
	if _, err := s.WholeRecordNamed(ctx, "Okafor", "Ngozi"); err != nil {
		t.Error(err)
	}
}
