package store

import (
	"context"
	"errors"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// CapturePeople are all whom a line about a contact may name (capture.md).
func (s *Store) CapturePeople(ctx context.Context) (people model.CapturePeople, err error) {
	err = s.read(ctx, func(q querier) error {
		var errs [5]error
		people.Families, errs[0] = q.captureFamilies()
		people.Adults, errs[1] = q.captureAdults()
		people.Pupils, errs[2] = q.capturePupils()
		people.Links, errs[3] = q.captureLinks()
		people.Staff, errs[4] = q.staff()
		return errors.Join(errs[:]...)
	})
	if err != nil {
		return people, fmt.Errorf("reading whom a line may name: %w", err)
	}
	return people, nil
}

func (q querier) captureFamilies() ([]model.CaptureFamily, error) {
	rows, err := q.query(`SELECT f.id, f.name, i.children, i.last_contact FROM family f JOIN family_index i ON i.family_id = f.id
		WHERE f.deleted_at = '' ORDER BY f.id`)
	return scanAll(rows, err, func(f *model.CaptureFamily) []any { return []any{&f.ID, &f.Name, &f.Children, &f.Dealt} })
}

func (q querier) captureAdults() ([]model.CaptureAdult, error) {
	rows, err := q.query("SELECT id, title, forename, surname, known_as FROM adult WHERE deleted_at = '' ORDER BY id")
	return scanAll(rows, err, func(a *model.CaptureAdult) []any {
		return []any{&a.ID, &a.Title, &a.Forename, &a.Surname, &a.KnownAs}
	})
}

func (q querier) capturePupils() ([]model.CapturePupil, error) {
	type row struct {
		model.CapturePupil
		year model.YearGroup
	}
	rows, err := q.query("SELECT id, family_id, forename, surname, known_as, reg, year FROM pupil WHERE deleted_at = '' ORDER BY id")
	all, err := scanAll(rows, err, func(p *row) []any {
		return []any{&p.ID, &p.FamilyID, &p.Forename, &p.Surname, &p.KnownAs, &p.Class, &p.year}
	})
	pupils := make([]model.CapturePupil, len(all))
	for i, p := range all {
		if pupils[i] = p.CapturePupil; p.Class == "" {
			pupils[i].Class = p.year.Short()
		}
	}
	return pupils, err
}

func (q querier) captureLinks() ([]model.Link, error) {
	rows, err := q.query(`SELECT pupil_id, adult_id, relationship, relationship_text, parental_responsibility, priority, lives_with,
		may_be_contacted, court_order FROM pupil_adult WHERE deleted_at = '' ORDER BY id`)
	return scanAll(rows, err, func(l *model.Link) []any {
		return []any{&l.PupilID, &l.AdultID, &l.Relation, &l.RelationText, &l.ParentalResponsibility, &l.Priority, &l.LivesWith,
			&l.MayBeContacted, &l.CourtOrder}
	})
}

// LogLine keeps a line that was understood: the entry with its people, who was told by it, and its
// follow-ups, as one step.
func (s *Store) LogLine(ctx context.Context, line model.Capture) (view.Change, error) {
	entry := line.Contact()
	if entry.FamilyID == 0 {
		return view.Change{}, Problem{Sentence: "The line names no family, or several fit: choose one, then keep it again."}
	}
	var by string
	err := s.read(ctx, func(q querier) error {
		me, err := q.me()
		by = me.Name
		return err
	})
	if err != nil {
		return view.Change{}, fmt.Errorf("reading who keeps the log: %w", err)
	}
	return s.SaveContact(ctx, view.NewContact{Contact: entry, FollowUps: line.FollowUps(by)})
}

// LeaveLine keeps a line whose family is not sure as an unfinished entry, beside those that there are.
func (s *Store) LeaveLine(ctx context.Context, line string) error {
	drafts, err := s.Drafts(ctx)
	if err != nil {
		return err
	}
	return s.KeepDraft(ctx, view.CaptureForm, view.FreeRecord(drafts, view.CaptureForm), map[string]string{view.CaptureLine: line})
}
