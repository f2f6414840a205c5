package week_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

func opened(t *testing.T, o tuitest.Options) *tuitest.Driver {
	t.Helper()
	o.Families, o.Start = 61, screen.Route{Kind: screen.Week}
	return tuitest.New(t, o)
}

func TestTheWeekInFigures(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		d := opened(t, tuitest.Options{Width: size[0], Height: size[1]})
		d.Golden(fmt.Sprintf("week-%dx%d", size[0], size[1]))
		d.Press("tab", "tab").Golden(fmt.Sprintf("term-%dx%d", size[0], size[1]))
	}
}

// practice 60: what one looks back on is kept as figures, and each figure leads to its list.
func TestAFigureLeadsToItsList(t *testing.T) {
	d := opened(t, tuitest.Options{})
	d.See("Looking back on the week of Mon 23 Nov", "spoken with", "late now")
	d.Press("left").See("week of Mon 16 Nov", "late when it ended").Press("right", "right").See("week of Mon 23 Nov")
	d.Press("tab").See("Looking back on Autumn 2").Press("tab").See("Looking back on Autumn term 2026").Press("shift+tab", "left").See("Looking back on Autumn 1")
	d.Press("end").See("Meetings").Press("enter").See("Meetings", "coming")
}

func TestThePageCountsWhatIsKeptWhileItIsOpen(t *testing.T) {
	d := opened(t, tuitest.Options{})
	before := d.Screen()
	found, err := d.Store.Find(context.Background(), "okafor")
	if err != nil {
		t.Fatal(err)
	}
	c := model.Contact{FamilyID: found.Families[0].ID, Kind: model.Concern, At: "2026-11-24T08:41", Note: "Lunch was hard"}
	if _, err := d.Store.SaveContact(context.Background(), view.NewContact{Contact: c}); err != nil {
		t.Fatal(err)
	}
	d.Press("1")
	d.Press("ctrl+p").Type("look back").Press("enter").See("Looking back on the week")
	if d.Screen() == before {
		t.Error("a new worry changed no figure")
	}
}

func TestWithoutTermDatesThereAreOnlyWeeks(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Week}})
	d.See("Looking back on the week of Mon 23 Nov").Press("tab").See("Looking back on the week of Mon 23 Nov")
}

// On the last school day of a week Today leads to the page, and on that of a term to the term's.
func TestTodayAsksToLookBackWhenAWeekOrATermEnds(t *testing.T) {
	for day, want := range map[string]string{"2026-11-27": "Looking back on the week of Mon 23 Nov", "2026-12-18": "Looking back on Autumn term 2026"} {
		now, err := time.Parse("2006-01-02 15:04", day+" 15:30")
		if err != nil {
			t.Fatal(err)
		}
		d := tuitest.New(t, tuitest.Options{Families: 61, Now: now, Width: 120, Height: 60})
		d.See("look back on the").ClickOn("look back on the").Press("enter").See(want)
	}
	opened(t, tuitest.Options{}).Press("1").NotSee("look back on the")
}
