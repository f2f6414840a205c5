package followups_test

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

var list = screen.Route{Kind: screen.FollowUps}

func promised(t *testing.T) *tuitest.Small {
	t.Helper()
	c := tuitest.NewSmall(t)
	c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	c.AddFamily("Nowak", "Jan", "5A", "Ewa")
	c.AddFamily("Haddad", "Zoë", "6C", "Rana")
	ctx := context.Background()
	meeting := c.Keep(c.Store.SaveMeeting(ctx, model.Meeting{FamilyID: c.Family("Okafor"), Kind: model.HonestConversation, Start: "2026-11-20T15:30"}))
	c.Promise("Okafor", model.FollowUp{What: "Thank Mrs Okafor for Friday's meeting", Kind: model.ThankYou, MeetingID: meeting, AdultID: c.Mother("Okafor"),
		Due: "2026-11-23", DueRule: "school days (rules.md R7)", DueFrom: "2026-11-20", DueCount: 1, DueSetBy: "Kettle", Promised: "2026-11-20T16:15"})
	c.Promise("Nowak", model.FollowUp{What: "Ring Ewa Nowak back", Due: "2026-11-24", DueAt: "16:00", AdultID: c.Mother("Nowak"), DateTold: true, Promised: "2026-11-17T08:40"})
	c.Promise("Nowak", model.FollowUp{What: "A quiet place for reading", Due: "2026-11-26"})
	c.Promise("Okafor", model.FollowUp{What: "Ask how lunchtimes go", Kind: model.AskUnderstood, Due: "2026-12-11", Questions: "Does he tell of lunch at home?"})
	c.Promise("Haddad", model.FollowUp{What: "Find the old reports"})
	c.Promise("Haddad", model.FollowUp{What: "Ask the psychologist for a date", Whose: model.OfStaff, Who: "Ms Reed", Due: "2026-11-25"})
	c.Promise("Haddad", model.FollowUp{What: "Send us the hearing test letter", Whose: model.OfFamily, AdultID: c.Mother("Haddad"), Due: "2026-11-20"})
	return c
}

func TestTheListInFourSizes(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		promised(t).Open(tuitest.Options{Width: size[0], Height: size[1], Start: list}).Golden(fmt.Sprintf("followups-%dx%d", size[0], size[1]))
	}
}

func TestEachSaysToWhomWhereAndHowLongAgo(t *testing.T) {
	d := promised(t).Open(tuitest.Options{Width: 160, Height: 40, Start: list})
	d.See("Late", "Today", "This week", "Later", "Waiting for others", "colleagues 1 · families 1", "7 open")
	d.See("by you to Mrs Okafor, 4 days", "honest conversation, Fri 20", "1 school day from Fri 20 Nov")
	d.Press("down").See("by you to Mrs Nowak, 7 days", "they know the date")
	d.Press("G", "up").See("by Mrs Haddad")
}

// rules.md R12: the old day stays beside the new one, with who moved it.
func TestTheHelpIsWrittenInWholeSentences(t *testing.T) {
	promised(t).Open(tuitest.Options{Start: list, Width: 120, Height: 40}).Press("?").See("A promise that is kept, or  ", "moved in good time and said so, is what trust is made of.")
}

func TestMovingKeepsTheOldDate(t *testing.T) {
	d := promised(t).Open(tuitest.Options{Start: list})
	d.Press("s").Type("fri").Press("enter").See("before    Mon 23 Nov", "set by hand", "by Ms")
	d.Press("u").See("1 day late").NotSee("before    Mon 23 Nov")
}

func TestDoneAndOpenAgainInTheOtherView(t *testing.T) {
	d := promised(t).Open(tuitest.Options{Start: list})
	d.Press("space").See("6 open").Press("v").See("Done and dropped", "✓ done today", "Thank Mrs Okafor", "1 done or dropped")
	d.Press("space").See("Nothing has been done or dropped yet.").Press("v").See("7 open", "1 day late")
}

func TestDroppedKeepsItsReason(t *testing.T) {
	d := promised(t).Open(tuitest.Options{Start: list})
	d.Press("d").Type("thanked her at the gate").Press("enter").Press("v").See("– dropped today", "thanked her at the")
	d.Press("u").See("Nothing has been done")
}

