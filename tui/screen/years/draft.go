package years

import (
	"context"
	"encoding/json"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
)

// othersDraft names the draft of who moves on otherwise; its record is the year into which they move.
const othersDraft = "how the years move on"

// The fields of the draft: what is chosen, and how much that is, to be read on Today.
const (
	othersField = "@others"
	wordsField  = "words"
)

// othersText is who moves on otherwise as the draft holds it, "" for nobody.
func (p *Page) othersText() string {
	if len(p.other) == 0 {
		return ""
	}
	text, err := json.Marshal(p.other)
	if err != nil {
		return ""
	}
	return string(text)
}

// takeDraft goes on with what was chosen before Kettle was left.
func (p *Page) takeDraft(text string) {
	clear(p.other)
	if json.Unmarshal([]byte(text), &p.other) != nil || p.other == nil {
		p.other = map[int64]int{}
	}
	p.kept = p.othersText()
}

// Draft is what was chosen and is not moved on yet; of a caseload that is only looked at nothing is kept.
func (p *Page) Draft() (form string, record int64, body map[string]string, changed bool) {
	words := fmt.Sprintf("%d children otherwise", len(p.other))
	if len(p.other) == 1 {
		words = "1 child otherwise"
	}
	text := p.othersText()
	return othersDraft, int64(p.years.Start), map[string]string{othersField: text, wordsField: words}, p.known && !p.World.ReadOnly && text != p.kept
}

// settle ends the draft when nobody waits for it any more. On the page the choices stay: u brings all back.
func (p *Page) settle(moved int64) tea.Cmd {
	if p.othersWait(moved) {
		return nil
	}
	return p.dropDraft()
}

// othersWait reports whether somebody who is to move on otherwise has not moved yet; moved is a school that
// just has, 0 for none.
func (p *Page) othersWait(moved int64) bool {
	for _, of := range p.years.Schools {
		for _, r := range of.Pupils {
			if _, chosen := p.other[r.Pupil.ID]; chosen && !of.Moved && of.School.ID != moved {
				return true
			}
		}
	}
	return false
}

// dropDraft ends the draft.
func (p *Page) dropDraft() tea.Cmd {
	p.kept = p.othersText()
	if p.World.ReadOnly {
		return nil
	}
	start := int64(p.years.Start)
	return screen.Do(screen.Write{Quiet: true, Do: func(ctx context.Context) (view.Change, error) {
		return view.Change{Touched: map[view.Kind][]int64{view.Draft: {start}}}, p.store.DropDraft(ctx, othersDraft, start)
	}})
}
