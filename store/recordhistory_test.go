package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// told is a history as lines of text.
func told(t *testing.T, s *Store, kind view.RecordKind, id int64) string {
	t.Helper()
	h, err := s.RecordHistory(ctx, view.Record{Kind: kind, ID: id})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, step := range h.Steps {
		lines = append(lines, fmt.Sprintf("%s: %s %s %s", step.Who, step.Kind, step.Title, step.File))
		for _, c := range step.Changes {
			lines = append(lines, strings.Join([]string{c.Part, c.Field, c.From, c.To, c.Happened}, "|"))
		}
	}
	return strings.Join(lines, "\n")
}

func wantAll(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not told in:\n%s", part, text)
		}
	}
}

func TestTheHistoryOfAnAdultTellsOfPhonesAndLinks(t *testing.T) {
	s := openNew(t)
	must(t)(s.SaveMe(ctx, "Ms Bright", model.SENCO))
	o := addOkafors(t, s)
	a, err := s.Adult(ctx, o.ngozi)
	if err != nil {
		t.Fatal(err)
	}
	a.Phones, a.InTouch, a.InTouchSince = []model.Phone{{Type: model.PhoneMobile, Number: "07700 900123"}}, model.NotNow, "2026-11-23"
	must(t)(s.SaveAdult(ctx, a))
	must(t)(s.RemoveAdult(ctx, o.ngozi))
	must(t)(s.Undo(ctx))
	wantAll(t, told(t, s, view.AdultRecord, o.ngozi), "Ms Bright: undo removed", "||||brought back", "||||removed",
		"|in touch|yes|not now|", "|so since|nothing|Mon 23 Nov 2026|", "phone 07700 900123||||added", "mother of Chidi", "||||added")
}

func TestTheHistoryOfAMeetingTellsOfItsPeopleAndAgenda(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	meeting := must(t)(s.PlanMeeting(ctx, lunchtimes(t, s, o))).New
	p := prepOf(t, s, meeting)
	must(t)(s.AnswerInvitation(ctx, p.People[0].ID, model.Comes))
	must(t)(s.RemoveAgendaItem(ctx, p.Agenda[0].ID))
	must(t)(s.TickItem(ctx, meeting, "day.kettle"))
	text := told(t, s, view.MeetingRecord, meeting)
	wantAll(t, text, "|answer|not known|comes|", "agenda: "+p.Agenda[0].Title+"||||removed", "on the checklist: ", "this window: do ")
	wantAll(t, told(t, s, view.PersonRecord, p.People[0].ID), "|answer|not known|comes|", "||||added")
}

func TestThePromiseTellsOfItsDates(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := addFollowUp(t, s, model.FollowUp{FamilyID: o.family, What: "ring", Due: "2026-11-24"})
	must(t)(s.MoveFollowUp(ctx, id, "2026-11-27", "16:00", "me"))
	text := told(t, s, view.PromiseRecord, id)
	wantAll(t, text, "|due|Tue 24 Nov 2026|Fri 27 Nov 2026|", "|due at|nothing|16:00|", "earlier date Tue 24 Nov 2026||||added")
	if strings.Contains(text, "_") || strings.Contains(text, "uid") {
		t.Errorf("a column of the machine is told:\n%s", text)
	}
}

func TestARecordNobodyKnowsHasNoHistory(t *testing.T) {
	s := openNew(t)
	if text := told(t, s, view.LetterRecord, 99); text != "" {
		t.Errorf("it tells %q", text)
	}
}

// Every kind of record can be read, every table has a name for its rows, and every column that is shown
// has words without the marks of a machine.
func TestEveryColumnHasWordsForAPerson(t *testing.T) {
	s := openNew(t)
	unseen := []string{"office_value", "import_run", "also_listed", "joined_row", "known_elsewhere"}
	err := s.read(ctx, func(q querier) error {
		tables, err := q.contentTables()
		for _, table := range tables {
			if slices.Contains(unseen, table) {
				continue
			}
			if rowNames[table] == "" {
				t.Errorf("%s has no name for its rows", table)
			}
			columns, err := q.names("SELECT name FROM pragma_table_info(?)", table)
			if err != nil {
				return err
			}
			for _, c := range columns {
				if words := fieldWords(table, c); strings.Contains(words, "_") || strings.HasSuffix(words, " id") {
					t.Errorf("%s.%s is called %q", table, c, words)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for kind := range recordParts {
		told(t, s, kind, 1)
	}
}
