package demo

import (
	"slices"
	"strings"
	"testing"

	"kettle/model"
)

// things are what the screens can show; a demo holds one of each.
var things = []struct {
	name string
	in   func(School) bool
}{
	{"separated parents with a household each", func(s School) bool { return len(householdsOf(s, "Okafor")) >= 2 }},
	{"a court order with its text", func(s School) bool {
		return some(s.Links, func(l model.Link) bool { return l.CourtOrder && l.OrderText != "" && l.OrderUntil != "" })
	}},
	{"somebody who may not be contacted", func(s School) bool {
		return some(s.Links, func(l model.Link) bool { return l.MayBeContacted == model.No })
	}},
	{"an order that was read for a meeting", func(s School) bool { return len(s.Orders) > 0 }},
	{"half-brothers with one father and two mothers", halfBrothers},
	{"a parent who needs an interpreter", func(s School) bool {
		return some(s.Adults, func(a model.Adult) bool { return a.Interpreter == model.Yes })
	}},
	{"one who asked not to be contacted", inTouch(model.AskedNotTo)},
	{"one who is not in touch now", inTouch(model.NotNow)},
	{"one who died", inTouch(model.AdultDied)},
	{"a foster-carer", func(s School) bool {
		return some(s.Links, func(l model.Link) bool { return l.Relation == model.FosterCarer })
	}},
	{"a grandmother who looks after the child, responsibility not known", func(s School) bool {
		return some(s.Links, func(l model.Link) bool {
			return l.Relation == model.Grandmother && l.LivesWith == model.Yes && l.ParentalResponsibility == model.NotKnown
		})
	}},
	{"an adult who belongs to a family by hand", func(s School) bool { return len(s.ByHand) > 0 }},
	{"a child who left", rolled(model.Left)},
	{"a child who died", rolled(model.Died)},
	{"a child at the second school, an academy", func(s School) bool {
		return some(s.Pupils, func(p model.Pupil) bool { return p.SchoolID == academySchool })
	}},
	{"a SEN history of several years", func(s School) bool {
		return some(s.SENChanges, func(c PupilSEN) bool { return c.Status == model.EHCP })
	}},
	{"a plan whose review is due soon", func(s School) bool {
		return some(s.Pupils, func(p model.Pupil) bool {
			return p.ReviewBy > s.Options.Today && s.Options.Today.DaysUntil(p.ReviewBy) < 60
		})
	}},
	{"a family out of sight", func(s School) bool { return some(s.Families, func(f model.Family) bool { return f.Removed }) }},
	{"a story", entered(model.TheirStory)}, {"what helps", entered(model.WhatHelps)}, {"what is hard just now", entered(model.HardJustNow)},
	{"some but not all welcome points", func(s School) bool { return len(s.Welcome) > 0 && len(s.Welcome) < len(model.WelcomePoints) }},
	{"a name in its own script", func(s School) bool {
		return named(s.Families, "陈", func(f model.Family) string { return f.Name }).ID != 0
	}},
	{"a very long name", func(s School) bool { return some(s.Families, func(f model.Family) bool { return len(f.Name) > 40 }) }},
	{"good news", logs(model.GoodNews)}, {"a check-in", logs(model.CheckIn)}, {"an attempt", logs(model.Attempt)}, {"information", logs(model.Information)},
	{"threat or abuse as a fact, with the leader", func(s School) bool {
		return some(s.Contacts, func(c model.Contact) bool { return c.Kind == model.Abuse && c.AbuseWhat != "" && c.LeaderTold != "" })
	}},
	{"passed to the DSL without a note", func(s School) bool {
		return some(s.Contacts, func(c model.Contact) bool {
			return c.Kind == model.PassedToDSL && c.DSLRef != "" && c.Note == "" && c.DSLWhen != ""
		})
	}},
	{"a worry with its first step, not settled", func(s School) bool {
		return some(s.Contacts, func(c model.Contact) bool { return c.Kind == model.Concern && c.FirstStep != "" && c.Settled == "" })
	}},
	{"a worry that displaced something", func(s School) bool { return some(s.Contacts, func(c model.Contact) bool { return c.Displaced != "" }) }},
	{"a worry that was settled", func(s School) bool {
		return some(s.Contacts, func(c model.Contact) bool { return c.Kind == model.Concern && c.Settled != "" })
	}},
	{"somebody who was told and somebody who is to be told", func(s School) bool {
		return some(s.Contacts, func(c model.Contact) bool { return len(c.Told) == 2 && c.Told[0].On != "" && c.Told[1].On == "" })
	}},
	{"a question that waits for an answer", owed(func(f model.FollowUp, _ model.Date) bool {
		return f.Kind == model.Reply && f.ContactID != 0 && f.State == model.Open
	})},
	{"a promise that is late", owed(func(f model.FollowUp, today model.Date) bool { return f.State == model.Open && f.Due < today })},
	{"a promise of the family", owed(func(f model.FollowUp, _ model.Date) bool { return f.Whose == model.OfFamily && f.State == model.Open })},
	{"a promise of a colleague", owed(func(f model.FollowUp, _ model.Date) bool { return f.Whose == model.OfStaff && f.State == model.Open })},
	{"a promise for later", owed(func(f model.FollowUp, today model.Date) bool {
		return f.State == model.Open && today.DaysUntil(f.Due) > 7
	})},
	{"a promise that sleeps", owed(func(f model.FollowUp, today model.Date) bool { return f.State == model.Open && f.Hidden > today })},
	{"a promise kept and told", owed(func(f model.FollowUp, _ model.Date) bool { return f.State == model.Done && f.ToldOn != "" })},
	{"a promise dropped with its reason", owed(func(f model.FollowUp, _ model.Date) bool { return f.State == model.Dropped && f.StateWhy != "" })},
	{"a promise that was moved", owed(func(f model.FollowUp, _ model.Date) bool { return len(f.OldDues) > 0 && f.OldDues[0].Due < f.Due })},
	{"what to ask when it is due", owed(func(f model.FollowUp, _ model.Date) bool { return f.Questions != "" })},
	{"a meeting held, with notes, words, agreements and letters", heldWithAll},
	{"a meeting cancelled with its reason", status(model.Cancelled)}, {"a meeting that nobody came to", status(model.Missed)},
	{"an honest conversation ahead", ahead(model.HonestConversation)}, {"a termly review ahead", ahead(model.TermlyReview)},
	{"an annual review ahead", ahead(model.AnnualReview)}, {"a return from suspension ahead", ahead(model.ReturnFromSuspension)},
	{"a first meeting ahead", ahead(model.FirstMeeting)}, {"a check-in at home ahead", ahead(model.CheckInMeeting)},
	{"a meeting whose time is not chosen", func(s School) bool {
		return some(s.Meetings, func(m model.Meeting) bool { return m.Start == "" && m.Status == model.Planned })
	}},
	{"an annual review whose report is owed", func(s School) bool {
		return some(s.People, func(p model.MeetingPerson) bool { return heldReview(s, p.MeetingID) && p.ReportSent == "" })
	}},
	{"an annual review whose report was sent", func(s School) bool {
		return some(s.People, func(p model.MeetingPerson) bool { return heldReview(s, p.MeetingID) && p.ReportSent != "" })
	}},
	{"an item left out with a reason", func(s School) bool {
		return some(s.Marks, func(k model.Mark) bool { return k.State == model.LeftOut && k.Reason != "" })
	}},
	{"an item ticked by hand", func(s School) bool {
		return some(s.Marks, func(k model.Mark) bool { return k.State == model.Ticked && model.MayTick(k.Item) })
	}},
	{"an item of the family's own", func(s School) bool { return some(s.Agenda, func(i model.AgendaItem) bool { return i.Theirs }) }},
	{"an agenda that changed after it was sent", func(s School) bool {
		return some(s.People, func(p model.MeetingPerson) bool { return p.AgendaOutdated && p.AgendaSent != "" }) &&
			some(s.Meetings, func(m model.Meeting) bool { return m.AgendaChanged != "" && m.Status == model.Planned })
	}},
	{"a paper that is not at hand yet", func(s School) bool { return some(s.Papers, func(p model.Paper) bool { return !p.Ready }) }},
	{"a time that suits one parent and not the other", func(s School) bool {
		return some(s.Times, func(o model.TimeOption) bool {
			return len(o.Answers) == 2 && o.Answers[0].Answer != o.Answers[1].Answer
		})
	}},
	{"a room that is somebody's", func(s School) bool { return some(s.Rooms, model.Room.HeadsOffice) }},
	{"the user", func(s School) bool { return s.Staff[0].Me && s.Staff[0].Role == model.SENCO }},
}

