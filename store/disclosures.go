package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// What is decided holds for the one who asks: what one parent may see of an entry, the other may not. So the
// word for its table says for whom: "contact for adult 12".

func forAsker(what string, about model.PersonRef) string {
	return what + askerWords(about)
}

func askerWords(about model.PersonRef) string {
	if about == (model.PersonRef{}) {
		return ""
	}
	return fmt.Sprintf(" for %s %d", about.Kind, about.ID)
}

// disclosures are what was decided about the entries of a family for the one who asks.
func (q querier) disclosures(family int64, about model.PersonRef) ([]model.Disclosure, error) {
	rows, err := q.query("SELECT what, record, decision, why, on_day FROM disclosure WHERE family_id = ? ORDER BY id", family)
	all, err := scanAll(rows, err, func(d *model.Disclosure) []any { return []any{&d.What, &d.ID, &d.Decision, &d.Why, &d.On} })
	var decided []model.Disclosure
	for _, d := range all {
		what, ours := strings.CutSuffix(d.What, askerWords(about))
		if ours && (about != model.PersonRef{} || !strings.Contains(what, " for ")) {
			d.What, d.About = what, about
			decided = append(decided, d)
		}
	}
	return decided, err
}

// Decide keeps what was decided about an entry when the record of a family is given to the one who asks;
// Undecided takes it back (rules.md R48). Nothing of the entry itself changes.
func (s *Store) Decide(ctx context.Context, family int64, d model.Disclosure) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title(map[model.Decision]string{model.ShowEntry: "decided to show an entry", model.LeaveOut: "decided to leave an entry out", model.Undecided: "not decided any more"}[d.Decision])
		what, on := forAsker(d.What, d.About), w.today()
		if !d.Decision.Valid() {
			return Problem{Sentence: "An entry is shown or left out: choose one of them."}
		}
		if d.Decision == model.Undecided {
			_, err := w.exec("DELETE FROM disclosure WHERE family_id = ? AND what = ? AND record = ?", family, what, d.ID)
			return err
		}
		_, err := w.exec(`INSERT INTO disclosure (family_id, what, record, decision, why, on_day) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (family_id, what, record) DO UPDATE SET decision = excluded.decision, why = excluded.why, on_day = excluded.on_day`,
			family, what, d.ID, string(d.Decision), strings.TrimSpace(d.Why), string(on))
		return err
	})
}
