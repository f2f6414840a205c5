package model_test

import (
	"testing"

	"kettle/model"

	"pgregory.net/rapid"
)

func TestFoldComparesNamesAsPeopleDo(t *testing.T) {
	for _, c := range [][2]string{
		{"O’Brien", "O'BRIEN"}, {"O Brien", "obrien"}, {"Zoë", "Zoe"}, {"Łukasz Wójcik", "lukasz wojcik"}, {"Søren", "Soren"},
		{"Đặng", "dang"}, {"Weiß", "WEISS"}, {"Kjær", "kjaer"}, {"Smith-Jones", "Smith Jones"}, {"Zoe\u0308", "Zoë"}, {"İpek", "ipek"},
		{"Ｈｉｌｌ", "Hill"}, {"St. John", "St John"},
	} {
		if model.Fold(c[0]) != model.Fold(c[1]) {
			t.Errorf("%q and %q differ: %q, %q", c[0], c[1], model.Fold(c[0]), model.Fold(c[1]))
		}
	}
	if model.Fold("किरण") == model.Fold("करण") {
		t.Error("two Hindi names are one")
	}
}

func TestSearchFoldKeepsWordsApart(t *testing.T) {
	for in, want := range map[string]string{
		"  Mrs  Chloé SMITH-JONES ": "mrs chloe smith jones", "O'Brien": "obrien", "Flat 3, 21 Old Mill Rd.": "flat 3 21 old mill rd", "": "",
	} {
		if got := model.FoldSearch(in); got != want {
			t.Errorf("FoldSearch(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNamesOfOneCell(t *testing.T) {
	for in, want := range map[string]model.Name{
		"Ann Hill":                {Forename: "Ann", Surname: "Hill"},
		"HILL, Ann":               {Forename: "Ann", Surname: "Hill"},
		"Ms Ann van der Berg":     {Title: "Ms", Forename: "Ann", Surname: "van der Berg"},
		"Mr van der Berg":         {Title: "Mr", Surname: "van der Berg"},
		"van der Berg, Saskia":    {Forename: "Saskia", Surname: "van der Berg"},
		"Mary Ann Hill":           {Forename: "Mary Ann", Surname: "Hill"},
		"Mia-Rose de la Cruz":     {Forename: "Mia-Rose", Surname: "de la Cruz"},
		"Seán Ó Dónaill":          {Forename: "Seán", Surname: "Ó Dónaill"},
		"Mr. Hill":                {Title: "Mr", Surname: "Hill"},
		"MRS HILL":                {Title: "Mrs", Surname: "Hill"},
		"Ann":                     {Forename: "Ann"},
		"O'DONNELL, Mr Pádraig":   {Title: "Mr", Forename: "Pádraig", Surname: "O'Donnell"},
		"NÍ DHOMHNAILL, Caoimhe":  {Forename: "Caoimhe", Surname: "Ní Dhomhnaill"},
		"NIC GIOLLA, Bríd":        {Forename: "Bríd", Surname: "Nic Giolla"},
		"MCALLISTER, Shona":       {Forename: "Shona", Surname: "McAllister"},
		"SMITH-JONES, RENÉ":       {Forename: "René", Surname: "Smith-Jones"},
		"D'SOUZA, ANJALI":         {Forename: "Anjali", Surname: "D'Souza"},
		"VAN DER BERG, JJ":        {Forename: "JJ", Surname: "van der Berg"},
		"Zoë Hargreave (Zo)":      {Forename: "Zoë", Surname: "Hargreave", KnownAs: "Zo"},
		`Jaden "JJ" Okafor`:       {Forename: "Jaden", Surname: "Okafor", KnownAs: "JJ"},
		"Mr & Mrs Hill":           {Title: "Mr & Mrs", Surname: "Hill", Joint: true},
		"Mr and Mrs A Hill":       {Title: "Mr & Mrs", Forename: "A", Surname: "Hill", Joint: true},
		"Mr Tom and Mrs Ann Hill": {Title: "Mr & Mrs", Forename: "Tom & Ann", Surname: "Hill", Joint: true},
		"Tom & Ann Hill":          {Forename: "Tom & Ann", Surname: "Hill", Joint: true},
		"Andy Anderson":           {Forename: "Andy", Surname: "Anderson"},
		"":                        {},
		"Kim St John":             {Forename: "Kim", Surname: "St John"},
		"Null":                    {Forename: "Null"},
	} {
		if got := model.SplitName(in); got != want {
			t.Errorf("SplitName(%q) = %+v, want %+v", in, got, want)
		}
	}
}

func TestANameNotInCapitalsIsLeftAsTyped(t *testing.T) {
	for _, s := range []string{"MacDonald", "de Souza", "bell hooks", "O'Brien", "McAllister", "X"} {
		if got := model.RecaseSurname(s); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

func TestTitles(t *testing.T) {
	for in, want := range map[string]string{"mr.": "Mr", "MRS": "Mrs", "Mr and Mrs": "Mr & Mrs", "Mr/Mrs": "Mr & Mrs", "Canon": "Canon", "Revd.": "Revd", "": ""} {
		if got := model.Title(in); got != want {
			t.Errorf("Title(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMarksThatComeTogetherHaveOneOrder(t *testing.T) {
	const apart = "\u0610?\u065c"
	if once := model.Fold(apart); model.Fold(once) != once {
		t.Errorf("%q, then %q", once, model.Fold(once))
	}
}

func TestFoldingTwiceIsFoldingOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		once := model.Fold(s)
		if again := model.Fold(once); again != once {
			t.Fatalf("%q, then %q", once, again)
		}
		search := model.FoldSearch(s)
		if again := model.FoldSearch(search); again != search {
			t.Fatalf("%q, then %q", search, again)
		}
	})
}
