package model

import (
	"slices"
	"testing"
)

func TestNeedsAreOneRankedList(t *testing.T) {
	for _, c := range []struct {
		primary Need
		further NeedList
		then    Need
		rest    NeedList
		words   string
	}{
		{"", "", "", "", ""},
		{"SLCN", "", "SLCN", "", "SLCN"},
		{"SLCN", "SEMH", "SLCN", "SEMH", "SLCN, then SEMH"},
		{"SLCN", "SEMH HI MLD", "SLCN", "SEMH HI MLD", "SLCN, then SEMH, HI and MLD"},
		{"SEMH", "SEMH HI", "SEMH", "HI", "SEMH, then HI"}, // another became the primary one: none stands twice
		{"", "SEMH HI", "SEMH", "HI", "SEMH, then HI"},     // none is lost when the primary one is taken away
		{"ASD", "HI SEMH HI", "ASD", "HI SEMH", "ASD, then HI and SEMH"},
	} {
		p := Pupil{PrimaryNeed: c.primary, FurtherNeeds: c.further}
		if p.NeedWords() != c.words {
			t.Errorf("%s + %s: %q, want %q", c.primary, c.further, p.NeedWords(), c.words)
		}
		p.RankNeeds()
		if p.PrimaryNeed != c.then || p.FurtherNeeds != c.rest || !p.FurtherNeeds.Valid() {
			t.Errorf("%s + %s became %s + %s", c.primary, c.further, p.PrimaryNeed, p.FurtherNeeds)
		}
	}
}

func TestANeedIsTypedAsItIsKnown(t *testing.T) {
	for typed, want := range map[string]Need{"semh": "SEMH", "Autism": "ASD", "HI hearing impairment": "HI", "hearing": "", "": "", "XYZ": ""} {
		if n, known := NeedTyped(typed); n != want || known != (want != "") {
			t.Errorf("%q is %q, %v", typed, n, known)
		}
	}
}

// rules.md R30: some schools count Down syndrome under cognition.
func TestTheAreaOfDownSyndromeIsForTheSchoolToSay(t *testing.T) {
	asked := NewSettings(map[SettingKey]string{SENDownUnder: DownUnderCognition})
	for _, c := range []struct {
		need     Need
		settings Settings
		want     string
	}{{"DS", Settings{}, ""}, {"DS", asked, areaCognition}, {"SLCN", asked, areaCommunication}, {"OTH", asked, ""}} {
		if got := AreaOf(c.need, c.settings); got != c.want {
			t.Errorf("%s: %q, want %q", c.need, got, c.want)
		}
	}
	if !slices.ContainsFunc(SettingTable, func(s Setting) bool { return s.Key == SENDownUnder && s.Rule == "rules.md R30" }) {
		t.Error("it is not among the settings")
	}
}
