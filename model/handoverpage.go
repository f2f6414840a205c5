package model

import (
	"fmt"
	"slices"
	"strings"
)

// HandOver is what the warm page about a pupil who moves on is made from (practices 16 and 21).
type HandOver struct {
	Pupil   Pupil
	School  School
	Move    Transition
	Circle  Circle        // of the pupil alone
	Entries []FamilyEntry // of the family, the newest first
	Today   Date
}

// How much of each part stands on the page.
const (
	handOverText   = 420 // characters of what was written at length
	handOverLine   = 110 // and of a line
	handOverHelps  = 4
	handOverVisits = 6
)

// Sheet is the page: what the pupil loves and is good at, what helps, hopes, worries, and who is there
// for them. It holds nobody's address or number, nothing of an adult who is kept out, nothing that was
// passed to the DSL, no staff debrief, and nothing of the story that the family told this school alone.
func (h HandOver) Sheet() Sheet {
	h.Circle.OrderAnswers = nil
	p := &handOverPage{HandOver: h, guard: newBriefGuard(h.Circle)}
	s := Sheet{Name: "hand-over", Title: p.line(h.Pupil.FullName()), Under: p.under(), OnePage: true}
	if name := h.Pupil.Called(); name != h.Pupil.Forename && name != h.Pupil.Surname {
		s.Title = p.line(h.Pupil.FullName() + ", called " + name)
	}
	for _, part := range []func() Block{p.loves, p.helps, p.hopes, p.worries, p.whoIsThere, p.visits, p.support} {
		if b := part(); b.Text != "" || len(b.Items)+len(b.Rows) > 0 {
			s.Blocks = append(s.Blocks, b)
		}
	}
	if p.kept > 0 {
		s.Blocks = append(s.Blocks, Block{Heading: "Not on this page", Text: Capital(countOf(p.kept, "line")) + " with an address, a number or somebody who is kept apart."})
	}
	return s
}

type handOverPage struct {
	HandOver
	guard guard
	kept  int
}

// typed is what a person typed, of at most so many characters; "" when it must not stand here.
func (p *handOverPage) typed(text string, most int) string {
	line := oneLine(text)
	if p.guard.against(line) != "" {
		p.kept++
		return ""
	}
	return shortened(line, most)
}

func (p *handOverPage) line(text string) string { return p.typed(text, handOverLine) }

func (p *handOverPage) under() string {
	where := textIf(p.Move.Where(p.Pupil, p.School) != "", "moves to "+p.line(p.Move.Where(p.Pupil, p.School)))
	now := firstText(p.Pupil.Class, p.Pupil.Year.Short())
	return strings.Join(nonEmpty(p.School.Name, now, where+textIf(where != "", fmt.Sprintf(" in %d", p.Move.Year))), " · ")
}

func (p *handOverPage) loves() Block {
	return Block{Heading: "What " + p.Pupil.Called() + " loves", Rows: rowsOf(
		[]string{"is good at", p.line(p.Pupil.Strengths)}, []string{"loves", p.line(p.Pupil.Interests)})}
}

// rowsOf are the rows whose last cell holds something.
func rowsOf(rows ...[]string) [][]string {
	return slices.DeleteFunc(rows, func(r []string) bool { return r[len(r)-1] == "" })
}

// helps are what helps to arrive, and what helps the family, the newest first.
func (p *handOverPage) helps() Block {
	items := nonEmpty(p.typed(p.Move.Helps, handOverText))
	for _, e := range p.Entries {
		if e.Kind == WhatHelps && len(items) < handOverHelps {
			items = append(items, nonEmpty(p.typed(e.Text, 2*handOverLine))...)
		}
	}
	return Block{Heading: "What helps", Items: items}
}

func (p *handOverPage) hopes() Block {
	return Block{Heading: "Hopes", Rows: rowsOf(
		[]string{"the family’s", p.typed(p.Pupil.HopesFamily, 2*handOverLine)}, []string{"the school’s", p.typed(p.Pupil.HopesSchool, 2*handOverLine)})}
}

func (p *handOverPage) worries() Block {
	return Block{Heading: "What they wish you to know", Text: p.typed(p.Move.Worries, handOverText)}
}

// whoIsThere are the named adult where they arrive, and the parents who may be approached.
func (p *handOverPage) whoIsThere() Block {
	var rows [][]string
	if named := p.line(firstText(p.Move.NamedAdult, p.Pupil.NamedAdult)); named != "" {
		rows = append(rows, []string{"on the first day", named})
	}
	for _, a := range p.Circle.Parents() {
		links := p.Circle.linksOf(a.ID)
		needs := strings.Join(nonEmpty(textIf(a.readsOther(), a.Language), textIf(a.Interpreter == Yes, "with an interpreter"), p.line(a.Access)), "; ")
		rows = append(rows, []string{string(links[0].Relation), strings.Join(nonEmpty(p.line(a.Formal()), needs), ": ")})
	}
	return Block{Heading: "Who is there", Rows: rows}
}

func (p *handOverPage) visits() Block {
	var rows [][]string
	for _, v := range p.Move.Visits[:min(len(p.Move.Visits), handOverVisits)] {
		if what := p.line(v.What); what != "" {
			rows = append(rows, []string{v.On.Short(), what + textIf(v.Done != "", " (done)")})
		}
	}
	return Block{Heading: "Visits", Rows: rows}
}

func (p *handOverPage) support() Block {
	if p.Pupil.SEN != SENSupport && p.Pupil.SEN != EHCP {
		return Block{}
	}
	return Block{Heading: "Support", Text: strings.Join(nonEmpty(Capital(p.Pupil.SEN.Words()), textIf(p.Pupil.PrimaryNeed != "", p.Pupil.PrimaryNeed.Words())), ": ")}
}
