package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"reflect"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/handover"
)

// pendingPack is what TakeInPack needs of a preview: what the pack holds, and what was found to be done.
type pendingPack struct {
	pack handover.Pack
	plan [sha256.Size]byte
}

// IsPack reports whether a file is a hand-over pack by how it begins, or another file of its kind. A path
// may be one that a terminal pasted.
func (s *Store) IsPack(path string) bool { return IsPack(path) }

// IsPack is the same for a program that has no caseload yet.
func IsPack(path string) bool {
	f, err := openOrdinary(DroppedPath(path))
	if err != nil {
		return false
	}
	defer f.Close()
	beginning := make([]byte, 32)
	n, _ := io.ReadFull(f, beginning)
	return handover.Sealed(beginning[:n])
}

// PreviewPack opens a pack with its passphrase and says what taking it in would do; nothing is written. One
// that cannot be opened is a Problem.
func (s *Store) PreviewPack(ctx context.Context, path, passphrase string) (view.PackIn, error) {
	pack, err := packAt(ctx, path, passphrase)
	if err != nil {
		return view.PackIn{}, err
	}
	name, _ := model.Clean(filepath.Base(DroppedPath(path)))
	return s.previewPack(ctx, name, pack)
}

// CheckPack is why a pack cannot be opened at all, into any caseload; see PreviewPack.
func CheckPack(ctx context.Context, path, passphrase string) error {
	pack, err := packAt(ctx, path, passphrase)
	if err == nil {
		err = soundPack(pack)
	}
	return err
}

func packAt(ctx context.Context, path, passphrase string) (pack handover.Pack, err error) {
	_, data, err := readDropped(path, handover.MostPacked, "the pack")
	if err != nil {
		return pack, err
	}
	if err := view.Report(ctx, view.Progress{What: "opening the pack"}); err != nil {
		return pack, err
	}
	pack, err = handover.Open(ctx, bytes.NewReader(data), passphrase)
	return pack, refusedPack(err)
}

// refusedPack gives a refusal of a pack its sentence.
func refusedPack(err error) error {
	var refusal handover.Refusal
	if errors.As(err, &refusal) {
		return Problem{refusal.Sentence, refusal.Err}
	}
	return err
}

func (s *Store) previewPack(ctx context.Context, name string, pack handover.Pack) (v view.PackIn, err error) {
	if err := soundPack(pack); err != nil {
		return v, err
	}
	var here *packHere
	err = s.read(ctx, func(q querier) error {
		here, err = q.meets()
		return err
	})
	if err != nil {
		return v, err
	}
	plan := handover.Meet(pack, here.Here, handover.Choices{})
	print, err := planPrint(plan)
	if err != nil {
		return v, err
	}
	v = packPreview(pack, plan)
	v.File, v.Pending = name, &pendingPack{pack, print}
	return v, nil
}

// LookAgain meets the caseload anew with the pack of an earlier preview, and with what was decided about it.
// Nothing is written.
func (s *Store) LookAgain(ctx context.Context, was view.PackIn) (view.PackIn, error) {
	p, ok := was.Pending.(*pendingPack)
	if !ok {
		return view.PackIn{}, errors.New("looking at a pack again: the preview holds no pack")
	}
	now, err := s.previewPack(ctx, was.File, p.pack)
	if err == nil {
		now.DecidedAs(was)
	}
	return now, err
}

// packPreview is a plan as a person reads it.
func packPreview(pack handover.Pack, plan handover.Plan) view.PackIn {
	v := view.PackIn{By: pack.By, School: pack.School, Made: model.Moment(pack.Made), Nothing: plan.Nothing(), Notes: packNotes(pack, plan)}
	words := newPackWords(pack)
	for _, f := range plan.Families {
		v.Families = append(v.Families, words.family(f))
		v.Nothing = v.Nothing && len(f.Differences) == 0
	}
	model.InOrder(v.Families, func(a, b view.PackFamily) int { return compareFolded(a.Name, b.Name) })
	for _, a := range plan.Alarms {
		v.Alarms = append(v.Alarms, words.alarm(a))
	}
	return v
}

