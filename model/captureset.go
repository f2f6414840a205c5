package model

// CaptureSet holds the parts of a line that were set by hand; they stay while the line is typed on. A
// part that is nil is read from the line.
type CaptureSet struct {
	Family   int64 // 0 not set
	Adults   *[]CaptureAdult
	Pupils   *[]CapturePupil
	Present  *[]string
	Channel  *Channel
	Dir      *Direction
	Kind     *ContactKind
	Triage   *string
	At       *Moment
	Note     *string
	Words    *string
	DSLTo    *string
	DSLRef   *string
	Promises map[int]CapturedPromise // by their place in the line; one without What is left out
}

func (s CaptureSet) apply(c *Capture) {
	setTo(&c.Adults, s.Adults)
	setTo(&c.Pupils, s.Pupils)
	setTo(&c.Present, s.Present)
	setTo(&c.Channel, s.Channel)
	setTo(&c.Dir, s.Dir)
	setTo(&c.Kind, s.Kind)
	setTo(&c.Triage, s.Triage)
	setTo(&c.Note, s.Note)
	setTo(&c.Words, s.Words)
	setTo(&c.DSLTo, s.DSLTo)
	setTo(&c.DSLRef, s.DSLRef)
	if s.At != nil {
		c.At, c.AtNow = *s.At, false
	}
	if c.Kind != Concern {
		c.Triage = ""
	}
	var kept []CapturedPromise
	for i, p := range c.Promises {
		if by, isSet := s.Promises[i]; isSet {
			p = by
		}
		p.Place = i
		if p.What != "" {
			kept = append(kept, p)
		}
	}
	c.Promises = kept
}

func setTo[T any](part, by *T) {
	if by != nil {
		*part = *by
	}
}

// Has reports whether a part was set by hand; promise is which follow-up, for that part.
func (s CaptureSet) Has(field CaptureField, promise int) bool {
	_, promised := s.Promises[promise]
	return map[CaptureField]bool{FieldFamily: s.Family != 0, FieldAdults: s.Adults != nil, FieldPupils: s.Pupils != nil,
		FieldPresent: s.Present != nil, FieldChannel: s.Channel != nil, FieldDirection: s.Dir != nil, FieldKind: s.Kind != nil,
		FieldTriage: s.Triage != nil, FieldWhen: s.At != nil, FieldNote: s.Note != nil, FieldWords: s.Words != nil,
		FieldDSL: s.DSLTo != nil, FieldPromise: promised}[field]
}
