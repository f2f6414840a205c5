package model

import "testing"

func TestWhoDoesWhatByWhen(t *testing.T) {
	people := AgreementPeople{
		Adults: []Adult{{ID: 1, Title: "Mrs", Forename: "Ngozi", Surname: "Okafor"}},
		Staff:  []Staff{{ID: 5, Name: "Ms Reed", Me: true}, {ID: 6, Name: "Mr Shah"}},
	}
	o := DateOptions{Today: "2026-11-24"}
	for _, c := range []struct {
		typed string
		want  Agreement
	}{
		{"Mr Shah opens the library at 12:10 from mon", Agreement{Text: "Mr Shah opens the library at 12:10", Whose: OfStaff, Who: "Mr Shah", StaffID: 6, From: "2026-11-30"}},
		{"Mrs Okafor tells Chidi today", Agreement{Text: "Mrs Okafor tells Chidi", Whose: OfFamily, Who: "Mrs Okafor", AdultID: 1, Due: "2026-11-24"}},
		{"ngozi brings the form, by fri.", Agreement{Text: "ngozi brings the form", Whose: OfFamily, Who: "Mrs Okafor", AdultID: 1, Due: "2026-11-27"}},
		{"Ms Reed rings on 4 dec", Agreement{Text: "Ms Reed rings", Whose: Mine, Who: "Ms Reed", StaffID: 5, Due: "2026-12-04"}},
		{"ask how the first week went in 2 weeks", Agreement{Text: "ask how the first week went", Whose: Mine, Due: "2026-12-08"}},
		{"Mr Shahid helps", Agreement{Text: "Mr Shahid helps", Whose: OfStaff, Who: "Mr Shahid"}},
		{"Mr Shahid", Agreement{Text: "Mr Shahid", Whose: Mine}},
		{"fri", Agreement{Text: "fri", Whose: Mine}},
		{"", Agreement{Whose: Mine}},
	} {
		if got := ParseAgreement(c.typed, people, o); got != c.want {
			t.Errorf("%q:\n got %+v\nwant %+v", c.typed, got, c.want)
		}
	}
}
