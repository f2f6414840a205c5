package model

// channelSaid say by which way somebody was reached, as a sentence does.
func channelSaid() map[Channel]string {
	return map[Channel]string{
		ByGate: "at the gate", ByPhone: "by phone", FaceToFace: "face to face", ByVideo: "by video", ByText: "by text",
		BySchoolApp: "by the school app", BySocial: "on social media", ByLetter: "by letter", ByEmail: "by e-mail",
		AtHomeVisit: "at their home", AtMeeting: "in a meeting",
	}
}

// How is the channel as a sentence says it, "by phone", "at the gate"; "" for none.
func (c Channel) How() string { return channelSaid()[c] }
