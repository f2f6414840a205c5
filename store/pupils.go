package store

import (
	"context"

	"kettle/model"
	"kettle/model/view"
)

var pupilColumns = []string{"uid", "family_id", "school_id", "forename", "surname", "known_as", "legal_forename", "legal_surname",
	"dob", "upn", "upn_unverified", "office_id", "year", "reg", "sen", "primary_need", "further_needs", "language", "address", "postcode",
	"plan_made", "last_review", "review_by", "attendance_note", "strengths", "interests", "hopes_family", "hopes_school",
	"named_adult", "roll", "left_on", "deleted_at"}

func pupilFields(p *model.Pupil) []any {
	return []any{&p.UID, &p.FamilyID, orNull(&p.SchoolID), &p.Forename, &p.Surname, &p.KnownAs, &p.LegalForename, &p.LegalSurname,
		&p.Born, &p.UPN, &p.UPNUnverified, &p.OfficeID, &p.Year, &p.Class, &p.SEN, &p.PrimaryNeed, &p.FurtherNeeds, &p.Language, &p.Address, &p.Postcode,
		&p.PlanMade, &p.LastReview, &p.ReviewBy, &p.AttendanceNote, &p.Strengths, &p.Interests, &p.HopesFamily, &p.HopesSchool,
		&p.NamedAdult, &p.Roll, &p.LeftOn, removedAt(&p.Removed)}
}

func pupilRow(p *model.Pupil) []any { return withID(&p.ID, pupilFields(p)) }

// Pupil is the pupil of that id, one that was removed, too.
func (s *Store) Pupil(ctx context.Context, id int64) (p model.Pupil, err error) {
	err = s.read(ctx, func(q querier) error {
		pupils, err := q.pupils("id = ?", id)
		if err == nil && len(pupils) == 0 {
			return errGone
		}
		if err == nil {
			p = pupils[0]
		}
		return err
	})
	return p, err
}

// FamilyPupils are the pupils of a family, the eldest first.
func (s *Store) FamilyPupils(ctx context.Context, family int64) (pupils []model.Pupil, err error) {
	err = s.read(ctx, func(q querier) error {
		pupils, err = q.familyPupils(family)
		return err
	})
	return pupils, err
}

func (q querier) familyPupils(family int64) ([]model.Pupil, error) {
	return q.pupils("family_id = ? AND deleted_at = ''", family)
}

// pupils are those of a condition with their phones and e-mails, the eldest first.
func (q querier) pupils(where string, args ...any) ([]model.Pupil, error) {
	rows, err := q.query(selectSQL("pupil", pupilColumns)+" WHERE "+where+" ORDER BY dob = '', dob, id", args...)
	pupils, err := scanAll(rows, err, pupilRow)
	if err != nil {
		return nil, err
	}
	at, ids := map[int64]*model.Pupil{}, make([]int64, len(pupils))
	for i := range pupils {
		ids[i], at[pupils[i].ID] = pupils[i].ID, &pupils[i]
	}
	return pupils, q.addReach(ofPupil, ids, func(id int64) (*[]model.Phone, *[]model.Email) { return &at[id].Phones, &at[id].Emails })
}

// SavePupil keeps a pupil with phones and e-mails. A SEN status that changed is noted in the history
// from today; one that is new is its first line.
func (s *Store) SavePupil(ctx context.Context, p model.Pupil) (view.Change, error) {
	return s.step(ctx, savedTitle(p.ID, p.Called()), func(w *work) error { return w.savePupil(&p) })
}

func (w *work) savePupil(p *model.Pupil) error {
	if p.Roll == "" {
		p.Roll = model.OnRoll
	}
	p.RankNeeds()
	if err := soundPupil(*p); err != nil {
		return err
	}
	isNew := p.ID == 0
	var before model.SENStatus
	if !isNew {
		if err := w.queryRow("SELECT sen FROM pupil WHERE id = ?", p.ID).Scan(&before); err != nil {
			return noRow(err)
		}
	}
	if err := w.saveAndSay("pupil", &p.ID, pupilColumns, pupilFields(p)); err != nil {
		return err
	}
	if p.SEN != before {
		if err := w.noteSEN(p.ID, p.SEN); err != nil {
			return err
		}
	}
	return w.saveReach(ofPupil, p.ID, isNew, p.Phones, p.Emails)
}

func soundPupil(p model.Pupil) error {
	if p.Called() == "" {
		return Problem{Sentence: "The child has no name: write at least a forename or a surname."}
	}
	if p.FamilyID == 0 {
		return Problem{Sentence: "The child belongs to no family: choose the family first."}
	}
	err := soundChoices(choice{"year group", p.Year}, choice{"SEN status", p.SEN}, choice{"need", p.PrimaryNeed}, choice{"need", p.FurtherNeeds}, choice{"state of the roll", p.Roll})
	if err != nil {
		return err
	}
	return soundDates(p.Born, p.PlanMade, p.LastReview, p.ReviewBy, p.LeftOn)
}

// noteSEN adds a line to the history; a second change on one day replaces the first.
func (w *work) noteSEN(pupil int64, status model.SENStatus) error {
	done, err := w.exec("UPDATE sen_change SET status = ? WHERE pupil_id = ? AND from_day = ?", status, pupil, w.today())
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n > 0 {
		return err
	}
	change := model.SENChange{From: w.today(), Status: status}
	_, err = w.insert("sen_change", []string{"pupil_id", "from_day", "status"}, []any{&pupil, &change.From, &change.Status})
	return err
}

// SENHistory are the SEN statuses that a pupil has had since the caseload knew them, the newest first.
func (s *Store) SENHistory(ctx context.Context, pupil int64) (history []model.SENChange, err error) {
	err = s.read(ctx, func(q querier) error {
		rows, err := q.query("SELECT from_day, status FROM sen_change WHERE pupil_id = ? ORDER BY from_day DESC, id DESC", pupil)
		history, err = scanAll(rows, err, func(c *model.SENChange) []any { return []any{&c.From, &c.Status} })
		return err
	})
	return history, err
}

// RemovePupil moves a pupil out of sight.
func (s *Store) RemovePupil(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("removed " + w.pupilName(id))
		return w.remove("pupil", id)
	})
}

// BringBackPupil moves a pupil who was removed back into sight.
func (s *Store) BringBackPupil(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("brought back " + w.pupilName(id))
		if err := w.notGone(view.OfPupils, id); err != nil {
			return err
		}
		return w.bringBack("pupil", id)
	})
}
