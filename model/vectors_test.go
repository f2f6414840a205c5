package model_test

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kettle/model"
)

// vector is one example of rules.md with what it must give.
type vector struct {
	Rule   string         `json:"rule"`
	Given  map[string]any `json:"given"`
	Expect any            `json:"expect"`
}

// vectorOps are the operations that can be run: each takes what is given and answers as the
// examples write it. An operation that is not here is listed by the test.
var vectorOps = map[string]func(*model.Calendar, vectorGiven) (any, error){
	"bank_holiday": func(c *model.Calendar, g vectorGiven) (any, error) {
		if name, ok := c.BankHoliday(g.date("date")); ok {
			return name, nil
		}
		return nil, nil
	},
	"is_working_day": func(c *model.Calendar, g vectorGiven) (any, error) { return c.IsWorkingDay(g.date("date")), nil },
	"day_kind":       func(c *model.Calendar, g vectorGiven) (any, error) { return c.DayKind(g.date("date")), nil },
	"is_school_day":  func(c *model.Calendar, g vectorGiven) (any, error) { return c.IsSchoolDay(g.date("date")) },
	"half_term":      func(c *model.Calendar, g vectorGiven) (any, error) { return c.HalfTerm(g.date("date")) },
	"add_school_days": func(c *model.Calendar, g vectorGiven) (any, error) {
		return c.AddSchoolDays(g.date("from"), g.number("n"))
	},
	"add_working_days": func(c *model.Calendar, g vectorGiven) (any, error) {
		return c.AddWorkingDays(g.date("from"), g.number("n")), nil
	},
	"school_days_between": func(c *model.Calendar, g vectorGiven) (any, error) {
		return c.SchoolDaysBetween(g.date("a"), g.date("b"))
	},
	"reply_due": func(c *model.Calendar, g vectorGiven) (any, error) {
		s := model.NewSettings(map[model.SettingKey]string{model.ReplyCutoff: g.text("cutoff")})
		return model.ReplyDue(model.Moment(g.text("received")), g.number("n"), s, c)
	},
	"add_months": func(_ *model.Calendar, g vectorGiven) (any, error) {
		return g.date("from").AddMonths(g.number("n")), nil
	},
	"parse_date": func(c *model.Calendar, g vectorGiven) (any, error) {
		return parsedVector(model.ParseDate(g.text("text"), g.dateOptions(c)))
	},
	"parse_when": func(c *model.Calendar, g vectorGiven) (any, error) {
		return parsedVector(model.ParseWhen(g.text("text"), g.dateOptions(c)))
	},
	"parse_time": func(_ *model.Calendar, g vectorGiven) (any, error) {
		clock, err := model.ParseTime(g.text("text"))
		return map[string]any{"time": clock}, err
	},
	"termly_meeting": func(c *model.Calendar, g vectorGiven) (any, error) {
		return c.TermlyMeetingOn(g.date("today"), g.dates("meetings"))
	},
	"annual_review": func(c *model.Calendar, g vectorGiven) (any, error) {
		r := model.ReviewAfter(g.date("last"), c)
		return map[string]any{"complete_by": r.CompleteBy, "meeting_by": r.MeetBy, "meeting_by_school_day": r.MeetBySchoolDay, "invite_by": r.InviteBy}, nil
	},
	"review_meeting": func(c *model.Calendar, g vectorGiven) (any, error) {
		return model.AroundReview(g.date("meeting"), c), nil
	},
	"amendment_reply_by": func(_ *model.Calendar, g vectorGiven) (any, error) {
		return model.AmendmentReplyBy(g.date("notice_given")), nil
	},
	"phase_transfer": func(_ *model.Calendar, g vectorGiven) (any, error) {
		changes, _ := g["changes_school"].(bool)
		weeks := model.Settings{}.Number(model.SENTransferMeet)
		if t, applies := model.PhaseTransferOf(g.text("move"), g.text("year"), changes, weeks); applies {
			return t, nil
		}
		return nil, nil
	},
	"sar_due": func(c *model.Calendar, g vectorGiven) (any, error) {
		extended, _ := g["extended"].(bool)
		return model.AccessRequest{Received: g.date("received"), IDReceived: g.date("id_received"), Asked: g.date("clarify_asked"),
			Answered: g.date("clarify_answered"), Extended: extended}.Due(c), nil
	},
	"education_record_due": func(c *model.Calendar, g vectorGiven) (any, error) {
		return model.EducationRecordDue(g.date("received"), c)
	},
	"compulsory_from": func(_ *model.Calendar, g vectorGiven) (any, error) { return model.CompulsoryFrom(g.date("dob")), nil },
	"year_group": func(_ *model.Calendar, g vectorGiven) (any, error) {
		return model.YearGroupOn(g.date("dob"), g.number("offset"), g.date("on")).Short(), nil
	},
	"rollover": func(_ *model.Calendar, g vectorGiven) (any, error) {
		next, leaves := model.Rollover(groupVector(g.text("group")), groupVector(g.text("top")))
		if leaves {
			return "leaver", nil
		}
		return next.Short(), nil
	},
	"academic_year": func(_ *model.Calendar, g vectorGiven) (any, error) { return model.AcademicYear(g.date("date")), nil },
	"record_transfer_due": func(c *model.Calendar, g vectorGiven) (any, error) {
		return model.RecordTransferDue(g.date("left_roll"), c)
	},
	"cp_file_due": func(c *model.Calendar, g vectorGiven) (any, error) {
		inYear, _ := g["in_year"].(bool)
		return model.ProtectionFileDue(g.date("starts_new_school"), inYear, c)
	},
	"leaving_date": func(_ *model.Calendar, g vectorGiven) (any, error) { return model.LeavingDate(g.date("dob")), nil },
}

