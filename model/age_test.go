package model

import "testing"

func TestAgeChangesOnTheBirthday(t *testing.T) {
	tests := []struct {
		born, today Date
		years       int
		known       bool
	}{
		{"2018-11-24", "2026-11-23", 7, true},
		{"2018-11-24", "2026-11-24", 8, true},
		{"2020-02-29", "2026-02-27", 5, true},
		{"2020-02-29", "2026-02-28", 6, true},
		{"2026-11-24", "2026-11-24", 0, true},
		{"2027-01-01", "2026-11-24", 0, false},
		{"", "2026-11-24", 0, false},
	}
	for _, test := range tests {
		years, known := Pupil{Born: test.born}.Age(test.today)
		if years != test.years || known != test.known {
			t.Errorf("born %s, on %s: %d, %v; want %d, %v", test.born, test.today, years, known, test.years, test.known)
		}
	}
}
