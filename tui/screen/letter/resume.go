package letter

import tea "charm.land/bubbletea/v2"

// Resume opens the form in which something was being typed. A letter that was sent meanwhile stays as
// it went.
func (p *Page) Resume(name string, _ int64) (open tea.Cmd, ready bool) {
	switch {
	case !p.known:
		return nil, false
	case name == "letter sent":
		return p.sent(), true
	case name == "letter" && p.whyNotChange() == "":
		return p.change(), true
	}
	return nil, true
}
