package model

// The made-up meeting of the Okafors, on whom most tests of meetings look.

const okaforToday = Date("2026-11-24") // a Tuesday

const (
	chidiID int64 = iota + 1
	adaID
	ngoziID
	emekaID
	graceID
	reedID
	shahID
	bellID
	itoID
	doyleID
)

// okaforAdults live in two households.
func okaforAdults() []Adult {
	return []Adult{
		{ID: ngoziID, Title: "Mrs", Forename: "Ngozi", Surname: "Okafor", Address: "12 Mill Lane\nOrchard", Postcode: "ZZ1 1AA",
			Phones: []Phone{{Number: "07700 900123"}}, Emails: []Email{{Address: "ngozi@example.org"}}, Times: "not before 14:00, works nights", Channel: ByText},
		{ID: emekaID, Title: "Mr", Forename: "Emeka", Surname: "Okafor", Address: "3 Station Road", Postcode: "ZZ9 9BB",
			Phones: []Phone{{Number: "07700 900456"}}, Emails: []Email{{Address: "emeka@example.org"}}, Channel: ByLetter},
		{ID: graceID, Forename: "Grace", Surname: "Eze", AddressAs: "Auntie Grace"},
	}
}

func okaforCircle() Circle {
	return Circle{
		Pupils: []Pupil{{ID: chidiID, Forename: "Chidi", Surname: "Okafor"}},
		Adults: okaforAdults(),
		Links: []Link{
			{ID: 1, PupilID: chidiID, AdultID: ngoziID, Relation: Mother, Priority: 1},
			{ID: 2, PupilID: chidiID, AdultID: emekaID, Relation: Father, Priority: 2},
			{ID: 3, PupilID: chidiID, AdultID: graceID, Relation: Aunt},
		},
	}
}

func okaforStaff() []Staff {
	return []Staff{
		{ID: reedID, Name: "Ms Reed", Role: SENCO, Me: true},
		{ID: shahID, Name: "Mr Shah", Role: ClassTeacher},
		{ID: bellID, Name: "Mrs Bell", Role: FLO},
		{ID: itoID, Name: "Dr Ito", Role: OtherRole},
		{ID: doyleID, Name: "Mr Doyle", Role: Head},
	}
}

func okaforPeople() []MeetingPerson {
	return []MeetingPerson{
		{ID: 11, Side: FamilySide, AdultID: ngoziID, Invited: "2026-11-16", InvitedBy: ByPhone, Answer: Comes, ToldWhy: "2026-11-19", ToldWhyBy: ByPhone},
		{ID: 12, Side: FamilySide, AdultID: emekaID, Invited: "2026-11-16", InvitedBy: ByLetter, Answer: Comes, ToldWhy: "2026-11-20", ToldWhyBy: ByLetter},
		{ID: 13, Side: Companion, AdultID: graceID, Answer: Comes},
		{ID: 14, Side: SchoolSide, StaffID: reedID, Name: "Ms Reed", Reason: "leads the meeting"},
		{ID: 15, Side: SchoolSide, StaffID: shahID, Name: "Mr Shah", Reason: "sees Chidi every day"},
		{ID: 16, Side: SchoolSide, StaffID: bellID, Name: "Mrs Bell", Invited: "2026-11-18"},
		{ID: 17, Side: SchoolSide, StaffID: itoID, Name: "Dr Ito", Reason: "knows how Chidi learns"},
	}
}

// okaforFacts is the meeting of the design picture: this afternoon, nearly prepared.
func okaforFacts() Facts {
	return Facts{
		Circle: okaforCircle(),
		Today:  okaforToday,
		Meeting: Meeting{
			ID: 5, Kind: HonestConversation, Purpose: "How can Chidi's lunchtimes be calm again?", Opening: "the reading certificate",
			Mode: InPerson, ModeBy: FamilyChose, Start: "2026-11-24T15:30", Minutes: 45, Mood: MayGetHeated,
			RoomID: 1, Layout: RoundTable, HostID: 14, StandbyWho: "Mr Doyle", StandbyWhere: "the office next door",
			CompanionTold: "2026-11-16", Pupils: []int64{chidiID},
		},
		People: okaforPeople(),
		Staff:  okaforStaff(),
		Options: []TimeOption{
			{ID: 1, Start: "2026-11-24T15:30", Chosen: true, Answers: []TimeAnswer{{11, Yes}, {12, Yes}}},
			{ID: 2, Start: "2026-11-25T09:00", Answers: []TimeAnswer{{11, No}}},
			{ID: 3, Start: "2026-11-26T17:00"},
		},
		Agenda: []AgendaItem{
			{Position: 1, Title: "Something good", Minutes: 5},
			{Position: 2, Title: "What happened on Monday", Minutes: 14, Theirs: true},
			{Position: 3, Title: "What lunchtime is like for Chidi", Minutes: 10},
			{Position: 4, Title: "What we could try", Minutes: 10},
			{Position: 5, Title: "Any other worry, however small", Minutes: 5, AnyWorry: true},
		},
		Room: &Room{ID: 1, Name: "Rainbow room", Neutral: true, Private: true, Welcoming: true, StepFree: true},
	}
}

func itemOf(items []Item, id ItemID) (Item, bool) {
	for _, i := range items {
		if i.ID == id {
			return i, true
		}
	}
	return Item{}, false
}
