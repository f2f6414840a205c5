package model

// CaptureJSON is a reading in the form of capture.md section 7.
type CaptureJSON struct {
	Status    CaptureStatus        `json:"status"`
	Families  []string             `json:"families"`
	Adults    []string             `json:"adults"`
	Pupils    []string             `json:"pupils"`
	Present   []string             `json:"present"`
	Channel   Channel              `json:"channel"`
	Direction Direction            `json:"direction"`
	Kind      string               `json:"kind"`
	At        Moment               `json:"at"`
	Triage    string               `json:"triage"`
	Note      string               `json:"note"`
	Words     string               `json:"their_words"`
	FollowUps []CapturePromiseJSON `json:"follow_ups"`
	Hints     []string             `json:"hints"`
}

// CapturePromiseJSON is a follow-up of a CaptureJSON.
type CapturePromiseJSON struct {
	What    string `json:"what"`
	Whose   Whose  `json:"whose"`
	Who     string `json:"who"`
	Due     Date   `json:"due"`
	Guessed bool   `json:"guessed"`
}

// JSON is the reading in the form of capture.md section 7.
func (c Capture) JSON() CaptureJSON {
	j := CaptureJSON{Status: c.Status, Families: []string{}, Adults: []string{}, Pupils: []string{}, Present: append([]string{}, c.Present...),
		Channel: c.Channel, Direction: c.Dir, Kind: string(c.Kind), At: c.At, Triage: c.Triage, Note: c.Note, Words: c.Words,
		FollowUps: []CapturePromiseJSON{}, Hints: append([]string{}, c.Hints...)}
	if c.Kind == Attempt {
		j.Kind = "attempt"
	}
	for _, f := range c.Families {
		j.Families = append(j.Families, f.Name)
	}
	for _, a := range c.Adults {
		j.Adults = append(j.Adults, a.FullName())
	}
	for _, p := range c.Pupils {
		j.Pupils = append(j.Pupils, p.FullName())
	}
	for _, p := range c.Promises {
		j.FollowUps = append(j.FollowUps, CapturePromiseJSON{p.What, p.Whose, p.Who, p.Due, p.Guessed})
	}
	return j
}
