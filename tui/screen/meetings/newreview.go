package meetings

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/tui/screen"
)

// NewReview is the form for the termly or the annual review of one pupil, filled in as far as the kind and
// the pupil say it; for an annual review those from outside are proposed, too (rules.md R32 and R38).
func NewReview(env *screen.Env, store PlanStore, kind model.MeetingKind, pupil int64) screen.Screen {
	return planForm(env, store, func(ctx context.Context) (any, error) {
		p, err := store.Pupil(ctx, pupil)
		if err != nil {
			return nil, err
		}
		around, err := readAround(ctx, store, p.FamilyID, model.Contact{})
		a, ok := around.(surroundings)
		if err != nil || !ok {
			return nil, err
		}
		a.review, a.about = kind, p
		if kind != model.AnnualReview {
			return a, nil
		}
		if a.workWith, err = store.PupilProfessionals(ctx, pupil); err != nil {
			return nil, fmt.Errorf("reading who works with the child: %w", err)
		}
		return a, nil
	})
}
