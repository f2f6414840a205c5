package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// atTheOkafors is the table of the Okafors' meeting: both parents, the auntie of one of them, three
// from school, and a psychologist; a colleague of the same name as a parent is not there.
func atTheOkafors() (AgreementPeople, DateOptions) {
	people := AgreementPeople{
		Pupils: []Pupil{{ID: 1, Forename: "Chidiebere", KnownAs: "Chidi", Surname: "Okafor"}},
		Adults: []Adult{
			{ID: 1, Title: "Mrs", Forename: "Ngozi", Surname: "Okafor"},
			{ID: 2, Title: "Mr", Forename: "Emeka", Surname: "Okafor"},
			{ID: 3, AddressAs: "Auntie Grace", Forename: "Grace", Surname: "Eze"},
			{ID: 4, Title: "Mr", Forename: "Saul", Surname: "Lane"},
		},
		Links: []Link{
			{AdultID: 1, PupilID: 1, Relation: Mother}, {AdultID: 2, PupilID: 1, Relation: Father},
			{AdultID: 3, PupilID: 1, Relation: Aunt}, {AdultID: 4, PupilID: 1, Relation: Stepfather, CourtOrder: true},
		},
		Staff: []Staff{{ID: 5, Name: "Ms Reed", Me: true}, {ID: 6, Name: "Mr Shah"}, {ID: 7, Name: "Mrs Bell"}, {ID: 8, Name: "Mr Eze"}},
		Here: []MeetingPerson{
			{AdultID: 1, Side: FamilySide}, {AdultID: 2, Side: FamilySide}, {AdultID: 3, Side: Companion},
			{StaffID: 5, Side: SchoolSide}, {StaffID: 6, Side: SchoolSide},
			{Name: "Dr Hana Weller", Side: OtherSide}, {Name: "Pastor Uche", Side: Companion},
		},
	}
	calendar := NewCalendar(CalendarDates{Terms: []Term{{Year: "2026/27", Name: Autumn, Start: "2026-09-02", End: "2026-12-18", HalfTermStart: "2026-10-26", HalfTermEnd: "2026-10-30"},
		{Year: "2026/27", Name: Spring, Start: "2027-01-04", End: "2027-03-25", HalfTermStart: "2027-02-15", HalfTermEnd: "2027-02-19"}}}, Counting{})
	return people, DateOptions{Today: "2026-11-24", Calendar: calendar} // a Tuesday
}

// What is heard in a line: who, whose, what is done, from and by when.
type heard struct {
	typed string
	who   string
	whose Whose
	deed  string
	from  Date
	due   Date
}

const (
	fri   Date = "2026-11-27"
	mon   Date = "2026-11-30"
	today Date = "2026-11-24"
)

