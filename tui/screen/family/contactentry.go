package family

import (
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/widget"
)

// channelsWith are the channels a contact is logged with, and the one it has.
func channelsWith(has model.Channel) []model.Channel {
	if slices.Contains(model.Channels, has) {
		return model.Channels
	}
	return append(model.Channels[:len(model.Channels):len(model.Channels)], has)
}

// staffField is a field for somebody at school: one of the staff, or a name as typed.
func (f *contactForm) staffField(label string, to *string) widget.Field {
	return staffField(label, f.page.Staff, to)
}

func staffField(label string, staff []model.Staff, to *string) widget.Field {
	var options []widget.Option
	for _, p := range staff {
		if !p.Inactive {
			options = append(options, widget.Option{Value: p.Name, Words: p.Name, Note: string(p.Role)})
		}
	}
	return widget.Pick(label, *to, options, func(_, text string) { *to = text }).AllowNew()
}

// check looks at what does not fit together.
func (f *contactForm) check() string {
	for _, id := range f.told {
		if f.contact.Kind != model.PassedToDSL && slices.Contains(f.toTell, id) {
			return f.page.Adult(id).FullName() + " is ticked as told and as still to be told: take one of the two away."
		}
	}
	return ""
}

// entry is what is kept: the entry without what does not fit its kind, and the promise made from it.
func (f *contactForm) entry() view.NewContact {
	c := f.contact
	c.Triage = soon(c.Triage)
	leaveOut(&c)
	n := view.NewContact{Contact: c, TellLater: true}
	if c.Kind == model.PassedToDSL {
		n.Contact.Told = nil
		return n
	}
	n.Contact.Told = f.toldRows()
	if c.ID == 0 && c.Kind == model.Question && f.answer.What != "" {
		n.FollowUps = append(n.FollowUps, f.answer.promised(f.env.Me()))
	}
	if f.promise.What != "" {
		p := f.promise
		p.Due, p.DueAt, p.DueSetBy = f.due.Date(), f.due.Clock(), f.env.Me()
		n.FollowUps = append(n.FollowUps, p)
	}
	n.FollowUps = append(n.FollowUps, f.more...)
	return n
}

// soon writes a triage as it is kept: "now", "today", "15:30".
func soon(typed string) string {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if clock, err := model.ParseTime(typed); err == nil {
		return string(clock)
	}
	return typed
}

// leaveOut empties what belongs to other kinds of contact: the kind may have been changed.
func leaveOut(c *model.Contact) {
	if c.Kind != model.Concern {
		c.Owner, c.Triage, c.Displaced, c.FirstStep, c.Settled = "", "", "", "", ""
	}
	if c.Kind != model.Concern && c.Kind != model.Question {
		c.Need, c.Wish = "", ""
	}
	if c.Kind != model.Abuse {
		c.AbuseWhat, c.LeaderTold = "", ""
	}
	if c.Kind != model.PassedToDSL {
		c.DSLTo, c.DSLWhen, c.DSLRef = "", "", ""
	}
	if c.Kind == model.Attempt {
		c.Words = ""
	}
	if c.Triage != "now" {
		c.Displaced = ""
	}
}

// toldRows keep the day on which an adult was told before; who is new was told today.
func (f *contactForm) toldRows() []model.Told {
	var rows []model.Told
	for _, id := range f.told {
		row := model.Told{AdultID: id, On: f.env.Today()}
		for _, before := range f.contact.Told {
			if before.AdultID == id && before.On != "" {
				row.On = before.On
			}
		}
		rows = append(rows, row)
	}
	for _, id := range f.toTell {
		rows = append(rows, model.Told{AdultID: id})
	}
	return rows
}
