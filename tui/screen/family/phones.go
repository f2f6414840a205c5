package family

import (
	"slices"
	"strings"

	"kettle/model"
	"kettle/tui/widget"
)

// phoneText is a number as it is shown and typed: with its kind in front where the number does not
// tell it, "work 020 7946 0123 ext 12 (after 3pm)".
func phoneText(p model.Phone) string {
	if plain, _ := model.ReadPhone(p.Number, false); plain.Type == p.Type {
		return p.Words()
	}
	return string(p.Type) + " " + p.Words()
}

// readPhone reads a number that was typed, with or without its kind in front.
func readPhone(text string) (model.Phone, model.PhoneFault) {
	text = strings.TrimSpace(text)
	for _, kind := range model.PhoneTypes {
		rest, found := strings.CutPrefix(strings.ToLower(text), string(kind)+" ")
		if found {
			p, fault := model.ReadPhone(text[len(text)-len(rest):], kind == model.PhoneWork)
			p.Type = kind
			return p, fault
		}
	}
	return model.ReadPhone(text, false)
}

func checkPhone(text string) string {
	switch _, fault := readPhone(text); fault {
	case model.PhoneInvalid:
		return "This is no telephone number: 07700 900123, perhaps with ext 12 or (after 3pm)."
	case model.PhoneLost:
		return "A spreadsheet has rounded this number away: look it up and type all of it."
	}
	return ""
}

// phonesField is a field for the telephone numbers of a person. A number that stays keeps what the
// office said of it.
func phonesField(to *[]model.Phone) widget.Field {
	before := slices.Clone(*to)
	var texts []string
	for _, p := range before {
		texts = append(texts, phoneText(p))
	}
	return widget.ListField("Phones", texts, checkPhone, func(typed []string) {
		*to = nil
		for _, text := range typed {
			p, _ := readPhone(text)
			i := slices.IndexFunc(before, func(old model.Phone) bool { return old.Number == p.Number })
			p.FromOffice = i >= 0 && before[i].FromOffice
			*to = model.AddPhone(*to, p)
		}
	}).Hint("07700 900123; one a line")
}

// emailsField is a field for the e-mail addresses of a person.
func emailsField(to *[]model.Email) widget.Field {
	before := slices.Clone(*to)
	var texts []string
	for _, e := range before {
		texts = append(texts, e.Address)
	}
	return widget.ListField("E-mails", texts, checkEmail, func(typed []string) {
		*to = nil
		for _, text := range typed {
			i := slices.IndexFunc(before, func(old model.Email) bool { return strings.EqualFold(old.Address, text) })
			*to = append(*to, model.Email{Address: text, FromOffice: i >= 0 && before[i].FromOffice})
		}
	}).Hint("name@example.org; one a line")
}

func checkEmail(text string) string {
	name, host, ok := strings.Cut(strings.TrimSpace(text), "@")
	if !ok || name == "" || !strings.Contains(host, ".") || strings.ContainsAny(text, " \t") {
		return "An e-mail address has a name, an @ and a place: name@example.org."
	}
	return ""
}

// postcodeField is a field for a postcode, which is put as it is written.
func postcodeField(to *string) widget.Field {
	return storing{widget.Text("Postcode", to), func() { *to, _ = model.Postcode(*to) }}
}

// storing does something more when its field is stored.
type storing struct {
	widget.Field
	then func()
}

// Store stores the field, then does what follows.
func (s storing) Store() {
	s.Field.Store()
	s.then()
}