func TestDemoHoldsEveryKindOfThing(t *testing.T) {
	for _, today := range aroundTheYear {
		s := usual(today)
		for _, thing := range things {
			if !thing.in(s) {
				t.Errorf("on %s there is no example of %s", today, thing.name)
			}
		}
	}
}

func some[T any](list []T, is func(T) bool) bool { return slices.ContainsFunc(list, is) }

func of[T any](list []T, keep func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), func(one T) bool { return !keep(one) })
}

func inTouch(state model.InTouch) func(School) bool {
	return func(s School) bool {
		return some(s.Adults, func(a model.Adult) bool { return a.InTouch == state && a.InTouchSince != "" && a.InTouchBy != "" })
	}
}

func rolled(r model.Roll) func(School) bool {
	return func(s School) bool {
		return some(s.Pupils, func(p model.Pupil) bool { return p.Roll == r && p.LeftOn != "" })
	}
}

func entered(k model.FamilyEntryKind) func(School) bool {
	return func(s School) bool { return some(s.Entries, func(e model.FamilyEntry) bool { return e.Kind == k }) }
}

func logs(k model.ContactKind) func(School) bool {
	return func(s School) bool { return some(s.Contacts, func(c model.Contact) bool { return c.Kind == k }) }
}

func owed(is func(model.FollowUp, model.Date) bool) func(School) bool {
	return func(s School) bool {
		return some(s.FollowUps, func(f model.FollowUp) bool { return is(f, s.Options.Today) })
	}
}

