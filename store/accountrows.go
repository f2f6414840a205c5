package store

import "kettle/model"

// The columns of an account of an incident and of its parts, each beside the fields that hold them.

var accountColumns = []string{"uid", "what", "at", "place", "agreed", "agreed_on", "agreed_by", "deleted_at"}

func accountFields(a *model.Account) []any {
	return []any{&a.UID, &a.What, &a.At, &a.Place, &a.Agreed, &a.AgreedOn, &a.AgreedBy, removedAt(&a.Removed)}
}

var accountVersionColumns = []string{"account_id", "by_whom", "text", "on_day", "deleted_at"}

func accountVersionFields(v *model.AccountVersion) []any {
	return []any{&v.AccountID, &v.By, &v.Text, &v.On, removedAt(&v.Removed)}
}

var accountToldColumns = []string{"account_id", "adult_id", "at", "by_whom", "channel"}

func accountToldFields(t *model.AccountTold) []any {
	return []any{&t.AccountID, &t.AdultID, &t.At, &t.By, &t.Channel}
}
