package family

import (
	"fmt"

	"kettle/model"
	"kettle/tui/screen"
)

// answerPromise is the promise to answer a question, by the day that the school's settings say
// (rules.md R13).
type answerPromise struct {
	model.FollowUp
	clock model.ReplyClock
	by    model.Moment
}

// promiseToAnswer proposes it for a question that came at a time, by the calendar of the children's
// school.
func promiseToAnswer(env *screen.Env, pupils []model.Pupil, came model.Moment) answerPromise {
	var school int64
	if len(pupils) > 0 {
		school = pupils[0].SchoolID
	}
	clock := model.ReplyClockOf(came, env.World.Settings, env.Today(), env.World.Calendar(school))
	promise := model.FollowUp{Kind: model.Reply, Whose: model.Mine, What: "Answer their question"}
	return answerPromise{promise, clock, model.Moment(clock.Due)}
}

// cameAt is the promise when the question came at another time than was thought while the form was
// opened; a day that was typed stays.
func (a answerPromise) cameAt(env *screen.Env, pupils []model.Pupil, came model.Moment) answerPromise {
	if a.by != model.Moment(a.clock.Due) {
		return a
	}
	again := promiseToAnswer(env, pupils, came)
	again.What = a.What
	return again
}

// title says how the day is counted.
func (a *answerPromise) title() string {
	return fmt.Sprintf("They are owed an answer within %d %s", a.clock.Of, a.clock.Unit)
}

// promised is the promise as it is kept; a day that was changed has no rule but the hand of by.
func (a *answerPromise) promised(by string) model.FollowUp {
	p := a.FollowUp
	p.Due, p.DueAt, p.DueSetBy = a.by.Date(), a.by.Clock(), by
	if p.Due == a.clock.Due && a.clock.Unit == model.InSchoolDays {
		p.DueRule, p.DueFrom, p.DueCount, p.DueSetBy = "school days (rules.md R13)", a.clock.Received, a.clock.Of, "Kettle"
	}
	return p
}
