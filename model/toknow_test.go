package model

import (
	"strings"
	"testing"
)

func TestWhatToThinkOfWithAnAdult(t *testing.T) {
	for _, tc := range []struct {
		adult Adult
		needs string
		want  string
	}{
		{Adult{Title: "Mrs", Surname: "Okafor", Language: "English"}, "", ""},
		{Adult{AddressAs: "Auntie Grace", Forename: "Grace", Surname: "Eze"}, "", "Grace Eze"},
		{Adult{Surname: "Haddad", Language: "Arabic", Interpreter: Yes, Access: "no steps", Times: "after 14:00", LargePrint: Yes}, "",
			"speaks Arabic; needs an interpreter; no steps; large print; after 14:00"},
		{Adult{Surname: "Haddad", Language: "Arabic, English"}, "", "speaks Arabic, English"},
		{Adult{Surname: "Haddad", Access: "no steps"}, "a chair near the door", "a chair near the door"},
	} {
		if got := strings.Join(tc.adult.ToKnow(tc.needs), "; "); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.adult.Formal(), got, tc.want)
		}
	}
}
