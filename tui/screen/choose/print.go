package choose

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/screen"
)

// printChoices are the files that a letter can become.
var printChoices = []struct {
	words string
	note  string
	form  model.PrintForm
	large bool
}{
	{"PDF", "to print, with room for the letterhead", model.AsPDF, false},
	{"PDF in large print", "letters of 16 points", model.AsPDF, true},
	{"DOCX", "to paste on the school's letterhead", model.AsDOCX, false},
	{"DOCX in large print", "letters of 16 points", model.AsDOCX, true},
	{"Text", "for any other program", model.AsText, false},
}

// Print asks which file a sheet becomes. What is on one page becomes no DOCX and is not enlarged; one
// that is asked for in large print has that selected.
func Print(env *screen.Env, what string, sheet model.Sheet) *Popup {
	var choices []Choice
	first := 0
	for _, c := range printChoices {
		note := c.note
		if sheet.OnePage {
			if c.large || c.form == model.AsDOCX {
				continue
			}
			note = map[model.PrintForm]string{model.AsPDF: "one A4 page"}[c.form]
		}
		if c.large && sheet.Large && first == 0 {
			first, note = len(choices), "as they asked: "+note
		}
		choices = append(choices, Choice{Words: c.words, Note: note, Do: func() tea.Cmd {
			one := sheet
			one.Large = c.large
			return screen.Print(one, c.form, what)
		}})
	}
	p := New(env, "Print "+what+" as", choices)
	p.Select(first)
	return p
}
