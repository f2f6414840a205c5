package store

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"kettle/model"
	"kettle/model/view"
)

// A draft belongs to the window that types it. A window that ended leaves its drafts to the next one
// that is opened: it has ended when its process does not run any more, or has neither saved nor
// touched its drafts for draftAge, so that a number used again for another process hides nothing. What
// is taken over from a window that was only asleep stands twice, which loses nothing.

// draftAge is how long drafts are a running window's own without being saved or touched.
const draftAge = 10 * time.Minute

// openWindow names the row that says when a window last had its drafts open. It is no draft, so that
// each draft keeps the time at which it was typed.
const openWindow = ""

// NewWindow names one run of the program, by its process.
func NewWindow() string {
	uid := newUID(time.Now())
	return fmt.Sprintf("%d-%s", os.Getpid(), uid[len(uid)-12:])
}

// KeepDraft keeps what is being typed in one form about one record, in place of what was kept of it
// before. record is the id of what is changed; for something new it is 0 or a negative number, so
// that several may be unfinished. The page on which it is typed may stand in the body, too
// (view.DraftPage). It is no step and in no log.
func (s *Store) KeepDraft(ctx context.Context, form string, record int64, body map[string]string) error {
	clean := make(map[string]string, len(body))
	for field, text := range body {
		var err error
		if clean[field], err = cleanText(text); err != nil {
			return err
		}
	}
	text, err := json.Marshal(clean)
	if err != nil {
		return fmt.Errorf("keeping a draft: %w", err)
	}
	return s.writeDraft(ctx, `INSERT INTO draft (window, form, record, body, at) VALUES (?1, ?2, ?3, ?4, ?5)
		ON CONFLICT (window, form, record) DO UPDATE SET body = excluded.body, at = excluded.at`,
		s.o.Window, form, record, string(text), s.draftTime())
}

// DropDraft throws a draft of this window away, or does nothing when there is none.
func (s *Store) DropDraft(ctx context.Context, form string, record int64) error {
	return s.writeDraft(ctx, "DELETE FROM draft WHERE window = ? AND form = ? AND record = ?", s.o.Window, form, record)
}

// TouchDrafts says that this window still has its drafts open; call it every few minutes while the
// window is. Without a draft it writes nothing.
func (s *Store) TouchDrafts(ctx context.Context) error {
	drafts, err := s.Drafts(ctx)
	if err != nil || len(drafts) == 0 || s.o.ReadOnly {
		return err
	}
	return s.KeepDraft(ctx, openWindow, 0, nil)
}

func (s *Store) writeDraft(ctx context.Context, text string, args ...any) error {
	err := s.write(ctx, func(w *work) (bool, error) {
		_, err := w.exec(text, args...)
		return err == nil, err
	})
	if err != nil {
		return fmt.Errorf("keeping a draft: %w", err)
	}
	return nil
}

func (s *Store) draftTime() string { return s.o.Machine().UTC().Format(time.RFC3339) }

// Drafts are the drafts of this window, the oldest first; those of windows that ended are taken over, so
// that what a command in a shell left unfinished is seen, too.
func (s *Store) Drafts(ctx context.Context) (drafts []view.DraftRow, err error) {
	if err := s.adoptDrafts(ctx); err != nil && !passing(err) {
		return nil, err
	}
	err = s.read(ctx, func(q querier) error {
		rows, err := q.query("SELECT id, window, form, record, body, at FROM draft WHERE window = ? AND form <> ? ORDER BY at, id", s.o.Window, openWindow)
		kept, err := scanAll(rows, err, draftFields)
		for _, d := range kept {
			row := view.DraftRow{Form: d.form, Record: d.record}
			if at, err := time.Parse(time.RFC3339, d.at); err == nil {
				row.At = model.MomentOf(at.Local())
			}
			if err := json.Unmarshal([]byte(d.body), &row.Body); err != nil {
				return fmt.Errorf("reading a draft: %w", err)
			}
			_, _ = fmt.Sscanf(row.Body[view.DraftPage], "%s %d", &row.Page, &row.PageID)
			delete(row.Body, view.DraftPage)
			drafts = append(drafts, row)
		}
		return err
	})
	return drafts, err
}

type draft struct {
	id, record             int64
	window, form, body, at string
}

func draftFields(d *draft) []any {
	return []any{&d.id, &d.window, &d.form, &d.record, &d.body, &d.at}
}

// adoptDrafts takes over what windows that ended were typing. It writes nothing when there is none.
func (s *Store) adoptDrafts(ctx context.Context) error {
	if s.o.ReadOnly {
		return nil
	}
	rows, err := s.readers.QueryContext(ctx, "SELECT id, window, form, record, body, at FROM draft WHERE window <> ? ORDER BY at, id", s.o.Window)
	drafts, err := scanAll(rows, err, draftFields)
	if err != nil {
		return fmt.Errorf("looking for drafts: %w", err)
	}
	running := map[string]bool{}
	for _, d := range drafts {
		running[d.window] = running[d.window] || s.windowRuns(d)
	}
	for _, d := range drafts {
		if running[d.window] {
			continue
		}
		if err := s.adopt(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// adopt takes one draft over; that its window was open says nothing any more.
func (s *Store) adopt(ctx context.Context, d draft) error {
	if d.form == openWindow {
		return s.writeDraft(ctx, "DELETE FROM draft WHERE id = ?", d.id)
	}
	return s.writeDraft(ctx, adoptDraft, s.o.Window, d.id, d.window, d.form, d.record)
}

// adoptDraft gives a draft to this window. Where this window has one of the same form and record,
// something new gets the next free negative number; a second one of one record waits for its turn.
const adoptDraft = `UPDATE OR IGNORE draft SET window = ?1, record = iif(?5 > 0
	OR NOT EXISTS (SELECT 1 FROM draft WHERE window = ?1 AND form = ?4 AND record = ?5), ?5,
	(SELECT min(0, min(record)) - 1 FROM draft WHERE window = ?1 AND form = ?4)) WHERE id = ?2 AND window = ?3`

// windowRuns reports whether a draft shows that its window is open.
func (s *Store) windowRuns(d draft) bool {
	number, _, _ := strings.Cut(d.window, "-")
	pid, err := strconv.Atoi(number)
	if err != nil || pid == os.Getpid() || !s.o.alive(pid) {
		return false
	}
	at, err := time.Parse(time.RFC3339, d.at)
	return err == nil && s.o.Machine().Sub(at) < draftAge
}
