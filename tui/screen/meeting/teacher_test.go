package meeting_test

import "testing"

// practice 17: the class teacher sees the child every day, and is found by the classes they have.
func TestTheColleagueWhoHasTheClassIsProposed(t *testing.T) {
	s := at(t, 120, 46)
	d := s.d.Press("7").ClickOn("Mrs Bell").Press("e").See("Classes")
	d.Press("tab").Type("h").Press("tab").See("▌Classes").Type("5A, 4B").Press("ctrl+s").See("head of year, 5A, 4B")
	d.Press("2")
	s.planned().See("Ms Reed, Mr Shah, Mrs Bell", "The class teacher's view asked for")
}
