package model

import (
	"slices"
	"strings"
	"testing"
)

// someNames is a book of people of several families.
func someNames() *NameBook {
	return NewNameBook([]KnownPerson{
		{PersonRef: PersonRef{AChild, 1}, Forenames: []string{"Ada"}, Surnames: []string{"Nowak"}, Said: "Ada Nowak", Address: "4 Mill Lane, Thornwick", Postcode: "ZZ1 4DP"},
		{PersonRef: PersonRef{AnAdult, 2}, Title: "Mrs", Forenames: []string{"Ewa"}, Surnames: []string{"Nowak"}, Said: "Mrs Ewa Nowak", Phones: []string{"07700 900123"}, Emails: []string{"ewa@example.org"}},
		{PersonRef: PersonRef{AnAdult, 3}, Title: "Mr", Forenames: []string{"Seán"}, Surnames: []string{"O’Brien-Łukasz"}, Said: "Mr Seán O’Brien-Łukasz"},
		{PersonRef: PersonRef{AChild, 4}, Forenames: []string{"May"}, Surnames: []string{"van der Berg"}, Said: "May van der Berg"},
		{PersonRef: PersonRef{AChild, 5}, Forenames: []string{"Will"}, Surnames: []string{"Long"}, Said: "Will Long"},
		{PersonRef: PersonRef{AChild, 6}, Forenames: []string{"K"}, Surnames: []string{"Petrov"}, Said: "K Petrov"},
		{PersonRef: PersonRef{AChild, 7}, Forenames: []string{"小明"}, Surnames: []string{"王"}, Said: "小明 王"},
		{PersonRef: PersonRef{AnAdult, 9}, Said: "Grace Obi", Address: "94 Cooper's Yard, Thornwick"},
		{PersonRef: PersonRef{AnAdult, 10}, Said: "Tom Ash", Address: "2 Kings Gardens, Thornwick"},
		{PersonRef: PersonRef{AnAdult, 8}, Title: "Mr", Forenames: []string{"Jan"}, Surnames: []string{"Nowak"}, Said: "Mr Jan Nowak"},
	})
}

func TestNamesAreFoundByWholeWords(t *testing.T) {
	cases := []struct{ text, want string }{
		{"They flew to Canada and saw a nevada sky.", ""},
		{"Ada came.", "Ada=Ada Nowak"},
		{"ada’s coat, ADA and Ada's bag", "ada=Ada Nowak; ADA=Ada Nowak; Ada=Ada Nowak"},
		{"Mrs Nowak rang", "Mrs Nowak=Mrs Ewa Nowak"},
		{"Mr. Nowak rang", "Mr. Nowak=Mr Jan Nowak"},
		{"Ada Nowak, and E. Nowak", "Ada Nowak=Ada Nowak; E. Nowak=Ada Nowak/Mrs Ewa Nowak/Mr Jan Nowak"},
		{"the Nowaks", "Nowaks=Ada Nowak/Mrs Ewa Nowak/Mr Jan Nowak"},
		{"sean obrien lukasz said", "sean obrien lukasz=Mr Seán O’Brien-Łukasz"},
		{"Sean O'Brien-Lukasz said", "Sean O'Brien-Lukasz=Mr Seán O’Brien-Łukasz"},
		{"O Brien Lukasz waits", "O Brien Lukasz=Mr Seán O’Brien-Łukasz"},
		{"Mr Lukasz waits", "Mr Lukasz=Mr Seán O’Brien-Łukasz"},
		{"we may meet, it will be long", ""},
		{"on 3 May, in May 2027", ""},
		{"May pushed first; Will cried", "May?=May van der Berg; Will?=Will Long"},
		{"May van der Berg", "May van der Berg=May van der Berg"},
		{"Will Long", "Will Long=Will Long"},
		{"plan K and vitamin k", "K?=K Petrov"},
		{"K Petrov", "K Petrov=K Petrov"},
		{"今天小明来了", "小明=小明 王"},
		{"ring 07700 900 123 or +44 7700 900123", "07700 900 123=Mrs Ewa Nowak; +44 7700 900123=Mrs Ewa Nowak"},
		{"07700900123, 020 7946 0999", "07700900123=Mrs Ewa Nowak; 020 7946 0999?="},
		{"on 24/11/2026 at 15:30, 12 of 23", ""},
		{"ewa@example.org. or x@example.org", "ewa@example.org=Mrs Ewa Nowak; x@example.org?="},
		{"lives at 4 Mill Lane in Thornwick, zz14dp", "4 Mill Lane=Ada Nowak; zz14dp=Ada Nowak"},
		{"Mill Lane is closed", ""},
		{"94 Cooper's Yard, 94 Coopers Yard, 94 COOPER’S YARD", "94 Cooper's Yard=Grace Obi; 94 Coopers Yard=Grace Obi; 94 COOPER’S YARD=Grace Obi"},
		{"2 King's Gardens or 2 Kings Gardens", "2 King's Gardens=Tom Ash; 2 Kings Gardens=Tom Ash"},
		{"", ""},
	}
	book := someNames()
	for _, c := range cases {
		var found []string
		for _, n := range book.In(c.text) {
			var people []string
			for _, p := range n.People {
				people = append(people, p.Said)
			}
			found = append(found, c.text[n.Start:n.End]+textIf(n.Perhaps, "?")+"="+strings.Join(people, "/"))
		}
		if got := strings.Join(found, "; "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestAChangedEntryIsDecidedAnew(t *testing.T) {
	e := RecordEntry{Others: []string{"x"}, Changed: "2026-11-20T09:00", Decided: Disclosure{Decision: ShowEntry, On: "2026-11-20"}}
	if e.Decision() != ShowEntry {
		t.Error("what was decided on the day of the change does not count")
	}
	e.Changed = "2026-11-21T09:00"
	if e.Decision() != Undecided || !e.Reopened() || !strings.Contains(e.MarkWords(), "changed since it was decided") {
		t.Errorf("after a change it stands as %q: %s", e.Decision(), e.MarkWords())
	}
	if !slices.Equal([]Decision{Undecided.Next(), ShowEntry.Next(), LeaveOut.Next()}, []Decision{ShowEntry, LeaveOut, Undecided}) {
		t.Error("the decisions do not follow one another")
	}
}

// Whatever stands in a text, places lie in it one behind the other, at whole characters.
func FuzzNamings(f *testing.F) {
	for _, text := range []string{"Ada’s May 3", "\u0301 May \u0301", "+44 (0)7700 900123@x.", "今天小明来了", "\xff\xfe", "Mrs  O'-"} {
		f.Add(text)
	}
	book := someNames()
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, n := range book.In(text) {
			if n.Start < end || n.End <= n.Start || n.End > len(text) {
				t.Fatalf("%q: a place from %d to %d behind %d", text, n.Start, n.End, end)
			}
			end = n.End
		}
	})
}
