package family

import (
	"strconv"
	"strings"

	"kettle/model"
)

// childrenItems are the children, those who left or died last in the order of the page.
func (s *Page) childrenItems() []item {
	var items []item
	for _, p := range s.page.Pupils {
		it := item{ref: ref{toPupil, p.ID}, lines: func(width int) []line { return s.childLines(p, width) }}
		if len(items) == 0 {
			it.heading = "Children"
		}
		items = append(items, it)
	}
	return items
}

func (s *Page) childLines(p model.Pupil, width int) []line {
	th := s.Theme
	lines := hang(width, 2, []span{{th.Strong, p.Called() + "  "}}, th.Text, s.childWords(p))
	for _, known := range []struct{ label, text string }{{"good at", p.Strengths}, {"loves", p.Interests}} {
		if known.text != "" {
			lines = append(lines, hang(width, 3, []span{{th.Good, pad(known.label, 9)}}, th.Text, known.text)...)
		}
	}
	for _, more := range s.moreOfChild(p) {
		lines = append(lines, wrapped(width, 3, th.Dim, more)...)
	}
	return lines
}

// childWords are age, class, SEN and needs: "8, 4B · SEN support · SLCN, then SEMH".
func (s *Page) childWords(p model.Pupil) string {
	var who, parts []string
	if years, known := p.Age(s.Today()); known && p.Roll != model.Died {
		who = append(who, strconv.Itoa(years))
	}
	class := p.Class
	if class == "" {
		class = p.Year.Short()
	}
	if class != "" {
		who = append(who, class)
	}
	if len(who) > 0 {
		parts = append(parts, strings.Join(who, ", "))
	}
	if p.SEN == model.SENSupport || p.SEN == model.EHCP {
		parts = append(parts, p.SEN.Words())
	}
	if needs := p.NeedWords(); needs != "" {
		parts = append(parts, needs)
	}
	switch p.Roll {
	case model.Left:
		parts = append(parts, strings.TrimSpace("left "+p.LeftOn.Near(s.Today())))
	case model.Died:
		parts = append(parts, "has died")
	}
	return strings.Join(parts, " · ")
}

// moreOfChild are the lines below: hopes, dates, and what to look after.
func (s *Page) moreOfChild(p model.Pupil) []string {
	var more []string
	add := func(label, text string) {
		if text != "" {
			more = append(more, label+text)
		}
	}
	add("the family hopes: ", p.HopesFamily)
	add("we hope: ", p.HopesSchool)
	add("speaks ", p.Language)
	add("attendance: ", p.AttendanceNote)
	add("annual review by ", p.ReviewBy.Near(s.Today()))
	add("", p.LettersTurn(s.Today()))
	add("looked after by ", p.NamedAdult)
	for _, h := range s.page.Outside {
		if h.PupilID == p.ID {
			add("with ", strings.TrimSuffix(h.Professional.Name+", "+h.Professional.Role, ", "))
		}
	}
	if p.UPN == "" && p.UPNUnverified != "" {
		add("the UPN looks wrong: ", p.UPNUnverified)
	}
	return more
}

func pad(s string, cells int) string { return s + strings.Repeat(" ", max(cells-len([]rune(s)), 1)) }
