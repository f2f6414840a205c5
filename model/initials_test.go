package model

import "testing"

func TestInitialsNameNobody(t *testing.T) {
	for _, test := range []struct{ forename, surname, want string }{
		{"Chidi", "Okafor", "C.O."},
		{"Ann", "O'Brien", "A.O."},
		{"Ann", "van der Berg", "A.B."},
		{"Maria", "de Souza", "M.S."},
		{"Síle", "Ní Dhomhnaill", "S.N."},
		{"élodie", "smith-jones", "É.S."},
		{"Mary Ann", "Łukasz", "M.Ł."},
		{"Cher", "", "C."},
		{"", "Van", "V."},
		{"小明", "王", ""}, // one sign may be the whole name
		{"7", "-", ""},
		{"", "", ""},
	} {
		if got := Initials(test.forename, test.surname); got != test.want {
			t.Errorf("%q %q has the initials %q, not %q", test.forename, test.surname, got, test.want)
		}
	}
}

func TestManyChildrenAreTheirFamily(t *testing.T) {
	child := func(name string) Pupil { return Pupil{Forename: name, Surname: "Okafor"} }
	for want, pupils := range map[string][]Pupil{
		"C.O., A.O.": {child("Chidi"), child("Ada"), child("Alex")},
		"O.":         {child("Chidi"), child("Ada"), child("Ben"), child("Dev")},
		"C.O.":       {child("Chidi")},
	} {
		if got := childrenInitials(pupils, "Okafor / Lane"); got != want {
			t.Errorf("%d children are %q, not %q", len(pupils), got, want)
		}
	}
	if got := childrenInitials(nil, "Okafor / Lane"); got != "O." {
		t.Errorf("a family without children is %q", got)
	}
}
