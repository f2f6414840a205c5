package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// AccountList is a window on the accounts, those that are not agreed first, then the newest.
func (s *Store) AccountList(ctx context.Context, words string, limit, offset int) (list view.AccountList, err error) {
	var where condition
	where.and("a.deleted_at = ''")
	andAccountWords(&where, words)
	list.Offset = offset
	err = s.read(ctx, func(q querier) error {
		if err := q.queryRow("SELECT count(*) FROM account a WHERE "+where.sql(), where.args...).Scan(&list.Total); err != nil {
			return err
		}
		list.Rows, err = q.accountRows(where.sql()+" ORDER BY a.agreed_on <> '', a.at DESC, a.id DESC LIMIT ? OFFSET ?", append(where.args, limit, offset)...)
		return err
	})
	if err != nil {
		return list, fmt.Errorf("reading the accounts: %w", err)
	}
	return list, nil
}

// andAccountWords asks that each word is found in what happened, in the agreed words, or among the folded
// words of a family whose child it is about.
func andAccountWords(where *condition, words string) {
	for _, word := range strings.Fields(words) {
		as := anywhere(word)
		where.and(`(a.what LIKE ? ESCAPE '!' OR a.place LIKE ? ESCAPE '!' OR a.agreed LIKE ? ESCAPE '!' OR a.id IN (SELECT ap.account_id
			FROM account_pupil ap JOIN pupil p ON p.id = ap.pupil_id JOIN family_index i ON i.family_id = p.family_id WHERE i.search LIKE ? ESCAPE '!'))`,
			as, as, as, anywhere(model.FoldSearch(word)))
	}
}

// AccountPage is one account with whom it touches; the zero page when there is none.
func (s *Store) AccountPage(ctx context.Context, id int64) (page view.AccountPage, err error) {
	err = s.read(ctx, func(q querier) error {
		page.AccountRow, err = q.accountRow(id)
		if errors.Is(err, errGone) {
			return nil
		}
		if err != nil {
			return err
		}
		page.Families = map[int64]string{}
		for _, p := range page.Circle.Pupils {
			page.Families[p.FamilyID] = q.nameOf("family", p.FamilyID)
		}
		page.Staff, err = q.staff()
		return err
	})
	if err != nil {
		return page, fmt.Errorf("reading the account: %w", err)
	}
	return page, nil
}

// PupilNames are all pupils, to choose from.
func (s *Store) PupilNames(ctx context.Context) (names []view.PupilName, err error) {
	err = s.read(ctx, func(q querier) error {
		rows, err := q.query(`SELECT p.id, trim(iif(p.known_as <> '', p.known_as, p.forename) || ' ' || p.surname) AS name, p.reg, p.family_id, f.name
			FROM pupil p JOIN family f ON f.id = p.family_id WHERE p.deleted_at = '' AND f.deleted_at = '' AND p.roll <> 'died'`)
		names, err = scanAll(rows, err, func(n *view.PupilName) []any { return []any{&n.ID, &n.Name, &n.Class, &n.FamilyID, &n.Family} })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the names of the children: %w", err)
	}
	return names, nil
}

// accountRow is one account that is not out of sight, with whom it touches.
func (q querier) accountRow(id int64) (view.AccountRow, error) {
	rows, err := q.accountRows("a.id = ? AND a.deleted_at = ''", id)
	if err == nil && len(rows) == 0 {
		err = errGone
	}
	if err != nil {
		return view.AccountRow{}, err
	}
	return rows[0], nil
}

// accountRows are the accounts that where asks for. The number of queries does not grow with theirs.
func (q querier) accountRows(where string, args ...any) ([]view.AccountRow, error) {
	rows, err := q.query(selectSQL("account a", accountColumns)+" WHERE "+where, args...)
	accounts, err := scanAll(rows, err, func(a *model.Account) []any { return withID(&a.ID, accountFields(a)) })
	if err != nil {
		return nil, err
	}
	list := jsonList(idsOf(accounts, func(a model.Account) int64 { return a.ID }))
	if err := q.addAccountParts(accounts, list); err != nil {
		return nil, err
	}
	circles, err := q.accountCircles(accounts)
	if err != nil {
		return nil, err
	}
	all := make([]view.AccountRow, len(accounts))
	for i, a := range accounts {
		all[i] = view.AccountRow{Account: a, Circle: circles[i]}
	}
	return all, nil
}

const ofAccounts = " WHERE account_id IN (SELECT value FROM json_each(?))"

// addAccountParts puts in the pupils, the versions and who was told.
func (q querier) addAccountParts(accounts []model.Account, list string) error {
	rows, err := q.query("SELECT account_id, pupil_id FROM account_pupil"+ofAccounts+" ORDER BY id", list)
	pupils, err := scanAll(rows, err, func(p *pair) []any { return []any{&p.owner, &p.id} })
	if err != nil {
		return err
	}
	rows, err = q.query(selectSQL("account_version", accountVersionColumns)+ofAccounts+" AND deleted_at = '' ORDER BY on_day, id", list)
	versions, err := scanAll(rows, err, func(v *model.AccountVersion) []any { return withID(&v.ID, accountVersionFields(v)) })
	if err != nil {
		return err
	}
	rows, err = q.query("SELECT account_id, adult_id, at, by_whom, channel FROM account_told"+ofAccounts+" ORDER BY at, id", list)
	told, err := scanAll(rows, err, accountToldFields)
	if err != nil {
		return err
	}
	for i := range accounts {
		a := &accounts[i]
		a.Pupils = idsOf(keep(pupils, func(p pair) bool { return p.owner == a.ID }), func(p pair) int64 { return p.id })
		a.Versions = keep(versions, func(v model.AccountVersion) bool { return v.AccountID == a.ID })
		a.Told = keep(told, func(t model.AccountTold) bool { return t.AccountID == a.ID })
	}
	return nil
}

// accountCircles are whom each of some accounts touches.
func (q querier) accountCircles(accounts []model.Account) ([]model.Circle, error) {
	var ids []int64
	for _, a := range accounts {
		ids = append(ids, a.Pupils...)
	}
	pupils, err := q.pupils("deleted_at = '' AND "+thatListed, jsonList(ids))
	if err != nil {
		return nil, err
	}
	rows, err := q.query(selectSQL("pupil_adult", linkColumns)+` WHERE deleted_at = '' AND pupil_id IN (SELECT value FROM json_each(?))
		ORDER BY priority = 0, priority, id`, jsonList(ids))
	links, err := scanAll(rows, err, linkRow)
	if err != nil {
		return nil, err
	}
	adults, err := q.adults("deleted_at = '' AND "+thatListed, jsonList(idsOf(links, func(l model.Link) int64 { return l.AdultID })))
	if err != nil {
		return nil, err
	}
	circles := make([]model.Circle, len(accounts))
	for i, a := range accounts {
		c := &circles[i]
		c.Pupils = keep(pupils, func(p model.Pupil) bool { return slices.Contains(a.Pupils, p.ID) })
		c.Links = keep(links, func(l model.Link) bool { return slices.Contains(a.Pupils, l.PupilID) })
		c.Adults = keep(adults, func(one model.Adult) bool {
			return slices.ContainsFunc(c.Links, func(l model.Link) bool { return l.AdultID == one.ID })
		})
	}
	return circles, nil
}
