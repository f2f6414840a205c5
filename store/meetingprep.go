package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// MeetingPrep is everything that preparing one meeting shows, also of one that was removed.
func (s *Store) MeetingPrep(ctx context.Context, id int64) (view.MeetingPrep, error) {
	preps, err := s.MeetingPreps(ctx, []int64{id})
	if err == nil && len(preps) == 0 {
		err = errGone
	}
	if err != nil {
		return view.MeetingPrep{}, err
	}
	return preps[0], nil
}

// MeetingPreps is MeetingPrep for several meetings, in the order asked for; those that are not there
// are left out. The number of queries does not grow with the number of meetings.
func (s *Store) MeetingPreps(ctx context.Context, ids []int64) (preps []view.MeetingPrep, err error) {
	err = s.read(ctx, func(q querier) error {
		g := &gathering{querier: q, list: jsonList(ids)}
		if err := g.gather(); err != nil {
			return fmt.Errorf("reading what is prepared: %w", err)
		}
		for _, id := range ids {
			if i := slices.IndexFunc(g.preps, func(p *view.MeetingPrep) bool { return p.Meeting.ID == id }); i >= 0 {
				preps = append(preps, *g.preps[i])
			}
		}
		return nil
	})
	return preps, err
}

// gathering fills the preparations of the meetings in list, one table after the other.
type gathering struct {
	querier
	list     string // of meetings, for json_each
	preps    []*view.MeetingPrep
	families string
	links    map[int64][]model.Link // by pupil
}

// of are the rows of a list whose meeting is m.
const ofMeetings = " WHERE meeting_id IN (SELECT value FROM json_each(?))"

func (g *gathering) gather() error {
	for _, part := range []func() error{g.meetings, g.pupilsAndLinks, g.people, g.times, g.parts, g.adultsAround,
		g.families1, g.before, g.slots, g.school} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

func (g *gathering) meetings() error {
	rows, err := g.query(selectSQL("meeting", meetingColumns)+" WHERE id IN (SELECT value FROM json_each(?))", g.list)
	meetings, err := scanAll(rows, err, meetingRow)
	if err != nil {
		return err
	}
	var families []int64
	for _, m := range meetings {
		g.preps = append(g.preps, &view.MeetingPrep{Meeting: m})
		families = append(families, m.FamilyID)
	}
	g.families = jsonList(families)
	return nil
}
