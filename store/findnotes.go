package store

import (
	"cmp"
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// noteStretch is how many entries of the log one question looks through: so few that its answer is
// there at once, however long the log is.
const noteStretch = 4000

// mostFoundNotes is how many entries a stretch gives at most.
const mostFoundNotes = 4

// FindNotes looks through a stretch of the log, back from a place in it, for entries whose note, their
// words and the family's name together hold all the words. What was passed to the DSL is no note.
func (s *Store) FindNotes(ctx context.Context, words string, from view.LogPlace) (found view.FoundNotes, err error) {
	wanted := parseFilter(words)
	if wanted.empty() {
		return found, nil
	}
	err = s.read(ctx, func(q querier) error {
		found, err = q.findNotes(wanted, from)
		return err
	})
	if err != nil {
		return view.FoundNotes{}, fmt.Errorf("looking through the log: %w", err)
	}
	return found, nil
}

func (q querier) findNotes(wanted filter, from view.LogPlace) (found view.FoundNotes, err error) {
	if from == (view.LogPlace{}) {
		from.At = model.Moment(neverNext)
	}
	rows, err := q.query(`SELECT c.id, c.family_id, f.name, c.at, c.note, c.words FROM contact c JOIN family f ON f.id = c.family_id
		WHERE c.deleted_at = '' AND f.deleted_at = '' AND c.kind <> ?1 AND (c.at, c.id) < (?2, ?3)
		ORDER BY c.at DESC, c.id DESC LIMIT ?4`, string(model.PassedToDSL), string(from.At), from.ID, noteStretch)
	if err != nil {
		return found, err
	}
	defer rows.Close()
	seen := 0
	for rows.Next() && len(found.Notes) < mostFoundNotes {
		var n view.FoundNote
		var theirs string
		if err := rows.Scan(&n.ContactID, &n.FamilyID, &n.Family, &n.At, &n.Text, &theirs); err != nil {
			return found, err
		}
		seen++
		found.Back = view.LogPlace{At: n.At, ID: n.ContactID}
		if wanted.fits(model.FoldSearch(n.Text + " " + theirs + " " + n.Family)) {
			n.Text = cmp.Or(n.Text, theirs)
			found.Notes = append(found.Notes, n)
		}
	}
	found.More = seen == noteStretch || len(found.Notes) == mostFoundNotes
	return found, rows.Err()
}
