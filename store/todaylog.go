package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// What waits in the log: questions without an answer, and worries that are not settled.

// openQuestion is what a contact fulfils as long as its question waits: nobody has said that it is
// answered, and no reply that was promised is done or presses as a promise. The kinds stand in the text, and not as arguments,
// so that SQLite sees that its index of open questions serves.
const openQuestion = ` FROM contact c JOIN family f ON f.id = c.family_id
	WHERE c.kind = 'question' AND c.settled = '' AND c.deleted_at = '' AND f.deleted_at = ''
	AND NOT EXISTS (SELECT 1 FROM follow_up r WHERE r.family_id = c.family_id AND r.contact_id = c.id
		AND r.kind = 'reply' AND r.deleted_at = ''
		AND (r.state IN ('done', 'dropped') OR r.hidden <= ?1 AND ` + pressingReply + `))`

// pageQuestion is an open question that does not sleep, asleepQuestion one that does; ?1 is the day.
var (
	pageQuestion   = openQuestion + " AND " + awake(model.QuestionSleeps, "c.id", "?1")
	asleepQuestion = openQuestion + " AND " + asleep(model.QuestionSleeps, "c.id", "?1")
)

func (p *todayPage) waiting() error {
	rows, err := p.query("SELECT c.id, c.family_id, f.name, c.at, c.words, c.note, c.channel"+pageQuestion+" ORDER BY c.at, c.id LIMIT ?2", string(p.today), mostOfAPart)
	type asked struct {
		view.QuestionLine
		note string
	}
	questions, err := scanAll(rows, err, func(a *asked) []any {
		return []any{&a.ContactID, &a.FamilyID, &a.Family, &a.Asked, &a.Words, &a.note, &a.Channel}
	})
	if err != nil {
		return fmt.Errorf("reading the questions: %w", err)
	}
	for _, a := range questions {
		line, err := p.questionLine(a.QuestionLine, a.note)
		if err != nil {
			return err
		}
		p.Waiting.Lines = append(p.Waiting.Lines, line)
	}
	if p.Waiting.All = len(questions); len(questions) == mostOfAPart {
		if err := p.count(&p.Waiting.All, pageQuestion, string(p.today)); err != nil {
			return err
		}
	}
	return p.count(&p.Waiting.Asleep, asleepQuestion, string(p.today))
}

// count counts the rows of a query without its SELECT.
func (p *todayPage) count(n *int, from string, args ...any) error {
	if err := p.queryRow("SELECT count(*)"+from, args...).Scan(n); err != nil {
		return fmt.Errorf("counting the lines of today: %w", err)
	}
	return nil
}

func (p *todayPage) questionLine(line view.QuestionLine, note string) (view.QuestionLine, error) {
	calendar, err := p.calendarFor(line.FamilyID)
	clock := model.ReplyClockOf(line.Asked, p.world.Settings, p.today, calendar)
	line.Clock, line.Stage, line.Late, line.AnswerBy = clock.Words(), clock.Stage, clock.Late(), clock.Due
	line.Theirs = line.Words != ""
	line.Words = firstLine(line.Words)
	if !line.Theirs {
		line.Words = firstLine(note)
	}
	return line, err
}

// firstLine is the first line of a text, as a list shows it.
func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

const openWorry = ` FROM contact c JOIN family f ON f.id = c.family_id
	WHERE c.kind = 'concern' AND c.settled = '' AND c.deleted_at = '' AND f.deleted_at = ''`

// pageWorry is an open worry that does not sleep, asleepWorry one that does; ?1 is the day.
var (
	pageWorry   = openWorry + " AND " + awake(model.WorrySleeps, "c.id", "?1")
	asleepWorry = openWorry + " AND " + asleep(model.WorrySleeps, "c.id", "?1")
)

func (p *todayPage) worries() error {
	rows, err := p.query("SELECT c.id, c.family_id, f.name, c.at, iif(c.note <> '', c.note, c.words), c.first_step, c.owner"+pageWorry+
		" ORDER BY c.at, c.id LIMIT ?2", string(p.today), mostOfAPart)
	p.Worries.Lines, err = scanAll(rows, err, func(w *view.WorryLine) []any {
		return []any{&w.ContactID, &w.FamilyID, &w.Family, &w.Raised, &w.What, &w.FirstStep, &w.Owner}
	})
	if err != nil {
		return fmt.Errorf("reading the worries: %w", err)
	}
	for i, w := range p.Worries.Lines {
		p.Worries.Lines[i].What, p.Worries.Lines[i].FirstStep = firstLine(w.What), firstLine(w.FirstStep)
	}
	if p.Worries.All = len(p.Worries.Lines); p.Worries.All == mostOfAPart {
		if err := p.count(&p.Worries.All, pageWorry, string(p.today)); err != nil {
			return err
		}
	}
	return p.count(&p.Worries.Asleep, asleepWorry, string(p.today))
}

// AnswerQuestion notes the day on which a question was answered, "" today: the clock of the answer
// stops, and the reply that was promised is kept (rules.md R13).
func (s *Store) AnswerQuestion(ctx context.Context, contact int64, on model.Date) (view.Change, error) {
	return s.step(ctx, "answered", func(w *work) error {
		if on == "" {
			on = w.today()
		}
		if err := w.update("contact", contact, []string{"settled"}, []any{&on}); err != nil {
			return fmt.Errorf("noting the answer: %w", err)
		}
		var family int64
		if err := w.queryRow("SELECT family_id FROM contact WHERE id = ?", contact).Scan(&family); err != nil {
			return fmt.Errorf("noting the answer: %w", err)
		}
		w.title("answered: " + w.nameOf("family", family))
		rows, err := w.query(selectSQL("follow_up", followUpColumns)+" WHERE contact_id = ? AND kind = ? AND state = 'open' AND deleted_at = ''",
			contact, string(model.Reply))
		replies, err := scanAll(rows, err, followUpRow)
		if err != nil {
			return fmt.Errorf("reading the reply that was promised: %w", err)
		}
		for i := range replies {
			if err := w.settle(&replies[i], on, true); err != nil {
				return err
			}
			if err := w.saveFollowUp(&replies[i]); err != nil {
				return err
			}
		}
		return nil
	})
}
