package model_test

import (
	"slices"
	"testing"

	"kettle/model"

	"pgregory.net/rapid"
)

func TestPhoneNumbersAsPeopleWriteThem(t *testing.T) {
	for in, want := range map[string]string{
		"07700900123":              "07700 900123",
		"07700-900-123":            "07700 900123",
		"(07700) 900.123":          "07700 900123",
		"7700900123":               "07700 900123",
		"+44 7700 900123":          "07700 900123",
		"+44 (0)7700 900123":       "07700 900123",
		"0044 7700 900123":         "07700 900123",
		"447700900123":             "07700 900123",
		"02079460123":              "020 7946 0123",
		"(020) 7946-0420 ext 12":   "020 7946 0420 ext 12",
		"020 7946 0612 x305":       "020 7946 0612 ext 305",
		"0121 4960123":             "0121 496 0123",
		"01632960123":              "01632 960123",
		"07700900805 (after 3pm)":  "07700 900805 (after 3pm)",
		"07700 900805 not Fridays": "07700 900805 (not Fridays)",
		"Gran: 07700 900805":       "07700 900805 (Gran)",
		"+353 86 123 4567":         "+353861234567",
		"7.700900123E+09":          "07700 900123",
		"4.47700900123E+11":        "07700 900123",
	} {
		if got, _ := model.ReadPhone(in, false); got.Words() != want {
			t.Errorf("ReadPhone(%q) = %q, want %q", in, got.Words(), want)
		}
	}
}

func TestWhatIsNoNumberIsNotKept(t *testing.T) {
	for in, want := range map[string]model.PhoneFault{
		"07700 9004":          model.PhoneInvalid,
		"0770090081":          model.PhoneInvalid,
		"ask the office":      model.PhoneInvalid,
		"07700 900123 4":      model.PhoneInvalid,
		"04700 900123":        model.PhoneInvalid,
		"=HYPERLINK(1)":       model.PhoneInvalid,
		"7.7009E+09":          model.PhoneLost,
		"":                    model.PhoneInvalid,
		"+4":                  model.PhoneInvalid,
		"00000000000":         model.PhoneInvalid,
		"+999999999999999999": model.PhoneInvalid,
	} {
		if got, fault := model.ReadPhone(in, false); got.Number != "" || fault != want {
			t.Errorf("ReadPhone(%q) = %q, %q; want nothing, %q", in, got.Number, fault, want)
		}
	}
}

func TestARestoredNumberSaysSo(t *testing.T) {
	if _, fault := model.ReadPhone("7.700900803E+09", false); fault != model.PhoneRestored {
		t.Errorf("fault %q", fault)
	}
}

func TestPhoneTypeFollowsColumnThenNumber(t *testing.T) {
	for _, c := range []struct {
		in   string
		work bool
		want model.PhoneType
	}{
		{"07700 900123", false, model.PhoneMobile},
		{"020 7946 0123", false, model.PhoneHome},
		{"07700 900123", true, model.PhoneWork},
	} {
		if got, _ := model.ReadPhone(c.in, c.work); got.Type != c.want || !got.Type.Valid() {
			t.Errorf("%q at work %v: %q, want %q", c.in, c.work, got.Type, c.want)
		}
	}
}

func TestOneCellMayHoldSeveralNumbers(t *testing.T) {
	for _, cell := range []string{
		"020 7946 0161 / 07700 900162", "020 7946 0161; 07700 900162", "020 7946 0161, 07700 900162",
		"020 7946 0161 or 07700 900162", "020 7946 0161\n07700 900162", "020 7946\n0161\n07700 900162", "020 7946 0161 / 07700 900162 / 02079460161",
	} {
		phones, faults := model.ReadPhones(cell, false)
		var numbers []string
		for _, p := range phones {
			numbers = append(numbers, p.Number)
		}
		if !slices.Equal(numbers, []string{"020 7946 0161", "07700 900162"}) || len(faults) > 0 {
			t.Errorf("%q: %q, %q", cell, numbers, faults)
		}
	}
	phones, _ := model.ReadPhones("07700 900123 (not Mon, Tue)", false)
	if len(phones) != 1 || phones[0].Note != "not Mon, Tue" {
		t.Errorf("a note with a comma: %+v", phones)
	}
}

func TestANumberReadAgainIsTheSameNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, _ := model.ReadPhone(rapid.StringMatching(`(0|\+44 ?|0044)?[12378][0-9]{2} ?[0-9]{3} ?[0-9]{4}`).Draw(t, "number"), false)
		if first.Number == "" {
			t.Fatal("refused")
		}
		if again, fault := model.ReadPhone(first.Number, false); again != first || fault != "" {
			t.Fatalf("%+v became %+v (%s)", first, again, fault)
		}
	})
}
