package faults_test

import (
	"context"
	"database/sql"
	"testing"
	"time"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// fullDisk is a form in which something is typed while no draft can be kept, until there is room.
func fullDisk(t *testing.T) (d *tuitest.Driver, room func()) {
	t.Helper()
	d = tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	d.Press("n").Type("Zzyzx").See("Zzyzx")
	db, err := sql.Open("sqlite", d.Store.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if _, err := db.Exec("CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE(FAIL, 'no room'); END"); err != nil {
		t.Fatal(err)
	}
	return d, func() {
		if _, err := db.Exec("DROP TRIGGER full"); err != nil {
			t.Fatal(err)
		}
	}
}

func TestQuittingStaysOnceWhileWhatIsTypedCannotBeKept(t *testing.T) {
	d, _ := fullDisk(t)
	d.Press("ctrl+c").See("Kettle has not left", "Zzyzx")
	if d.Ended {
		t.Fatal("the program left with what was typed")
	}
	if d.Press("ctrl+c"); !d.Ended {
		t.Error("the second time does not leave")
	}
}

func TestASignalLeavesThoughNothingCanBeKept(t *testing.T) {
	d, _ := fullDisk(t)
	if d.Send(screen.QuitMsg{}); !d.Ended {
		t.Errorf("the program stays, where nobody can answer:\n%s", d.Screen())
	}
}

func TestADraftThatCannotBeKeptSaysSoOnceAndIsTriedAgain(t *testing.T) {
	d, room := fullDisk(t)
	d.Type("a").Wait(2*time.Second).See("Kettle goes on trying", "Zzyzxa").Press("esc")
	d.Wait(10 * time.Second).NotSee("Kettle goes on trying")
	room()
	d.Wait(2 * time.Second).See("What you type is kept again")
	drafts, err := d.Store.Drafts(context.Background())
	if err != nil || len(drafts) != 1 || drafts[0].Body["family"] != "Zzyzxa" {
		t.Errorf("drafts: %v, %v", drafts, err)
	}
}
