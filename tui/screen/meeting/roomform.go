package meeting

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// otherRoom chooses the room; a name that is none of them is a new room, whose facts are asked next.
func (r *Room) otherRoom() tea.Cmd {
	var options []widget.Option
	for _, one := range r.prep.Rooms {
		options = append(options, widget.IDOption(one.ID, one.Name, strings.Join(append(roomWords(one), whoseRoom(one)...), "  ")))
	}
	m, newName := r.prep.Meeting, ""
	return r.show(form.Spec{
		Title: "Where do you meet?", Name: "meeting room", Record: m.ID,
		Intro: "A neutral room, private and welcoming; not the head's office.",
		Groups: form.Fields(widget.PickID("Room", m.RoomID, options, func(id int64, text string) { m.RoomID, newName = id, text }).
			AllowNew().Hint("type a name, or press down to choose")),
		Keep: func(ctx context.Context) (view.Change, error) {
			if m.RoomID == 0 && newName != "" {
				return view.Change{}, nil
			}
			return r.store.SaveMeeting(ctx, m)
		},
		Then: func(view.Change) tea.Cmd {
			if m.RoomID == 0 && newName != "" {
				return r.roomFacts(model.Room{SchoolID: r.prep.School.ID, Name: newName})
			}
			return nil
		},
	})
}

// roomFacts changes what is known of a room; a new one becomes the meeting's.
func (r *Room) roomFacts(room model.Room) tea.Cmd {
	var options []widget.Option
	var has []string
	m := r.prep.Meeting
	for _, t := range roomTraits {
		options = append(options, widget.Option{Value: t.name, Words: t.name})
		if *t.has(&room) {
			has = append(has, t.name)
		}
	}
	return r.show(form.Spec{
		Title: room.Name, Name: "room of a meeting", Record: form.RecordOf(room.ID, r.id),
		Groups: form.Fields(
			widget.Text("Name", &room.Name).Needed("What is the room called?"),
			widget.Many("It is", options, has, func(values []string) { setTraits(&room, values) }).None("none of these yet"),
			widget.Text("Whose room", &room.WhoseRoom).Hint("empty when it is nobody's own"),
		),
		Keep: func(ctx context.Context) (view.Change, error) {
			if room.ID != 0 {
				return r.store.SaveRoom(ctx, room)
			}
			return r.store.MeetInNewRoom(ctx, m, room)
		},
	})
}

func setTraits(room *model.Room, names []string) {
	for _, t := range roomTraits {
		*t.has(room) = false
		for _, n := range names {
			*t.has(room) = *t.has(room) || n == t.name
		}
	}
}
