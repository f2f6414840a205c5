//go:build linux

package faults_test

// sitting is one run of the program: its arguments, and what is done in it.
type sitting struct {
	args []string
	keys []pressed
}

// pressed are some keys, and what is seen then.
type pressed struct {
	keys, see string
	then      promise
}

// promise is what a person may rely on when they have seen it.
type promise int

const (
	nothing promise = iota
	kept
	draftKept // after two seconds without a key
)

const (
	down  = "\x1b[B"
	save  = "\x13"
	leave = "\x1b"
	redo  = "\x12"
)

// officeExport is what a school's office could write.
const officeExport = `UPN,Legal Surname,Legal Forename,DOB,Year Group,Reg,Relationship,Contact Title,Contact Surname,Contact Forename,Mobile
G999999916001,Lindqvist,Freja,03/11/2016,Year 4,4H,Mother,Mrs,Lindqvist,Maja,07700 900123
Q999999920002,Lindqvist,Nils,19/02/2020,Reception,RO,Mother,Mrs,Lindqvist,Maja,07700 900123
N999999914003,Haddow,Iris,30/09/2014,Year 6,6K,Father,Mr,Haddow,Angus,07700 900124
`

const (
	firstNotes  = "The library is quiet at lunch."
	secondNotes = " He would go with Sam."
)

// sittings are one start after the other, on one caseload, with every kind of write.
var sittings = []sitting{
	{keys: []pressed{ // a family, changed, with another adult and another child
		{"", "Today", nothing},
		{"2", "1 family", nothing},
		{"n", "Add a family", nothing},
		{"Zzyzx\tMina\tZzyzx\t14/3/2018\t\t4B\t\t\tMrs\tLayla\tZzyzx\tm", "Layla", nothing},
		{save, "undo: added the Zzyzx", kept},
		{"\x10change the family\r", "With you since", nothing},
		{"\tLikes a text first", "Likes a text first", nothing},
		{save, "undo: changed the Zzyzx", kept},
		{"n", "Add to the Zzyzx", nothing},
		{"\r", "Add an adult", nothing},
		{"Mr\tOmar\tZzyzx", "Omar", nothing},
		{save, "undo: added Mr", kept},
		{"n", "Add to the Zzyzx", nothing},
		{down + "\r", "Add a child", nothing},
		{"Sol\tZzyzx", "Sol", nothing},
		{save, "undo: added Sol", kept},
		{"u", "Taken back: added Sol", kept},
		{redo, "undo: added Sol", kept},
	}},
	{keys: []pressed{ // the log and what is promised
		{"", "Today", nothing},
		{"2", "2 families", nothing},
		{"\r", "Families › Okafor", nothing},
		{"c", "Log a contact", nothing},
		{"\x05", "Note", nothing},
		{"\t\tLoved the reading certificate", "Loved the reading certificate", nothing},
		{save, "undo: logged good news", kept},
		{"f", "By when", nothing},
		{"Ring about the trip\tfri", "Ring about the trip", nothing},
		{save, "undo: added a follow-up", kept},
		{"4", "4 open", nothing},
		{"gs", "It is due", nothing},
		{"thu\r", "undo: moved", kept},
		{" ", "undo: done", kept},
		{"u", "Taken back: done", kept},
		{"2n", "Add a family", nothing},
		{"Half a name", "Half a name", draftKept},
	}},
	{keys: []pressed{ // a meeting is prepared
		{"", "Today", nothing},
		{"3", "1 coming", nothing},
		{"\r", "Okafor · Honest", nothing},
		{"i", "Told why", nothing},
		{down + down + " ", "✓ today", kept},
		{leave, "Why ", nothing},
		{"\x10agenda of the\r", "What we could try", nothing},
		{"n", "ctrl+s keep", nothing},
		{"Trip money" + save, "undo: added a line", kept},
	}},
	{keys: []pressed{ // notes are typed at the table
		{"", "Today", nothing},
		{"3", "1 coming", nothing},
		{"\r", "Okafor · Honest", nothing},
		{"r", "Agreed", kept},
		{"\t\t\t" + firstNotes, firstNotes[:20], draftKept},
		{secondNotes, "He would g", draftKept},
	}},
	{keys: []pressed{ // and the meeting ends
		{"", "Today", nothing},
		{"3", "1 coming", nothing},
		{"\r", "Okafor · Honest", nothing},
		{"r", firstNotes[:20], nothing},
		{"\t\t", "Their words", kept},
		{"\tMr Shah opens the library from mon\r", "from Mon 30", kept},
		{save, "Draw a line", nothing},
		{save, "The line is drawn", kept},
	}},
	{keys: []pressed{ // a setting
		{"", "Today", nothing},
		{"7", "Tallow Green", nothing},
		{"\r", "Your name", nothing},
		{"-Hale" + save, "undo: ", kept},
	}},
	{args: []string{"backup"}, keys: []pressed{{"", "Made and checked", kept}}},
	{args: []string{"import"}, keys: []pressed{
		{"", "nothing is written yet", nothing},
		{save, "u takes it back", kept},
		{"u", "Taken back", kept},
		{redo, "undo: ", kept},
	}},
}
