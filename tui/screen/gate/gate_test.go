package gate_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// gate is a person at the gate on a Tuesday in November.
func gate(t *testing.T, o tuitest.Options) *tuitest.Driver {
	t.Helper()
	c, ctx := tuitest.NewSmall(t), context.Background()
	for _, f := range [][4]string{{"Okafor", "Chidi", "4B", "Ngozi"}, {"Haddad", "Zoë", "6C", "Rana"}, {"Nowak", "Luki", "4B", "Ewa"}} {
		c.AddFamily(f[0], f[1], f[2], f[3])
	}
	a, err := c.Store.Adult(ctx, c.Mother("Nowak"))
	if err != nil {
		t.Fatal(err)
	}
	a.Notes = "Brings him in the mornings."
	c.Keep(c.Store.SaveAdult(ctx, a))
	c.Log("Okafor", model.Contact{At: "2026-11-20T08:40", Channel: model.ByGate, Kind: model.CheckIn})
	c.Log("Haddad", model.Contact{At: "2026-11-12T08:40", Channel: model.ByGate, Kind: model.GoodNews})
	c.Log("Haddad", model.Contact{At: "2026-11-23T16:40", Channel: model.ByPhone, Kind: model.Concern, Note: "lunchtimes"})
	c.Keep(c.Store.SaveMeeting(ctx, model.Meeting{FamilyID: c.Family("Okafor"), Kind: model.HonestConversation, Start: "2026-11-24T15:30"}))
	o.Start = screen.Route{Kind: screen.Gate}
	return c.Open(o)
}

func TestAHelloIsNotedWithOneKey(t *testing.T) { // practices 5 and 6
	d := gate(t, tuitest.Options{})
	d.See("3 families, greeted longest ago first", "○ not yet", "Mrs Nowak brings", "! a worry is open: say hello, talk inside", "! comes today at 15:30: say hello only")
	if !d.Selected("Nowak") {
		t.Error("who was never greeted does not stand first")
	}
	d.Press("space").See("✓ today 08:41")
	if !d.Selected("Haddad") {
		t.Errorf("the next family is not selected:\n%s", d.Screen())
	}
	d.Press("space", "space").See("✓ today 08:41").NotSee("○")
	d.Press("space").See("was greeted today already").Press("u", "u", "u").See("○ not yet").NotSee("✓")
}

func TestWithoutSchoolNobodyIsGreeted(t *testing.T) {
	d := gate(t, tuitest.Options{Now: time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)})
	d.See("No school today: nobody comes to the gate").Press("space").NotSee("✓")
}

func TestTheListIsPrintedOnAPageByClass(t *testing.T) { // practice 5
	d := gate(t, tuitest.Options{})
	d.Press("p").See("Print the list for the gate as").Press("down", "enter")
	if len(d.Shown) != 1 {
		t.Fatalf("nothing was printed:\n%s", d.Screen())
	}
	text, err := os.ReadFile(d.Shown[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"At the gate, Tuesday 24 November", "4B\n[ ]  Nowak", "6C\n[ ]  Haddad", "hello only"} {
		if !strings.Contains(strings.ReplaceAll(string(text), "\r\n", "\n"), want) {
			t.Errorf("%q is not on the page:\n%s", want, text)
		}
	}
	if strings.Contains(string(text), "worry") {
		t.Errorf("the page says of a worry:\n%s", text)
	}
}

func TestAFamilyIsFoundAndOpened(t *testing.T) {
	d := gate(t, tuitest.Options{})
	d.Press("/").Type("zoë").See("1 family").Press("enter").See("Families › Haddad").Press("esc").See("1 family").Press("esc").See("3 families")
	d.Press("/").Type("zzz").See("No family fits “zzz”").Press("esc", "v").See("The lists of the log", "At the gate")
}

func TestTheGateLooksAsItDid(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		tuitest.New(t, tuitest.Options{Families: 60, Width: size[0], Height: size[1], Start: screen.Route{Kind: screen.Gate}}).Golden(fmt.Sprintf("gate-%dx%d", size[0], size[1]))
	}
	tuitest.NewSmall(t).Open(tuitest.Options{Width: 80, Height: 24, Start: screen.Route{Kind: screen.Gate}}).See("No family has a child at the school").Golden("empty-80x24")
}
