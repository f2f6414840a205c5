package model_test

import (
	"testing"

	"kettle/model"
)

func TestUPNCheckLetter(t *testing.T) {
	for _, good := range []string{"G999999900001", "B801200005001", "P207000016049", "U99999992401A", "a999 9999 18902"} {
		if _, ok := model.UPN(good); !ok {
			t.Errorf("%s is refused", good)
		}
	}
	for _, bad := range []string{"A801200005001", "Q207000016049", "G99999990000", "I999999900001", "G9999999000O1", "", "G9999999000011", "G99999992401O", "é99999990000"} {
		if _, ok := model.UPN(bad); ok {
			t.Errorf("%s is taken", bad)
		}
	}
}

func TestUPNIsWrittenWithoutSpacesInCapitals(t *testing.T) {
	if got, _ := model.UPN(" a999 9999 18902 "); got != "A999999918902" {
		t.Errorf("got %q", got)
	}
}
