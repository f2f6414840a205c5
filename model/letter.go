package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// LetterFacts is what a letter about a meeting to one adult, or to a young person in their own right, is
// made from.
type LetterFacts struct {
	Circle             // the meeting's pupils, all adults linked to them, and the orders read for it
	LetterID   int64   // of the letter when it is kept already, for an order read for this letter alone
	To         Adult   // who gets it; a young person as Pupil.AsReader
	Household  []int64 // the adults who live with them
	Meeting    Meeting
	People     []MeetingPerson
	Options    []TimeOption
	Agenda     []AgendaItem
	Outcomes   []Outcome
	Agreements []Agreement
	RoomName   string
	Me         Staff  // who signs
	SignOff    string // what stands above the name: "With warm wishes"
	Today      Date
}

// Document is a letter or message, ready to be read, edited and sent by a person.
type Document struct {
	Kind       LetterKind
	Greeting   string // "Dear Mrs Okafor,", "" for a text message
	Paragraphs []string
	Closing    []string // the lines at the end: sign-off, name, role
	Notes      []string // for the sender only: what was kept out of it, and why
}

// Text is the letter as it is sent, its paragraphs apart by an empty line.
func (d Document) Text() string {
	parts := append([]string{d.Greeting}, d.Paragraphs...)
	parts = append(parts, strings.Join(d.Closing, "\n"))
	return strings.Join(nonEmpty(parts...), "\n\n")
}

// ErrNoLetter is why there is no letter to an adult; the sentence around it names them.
var ErrNoLetter = errors.New("no letter")

// letter is one document while it is being written.
type letter struct {
	LetterFacts
	doc    Document
	guard  guard
	pupils []Pupil // whom it may name
}

// beginLetter is an empty letter to the adult, or why there is none: an order stands, they are not in
// touch, or nothing about these pupils goes to them (data.md, pupil_adult).
func beginLetter(f LetterFacts, kind LetterKind) (*letter, error) {
	f.Circle = f.answeredFor(f.Meeting.ID, f.LetterID)
	if err := f.refusal(); err != nil {
		return nil, err
	}
	pupils := f.pupilsFor(kind)
	if len(pupils) == 0 {
		return nil, fmt.Errorf("%w to %s: %s", ErrNoLetter, f.To.Formal(), f.noneWhy())
	}
	return &letter{
		LetterFacts: f,
		doc:         Document{Kind: kind, Greeting: dear(f.To)},
		guard:       newGuard(f, pupils),
		pupils:      pupils,
	}, nil
}

// noneWhy is why no such letter goes to the reader.
func (f LetterFacts) noneWhy() string {
	if young := f.youngOfReader(); len(young) > 0 {
		return "it goes to " + calledTogether(young) + " in person; with “gets copies: yes” they have it, too"
	}
	return "letters about these children do not go to them"
}

func (f LetterFacts) refusal() error {
	if !f.To.InTouch.Reachable() || f.To.Removed {
		return fmt.Errorf("%w to %s: they are not in touch with school", ErrNoLetter, f.To.Formal())
	}
	if walls := f.walls(f.To.ID); len(walls) > 0 {
		words := WalledAdult{f.To, walls}.Words(f.Today)
		return fmt.Errorf("%w to %s until this has been read and allows it: %s", ErrNoLetter, f.To.Formal(), words)
	}
	return nil
}

// pupilsFor are the pupils about whom such a letter goes to the adult. A parent is invited in their
// own right; a summary goes to those who get copies, of a young person only where that was said. The
// young person has all letters.
func (f LetterFacts) pupilsFor(kind LetterKind) []Pupil {
	if p, young := f.young(); young {
		return slices.DeleteFunc([]Pupil{p}, func(p Pupil) bool { return !p.LettersAreTheirs(f.Today) })
	}
	links := f.linksOf(f.To.ID)
	return slices.DeleteFunc(f.PupilsOf(f.To.ID), func(p Pupil) bool {
		return !slices.ContainsFunc(links, func(l Link) bool {
			asParent := l.IsParent() && (kind != SummaryOfMeeting || l.GetsCopies != No && !p.LettersAreTheirs(f.Today))
			return l.PupilID == p.ID && (asParent || l.GetsCopies == Yes)
		})
	})
}

func dear(a Adult) string {
	if a.AddressAs == "" && a.Title == "" && a.Forename == "" && a.Surname == "" && a.KnownAs == "" {
		return "Hello,"
	}
	return "Dear " + oneLine(a.Formal()) + ","
}

// say adds a paragraph of sentences; empty ones fall away.
func (l *letter) say(sentences ...string) {
	if text := strings.Join(nonEmpty(sentences...), " "); text != "" {
		l.doc.Paragraphs = append(l.doc.Paragraphs, text)
	}
}

// typed is text that a person typed, in one line and without its full stop; "" when it may not
// stand in this letter, which is noted for the sender.
func (l *letter) typed(text string) string {
	text = strings.TrimRight(oneLine(text), " .;,")
	if why := l.guard.against(text); why != "" {
		l.note("Left out, because it " + why + ": " + text)
		return ""
	}
	return text
}

// note tells the sender something, once.
func (l *letter) note(text string) {
	if !slices.Contains(l.doc.Notes, text) {
		l.doc.Notes = append(l.doc.Notes, text)
	}
}

// sign ends the letter with the user's name and role.
func (l *letter) sign() Document {
	signOff := strings.TrimRight(oneLine(l.SignOff), " ,")
	if signOff != "" {
		signOff += ","
	}
	l.doc.Closing = nonEmpty(signOff, oneLine(l.Me.Name), oneLine(l.Me.Role.Words()))
	if l.Me.Name == "" {
		l.note("Nobody signs it yet: say who you are.")
	}
	return l.doc
}

// row is the addressee's own row in the meeting, the zero row when they are not in it.
func (l *letter) row() MeetingPerson {
	for _, p := range l.People {
		if p.Reader() == l.To.ID && l.To.ID != 0 {
			return p
		}
	}
	return MeetingPerson{}
}

// oneLine is a text without line breaks and characters that a letter must not hold.
func oneLine(text string) string {
	clean, _ := Clean(text)
	return strings.Join(strings.Fields(clean), " ")
}

// stopped is a sentence with a full stop, unless it asks or calls.
func stopped(text string) string {
	if strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") {
		return text
	}
	return text + "."
}

// letterTime is a moment as a letter writes it: "Tuesday 24 November at 15:30", "… at 9:00".
func letterTime(m Moment) string {
	at := ""
	if c := m.Clock(); c != "" {
		at = " at " + strings.TrimPrefix(string(c), "0")
	}
	return m.Date().Letter() + at
}

// onDay is a day in a sentence: "today", "yesterday", "on Friday 20 November".
func onDay(d, today Date) string {
	switch {
	case !d.Valid():
		return ""
	case d == today:
		return "today"
	case d == today.AddDays(-1):
		return "yesterday"
	}
	return "on " + d.Letter()
}
