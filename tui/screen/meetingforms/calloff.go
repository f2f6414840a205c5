// Package meetingforms holds the forms and fields about a meeting that both the list of meetings and
// a meeting's preparation open.
package meetingforms

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the forms need of the store.
type Store interface {
	form.Store
	CancelMeeting(ctx context.Context, id int64, why string) (view.Change, error)
	MissMeeting(ctx context.Context, id int64, why string) (view.Change, error)
	RemoveMeeting(ctx context.Context, id int64) (view.Change, error)
}

// Meeting is the meeting as far as the forms need it.
type Meeting struct {
	ID     int64
	Family string
	Start  model.Moment
	Status model.MeetingStatus
}

// CallOffForm names the drafts of the form that calls a meeting off.
const CallOffForm = "meeting off"

// The ways in which a meeting is called off.
const (
	byCancelling = "cancelled"
	byMissing    = "missed"
	byMistake    = "mistake"
)

var ways = []widget.Option{
	{Value: byCancelling, Words: "it is cancelled"},
	{Value: byMissing, Words: "they could not come"},
	{Value: byMistake, Words: "entered by mistake: remove it"},
}

// WhyNotOff says why a meeting cannot be called off or moved, "" when it can.
func WhyNotOff(m Meeting) string {
	switch {
	case m.ID == 0:
		return "No meeting is selected."
	case m.Status == model.Held:
		return "This meeting has been held. A new one can be planned for another day."
	}
	return ""
}

// CallOff is the form that calls a meeting off; after removing it, then follows, which may be nil.
func CallOff(env *screen.Env, store Store, m Meeting, removed func() tea.Cmd) screen.Screen {
	way, why := byCancelling, ""
	if m.Start != "" && m.Start.Date() < env.Today() {
		way = byMissing
	}
	return form.New(env, store, form.Spec{
		Title: "Call off: " + m.Family, Name: CallOffForm, Record: m.ID,
		Groups: form.Fields(
			widget.Choice("What happened", &way, ways),
			widget.Text("Why", &why).Hint("in a few words; it is kept with the meeting"),
		),
		About: []string{"A meeting that is called off stays in the past meetings, with the reason. It can be planned again."},
		Check: func() string {
			if way != byMistake && strings.TrimSpace(why) == "" {
				return "Say in a few words why, so that it is known the next time."
			}
			return ""
		},
		Keep: func(ctx context.Context) (view.Change, error) {
			switch way {
			case byCancelling:
				return store.CancelMeeting(ctx, m.ID, why)
			case byMissing:
				return store.MissMeeting(ctx, m.ID, why)
			}
			return store.RemoveMeeting(ctx, m.ID)
		},
		Then: func(view.Change) tea.Cmd {
			if way == byMistake && removed != nil {
				return removed()
			}
			return nil
		},
	})
}
