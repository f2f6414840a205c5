package meetings

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
)

// readiness is "n of m" of one meeting.
type readiness struct {
	id    int64
	n, m  int
	lacks string
}

// askReady asks how ready the visible meetings are that are still to come; the rules are asked
// beside the screen, too.
func (l *List) askReady() tea.Cmd {
	top, height := l.list.Visible()
	var ids []int64
	for i := top; i < top+max(height, l.Height); i++ {
		r, ok := l.row(i)
		if _, known := l.ready[r.ID]; ok && !known && isComing(r) {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	l.waiting = true
	today := l.Today()
	return screen.Question(l, screen.Ask{Slot: "ready", Do: func(ctx context.Context) (any, error) {
		preps, err := l.store.MeetingPreps(ctx, ids)
		return howReady(preps, today), err
	}})
}

func howReady(preps []view.MeetingPrep, today model.Date) []readiness {
	all := make([]readiness, len(preps))
	for i, p := range preps {
		items := model.Checklist(p.Facts(today))
		all[i].id = p.Meeting.ID
		all[i].n, all[i].m = model.Ready(items)
		if next, ok := model.MostPressing(items); ok {
			all[i].lacks = next.Lacks
		}
	}
	return all
}

func isComing(r view.MeetingRow) bool {
	return r.Status == model.Planned || r.Status == model.Running
}