// practice 13: who was told, how and when stands in the log without typing it twice.
func TestMarkingThatTheyWereTold(t *testing.T) {
	d := promised(t).Open(tuitest.Options{Start: list})
	d.Press("down", "down", "x").See("They were told", "Mrs Nowak").Press("enter", "enter").See("they were told today")
	entries, err := d.Store.FamilyContacts(context.Background(), familyOf(t, d, "Nowak"), 5, 0)
	if err != nil || len(entries) != 1 || entries[0].Note != "Told the date, Thu 26 Nov: A quiet place for reading" {
		t.Errorf("the log: %+v, %v", entries, err)
	}
	d.Press("u").NotSee("they were told today")
}

// The one wall: whoever a court order keeps away is not offered to be told.
func TestNobodyBehindAnOrderIsOfferedToBeTold(t *testing.T) {
	c := promised(t)
	ctx := context.Background()
	pupils, _ := c.Store.FamilyPupils(ctx, c.Family("Nowak"))
	c.Keep(c.Store.AddAdult(ctx, model.Adult{Title: "Mr", Forename: "Piotr", Surname: "Nowak"}, c.Family("Nowak"),
		model.Link{PupilID: pupils[0].ID, Relation: model.Father, CourtOrder: true, OrderText: "no contact"}))
	d := c.Open(tuitest.Options{Start: list})
	d.Press("down", "x").See("They were told", "Mrs Nowak").Press("down").NotSee("Mr Nowak")
}

func TestFilterByFamilyOrWords(t *testing.T) {
	d := promised(t).Open(tuitest.Options{Start: list})
	d.Press("/").Type("haddad").See("3 open", "hearing test").NotSee("Ring Ewa")
	d.Press("down").Press("esc").See("7 open")
	d.Press("/").Type("no such thing").See("No promise fits")
}

func TestAddingForAFamilyThatIsChosen(t *testing.T) {
	d := promised(t).Open(tuitest.Options{Start: list})
	d.Press("n").See("whose?").Type("had").Press("down", "enter").See("A follow-up: Haddad")
	d.Type("Book the hall").Press("tab").Type("fri").Press("ctrl+s").See("Book the hall", "8 open").NotSee("A follow-up: Haddad")
}

func TestChangingAPromise(t *testing.T) {
	d := promised(t).Open(tuitest.Options{Width: 160, Height: 40, Start: list})
	d.Press("e").See("Change: Okafor", "Mrs Okafor").Type(" and cake").Press("ctrl+s").See("and cake")
	d.See("1 school day from Fri 20 Nov") // the rule of a date that was not touched stays
}

func TestSelectionStaysOnItsPromise(t *testing.T) {
	d := promised(t).Open(tuitest.Options{Start: list})
	d.Press("down").See("they know the date")
	if _, err := d.Store.SaveFollowUp(context.Background(), model.FollowUp{FamilyID: familyOf(t, d, "Haddad"), What: "Came in between", Due: "2026-11-20"}); err != nil {
		t.Fatal(err)
	}
	d.Press("x", "esc").Wait(2 * time.Second)
	d.See("they know the date")
}

func TestAThousandAreScrolledWithoutReadingAll(t *testing.T) {
	c := tuitest.NewSmall(t)
	c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	_, err := c.Store.SaveContact(context.Background(), view.NewContact{
		Contact:   model.Contact{FamilyID: c.Family("Okafor"), Kind: model.Information, Note: "many"},
		FollowUps: many(1000),
	})
	if err != nil {
		t.Fatal(err)
	}
	d := c.Open(tuitest.Options{Start: list})
	d.See("1000 open", "number 0000").Press("G").See("number 0999")
	for range 40 {
		d.Press("pgup")
	}
	d.See("number 0000")
	for range 12 {
		d.Press("pgdown")
	}
	d.See("number 0").NotSee("number 0000")
}

func many(n int) []model.FollowUp {
	all := make([]model.FollowUp, n)
	for i := range all {
		all[i] = model.FollowUp{What: fmt.Sprintf("number %04d", i), Due: model.Date("2026-11-25").AddDays(i / 3)}
	}
	return all
}

func TestAnEmptyListSaysHowPromisesCome(t *testing.T) {
	tuitest.NewSmall(t).Open(tuitest.Options{Start: list, Width: 80, Height: 24}).See("Nothing is promised.", "n adds a follow-up")
}

func familyOf(t *testing.T, d *tuitest.Driver, name string) int64 {
	t.Helper()
	rows, err := d.Store.FamilyList(context.Background(), name, view.ByName, 0, 1)
	if err != nil || len(rows.Rows) == 0 {
		t.Fatalf("no family %s: %v", name, err)
	}
	return rows.Rows[0].ID
}
