package demo

import "kettle/model"

func okaforMeetings() []meeting {
	return []meeting{
		{in: -22, at: "15:30", room: "Library corner", about: "Chidi", record: 19,
			is: model.Meeting{Kind: model.TermlyReview, Status: model.Held, Minutes: 30, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MoodEasy,
				Purpose: "How is Chidi's support going, and what comes next?", Opening: "He explained the signals to Year 1.", Layout: model.CornerOfTable,
				Notes: "Speech therapy goes on in the autumn. He uses two of the five new cards.", Words: "He tells me the words in the car now.", Closed: model.Yes,
				MoodThen: model.MoodEasy, Felt: model.FeltHeard, Feedback: "You had the cards there. That helped.", OpenDoor: true},
			people: []seat{{who: "Ngozi", invited: 32, why: 32, sent: 24, reminded: 23, is: coming(text)}, {who: "Chidi", is: coming(face)}, {who: "Ms Reed",
				is: because("leads the meeting")}, {who: "Mr Shah", is: because("teaches Chidi and gives the support")}},
			agreed: []agreed{{text: "Mr Shah puts the five cards on the wall", who: "Mr Shah", in: -17, done: 18, told: 17},
				{text: "Mrs Okafor sends a photo of the timetable", who: "Ngozi", in: -16, done: 16}},
			outcomes: []string{"Two of five cards are in use, the others follow."}, wrote: "how well Chidi finds his words in the car"},
		{in: -2, at: "14:30", room: "Rainbow room", about: "Chidi",
			is: model.Meeting{Kind: model.CheckInMeeting, Status: model.Held, Minutes: 20, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MoodWorried,
				Purpose: "How are lunchtimes going for Chidi?", Opening: "The reading certificate.", Layout: model.EasyChairs,
				Notes: "Chidi may eat in the library on Tuesdays. Two of his friends go there anyway.", Words: "He just wants somewhere quiet.", Closed: model.No, OpenDoor: true,
				MoodThen: model.MoodUpset, SaidFirst: "Nobody rang me back on Thursday."},
			people: []seat{{who: "Ngozi", invited: 5, why: 5, sent: 3, reminded: 3, is: coming(phone)}, {who: "Ms Reed", is: because("leads the meeting")}},
			agreed: []agreed{{text: "Mr Shah opens the library at 12:10 on Tuesdays", who: "Mr Shah", in: 0, done: 1, told: 1},
				{text: "Mrs Okafor tells Chidi tonight", who: "Ngozi", in: -2, done: 2}, {text: "Ask both how the first week went", in: 6}},
			outcomes: []string{"The library is a place for lunch on Tuesdays."},
			promises: []promise{{in: -1, to: "Ngozi", made: 2, is: model.FollowUp{Kind: model.ThankYou, What: "Thank Mrs Okafor for {weekday}'s meeting"}}}},
		{in: 0, at: "15:30", room: "Rainbow room", about: "Chidi", after: true, from: "lunch", freely: 3,
			is: model.Meeting{Kind: model.HonestConversation, Minutes: 45, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MayGetHeated,
				Purpose: "How can Chidi's lunchtimes be calm again?", Opening: "The reading certificate.", Layout: model.RoundTable,
				StandbyWho: "Mr Doyle", StandbyWhere: "the office next door",
				TeacherView: "In lessons he is settled since October. The dining hall is too loud for him, and he does not say so.",
				FamilyView:  "At home he eats with headphones on."},
			people: []seat{
				{who: "Ngozi", invited: 5, why: 3, reminded: 1, is: model.MeetingPerson{InvitedBy: letter, ToldWhyBy: phone, Answer: model.Comes, Seat: 1}},
				{who: "Emeka", invited: 5, why: 2, reminded: 1, is: model.MeetingPerson{InvitedBy: letter, ToldWhyBy: letter, Answer: model.Comes, Seat: 4}},
				{who: "Grace", is: model.MeetingPerson{Side: model.Companion, Answer: model.Comes, Reason: "Mrs Okafor brings her", Seat: 2}},
				{who: "Ms Reed", is: model.MeetingPerson{Reason: "leads the meeting", Seat: 3}},
				{who: "Mr Shah", is: model.MeetingPerson{Reason: "sees Chidi every day", Seat: 6}},
				{who: "Mrs Bell", is: because("")},
				{who: "Dr Ito", is: model.MeetingPerson{Reason: "helps with noise and quiet places", Seat: 5}}},
			offered: []offer{{in: 0, at: "15:30", yes: "Ngozi,Emeka", chosen: true}, {in: 1, at: "09:00", no: "Ngozi"}, {in: 2, at: "17:00", yes: "Emeka", no: "Ngozi"}},
			papers:  []string{"✓Reading record", "✓What Mr Shah saw at lunch"},
			marks:   []mark{{item: "why.story", ago: 1}, {item: "who.flo", ago: 4}}},
	}
}

