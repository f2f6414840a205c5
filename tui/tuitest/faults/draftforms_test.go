package faults_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// A form is opened by keys from a page, and then something is typed in it.
type draftForm struct {
	at   screen.Kind // of the Okafors, their meeting or their letter
	keys []string
	text string
}

// draftForms are the ways to the forms that are opened by a few keys.
var draftForms = map[string]draftForm{
	"new family":             {screen.Families, []string{"n"}, "Zzyzx"},
	"contact, a line":        {screen.Family, []string{"c"}, "Zzyzx"},
	"contact, new":           {screen.Family, []string{"c", "ctrl+e", "tab", "tab"}, "Zzyzx"},
	"follow-up, new":         {screen.Family, []string{"f"}, "Zzyzx"},
	"family":                 {screen.Family, []string{"ctrl+p", "change the fam", "enter"}, "Zzyzx"},
	"adult, new":             {screen.Family, []string{"n", "enter", "tab"}, "Zzyzx"},
	"pupil, new":             {screen.Family, []string{"n", "down", "enter", "tab"}, "Zzyzx"},
	"family entry, new":      {screen.Family, []string{"n", "down", "down", "enter", "tab"}, "Zzyzx"},
	"household, new":         {screen.Family, []string{"n", "down", "down", "down", "down", "down", "enter"}, "Zzyzx"},
	"meeting purpose":        {screen.Meeting, []string{"enter"}, "Zzyzx"},
	"meeting, frame's":       {screen.Meeting, []string{"e", "tab", "tab", "tab"}, "Zzyzx"},
	"meeting moved":          {screen.Meeting, []string{"s"}, "Zzyzx"},
	"meeting called off":     {screen.Meeting, []string{"d", "tab"}, "Zzyzx"},
	"what they said first":   {screen.RunMeeting, []string{"enter"}, "Zzyzx"},
	"notes at the table":     {screen.RunMeeting, []string{"tab", "tab", "tab"}, "Zzyzx"},
	"an agreement's line":    {screen.RunMeeting, []string{"tab", "tab", "tab", "tab", "tab"}, "Zzyzx"},
	"thanks under a meeting": {screen.DrawLine, []string{"enter"}, "Zzyzx"},
	"letter":                 {screen.Letter, []string{"e"}, "Zzyzx"},
	"a letter that was sent": {screen.Letter, []string{"x"}, "Zzyzx"},
	"line of our own":        {screen.Meeting, []string{"n"}, "Zzyzx"},
	"template of our own":    {screen.School, []string{"g", "shift+tab", "shift+tab", "n"}, "Zzyzx"},
	"me":                     {screen.School, []string{"enter"}, "Zzyzx"},
	"call with good news":    {screen.GoodNews, []string{"r", "enter"}, "Zzyzx"},
}

// okafors is a caseload with one family, their meeting and a letter.
func okafors(t *testing.T) (c *tuitest.Small, ids map[screen.Kind]int64) {
	c = tuitest.NewSmall(t)
	family := c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	meeting := c.Keep(c.Store.PlanMeeting(t.Context(), view.MeetingPlan{Meeting: model.Meeting{FamilyID: family, Kind: model.HonestConversation, Start: "2026-11-24T09:30", Minutes: 45}}))
	letter := c.Keep(c.Store.SaveLetter(t.Context(), model.Letter{FamilyID: family, AdultID: c.Mother("Okafor"), Kind: model.InvitationLetter, Body: "Dear Mrs Okafor"}))
	c.Keep(c.Store.BeginMeeting(t.Context(), meeting, "2026-11-24T08:30"))
	return c, map[screen.Kind]int64{screen.Family: family, screen.Meeting: meeting, screen.RunMeeting: meeting, screen.DrawLine: meeting, screen.Letter: letter}
}

// The window is closed by a kill: nothing is asked of it any more. The next start offers what was
// typed, and leads into the form with it.
func TestWhatWasTypedInAFormIsOfferedAfterAKill(t *testing.T) {
	for name, f := range draftForms {
		t.Run(name, func(t *testing.T) {
			c, ids := okafors(t)
			d := c.Open(tuitest.Options{Start: screen.Route{Kind: f.at, ID: ids[f.at]}})
			for _, key := range f.keys {
				if len(key) > 1 && strings.Contains(key, " ") {
					d.Type(key)
					continue
				}
				d.Press(key)
			}
			d.Type(f.text).See(f.text).Wait(2 * time.Second)
			next := tuitest.New(t, tuitest.Options{Path: c.Path})
			next.See("Unfinished", "Zzyzx")
			for range 12 {
				if next.Selected("Zzyzx") {
					break
				}
				next.Press("k")
			}
			next.Press("enter").See("Zzyzx")
			goesOn := []string{"What you typed the last time is back", "╭─ Log a contact"}
			if screen := next.Screen(); strings.Contains(screen, "Unfinished") && !slices.ContainsFunc(goesOn, func(sign string) bool { return strings.Contains(screen, sign) }) {
				t.Errorf("Enter does not go on:\n%s", screen)
			}
		})
	}
}

// Every form of the program names its drafts, so that none of them loses what is typed in it.
func TestEveryFormKeepsADraft(t *testing.T) {
	forms := 0
	err := filepath.WalkDir("../../screen", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			fields := specFields(n)
			if fields == nil || !fields["Groups"] {
				return true
			}
			forms++
			if !fields["Name"] {
				t.Errorf("%s: a form without a name keeps no draft", set.Position(n.Pos()))
			}
			return true
		})
		return nil
	})
	if err != nil || forms < 50 {
		t.Errorf("%d forms were found, %v", forms, err)
	}
}

// specFields are the names that a form.Spec is written with, nil for anything else and for a popup
// that only says something.
func specFields(n ast.Node) map[string]bool {
	lit, ok := n.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	kind, ok := lit.Type.(*ast.SelectorExpr)
	if !ok || kind.Sel.Name != "Spec" {
		return nil
	}
	fields := map[string]bool{}
	for _, e := range lit.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		none, isName := pair.Value.(*ast.Ident)
		fields[pair.Key.(*ast.Ident).Name] = !isName || none.Name != "nil"
	}
	return fields
}
