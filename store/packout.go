package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/handover"
	"kettle/store/output"
)

// PackFamilies are the families that may be handed over, by name.
func (s *Store) PackFamilies(ctx context.Context) (families []view.PackOutFamily, err error) {
	err = s.read(ctx, func(q querier) error {
		rows, err := q.query(`SELECT f.id, f.name, i.children FROM family f JOIN family_index i ON i.family_id = f.id
			WHERE f.deleted_at = '' ORDER BY i.sort_key, f.id`)
		families, err = scanAll(rows, err, func(f *view.PackOutFamily) []any { return []any{&f.ID, &f.Name, &f.Children} })
		return err
	})
	return families, err
}

// FamiliesNamed are the families of these names, as they are written. A name that is no family's is a
// Problem.
func (s *Store) FamiliesNamed(ctx context.Context, names []string) ([]int64, error) {
	all, err := s.PackFamilies(ctx)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, name := range names {
		found := false
		for _, f := range all {
			if model.Fold(f.Name) == model.Fold(name) {
				found = true
				ids = append(ids, f.ID)
			}
		}
		if !found {
			return nil, Problem{Sentence: fmt.Sprintf("There is no family called “%s”: write the name as the list of families shows it.", name)}
		}
	}
	return ids, nil
}

// PreviewPackOut says what a pack of these families holds, all for nil, and what stays behind.
func (s *Store) PreviewPackOut(ctx context.Context, families []int64) (v view.PackOut, err error) {
	if v.Families, err = s.PackFamilies(ctx); err != nil {
		return v, err
	}
	if families != nil {
		v.Families = slices.DeleteFunc(v.Families, func(f view.PackOutFamily) bool { return !slices.Contains(families, f.ID) })
	}
	v.Nobody = len(v.Families) == 0
	err = s.read(ctx, func(q querier) error {
		p, err := q.packed(families)
		if err != nil {
			return err
		}
		counts := map[string]int{}
		for _, r := range p.records {
			counts[r.Table]++
		}
		v.Goes = packCounts(counts)
		v.Behind, err = q.packBehind(p.families)
		return err
	})
	return v, err
}

// staysBehind is something that no pack holds, and how many rows of it there are.
type staysBehind struct {
	sql       string
	one, many string
	why       string
}

func thingsBehind() []staysBehind {
	const ours = " IN (SELECT value FROM json_each(?1))"
	return []staysBehind{
		{"SELECT count(*) FROM contact WHERE deleted_at = '' AND kind = '" + string(model.PassedToDSL) + "' AND family_id" + ours,
			"entry that was passed to the DSL", "entries that were passed to the DSL", "the DSL hands those over"},
		{"SELECT count(*) FROM contact WHERE deleted_at = '' AND kind = '" + string(model.Abuse) + "' AND family_id" + ours,
			"entry about a threat or abuse", "entries about threats or abuse", "tell whoever takes over yourself"},
		{"SELECT count(*) FROM follow_up WHERE deleted_at = '' AND family_id" + ours + " AND NOT (" + packedRows(handover.FollowUps) + ")",
			"promise that grew from such an entry", "promises that grew from such entries", "hand them over in words"},
		{"SELECT count(*) FROM meeting WHERE deleted_at = '' AND debrief || debrief_with || leader_told <> '' AND family_id" + ours,
			"debrief of your own", "debriefs of your own", "they are yours"},
		{"SELECT count(DISTINCT a.id) FROM account a JOIN account_pupil t ON t.account_id = a.id JOIN pupil p ON p.id = t.pupil_id WHERE a.deleted_at = '' AND p.family_id" + ours +
			" AND a.id NOT IN (" + wholeAccounts + ")",
			"account of an incident with children of other families", "accounts of incidents with children of other families", "it is theirs, too"},
		{"SELECT count(*) FROM order_answer o JOIN pupil_adult l ON l.id = o.link_id JOIN pupil p ON p.id = l.pupil_id WHERE p.family_id" + ours,
			"note of who read a court order", "notes of who read a court order", "the order itself goes, and is to be read anew"},
	}
}

// packBehind says in sentences what stays behind of these families.
func (q querier) packBehind(families string) (sentences []string, err error) {
	for _, b := range thingsBehind() {
		var n int
		if err := q.queryRow(b.sql, families).Scan(&n); err != nil {
			return nil, fmt.Errorf("counting what stays behind: %w", err)
		}
		if n > 0 {
			sentences = append(sentences, plural(n, b.one, b.many)+": "+b.why+".")
		}
	}
	return append(sentences, "What is out of sight, drafts, the history, and what is the school’s (dates, colleagues, rooms, settings)."), nil
}

// PackPlace is where a pack would lie in the place that a person typed, "" the usual folder; see NewPlace.
func (s *Store) PackPlace(typed string) (path string, err error) {
	return s.NewPlace(typed, "hand-over "+string(model.DateOf(s.o.Now()))+".kettlepack")
}

// MakePack writes a pack of these families, all for nil, into a new file and answers its path. to is a
// folder or a file, "" the usual folder. A passphrase that is easily guessed is a Problem.
func (s *Store) MakePack(ctx context.Context, families []int64, to, passphrase string) (path string, err error) {
	if why := handover.Weak(passphrase); why != "" {
		return "", Problem{Sentence: why}
	}
	if path, err = s.PackPlace(to); err != nil {
		return "", err
	}
	pack, err := s.pack(ctx, families)
	if err != nil {
		return "", err
	}
	if len(pack.Records) == 0 {
		return "", Problem{Sentence: "There is no family to hand over, so no pack was made."}
	}
	if err := view.Report(ctx, view.Progress{What: "locking the pack"}); err != nil {
		return "", err
	}
	return output.WriteNew(path, func(w io.Writer) error {
		return errors.Join(handover.Seal(w, passphrase, s.o.packWork(), pack.Write), ctx.Err())
	})
}

// pack is what is handed over of these families, all for nil.
func (s *Store) pack(ctx context.Context, families []int64) (pack handover.Pack, err error) {
	if err := s.nameCaseload(ctx); err != nil {
		return pack, err
	}
	err = s.read(ctx, func(q querier) error {
		p, err := q.packed(families)
		if err != nil {
			return err
		}
		pack = handover.Pack{Header: handover.Header{Made: string(model.MomentOf(s.o.Now())), By: p.me, School: onlyName(p.named[handover.School]), Caseload: p.caseload}, Records: p.records}
		return nil
	})
	return pack, err
}

// onlyName is the name of the one school there is, "" for none or several.
func onlyName(names map[int64]string) string {
	if len(names) != 1 {
		return ""
	}
	for _, name := range names {
		return name
	}
	return ""
}

// NewPassphrase is a passphrase by chance: plain words that can be read out over the telephone.
func (s *Store) NewPassphrase() string { return handover.NewPassphrase() }

// WeakPassphrase is why a passphrase would not keep a pack shut, "" for one that does.
func (s *Store) WeakPassphrase(passphrase string) string { return handover.Weak(passphrase) }

// packWork is how much work opening a pack is.
func (o Options) packWork() int {
	if o.Sealing == 0 {
		return handover.UsualWork
	}
	return o.Sealing
}
