package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"

	"kettle/model/view"
	"kettle/store/intake"
)

// ChooseImport is a preview with what somebody decided about its items; nothing is written. The
// decisions are all there are: what is not among them is as proposed.
func (s *Store) ChooseImport(ctx context.Context, preview view.Import, choices view.ImportChoices) (view.Import, error) {
	old, ok := preview.Pending.(*pendingImport)
	if !ok {
		return view.Import{}, errors.New("deciding about a file: the preview holds nothing to decide")
	}
	p := *old
	p.decide(choices)
	if err := ctx.Err(); err != nil {
		return view.Import{}, err
	}
	return p.decided(preview), nil
}

// decide makes the plan with the decisions, and what is offered: the same with nothing left out, so that
// what is left can be taken again. Whoever are one, and which families are, changes what is offered.
func (p *pendingImport) decide(choices view.ImportChoices) {
	p.choices = intake.Choices{}
	together := intake.Choices{}
	for k, chosen := range choices {
		if !chosen {
			continue
		}
		c := intake.Choice{Decision: intake.Decision(k.Decision), Kind: intake.Kind(k.Kind), ID: k.ID, Other: k.Other, Field: intake.Field(k.Field)}
		p.choices[c] = true
		switch c.Decision {
		case intake.OneAdult, intake.JoinLarge, intake.KeepApart:
			together[c] = true
		}
	}
	if p.together == nil || !maps.Equal(p.together, together) {
		p.offered, p.together = intake.Choose(p.result, p.held.Caseload, together), together
	}
	p.plan = p.offered
	if len(p.choices) > len(together) {
		p.plan = intake.Choose(p.result, p.held.Caseload, p.choices)
	}
}

func keyOf(c intake.Choice) view.ImportKey {
	return view.ImportKey{Decision: string(c.Decision), Kind: string(c.Kind), ID: c.ID, Other: c.Other, Field: string(c.Field)}
}

// chose reports whether a decision was made.
func (p *pendingImport) chose(k view.ImportKey) bool {
	return p.choices[intake.Choice{Decision: intake.Decision(k.Decision), Kind: intake.Kind(k.Kind), ID: k.ID, Other: k.Other, Field: intake.Field(k.Field)}]
}

// sum says in one line what comes: "12 children, 14 adults, 3 changes; 2 left out".
func (p *pendingImport) sum() string {
	var parts []string
	count := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, plural(n, one, many))
		}
	}
	pupils, adults := p.plan.PupilCounts(), p.plan.AdultCounts()
	count(pupils.New, "child", "children")
	count(adults.New, "adult", "adults")
	if pupils.New+adults.New == 0 {
		count(p.plan.LinkCounts().New, "contact", "contacts")
	}
	changes, left := p.tally()
	count(changes, "change", "changes")
	if len(parts) == 0 {
		parts = []string{"nothing new"}
	}
	words := strings.Join(parts, ", ")
	if left > 0 {
		words += fmt.Sprintf("; %d left out", left)
	}
	return words
}

// tally counts the fields that change, and what is left: fields, children, adults, and contacts between
// two who are not left themselves.
func (p *pendingImport) tally() (changes, left int) {
	for _, e := range p.entries() {
		changes, left = changes+len(e.Changes), left+len(e.Left)
	}
	gone := map[int64]bool{}
	for _, a := range p.plan.Left.Adults {
		gone[a.ID] = true
	}
	children := map[int64]bool{}
	for _, c := range p.plan.Left.Pupils {
		children[c.ID] = true
	}
	left += len(gone) + len(children)
	for _, l := range p.plan.Left.Links {
		if !gone[l.Adult] && !children[l.Pupil] {
			left++
		}
	}
	return changes, left
}

// entries are what the plan does to everybody it names.
func (p *pendingImport) entries() []intake.Entry {
	var all []intake.Entry
	for _, one := range p.plan.Pupils {
		all = append(all, one.Entry)
	}
	for _, one := range p.plan.Adults {
		all = append(all, one.Entry)
	}
	for _, one := range p.plan.Links {
		all = append(all, one.Entry)
	}
	return all
}