func haddadMeetings() []meeting {
	return []meeting{
		{in: -52, at: "09:00", room: "Rainbow room", about: "Layla",
			is: model.Meeting{Kind: model.TermlyReview, Status: model.Held, Minutes: 30, Mode: model.InPerson, ModeBy: model.ChosenTogether, Mood: model.MoodEasy,
				Purpose: "How is Layla's support going, and what comes next?", Opening: "She read to Karim's class.", Layout: model.RoundTable, Interpreter: "Mrs Salma Qureshi",
				Notes: "Shorter lists from September. The reading pen comes after half-term.", Words: "At home she reads the cereal box.", Closed: model.Yes, OpenDoor: true},
			people: []seat{{who: "Rania", invited: 62, why: 62, sent: 55, reminded: 53, is: felt(coming(face), model.FeltPartly, "It was good, and a little fast.")},
				{who: "Sami", invited: 62, why: 62, sent: 55, reminded: 53, is: felt(coming(email), model.FeltHeard, "")},
				{who: "Mrs Salma Qureshi", is: interpreter()}, {who: "Ms Reed", is: because("leads the meeting")}},
			agreed: []agreed{{text: "Order the reading pen", in: -40, done: 42, told: 42}}, outcomes: []string{"Ten words a week instead of twenty."},
			wrote: "that Layla bakes for the whole street"},
		{in: 2, at: "09:00", room: "Community room", about: "Layla", after: true,
			is: model.Meeting{Kind: model.TermlyReview, Minutes: 30, Mode: model.InPerson, ModeBy: model.FamilyChose, Mood: model.MoodEasy, Interpreter: "Mrs Salma Qureshi",
				Purpose: "How is Layla's reading going, and what comes next?"},
			people: []seat{{who: "Rania", invited: 6, why: 6, is: coming(face)}, {who: "Sami", invited: 6, why: 6, is: model.MeetingPerson{InvitedBy: email,
				ToldWhyBy: email, Answer: model.Perhaps}},
				{who: "Layla", is: model.MeetingPerson{Answer: model.NoAnswerYet}}, {who: "Mrs Salma Qureshi", is: interpreter()},
				{who: "Ms Reed", is: because("leads the meeting")}, {who: "Miss Tully", is: because("teaches Layla and gives the support")}},
			offered:  []offer{{in: 2, at: "09:00", yes: "Rania", chosen: true}, {in: 3, at: "18:00", yes: "Sami", no: "Rania"}},
			promises: []promise{{in: 0, to: "Sami", made: 4, is: model.FollowUp{Kind: model.ActionPromised, What: "Agenda to both Haddad parents"}}}},
	}
}

func nowakMeetings() []meeting {
	return []meeting{
		{in: 4, at: "14:00", room: "Rainbow room",
			is: model.Meeting{Kind: model.AnnualReview, Minutes: 60, Mood: model.MoodEasy, Purpose: "Does Luki's plan still say what he needs?"},
			people: []seat{{who: "Jan"}, {who: "Agnieszka"}, {who: "Łukasz"}, {who: "Ms Reed", is: because("leads the review")}, {who: "Mr Ferreira", is: because("teaches Luki")},
				{who: "Mr Oliver Stone-Park", is: because("the council's officer for the plan")}, {who: "Dr Hana Weller", is: because("wrote the last advice")}},
			papers: []string{"Plan of last year", "Advice of the psychologist"}},
	}
}

func coming(by model.Channel) model.MeetingPerson {
	return model.MeetingPerson{InvitedBy: by, ToldWhyBy: by, AgendaSentBy: by, Answer: model.Comes}
}

// felt is somebody who said afterwards how it was for them.
func felt(p model.MeetingPerson, how model.Felt, words string) model.MeetingPerson {
	p.Felt, p.Feedback = how, words
	return p
}

func because(reason string) model.MeetingPerson { return model.MeetingPerson{Reason: reason} }

func interpreter() model.MeetingPerson {
	return model.MeetingPerson{Interpreter: true, Answer: model.Comes, Reason: "interprets for both sides"}
}
