package tuitest

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kettle/model"
)

// practice 12
func TestAConflictedCopyIsSaidOnceTheFirstScreenStandsAndStaysUntilRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.db")
	d := New(t, Options{Path: path})
	if _, err := d.Store.SaveFamily(context.Background(), model.Family{Name: "Okafor"}); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "caseload-LAPTOP.db"), file, 0o600); err != nil {
		t.Fatal(err)
	}
	d.Wait(1900 * time.Millisecond).NotSee("LAPTOP")
	d.Wait(200*time.Millisecond).See("“caseload-LAPTOP.db”", "OneDrive", "esc read")
	d.Wait(time.Minute).See("“caseload-LAPTOP.db”")
	d.Press("esc").NotSee("LAPTOP")
	again := New(t, Options{Path: path})
	again.Wait(3 * time.Second).NotSee("LAPTOP")
}

func TestAnOrdinaryFolderIsNotSpokenOf(t *testing.T) {
	d := New(t, Options{})
	before := d.Screen()
	d.Wait(3 * time.Second)
	if after := d.Screen(); after != before {
		t.Errorf("the screen became:\n%s", after)
	}
}
