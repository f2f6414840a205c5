package store

import (
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// mostWelcomes is how many new families Today names, and mostOnADay how many may come on one day: more
// came with an import, and are welcomed from their pages.
const (
	mostWelcomes = 3
	mostOnADay   = 5
)

// comingWelcomes are the new families that have not heard every point of the welcome (practice 8).
func (p *todayPage) comingWelcomes() error {
	from := p.world.Calendar(0).NewFamiliesFrom(p.today)
	rows, err := p.query(`WITH recent AS MATERIALIZED (SELECT since FROM family WHERE since >= ?1 AND since <= ?2 AND deleted_at = '' GROUP BY since HAVING count(*) <= ?4)
		SELECT f.id, f.name, f.since, (SELECT count(*) FROM welcome_point w WHERE w.family_id = f.id) AS said FROM family f
		WHERE f.since IN (SELECT since FROM recent) AND f.deleted_at = '' AND said < ?3 ORDER BY f.since, f.id LIMIT ?5`,
		string(from), string(p.today), len(model.WelcomePoints), mostOnADay, mostWelcomes)
	type welcome struct {
		family, said int64
		name         string
		since        model.Date
	}
	found, err := scanAll(rows, err, func(w *welcome) []any { return []any{&w.family, &w.name, &w.since, &w.said} })
	if err != nil {
		return fmt.Errorf("reading whom to welcome: %w", err)
	}
	for _, w := range found {
		calendar, err := p.calendarFor(w.family)
		if err != nil {
			return err
		}
		by := calendar.WelcomeBy(w.since)
		p.Coming = append(p.Coming, view.ComingUp{On: by, Late: by < p.today, FamilyID: w.family, Welcome: true,
			What: fmt.Sprintf("Welcome %s: %d of %d points said", w.name, w.said, len(model.WelcomePoints))})
	}
	return nil
}
