package demo

import "kettle/model"

// The Okafors: separated parents who come today for an honest conversation, and an aunt.
func okafor() plan {
	return plan{
		is:    model.Family{Name: "Okafor", CheckinEvery: 10, GoodNewsEvery: 5},
		years: 3,
		children: []child{
			{is: model.Pupil{Forename: "Chidi", Surname: "Okafor", Year: "4", Class: "4B", SEN: model.SENSupport, PrimaryNeed: "SLCN",
				Strengths: "drawing, looking after Ada", Interests: "trains, the climbing wall",
				HopesFamily: "That he has a friend to sit with.", HopesSchool: "That he asks for help before it gets too loud."},
				born: 160, seenBy: "Ms Ruth Adair", sen: []senYear{{3, model.NoSEN}, {2, model.SENSupport}}},
			{is: model.Pupil{Forename: "Ada", Surname: "Okafor", Year: "1", Class: "1A", SEN: model.NoSEN,
				Strengths: "counting, making others laugh", Interests: "puddles"}, born: 140},
		},
		adults: []adult{
			{is: model.Adult{Title: "Mrs", Forename: "Ngozi", Surname: "Okafor", Channel: text, Times: "not before 14:00: she works nights",
				LeaveMessage: model.Yes, Language: "English, Igbo", Phones: mobile("07700 900123")}, ties: living(model.Mother)},
			{is: model.Adult{Title: "Mr", Forename: "Emeka", Surname: "Okafor", Channel: phone, Times: "evenings", LeaveMessage: model.Yes,
				Notes: "Write to him separately.", Phones: mobile("07700 900456")}, home: 1, ties: apart(model.Father)},
			{is: model.Adult{Forename: "Grace", Surname: "Obi", KnownAs: "Auntie Grace", AddressAs: "Auntie Grace",
				Notes: "Brings and collects."}, home: 2, ties: around(model.Aunt)},
		},
		entries: []entry{
			{60, helps, "Say first what went well. No calls before nine: Mrs Okafor works nights."},
			{40, hard, "Two homes since the summer. The children change over on Sundays, Mondays are long."},
			{520, story, "At his last school Chidi was sent out of class most weeks, and nobody rang until it was a letter. " +
				"\"We only ever heard the bad.\" She has told this to four people."},
		},
		log: []said{
			goodNews(0, "08:10", gate, "Came in singing; Ada showed everyone her new boots.").with("Grace").on("Ada"),
			goodNews(3, "08:41", gate, "Loved the reading certificate.").on("Chidi"),
			{key: "lunch", ago: 5, at: "12:20", who: "Emeka", about: "Chidi", is: model.Contact{Channel: phone, Kind: model.Concern, Dir: model.In,
				Reason: "friendship", Note: "Mr Okafor: lunch the day before was a disaster. Chidi hid in the cloakroom.", Words: "He said he would rather not eat.",
				Need: "To know that somebody sees him at lunch.", Wish: "A quiet place that is not a punishment.",
				Owner: "Ms Reed", Triage: "today", FirstStep: "Mr Shah sat with him at lunch on the next day."}},
			logged(5, "15:40", letter, model.Information, "Invitation, one to each parent.").with("Ngozi,Emeka").on("Chidi"),
			info(11, "16:05", text, "Trip money: thank you."),
			goodNews(18, "14:45", phone, "First swim without armbands.").on("Chidi"),
			{ago: 25, at: "08:45", about: "Chidi", is: model.Contact{Channel: gate, Kind: model.Concern, Reason: "wellbeing",
				Note:  "Worried about the class trip: the coach will be loud.",
				Words: "Last time he came home without a voice.", Need: "A plan he can see.", Wish: "To sit next to somebody kind.",
				Owner: "Ms Reed", Triage: "16:00", FirstStep: "Photos of the coach and the farm, a seat beside Miss Harlow."}, settled: 22},
			checkIn(33, "15:10", gate, "New class, all well so far.", "He likes Mr Shah's voice."),
			goodNews(41, "15:12", gate, "First good word of the year: he helped a new boy find the hall.").on("Chidi"),
			goodNews(75, "14:30", text, "His drawing of the 8:14 to Marlhaven hangs in the hall.").on("Chidi"),
			checkIn(96, "18:05", phone, "How the two homes are going.", "We are getting there.").with("Emeka"),
			goodNews(120, "15:08", gate, "Ada counted to a hundred, twice.").on("Ada"),
			info(140, "14:20", text, "Speech therapy moves to Tuesdays.").on("Chidi"),
		},
		promises: []promise{
			{in: 3, to: "Ngozi", made: 2, is: model.FollowUp{Kind: model.ActionPromised, What: "Send us the hearing test letter", Whose: model.OfFamily}},
		},
		meetings: okaforMeetings(),
	}
}

