package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// The steps of an annual review as they are noted (rules.md R34 to R38).

// reviewDay notes a day of a meeting as one step; set gives the columns with their values.
func (s *Store) reviewDay(ctx context.Context, meeting int64, done string, on model.Date, set func(m *model.Meeting) ([]string, []any)) (view.Change, error) {
	if !on.Valid() {
		return view.Change{}, Problem{Sentence: "The day is missing: write when it was, such as today or 24/11."}
	}
	return s.step(ctx, done, func(w *work) error {
		m, err := w.meeting(meeting)
		if err != nil {
			return err
		}
		w.title(done + ": " + w.nameOf("family", m.FamilyID))
		columns, values := set(&m)
		if err := soundMeeting(m); err != nil {
			return err
		}
		return w.update("meeting", meeting, columns, values)
	})
}

// KeepCouncilDecision notes what the council decided after an annual review, and when. A plan that goes on
// begins its next year on that day (rules.md R34).
func (s *Store) KeepCouncilDecision(ctx context.Context, meeting int64, on model.Date, decision model.CouncilDecision) (view.Change, error) {
	if decision == model.NoDecisionYet {
		return view.Change{}, Problem{Sentence: "Say what the council decided: it keeps, amends or ends the plan."}
	}
	if !on.Valid() {
		return view.Change{}, Problem{Sentence: "The day is missing: write the date of the council's letter."}
	}
	return s.step(ctx, "the council's decision", func(w *work) error {
		m, err := w.meeting(meeting)
		if err != nil {
			return err
		}
		w.title("the council " + string(decision) + ": " + w.nameOf("family", m.FamilyID))
		m.CouncilDecided, m.CouncilDecision = on, decision
		if err := soundMeeting(m); err != nil {
			return err
		}
		if err := w.update("meeting", meeting, []string{"council_decided", "council_decision"}, []any{&m.CouncilDecided, &m.CouncilDecision}); err != nil {
			return err
		}
		if decision == model.CeasesPlan {
			return nil
		}
		return w.beginPlanYear(m, on)
	})
}

// beginPlanYear counts the next year of the plans that a review was about from the council's decision.
func (w *work) beginPlanYear(m model.Meeting, decided model.Date) error {
	rows, err := w.query(`SELECT p.id FROM pupil p JOIN meeting_pupil mp ON mp.pupil_id = p.id WHERE mp.meeting_id = ? AND p.sen = 'E'`, m.ID)
	pupils, err := scanIDs(rows, err)
	if err != nil {
		return fmt.Errorf("reading whose plan it is: %w", err)
	}
	met, none := m.Start.Date(), model.Date("")
	for _, id := range pupils {
		if err := w.update("pupil", id, []string{"plan_made", "last_review", "review_by"}, []any{&decided, &met, &none}); err != nil {
			return fmt.Errorf("noting when the plan was decided on: %w", err)
		}
	}
	return nil
}

// KeepAmendmentNotice notes the day of the council's notice of changes to a plan (rules.md R36).
func (s *Store) KeepAmendmentNotice(ctx context.Context, meeting int64, on model.Date) (view.Change, error) {
	return s.reviewDay(ctx, meeting, "notice of changes", on, func(m *model.Meeting) ([]string, []any) {
		m.AmendmentNotice = on
		return []string{"amendment_notice"}, []any{&m.AmendmentNotice}
	})
}

// KeepFinalPlan notes the day of the final plan after it was amended (rules.md R35).
func (s *Store) KeepFinalPlan(ctx context.Context, meeting int64, on model.Date) (view.Change, error) {
	return s.reviewDay(ctx, meeting, "the final plan", on, func(m *model.Meeting) ([]string, []any) {
		m.FinalPlan = on
		return []string{"final_plan"}, []any{&m.FinalPlan}
	})
}

// markPeople notes one thing about several people of a meeting as one step. The wall holds here.
func (s *Store) markPeople(ctx context.Context, people []int64, done string, mark func(p *model.MeetingPerson)) (view.Change, error) {
	if len(people) == 0 {
		return view.Change{}, Problem{Sentence: "Nobody is ticked: tick whom it is about."}
	}
	return s.step(ctx, done, func(w *work) error {
		for _, id := range people {
			p, err := w.meetingPerson(id)
			if err != nil {
				return err
			}
			mark(&p)
			if err := w.savePerson(&p); err != nil {
				return err
			}
		}
		return nil
	})
}

// InviteToReview notes that these people were invited on a day.
func (s *Store) InviteToReview(ctx context.Context, people []int64, on model.Date, by model.Channel) (view.Change, error) {
	if err := soundChannel(by); err != nil {
		return view.Change{}, err
	}
	return s.markPeople(ctx, people, "invited to the review", func(p *model.MeetingPerson) { p.Invited, p.InvitedBy = on, by })
}

// AskAdvice notes that written advice was asked of these people on a day.
func (s *Store) AskAdvice(ctx context.Context, people []int64, on model.Date) (view.Change, error) {
	return s.markPeople(ctx, people, "written advice asked", func(p *model.MeetingPerson) { p.AdviceAsked = on })
}

// ReceiveAdvice notes that the written advice of these people came on a day.
func (s *Store) ReceiveAdvice(ctx context.Context, people []int64, on model.Date) (view.Change, error) {
	return s.markPeople(ctx, people, "written advice received", func(p *model.MeetingPerson) { p.AdviceReceived = on })
}

// SendAdviceOn notes that the advice of these people was sent on to all who are invited, and has come.
func (s *Store) SendAdviceOn(ctx context.Context, people []int64, on model.Date) (view.Change, error) {
	return s.markPeople(ctx, people, "advice sent to all", func(p *model.MeetingPerson) {
		p.AdviceSentOn = on
		if p.AdviceReceived == "" {
			p.AdviceReceived = on
		}
	})
}

// SendReport notes that the report of the review was sent to these people on a day (rules.md R35).
func (s *Store) SendReport(ctx context.Context, people []int64, on model.Date) (view.Change, error) {
	return s.markPeople(ctx, people, "review report sent", func(p *model.MeetingPerson) { p.ReportSent = on })
}
