package demo

import (
	"fmt"
	"slices"
	"strings"

	"kettle/model"
)

// home is one of a family's homes, with those who live there.
type home struct {
	address, postcode string
	landline          string
	adults, pupils    []int64
}

// homeNumbered is one of the family's homes; it is made when it is first asked for.
func (m *maker) homeNumbered(n int) *home {
	for len(m.cast.homes) <= n {
		m.cast.homes = append(m.cast.homes, home{
			address:  fmt.Sprintf("%d %s, Marlhaven", 1+m.rng.IntN(120), oneOf(m, m.list(streets))),
			postcode: fmt.Sprintf("ZZ%d %d%c%c", 1+m.rng.IntN(40), m.rng.IntN(10), 'A'+m.rng.IntN(26), 'A'+m.rng.IntN(26)),
			landline: dramaLandline(m.rng.IntN(1000)),
		})
	}
	return &m.cast.homes[n]
}

// makeHouseholds makes one household for each home.
func (m *maker) makeHouseholds() {
	for _, at := range m.cast.homes {
		if len(at.adults) == 0 {
			continue
		}
		m.school.Households = append(m.school.Households, model.Household{ID: nextID(m.school.Households), FamilyID: m.cast.family,
			Name: m.adult(at.adults[0]).Formal() + "'s home", Adults: at.adults, Pupils: at.pupils})
	}
}

// The numbers that are set aside for drama (Ofcom).
func dramaMobile(n int) string { return fmt.Sprintf("07700 900%03d", n) }

func dramaLandline(n int) string { return fmt.Sprintf("020 7946 0%03d", n) }

// makeReach gives an adult phones and an e-mail, if the plan has not.
func (m *maker) makeReach(a *model.Adult, at *home) {
	if a.InTouch == model.AdultDied {
		return
	}
	if len(a.Phones) == 0 {
		a.Phones = mobile(dramaMobile(m.rng.IntN(1000)))
		if m.rng.IntN(4) == 0 {
			a.Phones = append(a.Phones, model.Phone{Type: model.PhoneHome, Number: at.landline, FromOffice: true})
		}
		if m.rng.IntN(10) == 0 {
			a.Phones = append(a.Phones, model.Phone{Type: model.PhoneWork, Number: dramaLandline(m.rng.IntN(1000)), Ext: fmt.Sprint(100 + m.rng.IntN(900)), Note: "in an emergency"})
		}
	}
	if name := mailName(*a); name != "" && (a.Channel == email || m.rng.IntN(10) < 7) {
		a.Emails = []model.Email{{Address: fmt.Sprintf("%s%d@example.org", name, a.ID), FromOffice: true}}
	}
}

// mailName is forename and surname as an address may be written, "" when there are no such letters.
func mailName(a model.Adult) string {
	parts := slices.DeleteFunc([]string{plainLetters(a.Forename), plainLetters(a.Surname)}, func(s string) bool { return s == "" })
	return strings.Join(parts, ".")
}

func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, model.Fold(s))
}

// born is the birthday of a child of that year group, so many days after the first of September.
func (m *maker) born(year model.YearGroup, days int) model.Date {
	const ageAtStartOfReception = 4
	at := slices.Index(model.YearGroups, year) - slices.Index(model.YearGroups, "R")
	return day(m.year-ageAtStartOfReception-1-at, 9, 1).AddDays(days)
}

// upn is a number with the right check letter; no authority has the number 999.
func upn(pupil int64) string {
	digits := fmt.Sprintf("9999%08d", pupil)
	for letter := 'A'; letter <= 'Z'; letter++ {
		if number, ok := model.UPN(string(letter) + digits); ok {
			return number
		}
	}
	return ""
}

// uid is a UUID of version 7 whose moment is the day of the demo and whose chance is the seed's.
func (m *maker) uid() string {
	ms := m.days.today.Time().UnixMilli()
	a, b := m.rng.Uint64(), m.rng.Uint64()
	return fmt.Sprintf("%08x-%04x-7%03x-%04x-%012x", ms>>16, ms&0xFFFF, a&0xFFF, 0x8000|a>>12&0x3FFF, b&0xFFFFFFFFFFFF)
}

func oneOf[T any](m *maker, list []T) T { return list[m.rng.IntN(len(list))] }