var heardLines = []heard{
	// who, by any part of the name
	{"Mr Shah opens the library by fri", "Mr Shah", OfStaff, "opens the library", "", fri},
	{"shah opens the library by fri", "Mr Shah", OfStaff, "opens the library", "", fri},
	{"MR SHAH opens the library fri", "Mr Shah", OfStaff, "opens the library", "", fri},
	{"Mr Shah: opens the library, fri", "Mr Shah", OfStaff, "opens the library", "", fri},
	{"Mr Shah - opens the library fri.", "Mr Shah", OfStaff, "opens the library", "", fri},
	{"Mrs Okafor tells Chidi today", "Mrs Okafor", OfFamily, "tells Chidi", "", today},
	{"ngozi brings the form, by fri.", "Mrs Okafor", OfFamily, "brings the form", "", fri},
	{"Ngozi Okafor brings the form", "Mrs Okafor", OfFamily, "brings the form", "", ""},
	{"Mr Emeka Okafor fetches him at 3 on mon", "Mr Okafor", OfFamily, "fetches him at 3", "", mon},
	{"Emeka fetches him", "Mr Okafor", OfFamily, "fetches him", "", ""},
	{"Grace brings him on thursday", "Auntie Grace", OfFamily, "brings him", "", "2026-11-26"},
	{"Auntie Grace brings him on thursday", "Auntie Grace", OfFamily, "brings him", "", "2026-11-26"},
	{"Dr Weller sends the report 11 dec", "Dr Hana Weller", OfStaff, "sends the report", "", "2026-12-11"},
	{"Hana Weller sends the report", "Dr Hana Weller", OfStaff, "sends the report", "", ""},
	{"hana sends the report", "Dr Hana Weller", OfStaff, "sends the report", "", ""},
	{"Pastor Uche asks about the choir", "Pastor Uche", OfFamily, "asks about the choir", "", ""},
	{"Chidi says when it is too loud", "Chidi", OfFamily, "says when it is too loud", "", ""},
	{"Mrs Bell keeps a seat free from tomorrow", "Mrs Bell", OfStaff, "keeps a seat free", "2026-11-25", ""},
	{"Mr Shahid helps", "Mr Shahid", OfStaff, "helps", "", ""},
	{"Ms Walsh sends the list by 2/12", "Ms Walsh", OfStaff, "sends the list", "", "2026-12-02"},

	// who, by what they are, and several
	{"mum tells Chidi tonight", "Mrs Okafor", OfFamily, "tells Chidi tonight", "", today},
	{"Mum writes down how he sleeps, in 2 weeks", "Mrs Okafor", OfFamily, "writes down how he sleeps", "", "2026-12-08"},
	{"dad fetches him fri", "Mr Okafor", OfFamily, "fetches him", "", fri},
	{"his dad fetches him fri", "Mr Okafor", OfFamily, "fetches him", "", fri},
	{"Chidi's mum rings the surgery", "Mrs Okafor", OfFamily, "rings the surgery", "", ""},
	{"auntie waits at the gate", "Auntie Grace", OfFamily, "waits at the gate", "", ""},
	{"both read with Chidi", "both parents", OfFamily, "read with Chidi", "", ""},
	{"both parents sign the plan by end of term", "both parents", OfFamily, "sign the plan", "", "2026-12-18"},
	{"mum and dad read with him every friday", "both parents", OfFamily, "read with him every friday", "", ""},
	{"Mrs Okafor and Mr Okafor choose the club by mon", "both parents", OfFamily, "choose the club", "", mon},
	{"Mr Shah and Mrs Bell swap duty from mon", "Mr Shah and Mrs Bell", OfStaff, "swap duty", mon, ""},
	{"Mr Shah and Mrs Okafor try the cards", "we", Mine, "try the cards", "", ""},
	{"Grace and Chidi walk home together", "Auntie Grace and Chidi", OfFamily, "walk home together", "", ""},
	{"we try the quiet table until half term", "we", Mine, "try the quiet table until Fri 12 Feb", "", "2027-02-12"},
	{"We'll try the quiet table", "we", Mine, "try the quiet table", "", ""},
	{"I ring Dr Weller tomorrow", "", Mine, "ring Dr Weller", "", "2026-11-25"},
	{"I'll ring Dr Weller by thu", "", Mine, "ring Dr Weller", "", "2026-11-26"},
	{"you ask both how the first week went by 4 dec", "", Mine, "ask both how the first week went", "", "2026-12-04"},
	{"Ms Reed rings on 4 dec", "Ms Reed", Mine, "rings", "", "2026-12-04"},

	// will, to, is going to
	{"Mr Shah will open the library by fri", "Mr Shah", OfStaff, "open the library", "", fri},
	{"Mr Shah to open the library fri", "Mr Shah", OfStaff, "open the library", "", fri},
	{"Mr Shah is going to open the library fri", "Mr Shah", OfStaff, "open the library", "", fri},
	{"Mrs Okafor has agreed to sign it on mon", "Mrs Okafor", OfFamily, "sign it", "", mon},
	{"mum promised to bring the letter next tue", "Mrs Okafor", OfFamily, "bring the letter", "", "2026-12-01"},
	{"I will write it down", "", Mine, "write it down", "", ""},
	{"we will meet in the library", "we", Mine, "meet in the library", "", ""},

	// when, at the end
	{"Mr Shah opens the library at 12:10 from mon", "Mr Shah", OfStaff, "opens the library at 12:10", mon, ""},
	{"Mr Shah opens the library from monday onwards", "Mr Shah", OfStaff, "opens the library", mon, ""},
	{"Mr Shah opens the library from monday on", "Mr Shah", OfStaff, "opens the library", mon, ""},
	{"Mrs Bell sits with him from mon to fri", "Mrs Bell", OfStaff, "sits with him", mon, fri},
	{"Mrs Bell sits with him from mon until end of term", "Mrs Bell", OfStaff, "sits with him", mon, "2026-12-18"},
	{"Mrs Okafor signs it no later than 27/11", "Mrs Okafor", OfFamily, "signs it", "", fri},
	{"Mrs Okafor signs it by fri at the latest", "Mrs Okafor", OfFamily, "signs it", "", fri},
	{"Mr Shah rings fri 3.15pm", "Mr Shah", OfStaff, "rings 3.15pm", "", fri},
	{"Mr Shah rings on fri at 2", "Mr Shah", OfStaff, "rings at 2", "", fri},
	{"I ask again in 10 school days", "", Mine, "ask again", "", "2026-12-08"},
	{"I ask again in a fortnight", "", Mine, "ask again", "", "2026-12-08"},
	{"I ask again after the holidays", "", Mine, "ask again", "", "2027-01-04"},
	{"I send it a week on friday", "", Mine, "send it", "", "2026-12-04"},
	{"Dr Weller comes by the 24th of December 2026", "Dr Hana Weller", OfStaff, "comes", "", "2026-12-24"},
	{"Mrs Okafor sends it wednesday 2 december", "Mrs Okafor", OfFamily, "sends it", "", "2026-12-02"},

	// until when: the day on which it ends, which the text goes on saying
	{"Mr Shah keeps the library open until fri", "Mr Shah", OfStaff, "keeps the library open until Fri 27 Nov", "", fri},
	{"Mr Shah keeps the library open till fri.", "Mr Shah", OfStaff, "keeps the library open till Fri 27 Nov", "", fri},
	{"Mr Shah keeps it open until fri 3.15pm", "Mr Shah", OfStaff, "keeps it open until Fri 27 Nov 3.15pm", "", fri},
	{"until fri Mr Shah keeps the library open", "Mr Shah", OfStaff, "keeps the library open until Fri 27 Nov", "", fri},
	{"mum keeps the diary until 11 june 2027", "Mrs Okafor", OfFamily, "keeps the diary until Fri 11 Jun 2027", "", "2027-06-11"},
	{"Mr Shah keeps the library open until Fri 27 Nov", "Mr Shah", OfStaff, "keeps the library open until Fri 27 Nov", "", fri},
	{"Mrs Bell sits with him until he is calm", "Mrs Bell", OfStaff, "sits with him until he is calm", "", ""},

	// when, at the beginning
	{"by fri Mr Shah opens the library", "Mr Shah", OfStaff, "opens the library", "", fri},
	{"from mon mum walks with him", "Mrs Okafor", OfFamily, "walks with him", mon, ""},
	{"On Friday, Mr Shah opens the library", "Mr Shah", OfStaff, "opens the library", "", fri},
	{"tomorrow I ring the surgery", "", Mine, "ring the surgery", "", "2026-11-25"},
	{"fri: Mrs Bell finds the book", "Mrs Bell", OfStaff, "finds the book", "", fri},
	{"fri : Mrs Bell finds the book", "Mrs Bell", OfStaff, "finds the book", "", fri},
	{"by fri : Mr Shah opens the library", "Mr Shah", OfStaff, "opens the library", "", fri},
	{"next tue we meet again", "we", Mine, "meet again", "", "2026-12-01"},

	// what is no date stays
	{"Mrs Bell keeps him out of the sun", "Mrs Bell", OfStaff, "keeps him out of the sun", "", ""},
	{"I move the trip to fri", "", Mine, "move the trip to fri", "", ""},
	{"mum packs the sun hat", "Mrs Okafor", OfFamily, "packs the sun hat", "", ""},
	{"Mr Shah opens the library at 12:10", "Mr Shah", OfStaff, "opens the library at 12:10", "", ""},
	{"Mr Shah rings on 31/11", "Mr Shah", OfStaff, "rings on 31/11", "", ""},
}

