package demo

import "kettle/model"

// Families of many kinds: carers, grandparents, names that are long or in another script, one that
// is new and one that has left.
func familiesMany() []plan {
	return []plan{
		{
			is: model.Family{Name: "Nguyễn", CheckinEvery: 5}, joined: 8, welcomed: 4,
			children: []child{{is: model.Pupil{Forename: "Linh", Surname: "Nguyễn", Year: "1", Class: "1A", Language: "Vietnamese", Interests: "origami, frogs"}, born: 260}},
			adults: []adult{
				{is: model.Adult{Title: "Ms", Forename: "Hoa", Surname: "Nguyễn", Language: "Vietnamese, English", Channel: app, Access: "hears with her right ear"},
					ties: living(model.Mother)},
			},
			log: []said{
				info(7, "09:10", face, "Welcome talk. We sat in the library; the little one slept."),
				goodNews(2, "15:18", app, "Linh taught the table to fold a frog."),
			},
			meetings: []meeting{{in: 5, at: "09:15", room: "Rainbow room", freely: 2, asked: 2,
				is: model.Meeting{Kind: model.FirstMeeting, Minutes: 40, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MoodEasy, YoungerComes: true,
					Purpose: "To get to know Linh and you"},
				people: []seat{{who: "Hoa", invited: 2, why: 2, is: model.MeetingPerson{InvitedBy: app, ToldWhyBy: app, Answer: model.Comes,
					Needs: "a seat with her right ear to us"}}, {who: "Ms Reed", is: because("leads the meeting")}},
				offered: []offer{{in: 5, at: "09:15", yes: "Hoa", chosen: true}, {in: 5, at: "14:30"}}}},
			promises: []promise{{in: 1, made: 7, to: "Hoa", is: model.FollowUp{Kind: model.AskUnderstood, What: "Ask Ms Nguyễn what was not clear in the welcome talk"}}},
		},
		{
			is: model.Family{Name: "Finch", CheckinEvery: 10, Notes: "Tyler lives with Mrs Mensah since spring."}, years: 1,
			children: []child{{is: model.Pupil{Forename: "Tyler", Surname: "Finch", Year: "3", Class: "3B", SEN: model.EHCP, PrimaryNeed: "SEMH",
				Strengths: "gentle with small animals", Interests: "hens", HopesFamily: "That he stays."}, born: 105, plan: 12,
				seenBy: "Ms Priya Nair,Mr Oliver Stone-Park", sen: []senYear{{1, model.EHCP}}}},
			adults: []adult{
				{is: model.Adult{Title: "Mrs", Forename: "Joy", Surname: "Mensah", Channel: phone, Times: "after 10:00"}, ties: living(model.FosterCarer)},
				{is: model.Adult{Title: "Ms", Forename: "Kerry", Surname: "Finch", Channel: text, InTouch: model.NotNow, InTouchBy: "Ms Nair"}, home: 1, gone: 55,
					ties: apart(model.Mother)},
				{is: model.Adult{Title: "Ms", Forename: "Priya", Surname: "Nair", Channel: email}, home: 2, ties: []tie{{is: model.Link{Relation: model.SocialWorker,
					ParentalResponsibility: model.No, LivesWith: model.No, GetsCopies: model.Yes, MayBeContacted: model.Yes}}}},
			},
			entries: []entry{{80, helps, "No surprises. Say who collects him before lunch."}},
			log: []said{
				goodNews(4, "10:30", phone, "Tyler held the class hen for a whole story."),
				checkIn(9, "10:15", phone, "A visit from his mother was moved.", "He asked me to ring you."),
				info(12, "16:00", email, "Report of the annual review to all.").with("Priya"),
				goodNews(40, "10:20", phone, "He stayed on the mat."),
			},
			meetings: []meeting{{in: -12, at: "10:00", room: "Rainbow room",
				is: model.Meeting{Kind: model.AnnualReview, Status: model.Held, Minutes: 60, Mode: model.Mixed, ModeBy: model.ChosenTogether, Mood: model.MoodWorried,
					Layout: model.RoundTable, Purpose: "Does Tyler's plan still say what he needs?", Opening: "The hen.",
					PupilView: "\"I like hens and Miss Vance.\"", Notes: "The plan stays, with an hour a week for play therapy.", Words: "He sleeps through now.",
					Closed: model.Yes, OpenDoor: true},
				people: []seat{{who: "Joy", invited: 28, why: 28, sent: 20, reminded: 13, report: 5, is: coming(phone)}, {who: "Ms Priya Nair", invited: 28, report: 5,
					is: coming(email)}, {who: "Mr Oliver Stone-Park", invited: 28, advice: 24, report: 5, is: model.MeetingPerson{Answer: model.CannotCome, InvitedBy: email}},
					{who: "Ms Reed", report: 5, is: because("leads the review")}},
				agreed: []agreed{{text: "Ask the council for play therapy", in: 6}}, outcomes: []string{"Keep the plan, add an hour of play therapy."}}},
		},
		{
			is: model.Family{Name: "Whitlock", CheckinEvery: 15, GoodNewsEvery: 10}, years: 4,
			children: []child{{is: model.Pupil{Forename: "Alfie", Surname: "Whitlock", Year: "5", Class: "5B", SEN: model.SENSupport, PrimaryNeed: "SLCN",
				Strengths: "knows every bird", Interests: "his grandfather's shed"}, born: 170, sen: []senYear{{3, model.SENSupport}}}},
			adults: []adult{
				{is: model.Adult{Title: "Mrs", Forename: "Edna", Surname: "Whitlock", Channel: letter, Access: "reads with a magnifying glass", LargePrint: model.Yes},
					ties: []tie{{is: model.Link{Relation: model.Grandmother, ParentalResponsibility: model.NotKnown, LivesWith: model.Yes, GetsCopies: model.Yes,
						MayBeContacted: model.Yes}}}},
				{is: model.Adult{Title: "Mr", Forename: "Arthur", Surname: "Whitlock", Channel: phone}, ties: []tie{{is: model.Link{Relation: model.Grandfather,
					ParentalResponsibility: model.NotKnown, LivesWith: model.Yes, GetsCopies: model.Yes, MayBeContacted: model.Yes}}}},
				{is: model.Adult{Title: "Ms", Forename: "Dawn", Surname: "Whitlock", InTouch: model.AdultDied, InTouchBy: "Mrs Whitlock"}, gone: 390, ties: apart(model.Mother)},
			},
			log: []said{
				goodNews(15, "11:00", letter, "A card about the heron he saw first."),
				checkIn(8, "11:15", phone, "Hospital visits this month.", "He is as good as gold.").with("Arthur"),
				goodNews(52, "11:00", letter, "His talk on owls."),
			},
			promises: []promise{{in: 2, hidden: 2, made: 8, to: "Edna", is: model.FollowUp{What: "Send Mrs Whitlock the timetable in large print"}}},
		},
		{
			is: model.Family{Name: "Al-Masri", CheckinEvery: 10}, years: 3,
			children: []child{
				{is: model.Pupil{Forename: "Yasmin", Surname: "Al-Masri", Year: "4", Class: "4A", SEN: model.EHCP, PrimaryNeed: "PD", Language: "Arabic",
					Strengths: "never gives up", Interests: "space"}, born: 50, plan: 184, seenBy: "Mrs Jean Holloway,Mr Oliver Stone-Park", sen: []senYear{{2, model.EHCP}}},
			},
			adults: []adult{
				{is: model.Adult{Title: "Mrs", Forename: "هدى", Surname: "المصري", KnownAs: "Huda", AddressAs: "Mrs Al-Masri", Language: "Arabic",
					Interpreter: model.Yes, Channel: phone, Access: "no steps"}, ties: living(model.Mother)},
				{is: model.Adult{Title: "Mr", Forename: "Tariq", Surname: "Al-Masri", Language: "Arabic, English", Channel: text}, ties: living(model.Father)},
			},
			log: []said{
				checkIn(5, "14:00", face, "After the review, with Mrs Qureshi.", "Now I know what the plan says.").with("Tariq"),
				goodNews(11, "15:10", text, "Yasmin walked the whole corridor.").with("Tariq"),
			},
			meetings: []meeting{{in: -5, at: "13:00", room: "Rainbow room",
				is: model.Meeting{Kind: model.AnnualReview, Status: model.Held, Minutes: 60, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MoodEasy,
					Layout: model.RoundTable, Interpreter: "Mrs Salma Qureshi", Purpose: "Does Yasmin's plan still say what she needs?",
					Opening: "The corridor.", PupilView: "\"I want to go on the trip with everyone.\"", Notes: "Two outcomes met, one new: stairs with a rail.",
					Words: "She tells the baby about planets.", Closed: model.Yes, OpenDoor: true},
				people: []seat{{who: "هدى", invited: 22, why: 22, sent: 9, reminded: 6, is: coming(phone)}, {who: "Tariq", invited: 22, why: 22, sent: 9, reminded: 6,
					is: coming(text)}, {who: "Yasmin", is: coming(face)}, {who: "Mrs Salma Qureshi", is: interpreter()},
					{who: "Mr Oliver Stone-Park", invited: 22, is: coming(email)}, {who: "Ms Reed", is: because("leads the review")}},
				agreed:   []agreed{{text: "Mr Al-Masri sends the physiotherapist's plan", who: "Tariq", in: 4}, {text: "Ask for a rail at the stairs", in: 13}},
				outcomes: []string{"Yasmin climbs the stairs with a rail by summer."},
				promises: []promise{{in: 5, made: 5, is: model.FollowUp{Kind: model.SummaryLetter, What: "Report of Yasmin's annual review to everyone", DateTold: true}}}}},
		},
		{
			is: model.Family{Name: "陈", CheckinEvery: 20}, years: 2,
			children: []child{{is: model.Pupil{Forename: "明", Surname: "陈", KnownAs: "Ming", LegalForename: "明轩", Year: "2", Class: "2A", SEN: model.NoSEN,
				Language: "Chinese", Strengths: "patient with puzzles", Interests: "dinosaurs"}, born: 200}},
			adults: []adult{
				{is: model.Adult{Title: "Mrs", Forename: "秀英", Surname: "陈", AddressAs: "Mrs Chen", Language: "Chinese", Channel: app}, ties: living(model.Mother)},
				{is: model.Adult{Title: "Mr", Forename: "Wei", Surname: "Chen", Language: "Chinese, English", Channel: email}, ties: living(model.Father)},
			},
			log: []said{goodNews(5, "15:22", app, "Ming finished the hundred-piece puzzle."), checkIn(17, "08:46", gate, "How Ming likes Year 2.",
				"He corrects our dinosaurs.").with("Wei")},
		},
		{
			is: model.Family{Name: "Wolstenholme-Featherstonehaugh-Cholmondeley", CheckinEvery: 20}, years: 5,
			children: []child{{is: model.Pupil{Forename: "Maximilian-Alexander", Surname: "Wolstenholme-Featherstonehaugh-Cholmondeley", KnownAs: "Max", Year: "5",
				Class: "5B", SEN: model.NoSEN, Strengths: "short sentences"}, born: 310}},
			adults: []adult{
				{is: model.Adult{Title: "Mrs", Forename: "Anastasia-Clementine", Surname: "Wolstenholme-Featherstonehaugh-Cholmondeley", Channel: email},
					ties: living(model.Mother)},
				{is: model.Adult{Title: "Rev", Forename: "Bartholomew", Surname: "Featherstonehaugh", Channel: letter}, ties: living(model.Father)},
			},
			log: []said{goodNews(9, "15:15", email, "Max wrote a poem of nine words."), checkIn(18, "15:20", gate, "The new baby.", "Everyone is awake.")},
		},
		{
			is: model.Family{Name: "Ní Dhomhnaill", CheckinEvery: 15, GoodNewsEvery: 5}, years: 2,
			children: []child{{is: model.Pupil{Forename: "Síle", Surname: "Ní Dhomhnaill", Year: "R", Class: "RB", SEN: model.SENSupport, PrimaryNeed: "DS",
				Strengths: "greets everyone by name", Interests: "the sea"}, born: 75, sen: []senYear{{1, model.SENSupport}}}},
			adults: []adult{{is: model.Adult{Title: "Ms", Forename: "Caitlín", Surname: "Ní Dhomhnaill", Language: "Irish, English", Channel: video},
				ties: living(model.Mother)}},
			log: []said{goodNews(1, "15:05", gate, "Síle put on her own coat."), goodNews(6, "15:05", gate, "She sang the register."), goodNews(11, "15:05", gate,
				"A whole sentence to a visitor."), checkIn(13, "12:00", video, "How the mornings go.", "Loudly.")},
		},
		{
			is: model.Family{Name: "Yılmaz", CheckinEvery: 20}, years: 6,
			children: []child{
				{is: model.Pupil{Forename: "Elif", Surname: "Yılmaz", Year: "7", Class: "7S", SEN: model.SENSupport, PrimaryNeed: "SPLD", Language: "Turkish",
					Strengths: "sees patterns", NamedAdult: "Ms Wren"}, born: 115, academy: true, sen: []senYear{{3, model.SENSupport}}},
				{is: model.Pupil{Forename: "Can", Surname: "Yılmaz", Year: "3", Class: "3B", Language: "Turkish", Interests: "kites"}, born: 95},
			},
			adults: []adult{
				{is: model.Adult{Title: "Mr", Forename: "Çağrı", Surname: "Yılmaz", Language: "Turkish, English", Channel: video, Times: "his lunch break, 12:30"},
					ties: living(model.Father)},
				{is: model.Adult{Title: "Mrs", Forename: "Gül", Surname: "Yılmaz", Language: "Turkish", Channel: text}, ties: living(model.Mother)},
			},
			log: []said{goodNews(12, "12:35", video, "Elif found her way on the first day without a map.").on("Elif"), checkIn(16, "12:40", video,
				"Four weeks at the academy.", "She has a friend called Wren, like the teacher."), goodNews(46, "15:15", gate, "Can's kite flew.").on("Can")},
			meetings: []meeting{{in: -90, at: "12:30", about: "Elif", asked: 97, freely: 97, camera: 97,
				is: model.Meeting{Kind: model.TransitionMeeting, Status: model.Held, Minutes: 40, Mode: model.OnVideo, ModeBy: model.FamilyChose,
					Mood: model.MoodWorried, Layout: model.OnAScreen, Purpose: "How can Elif's move to the academy go well?", Opening: "Her map of the academy.",
					PupilView: "\"What if I lose my bag?\"", Notes: "Two visits, photos of every door, Ms Wren is her person.", Words: "Now she packs it already.",
					Closed: model.Yes, OpenDoor: true},
				people: []seat{{who: "Çağrı", invited: 100, why: 100, sent: 94, reminded: 91, is: coming(video)}, {who: "Gül", invited: 100, why: 100, sent: 94,
					reminded: 91, is: coming(text)}, {who: "Elif", is: coming(face)}, {who: "Ms Reed", is: because("leads the meeting")}},
				agreed: []agreed{{text: "Ask Elif how the first week went", in: -46, done: 46, told: 46}}, outcomes: []string{"Ms Wren is the adult Elif goes to."},
				wrote: "what Elif worries about and what she hopes for"}},
		},
		{
			is: model.Family{Name: "Thompson", Removed: true, Notes: "Moved to the coast."}, years: 5,
			children: []child{{is: model.Pupil{Forename: "Leo", Surname: "Thompson", Year: "5", Class: "5B", SEN: model.SENSupport, PrimaryNeed: "MLD",
				Roll: model.Left}, born: 180, left: 70, sen: []senYear{{3, model.SENSupport}}}},
			adults: []adult{{is: model.Adult{Title: "Mrs", Forename: "Carol", Surname: "Thompson", Channel: phone}, ties: living(model.Mother)}},
			log:    []said{info(72, "15:30", phone, "Their last week. The new school has the plan."), goodNews(85, "15:30", phone, "Leo gave the assembly its last joke.")},
		},
		{
			is: model.Family{Name: "Abara-Holt", CheckinEvery: 15}, years: 1,
			children: []child{{is: model.Pupil{Forename: "Remi", Surname: "Abara-Holt", Year: "1", Class: "1B", SEN: model.SENNotKnown, Interests: "tractors"}, born: 5}},
			adults: []adult{
				{is: model.Adult{Title: "Ms", Forename: "Ife", Surname: "Abara", Channel: text}, ties: living(model.Mother)},
				{is: model.Adult{Title: "Ms", Forename: "Jess", Surname: "Holt", Channel: text}, ties: []tie{{is: model.Link{Relation: model.Parent,
					ParentalResponsibility: model.Yes, LivesWith: model.Yes, GetsCopies: model.Yes, MayBeContacted: model.Yes}}}},
				{is: model.Adult{Title: "Mrs", Forename: "Bunmi", Surname: "Abara", KnownAs: "Grandma Bunmi"}, home: 1, byHand: true},
			},
			log: []said{goodNews(3, "15:11", gate, "Remi shared the tractor.").with("Jess"), checkIn(14, "08:43", gate, "How the first year goes.", "He sleeps in his uniform.")},
		},
	}
}

// handWritten are all families that are written by hand, the Okafors first.
func handWritten() []plan {
	all := []plan{okafor(), haddad(), nowak()}
	all = append(all, familiesQuiet()...)
	all = append(all, familiesApart()...)
	return append(all, familiesMany()...)
}
