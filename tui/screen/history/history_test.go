package history_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// changed is a caseload in which Mrs Okafor was changed on two days.
func changed(t *testing.T, o tuitest.Options) *tuitest.Driver {
	t.Helper()
	c := tuitest.NewSmall(t)
	family := c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	ctx := context.Background()
	a, err := c.Store.Adult(ctx, c.Mother("Okafor"))
	if err != nil {
		t.Fatal(err)
	}
	a.Phones = []model.Phone{{Type: model.PhoneMobile, Number: "07700 900123"}}
	a.LeaveMessage = model.Yes
	c.Keep(c.Store.SaveAdult(ctx, a))
	o.Start, o.Now = screen.Route{Kind: screen.Families}, tuitest.Morning.Add(27*time.Hour)
	d := c.Open(o)
	a.Notes = "Prefers to be rung after nine, when the little one sleeps; works nights at the hospital in the first half of each month, and hates the word “engagement”."
	a.Language = "Igbo"
	c.Keep(d.Store.SaveAdult(ctx, a))
	links, err := d.Store.FamilyLinks(ctx, family)
	if err != nil {
		t.Fatal(err)
	}
	links[0].MayBeContacted = model.No
	c.Keep(d.Store.SaveLink(ctx, links[0]))
	return d
}

func TestTheHistoryInFourSizes(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		changed(t, tuitest.Options{Width: size[0], Height: size[1]}).Press("enter", "tab", "H").Golden(fmt.Sprintf("history-%dx%d", size[0], size[1]))
	}
}

func TestWhoWhenAndFromWhatToWhat(t *testing.T) {
	d := changed(t, tuitest.Options{}).Press("enter", "tab", "H")
	d.See("History › Mrs Ngozi Okafor", "today 11:41", "yesterday 08:41", "Ms Bright")
	d.See("may be contacted", "not known → no", "language", "nothing → Igbo", "phone 07700 900123", "added")
	d.NotSee("updated_at", "adult_id")
	d.Press("space").See("took back: ", "no → not known", "taken back")
	d.Press("esc").See("Families › Okafor")
}

// A step that is not the last one is taken back from its history, and that is undone as any other.
func TestTheHelpIsWrittenInWholeSentences(t *testing.T) {
	changed(t, tuitest.Options{Width: 120, Height: 40}).Press("enter", "tab", "H", "?").See("A change of the last year and more is whole; of older ones")
}

func TestAStepIsTakenBackFromTheHistory(t *testing.T) {
	d := changed(t, tuitest.Options{}).Press("enter", "tab", "H", "down", "down", "space")
	d.See("taken back", "Igbo → nothing").Press("u").See("nothing → Igbo")
	d.Press("G", "space").See("came later and stands on it")
}

func TestEachSelectedThingHasItsOwnHistory(t *testing.T) {
	for _, c := range []struct {
		keys []string
		name string
	}{
		{[]string{"2", "H"}, "History › Okafor"},
		{[]string{"2", "enter", "tab", "H"}, "History › Mrs Ngozi Okafor"},
		{[]string{"2", "enter", "tab", "tab", "H"}, "History › Chidi Okafor"},
		{[]string{"4", "H"}, "History › Ring them back"},
		{[]string{"1", "H"}, "History › Ring them back"},
		{[]string{"7", "H"}, "History › School"},
	} {
		d := changed(t, tuitest.Options{})
		d.Press("2", "f").Type("Ring them back").Press("tab").Type("today").Press("ctrl+s")
		d.Press(c.keys...).See(c.name)
	}
}

func TestNothingSelectedHasNoHistory(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Meetings}})
	d.Press("H").See("Nothing is selected here whose history could be read.")
}
