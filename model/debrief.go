package model

// DebriefNote stands beside the fields of a debrief (practice 49; rules.md R41 and R42).
const DebriefNote = "For staff. It stays out of letters, briefs, packs and ordinary exports; a subject access request may ask for it."

// WasHard reports whether a meeting was a hard one, after which staff talk it over with somebody and a
// leader knows: they were upset or it could become heated, as was expected or as they came in, or
// threat or abuse was recorded that day (practices 49 and 61).
func WasHard(m Meeting, abuseThatDay bool) bool {
	return abuseThatDay || m.Mood.Hard() || m.MoodThen.Hard()
}

// Hard reports whether a mood makes a meeting a hard one.
func (m Mood) Hard() bool { return m == MoodUpset || m == MayGetHeated }

// WithoutStaffOnly is the meeting as anything that leaves school may know it: without the debrief.
func (m Meeting) WithoutStaffOnly() Meeting {
	m.Debrief, m.DebriefWith, m.LeaderTold, m.LeaderToldOn = "", "", "", ""
	return m
}