func status(as model.MeetingStatus) func(School) bool {
	return func(s School) bool {
		return some(s.Meetings, func(m model.Meeting) bool { return m.Status == as && m.StatusWhy != "" })
	}
}

func ahead(k model.MeetingKind) func(School) bool {
	return func(s School) bool {
		return some(s.Meetings, func(m model.Meeting) bool { return m.Kind == k && m.Status == model.Planned })
	}
}

func heldReview(s School, meeting int64) bool {
	m := s.Meetings[meeting-1]
	return m.Kind == model.AnnualReview && m.Status == model.Held
}

func heldWithAll(s School) bool {
	return some(s.Meetings, func(m model.Meeting) bool {
		return m.Status == model.Held && m.Notes != "" && m.Words != "" && m.Closed == model.Yes &&
			some(s.Agreements, func(a model.Agreement) bool { return a.MeetingID == m.ID && a.FollowUpID != 0 }) &&
			some(s.Outcomes, func(o model.Outcome) bool { return o.MeetingID == m.ID }) &&
			some(s.Letters, func(l model.Letter) bool {
				return l.MeetingID == m.ID && l.Kind == model.SummaryOfMeeting && strings.Contains(l.Body, "We agreed")
			})
	})
}

func householdsOf(s School, family string) []model.Household {
	return of(s.Households, func(h model.Household) bool { return s.Families[h.FamilyID-1].Name == family && len(h.Adults) > 0 })
}

// halfBrothers: two pupils of one family share their father, and neither mother is linked to both.
func halfBrothers(s School) bool {
	f := named(s.Families, "Byrne", func(f model.Family) string { return f.Name })
	children := of(s.Pupils, func(p model.Pupil) bool { return p.FamilyID == f.ID })
	parents := func(r model.Relationship) map[int64]int {
		count := map[int64]int{}
		for _, l := range s.Links {
			if l.Relation == r && some(children, func(p model.Pupil) bool { return p.ID == l.PupilID }) {
				count[l.AdultID]++
			}
		}
		return count
	}
	return len(children) == 2 && len(parents(model.Father)) == 1 && len(parents(model.Mother)) == 2
}
