package model

import "strings"

// Contact is a line as an entry of the log. The adults named are told by it, each in their own right
// (practice 15), unless nobody answered, or it was they who told us.
func (c Capture) Contact() Contact {
	e := Contact{FamilyID: c.Family(), At: c.At, Channel: c.Channel, Dir: c.Dir, Kind: c.Kind, Note: c.Note, Words: c.Words,
		Present: strings.Join(c.Present, "\n"), Triage: c.Triage, DSLTo: c.DSLTo, DSLRef: c.DSLRef}
	if c.Kind == PassedToDSL {
		e.DSLWhen = c.At
	}
	for _, p := range c.Pupils {
		e.Pupils = append(e.Pupils, p.ID)
	}
	for _, a := range c.Adults {
		e.Adults = append(e.Adults, a.ID)
		if c.Kind != Attempt && c.Kind != PassedToDSL && c.Dir != In {
			e.Told = append(e.Told, Told{AdultID: a.ID, On: c.At.Date()})
		}
	}
	return e
}

// FollowUps are the promises of a line; by is who set their dates.
func (c Capture) FollowUps(by string) []FollowUp {
	var all []FollowUp
	for _, p := range c.Promises {
		f := FollowUp{Kind: ActionPromised, What: p.What, Whose: p.Whose, Who: p.Who, AdultID: p.AdultID, Due: p.Due, DueAt: p.DueAt, DueSetBy: by}
		if p.Offer {
			f.Kind = MeetAgain
		}
		if p.Guessed {
			f.DueRule, f.DueSetBy = "no date was said: the next school day", "Kettle"
		}
		all = append(all, f)
	}
	return all
}
