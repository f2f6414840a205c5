package today

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/promise"
	"kettle/tui/theme"
)

// place says what is unfinished, in words, and which screen it goes on from. A record below zero is
// something new of the family with that number; above zero it is the record itself.
type place struct {
	words string
	fresh screen.Kind // for something new, opened with the family
	known screen.Kind // for a record, opened with its number
}

// unfinished are the places of the forms that lead somewhere; others are named as they are.
var unfinished = map[string]place{
	view.CaptureForm:     {"a contact", screen.ContactLeft, ""}, // below zero is the draft's own number
	"contact":            {"a contact", screen.ContactForm, ""},
	"account":            {"an account of an incident", screen.NewAccount, screen.Account},
	"account version":    {"an incident, as somebody tells it", "", screen.Account},
	"account agreed":     {"the account to agree on", "", screen.Account},
	"their story":        {"a family's story", screen.Story, ""},
	"welcome point":      {"the welcome conversation", screen.Story, ""},
	"move":               {"a move", "", screen.Move},
	"move visit":         {"a visit before a move", screen.Move, ""},
	"move checks":        {"check-ins around a move", "", screen.Move},
	"new move":           {"a move during the year", "", ""},
	"meeting":            {"a meeting", screen.NewMeeting, ""},
	promise.FormName:     {"a follow-up", screen.NewFollowUp, ""},
	"family":             {"a family", "", screen.Family},
	"adult":              {"an adult", screen.Family, ""},
	"pupil":              {"a child", screen.Family, ""},
	"family entry":       {"a family", screen.Family, ""},
	"household":          {"a household", screen.Family, ""},
	"join family":        {"a family", screen.Family, ""},
	"welcome":            {"the welcome conversation", "", screen.Family},
	"meeting frame":      {"a meeting", "", screen.Meeting},
	"meeting purpose":    {"a meeting's purpose", "", screen.Meeting},
	"meeting opening":    {"a meeting's beginning", "", screen.Meeting},
	"meeting theirs":     {"what they would like to talk about", "", screen.Meeting},
	"meeting views":      {"views before a meeting", "", screen.Meeting},
	"own line":           {"a line for the checklist", "", ""},
	"own template":       {"a template", "", ""},
	"agenda item":        {"a line of an agenda", screen.Meeting, ""},
	"paper":              {"a paper for a meeting", screen.Meeting, ""},
	"own layout":         {"a way to sit", screen.Meeting, ""},
	"agreement":          {"who does what", screen.DrawLine, ""},
	"agreement who":      {"who does what", "", screen.RunMeeting},
	"outcome":            {"what came of a meeting", screen.DrawLine, ""},
	"run":                {"notes at the table", "", screen.RunMeeting},
	"line":               {"a line under a meeting", "", screen.DrawLine},
	"how it was":         {"how a meeting was for them", "", screen.Meeting},
	"how it was for one": {"how a meeting was for them", "", ""},
	view.DebriefForm:     {"after a hard meeting", "", screen.Meeting},
	"good news":          {"a call with good news", "", screen.Family},
	"letter":             {"a letter", "", screen.Letter},
	"meeting somebody":   {"who comes along to a meeting", "", screen.Meeting},
}

// makesPage are the screens that are pages, on which a form is opened again; the others are forms.
var makesPage = map[screen.Kind]bool{screen.Family: true, screen.Story: true, screen.Move: true, screen.Meeting: true, screen.DrawLine: true}

// goOn opens what is unfinished where it was left, or the page it belongs to.
func (p *Page) goOn(d view.DraftRow) tea.Cmd {
	at := unfinished[d.Form]
	if open, ours := p.hands.Resume(d.Form, d.Record); ours {
		return open
	}
	switch {
	case strings.HasPrefix(d.Form, view.CaptureForm):
		return screen.Open(screen.ContactLeft, -d.Record)
	case d.Form == "new family":
		return p.newFamily()
	case d.Form == "introduction":
		return screen.Resume(screen.Route{Kind: screen.Welcome}, d.Form, d.Record)
	case d.Page != "" && (d.Record > 0 || at.fresh == "" || makesPage[at.fresh]):
		return screen.Resume(screen.Route{Kind: screen.Kind(d.Page), ID: d.PageID}, d.Form, d.Record)
	case d.Record <= 0 && at.fresh != "":
		return screen.Open(at.fresh, -d.Record)
	case d.Record > 0 && at.known != "":
		return screen.Open(at.known, d.Record)
	}
	return screen.Say("Open the form again where you left it: what you typed is still in it.")
}

// mostDrafts is how many of the unfinished are shown, so that they push nothing off the page.
const mostDrafts = 3

// drafts are what somebody was typing and has neither kept nor thrown away. They stand first: on the
// next start they are seen at once.
func (p *Page) drafts() part {
	one := part{title: "Unfinished", note: more(min(len(p.page.Drafts), mostDrafts), len(p.page.Drafts), 0)}
	for i, d := range p.page.Drafts[:min(len(p.page.Drafts), mostDrafts)] {
		words := cmp.Or(unfinished[d.Form].words, d.Form)
		one.items = append(one.items, item{
			key: itemKey{one.title, int64(i)}, about: "What you typed there is kept until you keep it or throw it away.", rows: 1,
			draw:   func(c *canvas.Canvas) { p.drawDraft(c, words, d) },
			open:   func() tea.Cmd { return p.goOn(d) },
			whyNot: "Open it to go on, then keep it or throw it away.",
		})
	}
	return one
}

func (p *Page) drawDraft(c *canvas.Canvas, what string, d view.DraftRow) {
	c.Text(0, 0, p.Theme.Info, theme.GlyphOpen+" "+canvas.Cut(d.At.Near(p.Today()), whenWidth-2))
	c.Text(whenWidth, 0, p.Theme.Text, canvas.Cut(what+draftWords(d), c.Width()-whenWidth-8))
	c.Right(c.Width()-1, 0, p.Theme.Dim, "go on")
}

// draftWords are the longest text of a draft: what it is about.
func draftWords(d view.DraftRow) string {
	longest := ""
	for field, text := range d.Body {
		if strings.HasPrefix(field, "@") {
			continue // not for reading
		}
		if len(text) > len(longest) || len(text) == len(longest) && text < longest {
			longest = text
		}
	}
	if longest == "" {
		return ""
	}
	return ": " + strings.Join(strings.Fields(longest), " ")
}
