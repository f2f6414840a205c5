package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// another is somebody of another family, or of another household, with what must not be given out of them.
type another struct {
	KnownPerson
	secrets []string
}

func someOthers() []another {
	var all []another
	for i, name := range [][2]string{{"Luki", "Nowak"}, {"Zoë", "Haddad-Smith"}, {"Seán", "O’Brien"}, {"Wei", "van der Berg"}} {
		p := KnownPerson{PersonRef: PersonRef{[]PersonKind{AChild, AnAdult}[i%2], int64(100 + i)}, FamilyID: int64(50 + i), Title: []string{"", "Mrs"}[i%2],
			Forenames: []string{name[0]}, Surnames: []string{name[1]}, Said: name[0] + " " + name[1], Address: fmt.Sprintf("%d Foundry Street, Marlhaven", 11+i), Postcode: fmt.Sprintf("ZZ%d 5HD", 3+i),
			Phones: []string{fmt.Sprintf("07700 9005%02d", i)}, Emails: []string{fmt.Sprintf("other%d@example.org", i)}}
		all = append(all, another{p, []string{name[0], name[1], fmt.Sprintf("%d Foundry Street", 11+i), p.Postcode, p.Phones[0], p.Emails[0]}})
	}
	return all
}

// randomRecord is a family of two households, in whose entries somebody typed anything about others.
func randomRecord(t *rapid.T) (RecordFacts, []another) {
	others := someOthers()
	emeka := another{KnownPerson{PersonRef: PersonRef{AnAdult, 2}, Title: "Mr", Forenames: []string{"Emeka"}, Surnames: []string{"Lane"}, Said: "Mr Emeka Lane",
		Address: "102 Ropewalk, Marlhaven", Postcode: "ZZ39 5EE", Phones: []string{"07700 900456"}}, []string{"Emeka", "102 Ropewalk", "ZZ39 5EE", "07700 900456"}}
	others = append(others, emeka)
	f := RecordFacts{About: PersonRef{AnAdult, 1}, Family: Family{ID: 1, Name: "Okafor"},
		Pupils: []Pupil{{ID: 1, FamilyID: 1, Forename: "Chidi", Surname: "Okafor"}},
		Adults: []Adult{{ID: 1, Title: "Mrs", Forename: "Ngozi", Surname: "Okafor", Address: "4 Mill Lane"},
			{ID: 2, Title: "Mr", Forename: "Emeka", Surname: "Lane", Address: emeka.Address, Postcode: emeka.Postcode, Phones: []Phone{{Number: emeka.Phones[0]}}}},
		Links: []Link{{PupilID: 1, AdultID: 1, Relation: Mother}, {PupilID: 1, AdultID: 2, Relation: Father}}}
	people := []KnownPerson{{PersonRef: PersonRef{AChild, 1}, Forenames: []string{"Chidi"}, Surnames: []string{"Okafor"}, Said: "Chidi"},
		{PersonRef: PersonRef{AnAdult, 1}, Title: "Mrs", Forenames: []string{"Ngozi"}, Surnames: []string{"Okafor"}, Said: "Mrs Okafor"}}
	for _, o := range others {
		people = append(people, o.KnownPerson)
	}
	f.Book = NewNameBook(people)
	typeRecord(t, &f, others)
	return f, others
}

