package tuitest_test

import (
	"context"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// practice 16: whatever was said is found again, by any of its words.
func TestAnythingIsFoundByAFewLetters(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 61, Start: screen.Route{Kind: screen.Today}})
	d.Press("ctrl+p").Type("access").See("Subject access request: whole record", "on a family’s page").Press("enter").See("is on a family’s page")
	d.Press("ctrl+p").Type("okaf").See("Okafor", "Chidi 4B", "Okafor · honest conversation").Press("enter").See("Families › Okafor")
	d.Press("ctrl+p").Type("ngozi okaf").See("Mrs Ngozi Okafor").Press("esc")
	d.Press("ctrl+p").Type("certificate okafor").See("Okafor: Loved the reading certificate").Press("esc")
	d.Press("ctrl+p").Type("quzzlement").See("Nothing here is called that.").Press("esc")
}

// From anywhere to anywhere in three keys: what was open lately is offered before anything is typed.
func TestWhereOneHasBeenIsOfferedFirst(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 61, Start: screen.Route{Kind: screen.Today}})
	d.Press("ctrl+p").Type("haddad").Press("enter").See("Families › Haddad")
	d.Press("ctrl+p").Type("okafor").Press("enter").See("Families › Okafor")
	d.Press("7", "ctrl+p").See("lately, in Families")
	d.Press("down", "enter").See("Families › Haddad")
}

// Words of long ago are found while one waits, and a letter typed meanwhile counts at once.
func TestWordsOfLongAgoAreFoundInALongLog(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 400, Start: screen.Route{Kind: screen.Today}})
	family, err := d.Store.Find(context.Background(), "okafor")
	if err != nil || len(family.Families) == 0 {
		t.Fatalf("no Okafors: %v", err)
	}
	old := model.Contact{FamilyID: family.Families[0].ID, Kind: model.Information, At: "2019-01-07T09:00", Note: "The zeppelin flew"}
	if _, err := d.Store.SaveContact(context.Background(), view.NewContact{Contact: old}); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+p").Type("zeppelin").See("The zeppelin flew")
	d.Type("s").NotSee("The zeppelin flew")
}
