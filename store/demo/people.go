package demo

import "kettle/model"

// The people at school who are named by hand. The first is the user.
var handStaff = []model.Staff{
	{Name: "Ms Reed", Role: model.SENCO, Me: true},
	{Name: "Mr Shah", Role: model.ClassTeacher, Classes: "4B"},
	{Name: "Mrs Bell", Role: model.HeadOfYear},
	{Name: "Dr Ito", Role: model.OtherRole, Availability: "Mondays and Tuesdays only"},
	{Name: "Mr Doyle", Role: model.Head},
	{Name: "Mr Quaye", Role: model.FLO, Availability: "not Wednesdays"},
	{Name: "Mrs Lindqvist", Role: model.DSL},
	{Name: "Miss Tully", Role: model.ClassTeacher, Classes: "5A"},
	{Name: "Mr Ferreira", Role: model.ClassTeacher, Classes: "3A"},
	{Name: "Mrs Achebe", Role: model.ClassTeacher, Classes: "2B"},
	{Name: "Ms Pryce", Role: model.ClassTeacher, Classes: "6C", Availability: "Monday to Wednesday"},
	{Name: "Mr Iqbal", Role: model.ClassTeacher, Classes: "6A"},
	{Name: "Miss Harlow", Role: model.TA},
	{Name: "Mrs Vance", Role: model.TA},
	{Name: "Mr Ashdown", Role: model.Governor},
	{Name: "Mrs Orme", Role: model.ClassTeacher, Classes: "5B", Inactive: true},
}

// Those of the second school, an academy.
var academyStaff = []model.Staff{
	{Name: "Mr Castell", Role: model.SENCO},
	{Name: "Ms Wren", Role: model.HeadOfYear, Classes: "7S, 8N"},
	{Name: "Mrs Tennant", Role: model.Trustee},
}

var handProfessionals = []model.Professional{
	{Name: "Dr Hana Weller", Role: "educational psychologist", Organisation: "Marlhaven Council", Phone: "020 7946 0311", Email: "hana.weller@example.org"},
	{Name: "Mr Oliver Stone-Park", Role: "SEN officer", Organisation: "Marlhaven Council", Phone: "020 7946 0312", Email: "oliver.stone-park@example.org"},
	{Name: "Ms Ruth Adair", Role: "speech and language therapist", Organisation: "Marlhaven Community Health", Phone: "020 7946 0344", Email: "ruth.adair@example.org"},
	{Name: "Mrs Salma Qureshi", Role: "interpreter (Arabic)", Organisation: "Marlhaven Interpreters", Phone: "07700 900811", Email: "salma.qureshi@example.org"},
	{Name: "Mr Piotr Zieliński", Role: "interpreter (Polish)", Organisation: "Marlhaven Interpreters", Phone: "07700 900812"},
	{Name: "Ms Priya Nair", Role: "social worker", Organisation: "Marlhaven Council", Phone: "020 7946 0377", Email: "priya.nair@example.org"},
	{Name: "Mrs Jean Holloway", Role: "school nurse", Organisation: "Marlhaven Community Health", Phone: "020 7946 0350"},
}

// What the first school has added of its own.
var (
	handTemplates = []model.OwnTemplate{{Name: "Coffee after a hard week", Kind: model.CheckInMeeting, Minutes: 20, Mood: model.MoodWorried,
		Purpose: "How is {child} after this week, and how are you?", School: []model.Seat{{Role: model.FLO, Reason: "knows the family, someone familiar"}},
		Agenda: []model.AgendaLine{{Title: "Coffee, and something good", Minutes: 5}, {Title: "How the week was, at home and here", Minutes: 7}, {Theirs: true},
			{Title: "One thing to try next week", Minutes: 5}, {Title: "Any other worry, however small", Minutes: 3, AnyWorry: true}}}}
	handItems = []model.OwnItem{{Part: model.GroupHow, Due: model.AWeekBefore, Asks: "Photos of the new place, to look at beforehand",
		Why: "What is known already frightens less.", Kinds: []model.MeetingKind{model.TransitionMeeting}}}
)

var handRooms = []model.Room{
	{Name: "Rainbow room", Neutral: true, Private: true, Welcoming: true, StepFree: true},
	{Name: "Library corner", Neutral: true, Welcoming: true, StepFree: true},
	{Name: "Community room", Neutral: true, Private: true, Welcoming: true, StepFree: true},
	{Name: "Small meeting room", Neutral: true, Private: true},
	{Name: "Head's office", Private: true, WhoseRoom: "Mr Doyle"},
	{Name: "SEN office", Private: true, StepFree: true, WhoseRoom: "Ms Reed"},
}

// handSchools are the schools of a demo of the usual size.
var handSchools = []model.School{
	{Name: "Tallow Green Primary School", Kind: model.Maintained, YearGroups: "N2 R 1 2 3 4 5 6"},
	{Name: "Marlhaven Academy", Kind: model.Academy, YearGroups: "7 8 9 10 11 12 13"},
}

// The schools of a large demo are named from these, as "Quillbrook Hill Primary School".
var (
	schoolTowns  = []string{"Quillbrook", "Dapplewick", "Ottermead", "Thistlecombe", "Fennmarsh", "Larkwater"}
	schoolPlaces = []string{"Hill", "Bridge", "Meadow", "Lane", "Mill"}
)

// The staff of a large demo's further schools: the surnames come from the tables of names.
var furtherStaff = []model.Role{model.Head, model.FLO, model.DSL, model.ClassTeacher, model.ClassTeacher, model.TA}