// typeRecord fills entries with what people type.
func typeRecord(t *rapid.T, f *RecordFacts, others []another) {
	bits := []string{"calm lunchtimes", "Chidi sang", "", "12 of 23"}
	for _, o := range others {
		for _, s := range o.secrets {
			bits = append(bits, s, strings.ToUpper(s), "at "+s+".", s+"’s coat")
		}
		bits = append(bits, o.Title+" "+o.Surnames[0], o.Forenames[0]+" "+o.Surnames[0], "with "+o.Said+", and")
	}
	typed := func(what string) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 0, 3).Draw(t, what), rapid.SampledFrom([]string{" ", ", ", "\n", ". "}).Draw(t, "between"))
	}
	ids := rapid.SliceOfNDistinct(rapid.Int64Range(1, 2), 0, 2, func(i int64) int64 { return i })
	at := func() Moment {
		return Moment(fmt.Sprintf("2026-%02d-10T09:00", rapid.IntRange(1, 11).Draw(t, "month")))
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "contacts") {
		f.Contacts = append(f.Contacts, Contact{ID: int64(i + 1), FamilyID: 1, At: at(), Kind: rapid.SampledFrom(ContactKinds).Draw(t, "kind"), Note: typed("note"), Words: typed("words"),
			Present: typed("present"), Wish: typed("wish"), FirstStep: typed("step"), AbuseWhat: typed("abuse"), DSLTo: "Mrs Webb", DSLRef: "R-17", Adults: ids.Draw(t, "adults"), Told: []Told{{AdultID: 2, On: "2026-11-20"}}})
	}
	m := MeetingRecord{Meeting: Meeting{ID: 1, Kind: CheckInMeeting, Status: Held, Start: at(), Pupils: []int64{1}, Purpose: typed("purpose"), Notes: typed("notes"), Words: typed("said"), TeacherView: typed("view"), Debrief: "walked it off " + typed("debrief")},
		People: []MeetingPerson{{ID: 1, Side: FamilySide, AdultID: rapid.Int64Range(1, 2).Draw(t, "who"), Name: "Mr Lane", Felt: FeltHeard, Feedback: typed("feedback")}},
		Agenda: []AgendaItem{{Title: typed("agenda")}}, Agreements: []Agreement{{Text: typed("agreed")}}}
	m.People[0].Name = map[int64]string{1: "Mrs Okafor", 2: "Mr Lane"}[m.People[0].AdultID]
	f.Meetings = []MeetingRecord{m}
	f.Promises = []FollowUp{{ID: 1, What: typed("promise"), StateWhy: typed("why"), Promised: at(), Whose: Mine, State: Open, AdultID: rapid.Int64Range(0, 2).Draw(t, "to")}}
	f.Letters = []Letter{{ID: 1, AdultID: rapid.Int64Range(1, 2).Draw(t, "reader"), Body: typed("letter"), Made: "2026-03-04"}}
	f.Accounts = []Account{{ID: 1, What: "push " + typed("what"), At: at(), Pupils: []int64{1, 100}, Agreed: typed("agreed words"), Versions: []AccountVersion{{ID: 1, By: "Mr Shah", Text: typed("version"), On: "2026-05-05"}}}}
	f.Entries = []FamilyEntry{{ID: 1, Kind: TheirStory, On: "2026-02-02", Text: typed("story")}}
	f.Changes = []PersonChange{{ID: 1, Of: PersonRef{AnAdult, rapid.Int64Range(1, 2).Draw(t, "of")}, Name: "", At: at(), Lines: []string{"phone: " + typed("change")}}}
}

// rules.md R48: while nothing is decided, what is given out holds no name, number or address of another
// family, nor the address and number of another household, whatever was typed.
func TestWhatIsGivenOutHoldsNothingOfOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, others := randomRecord(t)
		text := NewWholeRecord(f, "2026-11-24").Sheet(ToGiveOut, "2026-11-24", "").Everything()
		words := bookWords(text)
		for _, o := range others {
			for _, secret := range o.secrets {
				if saysSecret(text, words, secret) {
					t.Fatalf("%q of %s is given out:\n%s", secret, o.Said, text)
				}
			}
		}
	})
}

// saysSecret reports whether a text holds something as whole words, folded, or as digits.
func saysSecret(text string, words []bookWord, secret string) bool {
	if strings.HasPrefix(secret, "07") {
		return strings.Contains(digitsOf(text), digitsOf(secret)[1:])
	}
	want := bookWords(secret)
	for i := range len(words) - len(want) + 1 {
		if slices.EqualFunc(words[i:i+len(want)], want, func(a, b bookWord) bool { return a.key == b.key }) {
			return true
		}
	}
	return false
}

