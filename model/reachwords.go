package model

func likesBy() map[Channel]string {
	return map[Channel]string{
		ByGate: "likes to talk at the gate", ByPhone: "ring", FaceToFace: "likes to meet", ByVideo: "by video",
		ByText: "text first", BySchoolApp: "school app first", BySocial: "social media", ByLetter: "write a letter",
		ByEmail: "e-mail first", AtHomeVisit: "likes a visit",
	}
}

// LikesWords say how and when the adult likes to be reached: "text first, after 14:00" (practice 6).
func (a Adult) LikesWords() string {
	words := likesBy()[a.Channel]
	if words != "" && a.Times != "" {
		words += ", "
	}
	return words + a.Times
}

// LanguageWords say in which language, and whether with an interpreter: "Igbo, needs an interpreter".
func (a Adult) LanguageWords() string {
	words := a.Language
	if a.Interpreter == Yes {
		if words != "" {
			words += ", "
		}
		words += "needs an interpreter"
	}
	return words
}

// MessageWords say whether a message may be left where nobody answers.
func (a Adult) MessageWords() string {
	switch a.LeaveMessage {
	case Yes:
		return "a message may be left"
	case No:
		return "leave no message"
	}
	return "not known whether a message may be left"
}

// NewsBy is how good news goes to the adult from a desk: by the written way they like best, else by phone.
func (a Adult) NewsBy() Channel {
	if a.Channel.IsMessage() {
		return a.Channel
	}
	return ByPhone
}
