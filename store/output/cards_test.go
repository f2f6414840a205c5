package output_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/emersion/go-vcard"

	"kettle/model"
	"kettle/store/output"
)

func cardsOf(t testing.TB, cards ...model.ContactCard) string {
	t.Helper()
	var b bytes.Buffer
	for _, c := range cards {
		if err := output.WriteCard(&b, c); err != nil {
			t.Fatal(err)
		}
	}
	soundLines(t, b.String())
	return b.String()
}

func TestCardsAreReadAgain(t *testing.T) {
	ngozi := model.ContactCard{Adult: model.Adult{
		UID: "01a2", Title: "Mrs", Forename: "Ngozi; Ọláńrewájú", Surname: "Okafor, née Ní Dhomhnaill", KnownAs: "Zizi",
		Address: "4 Mill Lane, Flat \\2; Thornwick", Postcode: "ZZ1 4DP",
		Phones: []model.Phone{{Type: model.PhoneMobile, Number: "07700 900101"}, {Type: model.PhoneWork, Number: "020 7946 0123", Ext: "12"}, {Type: model.PhoneOther, Number: "+353861234567"}},
		Emails: []model.Email{{Address: "ngozi@example.org"}},
	}, Lines: []model.ContactLine{{Pupil: model.Pupil{ID: 1, Forename: "Chidi", Surname: "Okafor", Class: "4B"}}}}
	nameless := model.ContactCard{Adult: model.Adult{UID: "01a3", Phones: []model.Phone{{Type: model.PhoneHome, Number: "01632 960123"}}}}
	file := cardsOf(t, ngozi, nameless)
	cards := vcard.NewDecoder(strings.NewReader(file))
	first, err := cards.Decode()
	if err != nil {
		t.Fatalf("%v\n%s", err, file)
	}
	unescaped := strings.NewReplacer(`\;`, ";", `\,`, ",").Replace
	for field, want := range map[string]string{
		"VERSION": "3.0", "UID": "01a2", "FN": "Mrs Ngozi; Ọláńrewájú Okafor, née Ní Dhomhnaill", "NICKNAME": "Zizi", "EMAIL": "ngozi@example.org",
		"NOTE": "C.O. 4B", "CATEGORIES": "Kettle",
	} {
		if got := unescaped(first.Value(field)); got != want {
			t.Errorf("%s is %q, not %q", field, got, want)
		}
	}
	if got := first.Values("TEL"); len(got) != 3 || got[0] != "07700 900101" || got[1] != "020 7946 0123 ext 12" || got[2] != "+353861234567" {
		t.Errorf("the telephones are %q", got)
	}
	if got := first["TEL"][0].Params.Types(); len(got) != 1 || got[0] != "cell" {
		t.Errorf("a mobile is %q", got)
	}
	for _, want := range []string{"N:Okafor\\, née Ní Dhomhnaill;Ngozi\\; Ọláńrewájú;;Mrs;", "ADR;TYPE=HOME:;;4 Mill Lane\\, Flat \\\\2\\; Thornwick;;;ZZ1 4DP;"} {
		if !strings.Contains(strings.ReplaceAll(file, "\r\n ", ""), want+"\r\n") {
			t.Errorf("%q is not in the card:\n%s", want, file)
		}
	}
	second, err := cards.Decode()
	if err != nil || second.Value("FN") != "a contact without a name" || second.Value("UID") != "01a3" {
		t.Errorf("one without a name is %v: %v", second, err)
	}
	if _, err := cards.Decode(); err != io.EOF {
		t.Errorf("behind the last card comes %v", err)
	}
}
