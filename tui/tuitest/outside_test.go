package tuitest_test

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

func FuzzADroppedPathIsAPathAndQuotesDoNotMatter(f *testing.F) {
	for _, typed := range []string{`pupils.csv`, `'/home/a b/pupils.csv'`, `"C:\exports\pupils.csv"`, `/a\ b/c\(1\).csv`, `file:///a%20b/c.csv`,
		`file://%zz`, `~/x.csv`, `~`, `'`, `''`, `"'"`, `\`, "\x00\x1b[2J", "file:", "file:////server/share", "  spaced  ", "http://example.org/x"} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		path := store.DroppedPath(typed)
		if again := store.DroppedPath(typed + "\n"); again != path {
			t.Errorf("%q with a line break is %q, not %q", typed, again, path)
		}
		if strings.ContainsAny(typed, `\'"~%:`) || strings.TrimSpace(typed) != typed {
			return
		}
		if path != typed {
			t.Errorf("the plain path %q became %q", typed, path)
		}
		if quoted := store.DroppedPath("'" + typed + "'"); quoted != typed {
			t.Errorf("'%s' became %q", typed, quoted)
		}
		escaped := strings.ReplaceAll(typed, " ", `\ `)
		if runtime.GOOS != "windows" && store.DroppedPath(escaped) != typed {
			t.Errorf("%q became %q", escaped, store.DroppedPath(escaped))
		}
	})
}

func FuzzACalendarFileTakenInShowsOnTheSchoolPage(f *testing.F) {
	f.Add(`{"years": [{"year": "2026/27", "terms": [{"term": "Autumn", "start": "2026-09-02", "end": "2026-12-18"}]}]}`)
	f.Add(`{"years": [{"year": "2026/27", "terms": [{"term": "Autumn", "start": "2026-12-18", "end": "2026-09-02"}]}]}`)
	f.Add(`{"closures": [{"date": "2026-11-24", "reason": "\u001b[2J snow"}], "not_bank_holidays": ["2026-12-25"]}`)
	f.Add(`{"years": [{"year": "9999/00", "terms": []}]}`)
	f.Add(`[]`)
	f.Fuzz(func(t *testing.T, text string) {
		file, err := model.ParseCalendar([]byte(text))
		if err != nil {
			return
		}
		c := tuitest.NewSmall(t)
		if _, err := c.Store.TakeInCalendar(context.Background(), c.School, file.Dates); err != nil {
			return // refused in a sentence
		}
		d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.School}})
		harmless(t, d, "School")
		d.Press("1", "3")
		harmless(t, d, "Meetings")
	})
}

// held is a caseload with a meeting that was just held, and the ids in it.
func held(t testing.TB) (c *tuitest.Small, meeting int64) {
	t.Helper()
	ctx := context.Background()
	c = tuitest.NewSmall(t)
	family := c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	m := model.Meeting{FamilyID: family, Kind: model.HonestConversation, Purpose: "How can it be calm again?", Start: "2026-11-24T08:00", Minutes: 45}
	meeting = c.Keep(c.Store.PlanMeeting(ctx, view.MeetingPlan{Meeting: m, Agenda: model.AgendaFor(m.Kind, nil, 45),
		People: []model.MeetingPerson{{Side: model.FamilySide, AdultID: c.Mother("Okafor")}}}))
	c.Keep(c.Store.BeginMeeting(ctx, meeting, "2026-11-24T08:00"))
	return c, meeting
}

// What was being typed comes back from the file, which another version of Kettle may have written.
func FuzzAnyDraftOfTheTableAndTheLineCanBeWorkedOn(f *testing.F) {
	for _, body := range []string{"{}", `{"By":null,"On":null,"Edited":null,"None":null}`, `{"By":{"-1":"pigeon"},"On":{"1":"31/02"}}`,
		`{"Closed":"maybe","AskAgain":"2026-13-45","Next":"soon"}`, "\x1b[2J", strings.Repeat("[", 2000), "{\"Thanks\":\"\x1b[2J\"}"} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		c, meeting := held(t)
		d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Meetings}})
		for form, fields := range map[string][]string{"line": {"answers"}, "run": {"notes", "words", "parked", "agreement"}} {
			draft := map[string]string{}
			for _, field := range fields {
				draft[field] = body
			}
			if err := d.Store.KeepDraft(context.Background(), form, meeting, draft); err != nil {
				return // refused in a sentence
			}
		}
		workOn(t, d, screen.RunMeeting, meeting)
		workOn(t, d, screen.DrawLine, meeting)
	})
}

// workOn goes through a screen row by row, and ticks and opens what is there.
func workOn(t *testing.T, d *tuitest.Driver, kind screen.Kind, id int64) {
	t.Helper()
	for row := range 10 {
		d.Send(screen.OpenMsg{Route: screen.Route{Kind: kind, ID: id}})
		d.Press("down", "space")
		if row%4 == 0 {
			d.Press("tab", "enter", "esc")
		}
		harmless(t, d, string(kind))
	}
}
