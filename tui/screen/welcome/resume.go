package welcome

import tea "charm.land/bubbletea/v2"

// Resume opens the first questions again.
func (p *Page) Resume(string, int64) (open tea.Cmd, ready bool) { return p.introduce(), true }
