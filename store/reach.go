package store

import (
	"kettle/model"
)

// Phones and e-mails belong to one adult or one pupil: ownerColumn says which. They are saved with
// the person, only where they differ, so that the change log tells what was changed.

var (
	phoneColumns = []string{"type", "number", "ext", "note", "from_office"}
	emailColumns = []string{"address", "from_office"}
)

const (
	ofAdult = "adult_id"
	ofPupil = "pupil_id"
)

func phoneFields(p *model.Phone) []any {
	return []any{&p.Type, &p.Number, &p.Ext, &p.Note, &p.FromOffice}
}

func emailFields(e *model.Email) []any { return []any{&e.Address, &e.FromOffice} }

func (w *work) saveReach(ownerColumn string, owner int64, isNew bool, phones []model.Phone, emails []model.Email) error {
	var numbers, addresses [][]any
	for i := range phones {
		if phones[i].Number == "" {
			continue
		}
		if phones[i].Type == "" {
			phones[i].Type = model.PhoneOther
		}
		if err := soundChoices(choice{"kind of telephone", phones[i].Type}); err != nil {
			return err
		}
		numbers = append(numbers, phoneFields(&phones[i]))
	}
	for i := range emails {
		if emails[i].Address != "" {
			addresses = append(addresses, emailFields(&emails[i]))
		}
	}
	if err := w.setList("phone", ownerColumn, owner, isNew, phoneColumns, numbers); err != nil {
		return err
	}
	return w.setList("email", ownerColumn, owner, isNew, emailColumns, addresses)
}

// setList makes the rows that an owner has in a table be these, in this order.
func (w *work) setList(table, ownerColumn string, owner int64, isNew bool, columns []string, list [][]any) error {
	var old []int64
	if !isNew {
		rows, err := w.query("SELECT id FROM "+table+" WHERE "+ownerColumn+" = ? ORDER BY position, id", owner)
		if old, err = scanIDs(rows, err); err != nil {
			return err
		}
	}
	columns = append([]string{ownerColumn, "position"}, columns...)
	for i, fields := range list {
		var id int64
		if i < len(old) {
			id = old[i]
		}
		if err := w.save(table, &id, columns, append([]any{&owner, &i}, fields...)); err != nil {
			return err
		}
	}
	for _, id := range old[min(len(list), len(old)):] {
		if _, err := w.exec("DELETE FROM "+table+" WHERE id = ?", id); err != nil {
			return err
		}
	}
	return nil
}

// addReach fills in the phones and e-mails of several people, given by id.
func (q querier) addReach(ownerColumn string, ids []int64, of func(id int64) (*[]model.Phone, *[]model.Email)) error {
	type phone struct {
		owner int64
		model.Phone
	}
	type email struct {
		owner int64
		model.Email
	}
	in := " WHERE " + ownerColumn + " IN (SELECT value FROM json_each(?)) ORDER BY " + ownerColumn + ", position, id"
	rows, err := q.query("SELECT "+ownerColumn+", type, number, ext, note, from_office FROM phone"+in, jsonList(ids))
	phones, err := scanAll(rows, err, func(p *phone) []any { return withID(&p.owner, phoneFields(&p.Phone)) })
	if err != nil {
		return err
	}
	rows, err = q.query("SELECT "+ownerColumn+", address, from_office FROM email"+in, jsonList(ids))
	emails, err := scanAll(rows, err, func(e *email) []any { return withID(&e.owner, emailFields(&e.Email)) })
	if err != nil {
		return err
	}
	for _, p := range phones {
		list, _ := of(p.owner)
		*list = append(*list, p.Phone)
	}
	for _, e := range emails {
		_, list := of(e.owner)
		*list = append(*list, e.Email)
	}
	return nil
}
