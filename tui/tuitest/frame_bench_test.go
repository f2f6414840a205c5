package tuitest_test

import (
	"testing"

	"kettle/tui/tuitest"
)

// BenchmarkFrame moves by one row in the list of families, and draws: what one key costs.
func BenchmarkFrame(b *testing.B) {
	d := tuitest.New(b, tuitest.Options{Families: 60}).Press("2")
	keys := []string{"down", "up"}
	for i := 0; b.Loop(); i++ {
		d.App.Update(tuitest.Key(keys[i%2]))
		d.App.View()
	}
}
