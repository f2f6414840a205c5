package letter

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
)

// toward is a letter by whom it is for: a person on the list of a meeting. The one that is kept is
// shown, else the rules write it.
type toward struct {
	person int64
	kind   model.LetterKind
}

// writers are the rules that write each kind of letter.
func writers() map[model.LetterKind]func(model.LetterFacts) (model.Document, error) {
	return map[model.LetterKind]func(model.LetterFacts) (model.Document, error){
		model.InvitationLetter: model.Invitation,
		model.AgendaLetter:     model.AgendaText,
	}
}

// NewTo is the page of the letter of a kind to a person of a meeting.
func NewTo(env *screen.Env, store Store, person int64, kind model.LetterKind) *Page {
	return &Page{Base: screen.Base{Env: env}, store: store, toward: toward{person, kind}}
}

func (t toward) load(store Store) []screen.Ask {
	return []screen.Ask{{Slot: "letter", Do: func(ctx context.Context) (any, error) { return store.PrepOfPerson(ctx, t.person) }}}
}

// takePrep takes the letter that is kept, or writes it. An agenda that changed after it was sent is
// written anew.
func (p *Page) takePrep(prep view.MeetingPrep) {
	m := prep.Person(p.toward.person)
	p.to, p.known, p.wall, p.notes = prep.Reader(m.Reader()), true, "", nil
	doc, err := writers()[p.toward.kind](prep.LetterFacts(m.Reader(), p.World.Me, p.Today()))
	if errors.Is(err, model.ErrNoLetter) {
		p.wall = model.Capital(err.Error()) + "."
	}
	kept := prep.LetterTo(m.Reader(), p.toward.kind)
	outdated := kept.Sent != "" && m.AgendaOutdated && p.toward.kind == model.AgendaLetter
	if kept.ID != 0 && !p.anew && !outdated {
		p.letter, p.id = kept, kept.ID
		return
	}
	p.id, p.notes = 0, doc.Notes
	p.letter = model.Letter{FamilyID: prep.Meeting.FamilyID, MeetingID: prep.Meeting.ID, AdultID: m.AdultID, PupilID: m.PupilID, Kind: p.toward.kind, Body: doc.Text()}
}

func (p *Page) whyNotAnew() string {
	switch {
	case p.toward.person == 0:
		return "Only an invitation or an agenda is written anew, from the invitations of its meeting."
	case p.letter.ID == 0:
		return "This letter is new: it says what the preparation says now."
	}
	return p.whyNothingGoes()
}

// writeAnew writes the letter from what is prepared now; the one that is kept stays as it is.
func (p *Page) writeAnew() tea.Cmd {
	p.anew = true
	return screen.Question(p, p.Load()...)
}