// planPrint is a plan in short: two that do the same have the same.
func planPrint(plan handover.Plan) (sum [sha256.Size]byte, err error) {
	text, err := json.Marshal([]any{plan.Changes, plan.Families})
	return sha256.Sum256(text), err
}

// packChoices are what was decided at the preview.
func packChoices(v view.PackIn) handover.Choices {
	c := handover.Choices{Leave: map[string]bool{}, Take: map[string]bool{}}
	for _, f := range v.Families {
		c.Leave[f.UID] = f.Leave
		for _, d := range f.Differences {
			c.Take[d.ID] = d.Take
		}
	}
	return c
}

// TakeInPack does what a preview says, with the families that are left and the differences in which the
// pack's side is taken, as one step after a backup. When the caseload has changed since so that the pack
// would do something else, it is a Problem and nothing is written. A pack that brings nothing is no step.
func (s *Store) TakeInPack(ctx context.Context, preview view.PackIn) (view.Change, error) {
	p, ok := preview.Pending.(*pendingPack)
	if !ok {
		return view.Change{}, errors.New("taking in a pack: the preview holds nothing to do")
	}
	if ready, err := s.readyToTakeIn(ctx, preview.Nothing); !ready {
		return view.Change{}, err
	}
	return s.step(ctx, "opened a hand-over pack", func(w *work) error { return w.takeInPack(p, packChoices(preview)) })
}

func (w *work) takeInPack(p *pendingPack, choices handover.Choices) error {
	here, err := w.meets()
	if err != nil {
		return err
	}
	print, err := planPrint(handover.Meet(p.pack, here.Here, handover.Choices{}))
	if err != nil {
		return err
	}
	if print != p.plan {
		return errOutdated
	}
	plan := handover.Meet(p.pack, here.Here, choices)
	if plan.Nothing() {
		return nil
	}
	w.title(packTitle(p.pack, plan))
	if err := w.takePack(plan, here); err != nil {
		return err
	}
	w.made(0)
	return nil
}

// packTitle is the step in the footer.
func packTitle(p handover.Pack, plan handover.Plan) string {
	fresh, known := 0, 0
	for _, f := range plan.Families {
		switch {
		case f.Left || f.State == handover.GoneHere:
		case f.State == handover.NewHere:
			fresh++
		case len(f.New)+len(f.Changed) > 0:
			known++
		}
	}
	title := "opened the hand-over pack"
	if p.By != "" {
		title += " of " + p.By
	}
	switch {
	case fresh > 0 && known > 0:
		return fmt.Sprintf("%s: %s, %d brought up to date", title, plural(fresh, "new family", "new families"), known)
	case fresh > 0:
		return title + ": " + plural(fresh, "new family", "new families")
	}
	return title + ": " + plural(known, "family brought up to date", "families brought up to date")
}

// soundPack looks at dates and choices as kettle check does, before anything is shown of them.
func soundPack(p handover.Pack) error {
	rows := map[string]soundRow{}
	for _, s := range soundRows {
		rows[s.table] = s
	}
	for _, r := range p.Records {
		sound := soundValues(rows, r.Table, r.Values) && !(r.Table == handover.Contacts && (r.Values["kind"] == string(model.PassedToDSL) || r.Values["kind"] == string(model.Abuse)))
		for _, part := range r.Parts {
			sound = sound && soundValues(rows, part.Table, part.Values)
		}
		if !sound {
			return Problem{Sentence: "The pack holds a date or choice that cannot be, so nothing of it was taken: ask your colleague to make it again."}
		}
	}
	return nil
}

func soundValues(rows map[string]soundRow, table string, values map[string]string) bool {
	s, judged := rows[table]
	if !judged {
		return true
	}
	fields := s.fields()
	for i, column := range s.columns {
		if field := reflect.Indirect(reflect.ValueOf(fields[i])); field.Kind() == reflect.String && field.CanSet() {
			field.SetString(values[column])
		}
	}
	return allValid(fields)
}
