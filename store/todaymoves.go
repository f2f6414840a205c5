package store

import (
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// comingMoves counts, in the summer term, the pupils who move without a named adult or a visit, and in
// the first weeks of September those who have just arrived and whom nobody is named for (practice 21).
func (p *todayPage) comingMoves() error {
	calendar := p.world.Calendar(0)
	if !calendar.AsksForMoves(p.today) {
		return nil
	}
	year := calendar.MovesYear(p.today)
	begun := year <= model.SchoolYearOf(p.today)
	where := moveCondition(view.MoveFilter{Year: year, Begun: begun, Lacks: true}, p.world)
	var n int
	if err := p.queryRow("SELECT count(*)"+moveTables+" WHERE "+where.sql(), append([]any{year}, where.args...)...).Scan(&n); err != nil {
		return fmt.Errorf("counting who moves: %w", err)
	}
	if n > 0 {
		p.Coming = append(p.Coming, view.ComingUp{On: calendar.MovesDay(p.today), What: model.MovesAsked(n, begun), Moves: true})
	}
	return nil
}
