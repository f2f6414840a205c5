package store

import (
	"context"

	"kettle/model"
	"kettle/model/view"
)

// Batch keeps many things as one step, such as all of an import. Its methods give ids to what is new;
// what they refuse, or an error that is answered in between, leaves nothing of the step.
type Batch struct{ w *work }

// Together runs do as one step with this title.
func (s *Store) Together(ctx context.Context, title string, do func(b *Batch) error) (view.Change, error) {
	change, err := s.step(ctx, title, func(w *work) error { return do(&Batch{w}) })
	change.New = 0
	return change, err
}

// Title gives the step a better title than the one it began with.
func (b *Batch) Title(title string) { b.w.title(title) }

// Family keeps a family.
func (b *Batch) Family(f *model.Family) error { return b.w.saveFamily(f) }

// FamilyEntry keeps a dated line about a family.
func (b *Batch) FamilyEntry(e *model.FamilyEntry) error { return b.w.saveFamilyEntry(e) }

// Pupil keeps a pupil with phones and e-mails.
func (b *Batch) Pupil(p *model.Pupil) error { return b.w.savePupil(p) }

// Adult keeps an adult with phones and e-mails.
func (b *Batch) Adult(a *model.Adult) error { return b.w.saveAdult(a) }

// JoinFamily makes an adult one of a family by hand.
func (b *Batch) JoinFamily(family, adult int64) error { return b.w.joinFamily(family, adult) }

// Link keeps what an adult is to a pupil.
func (b *Batch) Link(l *model.Link) error { return b.w.saveLink(l) }

// Household keeps a household with its people; one that is made by an import has ByHand unset.
func (b *Batch) Household(h *model.Household) error { return b.w.saveHousehold(h) }

// RemoveHousehold moves a household out of sight.
func (b *Batch) RemoveHousehold(id int64) error { return b.w.remove("household", id) }
