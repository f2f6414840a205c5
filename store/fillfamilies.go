package store

import (
	"errors"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/demo"
)

func (w *work) fillSchools(d demo.School) error {
	type term struct {
		school int64
		model.Term
	}
	type closedDay struct {
		school int64
		view.ClosedDay
	}
	var terms []term
	var days []closedDay
	for _, c := range d.Calendars {
		for _, t := range c.Dates.Terms {
			terms = append(terms, term{c.SchoolID, t})
		}
		for _, day := range closedDaysOf(c.Dates) {
			days = append(days, closedDay{c.SchoolID, day})
		}
	}
	return errors.Join(
		addNumbered(w, "school", schoolColumns, d.Schools, schoolRow),
		addRows(w, "term", termColumns, terms, func(t *term) []any { return termFields(&t.school, &t.Term) }),
		addRows(w, "closed_day", closedDayColumns, days, func(c *closedDay) []any {
			return []any{&c.school, &c.Day, &c.Kind, &c.Reason}
		}),
		addNumbered(w, "staff", staffColumns, d.Staff, staffRow),
		addNumbered(w, "professional", professionalColumns, d.Professionals, professionalRow),
		addNumbered(w, "room", roomColumns, d.Rooms, roomRow),
		addNumbered(w, "own_template", ownTemplateColumns, d.OwnTemplates, ownTemplateRow),
		addNumbered(w, "own_item", ownItemColumns, d.OwnItems, ownItemRow))
}

func (w *work) fillFamilies(d demo.School) error {
	return errors.Join(
		addNumbered(w, "family", familyColumns, d.Families, familyRow),
		addNumbered(w, "family_entry", familyEntryColumns, d.Entries, func(e *model.FamilyEntry) []any {
			return withID(&e.ID, familyEntryFields(e))
		}),
		addRows(w, "welcome_point", []string{"family_id", "point", "said_on"}, d.Welcome, func(p *demo.WelcomeSaid) []any {
			return []any{&p.FamilyID, &p.Point, &p.On}
		}))
}

func (w *work) fillPeople(d demo.School) error {
	return errors.Join(
		addNumbered(w, "pupil", pupilColumns, d.Pupils, pupilRow),
		addRows(w, "sen_change", []string{"pupil_id", "from_day", "status"}, d.SENChanges, func(c *demo.PupilSEN) []any {
			return []any{&c.PupilID, &c.From, &c.Status}
		}),
		addRows(w, "pupil_professional", []string{"pupil_id", "professional_id"}, d.SeenBy, func(p *demo.PupilProfessional) []any {
			return []any{&p.PupilID, &p.ProfessionalID}
		}),
		addNumbered(w, "adult", adultColumns, d.Adults, adultRow),
		w.fillReach(d),
		addNumbered(w, "pupil_adult", linkColumns, d.Links, linkRow),
		addRows(w, "family_adult", []string{"family_id", "adult_id"}, d.ByHand, func(a *demo.FamilyAdult) []any {
			return []any{&a.FamilyID, &a.AdultID}
		}),
		addNumbered(w, "household", householdColumns, d.Households, func(h *model.Household) []any {
			return withID(&h.ID, householdFields(h))
		}),
		w.addPairs("household_person", "household_id", "adult_id", pairsOf(d.Households, func(h model.Household) (int64, []int64) { return h.ID, h.Adults })),
		w.addPairs("household_person", "household_id", "pupil_id", pairsOf(d.Households, func(h model.Household) (int64, []int64) { return h.ID, h.Pupils })))
}

// fillReach writes the phones and e-mails of the adults.
func (w *work) fillReach(d demo.School) error {
	type phone struct {
		owner    int64
		position int
		model.Phone
	}
	type address struct {
		owner    int64
		position int
		model.Email
	}
	var phones []phone
	var emails []address
	for _, a := range d.Adults {
		for i, p := range a.Phones {
			phones = append(phones, phone{a.ID, i, p})
		}
		for i, e := range a.Emails {
			emails = append(emails, address{a.ID, i, e})
		}
	}
	place := []string{ofAdult, "position"}
	return errors.Join(
		addRows(w, "phone", append(place, phoneColumns...), phones, func(p *phone) []any {
			return append([]any{&p.owner, &p.position}, phoneFields(&p.Phone)...)
		}),
		addRows(w, "email", append(place, emailColumns...), emails, func(e *address) []any {
			return append([]any{&e.owner, &e.position}, emailFields(&e.Email)...)
		}))
}
