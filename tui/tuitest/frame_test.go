package tuitest_test

import (
	"context"
	"testing"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

func withFamilies(t *testing.T, names ...string) *tuitest.Driver {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	for _, n := range names {
		if _, err := d.Store.SaveFamily(context.Background(), model.Family{Name: n}); err != nil {
			t.Fatal(err)
		}
	}
	return d.Press("2")
}

func TestAFamilyIsFoundByAFewLetters(t *testing.T) {
	d := withFamilies(t, "Okafor", "Haddad", "Nowak")
	t.Log("\n" + d.Screen())
	d.See("Okafor", "Haddad", "3 families")
	d.Press("/").Type("hadd").See("Haddad", "1 of 3 families").NotSee("Okafor")
	d.Press("esc").See("Okafor")
}
