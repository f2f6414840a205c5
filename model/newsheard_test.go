package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kettle/model"
)

// The Okafors of these tests: Chidi lives with his mother, his father elsewhere; an uncle is behind the wall.
const (
	ngozi = iota + 1
	emeka
	obi
	chidi
)

func okaforNews(log ...model.Contact) model.FamilyNews {
	return model.FamilyNews{
		Circle: model.Circle{
			Pupils: []model.Pupil{{ID: chidi, Forename: "Chidi", Strengths: "drawing, looking after Ada", Interests: "trains"}},
			Adults: []model.Adult{{ID: ngozi, Title: "Mrs", Forename: "Ngozi", Surname: "Okafor"}, {ID: emeka, Title: "Mr", Forename: "Emeka", Surname: "Okafor"},
				{ID: obi, Title: "Mr", Forename: "Obi", Surname: "Okafor"}},
			Links: []model.Link{
				{ID: 1, PupilID: chidi, AdultID: ngozi, Relation: model.Mother, LivesWith: model.Yes, Priority: 1},
				{ID: 2, PupilID: chidi, AdultID: emeka, Relation: model.Father, LivesWith: model.No, Priority: 2},
				{ID: 3, PupilID: chidi, AdultID: obi, Relation: model.Guardian, LivesWith: model.Yes, ParentalResponsibility: model.Yes, CourtOrder: true},
			},
		},
		Log:  log,
		Span: model.NewsSpan{From: "2026-11-02", To: "2026-12-18", Now: true},
	}
}

func good(at model.Moment, note string, adults ...int64) model.Contact {
	return model.Contact{At: at, Kind: model.GoodNews, Note: note, Adults: adults}
}

func TestEachParentHearsItInTheirOwnRight(t *testing.T) { // practices 1 and 15
	told := good("2026-11-10T09:00", "swam")
	told.Told = []model.Told{{AdultID: emeka, On: "2026-11-12"}}
	toTell := good("2026-11-10T09:00", "swam", ngozi)
	toTell.Told = []model.Told{{AdultID: emeka}}
	attempt := good("2026-11-10T09:00", "", emeka)
	attempt.Kind = model.Attempt
	for _, tc := range []struct {
		name string
		log  []model.Contact
		want string // last heard of each, whom first; the words; whether somebody is to be rung
	}{
		{"nothing", nil, "Ngozi - Emeka - | | true"},
		{"the mother was among them", []model.Contact{good("2026-11-10T09:00", "swam", ngozi)}, "Emeka - Ngozi 2026-11-10 | Mr Okafor has heard nothing himself | true"},
		{"the father was told later", []model.Contact{told}, "Ngozi - Emeka 2026-11-12 | Mrs Okafor has heard nothing herself | false"},
		{"the father is still to be told", []model.Contact{toTell}, "Emeka - Ngozi 2026-11-10 | Mr Okafor has heard nothing himself | true"},
		{"both, one after the other", []model.Contact{good("2026-11-20T09:00", "sang", emeka), good("2026-11-10T09:00", "swam", ngozi)}, "Ngozi 2026-11-10 Emeka 2026-11-20 | | false"},
		{"before the half term", []model.Contact{good("2026-10-20T09:00", "swam", ngozi, emeka)}, "Ngozi - Emeka - | | true"},
		{"it names nobody", []model.Contact{good("2026-11-10T09:00", "swam")}, "Ngozi - Emeka - | Mr Okafor and Mrs Okafor have heard nothing themselves | true"},
		{"nobody answered", []model.Contact{attempt}, "Ngozi - Emeka - | | true"},
		{"the wall counts for nobody", []model.Contact{good("2026-11-10T09:00", "swam", obi)}, "Ngozi - Emeka - | Mr Okafor and Mrs Okafor have heard nothing themselves | true"},
	} {
		n := okaforNews(tc.log...)
		var heard []string
		for _, h := range n.Hearings() {
			last := string(h.Last)
			if last == "" {
				last = "-"
			}
			heard = append(heard, h.Adult.Forename+" "+last)
		}
		got := strings.Join(strings.Fields(fmt.Sprintf("%s | %s | %v", strings.Join(heard, " "), n.UnheardWords(), n.ToRing(false))), " ")
		if got != tc.want {
			t.Errorf("%s: %s\nwant %s", tc.name, got, tc.want)
		}
	}
}

func TestWhoIsNotInTouchIsNeitherProposedNorCounted(t *testing.T) { // practice 15
	n := okaforNews(good("2026-11-10T09:00", "swam"))
	n.Adults[1].InTouch = model.AskedNotTo
	if h := n.Hearings(); len(h) != 1 || h[0].Adult.ID != ngozi || h[0].Last != "2026-11-10" {
		t.Errorf("%+v: the only parent who is left has heard what names nobody", h)
	}
	n.Adults[0].InTouch = model.NotNow
	if n.ToRing(true) || n.UnheardWords() != "" {
		t.Error("somebody is to be rung though nobody is in touch")
	}
}

func TestTheirTurnComesAgainThoughAllHaveHeard(t *testing.T) { // practice 2
	n := okaforNews(good("2026-11-10T09:00", "swam", ngozi, emeka))
	if n.ToRing(false) || !n.ToRing(true) {
		t.Errorf("to ring %v, when it is their turn %v", n.ToRing(false), n.ToRing(true))
	}
}

func TestWhatToSayStandsWrittenSomewhere(t *testing.T) { // practices 3 and 4
	ada := good("2026-11-19T09:00", "Ada sang")
	ada.Pupils = []int64{99}
	n := okaforNews(
		good("2026-11-20T09:00", "First swim without armbands. The whole class clapped.", ngozi),
		ada,
		good("2026-11-18T09:00", "Mum says he tidied up all by himself", ngozi),
		good("2026-11-17T09:00", "Told Ngozi about the certificate", ngozi),
		good("2026-11-16T09:00", "Mrs Okafor's news: a cousin came", ngozi),
		model.Contact{At: "2026-11-15T09:00", Kind: model.Concern, Note: "Lunchtimes are hard"},
		good("2026-10-09T09:00", "Helped a new boy find the hall"),
	)
	say := func(adult int64) []string {
		var all []string
		for _, s := range n.ToSay(adult, "2026-11-24") {
			all = append(all, s.Words+" ("+s.From+")")
		}
		return all
	}
	card := []string{"Chidi is good at drawing, looking after Ada (card)", "Chidi loves trains (card)"}
	want := append([]string{"First swim without armbands (Fri 20)", "Helped a new boy find the hall (Fri 9 Oct)"}, card...)
	if got := say(emeka); !slices.Equal(got, want) { // nothing of the other household
		t.Errorf("to Mr Okafor: %q\nwant %q", got, want)
	}
	want = append(append([]string{"Helped a new boy find the hall (Fri 9 Oct)"}, card...), "First swim without armbands (told Fri 20)")
	if got := say(ngozi); !slices.Equal(got, want) { // what she has heard comes last
		t.Errorf("to Mrs Okafor: %q\nwant %q", got, want)
	}
	if got := say(77); got != nil {
		t.Errorf("to somebody who is nothing to the child: %q", got)
	}
}
