package demo

import "kettle/model"

// Families who are waiting for us, or have not heard from us, or are going through something.
func familiesQuiet() []plan {
	return []plan{
		{
			is: model.Family{Name: "Brennan", CheckinEvery: 10}, years: 3,
			children: []child{{is: model.Pupil{Forename: "Cormac", Surname: "Brennan", Year: "6", Class: "6C", SEN: model.SENSupport, PrimaryNeed: "SEMH",
				Strengths: "building anything"}, born: 130, sen: []senYear{{2, model.SENSupport}}}},
			adults: []adult{
				{is: model.Adult{Title: "Mrs", Forename: "Orla", Surname: "Brennan", Channel: phone, Times: "before noon", LeaveMessage: model.No}, ties: living(model.Mother)},
				{is: model.Adult{Title: "Mr", Forename: "Declan", Surname: "Brennan", Channel: text, Notes: "Brings him in the mornings."}, ties: living(model.Father)},
			},
			log: []said{
				checkIn(25, "10:20", phone, "Better mornings since the breakfast club.", "He goes in without me."),
				attempt(9, "10:10", phone, "No answer."),
				checkIn(35, "10:15", phone, "The new routine.", "It is a start."),
				goodNews(45, "11:00", phone, "Cormac built the bridge that held."),
				checkIn(54, "10:05", phone, "Summer.", "Long, but good."),
			},
		},
		{
			is: model.Family{Name: "Adeyemi", CheckinEvery: 15}, years: 4,
			children: []child{
				{is: model.Pupil{Forename: "Tobi", Surname: "Adeyemi", Year: "5", Class: "5A", SEN: model.SENSupport, PrimaryNeed: "SLCN", Interests: "chess"},
					born: 220, sen: []senYear{{3, model.SENSupport}}},
				{is: model.Pupil{Forename: "Simi", Surname: "Adeyemi", Year: "N2", Class: "N2A"}, born: 15},
			},
			adults: []adult{
				{is: model.Adult{Title: "Mrs", Forename: "Folake", Surname: "Adeyemi", Channel: gate}, ties: living(model.Mother)},
				{is: model.Adult{Title: "Mr", Forename: "Wale", Surname: "Adeyemi"}, ties: living(model.Father)},
			},
			log: []said{
				checkIn(45, "15:12", gate, "How are things?", "Fine, thanks.").on("Tobi"),
				goodNews(78, "15:10", gate, "Tobi won against a Year 6 boy and shook his hand.").on("Tobi"),
				checkIn(93, "08:45", gate, "How are things?", "All good."),
			},
		},
		{
			is: model.Family{Name: "Malik", CheckinEvery: 20}, years: 2,
			children: []child{
				{is: model.Pupil{Forename: "Aisha", Surname: "Malik", Year: "6", Class: "6C", SEN: model.SENSupport, PrimaryNeed: "PD", Strengths: "mental arithmetic",
					Interests: "wheelchair basketball"}, born: 10, sen: []senYear{{2, model.SENSupport}}},
			},
			adults: []adult{
				{is: model.Adult{Title: "Dr", Forename: "Imran", Surname: "Malik", Channel: email}, ties: living(model.Father)},
				{is: model.Adult{Title: "Mrs", Forename: "Sadia", Surname: "Malik", Channel: text, Access: "step-free: she uses a wheelchair"}, ties: living(model.Mother)},
			},
			log: []said{
				{ago: 2, at: "21:14", is: model.Contact{Channel: email, Kind: model.Question, Dir: model.In, Reason: "SEN support",
					Note: "Can we talk about the school trip?", Words: "Can we talk about the school trip?"},
					reply: reply{what: "Answer Dr Malik about the school trip"}},
				goodNews(13, "15:30", email, "Aisha explained fractions to her table."),
				info(30, "14:00", email, "The ramp to the stage is finished."),
				goodNews(58, "16:00", text, "Three baskets on sports day.").with("Sadia"),
			},
			meetings: []meeting{{in: -30, at: "14:00", room: "Community room",
				is: model.Meeting{Kind: model.InformalComplaint, Status: model.Held, Minutes: 40, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MoodUpset,
					Layout:  model.RoundTable,
					Purpose: "To hear what went wrong for Aisha and you at the swimming pool", Opening: "Thank you for telling us.",
					Notes: "The hoist was locked and nobody had the key. Nobody told Aisha why she waited.",
					Words: "She watched for an hour.", Feedback: "It was good that nobody defended it.", Closed: model.Yes, OpenDoor: true},
				asked: 33, theirs: []string{"Who holds the key"},
				people: []seat{{who: "Imran", invited: 33, why: 33, sent: 31, reminded: 31, is: coming(email)}, {who: "Sadia", invited: 33, why: 33, sent: 31,
					reminded: 31, is: coming(text)},
					{who: "Ms Reed", is: because("leads the meeting")}, {who: "Mr Quaye", invited: 32, is: model.MeetingPerson{Reason: "knows the family",
						InvitedBy: face, Answer: model.Comes}}},
				agreed: []agreed{{text: "Try the hoist before every swim", in: -20, done: 21, told: 20}, {text: "Mr Quaye tells Aisha what went wrong",
					who: "Mr Quaye", in: -28, done: 29, told: 28}},
				outcomes: []string{"The key hangs at the pool.", "Aisha has heard that it was our mistake."}, wrote: "it so openly"}},
		},
		{
			is: model.Family{Name: "Petrov", CheckinEvery: 10}, years: 1,
			children: []child{{is: model.Pupil{Forename: "Ivo", Surname: "Petrov", Year: "3", Class: "3A", SEN: model.NoSEN, Language: "Bulgarian",
				Strengths: "helping to carry", Interests: "chess, trams"}, born: 175}},
			adults: []adult{
				{is: model.Adult{Title: "Mr", Surname: "Petrov", Language: "Bulgarian", Channel: phone}, ties: living(model.Father)},
				{is: model.Adult{Title: "Mrs", Forename: "Ada", Surname: "Okafor-Petrov", Channel: phone}, ties: living(model.Mother)},
			},
			log: []said{
				{key: "noise", ago: 1, at: "15:40", is: model.Contact{Channel: phone, Kind: model.Concern, Dir: model.In, Reason: "wellbeing",
					Note: "Lunchtime noise", Words: "He holds his ears at home as well.",
					Need: "Quiet in the middle of the day.", Wish: "Somebody who looks.", Owner: "Ms Reed", Triage: "today",
					FirstStep: "Miss Harlow sits with him today.", Displaced: "the timetable meeting"}},
				goodNews(19, "15:15", gate, "Ivo carried every chair."),
				checkIn(10, "15:30", phone, "The tram to school.", "He knows all the stops."),
			},
		},
		{
			is: model.Family{Name: "Rahman", CheckinEvery: 5}, years: 5,
			children: []child{{is: model.Pupil{Forename: "Yusuf", Surname: "Rahman", Year: "6", Class: "6A", SEN: model.SENSupport, PrimaryNeed: "SEMH",
				Strengths: "loyal, quick with his hands", Interests: "woodwork",
				AttendanceNote: "Suspended for two days."}, born: 90, sen: []senYear{{1, model.SENSupport}}}},
			adults: []adult{
				{is: model.Adult{Title: "Mrs", Forename: "Nasreen", Surname: "Rahman", Channel: phone, Language: "Bengali, English"}, ties: living(model.Mother)},
				{is: model.Adult{Title: "Mr", Forename: "Habib", Surname: "Rahman", Channel: phone}, ties: living(model.Father)},
				{is: model.Adult{Forename: "Jamil", Surname: "Rahman", KnownAs: "Uncle Jamil"}, home: 1, ties: around(model.Uncle)},
			},
			entries: []entry{{3, helps, "Give him a job when he comes in."}, {300, story,
				"Mr Rahman was sent to stand in corridors as a boy. He will not see his son stand in one."}},
			log: []said{
				{ago: 3, at: "15:55", told: "Nasreen", tell: "Habib", is: model.Contact{Channel: phone, Kind: model.Information, Reason: "behaviour",
					Note: "Two days' suspension explained, with the agreed account. Work set by Mr Iqbal."}},
				checkIn(1, "10:00", phone, "How is Yusuf today?", "He is ashamed, he says he is not."),
				goodNews(8, "15:20", phone, "The birdhouse is up, and a bird came."),
				checkIn(12, "15:20", phone, "A good week.", "Keep ringing."),
			},
			meetings: []meeting{{in: 1, at: "08:30", room: "Rainbow room", account: 2, freely: 2, asked: 2, theirs: []string{"Who he can go to when it is too much"},
				since: "Who he can go to when it is too much",
				is: model.Meeting{Kind: model.ReturnFromSuspension, Minutes: 30, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MoodUpset, Layout: model.EasyChairs,
					Purpose: "How can Yusuf's first day back be a good one?", Opening: "The birdhouse.", Theirs: "Who he can go to when it is too much",
					PupilView: "\"I want to say sorry to Mr Iqbal alone.\"", TeacherView: "The table will be glad to have him back."},
				people: []seat{{who: "Nasreen", invited: 3, why: 3, sent: 1, is: coming(phone)}, {who: "Habib", invited: 3, why: 3, sent: 1, is: coming(phone)},
					{who: "Yusuf", is: coming(face)},
					{who: "Ms Reed", is: because("leads the meeting")}, {who: "Mr Quaye", invited: 3, is: model.MeetingPerson{Reason: "knows the family",
						InvitedBy: face, Answer: model.Comes}}},
				offered: []offer{{in: 1, at: "08:30", yes: "Nasreen,Habib", chosen: true}, {in: 1, at: "09:30", no: "Habib"}},
				papers:  []string{"✓Agreed account", "Timetable of the first day"}}},
		},
		{
			is: model.Family{Name: "Dunn", CheckinEvery: 10}, years: 2,
			children: []child{
				{is: model.Pupil{Forename: "Kayleigh", Surname: "Dunn", Year: "4", Class: "4A", SEN: model.NoSEN, AttendanceNote: "Most Mondays missed since September.",
					Interests: "nail art, her nan"}, born: 330},
			},
			adults: []adult{
				{is: model.Adult{Title: "Miss", Forename: "Stacey", Surname: "Dunn", Channel: text, Times: "after 11:00"}, ties: living(model.Mother)},
				{is: model.Adult{Title: "Mr", Forename: "Craig", Surname: "Mullen", Channel: phone}, home: 1, ties: apart(model.Father)},
			},
			entries: []entry{{20, hard, "Two jobs, no car since September."}},
			log: []said{
				{ago: 21, at: "15:25", who: "Craig", is: model.Contact{Channel: gate, Kind: model.Abuse, Dir: model.In,
					AbuseWhat: "Said that he would wait for Mr Shah outside.", LeaderTold: "Mr Doyle, the same day"}},
				checkIn(7, "11:20", text, "How Monday went.", "She was up before me."),
				goodNews(9, "15:15", text, "Kayleigh was first in line on Monday."),
				{ago: 20, at: "11:10", is: model.Contact{Channel: text, Kind: model.Concern, Dir: model.In, Reason: "attendance", Note: "Mondays are hard to get up.",
					Words: "I am not making excuses.", Need: "A lift, or a later bus.", Wish: "Not to be told off.",
					Owner: "Mr Quaye", Triage: "16:30", FirstStep: "A place at the breakfast club from the next Monday."}, settled: 16},
			},
			meetings: []meeting{
				{in: -6, at: "11:30", room: "Community room", is: model.Meeting{Kind: model.AttendanceMeeting, Status: model.Cancelled,
					StatusWhy: "Miss Dunn's shift changed the evening before", Minutes: 30, Mode: model.InPerson, ModeBy: model.FamilyChose,
					Mood: model.MoodWorried, Purpose: "What would make mornings easier for Kayleigh and you?"},
					people: []seat{{who: "Stacey", invited: 12, why: 12, is: model.MeetingPerson{InvitedBy: text, ToldWhyBy: text, Answer: model.CannotCome}},
						{who: "Ms Reed", is: because("leads the meeting")}, {who: "Mr Quaye", is: because("knows the family")}}},
				{in: 8, at: "11:30", room: "Community room", is: model.Meeting{Kind: model.AttendanceMeeting, Minutes: 30, Mode: model.OnPhone,
					ModeBy: model.FamilyChose, Mood: model.MoodWorried,
					Purpose: "What would make mornings easier for Kayleigh and you?", WhoKnows: "Mr Doyle"},
					people: []seat{{who: "Stacey", invited: 4, why: 4, is: coming(text)}, {who: "Craig"}, {who: "Ms Reed", is: because("leads the meeting")},
						{who: "Mr Quaye", is: because("knows the family")}}}},
			promises: []promise{
				{in: -4, made: 20, closed: 6, is: model.FollowUp{What: "Ask the bus company about the 8:05", State: model.Dropped,
					StateWhy: "there is no such bus any more; she knows"}, told: 5, to: "Stacey"},
				{in: 12, made: 9, to: "Stacey", is: model.FollowUp{What: "Mr Quaye asks about a bicycle for Kayleigh", Whose: model.OfStaff, Who: "Mr Quaye"}}},
		},
		{
			is: model.Family{Name: "Osei", CheckinEvery: 15}, years: 7,
			children: []child{
				{is: model.Pupil{Forename: "Kwame", Surname: "Osei", Year: "4", Class: "4B", Roll: model.Died}, born: 200, left: 180},
				{is: model.Pupil{Forename: "Abena", Surname: "Osei", Year: "6", Class: "6A", SEN: model.SENSupport, PrimaryNeed: "SEMH", Strengths: "looks after others",
					Interests: "poems"}, born: 45, sen: []senYear{{0, model.SENSupport}}},
			},
			adults: []adult{
				{is: model.Adult{Title: "Mrs", Forename: "Esi", Surname: "Osei", Channel: visit}, ties: living(model.Mother)},
				{is: model.Adult{Title: "Mr", Forename: "Kofi", Surname: "Osei", Channel: phone}, ties: living(model.Father)},
			},
			entries: []entry{{178, hard, "Kwame died in his sleep. They like his name to be said."}, {30, helps, "Abena may leave a lesson without asking."}},
			log: []said{
				checkIn(6, "16:00", visit, "Tea with Mrs Osei.", "She wrote him a poem.").on("Abena"),
				goodNews(14, "15:20", phone, "Abena read her poem aloud.").on("Abena").with("Kofi"),
				checkIn(34, "16:00", visit, "A quiet hour.", "Some days are days.").on("Abena"),
			},
			meetings: []meeting{{in: 10, at: "16:00", about: "Abena", is: model.Meeting{Kind: model.CheckInMeeting, Minutes: 20, Mode: model.InPerson,
				ModeBy: model.FamilyChose, HomeVisit: true, WhoKnows: "Mr Doyle", Mood: model.MoodEasy, Purpose: "How are things going for Abena and you?"},
				people: []seat{{who: "Esi", invited: 6, why: 6, is: coming(face)}, {who: "Kofi", invited: 6, why: 6, is: coming(phone)}, {who: "Ms Reed",
					is: because("leads the meeting")}}}},
		},
	}
}
