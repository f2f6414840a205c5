package store

import (
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// mostInFamily is how many children one family has without asking (import.md section 5).
const mostInFamily = 8

// against is what speaks against joining two: why it cannot be, or what is to be answered first.
func (q querier) against(two view.Two) (refused string, asks []string, err error) {
	if two.Kept == two.Gone {
		return "That is one already: choose somebody else.", nil, nil
	}
	for _, id := range []int64{two.Kept, two.Gone} {
		there, err := q.has(string(two.Of)+" WHERE id = ? AND deleted_at = ''", id)
		if err != nil {
			return "", nil, err
		}
		if !there {
			return errGone.Sentence, nil, nil
		}
	}
	apart, err := q.has("kept_apart WHERE entity = ? AND first_id = ? AND second_id = ?", string(two.Of), min(two.Kept, two.Gone), max(two.Kept, two.Gone))
	if err != nil {
		return "", nil, err
	}
	if apart {
		asks = append(asks, "Somebody said that these are two.")
	}
	more, err := map[view.Of]func(view.Two) ([]string, error){
		view.OfFamilies: q.againstFamilies, view.OfPupils: q.againstPupils, view.OfAdults: q.againstAdults}[two.Of](two)
	return "", append(asks, more...), err
}

func (q querier) againstFamilies(two view.Two) (asks []string, err error) {
	var children int
	err = q.queryRow("SELECT count(*) FROM pupil WHERE deleted_at = '' AND family_id IN (?, ?)", two.Kept, two.Gone).Scan(&children)
	if children > mostInFamily {
		asks = append(asks, fmt.Sprintf("They would be one family of %d children.", children))
	}
	return asks, err
}

func (q querier) againstPupils(two view.Two) (asks []string, err error) {
	pupils, err := q.pupils("id IN (?, ?)", two.Kept, two.Gone)
	if err != nil || len(pupils) != 2 {
		return nil, err
	}
	a, b := pupils[0], pupils[1]
	if a.Born != "" && b.Born != "" && a.Born != b.Born {
		asks = append(asks, fmt.Sprintf("They are born on different days: %s, %s.", a.Born.Full(), b.Born.Full()))
	}
	if model.Fold(a.Forename) != model.Fold(b.Forename) {
		asks = append(asks, fmt.Sprintf("They have different names, as twins have: %s, %s.", a.FullName(), b.FullName()))
	}
	if a.UPN != "" && b.UPN != "" && a.UPN != b.UPN {
		asks = append(asks, "Each has a UPN of their own.")
	}
	return asks, nil
}

func (q querier) againstAdults(two view.Two) (asks []string, err error) {
	type both struct {
		pupil int64
		a, b  model.Relationship
	}
	rows, err := q.query(`SELECT a.pupil_id, a.relationship, b.relationship FROM pupil_adult a JOIN pupil_adult b ON b.pupil_id = a.pupil_id
		WHERE a.adult_id = ? AND b.adult_id = ? AND a.deleted_at = '' AND b.deleted_at = '' AND a.relationship <> b.relationship
			AND a.relationship <> '' AND b.relationship <> ''`, two.Kept, two.Gone)
	links, err := scanAll(rows, err, func(l *both) []any { return []any{&l.pupil, &l.a, &l.b} })
	for _, l := range links {
		asks = append(asks, fmt.Sprintf("To %s one is the %s and the other the %s.", q.pupilName(l.pupil), l.a.Words(), l.b.Words()))
	}
	if err != nil {
		return nil, err
	}
	var first, second string
	err = q.queryRow("SELECT (SELECT office_id FROM adult WHERE id = ?), (SELECT office_id FROM adult WHERE id = ?)", two.Kept, two.Gone).Scan(&first, &second)
	if strings.TrimSpace(first) != "" && strings.TrimSpace(second) != "" && first != second {
		asks = append(asks, "The office has two numbers for them.")
	}
	return asks, err
}