// practice 44
func TestWhoDoesWhatByWhen(t *testing.T) {
	people, o := atTheOkafors()
	for _, want := range heardLines {
		h := ReadAgreement(want.typed, people, o)
		got := heard{want.typed, h.Who, h.Whose, h.Deed, h.From, h.Due}
		if got != want || !h.Named {
			t.Errorf("heard:\n got %+v, named %v\nwant %+v", got, h.Named, want)
		}
		if !h.From.Valid() && h.From != "" || !strings.HasPrefix(want.typed, h.Text) && want.from+want.due == "" {
			t.Errorf("%q: the words are not as they were typed: %q", want.typed, h.Text)
		}
	}
}

func TestWhoIsNotNamedIsAskedFor(t *testing.T) {
	people, o := atTheOkafors()
	for _, c := range []struct {
		typed, deed string
		either      string
		due         Date
	}{
		{"ask how the first week went in 2 weeks", "ask how the first week went", "", "2026-12-08"},
		{"Okafor signs the form by fri", "signs the form", "Mrs Okafor, Mr Okafor", fri},
		{"Sun cream for the trip", "Sun cream for the trip", "", ""},
		{"Mr Shahid", "Mr Shahid", "", ""},
		{"Mr Shah", "Mr Shah", "", ""},
		{"fri", "fri", "", ""},
		{"", "", "", ""},
	} {
		h := ReadAgreement(c.typed, people, o)
		if h.Named || h.Whose != Mine || h.Who != "" || h.Deed != c.deed || h.Due != c.due || strings.Join(h.Either, ", ") != c.either {
			t.Errorf("%q: %+v", c.typed, h)
		}
	}
}

