package tuitest_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/tui/tuitest"
)

// backedUp is how many backups lie beside the caseload.
func backedUp(t *testing.T, d *tuitest.Driver) int {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(filepath.Dir(d.Store.Path()), "backups", "caseload-*.db"))
	if err != nil {
		t.Fatal(err)
	}
	return len(found)
}

func keepFamily(t *testing.T, d *tuitest.Driver, name string) {
	t.Helper()
	if _, err := d.Store.SaveFamily(context.Background(), model.Family{Name: name}); err != nil {
		t.Fatal(err)
	}
}

func TestABackupIsMadeInAQuietMomentAndAgainWhileSomethingIsKept(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{})
	keepFamily(t, d, "Okafor")
	for range 4 { // somebody is typing
		d.Press("j").Wait(time.Second)
	}
	if n := backedUp(t, d); n != 0 {
		t.Errorf("%d backups were made while somebody was typing", n)
	}
	if d.Wait(3 * time.Second); backedUp(t, d) != 1 {
		t.Errorf("%d backups in a quiet moment, want 1", backedUp(t, d))
	}
	if d.Wait(40 * time.Minute); backedUp(t, d) != 1 {
		t.Errorf("%d backups, though nothing was kept since", backedUp(t, d))
	}
	keepFamily(t, d, "Petrov")
	if d.Wait(6 * time.Minute); backedUp(t, d) != 2 {
		t.Errorf("%d backups after something was kept, want 2", backedUp(t, d))
	}
}

func TestACaseloadThatIsOnlyLookedAtIsNotBackedUp(t *testing.T) {
	c := tuitest.NewSmall(t)
	c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	d := c.Open(tuitest.Options{ReadOnly: true})
	if d.Wait(time.Minute); backedUp(t, d) != 0 {
		t.Error("a backup was made")
	}
}

func TestThatNoBackupCouldBeMadeIsSaidOnce(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{})
	keepFamily(t, d, "Okafor")
	inTheWay := filepath.Join(filepath.Dir(d.Store.Path()), "backups")
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d.Wait(3 * time.Second)
	if !strings.Contains(d.Screen(), "backup") {
		t.Fatalf("nothing was said:\n%s", d.Screen())
	}
	said := d.Press("esc").Screen()
	if d.Wait(2 * time.Hour); strings.Contains(d.Screen(), "! ") && !strings.Contains(said, "! ") {
		t.Errorf("it was said again:\n%s", d.Screen())
	}
	if err := os.Remove(inTheWay); err != nil {
		t.Fatal(err)
	}
	if d.Wait(6 * time.Minute); backedUp(t, d) != 1 {
		t.Error("no backup was made once it could be")
	}
}

func TestAStickThatIsAwayIsMentionedOnce(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{})
	keepFamily(t, d, "Okafor")
	stick := filepath.Join(t.TempDir(), "STICK")
	if _, err := d.Store.SaveSetting(context.Background(), model.SecondBackupPlace, stick); err != nil {
		t.Fatal(err)
	}
	d.Wait(3 * time.Second).See("The second place for backups,")
	for range 30 {
		d.Wait(time.Minute).NotSee("second place for backups")
	}
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	d.Wait(6 * time.Minute).NotSee("second place for backups")
	if copies, _ := filepath.Glob(filepath.Join(stick, "kettle-backups", "*", "caseload-*.db")); len(copies) != backedUp(t, d) {
		t.Errorf("the stick holds %v", copies)
	}
}