// The Haddads: both parents, an interpreter for one of them, and a termly review.
func haddad() plan {
	return plan{
		is:    model.Family{Name: "Haddad", CheckinEvery: 10},
		years: 2,
		children: []child{
			{is: model.Pupil{Forename: "Layla", Surname: "Haddad", Year: "5", Class: "5A", SEN: model.SENSupport, PrimaryNeed: "SPLD", Language: "Arabic",
				Strengths: "stories told aloud, never forgets a face", Interests: "horses, baking with her grandmother",
				HopesFamily: "That she reads to her little brother.", HopesSchool: "That spelling does not stop her from writing."},
				born: 80, sen: []senYear{{1, model.SENSupport}}},
			{is: model.Pupil{Forename: "Karim", Surname: "Haddad", Year: "R", Class: "RB", Language: "Arabic", Interests: "diggers"}, born: 300},
		},
		adults: []adult{
			{is: model.Adult{Title: "Mrs", Forename: "Rania", Surname: "Haddad", Language: "Arabic", Interpreter: model.Yes, Channel: face,
				Times: "mornings, after drop-off"}, ties: living(model.Mother)},
			{is: model.Adult{Title: "Mr", Forename: "Sami", Surname: "Haddad", Language: "Arabic, English", Channel: email, Times: "after 18:00"}, ties: living(model.Father)},
		},
		entries: []entry{
			{70, helps, "Send pictures: Mrs Haddad reads Arabic, and photographs need no words. Mrs Qureshi interprets, never Layla."},
			{180, story, "They left two schools behind in three years. In the first nobody said Layla's name right."},
		},
		log: []said{
			goodNews(4, "08:47", gate, "Layla read her own poem to the class.").on("Layla"),
			{ago: 7, at: "17:50", who: "Sami", about: "Layla", is: model.Contact{Channel: email, Kind: model.Question, Dir: model.In, Reason: "learning",
				Note: "May she use the reading pen in the test?"}, reply: reply{what: "Answer Mr Haddad about the reading pen", done: 4}},
			checkIn(12, "08:50", face, "With Mrs Qureshi. Spelling lists are shorter now.", "She does not cry on Thursdays any more."),
			goodNews(27, "15:15", gate, "Karim built the tallest tower.").on("Karim"),
			info(38, "08:55", face, "The new support plan, read together with Mrs Qureshi.").on("Layla"),
			checkIn(56, "18:10", phone, "How the summer was.", "She baked for the whole street.").with("Sami"),
			goodNews(92, "08:50", gate, "Layla told the story in assembly.").on("Layla"),
		},
		meetings: haddadMeetings(),
	}
}

// The Nowaks: an annual review whose invitations should have gone out, and a call to return.
func nowak() plan {
	return plan{
		is:    model.Family{Name: "Nowak", CheckinEvery: 10},
		years: 2,
		children: []child{
			{is: model.Pupil{Forename: "Łukasz", Surname: "Nowak", KnownAs: "Luki", Year: "3", Class: "3A", SEN: model.EHCP, PrimaryNeed: "ASD", Language: "Polish",
				Strengths: "maps, numbers, a perfect memory for timetables", Interests: "buses, the moon", HopesFamily: "A birthday party with a guest.",
				HopesSchool: "That he stays for the whole of assembly."}, born: 40, plan: 178, seenBy: "Dr Hana Weller,Mr Oliver Stone-Park",
				sen: []senYear{{2, model.SENSupport}, {1, model.EHCP}}},
		},
		adults: []adult{
			{is: model.Adult{Title: "Mr", Forename: "Jan", Surname: "Nowak", AddressAs: "Jan Nowak", Language: "Polish, English", Channel: phone,
				Times: "until 16:00, then he drives"}, ties: living(model.Father)},
			{is: model.Adult{Title: "Mrs", Forename: "Agnieszka", Surname: "Nowak", Language: "Polish", Channel: text, Access: "reads lips on her left side, face her",
				Notes: "Collects."},
				ties: living(model.Mother)},
		},
		entries: []entry{
			{90, helps, "Tell Luki a day before what will be different. A drawn timetable works."},
			{15, hard, "Mr Nowak's shifts change every week."},
		},
		log: []said{
			{ago: 5, at: "09:30", who: "Jan", is: model.Contact{Channel: phone, Kind: model.Question, Dir: model.In, Reason: "SEN support",
				Note: "Who decides about the taxi to the new school?"}, reply: reply{what: "Ring Jan Nowak back", by: "16:00"}},
			goodNews(6, "15:15", text, "Luki stayed for the whole of assembly.").with("Agnieszka"),
			attempt(4, "17:10", phone, "No answer, left a message."),
			checkIn(14, "15:20", phone, "Mornings are calmer with the drawn timetable.", "He packs his bag alone."),
			goodNews(30, "15:15", text, "He drew the bus map for the whole class."),
			checkIn(44, "15:20", phone, "First week back.", "He asks when assembly is, every evening.").with("Agnieszka"),
			info(110, "15:00", letter, "The plan from the council has arrived; a copy for each."),
		},
		meetings: nowakMeetings(),
	}
}