// Each entry stands in the record once, by date behind the people; a debrief is in it, what went to the DSL
// is not (data.md, meeting; rules.md R49).
func TestTheRecordHoldsEachEntryOnceInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, _ := randomRecord(t)
		f.About = rapid.SampledFrom([]PersonRef{{}, {AnAdult, 1}, {AnAdult, 2}, {AChild, 1}}).Draw(t, "about")
		r := NewWholeRecord(f, "2026-11-24")
		seen := map[RecordKey]bool{}
		for i, e := range r.Entries {
			if seen[e.RecordKey] {
				t.Fatalf("%v stands there twice", e.RecordKey)
			}
			if seen[e.RecordKey] = true; i > 0 && !e.Person && !r.Entries[i-1].Person && e.At < r.Entries[i-1].At || i > 0 && e.Person && !r.Entries[i-1].Person {
				t.Fatalf("%v stands in the wrong place", e.RecordKey)
			}
		}
		for _, c := range f.Contacts {
			if there := seen[RecordKey{"contact", c.ID}]; there != (c.Kind != PassedToDSL) {
				t.Fatalf("entry %d of kind %s is in the record: %v", c.ID, c.Kind, there)
			}
		}
		text := r.Sheet(ForDecision, "2026-11-24", "").Everything()
		if !strings.Contains(text, "walked it off") || strings.Contains(text, "R-17") || strings.Contains(text, "Webb") {
			t.Fatalf("the debrief is not in it, or something of the DSL is:\n%s", text)
		}
	})
}

// What somebody decided to show is shown as it stands, and nothing is left of what was left out.
func TestWhatIsDecidedStandsInThePrint(t *testing.T) {
	f := RecordFacts{Family: Family{ID: 1, Name: "Okafor"}, Book: someNames(), Contacts: []Contact{
		{ID: 1, At: "2026-11-20", Kind: Information, Note: "Ada Nowak shared her cake."}, {ID: 2, At: "2026-11-21", Kind: Information, Note: "Mrs Nowak rang."}, {ID: 3, At: "2026-11-22", Kind: Information, Note: "Ewa Nowak waved."},
		{ID: 4, At: "2026-11-23", Kind: Abuse, AbuseWhat: "shouted"}}}
	r := NewWholeRecord(f, "2026-11-24").With([]Disclosure{{RecordKey: RecordKey{"contact", 1}, Decision: ShowEntry, On: "2026-11-24"},
		{RecordKey: RecordKey{"contact", 2}, Decision: LeaveOut, On: "2026-11-24", Why: "she asked us"}})
	out := r.Sheet(ToGiveOut, "2026-11-24", "").Text()
	for text, want := range map[string]bool{"Ada Nowak shared": true, "rang": false, leftOutHere: true, "[another person] waved": true, "she asked us": false, "2 entries are not decided yet": true, "shouted": false, HeldBack: true} {
		if strings.Contains(out, text) != want {
			t.Errorf("%q in what is given out: %v\n%s", text, !want, out)
		}
	}
	all := r.Sheet(ForDecision, "2026-11-24", "").Text()
	for _, want := range []string{"‹Ada Nowak› shared", "‹Mrs Nowak› rang", "left out, Tue 24 Nov 2026: she asked us", "2 of 4 entries"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in the print for who decides:\n%s", want, all)
		}
	}
}

// Who was there is named in other entries, too; "a friend" is nobody's name.
func TestWhoWasThereIsNamedElsewhere(t *testing.T) {
	f := RecordFacts{Family: Family{ID: 1, Name: "Okafor"}, Contacts: []Contact{{ID: 1, At: "2026-11-20", Kind: Information, Present: "Auntie Bea\na friend"},
		{ID: 2, At: "2026-11-21", Kind: Information, Note: "Bea has a friend."}}}
	for _, e := range NewWholeRecord(f, "2026-11-24").Entries {
		if got := e.Passages[1].MarkedText(); !slices.Contains([]string{"‹Auntie Bea›, a friend", "‹Bea› has a friend."}, got) {
			t.Errorf("marked is %q", got)
		}
	}
}

// A record of two thousand entries is put on paper without a wait that matters, and each stands there.
func BenchmarkRecordSheet(b *testing.B) {
	f := RecordFacts{Family: Family{ID: 1, Name: "Okafor"}, Book: someNames()}
	for i := range 2000 {
		f.Contacts = append(f.Contacts, Contact{ID: int64(i + 1), At: "2026-11-20T08:40", Kind: Information, Note: strings.Repeat("Rang about Ada Nowak and the trip. ", 6)})
	}
	for range b.N {
		if s := NewWholeRecord(f, "2026-11-24").Sheet(ToGiveOut, "2026-11-24", ""); len(s.Blocks) < 2000 {
			b.Fatal(len(s.Blocks))
		}
	}
}
