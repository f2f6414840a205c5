package demo

import "kettle/model"

// Families in two homes, or with somebody who must not, or does not wish to, be asked.
var familiesApart = []plan{
	{
		is:    model.Family{Name: "Okafor-Lane", CheckinEvery: 20},
		years: 5,
		children: []child{
			{is: model.Pupil{Forename: "Zoë", Surname: "Okafor-Lane", Year: "6", Class: "6C", SEN: model.EHCP, PrimaryNeed: "HI",
				Strengths: "lip-reading, cartwheels, saying what is fair", Interests: "drumming", HopesFamily: "A school where she need not ask twice.",
				HopesSchool: "That she tells us when the aids are off.", NamedAdult: "Mrs Vance"}, born: 20, plan: 150, seenBy: "Dr Hana Weller,Mrs Jean Holloway",
				sen: []senYear{{4, model.SENSupport}, {3, model.EHCP}}},
		},
		adults: []adult{
			{is: model.Adult{Title: "Ms", Forename: "Pia", Surname: "Lane", Channel: text, Times: "any time"}, ties: living(model.Mother)},
			{is: model.Adult{Title: "Mr", Forename: "Sunny", Surname: "Okafor", Channel: email}, home: 1, ties: apart(model.Father)},
		},
		entries: []entry{{33, helps, "Face her when you speak. Text, do not ring: Ms Lane is on the wards."}},
		log: []said{
			goodNews(26, "15:14", gate, "Zoë drummed at the harvest assembly."),
			checkIn(25, "08:44", gate, "New hearing aids, purple.", "She chose them herself."),
			info(60, "12:00", text, "Visit to the academy in the spring: dates to come."),
			goodNews(88, "15:10", text, "She stood up for a younger child in the queue."),
		},
		promises: []promise{{in: 2, to: "Pia", made: 8, is: model.FollowUp{What: "Ask the psychologist for a date for Zoë", DateTold: true}}},
		meetings: []meeting{{at: "", room: "Rainbow room", asked: 2, theirs: []string{"Which aids the academy knows"},
			is: model.Meeting{Kind: model.TransitionMeeting, Minutes: 40, Mode: model.InPerson, ModeBy: model.ChosenTogether, Mood: model.MoodWorried,
				Purpose: "How can Zoë's move to the academy go well?", Theirs: "Which aids the academy knows"},
			people:  []seat{{who: "Pia", invited: 2, why: 2, is: model.MeetingPerson{InvitedBy: text, ToldWhyBy: text}}, {who: "Sunny", invited: 2, why: 2, is: model.MeetingPerson{InvitedBy: email, ToldWhyBy: email}}, {who: "Zoë"}, {who: "Ms Reed", is: because("leads the meeting")}},
			offered: []offer{{in: 9, at: "15:30", yes: "Pia"}, {in: 10, at: "08:30"}, {in: 12, at: "16:30", yes: "Sunny", no: "Pia"}}}},
	},
	{
		is:    model.Family{Name: "Byrne", NameByHand: true, Notes: "Half-brothers: one father, two mothers. Two circles, who write to nobody of the other."},
		years: 4,
		children: []child{
			{is: model.Pupil{Forename: "Kyle", Surname: "Walsh", Year: "5", Class: "5A", SEN: model.SENSupport, PrimaryNeed: "SEMH", Strengths: "goalkeeping", Interests: "football, his dog"}, born: 100, home: 1},
			{is: model.Pupil{Forename: "Mason", Surname: "Pike", Year: "3", Class: "3A", SEN: model.NoSEN, Strengths: "jokes", Interests: "football, his brother"}, born: 210, home: 2},
		},
		adults: []adult{
			{is: model.Adult{Title: "Mr", Forename: "Dean", Surname: "Byrne", Channel: phone, Times: "after 17:00"}, ties: apart(model.Father)},
			{is: model.Adult{Title: "Ms", Forename: "Tara", Surname: "Walsh", Channel: text}, home: 1, ties: only("Kyle", living(model.Mother))},
			{is: model.Adult{Title: "Mrs", Forename: "Joanne", Surname: "Pike", Channel: app}, home: 2, ties: only("Mason", living(model.Mother))},
			{is: model.Adult{Title: "Mr", Forename: "Colin", Surname: "Pike"}, home: 2, ties: only("Mason", living(model.Stepfather))},
		},
		log: []said{
			goodNews(8, "15:11", gate, "Kyle let the younger ones have the ball.").with("Tara").on("Kyle"),
			goodNews(16, "15:12", app, "Mason made the whole table laugh, kindly.").with("Joanne").on("Mason"),
			checkIn(13, "17:20", phone, "Both boys stay with him at the weekend.", "They only get on when there is a ball.").with("Dean"),
			checkIn(36, "08:45", gate, "Short nights with the new baby.", "He is tired, be kind.").with("Tara").on("Kyle"),
		},
		promises: []promise{{in: 7, to: "Tara", made: 8, is: model.FollowUp{Kind: model.CheckInDue, What: "Ask how Kyle sleeps", Questions: "Does the later bedtime help?"}}},
	},
	{
		is:    model.Family{Name: "Carver", CheckinEvery: 10, Notes: "Read the order before anything is sent."},
		years: 3,
		children: []child{{is: model.Pupil{Forename: "Isla", Surname: "Carver", Year: "2", Class: "2B", SEN: model.SENSupport, PrimaryNeed: "SEMH",
			Strengths: "plaits, patience", Interests: "snails"}, born: 190, sen: []senYear{{1, model.SENSupport}}}},
		adults: []adult{
			{is: model.Adult{Title: "Ms", Forename: "Holly", Surname: "Carver", Channel: phone, Times: "lunchtime"}, ties: living(model.Mother)},
			{is: model.Adult{Title: "Mr", Forename: "Lee", Surname: "Carver"}, home: 1, ties: []tie{{is: model.Link{Relation: model.Father, ParentalResponsibility: model.Yes,
				LivesWith: model.No, GetsCopies: model.No, CourtOrder: true, OrderText: "No contact with Isla. He is not told where she lives or when she is collected."}}}},
			{is: model.Adult{Title: "Mr", Forename: "Ronald", Surname: "Carver", KnownAs: "Grandad Ron"}, home: 2, ties: []tie{{is: model.Link{Relation: model.Grandfather,
				ParentalResponsibility: model.No, LivesWith: model.No, MayBeContacted: model.No}}}},
		},
		entries: []entry{{12, hard, "The hearing was moved to the new year."}, {40, helps, "Never ring from a withheld number."}},
		log: []said{
			goodNews(5, "12:15", phone, "Isla found six snails and named them all."),
			checkIn(9, "12:20", phone, "The new flat.", "We sleep again."),
			{ago: 29, at: "12:30", is: model.Contact{Channel: phone, Kind: model.PassedToDSL, Dir: model.In, DSLTo: "Mrs Lindqvist", DSLRef: "TG-0417"}},
			goodNews(48, "15:10", gate, "First time she stayed for the whole party."),
		},
		meetings: []meeting{
			{in: -45, at: "13:00", room: "Small meeting room",
				is: model.Meeting{Kind: model.CheckInMeeting, Status: model.Held, Minutes: 20, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MoodWorried, Layout: model.SideBySide,
					Purpose: "How are things going for Isla and you?", Opening: "The party.", Notes: "Grandad Ron came along; the order was read before.", Words: "It is good that he knows now.", Closed: model.Yes, OpenDoor: true},
				people: []seat{{who: "Holly", invited: 50, why: 50, sent: 47, reminded: 46, is: coming(phone)}, {who: "Ronald", invited: 48, why: 48, is: model.MeetingPerson{Side: model.Companion, InvitedBy: phone, ToldWhyBy: phone, Answer: model.Comes}}, {who: "Ms Reed", is: because("leads the meeting")}},
				order:  &order{who: "Ronald", by: "Ms Reed", answer: model.OrderAllows + ": the order names Mr Lee Carver alone", ago: 49}, outcomes: []string{"Grandad Ron collects on Thursdays from the new year."}},
			{in: 6, at: "12:30", room: "Community room", after: true,
				is:     model.Meeting{Kind: model.TermlyReview, Minutes: 30, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MoodWorried, Purpose: "How is Isla's support going, and what comes next?"},
				people: []seat{{who: "Holly", invited: 1, why: 1, is: coming(phone)}, {who: "Isla"}, {who: "Ms Reed", is: because("leads the meeting")}, {who: "Mrs Achebe", is: because("teaches Isla and gives the support")}}}},
	},
	{
		is:    model.Family{Name: "O'Brien", CheckinEvery: 15},
		years: 2,
		children: []child{{is: model.Pupil{Forename: "Niamh", Surname: "O'Brien", Year: "4", Class: "4B", SEN: model.SENSupport, PrimaryNeed: "SPLD",
			Strengths: "singing in harmony", Interests: "ghost stories", HopesFamily: "That she reads a whole book because she wants to."}, born: 270, sen: []senYear{{0, model.SENSupport}}}},
		adults: []adult{
			{is: model.Adult{Title: "Mrs", Forename: "Aoife", Surname: "O'Brien", Channel: app, LeaveMessage: model.No}, ties: living(model.Mother)},
			{is: model.Adult{Title: "Mr", Forename: "Séan", Surname: "O'Brien", InTouch: model.AskedNotTo, InTouchBy: "himself, by letter"}, home: 1, gone: 64, ties: apart(model.Father)},
		},
		entries: []entry{{64, hard, "Mr O'Brien asked us not to write or ring. Mrs O'Brien knows."}},
		log: []said{
			goodNews(7, "15:20", app, "She sang the second voice, alone."),
			checkIn(11, "16:00", app, "Reading at bedtime again.", "Ghosts help."),
			info(24, "16:10", letter, "Support plan for this year."),
			goodNews(66, "15:15", app, "Finished her first chapter book."),
		},
		meetings: []meeting{{in: 7, at: "16:00", room: "Library corner", freely: 3, asked: 3, theirs: []string{"Homework without tears"},
			is:     model.Meeting{Kind: model.HonestConversation, Minutes: 45, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MoodWorried, Purpose: "What would help Niamh with homework?", Opening: "The second voice.", Theirs: "Homework without tears", Layout: model.CornerOfTable},
			people: []seat{{who: "Aoife", invited: 3, why: 3, is: coming(app)}, {who: "Séan", is: model.MeetingPerson{WhyNot: "he asked us not to be contacted"}}, {who: "Ms Reed", is: because("leads the meeting")}},
			marks:  []mark{{item: "who.flo", ago: 3, reason: "Mrs O'Brien would rather have one face, not two"}, {item: "when.options", ago: 3, reason: "she named the day herself"}}}},
	},
	{
		is:    model.Family{Name: "Smith"},
		years: 6,
		children: []child{
			{is: model.Pupil{Forename: "Jack", Surname: "Doran", Year: "8", Class: "8N", SEN: model.SENSupport, PrimaryNeed: "MLD", Strengths: "fixing bicycles"}, born: 60, academy: true, sen: []senYear{{5, model.SENSupport}}},
			{is: model.Pupil{Forename: "Ellie", Surname: "Smith", Year: "2", Class: "2B", SEN: model.NoSEN, Interests: "her new puppy"}, born: 250},
			{is: model.Pupil{Forename: "Evie", Surname: "Smith", Year: "2", Class: "2B", SEN: model.NoSEN, Interests: "her sister's puppy"}, born: 250},
			{is: model.Pupil{Forename: "Ruby", Surname: "Doran", Year: "11", SEN: model.NoSEN, Roll: model.Left}, born: 30, left: 85, academy: true},
		},
		adults: []adult{
			{is: model.Adult{Title: "Mrs", Forename: "Donna", Surname: "Smith", Channel: gate}, ties: living(model.Mother)},
			{is: model.Adult{Title: "Mr", Forename: "Gary", Surname: "Smith", Channel: phone}, ties: append(only("Ellie,Evie", living(model.Father)), only("Jack,Ruby", living(model.Stepfather))...)},
			{is: model.Adult{Title: "Mr", Forename: "Patrick", Surname: "Doran", Channel: email, InTouch: model.NotNow, InTouchBy: "his sister: he is in hospital"}, home: 1, gone: 18, ties: only("Jack,Ruby", apart(model.Father))},
		},
		log: []said{
			goodNews(10, "15:15", gate, "The twins sat apart and both were proud.").on("Ellie,Evie"),
			checkIn(17, "15:16", gate, "Jack's first weeks in Year 8.", "He likes the workshop."),
			attempt(15, "15:35", phone, "Nobody came to the meeting; rang twice, no answer."),
			goodNews(70, "12:00", phone, "Jack mended the caretaker's bicycle.").with("Gary").on("Jack"),
		},
		meetings: []meeting{{in: -15, at: "15:20", room: "Community room", about: "Jack",
			is:     model.Meeting{Kind: model.TermlyReview, Status: model.Missed, StatusWhy: "nobody came: the bus was cancelled, they rang in the evening", Minutes: 30, Mode: model.InPerson, ModeBy: model.ChosenTogether, Mood: model.MoodEasy, Purpose: "How is Jack's support going, and what comes next?"},
			people: []seat{{who: "Donna", invited: 25, why: 25, sent: 17, reminded: 16, is: coming(letter)}, {who: "Ms Reed", is: because("leads the meeting")}}}},
		promises: []promise{{in: 5, to: "Donna", made: 14, was: []int{-9, -3}, told: 3, is: model.FollowUp{Kind: model.MeetAgain, What: "Ask Mrs Smith for a new day for Jack's review"}}},
	},
}
