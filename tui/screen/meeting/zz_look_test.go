package meeting_test

import (
	"fmt"
	"testing"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

func TestLook(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 60, Start: screen.Route{Kind: screen.Meetings}})
	fmt.Println(d.Screen())
	d.Press("enter")
	fmt.Println(d.Screen())
	d.Resize(80, 24)
	fmt.Println(d.Screen())
	d.Resize(200, 60)
	fmt.Println(d.Screen())
}
