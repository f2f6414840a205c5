package meeting

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// apart is an adult whom one link keeps out of this meeting.
type apart struct {
	adult  model.Adult
	link   model.Link
	name   string
	about  string // the child
	words  string // what stands against it, in one line
	answer model.OrderAnswer
}

// keptApart opens the people at the first who is kept apart, whose order is to be read.
func (p *Prepare) keptApart() tea.Cmd {
	people := newPeople(p.below("People"))
	if i := slices.IndexFunc(people.rows, func(r personRow) bool { return r.kind == apartRow }); i >= 0 {
		people.list.Select(i)
		people.remember()
	}
	return screen.Show(people)
}

// apartRows are those behind the wall, a row for each child that it is about.
func (p *People) apartRows() []personRow {
	var rows []personRow
	for _, w := range p.prep.Circle().Walled() {
		for _, l := range w.Links {
			one := apart{adult: w.Adult, link: l, name: w.Adult.Formal(), about: p.childNamed(l.PupilID),
				words: l.OrderWords(p.Today()), answer: p.answerTo(l)}
			rows = append(rows, personRow{kind: apartRow, key: fmt.Sprint("apart ", l.ID), apart: one})
		}
	}
	return rows
}

func (p *page) childNamed(id int64) string {
	for _, c := range p.prep.Pupils {
		if c.ID == id {
			return c.Called()
		}
	}
	return "this child"
}

// answerTo is the last answer about a link for this meeting, the zero answer for none.
func (p *page) answerTo(l model.Link) (last model.OrderAnswer) {
	for _, a := range p.prep.OrderAnswers {
		if a.LinkID == l.ID {
			last = a
		}
	}
	return last
}

func (p *People) drawApart(row *canvas.Canvas, cells []widget.Cell, a apart) {
	th := p.Theme
	cells[0].Text(row, 0, th.Warn, theme.GlyphWall+" "+a.name)
	cells[1].Text(row, 0, th.Dim, "about "+a.about)
	cells[2].Text(row, 0, th.Text, a.words)
	read := key(action.PersonOpen) + " read it"
	if a.answer.ID != 0 {
		read = "read: stays out"
	}
	cells[3].Text(row, 0, th.Info, read)
}

var orderAnswers = []widget.Option{
	{Value: model.OrderForbids, Words: "it does not allow this"},
	{Value: model.OrderAllows, Words: "it allows this"},
}

// readOrder shows what the order says, and asks whether it allows this one meeting. The answer is
// kept with who checked it (data.md, pupil_adult).
func (p *People) readOrder(a apart) tea.Cmd {
	answer, by, words := model.OrderForbids, "", ""
	today, person := p.Today(), p.outside(a)
	return p.show(form.Spec{
		Title: "Read before " + a.name + " is asked", Name: form.NameOf("court order", p.id), Record: a.link.ID,
		Intro: p.orderIntro(a),
		Groups: form.Fields(
			widget.Choice("This meeting", &answer, orderAnswers),
			widget.Text("Checked by", &by).Hint("who has read it, by name").Needed("Who has read it? A name is kept with the answer."),
			widget.Text("In words", &words).Hint("what it says about this, if there is more to say"),
		),
		About: []string{"One mistake can put someone at risk. The answer counts for this meeting alone."},
		Keep: func(ctx context.Context) (view.Change, error) {
			text := answer
			if words = strings.TrimSpace(words); words != "" {
				text += ": " + words
			}
			read := model.OrderAnswer{MeetingID: p.id, LinkID: a.link.ID, CheckedBy: by, Answer: text, On: today}
			if answer == model.OrderForbids {
				person.WhyNot = model.OrderForbids + ", read by " + by
				return p.store.KeepOut(ctx, read, person)
			}
			return p.store.AnswerOrder(ctx, read)
		},
	})
}

func (p *People) orderIntro(a apart) string {
	lines := []string{a.name + ", about " + a.about + ": " + a.words + "."}
	if a.link.OrderDate != "" {
		lines = append(lines, "Dated "+a.link.OrderDate.Full()+".")
	}
	return strings.Join(append(lines, "Until somebody has read it and it allows this meeting, nothing goes to them."), "\n")
}

// outside is the adult as a person of the meeting, new where they are not noted there yet.
func (p *People) outside(a apart) model.MeetingPerson {
	for _, one := range p.prep.People {
		if one.AdultID == a.adult.ID {
			return one
		}
	}
	return model.MeetingPerson{MeetingID: p.id, Side: model.FamilySide, AdultID: a.adult.ID, Name: a.name}
}