// Somebody who sits at the table comes before a colleague of the same name who does not.
func TestThoseAtTheTableAreThoughtOfFirst(t *testing.T) {
	people, o := atTheOkafors()
	if h := ReadAgreement("eze waits at the gate", people, o); h.Who != "Auntie Grace" {
		t.Errorf("heard %+v", h)
	}
	people.Here = nil
	if h := ReadAgreement("eze waits at the gate", people, o); len(h.Either) != 2 {
		t.Errorf("heard %+v", h)
	}
}

func TestAnOwnerIsGivenByName(t *testing.T) {
	people, _ := atTheOkafors()
	for _, c := range []struct {
		name  string
		whose Whose
		who   string
	}{{"Mr Shah", OfStaff, "Mr Shah"}, {"Ms Reed", Mine, "Ms Reed"}, {"Mrs Okafor", OfFamily, "Mrs Okafor"}, {"Ms Walsh", OfStaff, "Ms Walsh"}, {"", Mine, ""}} {
		var a Agreement
		if people.Owner(&a, c.name); a.Whose != c.whose || a.Who != c.who {
			t.Errorf("%q: %+v", c.name, a)
		}
	}
}

// What is typed at the table never disappears: what is not a date and its lead stands in the text.
func TestNoWordOfAnAgreementIsLost(t *testing.T) {
	people, o := atTheOkafors()
	words := []string{"Mr", "Shah", "mum", "both", "and", "opens", "the", "library", "by", "from", "to", "fri", "on", "until", "12:10", "tomorrow", "at", "latest", "we", "will", ":"}
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.SliceOfN(rapid.SampledFrom(words), 0, 9).Draw(t, "line")
		h := ReadAgreement(strings.Join(typed, " "), people, o)
		dates := map[string]bool{"by": true, "from": true, "to": true, "fri": true, "on": true, "until": true, "tomorrow": true, "at": true, "the": true, "latest": true}
		text := h.Text
		if h.SaysItsEnd() { // the day stands there as a date
			text = strings.Replace(strings.Replace(text, "until "+h.Due.Short(), "", 1), h.Due.Short(), "", 1)
		}
		left := strings.Fields(text)
		for _, w := range typed {
			if i := indexOf(left, w); i >= 0 {
				left = append(left[:i], left[i+1:]...)
			} else if !dates[w] {
				t.Fatalf("%q is gone from %q: %q", w, typed, h.Text)
			}
		}
		if len(left) > 0 {
			t.Fatalf("%q came to %q: %q", left, typed, h.Text)
		}
		if (h.Due != "" || h.From != "") != (len(strings.Fields(text)) < len(typed)) && h.Due+h.From != "" {
			t.Fatalf("a date was taken and its words stay: %q, %+v", typed, h)
		}
	})
}

func indexOf(all []string, one string) int {
	for i, w := range all {
		if w == one {
			return i
		}
	}
	return -1
}