// groupVector reads a year group as the examples write it: "Y6", "R".
func groupVector(text string) model.YearGroup { return model.YearGroup(strings.TrimPrefix(text, "Y")) }

// vectorGiven reads what an example gives.
type vectorGiven map[string]any

func (g vectorGiven) text(key string) string {
	text, _ := g[key].(string)
	return text
}

func (g vectorGiven) date(key string) model.Date { return model.Date(g.text(key)) }

func (g vectorGiven) dates(key string) []model.Date {
	var dates []model.Date
	list, _ := g[key].([]any)
	for _, day := range list {
		text, _ := day.(string)
		dates = append(dates, model.Date(text))
	}
	return dates
}

func (g vectorGiven) number(key string) int {
	n, _ := g[key].(float64)
	return int(n)
}

func (g vectorGiven) dateOptions(c *model.Calendar) model.DateOptions {
	return model.DateOptions{Today: g.date("today"), Past: g.text("dir") == "past", DOB: g.text("field") == "dob", Calendar: c}
}

// calendar is the school's calendar with the days on which this example closes it.
func (g vectorGiven) calendar(dates model.CalendarDates) *model.Calendar {
	closed, _ := g["closures"].([]any)
	for _, day := range closed {
		if text, ok := day.(string); ok {
			dates.Closures = append(slices.Clone(dates.Closures), model.Closure{Date: model.Date(text)})
		}
	}
	return model.NewCalendar(dates, model.Counting{})
}

func parsedVector(p model.Parsed, err error) (any, error) {
	answer := map[string]any{"date": p.Date}
	if p.Clock != "" {
		answer["time"] = p.Clock
	}
	if p.Warn != "" {
		answer["warn"] = p.Warn
	}
	return answer, err
}

func vectorError(err error) any {
	var typed *model.DateError
	switch {
	case errors.As(err, &typed):
		return map[string]any{"error": typed.Code}
	case errors.Is(err, model.ErrNoCalendar):
		return map[string]any{"error": "no_calendar"}
	}
	return map[string]any{"error": err.Error()}
}

// TestRulesGiveWhatTheExamplesSay runs testdata/dates.json, or the file of the same form that
// KETTLE_VECTORS names, and reports every example that fails.
func TestRulesGiveWhatTheExamplesSay(t *testing.T) {
	path := "testdata/dates.json"
	if other := os.Getenv("KETTLE_VECTORS"); other != "" {
		path = other
	}
	dates := sampleDates(t)
	ran, missing := 0, map[string]int{}
	for i, v := range readVectors(t, path) {
		given := vectorGiven(v.Given)
		run, ok := vectorOps[given.text("op")]
		if !ok {
			missing[given.text("op")]++
			continue
		}
		ran++
		got, err := run(given.calendar(dates), given)
		if err != nil {
			got = vectorError(err)
		}
		if got := plainJSON(t, got); !reflect.DeepEqual(got, v.Expect) {
			t.Errorf("%d: %s %v\n got %v\nwant %v", i+1, v.Rule, v.Given, got, v.Expect)
		}
	}
	if ran == 0 {
		t.Errorf("%s holds no example that can be run", path)
	}
	t.Logf("%d examples ran; not run: %s", ran, strings.Join(slices.Sorted(maps.Keys(missing)), " "))
}

func readVectors(t *testing.T, path string) []vector {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var vectors []vector
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return vectors
}

// plainJSON is a value as it comes back from JSON, to be compared with what an example expects.
func plainJSON(t *testing.T, value any) any {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var plain any
	if err := json.Unmarshal(data, &plain); err != nil {
		t.Fatal(err)
	}
	return plain
}

// sampleDates is the calendar of the made-up Thornwick School.
func sampleDates(t testing.TB) model.CalendarDates {
	t.Helper()
	data, err := os.ReadFile("testdata/calendar-2026-27.json")
	if err != nil {
		t.Fatal(err)
	}
	file, err := model.ParseCalendar(data)
	if err != nil {
		t.Fatal(err)
	}
	return file.Dates
}

func sampleCalendar(t testing.TB) *model.Calendar {
	t.Helper()
	return model.NewCalendar(sampleDates(t), model.Counting{})
}
