package store

import (
	"cmp"
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

// resting reports whether nobody is to be reminded just now.
func (p *todayPage) resting() bool { return model.Resting(p.now, p.world.Calendar(0)) }

func (p *todayPage) waiting() error {
	if p.resting() {
		return nil
	}
	questions, err := p.replyRows(pageQuestion+" ORDER BY c.at, c.id LIMIT ?2", p.today, p.world, string(p.today), mostOfAPart)
	if err != nil {
		return fmt.Errorf("reading the questions: %w", err)
	}
	for _, r := range questions {
		p.Waiting.Lines = append(p.Waiting.Lines, questionLine(r, p.today))
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

func questionLine(r view.ReplyRow, today model.Date) view.QuestionLine {
	line := view.QuestionLine{ContactID: r.ID, FamilyID: r.FamilyID, Family: r.Family, Asked: r.At, Channel: r.Channel, Clock: r.Clock,
		Stage: r.Stands.Pressing(today), Late: r.Stands.LateOn(today), AnswerBy: r.Stands.AnswerBy(), Ack: r.Stands.AckWords(today), Acknowledged: r.Stands.Told.Valid()}
	line.Words, line.Theirs = firstLine(r.Words), r.Words != ""
	if !line.Theirs {
		line.Words = firstLine(r.Note)
	}
	return line
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
	if p.resting() {
		return nil
	}
	worries, err := p.worryRows(pageWorry+" ORDER BY c.at, c.id LIMIT ?2", p.today, p.world, string(p.today), mostOfAPart)
	if err != nil {
		return fmt.Errorf("reading the worries: %w", err)
	}
	for _, r := range worries {
		p.Worries.Lines = append(p.Worries.Lines, worryLine(r))
	}
	if p.Worries.All = len(p.Worries.Lines); p.Worries.All == mostOfAPart {
		if err := p.count(&p.Worries.All, pageWorry, string(p.today)); err != nil {
			return err
		}
	}
	return p.count(&p.Worries.Asleep, asleepWorry, string(p.today))
}

func worryLine(r view.WorryRow) view.WorryLine {
	return view.WorryLine{ContactID: r.ID, FamilyID: r.FamilyID, Family: r.Family, Raised: r.At, What: firstLine(cmp.Or(r.Note, r.Words)),
		FirstStep: firstLine(r.FirstStep), Step: r.Stands.Step, StepLate: r.Stands.StepLate, Stepped: r.SteppedOn.Valid(), Owner: r.Owner}
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
