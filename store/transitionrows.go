package store

import "kettle/model"

// The columns of a move to another phase or school and of its visits, each beside the fields that hold
// them.

var transitionColumns = []string{"pupil_id", "year", "to_school", "worries", "helps", "named_adult", "handed_over", "settled", "deleted_at"}

func transitionFields(t *model.Transition) []any {
	return []any{&t.PupilID, &t.Year, &t.ToSchool, &t.Worries, &t.Helps, &t.NamedAdult, &t.HandedOver, &t.Settled, removedAt(&t.Removed)}
}

var transitionVisitColumns = []string{"transition_id", "on_day", "what", "done"}

func transitionVisitFields(v *model.TransitionVisit) []any {
	return []any{&v.TransitionID, &v.On, &v.What, &v.Done}
}
