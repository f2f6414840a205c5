package model_test

import (
	"testing"

	"kettle/model"
)

func TestPostcodeIsWrittenInCapitalsWithItsSpace(t *testing.T) {
	for in, want := range map[string]string{"zz31ac": "ZZ3 1AC", "ZZ3 1AC": "ZZ3 1AC", " zz14  4dp ": "ZZ14 4DP", "sw1a1aa": "SW1A 1AA"} {
		if got, ok := model.Postcode(in); got != want || !ok {
			t.Errorf("Postcode(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
	if got, ok := model.Postcode("abroad"); got != "ABROAD" || ok {
		t.Errorf("got %q, %v", got, ok)
	}
}

func TestSplitAddressTakesThePostcodeOut(t *testing.T) {
	for _, c := range []struct{ in, address, postcode string }{
		{"6 Copper Beech Close\nMarlowbridge\nZZ7 1DX", "6 Copper Beech Close, Marlowbridge", "ZZ7 1DX"},
		{"88 Old Mill Rd.\nMarlowbridge\nzz31ac", "88 Old Mill Rd., Marlowbridge", "ZZ3 1AC"},
		{"18 Heron Drive, Marlowbridge ZZ6 2BT", "18 Heron Drive, Marlowbridge", "ZZ6 2BT"},
		{"18 Heron Drive,, Marlowbridge,", "18 Heron Drive, Marlowbridge", ""},
		{`"The Old Forge", 2 Tannery Lane`, `"The Old Forge", 2 Tannery Lane`, ""},
		{"ZZ6 2BT", "", "ZZ6 2BT"},
		{"", "", ""},
	} {
		if a, p := model.SplitAddress(c.in); a != c.address || p != c.postcode {
			t.Errorf("SplitAddress(%q) = %q, %q", c.in, a, p)
		}
	}
}

func TestAddressKeyIsTheSameForTwoSpellings(t *testing.T) {
	same := model.AddressKey("88 Old Mill Road, Marlowbridge", "ZZ3 1AC") == model.AddressKey("88 Old Mill Rd.", "ZZ3 1AC")
	other := model.AddressKey("8 Old Mill Road", "ZZ3 1AC") == model.AddressKey("88 Old Mill Road", "ZZ3 1AC")
	if !same || other {
		t.Errorf("same %v, other %v", same, other)
	}
	for _, words := range []string{"CONFIDENTIAL", "Address withheld", "No fixed abode", "not disclosed."} {
		if model.AddressKey(words, "") != "" || model.AddressKey(words, "ZZ3 1AC") != "" {
			t.Errorf("%s is compared as an address", words)
		}
	}
	if model.AddressKey("", "ZZ3 1AC") != "" {
		t.Error("a postcode alone is an address")
	}
	if model.AddressKey("The Forge, Mill Lane", "") != model.AddressKey("the forge mill lane", "") {
		t.Error("spellings without a postcode differ")
	}
}