// A colon that stands alone is a word that was typed: it stays, and hides neither when nor who.
func TestAColonThatStandsAloneStays(t *testing.T) {
	people, o := atTheOkafors()
	for _, c := range []struct {
		typed, text, deed string
		due               Date
	}{
		{"fri : Mr Mr", ": Mr Mr", "Mr Mr", fri},
		{"fri : Mrs Bell finds the book", ": Mrs Bell finds the book", "finds the book", fri},
		{"fri , we meet", ", we meet", "meet", fri},
		{": fri", ":", "", fri},
		{":", ":", "", ""},
	} {
		if h := ReadAgreement(c.typed, people, o); h.Text != c.text || h.Deed != c.deed || h.Due != c.due {
			t.Errorf("%q: %+v", c.typed, h)
		}
	}
}

// However somebody was named at the table, the letter to them and about them reads well (practice 46).
func TestLettersSayWhoDoesItHoweverTheyWereNamed(t *testing.T) {
	people, o := atTheOkafors()
	for _, c := range []struct{ typed, toMother, toFather string }{
		{"mum tells Chidi tomorrow", "You said that you would tell Chidi by Wednesday 25 November.", "We agreed that Mrs Okafor tells Chidi by Wednesday 25 November."},
		{"ngozi is going to tell Chidi", "You said that you would tell Chidi.", "We agreed that Mrs Okafor will tell Chidi."},
		{"both read with Chidi", "You both said that you would read with Chidi.", "You both said that you would read with Chidi."},
		{"we try the quiet table", "We will try the quiet table.", "We will try the quiet table."},
		{"shah opens the library", "We agreed that Mr Shah opens the library.", "We agreed that Mr Shah opens the library."},
		{"Mr Shah: opens the library", "We agreed that Mr Shah opens the library.", "We agreed that Mr Shah opens the library."},
		{"Mr Shah keeps the library open until fri", "We agreed that Mr Shah keeps the library open until Friday 27 November.", "We agreed that Mr Shah keeps the library open until Friday 27 November."},
		{"mum keeps the diary from mon until fri week", "You said that you would keep the diary from Monday 30 November until Friday 4 December.",
			"We agreed that Mrs Okafor keeps the diary from Monday 30 November until Friday 4 December."},
		{"fri : Mr Shah opens the library", "We agreed that Mr Shah opens the library by Friday 27 November.", "We agreed that Mr Shah opens the library by Friday 27 November."},
		{"I'll ring on Friday", "I will ring by Friday 27 November.", "I will ring by Friday 27 November."},
	} {
		a := ReadAgreement(c.typed, people, o).Agreement
		for to, want := range map[int]string{0: c.toMother, 1: c.toFather} {
			f := LetterFacts{Circle: Circle{Pupils: people.Pupils, Adults: people.Adults[:3], Links: withCopies(people.Links[:3])}, To: people.Adults[to],
				Meeting: Meeting{Start: "2026-11-24T15:30"}, Agreements: []Agreement{a}, Me: people.Staff[0], Today: "2026-11-24", Household: []int64{1, 2}}
			doc, err := Summary(f)
			if err != nil || !strings.Contains(doc.Text(), want) {
				t.Errorf("%q: %v, want %q in\n%s", c.typed, err, want, doc.Text())
			}
		}
	}
}

// Parents who live apart promise each for themselves: neither letter speaks of the other (practice 15).
func TestParentsWhoLiveApartAreWrittenToEachForThemselves(t *testing.T) {
	people, o := atTheOkafors()
	f := LetterFacts{Circle: Circle{Pupils: people.Pupils, Adults: people.Adults[:3], Links: withCopies(people.Links[:3])}, To: people.Adults[1],
		Meeting: Meeting{Start: "2026-11-24T15:30"}, Agreements: []Agreement{ParseAgreement("both read with Chidi", people, o)}, Me: people.Staff[0], Today: "2026-11-24"}
	doc, err := Summary(f)
	if err != nil || !strings.Contains(doc.Text(), "You said that you would read with Chidi.") || strings.Contains(doc.Text(), "both") {
		t.Errorf("%v\n%s", err, doc.Text())
	}
}

// withCopies are links whose adults live together, as far as letters ask.
func withCopies(links []Link) []Link {
	for i := range links {
		links[i].LivesWith = Yes
	}
	return links
}
