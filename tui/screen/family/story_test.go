package family_test

import (
	"context"
	"fmt"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// showStory chooses what is shown of the story.
func showStory(d *tuitest.Driver, what string) *tuitest.Driver {
	d.Press("v").See("Show of the story").Press("g")
	for range 20 {
		if d.Selected(what) {
			break
		}
		d.Press("down")
	}
	return d.Press("enter")
}

// story is the page of a family of which much has happened for more than a year.
func story(t *testing.T) *tuitest.Driver {
	t.Helper()
	c := tuitest.NewSmall(t)
	family := c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	ctx := context.Background()
	pupils, err := c.Store.FamilyPupils(ctx, family)
	if err != nil {
		t.Fatal(err)
	}
	chidi := pupils[0].ID
	emeka := c.Keep(c.Store.AddAdult(ctx, model.Adult{Title: "Mr", Forename: "Emeka", Surname: "Okafor"}, family, model.Link{PupilID: chidi, Relation: model.Father}))
	ada := c.Keep(c.Store.SavePupil(ctx, model.Pupil{FamilyID: family, Forename: "Ada", Surname: "Okafor"}))
	for month := range 13 {
		day := model.Date("2026-11-05").AddMonths(-month)
		c.Log("Okafor", model.Contact{At: model.Moment(day), Channel: model.ByGate, Kind: model.GoodNews, Note: fmt.Sprintf("Good news %02d", month), Adults: []int64{c.Mother("Okafor")}, Pupils: []int64{ada}})
		c.Log("Okafor", model.Contact{At: model.Moment(day.AddDays(1)), Channel: model.ByPhone, Kind: model.Concern, Note: fmt.Sprintf("Worry %02d", month), Adults: []int64{emeka}, Pupils: []int64{chidi}})
	}
	c.Log("Okafor", model.Contact{At: "2026-11-20", Channel: model.ByGate, Kind: model.Information, Note: "The trip", Told: []model.Told{{AdultID: emeka}}})
	kept := c.Promise("Okafor", model.FollowUp{What: "Ring about the bus", Due: "2026-11-16"})
	c.Keep(c.Store.SettleFollowUp(ctx, kept, "2026-11-18", true))
	broken := c.Promise("Okafor", model.FollowUp{What: "Find a taxi", Due: "2026-11-16"})
	c.Keep(c.Store.DropFollowUp(ctx, broken, "the council said no"))
	return c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Family, ID: family}})
}

// practice 13: each entry says whether it was shared; and what became of a promise, kept late or broken.
func TestTheStorySaysWhoKnowsAndWhatBecameOfPromises(t *testing.T) {
	d := story(t)
	d.See("The trip", "to tell Mr Okafor", "Ring about the bus", "kept, 2 days late", "Find a taxi", "dropped: the council said no")
	showStory(d, "Promises").See("Ring about the bus", "Find a taxi").NotSee("The trip", "Good news 00")
}

// practice 15
func TestTheStoryIsShownByPersonAndByChild(t *testing.T) {
	d := story(t)
	showStory(d, "With Mr Okafor").See("with Mr Okafor", "Worry 00", "The trip").NotSee("Good news 00")
	showStory(d, "With Mrs Okafor").See("with Mrs Okafor", "Good news 00").NotSee("Worry 00", "The trip")
	showStory(d, "About Ada").See("about Ada", "Good news 00").NotSee("Worry 00")
	showStory(d, "All").See("Worry 00", "Good news 00")
}

// practice 16: a year is read in a minute.
func TestAYearOfTheStoryHasOneLineEachAndCounts(t *testing.T) {
	d := showStory(story(t), "A year in a minute")
	d.See("November  1 good news, 1 concern", "October  1 good news, 1 concern", "September", "one line each")
	d.Resize(60, 16).Golden("year-60x16").Resize(80, 24).Golden("year-80x24").Resize(120, 40).Golden("year-120x40").Resize(200, 60).Golden("year-200x60")
}

// practice 16
func TestTheStoryIsWalkedMonthByMonth(t *testing.T) {
	d := story(t)
	for range 3 {
		d.Press("left")
	}
	if !d.Selected("Worry 03") {
		t.Errorf("three months back:\n%s", d.Screen())
	}
	d.Press("down", "right")
	if !d.Selected("Worry 03") {
		t.Errorf("the beginning of the month:\n%s", d.Screen())
	}
	d.Press("right")
	if !d.Selected("Worry 02") {
		t.Errorf("a month on:\n%s", d.Screen())
	}
	for range 40 {
		d.Press("left")
	}
	if !d.Selected("Worry 12") {
		t.Errorf("the first month:\n%s", d.Screen())
	}
}

// Corrections keep the old text.
func TestACorrectedLineShowsWhatStoodThere(t *testing.T) {
	d := okafors(t)
	ctx := context.Background()
	e := model.FamilyEntry{FamilyID: 1, Kind: model.WhatHelps, On: "2026-11-20", Text: "Ring before nine"}
	change, err := d.Store.SaveFamilyEntry(ctx, e)
	if err != nil {
		t.Fatal(err)
	}
	e.ID, e.Text = change.New, "Ring after nine"
	if _, err := d.Store.SaveFamilyEntry(ctx, e); err != nil {
		t.Fatal(err)
	}
	d.Press("c", "enter", "enter").Type("A ticket").Press("ctrl+s") // the page asks again
	d.See("Ring after nine", "corrected").Press("down", "enter")
	d.See("Was, until today", "text: Ring before nine").Press("esc")
	var line view.Timeline
	if line, err = d.Store.Timeline(ctx, 1, view.TimelineOf{Filter: view.Everything}, 10, 0); err != nil || len(line.Rows) != 2 {
		t.Errorf("%+v, %v", line.Rows, err)
	}
}
