package family

import (
	"slices"
	"strings"

	"kettle/model"
	"kettle/tui/theme"
)

// peopleItems are the adults, by household where there are several.
func (s *Page) peopleItems() []item {
	homes := s.page.Households
	if len(homes) < 2 {
		items := s.adultItems(s.page.Adults, "People")
		for _, h := range homes {
			items = append(items, s.householdItem(h, ""))
		}
		return items
	}
	var items []item
	seen := map[int64]bool{}
	heading := "People"
	for _, h := range homes {
		items = append(items, s.householdItem(h, heading))
		adults := s.adultItems(s.adultsOf(h.Adults, seen), "")
		if len(adults) > 0 {
			adults[0].apart = false
		}
		items = append(items, adults...)
		heading = ""
	}
	var others []model.Adult
	for _, a := range s.page.Adults {
		if !seen[a.ID] {
			others = append(others, a)
		}
	}
	return append(items, s.adultItems(others, "Others")...)
}

// adultsOf are the adults of a household in the order of the page, and notes that they were seen.
func (s *Page) adultsOf(ids []int64, seen map[int64]bool) []model.Adult {
	var adults []model.Adult
	for _, a := range s.page.Adults {
		if slices.Contains(ids, a.ID) {
			seen[a.ID] = true
			adults = append(adults, a)
		}
	}
	return adults
}

func (s *Page) adultItems(adults []model.Adult, heading string) []item {
	var items []item
	for i, a := range adults {
		it := item{ref: ref{toAdult, a.ID}, apart: true, lines: func(width int) []line { return s.adultLines(a, width) }}
		if i == 0 {
			it.heading = heading
		}
		items = append(items, it)
	}
	return items
}

// householdItem is a household by its name, with the children who live in it.
func (s *Page) householdItem(h model.Household, heading string) item {
	return item{ref: ref{toHousehold, h.ID}, heading: heading, apart: true, lines: func(width int) []line {
		var names []string
		for _, id := range h.Pupils {
			if p := s.page.Pupil(id); p.ID != 0 {
				names = append(names, p.Called())
			}
		}
		lead := []span{{s.Theme.Info, "At home: " + h.Name + "  "}}
		if len(names) == 0 {
			return []line{of(lead...)}
		}
		return hang(width, 2, lead, s.Theme.Dim, "with "+strings.Join(names, ", "))
	}}
}

// adultLines say who an adult is, how they like to be reached, and what must be known.
func (s *Page) adultLines(a model.Adult, width int) []line {
	th, links := s.Theme, s.page.LinksOf(a.ID)
	lines := hang(width, 2, []span{{th.Strong, a.FullName() + "  "}}, th.Text, s.relationWords(links))
	dim := func(text string) {
		if text != "" {
			lines = append(lines, wrapped(width, 3, th.Dim, text)...)
		}
	}
	warn := func(text string) {
		lines = append(lines, wrapped(width, 3, th.Warn, theme.GlyphWall+" "+text)...)
	}
	if a.AddressAs != "" && !strings.HasSuffix(a.FullName(), a.AddressAs) && a.AddressAs != strings.TrimSpace(a.Title+" "+a.Surname) {
		dim("likes to be called " + a.AddressAs)
	}
	dim(responsibilityWords(links))
	lines = append(lines, s.reachLines(a, width)...)
	dim(a.LanguageWords())
	if a.Access != "" {
		dim("needs: " + a.Access)
	}
	if a.LargePrint == model.Yes {
		dim("letters in large print")
	}
	if a.LeaveMessage == model.No {
		dim("leave no messages")
	}
	for _, words := range s.walls(links) {
		warn(words)
	}
	if !a.InTouch.Reachable() {
		warn(inTouchWords(a, s.Today()))
	} else if words := s.separately(a, links); words != "" {
		warn(words)
	}
	dim(a.Notes)
	return lines
}

// relationWords are what the adult is to the children: "mother, lives apart", or for each child
// where they differ.
func (s *Page) relationWords(links []model.Link) string {
	if len(links) == 0 {
		return "belongs to the family"
	}
	var kinds []string
	names := map[string][]string{}
	for _, l := range links {
		words := l.Relation.Words()
		if l.Relation == "" {
			words = "what they are to the child is not known"
		}
		if l.LivesWith == model.No {
			words += ", lives apart"
		}
		if _, known := names[words]; !known {
			kinds = append(kinds, words)
		}
		names[words] = append(names[words], s.page.Pupil(l.PupilID).Called())
	}
	if len(kinds) == 1 && len(links) == len(s.page.Pupils) {
		return kinds[0]
	}
	for i, k := range kinds {
		words, apart := strings.CutSuffix(k, ", lives apart")
		kinds[i] = words + " of " + strings.Join(names[k], " and ")
		if apart {
			kinds[i] += ", lives apart"
		}
	}
	return strings.Join(kinds, "; ")
}

// responsibilityWords say who has parental responsibility. For a parent of whom it is not known,
// they ask.
func responsibilityWords(links []model.Link) string {
	has := func(y model.YesNo) bool {
		return slices.ContainsFunc(links, func(l model.Link) bool { return l.IsParent() && l.ParentalResponsibility == y })
	}
	switch {
	case has(model.NotKnown):
		return "parental responsibility: not known, ask"
	case has(model.Yes) && has(model.No):
		return "parental responsibility: not for every child"
	case has(model.Yes):
		return "parental responsibility"
	case has(model.No):
		return "no parental responsibility"
	}
	return ""
}

// reachLines are the phones with how they like to be reached, and the e-mail addresses.
func (s *Page) reachLines(a model.Adult, width int) []line {
	th := s.Theme
	likes := a.LikesWords()
	var lines []line
	for i, p := range a.Phones {
		lead := []span{{th.Text, phoneText(p) + "  "}}
		if i > 0 || likes == "" {
			lines = append(lines, of(lead...))
			continue
		}
		lines = append(lines, hang(width, 3, lead, th.Dim, likes)...)
	}
	if len(a.Phones) == 0 && likes != "" {
		lines = append(lines, wrapped(width, 3, th.Dim, likes)...)
	}
	for _, e := range a.Emails {
		lines = append(lines, of(span{th.Text, e.Address}))
	}
	return lines
}

// walls are the court orders and the like on the links, with the child each is about.
func (s *Page) walls(links []model.Link) []string {
	var walls []string
	for _, l := range links {
		if l.Walled() {
			walls = append(walls, "about "+s.page.Pupil(l.PupilID).Called()+": "+l.OrderWords(s.Today()))
		}
	}
	return walls
}

func inTouchWords(a model.Adult, today model.Date) string {
	words := string(a.InTouch)
	switch a.InTouch {
	case model.NotNow:
		words = "not in touch just now"
	case model.AdultDied:
		words = "has died"
	}
	if a.InTouchSince != "" {
		words += ", since " + a.InTouchSince.Near(today)
	}
	if a.InTouchBy != "" {
		words += ", said by " + a.InTouchBy
	}
	return words
}

// separately says that a parent who lives apart from another parent is written to in their own right.
func (s *Page) separately(a model.Adult, links []model.Link) string {
	letters := slices.ContainsFunc(links, func(l model.Link) bool { return l.IsParent() && l.MayHaveLetters(a.InTouch) })
	apart := slices.ContainsFunc(links, func(l model.Link) bool { return l.LivesWith == model.No })
	if !letters || !apart {
		return ""
	}
	switch links[0].Relation {
	case model.Father, model.Stepfather, model.Grandfather:
		return "write to him separately"
	case model.Mother, model.Stepmother, model.Grandmother:
		return "write to her separately"
	}
	return "write to them separately"
}
